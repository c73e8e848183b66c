"""The complete catalogue read as a whole: every text there, in order, current and as stamped.

Most files of a site are so. Their texts are checked side by side, in a few passes over all of them
instead of many over each. Anything else gives None, and `current.read_current` goes entry by entry;
both agree wherever this one answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from itertools import repeat
from typing import NamedTuple

from waypost.model.fingerprint import fold_signs
from waypost.model.markup import MARKS
from waypost.model.text import Syntax
from waypost.model.translation import Freshness, Origin, Translation
from waypost.translation.origin import ORIGINS
from waypost.translation.po_syntax import BARE_QUOTE, STRING_LINES, unescape_string
from waypost.translation.soundness import find_shape, find_sign

_BETWEEN = "\0"
"""Stands between texts side by side: no text may hold it."""
_ENTRY = re.compile(
    r"# (mt|draft|reviewed|human): (?:(\S[^\n]*) )?src=([0-9a-f]{12}) tgt=([0-9a-f]{12})\n"
    r"(?:#\.[^\n]*\n)*"
    r"(#, fuzzy\n)?"
    r'msgctxt "([^\n\\]*)"\n'
    rf'msgid "{STRING_LINES}"\n'
    rf'msgstr "({STRING_LINES})"\n'
    r"|([^\n]+)"
)
_LETTERLESS = re.compile(r"\0[\W\d_]*\0")
_PERSONS = frozenset({"human", "reviewed"})


class Wanted(NamedTuple):
    """What a complete catalogue of a document holds, in the document's order."""

    positions: tuple[int, ...]
    """Of the segments that have words."""
    addresses: tuple[str, ...]
    fingerprints: tuple[str, ...]
    plain: tuple[int, ...]
    """Which of them have no marks."""
    marked: tuple[tuple[int, list[str]], ...]
    """Which of them have marks, and theirs (`soundness.find_shape`)."""


def want_all(
    addresses: Sequence[str],
    fingerprints: Sequence[str],
    shapes: Sequence[list[str] | None],
    syntaxes: Sequence[Syntax],
    wordless: Sequence[Translation | None],
) -> Wanted | None:
    """What a complete catalogue holds; None where some text must be looked at by itself."""
    positions: list[int] = []
    marked: list[tuple[int, list[str]]] = []
    for at, text in enumerate(wordless):
        if text is not None:
            continue
        marks = shapes[at]
        if marks is None or syntaxes[at] is Syntax.MESSAGE:
            return None
        if marks:
            marked.append((len(positions), marks))
        positions.append(at)
    if not positions:
        return None
    return Wanted(
        tuple(positions),
        tuple([addresses[at] for at in positions]),
        tuple([fingerprints[at] for at in positions]),
        tuple(sorted({*range(len(positions))}.difference([number for number, _ in marked]))),
        tuple(marked),
    )


def read_complete(
    wanted: Wanted,
    wordless: Sequence[Translation | None],
    text: str,
    start: int,
    end: int,
    reviewers: AbstractSet[str],
) -> list[Translation | None] | None:
    """A translation of each segment from the entries between `start` and `end`.

    None where the file isn't complete and in order, or holds anything that takes a closer look.
    """
    rows = _ENTRY.findall(text, start, end)
    if len(rows) != len(wanted.addresses):
        return None
    kinds, authors, made_for, stamped, fuzzy, addresses, targets, junk = zip(*rows, strict=True)
    if any(junk) or addresses != wanted.addresses or made_for != wanted.fingerprints:
        return None
    if len(set(addresses)) != len(addresses):
        return None
    joined = f"{_BETWEEN}{_BETWEEN.join(targets)}{_BETWEEN}"
    if "\\" in joined or '"' in joined:
        # A bare quote leaves nothing, which no check lets pass.
        targets = tuple(
            [
                join_lines(target) if "\\" in target or '"' in target else target
                for target in targets
            ]
        )
        joined = f"{_BETWEEN}{_BETWEEN.join(targets)}{_BETWEEN}"
    if (
        _LETTERLESS.search(joined) is not None
        or not _have_marks(targets, wanted)
        or _hash_all(joined) != list(stamped)
    ):
        return None
    origins = _find_origins(kinds, authors, fuzzy, reviewers)
    if origins is None:
        return None
    found = list(wordless)
    texts = map(Translation, targets, origins, repeat(Freshness.CURRENT))
    for at, translation in zip(wanted.positions, texts, strict=True):
        found[at] = translation
    return found


def join_lines(lines: str) -> str:
    """What a string says, on one line or several; nothing where a quote stands bare."""
    if "\n" not in lines:
        return "" if BARE_QUOTE.search(lines) else unescape_string(lines)
    parts = lines.split('"\n"')
    if any(BARE_QUOTE.search(part) for part in parts):
        return ""
    return "".join([unescape_string(part) for part in parts])


def _have_marks(targets: Sequence[str], wanted: Wanted) -> bool:
    """Whether each text has the marks of its source, and no sign that none may hold."""
    plain = [targets[number] for number in wanted.plain]
    joined = "".join(plain)
    if any(mark in joined for mark in MARKS):
        return False
    if not joined.isprintable() and find_sign(joined) is not None:
        return False
    return all(find_shape(targets[number]) == marks for number, marks in wanted.marked)


def _hash_all(joined: str) -> list[str]:
    """`hash_text` of each text."""
    folded = fold_signs(joined)
    if "  " in folded or f" {_BETWEEN}" in folded or f"{_BETWEEN} " in folded:
        folded = _BETWEEN.join([" ".join(text.split()) for text in folded.split(_BETWEEN)])
    texts = folded.encode("utf-8").split(_BETWEEN.encode())
    return [blake2b(text, digest_size=6).hexdigest() for text in texts[1:-1]]


def _find_origins(
    kinds: Sequence[str],
    authors: Sequence[str],
    fuzzy: Sequence[str],
    reviewers: AbstractSet[str],
) -> list[Origin] | None:
    """Who wrote each text; None where a person's is marked as fuzzy."""
    origins = [ORIGINS[kind] for kind in kinds]
    if _PERSONS.isdisjoint(kinds):
        return origins
    for at, kind in enumerate(kinds):
        if kind not in _PERSONS:
            continue
        if fuzzy[at]:
            return None
        if kind == "reviewed" and authors[at].partition(" ")[0] not in reviewers:
            origins[at] = Origin.HUMAN
    return origins
