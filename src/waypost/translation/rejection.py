"""What people have rejected: a line beside an entry that keeps a machine from saying it again.

    rejected: argos 1.12.1 en_es src=0a1b2c3d4e5f tgt=5f4e3d2c1b0a
    reason: says “must not” where the source says “need not”

The hashes are those of the source and of the text that was rejected, as in a stamp.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from waypost.model.fingerprint import fingerprint
from waypost.translation.catalog import FUZZY, Catalog, Entry, with_former
from waypost.translation.origin import is_persons, judge_entry
from waypost.translation.stamp import Stamp

_LINE = re.compile(r"rejected: (?:(\S.*?) )?src=([0-9a-f]{12}) tgt=([0-9a-f]{12})$")
_BEGIN = "rejected:"
_PERSON = "a person"
_MOST_LINES = 6
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rejection:
    """Who had written the text, and the fingerprints of its source and of the text itself."""

    by: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A catalogue without the texts that were rejected, and their addresses."""

    catalog: Catalog
    addresses: tuple[str, ...]


def find_rejections(comments: tuple[str, ...]) -> tuple[Rejection, ...]:
    """The rejections among translators' comments, whole where a tool has wrapped them."""
    found: list[Rejection] = []
    for at, line in enumerate(comments):
        if not line.startswith(_BEGIN):
            continue
        joined = line
        following = iter(comments[at + 1 : at + _MOST_LINES])
        while (match := _LINE.match(joined)) is None:
            more = next(following, None)
            if more is None:
                break
            joined += more if joined.endswith("-") else f" {more}"
        if match is not None:
            found.append(Rejection(*match.groups(default="")))
    return tuple(found)


def render_rejection(rejection: Rejection) -> str:
    """The comment line, without `# `."""
    by = f"{rejection.by} " if rejection.by else ""
    return f"{_BEGIN} {by}src={rejection.source} tgt={rejection.target}"


def is_rejected(entry: Entry, stamp: Stamp) -> bool:
    """Whether somebody has rejected what a machine with this stamp says at this entry.

    An equal stamp means an equal text; the text itself isn't taken from another engine either.
    """
    return stamp.is_unchecked and any(
        each.by == stamp.by or each.target == stamp.target
        for each in find_rejections(entry.comments)
        if each.source == stamp.source
    )


def is_rejected_by(entry: Entry, engine: str, source: str) -> bool:
    """Whether to ask the engine with this stamp again for `source` is in vain."""
    mark = fingerprint(source)
    return any(
        each.source == mark and each.by == engine for each in find_rejections(entry.comments)
    )


def is_former_rejected(entry: Entry) -> bool:
    """Whether an obsolete entry holds words that were rejected: they don't come back by syncing."""
    mark = fingerprint(entry.target)
    return any(each.target == mark for each in find_rejections(entry.comments))


def reject(catalog: Catalog, addresses: frozenset[str], reason: str) -> Rejected:
    """The catalogue without the texts at `addresses`, and beside each a line that says so.

    A person's words stay as an obsolete entry. Where there is no text nothing is rejected.
    """
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
        bare = replace(entry, target="", stamp=None, flags=flags, previous="")
        if is_persons(entry):
            comments = tuple(dict.fromkeys((*entry.comments, *lines)))
            former.append(replace(entry, comments=comments, context=(), previous=""))
            entries.append(bare)
        else:
            comments = tuple(dict.fromkeys((*entry.comments, *lines)))
            entries.append(replace(bare, comments=comments))
    kept = replace(catalog, entries=tuple(entries))
    return Rejected(with_former(kept, (*catalog.obsolete, *former)), tuple(done))


def _describe(entry: Entry, reason: str) -> tuple[str, ...]:
    stamp = entry.stamp
    by = _PERSON if is_persons(entry) or stamp is None else stamp.by
    made_for = judge_entry(entry, _NOBODY)[1]
    line = render_rejection(Rejection(by, made_for, fingerprint(entry.target)))
    words = " ".join(reason.split())
    return (line, f"reason: {words}") if words else (line,)
