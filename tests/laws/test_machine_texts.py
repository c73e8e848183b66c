"""Whatever an engine does: what is accepted is whole, and nothing blocks it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.laws.engines import SPOILERS, WickedEngine
from waypost.model.glossary import Glossary, Term, TermRule
from waypost.model.markup import Styled, parse_markup, placeables, walk_nodes
from waypost.model.text import Role, Syntax
from waypost.translation.encodings import ENCODINGS
from waypost.translation.machine import Context, translate_segments
from waypost.translation.quality.judge import find_blocking
from waypost.translation.quality.pair import Pair
from waypost.translation.soundness import expect_placeables, find_flaws
from waypost.translation.stand_ins import Value, Values
from waypost.translation.way import Way

GLOSSARY = Glossary(
    "es",
    (
        Term("Head Start", TermRule.KEPT, ()),
        Term("landlord", TermRule.REQUIRED, ("propietario",)),
    ),
)
KEPT = ("DL-44", "W-2", "$32.50", "25%", "505-555-0100", "a.b@c.example", "Head Start")

_WORDS = st.sampled_from(
    [
        "Pay ",
        "the fee of ",
        "{fee.a}",
        " within {time.b} ",
        "**Bring** ",
        "Do **not** pay. ",
        "You have *only* 10 days. ",
        "*or* ",
        "**{fee.a}** ",
        "**if {fee.a} is late** ",
        "now. ",
        r"\* ",
        r"\[sic\] ",
        "\n",
        "at 18 ",
        "Ask the landlord ",
        *[f"{word} " for word in KEPT],
    ]
)
_LINKS = st.sampled_from(["", "[the form]{1} ", "[**the** form]{1} ", "[a]{1} and [the form]{2} "])
TEXTS = st.tuples(
    st.lists(_WORDS, max_size=5).map("".join), _LINKS, st.lists(_WORDS, max_size=4).map("".join)
).map("".join)


VALUES: Sequence[Values] = (
    {},
    {"fee.a": Value("$52", "52 US$"), "time.b": Value("90 days", "90 días")},
    {"fee.a": Value("18", "18"), "time.b": Value("10 days", "10 días")},
)


def _count(pattern: str, text: str) -> Counter[str]:
    return Counter(re.findall(pattern, text))


def _styles(text: str) -> Counter[str]:
    nodes = walk_nodes(parse_markup(text))
    return Counter(node.style.value for node in nodes if isinstance(node, Styled))


@given(TEXTS, st.randoms(use_true_random=False))
def test_what_is_accepted_is_whole_whatever_the_engine_does(text: str, dice: Random) -> None:
    order = dice.sample(ENCODINGS, len(ENCODINGS))
    (result,) = translate_segments(
        WickedEngine(dice),
        [text],
        "en",
        "es",
        glossary=GLOSSARY,
        encodings=order,
        contexts={text: Context(Role.PARAGRAPH, dice.choice(VALUES))},
    )
    assert (result.text is None) == (result.way is Way.REFUSED)
    if result.text is None:
        assert result.fault
        return
    translated = result.text
    assert placeables(parse_markup(translated)) == placeables(parse_markup(text))
    assert translated.count("\n") == text.count("\n")
    for word in KEPT:
        assert translated.count(word) >= text.count(word), word
    numbers = r"(?<!\d)(?:10|18)(?!\d)"
    assert set(_count(numbers, text)) <= set(_count(numbers, translated))
    lost = _styles(text) - _styles(translated)
    assert not _styles(translated) - _styles(text)
    assert not lost or result.emphasis
    if result.way is not Way.COPIED:
        pair = Pair(text, translated, Syntax.MARKUP, Role.PARAGRAPH, "en", "es", GLOSSARY)
        assert find_blocking(pair) is None


MESSAGES = st.lists(
    st.sampled_from(["You are ", "{age, number}", " or ", "{fee}", "older. ", "DL-44 ", "it’s "]),
    max_size=6,
).map("".join)


@given(MESSAGES, st.randoms(use_true_random=False))
def test_messages_keep_their_arguments(text: str, dice: Random) -> None:
    (result,) = translate_segments(
        WickedEngine(dice), [text], "en", "es", syntax=Syntax.MESSAGE, glossary=GLOSSARY
    )
    if result.text is not None:
        expected = expect_placeables(text, Syntax.MESSAGE)
        assert find_flaws(result.text, expected, Syntax.MESSAGE) == ()
        assert _count(r"\{[^{}]*\}", result.text) == _count(r"\{[^{}]*\}", text)
        assert result.text.count("DL-44") >= text.count("DL-44")


@given(st.lists(TEXTS, max_size=5), st.randoms(use_true_random=False))
def test_each_text_has_its_own_result_in_its_own_place(texts: list[str], dice: Random) -> None:
    engine = WickedEngine(dice)
    together = translate_segments(engine, texts, "en", "es", glossary=GLOSSARY)
    assert len(together) == len(texts)
    for text, result in zip(texts, together, strict=True):
        (alone,) = translate_segments(engine, [text], "en", "es", glossary=GLOSSARY)
        assert alone == result


@pytest.mark.parametrize("spoiler", SPOILERS)
def test_the_law_has_teeth(spoiler: object) -> None:
    """Every spoiler but the honest one changes a text that has all that it looks for."""
    assert callable(spoiler)
    text = "Do not Pay [0] now [ 1 ] (2) at 18"
    results = {spoiler(text, Random(seed)) for seed in range(30)}
    assert results != {text} or spoiler is SPOILERS[14]
