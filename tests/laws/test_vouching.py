"""Whatever people, a machine and a forger do on a branch: each stamp is earned, and each is given.

The judge walks through the commits; here a plain record of who did what says the same.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from waypost.model.replacing import replace
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.po_writer import render_catalog
from waypost.translation.review import sign_entry
from waypost.translation.stamp import StampKind, make_stamp
from waypost.translation.versions import (
    History,
    Step,
    Version,
    Words,
    find_words,
    is_finished,
    is_marked,
    read_ground,
    read_version,
)
from waypost.translation.vouching import Approval, Evidence, Judged, judge_branch

DAY = date(2026, 11, 21)
ADDRESSES = ("title", "body/do/p-1")
REVIEWERS = ("ana", "ben")
PEOPLE = (*REVIEWERS, "mallory", "robot")
TEXTS = ("uno", "dos")

acts = st.tuples(
    st.sampled_from(PEOPLE),
    st.sampled_from(["write", "write", "machine", "finish", "unmark", "forge", "sign", "clear"]),
    st.sampled_from(ADDRESSES),
    st.sampled_from(TEXTS),
)
approvals = st.lists(st.tuples(st.sampled_from(REVIEWERS), st.integers(0, 7)), max_size=2)


def act(catalog: Catalog, who: str, what: str, address: str, text: str) -> Catalog:
    return replace(
        catalog,
        entries=tuple(
            _change(entry, who, what, text) if entry.address == address else entry
            for entry in catalog.entries
        ),
    )


def _change(entry: Entry, who: str, what: str, text: str) -> Entry:
    bare = tuple(flag for flag in entry.flags if flag != FUZZY)
    match what:
        case "write":
            return replace(entry, target=text)
        case "clear":
            return replace(entry, target="", stamp=None, flags=bare)
        case "machine":
            stamp = make_stamp(StampKind.MACHINE, "argos 1 en_es", entry.source, text)
            return replace(entry, target=text, stamp=stamp, flags=(FUZZY, *bare))
    if not entry.target:
        return entry
    match what:
        case "finish":
            return replace(entry, flags=bare)
        case "unmark":
            return replace(entry, stamp=None, flags=bare)
        case "forge":
            return sign_entry(entry, "ana" if who != "ana" else "ben", DAY)
    return sign_entry(entry, who, DAY) if who in REVIEWERS else entry


@dataclass
class Branch:
    """A branch with a commit for each act, as the judge is given it, and as it was."""

    base: Catalog
    head: Catalog
    history: History
    evidence: Evidence
    who: dict[str, str]
    versions: list[tuple[str, Version]] = field(default_factory=list)

    def judge(self, head: Catalog | None = None) -> Judged:
        def sign(entry: Entry, handle: str) -> Entry:
            return sign_entry(entry, handle, DAY)

        ground = read_ground([self.base])
        return judge_branch(head or self.head, self.history, ground, self.evidence, sign)

    def finishers(self, words: Words) -> list[str]:
        """Who has let the words stand that didn't stand before, first to last."""
        pairs = zip(self.versions, self.versions[1:], strict=False)
        return [
            self.who[id_]
            for (_, before), (id_, after) in pairs
            if words in after.finished and words not in before.finished
        ]

    def signers(self, words: Words, handle: str) -> list[str]:
        pairs = zip(self.versions, self.versions[1:], strict=False)
        return [
            self.who[id_]
            for (_, before), (id_, after) in pairs
            if (words, handle) in after.signed and (words, handle) not in before.signed
        ]

    def was_machines(self, words: Words) -> bool:
        return any(words in version.machine for _, version in self.versions)

    def approvers(self, words: Words) -> set[str]:
        there = dict(self.versions)
        return {
            each.handle
            for each in self.evidence.approvals
            if words in there[each.commit].finished and words not in self.versions[0][1].finished
        }


