"""The quick look at a translation and the careful one agree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from waypost.model.marks import find_shape
from waypost.model.text import Syntax
from waypost.translation.soundness import (
    expect_placeables,
    find_flaws,
    has_words,
    is_sound,
)

_markup = st.lists(
    st.sampled_from(
        [
            "Pay ", "{fee}", "{a.b}", "{1}", "[here]{1}", "[x]{2}", "**", "*", "\\*", "{", "}",
            "é", "字", "\u202e", "\x02", "\ue000", "\ufffd", "[", "]", "\\", "\n", "\u200f",
        ]
    ),
    max_size=6,
).map("".join)  # fmt: skip
_messages = st.lists(
    st.sampled_from(
        [
            "You are ", "{age}", "{n}", " or older", "'", "''", "{", "}", "#", "'{", "don't",
            "{n, plural, one {# day} other {# days}}", "{n, plural, other {{age}}}", "\x07", "|",
            "{ age }", "{x, plural}",
        ]
    ),
    max_size=5,
).map("".join)  # fmt: skip


@given(_markup, _markup)
def test_of_markup(source: str, target: str) -> None:
    expected = expect_placeables(source, Syntax.MARKUP)
    sound = expected is not None and not find_flaws(target, expected, Syntax.MARKUP)
    assert is_sound(target, expected, Syntax.MARKUP) is sound


@given(_messages, _messages)
def test_of_messages(source: str, target: str) -> None:
    expected = expect_placeables(source, Syntax.MESSAGE)
    sound = expected is not None and not find_flaws(target, expected, Syntax.MESSAGE)
    assert is_sound(target, expected, Syntax.MESSAGE) is sound


@given(_messages)
def test_a_message_that_reads_quickly_reads_carefully_too(text: str) -> None:
    from waypost.locales.message_syntax import MessageSyntaxError, parse_nodes, walk_arguments

    try:
        names = sorted({f"{{{each.name}}}" for each in walk_arguments(parse_nodes(text))})
    except MessageSyntaxError:
        assert expect_placeables(text, Syntax.MESSAGE) is None
    else:
        assert expect_placeables(text, Syntax.MESSAGE) == tuple(names)


@given(_markup)
def test_a_source_always_stands_for_itself(source: str) -> None:
    expected = expect_placeables(source, Syntax.MARKUP)
    if expected is not None:
        flaws = find_flaws(source, expected, Syntax.MARKUP)
        assert [flaw.kind.value for flaw in flaws] in ([], ["sign"])
    has_words(source, Syntax.MARKUP)


@given(_markup, _markup)
def test_a_text_with_the_marks_of_a_sound_one_is_sound(source: str, target: str) -> None:
    expected = expect_placeables(source, Syntax.MARKUP)
    if not find_flaws(source, expected, Syntax.MARKUP) and find_shape(source) == find_shape(target):
        assert not find_flaws(target, expected, Syntax.MARKUP)


@given(st.lists(st.sampled_from(["*", "**", "a", " ", "[", "]{1}", "{f}", "\\"]), max_size=9))
def test_marks_alone_decide(parts: list[str]) -> None:
    """Other words between the same marks, in every place where words may stand."""
    source = "".join(parts)
    expected = expect_placeables(source, Syntax.MARKUP)
    if find_flaws(source, expected, Syntax.MARKUP):
        return
    for target in (source.replace("a", ""), source.replace(" ", ""), source.replace("a", " é ")):
        if find_shape(target) == find_shape(source):
            assert not find_flaws(target, expected, Syntax.MARKUP)
