"""Who vouches for the texts of a branch: what is stamped, and which stamps are taken away.

The rules, in the order in which they are asked:

1. A stamp that stood on the base beside the same words is good, wherever they have moved.
2. Words that are new and that a reviewer's own commit let stand are hers: she wrote them, or took
   the mark of unfinished work (`fuzzy`) away from a machine's text, or put her own stamp.
3. A person's words that stood at a commit which a reviewer approved are vouched for by her.
4. A machine's words are never vouched for by approving alone: only rule 2, or a line of her
   review that names the guide (`/waypost accept es guides/parking`).
5. Any other stamp is taken away, and a machine's text that lost its mark gets it back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum

import msgspec

from waypost.model.fingerprint import fingerprint
from waypost.model.replacing import replace
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.origin import judge_entry
from waypost.translation.stamp import Stamp, StampKind, find_stamp
from waypost.translation.versions import (
    Ground,
    History,
    Signed,
    Words,
    find_reviews,
    find_words,
    is_finished,
    is_marked,
)

Sign = Callable[[Entry, str], Entry | None]
"""An entry with the stamp of a handle, or None for a text that may not have one."""


class Approval(msgspec.Struct, frozen=True):
    """A reviewer has approved the branch at a commit."""

    handle: str
    commit: str
    accepted: AbstractSet[str] = frozenset()
    """The addresses of this document whose machine texts she accepts by name."""
    accepts_all: bool = False
    """Whether she accepts all of this document's."""

    def names(self, address: str) -> bool:
        """Whether the text at the address is accepted by name."""
        return self.accepts_all or address in self.accepted


class Evidence(msgspec.Struct, frozen=True):
    """What is proven of the people of a branch, for one document in one language."""

    handles: Mapping[str, str]
    """By commit: the handle of the reviewer whose commit it is."""
    approvals: tuple[Approval, ...]


class Ruling(StrEnum):
    """What becomes of a text."""

    STAMPED = "stamped"
    FORGED = "forged"
    """It loses a stamp that nobody proves."""
    UNMARKED = "unmarked"
    """It gets the mark of a machine's text back."""
    BLOCKED = "blocked"
    """It would be stamped, but for something in it that no text may have."""


class Verdict(msgspec.Struct, frozen=True):
    """What becomes of the text of one entry, and why."""

    address: str
    ruling: Ruling
    handle: str
    """Who vouches for it, or whom the forged stamp names; "" where a mark is put back."""
    commit: str
    """Which commit of the branch let it stand; "" for one on the base."""
    is_obsolete: bool = False


class Judged(msgspec.Struct, frozen=True):
    """A catalogue as it ought to be, and what was changed for it."""

    catalog: Catalog
    verdicts: tuple[Verdict, ...]


def judge_branch(
    catalog: Catalog, history: History, ground: Ground, evidence: Evidence, sign: Sign
) -> Judged:
    """The catalogue at the head of a branch with the stamps that are due, and no others."""
    judge = _Judge(history, ground, evidence, sign)
    entries = tuple([judge.judge(entry) for entry in catalog.entries])
    obsolete = tuple([judge.judge_obsolete(entry) for entry in catalog.obsolete])
    return Judged(replace(catalog, entries=entries, obsolete=obsolete), tuple(judge.verdicts))


