"""The complete catalogue read as a whole: every text there, in order, current and as stamped.

Most files of a site are so. What stands around the texts is the same in every language, so it is
compared with what Waypost would write; the texts are checked side by side, in a few passes over
all of them instead of many over each. Anything else gives None, and `current.read_current` goes
entry by entry; both agree wherever this one answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial
from hashlib import blake2b
from itertools import repeat
from typing import NamedTuple

from waypost.model.fingerprint import hash_text
from waypost.model.markup import MARKS
from waypost.model.text import Segment, Syntax
from waypost.model.translation import Freshness, Origin, Translation
from waypost.translation.origin import ORIGINS
from waypost.translation.po_syntax import BARE_QUOTE, escape_string, unescape_string
from waypost.translation.soundness import find_shape, find_sign

_BETWEEN = "\0"
"""Stands between texts side by side: no text may hold it."""
_BYTE_BETWEEN = _BETWEEN.encode()
_MAKER = re.compile(r"# (mt|draft|reviewed|human):(?: (\S[^\n]*))?")
_NOTES = re.compile(r"(?:\n#\.[^\n]*)*(\n#, fuzzy)?")
_LETTERLESS = re.compile(r"\0[\W\d_]*\0")
_PERSONS = frozenset({Origin.HUMAN, Origin.REVIEWED})
_DIGEST, _MADE_FOR = 12, 34
"""From the end of a stamp back to its last digest, and to the space before the first one."""
_OFTEN = tuple(zip("\n’“”–—\xa0", ' \'""-- ', strict=True))
"""What folding makes of the signs that most texts are folded for."""
_make_translation = partial(tuple.__new__, Translation)


class Wanted(NamedTuple):
    """What a complete catalogue of a document holds, in the document's order."""

    positions: tuple[int, ...]
    """Of the segments that have words."""
    made_for: tuple[bytes, ...]
    """What stands in each stamp between its maker and the digest of the text."""
    heads: tuple[bytes, ...]
    """What stands before each text, from its address on."""
    plain: tuple[int, ...]
    """Which of them have no marks."""
    marked: tuple[int, ...]
    """Which of them have marks."""
    marks: list[str]
    """All those marks (`soundness.find_shape`), with `_BETWEEN` between two texts."""


class Rows(NamedTuple):
    """The columns of a file: each has what one part of every entry says."""

    makers: list[bytes]
    """How each stamp begins."""
    stamped: list[bytes]
    """The digest of the text that each stamp was made for."""
    notes: list[bytes]
    """The lines between each stamp and its address."""
    targets: list[bytes]
    """Each text as it stands in the file, without its outer quotes."""


def want_all(
    segments: Sequence[Segment],
    fingerprints: Sequence[str],
    shapes: Sequence[list[str] | None],
    wordless: Sequence[Translation | None],
) -> Wanted | None:
    """What a complete catalogue holds; None where some text must be looked at by itself."""
    positions: list[int] = []
    plain: list[int] = []
    marked: list[int] = []
    marks: list[str] = []
    for at, text in enumerate(wordless):
        if text is not None:
            continue
        shape = shapes[at]
        if shape is None or segments[at].syntax is Syntax.MESSAGE:
            return None
        number = len(positions)
        if shape:
            marks += [_BETWEEN, *shape] if marked else shape
            marked.append(number)
        else:
            plain.append(number)
        positions.append(at)
    addresses = {segments[at].address for at in positions}
    if not positions or len(addresses) != len(positions):
        return None
    return Wanted(
        tuple(positions),
        tuple([f" src={fingerprints[at]} tgt=".encode() for at in positions]),
        tuple([_write_head(segments[at]) for at in positions]),
        tuple(plain),
        tuple(marked),
        marks,
    )


def _write_head(segment: Segment) -> bytes:
    """An entry from its address to its text, as `po_writer` writes it."""
    lines = segment.source.splitlines(keepends=True)
    source = '"\n"'.join(map(escape_string, ["", *lines] if len(lines) > 1 else lines))
    return f'\nmsgctxt "{escape_string(segment.address)}"\nmsgid "{source}"\nmsgstr "'.encode()


def read_complete(
    wanted: Wanted,
    wordless: Sequence[Translation | None],
    data: bytes,
    start: int,
    reviewers: AbstractSet[str],
) -> tuple[list[Translation | None], int] | None:
    """A translation of each segment from the entries at `start`, and where their last line ends.

    None where they aren't complete and in order, or hold anything that takes a closer look.
    """
    cut = _cut_entries(wanted, data, start)
    if cut is None:
        return None
    rows, end = cut
    origins = _find_origins(rows, reviewers)
    texts = _read_texts(rows, wanted)
    if origins is None or texts is None:
        return None
    found = list(wordless)
    made = map(_make_translation, zip(texts, origins, repeat(Freshness.CURRENT), strict=False))
    for at, translation in zip(wanted.positions, made, strict=True):
        found[at] = translation
    return found, end


