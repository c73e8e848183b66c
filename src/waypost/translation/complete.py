"""The complete catalogue read as a whole: every text there, in order, current and as stamped.

Most files of a site are so. What stands around the texts is the same in every language, so only
its digest is compared with what Waypost would write; the texts are checked side by side, in a few
passes over all of them instead of many over each. A file is read without its document (`Entries`),
which may not be known yet, and matched with it afterwards. Anything else gives None, and
`current.read_current` goes entry by entry; both agree wherever this one answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial
from hashlib import blake2b, sha256
from itertools import repeat
from typing import NamedTuple

from waypost.model.fingerprint import hash_text
from waypost.model.markup import MARKS
from waypost.model.text import Segment, Syntax
from waypost.model.translation import Freshness, Origin, Translation
from waypost.translation.origin import ORIGINS
from waypost.translation.po_syntax import escape_string, has_bare_quote, unescape_bytes
from waypost.translation.soundness import find_shape, find_sign

_BETWEEN = "\0"
"""Stands between texts side by side: no text may hold it."""
_BYTE_BETWEEN = _BETWEEN.encode()
_MAKER = re.compile(r"# (mt|draft|reviewed|human):(?: (\S[^\n]*))?")
_NOTES = re.compile(r"(?:\n#\.[^\n]*)*(\n#, fuzzy)?")
_LETTERLESS = re.compile(r"\0[\W\d_]*\0")
_PERSONS = frozenset({Origin.HUMAN, Origin.REVIEWED})
_TEXT = b'\nmsgstr "'
_DIGEST, _MADE_FOR = 12, 34
"""From the end of a stamp back to its last digest, and to the space before the first one."""
_OFTEN = tuple(zip("\n’“”–—\xa0", ' \'""-- ', strict=True))
"""What folding makes of the signs that most texts are folded for."""
_make_translation = partial(tuple.__new__, Translation)


class Maker(NamedTuple):
    """Whom a stamp names."""

    origin: Origin
    """As the stamp claims."""
    author: str
    """The first word of who made the text."""
    engine: str
    """Name and version, where an engine made it; else ""."""


class Wanted(NamedTuple):
    """What a complete catalogue of a document holds, in the document's order."""

    positions: tuple[int, ...]
    """Of the segments that have words."""
    frame: bytes
    """Digest of what stands around the texts, the same in every language (`Entries.frame`)."""
    plain: tuple[int, ...]
    """Which of them have no marks."""
    marked: tuple[int, ...]
    """Which of them have marks."""
    marks: list[str]
    """All those marks (`soundness.find_shape`), with `_BETWEEN` between two texts."""


class Entries(NamedTuple):
    """The entries of a file, all of them as they were stamped; each list is in their order."""

    frame: bytes
    """Digest of the addresses, the sources, and which sources the texts were made for."""
    makers: list[Maker]
    """Of each entry."""
    fuzzy: list[bool]
    texts: list[str]
    end: int
    """Where the last line of the last one ends."""


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
        _digest_frame([_write_frame(segments[at], fingerprints[at]) for at in positions]),
        tuple(plain),
        tuple(marked),
        marks,
    )


def _write_frame(segment: Segment, fingerprint: str) -> bytes:
    """What stands around a text, as `stamp` and `po_writer` write it, but for who made it."""
    lines = segment.source.splitlines(keepends=True)
    source = '"\n"'.join(map(escape_string, ["", *lines] if len(lines) > 1 else lines))
    address = escape_string(segment.address)
    return f' src={fingerprint} tgt=\nmsgctxt "{address}"\nmsgid "{source}"\nmsgstr "'.encode()


def _digest_frame(parts: Iterable[bytes]) -> bytes:
    return sha256(b"".join(parts)).digest()


def read_entries(data: bytes, at: int) -> Entries | None:
    """The entries from `at` on, up to one that isn't stamped; None where a text isn't as stamped.

    None, too, where anything takes a closer look.
    """
    frame: list[bytes] = []
    makers: list[Maker | None] = []
    notes: list[bool | None] = []
    stamped: list[bytes] = []
    targets: list[bytes] = []
    find = data.find
    while data.startswith(b"# ", at):
        line = find(b"\n", at)
        top = find(b"\nmsgctxt ", line)
        begin = find(_TEXT, top) + len(_TEXT)
        if line < at + _MADE_FOR or top < line or begin < top:
            break
        end = find(b"\n", begin)
        while end >= 0 and data[end + 1 : end + 2] == b'"':
            end = find(b"\n", end + 1)
        makers.append(_read_maker(data[at : line - _MADE_FOR]))
        frame.append(data[line - _MADE_FOR : line - _DIGEST])
        stamped.append(data[line - _DIGEST : line])
        notes.append(_read_notes(data[line:top]))
        frame.append(data[top:begin])
        targets.append(data[begin : end - 1])
        at = end + 2
        if data[end - 1 : at] != b'"\n\n' and (data[end - 1 :] != b'"\n' or end < begin):
            return None
    texts = _read_texts(targets, stamped)
    if None in makers or None in notes or texts is None:
        return None
    known = [maker for maker in makers if maker is not None]
    return Entries(_digest_frame(frame), known, [*map(bool, notes)], texts, at - 2)