@st.composite
def branches(draw: st.DrawFn) -> Branch:
    base = Catalog("es", tuple(Entry(address, f"Source of {address}.") for address in ADDRESSES))
    for step in draw(st.lists(acts, max_size=3)):
        base = act(base, *step)
    catalog = base
    versions = [("c0", read_version(base))]
    steps: dict[str, Step] = {}
    who: dict[str, str] = {}
    for number, step in enumerate(draw(st.lists(acts, min_size=1, max_size=7)), start=1):
        catalog = act(catalog, *step)
        catalog = parse_catalog(render_catalog(catalog).encode()).catalog
        id_ = f"c{number}"
        steps[id_] = Step((f"c{number - 1}",), {})
        who[id_] = step[0]
        versions.append((id_, read_version(catalog)))
    last = len(steps)
    given = tuple(Approval(h, f"c{max(1, at % (last + 1))}") for h, at in draw(approvals))
    handles = {id_: name for id_, name in who.items() if name in REVIEWERS}
    history = History(f"c{last}", steps, dict(versions))
    return Branch(base, catalog, history, Evidence(handles, given), who, versions)


def _reviews(catalog: Catalog) -> list[tuple[Entry, str]]:
    return [
        (entry, entry.stamp.handle)
        for entry in catalog.entries
        if entry.stamp is not None
        and entry.stamp.kind is StampKind.REVIEWED
        and entry.target
        and find_words(entry).text == entry.target
        and is_finished(entry)
    ]


@given(branches())
def test_every_stamp_is_earned(branch: Branch) -> None:
    ground = read_ground([branch.base])
    for entry, handle in _reviews(branch.judge().catalog):
        assert entry.stamp is not None
        words = find_words(entry)
        if entry.stamp.target != make_stamp(StampKind.HUMAN, "", "", entry.target).target:
            continue  # It stands beside other words and counts for nothing.
        assert (
            (entry.stamp, words.text) in ground.stamps
            or handle in branch.finishers(words)
            or handle in branch.signers(words, handle)
            or (handle in branch.approvers(words) and not branch.was_machines(words))
        )


@given(branches())
def test_every_stamp_that_is_earned_is_given(branch: Branch) -> None:
    judged = {entry.address: entry for entry in branch.judge().catalog.entries}
    standing = branch.versions[0][1].finished
    for entry in branch.head.entries:
        if not entry.target or not is_finished(entry):
            continue
        words = find_words(entry)
        finishers = branch.finishers(words)
        is_new = words not in standing and bool(finishers)
        if is_new and finishers[-1] in REVIEWERS:
            stamp = judged[entry.address].stamp
            assert stamp is not None
            assert stamp.kind is StampKind.REVIEWED


@given(branches())
@settings(max_examples=300)
def test_no_machines_text_passes_for_a_persons(branch: Branch) -> None:
    """Unless a reviewer let it stand, or it stood so on the base, or people wrote it first."""
    standing = branch.versions[0][1].finished
    for entry in branch.judge().catalog.entries:
        if not entry.target or is_marked(entry):
            continue
        words = find_words(entry)
        if branch.was_machines(words) and words not in standing and is_finished(entry):
            assert set(branch.finishers(words)) & set(REVIEWERS) or any(
                branch.signers(words, handle).count(handle) for handle in REVIEWERS
            )


@given(branches())
def test_the_judge_changes_no_word_and_is_content_with_its_own_work(branch: Branch) -> None:
    judged = branch.judge()
    assert [e.target for e in judged.catalog.entries] == [e.target for e in branch.head.entries]
    last = branch.history.head
    after = replace(
        branch.history,
        head="stamped",
        steps={**branch.history.steps, "stamped": Step((last,), {})},
        versions={**branch.history.versions, "stamped": read_version(judged.catalog)},
    )
    again = replace_history(branch, after).judge(judged.catalog)
    assert again.catalog == judged.catalog
    assert again.verdicts == ()


def replace_history(branch: Branch, history: History) -> Branch:
    return dataclasses.replace(branch, history=history)
