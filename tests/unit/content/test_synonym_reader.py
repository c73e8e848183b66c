"""Lines of synonyms: what they say, however their sign is written."""

from __future__ import annotations

import time

import pytest

from waypost.content.located import LocatedText
from waypost.content.synonym_reader import SynonymLine, list_arrows, parse_synonym, render_synonym
from waypost.model.search import Synonym


def _parse(line: str) -> SynonymLine:
    return parse_synonym(LocatedText(line, (3, 5), "synonyms/1", quoted=False))


@pytest.mark.parametrize(
    ("line", "words", "means", "is_two_way"),
    [
        ("dole => unemployment pay", ("dole",), ("unemployment pay",), False),
        ("dole,giro  =>  unemployment   pay", ("dole", "giro"), ("unemployment pay",), False),
        ("food stamps = SNAP", ("food stamps",), ("SNAP",), True),
        ("food stamps = SNAP = EBT", ("food stamps",), ("SNAP", "EBT"), True),
        (
            "tag => vehicle registration, plates",
            ("tag",),
            ("vehicle registration", "plates"),
            False,
        ),
        ("票 ＝ 证", ("票",), ("证",), True),
        ("زبالة، قمامة => نفايات", ("زبالة", "قمامة"), ("نفايات",), False),
        ("W-2 => wage form", ("W-2",), ("wage form",), False),
    ],
)
def test_a_line_says_what_is_typed_and_what_pages_say(
    line: str, words: tuple[str, ...], means: tuple[str, ...], is_two_way: bool
) -> None:
    assert _parse(line) == SynonymLine(Synonym(words, means, is_two_way))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("unemployment pay <= dole", "dole => unemployment pay"),
        ("unemployment pay ← dole", "dole => unemployment pay"),
        ("unemployment pay <-- dole", "dole => unemployment pay"),
        ("dole -> unemployment pay", "dole => unemployment pay"),
        ("dole ⇒ unemployment pay", "dole => unemployment pay"),
        ("dole ==> unemployment pay", "dole => unemployment pay"),
        ("dole > unemployment pay", "dole => unemployment pay"),
        ("dole == unemployment pay", "dole = unemployment pay"),
        ("dole <=> unemployment pay", "dole = unemployment pay"),
        ("dole ↔ unemployment pay", "dole = unemployment pay"),
    ],
)
def test_another_sign_is_a_mistake_and_is_read_as_it_was_meant(line: str, meant: str) -> None:
    read = _parse(line)
    assert read.synonym is not None
    assert render_synonym(read.synonym) == meant
    assert [mistake.mend for mistake in read.mistakes] == [f"Write: {meant}"]


@pytest.mark.parametrize(
    "line",
    ["dole", "=> dole", "dole =>", "a => b => c", "a = b => c", "?? => dole", "Dole => dole"],
)
def test_a_line_that_says_nothing_certain_is_a_mistake_and_is_left_out(line: str) -> None:
    read = _parse(line)
    assert read.synonym is None
    assert read.mistakes


def test_a_word_on_both_sides_is_left_out_and_the_others_stay() -> None:
    assert _parse("card, pass => pass, permit").synonym == Synonym(
        ("card", "pass"), ("permit",), is_two_way=False
    )
    assert _parse("aid = help = Aid").synonym == Synonym(("aid",), ("help",), is_two_way=True)


def test_arrows_lead_from_what_is_typed_to_what_it_finds() -> None:
    one_way = Synonym(("Dole", "giro"), ("unemployment  pay",), is_two_way=False)
    assert list(list_arrows(one_way)) == [
        ("dole", "unemployment pay"),
        ("giro", "unemployment pay"),
    ]
    two_way = Synonym(("SNAP",), ("food stamps",), is_two_way=True)
    assert list(list_arrows(two_way)) == [("snap", "food stamps"), ("food stamps", "snap")]


@pytest.mark.parametrize(
    "line", ["a " + "-" * 20_000 + " b", "a " + "=-" * 10_000, "=> " * 5_000, "a=" * 5_000 + "a"]
)
def test_a_line_that_nobody_would_write_is_read_at_once(line: str) -> None:
    started = time.process_time()
    _parse(line)
    assert time.process_time() - started < 1
