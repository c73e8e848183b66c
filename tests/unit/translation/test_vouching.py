from __future__ import annotations

from datetime import date

from tests.unit.translation.sample import by_machine, by_person, by_reviewer, catalog
from waypost.model.fingerprint import fold_text
from waypost.model.replacing import replace
from waypost.translation.catalog import Catalog, Entry
from waypost.translation.review import sign_entry
from waypost.translation.versions import (
    EMPTY,
    Ground,
    History,
    Step,
    Version,
    Words,
    find_words,
    read_ground,
    read_version,
)
from waypost.translation.vouching import (
    Approval,
    Evidence,
    Judged,
    Ruling,
    judge_branch,
    stamp_same,
)

P1, P2 = "body/do/p-1", "body/do/p-2"
DAY = date(2026, 11, 21)
MACHINE = by_machine(P1, "Pay.", "Pegue.")
MINE = by_person(P1, "Pay.", "Pague.")
SIGNED = by_reviewer(P1, "Pay.", "Pague.")


def sign(entry: Entry, handle: str) -> Entry | None:
    return sign_entry(entry, handle, DAY)


def judge(base: Catalog, head: Catalog, evidence: Evidence, ground: Ground | None = None) -> Judged:
    """One commit `c1` upon `c0`."""
    history = History(
        "c1", {"c1": Step(("c0",), {})}, {"c0": read_version(base), "c1": read_version(head)}
    )
    return judge_branch(head, history, ground or read_ground([base]), evidence, sign)


NOBODY = Evidence({}, ())
ANA = Evidence({"c1": "ana"}, ())


def test_words_of_a_reviewers_commit_get_her_stamp() -> None:
    judged = judge(catalog(MACHINE), catalog(MINE), ANA)
    assert judged.catalog == catalog(SIGNED)
    assert [(x.ruling, x.handle, x.commit) for x in judged.verdicts] == [
        (Ruling.STAMPED, "ana", "c1")
    ]


def test_words_that_stood_on_the_base_do_not() -> None:
    assert judge(catalog(MINE), catalog(MINE), ANA) == Judged(catalog(MINE), ())
    elsewhere = replace(MINE, address=P2)
    moved = judge(catalog(MINE), catalog(elsewhere), ANA)
    assert moved == Judged(catalog(elsewhere), ())


def test_unfinished_words_do_not() -> None:
    unfinished = replace(MINE, stamp=None, flags=("fuzzy",))
    assert judge(catalog(), catalog(unfinished), ANA).verdicts == ()


def test_a_stamp_beside_other_words_of_the_same_fingerprint_is_forged() -> None:
    """Its twelve digits can be met by a text that somebody has looked for long enough."""
    assert SIGNED.stamp is not None
    ground = Ground(stamps=frozenset({(SIGNED.stamp, fold_text("Pague aquí."))}))
    judged = judge(catalog(), catalog(SIGNED), NOBODY, ground)
    assert [x.ruling for x in judged.verdicts] == [Ruling.FORGED]
    assert judged.catalog == catalog(MINE)
    good = Ground(stamps=frozenset({(SIGNED.stamp, "Pague.")}))
    assert judge(catalog(), catalog(SIGNED), NOBODY, good).verdicts == ()


def test_two_who_approve_keep_both_stamps() -> None:
    approvals = (Approval("ana", "c1"), Approval("ben", "c1"))
    by_ben = by_reviewer(P1, "Pay.", "Pague.", "ben")
    assert judge(catalog(), catalog(by_ben), Evidence({}, approvals)).verdicts == ()
    assert judge(catalog(), catalog(MINE), Evidence({}, approvals)).catalog == catalog(SIGNED)


def test_a_machines_text_is_accepted_by_name_only() -> None:
    head = catalog(MACHINE, by_machine(P2, "Call.", "Llame."))
    assert judge(catalog(), head, Evidence({}, (Approval("ana", "c1"),))).verdicts == ()
    named = Evidence({}, (Approval("ana", "c1", frozenset({P2})),))
    assert [x.address for x in judge(catalog(), head, named).verdicts] == [P2]
    whole = Evidence({}, (Approval("ana", "c1", accepts_all=True),))
    assert [x.address for x in judge(head, head, whole).verdicts] == [P1, P2]


def test_a_text_that_may_not_be_stamped_is_said() -> None:
    history = History(
        "c1", {"c1": Step(("c0",), {})}, {"c0": EMPTY, "c1": read_version(catalog(MINE))}
    )
    judged = judge_branch(catalog(MINE), history, Ground(), ANA, lambda _entry, _handle: None)
    assert [x.ruling for x in judged.verdicts] == [Ruling.BLOCKED]
    assert judged.catalog == catalog(MINE)


def test_the_same_words_on_the_base_get_the_stamp_and_others_do_not() -> None:
    judged = judge(catalog(), catalog(MINE), ANA)
    other = by_person(P2, "Call.", "Llame.")
    there = catalog(replace(MINE, address="body/do/p-9"), other)
    done = stamp_same(there, judged.catalog, judged.verdicts)
    assert done == catalog(replace(SIGNED, address="body/do/p-9"), other)
    changed = catalog(replace(MINE, source="Pay now.", previous="Pay."))
    assert stamp_same(changed, judged.catalog, judged.verdicts) == changed


WORDS = find_words(MINE)
HAS, HASN = Version(frozenset({WORDS}), frozenset(), {}), EMPTY


def find(steps: dict[str, Step], versions: dict[str, Version]) -> str:
    return History("head", steps, versions).find_finisher(WORDS)


def test_a_text_is_by_the_last_commit_that_made_it() -> None:
    steps = {"a": Step(("base",), {}), "b": Step(("a",), {}), "head": Step(("b",), {})}
    assert find(steps, {"base": HASN, "a": HASN, "b": HAS, "head": HAS}) == "b"
    assert find(steps, {"base": HASN, "a": HAS, "b": HASN, "head": HAS}) == "head"
    assert find(steps, {"base": HAS, "a": HAS, "b": HAS, "head": HAS}) == ""


def test_a_merge_is_the_maker_of_what_it_brings_back() -> None:
    pair = {("a", "b"): "base", ("b", "a"): "base"}
    steps = {"a": Step(("base",), {}), "b": Step(("base",), {}), "head": Step(("a", "b"), pair)}
    made = {"base": HASN, "a": HASN, "b": HAS, "head": HAS}
    assert find(steps, made) == "b"
    brought_back = {"base": HAS, "a": HASN, "b": HAS, "head": HAS}
    assert find(steps, brought_back) == "head"
    by_nobody = {"base": HASN, "a": HASN, "b": HASN, "head": HAS}
    assert find(steps, by_nobody) == "head"


def test_typography_makes_no_other_words() -> None:
    assert Words(*find_words(MINE)) == find_words(replace(MINE, target=" Pague.  ", stamp=None))
