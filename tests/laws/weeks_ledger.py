"""What is true of every translation, kept beside the files as a plain record of who did what.

Nothing here asks Waypost: texts are known by their words, sources by a folding of its own, and the
files are read by polib. So the states that Waypost finds can be compared with those that are true.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TypeVar

import polib

from tests.laws.weeks_source import fold

T = TypeVar("T")
Key = tuple[str, str]
"""A document and a text in it."""
State = tuple[str, str] | None
"""Origin and freshness."""


@dataclass(frozen=True)
class Claim:
    """Whose words a text is, and the folded source that it was made for."""

    kind: str
    """machine, human or reviewed."""
    made_for: str
    handle: str = ""


@dataclass(frozen=True)
class Line:
    """An entry of a PO file, as polib reads it."""

    address: str
    source: str
    target: str
    is_fuzzy: bool
    comments: str
    previous: str
    obsolete: bool

    @property
    def is_machines(self) -> bool:
        """Whether an engine's stamp stands beside the text, valid or not."""
        return any(line.startswith(("mt:", "draft:")) for line in self.comments.split("\n"))


def read_po(text: str) -> list[Line]:
    """Every entry, obsolete ones included."""
    return [
        Line(
            entry.msgctxt or "",
            entry.msgid,
            entry.msgstr,
            "fuzzy" in entry.flags,
            entry.tcomment,
            entry.previous_msgid or "",
            bool(entry.obsolete),
        )
        for entry in polib.pofile(text)
    ]


def is_whole(source: str, target: str) -> bool:
    """Whether the text has the facts of the source, each as often."""
    return source.count("{fee}") == target.count("{fee}")


@dataclass
class Ledger:
    """What is known of one branch."""

    claims: dict[Key, Claim] = field(default_factory=dict)
    history: dict[Key, frozenset[Claim]] = field(default_factory=dict)
    """All that was ever true of a text: a merge may leave two copies of it."""
    owned: set[Key] = field(default_factory=set)
    """People's words that nobody has replaced: they must be in the file."""
    rejected: set[tuple[str, str, str]] = field(default_factory=set)
    """Document, folded source and text that somebody doesn't want to see there."""
    vain: set[tuple[str, str, str]] = field(default_factory=set)
    """The same, as long as no tool has dropped the line that keeps an engine from saying it."""

    def copy(self) -> Ledger:
        """The same, for a new branch."""
        return Ledger(
            dict(self.claims),
            dict(self.history),
            set(self.owned),
            set(self.rejected),
            set(self.vain),
        )

    def claim(self, key: Key, claim: Claim) -> None:
        """This is true of the text from now on."""
        self.claims[key] = claim
        self.history[key] = self.history.get(key, frozenset()) | {claim}

    def only(self, texts: AbstractSet[Key]) -> Ledger:
        """What is known of the texts that a branch still has."""
        claims = {key: claim for key, claim in self.claims.items() if key in texts}
        return Ledger(claims, self.history, self.owned, self.rejected, self.vain)

    def write(self, document: str, line: Line, text: str, *, fuzzy: bool, stamped: bool) -> None:
        """A person puts `text` in place of what stood in the entry `line`.

        What a tool marks as unfinished beside no stamp was made for the former source that it
        shows.
        """
        made_for = line.source
        if fuzzy and not stamped and line.previous:
            made_for = line.previous
        self.owned.discard((document, line.target))
        if text:
            self.claim((document, text), Claim("human", fold(made_for)))
            self.owned.add((document, text))

    def drop_comments(self, document: str, line: Line) -> None:
        """A tool has dropped the comments of an entry, and what they say was rejected."""
        comments = line.comments.replace("\n", " ")
        dropped = set(re.findall(r"rejected: (?:(?!\w+: ).)*?src=(\w{12}) tgt=", comments))
        self.vain = {
            one for one in self.vain if one[0] != document or _digest(one[1]) not in dropped
        }

    def accept(self, document: str, source: str, text: str, handle: str) -> None:
        """A reviewer vouches for the text beside the source."""
        self.claim((document, text), Claim("reviewed", fold(source), handle))
        self.owned.add((document, text))

    def find(self, document: str, line: Line, copies: int) -> Claim:
        """What is true of the text: of two copies, or two reviews, what stands beside it."""
        key = (document, line.target)
        claim = self.claims[key]
        is_kept = copies < 2 and key in self.owned
        if _is_written(claim, line) or (is_kept and claim.kind != "reviewed"):
            return claim
        fit = [each for each in self.history[key] if _is_written(each, line)]
        if is_kept:
            fit = [each for each in fit if each.kind == "reviewed"] or [claim]
        assert fit, f"none of {self.history[key]} stands beside the copy {line}"
        return fit[0]

    def state_of(
        self, claim: Claim, line: Line, source: str, reviewers: AbstractSet[str]
    ) -> tuple[str, str]:
        """What is true of the entry's text, where it stands for `source`."""
        kind = claim.kind
        if kind == "reviewed" and claim.handle not in reviewers:
            kind = "human"
        if kind != "machine" and line.is_fuzzy and not line.is_machines:
            kind = "draft"
        return (kind, "current" if claim.made_for == fold(source) else "stale")

    def expect(
        self,
        document: str,
        sources: Mapping[str, str],
        lines: Iterable[Line],
        reviewers: AbstractSet[str],
    ) -> dict[str, tuple[str, State]]:
        """Address → the text that stands for the source there, and its state; "" and None if none.

        What was made for a source stands for it wherever it is; else what is at its address.
        """
        every = list(lines)
        copies = Counter(line.target for line in every)
        standing = [line for line in every if not line.obsolete and line.target.strip()]
        claims = {line.address: self.find(document, line, copies[line.target]) for line in standing}
        weights = {"reviewed": 3, "human": 2, "draft": 1, "machine": 0}
        found: dict[str, tuple[str, State]] = {}
        for address, source in sources.items():
            usable = [line for line in standing if is_whole(source, line.target)]
            judged = [
                (line, self.state_of(claims[line.address], line, source, reviewers))
                for line in usable
            ]
            current = [one for one in judged if one[1][1] == "current"]
            own = [one for one in judged if one[0].address == address]
            at_home = [one for one in current if one[0].address == address]
            best = at_home or sorted(current, key=lambda one: -weights[one[1][0]]) or own
            found[address] = (best[0][0].target, best[0][1]) if best else ("", None)
        return found