def _cut_entries(wanted: Wanted, data: bytes, at: int) -> tuple[Rows, int] | None:
    """The entries from `at` on, and where the last line ends."""
    rows = Rows([], [], [], [])
    makers, stamped, notes, targets = (column.append for column in rows)
    find = data.find
    for made_for, head in zip(wanted.made_for, wanted.heads, strict=True):
        line = find(b"\n", at)
        if line < at + _MADE_FOR or data[line - _MADE_FOR : line - _DIGEST] != made_for:
            return None
        makers(data[at : line - _MADE_FOR])
        stamped(data[line - _DIGEST : line])
        top = find(b"\nmsgctxt ", line)
        if not data.startswith(head, top):
            return None
        notes(data[line:top])
        begin = top + len(head)
        end = find(b"\n", begin)
        while data[end + 1 : end + 2] == b'"' and end >= 0:
            end = find(b"\n", end + 1)
        at = end + 2
        if data[end - 1 : at] != b'"\n\n' and (data[end - 1 :] != b'"\n' or end < begin):
            return None
        targets(data[begin : end - 1])
    return rows, at - 2


def _read_texts(rows: Rows, wanted: Wanted) -> list[str] | None:
    """The text of every entry, if all are as they were stamped, and sound."""
    targets = rows.targets
    joined = _BYTE_BETWEEN.join(targets)
    try:
        together = joined.decode("utf-8")
    except UnicodeDecodeError:
        return None
    texts = together.split(_BETWEEN)
    if len(texts) != len(targets):
        return None
    if b"\\" in joined or b'"' in joined or b"\n" in joined:
        # A bare quote leaves nothing, which no check lets pass.
        for at, text in enumerate(texts):
            if "\\" in text or '"' in text or "\n" in text:
                texts[at] = join_lines(text)
        together = _BETWEEN.join(texts)
    if _LETTERLESS.search(f"{_BETWEEN}{together}{_BETWEEN}") is not None:
        return None
    if not _have_marks(texts, wanted) or not _are_stamped(rows, texts, together):
        return None
    return texts


def join_lines(lines: str) -> str:
    """What a string says, on one line or several; nothing where a quote stands bare."""
    if "\n" not in lines:
        return "" if BARE_QUOTE.search(lines) else unescape_string(lines)
    parts = lines.split('"\n"')
    if any("\n" in part or BARE_QUOTE.search(part) for part in parts):
        return ""
    return "".join([unescape_string(part) for part in parts])


def _have_marks(texts: Sequence[str], wanted: Wanted) -> bool:
    """Whether each text has the marks of its source, and no sign that none may hold."""
    plain = "".join([texts[number] for number in wanted.plain])
    if any(mark in plain for mark in MARKS):
        return False
    if not plain.isprintable() and find_sign(plain) is not None:
        return False
    return find_shape(_BETWEEN.join([texts[number] for number in wanted.marked])) == wanted.marks


def _are_stamped(rows: Rows, texts: Sequence[str], together: str) -> bool:
    """Whether each text is the one that its stamp was made for; `together` is all of them.

    With plain quotes and dashes most are their own folded text; the others are folded.
    """
    for sign, plain in _OFTEN:
        if sign in together:
            together = together.replace(sign, plain)
    folded = together.encode("utf-8").split(_BYTE_BETWEEN)
    digests = [blake2b(each, digest_size=6).hexdigest() for each in folded]
    stamped = b"".join(rows.stamped).decode("latin-1")
    return "".join(digests) == stamped or all(
        digest == stamp.decode("latin-1") or hash_text(text).encode() == stamp
        for digest, stamp, text in zip(digests, rows.stamped, texts, strict=True)
    )


def _find_origins(rows: Rows, reviewers: AbstractSet[str]) -> list[Origin] | None:
    """Who wrote each text; None where a line is unusual, or a person's is marked as fuzzy."""
    known = {maker: _read_maker(maker) for maker in set(rows.makers)}
    fuzzy = {lines: _read_notes(lines) for lines in set(rows.notes)}
    if None in known.values() or None in fuzzy.values():
        return None
    origins: list[Origin] = []
    for maker, lines in zip(rows.makers, rows.notes, strict=True):
        origin, author = known[maker] or (Origin.MACHINE, "")
        if origin in _PERSONS:
            if fuzzy[lines]:
                return None
            if origin is Origin.REVIEWED and author not in reviewers:
                origin = Origin.HUMAN
        origins.append(origin)
    return origins


@lru_cache(maxsize=4096)
def _read_maker(stamp: bytes) -> tuple[Origin, str] | None:
    """The origin that the beginning of a stamp claims, and its first word of who made it."""
    found = _MAKER.fullmatch(stamp.decode("utf-8", "replace"))
    return None if found is None else (ORIGINS[found[1]], (found[2] or "").partition(" ")[0])


@lru_cache(maxsize=4096)
def _read_notes(lines: bytes) -> bool | None:
    """Whether the lines say fuzzy; None where they aren't just those that Waypost writes."""
    found = _NOTES.fullmatch(lines.decode("utf-8", "replace"))
    return None if found is None else found[1] is not None
