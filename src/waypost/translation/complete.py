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
from functools import lru_cache
from hashlib import blake2b, sha256
from typing import NamedTuple

from waypost.model.fingerprint import hash_text
from waypost.model.marks import BETWEEN, cut_text, number_words
from waypost.model.text import Segment, Syntax
from waypost.model.translation import Origin, Translation
from waypost.model.whole_texts import Cut, WholeTexts
from waypost.translation.origin import ORIGINS
from waypost.translation.po_syntax import escape_string, has_bare_quote, unescape_bytes

_BYTE_BETWEEN = BETWEEN.encode()
_MAKER = re.compile(r"# (mt|draft|reviewed|human):(?: (\S[^\n]*))?")
_NOTES = re.compile(r"(?:\n#\.[^\n]*)*(\n#, fuzzy)?")
_LETTERLESS = re.compile(r"\0[\W\d_]*\0")
_PERSONS = frozenset({Origin.HUMAN, Origin.REVIEWED})
_TEXT = b'\nmsgstr "'
_LINE_BREAK = b'"\n"'
"""Between two lines of one string."""
_CUT_ESCAPE = b"\\" + _LINE_BREAK
_BACKSLASH, _QUOTE, _NEWLINE = b'\\"\n'
_DIGEST, _MADE_FOR = 12, 34
"""From the end of a stamp back to its last digest, and to the space before the first one."""
_OFTEN = tuple(zip("\n’“”–—\xa0", ' \'""-- ', strict=True))
"""What folding makes of the signs that most texts are folded for."""


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
    marks: str
    """All their marks as `Entries` has them."""
    cut: Cut
    """Of all segments."""
    gaps: tuple[tuple[int, tuple[str, ...]], ...]
    """The words of the other segments, and the number of the first of them among all."""


class Entries(NamedTuple):
    """The entries of a file, all of them as they were stamped; each list is in their order."""

    frame: bytes
    """Digest of the addresses, the sources, and which sources the texts were made for."""
    makers: list[Maker]
    """Of each entry."""
    fuzzy: list[bool]
    words: list[str]
    """What stands between the marks of all texts."""
    marks: str
    """Those marks (`marks.find_shape`), and `BETWEEN` between two texts: no mark has a space."""
    end: int
    """Where the last line of the last one ends."""


def want_all(
    segments: Sequence[Segment],
    fingerprints: Sequence[str],
    shapes: Sequence[list[str] | None],
    wordless: Sequence[Translation | None],
) -> Wanted | None:
    """What a complete catalogue holds; None where some text must be looked at by itself."""
    if None in shapes or any(each.syntax is Syntax.MESSAGE for each in segments):
        return None
    known = tuple([tuple(shape) for shape in shapes if shape is not None])
    starts = number_words(known)
    positions = [at for at, text in enumerate(wordless) if text is None]
    addresses = {segments[at].address for at in positions}
    if not positions or len(addresses) != len(positions):
        return None
    marks = [mark for at in positions for mark in (BETWEEN, *known[at])][1:]
    gaps = [
        (starts[at], tuple(cut_text(text.text)[::2]))
        for at, text in enumerate(wordless)
        if text is not None
    ]
    return Wanted(
        tuple(positions),
        _digest_frame([_write_frame(segments[at], fingerprints[at]) for at in positions]),
        " ".join(marks),
        Cut(known, starts, tuple(wordless)),
        tuple(gaps),
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
    parts = _cut_texts(targets, stamped)
    if None in makers or None in notes or parts is None:
        return None
    known = [maker for maker in makers if maker is not None]
    marks = " ".join(parts[1::2])
    return Entries(_digest_frame(frame), known, [*map(bool, notes)], parts[::2], marks, at - 2)


def name_engines(entries: Entries) -> tuple[str, ...]:
    """Name and version of every engine that made a text, sorted."""
    return tuple(sorted({maker[2] for maker in entries.makers} - {""}))


def match_entries(
    wanted: Wanted, entries: Entries, reviewers: AbstractSet[str]
) -> WholeTexts | None:
    """A translation of each segment; None where the entries aren't complete and in order."""
    if entries.frame != wanted.frame or entries.marks != wanted.marks:
        return None
    origins = _find_origins(entries, reviewers)
    if origins is None:
        return None
    words = entries.words
    if wanted.gaps:
        words = [*words]
        origins = _spread(origins, wanted)
        for at, own in wanted.gaps:
            words[at:at] = own
    return WholeTexts(wanted.cut, words, origins)


def _spread(origins: Sequence[Origin], wanted: Wanted) -> list[Origin]:
    """The origin of every segment; where it has no words, that of the one before it."""
    known = dict(zip(wanted.positions, origins, strict=True))
    spread = [origins[0]] * len(wanted.cut.starts)
    for at in range(1, len(spread)):
        spread[at] = known.get(at, spread[at - 1])
    return spread


def _cut_texts(targets: list[bytes], stamped: Sequence[bytes]) -> list[str] | None:
    """The words and marks of all entries, if all have a letter and are as they were stamped."""
    for at, target in enumerate(targets):
        if _BACKSLASH in target or _QUOTE in target or _NEWLINE in target:
            # What takes a closer look leaves nothing, which no check lets pass.
            targets[at] = join_lines(target)
    joined = _BYTE_BETWEEN.join(targets)
    try:
        together = joined.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if together.count(BETWEEN) != len(targets) - 1:
        return None
    if _LETTERLESS.search(f"{BETWEEN}{together}{BETWEEN}") is not None:
        return None
    return cut_text(together) if _are_stamped(together, joined, stamped) else None


def join_lines(lines: bytes) -> bytes:
    """What a string says, on one line or several; nothing where that takes a closer look.

    So it does where a quote stands bare, or a backslash before the end of a line.
    """
    if _CUT_ESCAPE in lines:
        return b""
    lines = lines.replace(_LINE_BREAK, b"")
    return b"" if b"\n" in lines or has_bare_quote(lines) else unescape_bytes(lines)


def _are_stamped(together: str, joined: bytes, stamped: Sequence[bytes]) -> bool:
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
        for digest, stamp, text in zip(digests, stamped, together.split(BETWEEN), strict=True)
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
