"""What people have rejected: a line that keeps a machine from saying it again in its document.

    rejected: argos 1.12.1 en_es src=0a1b2c3d4e5f tgt=5f4e3d2c1b0a
    reason: says “must not” where the source says “need not”

The hashes are those of the source and of the text that was rejected, as in a stamp. The line says
which source it is meant for, so it counts wherever that source stands in the document: the entry
that it was written beside may have got another source since, or be obsolete.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

import msgspec

from waypost.model.fingerprint import fingerprint
from waypost.model.replacing import replace
from waypost.translation.catalog import FUZZY, Catalog, Entry, with_former
from waypost.translation.former import retire_entry
from waypost.translation.origin import is_persons, judge_entry
from waypost.translation.stamp import Stamp, is_like_a_stamp
from waypost.translation.versions import Words, find_words

_LINE = re.compile(r"rejected: (?:(\S.*?) )?src=([0-9a-f]{12}) tgt=([0-9a-f]{12})$")
_BEGIN = "rejected:"
_REASON = "reason:"
_PERSON = "a person"
_MOST_LINES = 6
_NOBODY: frozenset[str] = frozenset()


class Rejection(msgspec.Struct, frozen=True):
    """Who had written the text, and the fingerprints of its source and of the text itself."""

    by: str
    source: str
    target: str


class Rejected(msgspec.Struct, frozen=True):
    """A catalogue without the texts that were rejected, and their addresses."""

    catalog: Catalog
    addresses: tuple[str, ...]


def find_rejections(comments: Sequence[str]) -> tuple[Rejection, ...]:
    """The rejections among translators' comments, whole where a tool has wrapped them."""
    matches = map(_LINE.match, unwrap_rejections(comments))
    return tuple([Rejection(*each.groups(default="")) for each in matches if each is not None])


def unwrap_rejections(comments: Sequence[str]) -> tuple[str, ...]:
    """The comments, with rejections whole that a tool has wrapped over several lines."""
    whole: list[str] = []
    start = 0
    while start < len(comments):
        joined, end = comments[start], start + 1
        if joined.startswith(_BEGIN) and _LINE.match(joined) is None:
            for more, line in enumerate(comments[end : start + _MOST_LINES], end + 1):
                if line.startswith((_BEGIN, _REASON)) or is_like_a_stamp(line):
                    break
                joined += line if joined.endswith("-") else f" {line}"
                if _LINE.match(joined) is not None:
                    end = more
                    break
        whole.append(comments[start] if end == start + 1 else joined)
        start = end
    return tuple(whole)


def find_rejection_lines(comments: Sequence[str]) -> frozenset[str]:
    """The comments that are rejections, and the reasons that stand below them."""
    found: set[str] = set()
    for line, below in pairwise((*comments, "")):
        if _LINE.match(line) is not None:
            found |= {line, below} if below.startswith(_REASON) else {line}
    return frozenset(found)


def gather_rejections(catalog: Catalog) -> frozenset[Rejection]:
    """What people have rejected in the document, beside whichever entry the line stands now."""
    every = (*catalog.entries, *catalog.obsolete)
    return frozenset([one for entry in every for one in find_rejections(entry.comments)])


def render_rejection(rejection: Rejection) -> str:
    """The comment line, without `# `."""
    by = f"{rejection.by} " if rejection.by else ""
    return f"{_BEGIN} {by}src={rejection.source} tgt={rejection.target}"


def is_rejected(rejections: Iterable[Rejection], stamp: Stamp) -> bool:
    """Whether somebody has rejected what a machine with this stamp says.

    An equal stamp means an equal text; the text itself isn't taken from another engine either.
    """
    return stamp.is_unchecked and any(
        each.by == stamp.by or each.target == stamp.target
        for each in rejections
        if each.source == stamp.source
    )


def is_rejected_by(rejections: Iterable[Rejection], engine: str, source: str) -> bool:
    """Whether to ask the engine with this stamp again for `source` is in vain."""
    mark = fingerprint(source)
    return any(each.source == mark and each.by == engine for each in rejections)


def is_former_rejected(entry: Entry) -> bool:
    """Whether an obsolete entry holds words that were rejected: they don't come back by syncing."""
    mark = fingerprint(entry.target)
    return any(each.target == mark for each in find_rejections(entry.comments))


def find_rejected(catalog: Catalog, addresses: AbstractSet[str]) -> frozenset[Words]:
    """The words at `addresses`, each with the source that it was made for."""
    return frozenset(
        [
            find_words(entry)
            for entry in catalog.entries
            if entry.address in addresses and entry.target.strip()
        ]
    )


def find_same(catalog: Catalog, words: AbstractSet[Words]) -> tuple[Entry, ...]:
    """The entries that say any of these words for the same source, in order."""
    return tuple(
        [each for each in catalog.entries if each.target.strip() and find_words(each) in words]
    )


def reject(catalog: Catalog, addresses: AbstractSet[str], reason: str) -> Rejected:
    """The catalogue without the texts at `addresses`, and beside each a line that says so.

    A machine's copies of them go too: the line counts in the whole document, and a page shows a
    text wherever its source stands. A person's words stay as an obsolete entry, with the line.
    Where there is no text nothing is rejected.
    """
    same = find_same(catalog, find_rejected(catalog, addresses))
    addresses = addresses | {each.address for each in same if not is_persons(each)}
    entries: list[Entry] = []
    former: list[Entry] = []
    done: list[str] = []
    for entry in catalog.entries:
        if entry.address not in addresses or not entry.target.strip():
            entries.append(entry)
            continue
        done.append(entry.address)
        lines = _describe(entry, reason)
        flags = tuple([flag for flag in entry.flags if flag != FUZZY])
        comments = tuple(dict.fromkeys((*entry.comments, *lines)))
        if is_persons(entry):
            former.append(replace(retire_entry(entry), comments=comments))
        entries.append(
            replace(entry, target="", stamp=None, flags=flags, previous="", comments=comments)
        )
    kept = replace(catalog, entries=tuple(entries))
    return Rejected(with_former(kept, (*catalog.obsolete, *former)), tuple(done))


def _describe(entry: Entry, reason: str) -> tuple[str, ...]:
    stamp = entry.stamp
    by = _PERSON if is_persons(entry) or stamp is None else stamp.by
    made_for = judge_entry(entry, _NOBODY)[1]
    line = render_rejection(Rejection(by, made_for, fingerprint(entry.target)))
    words = " ".join(reason.split())
    return (line, f"reason: {words}") if words else (line,)
