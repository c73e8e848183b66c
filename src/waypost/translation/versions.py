"""The versions of one PO file along a branch, and whose commit made a text as it stands.

A text is known by its words: the source that it was made for and the translation, both folded, so
that an entry which only moves, or gets a line of Waypost's, keeps its writer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from waypost.model.fingerprint import fingerprint, fold_text
from waypost.model.translation import Origin
from waypost.translation.catalog import Catalog, Entry
from waypost.translation.origin import judge_entry
from waypost.translation.stamp import Stamp, StampKind, find_stamp

_NOBODY: frozenset[str] = frozenset()


class Words(NamedTuple):
    """The fingerprint of the source that a text was made for, and the text, folded."""

    made_for: str
    text: str


class Signed(NamedTuple):
    """Words with the handle that a stamp beside them names."""

    words: Words
    handle: str


class Version(msgspec.Struct, frozen=True):
    """What one version of a PO file says."""

    finished: frozenset[Words]
    """Texts that somebody lets stand: neither unfinished nor a machine's that is to be checked."""
    signed: frozenset[Signed]
    machine: Mapping[Words, Stamp]
    """Texts that carry the mark of a machine or a draft, and this mark."""


EMPTY = Version(frozenset(), frozenset(), {})
_Holds = Callable[[Version], bool]


class Ground(msgspec.Struct, frozen=True):
    """What the base of a branch says in one language, in all its PO files."""

    finished: frozenset[Words] = frozenset()
    machine: Mapping[Words, Stamp] = msgspec.field(default_factory=dict)
    stamps: frozenset[tuple[Stamp, str]] = frozenset()
    """Every reviewer's stamp, and the folded text that it stands beside."""


def read_ground(catalogs: Iterable[Catalog]) -> Ground:
    """What the catalogues say together."""
    finished: set[Words] = set()
    machine: dict[Words, Stamp] = {}
    stamps: set[tuple[Stamp, str]] = set()
    for catalog in catalogs:
        version = read_version(catalog)
        finished |= version.finished
        machine.update(version.machine)
        for entry in (*catalog.entries, *catalog.obsolete):
            stamps.update((stamp, fold_text(entry.target)) for stamp in find_reviews(entry))
    return Ground(frozenset(finished), machine, frozenset(stamps))


def read_version(catalog: Catalog) -> Version:
    """What a catalogue says, obsolete entries only as far as they are signed."""
    finished: set[Words] = set()
    signed: set[Signed] = set()
    machine: dict[Words, Stamp] = {}
    for entry in catalog.entries:
        if not entry.target.strip():
            continue
        words = find_words(entry)
        if is_finished(entry):
            finished.add(words)
        if is_marked(entry) and entry.stamp is not None:
            machine[words] = entry.stamp
    for entry in (*catalog.entries, *catalog.obsolete):
        signed.update(Signed(find_words(entry), stamp.handle) for stamp in find_reviews(entry))
    return Version(frozenset(finished), frozenset(signed), machine)


def find_words(entry: Entry) -> Words:
    """The words of an entry that has a translation."""
    return Words(judge_entry(entry, _NOBODY)[1], fold_text(entry.target))


def find_reviews(entry: Entry) -> Iterator[Stamp]:
    """Every reviewer's stamp that matches the text, those too that stand among the comments."""
    mark = fingerprint(entry.target)
    stamps = (entry.stamp, *(find_stamp(line) for line in entry.comments))
    for stamp in stamps:
        if stamp is not None and stamp.kind is StampKind.REVIEWED and stamp.target == mark:
            yield stamp


def is_marked(entry: Entry) -> bool:
    """Whether the entry says that a machine wrote the text, or a draft, and nobody changed it."""
    stamp = entry.stamp
    return stamp is not None and stamp.is_unchecked and stamp.target == fingerprint(entry.target)


def is_finished(entry: Entry) -> bool:
    """Whether somebody lets the text stand: a person's words, or a machine's no longer fuzzy."""
    if is_marked(entry):
        return not entry.is_fuzzy
    return judge_entry(entry, _NOBODY)[0] in {Origin.HUMAN, Origin.REVIEWED}


class Step(NamedTuple):
    """A commit of a branch: its parents and, for each pair of them, where they parted."""

    parents: tuple[str, ...]
    partings: Mapping[tuple[str, str], str]


class History(msgspec.Struct, frozen=True):
    """A branch since it left the base: its commits, and the version of one file at each.

    `versions` has one for every commit, parent and parting too.
    """

    head: str
    steps: Mapping[str, Step]
    versions: Mapping[str, Version]

    def find_finisher(self, words: Words) -> str:
        """The commit that let the text stand; "" where it stood so before the branch."""
        return self._find(lambda version: words in version.finished)

    def find_signer(self, signed: Signed) -> str:
        """The commit that put a stamp beside the text; "" where it stood before the branch."""
        return self._find(lambda version: signed in version.signed)

    def find_mark(self, words: Words) -> Stamp | None:
        """The mark that the text has had as a machine's anywhere on the branch, or None."""
        marks = (version.machine.get(words) for version in self.versions.values())
        return next((mark for mark in marks if mark is not None), None)

    def _find(self, holds: _Holds) -> str:
        at = self.head
        while at in self.steps:
            step = self.steps[at]
            carriers = [each for each in step.parents if holds(self.versions[each])]
            clean = next((each for each in carriers if self._is_clean(step, each, holds)), None)
            if clean is None:
                return at
            at = clean
        return ""

    def _is_clean(self, step: Step, carrier: str, holds: _Holds) -> bool:
        """Whether the text came over from this parent because it was made there.

        What the other parent had taken away since they parted, the merge itself has brought back.
        """
        return all(
            holds(self.versions[other]) or not holds(self.versions[step.partings[carrier, other]])
            for other in step.parents
            if other != carrier
        )