def name_engines(entries: Entries) -> tuple[str, ...]:
    """Name and version of every engine that made a text, sorted."""
    return tuple(sorted({maker[2] for maker in entries.makers} - {""}))


def match_entries(
    wanted: Wanted,
    wordless: Sequence[Translation | None],
    entries: Entries,
    reviewers: AbstractSet[str],
) -> list[Translation | None] | None:
    """A translation of each segment; None where the entries aren't complete and in order."""
    if entries.frame != wanted.frame or len(entries.texts) != len(wanted.positions):
        return None
    origins = _find_origins(entries, reviewers)
    if origins is None or not _have_marks(entries.texts, wanted):
        return None
    found = list(wordless)
    parts = zip(entries.texts, origins, repeat(Freshness.CURRENT), strict=False)
    for at, translation in zip(wanted.positions, map(_make_translation, parts), strict=True):
        found[at] = translation
    return found


def _read_texts(targets: list[bytes], stamped: Sequence[bytes]) -> list[str] | None:
    """The text of every entry, if all have a letter and are as they were stamped."""
    for at, target in enumerate(targets):
        if b"\\" in target or b'"' in target or b"\n" in target:
            # A bare quote leaves nothing, which no check lets pass.
            targets[at] = join_lines(target)
    joined = _BYTE_BETWEEN.join(targets)
    try:
        together = joined.decode("utf-8")
    except UnicodeDecodeError:
        return None
    texts = together.split(_BETWEEN)
    if len(texts) != len(targets):
        return None
    if _LETTERLESS.search(f"{_BETWEEN}{together}{_BETWEEN}") is not None:
        return None
    return texts if _are_stamped(texts, together, joined, stamped) else None


def join_lines(lines: bytes) -> bytes:
    """What a string says, on one line or several; nothing where a quote stands bare."""
    if b"\n" not in lines:
        return b"" if has_bare_quote(lines) else unescape_bytes(lines)
    parts = lines.split(b'"\n"')
    for at, part in enumerate(parts):
        if b"\n" in part or has_bare_quote(part):
            return b""
        parts[at] = unescape_bytes(part)
    return b"".join(parts)


def _have_marks(texts: Sequence[str], wanted: Wanted) -> bool:
    """Whether each text has the marks of its source, and no sign that none may hold."""
    plain = "".join([texts[number] for number in wanted.plain])
    if any(mark in plain for mark in MARKS):
        return False
    if not plain.replace("\n", "").isprintable() and find_sign(plain) is not None:
        return False
    return find_shape(_BETWEEN.join([texts[number] for number in wanted.marked])) == wanted.marks


def _are_stamped(
    texts: Sequence[str], together: str, joined: bytes, stamped: Sequence[bytes]
) -> bool:
    """Whether each text is the one that its stamp was made for.

    `together` and `joined` are all of them. With plain quotes and dashes most are their own folded
    text; the others are folded.
    """
    plain = together
    for sign, folded in _OFTEN:
        if sign in plain:
            plain = plain.replace(sign, folded)
    if plain is not together:
        joined = plain.encode("utf-8")
    digests = [blake2b(each, digest_size=6).hexdigest() for each in joined.split(_BYTE_BETWEEN)]
    return "".join(digests) == b"".join(stamped).decode("latin-1") or all(
        digest.encode() == stamp or hash_text(text).encode() == stamp
        for digest, stamp, text in zip(digests, stamped, texts, strict=True)
    )


def _find_origins(entries: Entries, reviewers: AbstractSet[str]) -> list[Origin] | None:
    """Who wrote each text; None where a person's is marked as fuzzy."""
    origins = [maker[0] for maker in entries.makers]
    # By `id`, because hashing an enum member costs more than all the rest.
    if _PERSONS.isdisjoint({id(origin): origin for origin in origins}.values()):
        return origins
    for at, (origin, author, _) in enumerate(entries.makers):
        if origin in _PERSONS:
            if entries.fuzzy[at]:
                return None
            if origin is Origin.REVIEWED and author not in reviewers:
                origins[at] = Origin.HUMAN
    return origins


@lru_cache(maxsize=4096)
def _read_maker(stamp: bytes) -> Maker | None:
    """Whom the beginning of a stamp names."""
    found = _MAKER.fullmatch(stamp.decode("utf-8", "replace"))
    if found is None:
        return None
    origin, by = ORIGINS[found[1]], found[2] or ""
    engine = " ".join(by.split()[:2]) if origin is Origin.MACHINE else ""
    return Maker(origin, by.partition(" ")[0], engine)


@lru_cache(maxsize=4096)
def _read_notes(lines: bytes) -> bool | None:
    """Whether the lines say fuzzy; None where they aren't just those that Waypost writes."""
    found = _NOTES.fullmatch(lines.decode("utf-8", "replace"))
    return None if found is None else found[1] is not None