def merge_ledgers(base: Ledger, ours: Ledger, theirs: Ledger) -> tuple[Ledger, dict[Key, Claim]]:
    """What is true of the merged branch, and the other claim where both sides have made one."""
    claims: dict[Key, Claim] = {}
    others: dict[Key, Claim] = {}
    for key in dict.fromkeys((*ours.claims, *theirs.claims)):
        former, our, their = (each.claims.get(key) for each in (base, ours, theirs))
        if our is not None and (their is None or their in (our, former)):
            claims[key] = our
            if their not in (None, our) and (key[0], our.made_for, key[1]) in ours.rejected:
                others[key] = their
        elif their is not None:
            claims[key] = their
            # Of two copies the rejected one is put away, so the other one may stand.
            is_rejected = (key[0], their.made_for, key[1]) in theirs.rejected
            if our is not None and (our != former or is_rejected):
                others[key] = our
    # What one side has replaced stands if the other has vouched for it meanwhile.
    vouched = {
        key
        for side in (ours, theirs)
        for key in side.owned
        if side.claims[key] != base.claims.get(key)
        and (key[0], side.claims[key].made_for, key[1]) not in side.rejected
    }
    return (
        Ledger(
            claims,
            {
                key: ours.history.get(key, frozenset()) | theirs.history.get(key, frozenset())
                for key in (*ours.history, *theirs.history)
            },
            _merge_sets(base.owned, ours.owned, theirs.owned) | vouched,
            base.rejected | ours.rejected | theirs.rejected,
            ours.vain | theirs.vain,
        ),
        others,
    )


def settle(
    ledger: Ledger, document: str, lines: Iterable[Line], others: Mapping[Key, Claim]
) -> None:
    """Where two people said something of one text, what the merged file says; it must be either."""
    ours = dict(ledger.claims)
    # What is in use comes last, so it counts.
    for line in sorted(lines, key=lambda each: not each.obsolete):
        key = (document, line.target)
        if key not in others:
            continue
        every = (ours[key], others[key], *ledger.history[key])
        fit = [claim for claim in every if _is_written(claim, line)]
        assert fit, f"none of {every} stands beside the text {line}"
        ledger.claims[key] = fit[0]


def _is_written(claim: Claim, line: Line) -> bool:
    digest = _digest(claim.made_for)
    by = {"reviewed": f"reviewed: {claim.handle} ", "machine": "mt: "}.get(claim.kind, "")
    # Tools wrap comments, at a date's hyphens too.
    comments = line.comments.replace("-\n", "-").replace("\n", " ")
    stamps = re.findall(r"((?:mt|draft|reviewed|human): (?:(?!\w+: ).)*?src=\w{12}) tgt=", comments)
    if not stamps:
        return not by and claim.made_for == fold(line.source)
    by = by or "human: "
    return any(each.startswith(by) and each.endswith(f"src={digest}") for each in stamps)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8"), digest_size=6).hexdigest()


def _merge_sets(base: set[T], ours: set[T], theirs: set[T]) -> set[T]:
    return (ours & theirs) | (ours - base) | (theirs - base)
