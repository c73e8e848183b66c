"""The marks that come back best are found, and the choice is kept in a file of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from waypost.model.finding import Failure
from waypost.model.glossary import Glossary
from waypost.model.text import Syntax
from waypost.translation.encodings import ENCODINGS
from waypost.translation.job import Job
from waypost.translation.mark_choices import (
    PATH,
    MarkChoice,
    choose_encodings,
    load_choices,
    parse_choices,
    render_choices,
    save_choices,
)
from waypost.translation.masking import protect
from waypost.translation.survey import Score, choose_sentences, score_encodings
from waypost.translation.survey_sentences import SENTENCES


def _score(answer: Callable[[str], str], sentences: Sequence[str]) -> dict[str, Score]:
    job = Job(
        lambda batch: [answer(text) for text in batch],
        "en",
        "es",
        Syntax.MARKUP,
        Glossary("es"),
        ENCODINGS,
    )
    scores = score_encodings(job, sentences)
    assert {score.encoding for score in scores} == set(ENCODINGS)
    assert [score.good for score in scores] == sorted((s.good for s in scores), reverse=True)
    return {score.encoding.name: score for score in scores}


def test_marks_that_an_engine_drops_stand_last() -> None:
    def answer(text: str) -> str:
        return re.sub(r"[\[\]]", "", text.replace("Pay", "Pague").replace("now", "ahora"))

    scores = _score(answer, ["Pay {fee.a} now"])
    assert (scores["brackets"].good, scores["brackets"].lost) == (0, 1)
    assert (scores["letters"].good, scores["letters"].lost) == (1, 0)
    assert scores["letters"].faulty == 0


def test_a_word_that_grows_together_with_a_mark_is_no_survival() -> None:
    def answer(text: str) -> str:
        words = {"It": "Es", "is": "todo", "free": "gratis"}
        return " ".join(words.get(word, word) for word in text.split(" "))

    scores = _score(answer, ["It is **free** {now}"])
    assert scores["spaced letters"].good == 1
    assert (scores["letters"].good, scores["letters"].left_over) == (0, 1)


def test_a_changed_number_is_another_fault() -> None:
    scores = _score(lambda text: text.replace("18", "81").upper(), ["if you are 18: {fee.a}"])
    assert all(score.good == 0 for score in scores.values())
    assert scores["brackets"].faulty == 1


def test_our_sentences_can_be_asked_in_every_encoding() -> None:
    assert len(SENTENCES) == len(set(SENTENCES)) > 40
    for encoding in ENCODINGS:
        for sentence in SENTENCES:
            assert protect(sentence, encoding=encoding) is not None


def test_of_a_site_those_sentences_are_taken_that_need_marks() -> None:
    texts = ["Call us.", "Pay {fee.a} now.", "{fee.a}", "a\n{b}", "Use form DL-44.", "**open"]
    texts += [f"Pay **{number} dollars**." for number in range(20)]
    glossary = Glossary("es")
    chosen = choose_sentences(texts * 2, 8, glossary)
    assert chosen[0] == "Pay {fee.a} now."
    assert 5 <= len(chosen) <= 8
    assert chosen[-1].startswith("Pay **1")
    assert choose_sentences(texts, 100, glossary)[:2] == ("Pay {fee.a} now.", "Use form DL-44.")
    assert choose_sentences([], 8, glossary) == ()


CHOICE = MarkChoice("firefox", "en", "no", 'firefox "1.10" en_no', ("letters", "brackets"))


def test_the_file_is_read_back_as_it_was_written() -> None:
    text = render_choices([CHOICE])
    assert parse_choices(text.encode()) == (CHOICE,)
    assert parse_choices(b"") == ()


def test_measured_again_only_the_pair_itself_changes(tmp_path: Path) -> None:
    other = MarkChoice("argos", "en", "es", "argos 1", ("brackets",))
    again = MarkChoice("firefox", "en", "no", "firefox 2", ("angles",))
    assert load_choices(tmp_path) == ()
    assert save_choices(tmp_path, [CHOICE])
    assert save_choices(tmp_path, [other, again])
    assert not save_choices(tmp_path, [again])
    assert load_choices(tmp_path) == (other, again)
    assert (tmp_path / PATH).read_text("utf-8").startswith("# Written by `waypost translate")


def test_the_measured_order_comes_first_and_no_kind_of_marks_is_lost() -> None:
    chosen = choose_encodings([CHOICE], "firefox", "en", "no")
    assert [each.name for each in chosen[:2]] == ["letters", "brackets"]
    assert set(chosen) == set(ENCODINGS)
    assert choose_encodings([CHOICE], "argos", "en", "no") == ENCODINGS


def test_what_was_measured_for_another_pair_of_the_engine_is_the_next_best() -> None:
    assert choose_encodings([CHOICE], "firefox", "en", "es")[0].name == "letters"
    usual = choose_encodings([], "firefox", "en", "es")
    assert usual[0].name == "parentheses"
    assert set(usual) == set(ENCODINGS)


@pytest.mark.parametrize(
    "data",
    [
        b"<<<<<<< ours\n- a\n",
        b"a: 1\n",
        b"- engine: x\n",
        b"\x80",
        b'- {engine: a, source: b, target: c, measured: d, marks: ["no such"]}\n',
        b"- {engine: a, source: b, target: c, measured: d, marks: brackets}\n",
    ],
)
def test_a_broken_file_says_how_to_mend_it(data: bytes) -> None:
    with pytest.raises(Failure) as raised:
        parse_choices(data)
    assert PATH in raised.value.message
    assert "--survey" in raised.value.mend
