"""The glossary steers where the engine can't, and only to something better."""

from __future__ import annotations

from collections.abc import Sequence

from waypost.model.glossary import Glossary, Term, TermRule
from waypost.translation.machine import translate_segments
from waypost.translation.way import Translated, Way

HEARING = Term("hearing", TermRule.REQUIRED, ("audiencia", "audiencias"))


class Phrasebook:
    """An engine that knows some texts, and gives back the others as they are."""

    name = "phrasebook"
    version = "1"
    keeps_markup = False

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words
        self.asked: list[str] = []

    def stamp(self, source: str, target: str) -> str:
        return f"phrasebook 1 {source}_{target}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        assert source != target
        self.asked += texts
        return [self._words.get(text, "…") for text in texts]

    def close(self) -> None:
        """Nothing is held open."""


def _translate(text: str, words: dict[str, str], *terms: Term) -> Translated:
    glossary = Glossary("es", terms or (HEARING,))
    (result,) = translate_segments(Phrasebook(words), [text], "en", "es", glossary=glossary)
    return result


def test_the_engines_own_word_is_replaced_where_it_stands() -> None:
    words = {"Ask for a hearing.": "Pida una vista.", "hearing": "Vista."}
    result = _translate("Ask for a hearing.", words)
    assert result == Translated("Pida una audiencia.", Way.PLAIN, is_steered=True)


def test_a_text_that_has_the_term_is_not_asked_again() -> None:
    engine = Phrasebook({"Ask for a hearing.": "Pida unas Audiencias."})
    glossary = Glossary("es", (HEARING,))
    (result,) = translate_segments(engine, ["Ask for a hearing."], "en", "es", glossary=glossary)
    assert (result.text, result.is_steered) == ("Pida unas Audiencias.", False)
    assert engine.asked == ["Ask for a hearing."]


def test_else_the_form_is_set_in_and_the_engine_asked_again() -> None:
    words = {
        "Ask for a hearing.": "Pida que le escuchen.",
        "hearing": "oído",
        "Ask for a [0].": "Pida una [0].",
    }
    result = _translate("Ask for a hearing.", words)
    assert result == Translated("Pida una audiencia.", Way.PLAIN, is_steered=True)


def test_what_is_not_better_is_left_as_it_was() -> None:
    words = {"Ask for a hearing.": "Pida que le escuchen.", "hearing": "oído", "Ask for a [0].": ""}
    result = _translate("Ask for a hearing.", words)
    assert result == Translated("Pida que le escuchen.", Way.PLAIN)


def test_a_plural_is_left_to_people() -> None:
    words = {"Ask for hearings.": "Pida vistas.", "hearing": "vista", "Ask for [0].": "Pida [0]."}
    assert _translate("Ask for hearings.", words).text == "Pida vistas."


def test_a_steered_sentence_gets_its_pairs_back() -> None:
    words = {
        "Do not ask for a hearing.": "No pida una vista.",
        "hearing": "vista",
        "not": "no",
    }
    result = _translate("Do **not** ask for a hearing.", words)
    assert (result.text, result.way) == ("**No** pida una audiencia.", Way.PROJECTED)
    assert result.is_steered


def test_kept_names_never_meet_the_engine() -> None:
    engine = Phrasebook({"Go to [0] with [1].": "Vaya a [0] con [1]."})
    glossary = Glossary("es", (Term("Head Start", TermRule.KEPT, ()),))
    (result,) = translate_segments(
        engine, ["Go to Head Start with DL-44."], "en", "es", glossary=glossary
    )
    assert result.text == "Vaya a Head Start con DL-44."
    assert engine.asked == ["Go to [0] with [1]."]