class _Judge:
    def __init__(self, history: History, ground: Ground, evidence: Evidence, sign: Sign) -> None:
        self.verdicts: list[Verdict] = []
        self._history = history
        self._ground = ground
        self._evidence = evidence
        self._sign = sign

    def judge(self, entry: Entry) -> Entry:
        """The entry with the stamp that is due."""
        if not entry.target.strip():
            return entry
        words = find_words(entry)
        finisher = self._find_finisher(entry, words)
        handle = self._find_voucher(entry, words, finisher)
        good, forged = self._part_reviews(entry, words, handle)
        cleaned = self._take_away(entry, words, forged)
        if good:
            return cleaned
        if handle:
            signed = self._sign(cleaned, handle)
            ruling = Ruling.BLOCKED if signed is None else Ruling.STAMPED
            self._say(entry, ruling, handle, finisher)
            return signed or cleaned
        mark = self._find_mark(words)
        if mark is None or is_marked(entry) or not (forged or finisher):
            return cleaned
        if not forged:
            self._say(entry, Ruling.UNMARKED, "", finisher)
        return _mark_again(cleaned, mark)

    def judge_obsolete(self, entry: Entry) -> Entry:
        """A former pair without stamps that nobody proves."""
        if not entry.target.strip():
            return entry
        words = find_words(entry)
        own = {
            handle
            for commit, handle in self._evidence.handles.items()
            if words in self._history.versions[commit].finished
        }
        reviews = list(find_reviews(entry))
        proven = {each.handle for each in reviews} & own
        forged = [
            each
            for each in reviews
            if each.handle not in proven and not self._is_good(each, entry, words)
        ]
        return self._take_away(entry, words, forged, is_obsolete=True)

    def _find_finisher(self, entry: Entry, words: Words) -> str:
        """The commit of the branch that let new words stand, or ""."""
        if not is_finished(entry) or words in self._ground.finished:
            return ""
        return self._history.find_finisher(words)

    def _find_mark(self, words: Words) -> Stamp | None:
        return self._history.find_mark(words) or self._ground.machine.get(words)

    def _find_voucher(self, entry: Entry, words: Words, finisher: str) -> str:
        """The handle of the reviewer who vouches for the text on this branch, or ""."""
        if words.made_for != fingerprint(entry.source):
            return ""
        own = self._evidence.handles.get(finisher, "")
        if own:
            return own
        vouching = (x.handle for x in self._evidence.approvals if self._covers(x, entry, words))
        return next(vouching, "")

    def _covers(self, approval: Approval, entry: Entry, words: Words) -> bool:
        version = self._history.versions[approval.commit]
        if approval.names(entry.address):
            # She names what stands there, not only what the branch brings.
            return words in version.finished or words in version.machine
        is_persons = self._find_mark(words) is None
        return is_persons and words in version.finished and words not in self._ground.finished

    def _part_reviews(
        self, entry: Entry, words: Words, handle: str
    ) -> tuple[list[Stamp], list[Stamp]]:
        """The reviewers' stamps beside the text: those that are good, and those that aren't."""
        good: list[Stamp] = []
        forged: list[Stamp] = []
        for stamp in find_reviews(entry):
            is_good = stamp.handle == handle or self._is_good(stamp, entry, words)
            (good if is_good else forged).append(stamp)
        return good, forged

    def _is_good(self, stamp: Stamp, entry: Entry, words: Words) -> bool:
        if (stamp, words.text) in self._ground.stamps:
            return True
        signer = self._history.find_signer(Signed(words, stamp.handle))
        if self._evidence.handles.get(signer, "") == stamp.handle:
            return True
        # Another reviewer may have approved it besides the one who vouches for it first.
        approvals = (x for x in self._evidence.approvals if x.handle == stamp.handle)
        return any(self._covers(each, entry, words) for each in approvals)

    def _take_away(
        self, entry: Entry, words: Words, forged: list[Stamp], *, is_obsolete: bool = False
    ) -> Entry:
        """The entry without these stamps, as a person's words; each has its verdict."""
        for stamp in forged:
            signer = self._history.find_signer(Signed(words, stamp.handle))
            ruling = Ruling.FORGED
            self.verdicts.append(Verdict(entry.address, ruling, stamp.handle, signer, is_obsolete))
        if not forged:
            return entry
        comments = tuple([line for line in entry.comments if find_stamp(line) not in forged])
        if entry.stamp not in forged:
            return replace(entry, comments=comments)
        stamp = Stamp(StampKind.HUMAN, "", words.made_for, fingerprint(entry.target))
        return replace(entry, stamp=stamp, comments=comments)

    def _say(self, entry: Entry, ruling: Ruling, handle: str, commit: str) -> None:
        self.verdicts.append(Verdict(entry.address, ruling, handle, commit))


def _mark_again(entry: Entry, mark: Stamp) -> Entry:
    """The entry as a machine's text once more."""
    others = tuple([flag for flag in entry.flags if flag != FUZZY])
    return replace(entry, stamp=mark, flags=(FUZZY, *others))


def stamp_same(catalog: Catalog, judged: Catalog, verdicts: tuple[Verdict, ...]) -> Catalog:
    """Another version of the catalogue with the stamps that were given to the same words.

    For a branch that can't be written to: its stamps are put on the base once it is merged.
    """
    addresses = {each.address for each in verdicts if each.ruling is Ruling.STAMPED}
    due = {
        find_words(entry): entry
        for entry in judged.entries
        if entry.address in addresses and entry.target.strip()
    }
    entries: list[Entry] = []
    for entry in catalog.entries:
        given = due.get(find_words(entry)) if entry.target.strip() else None
        is_current = given is not None and judge_entry(entry, frozenset())[1] == fingerprint(
            entry.source
        )
        if given is None or not is_current or list(find_reviews(entry)):
            entries.append(entry)
            continue
        flags = tuple([flag for flag in entry.flags if flag != FUZZY])
        entries.append(replace(entry, stamp=given.stamp, flags=flags, previous=""))
    return replace(catalog, entries=tuple(entries))
