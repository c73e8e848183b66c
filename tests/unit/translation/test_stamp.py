from __future__ import annotations

import pytest

from waypost.translation.notes import read_notes
from waypost.translation.stamp import (
    Stamp,
    StampKind,
    choose_stamp,
    find_stamp,
    is_like_a_stamp,
    make_stamp,
    render_stamp,
)

H1, H2 = "0a1b2c3d4e5f", "5f4e3d2c1b0a"


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        (
            f"mt: argos 1.12.1 en_es src={H1} tgt={H2}",
            Stamp(StampKind.MACHINE, "argos 1.12.1 en_es", H1, H2),
        ),
        (f"draft: starter 1 src={H1} tgt={H2}", Stamp(StampKind.DRAFT, "starter 1", H1, H2)),
        (
            f"reviewed: ana 2026-11-21 src={H1} tgt={H2}",
            Stamp(StampKind.REVIEWED, "ana 2026-11-21", H1, H2),
        ),
        (f"human: src={H1} tgt={H2}", Stamp(StampKind.HUMAN, "", H1, H2)),
    ],
)
def test_a_stamp_is_read_and_written_as_it_stands(line: str, stamp: Stamp) -> None:
    assert find_stamp(line) == stamp
    assert render_stamp(stamp) == line


@pytest.mark.parametrize(
    "line",
    [
        "reviewed: ana, looks good",
        f"reviewed: ana src={H1}",
        f"reviewed: ana src={H1} tgt=xyz",
        f"Reviewed: ana src={H1} tgt={H2}",
        f"mt : argos src={H1} tgt={H2}",
        f"mt: argos src={H1} tgt={H2} and more",
    ],
)
def test_what_is_nearly_a_stamp_is_none_and_is_noticed(line: str) -> None:
    assert find_stamp(line) is None
    assert is_like_a_stamp(line)


@pytest.mark.parametrize("line", ["Ask ana.", "reviewed by ana", "humane: src", "empty"])
def test_a_remark_is_not_like_a_stamp(line: str) -> None:
    assert find_stamp(line) is None
    assert not is_like_a_stamp(line)


def test_of_several_stamps_the_review_of_this_text_counts() -> None:
    review = make_stamp(StampKind.REVIEWED, "ana 2026-11-21", "Pay.", "Pague.")
    machine = make_stamp(StampKind.MACHINE, "argos", "Pay.", "Pague.")
    former = make_stamp(StampKind.REVIEWED, "ben 2026-11-20", "Pay.", "Pagar.")
    assert choose_stamp([review, machine, former], "Pague.") == review
    assert choose_stamp([machine, former], "Pague.") == machine
    assert choose_stamp([former, machine], "Paga.") == machine
    assert choose_stamp([], "Pague.") is None


def test_notes_are_told_apart() -> None:
    stamp = make_stamp(StampKind.HUMAN, "", "Pay.", "Pague.")
    notes = read_notes(
        [
            "# Ask the office.",
            f"# {render_stamp(stamp)}",
            "#. under “What to do”",
            "#: content/x.md:14",
            "#, fuzzy, no-wrap",
            '#| msgid "Pay "',
            '#| "now."',
            "#",
        ],
        "Pague.",
    )
    assert notes.stamp == stamp
    assert notes.comments == ("Ask the office.",)
    assert notes.context == ("under “What to do”",)
    assert notes.flags == ("fuzzy", "no-wrap")
    assert notes.previous == "Pay now."


def test_a_wrapped_stamp_is_one_stamp() -> None:
    lines = ["# reviewed: ana 2026-", "# 11-21", f"# src={H1}", f"# tgt={H2}", "# Well done."]
    notes = read_notes(lines, "Pague.")
    assert notes.stamp == Stamp(StampKind.REVIEWED, "ana 2026-11-21", H1, H2)
    assert notes.comments == ("Well done.",)
