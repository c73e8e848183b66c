"""Marks go in and come out: what an engine must not touch is there again, exactly once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.model.markup import (
    Anchor,
    FactRef,
    Node,
    Style,
    Styled,
    Words,
    parse_markup,
    placeables,
    render_markup,
)
from waypost.model.text import Syntax
from waypost.translation.encodings import BRACKETS, ENCODINGS, Encoding, find_encoding
from waypost.translation.masking import protect, unprotect
from waypost.translation.pieces import Kind, Span, split_pieces

GLUED = find_encoding("glued brackets")
LETTERS = find_encoding("letters")

WORDS = st.text(
    st.sampled_from("aZé 09.,:;()'\"\\*[]{}<>⟦⟧X_&\n\tдعไ你"), min_size=1, max_size=12
).map(Words)
FACTS = st.sampled_from(["fee.license", "office_1", "a.b.c"]).map(FactRef)


def _nodes(*, styles: bool, links: bool) -> st.SearchStrategy[tuple[Node, ...]]:
    kinds: list[st.SearchStrategy[Node]] = [WORDS, FACTS]
    if styles:
        inner = _nodes(styles=False, links=links).filter(bool)
        kinds.append(st.builds(Styled, st.sampled_from(Style), inner))
    if links:
        kinds.append(
            st.builds(
                Anchor, _nodes(styles=styles, links=False), st.integers(min_value=1, max_value=12)
            )
        )
    return st.lists(st.one_of(kinds), max_size=4).map(tuple)


SEGMENTS = _nodes(styles=True, links=True).map(render_markup)


@given(SEGMENTS, st.sampled_from(ENCODINGS))
def test_unprotect_is_the_inverse_of_protect(text: str, encoding: Encoding) -> None:
    masked = protect(text, encoding=encoding)
    # Words that look like a mark are refused, and none can look like brackets; spaced marks
    # besides where a pair begins or ends inside a word.
    assert (
        masked is not None or encoding.spaced or (encoding.left != "[" and set("<⟦X_(") & set(text))
    )
    assert masked is None or unprotect(masked.text, masked.tokens) == text


@given(SEGMENTS)
def test_brackets_can_mask_every_segment(text: str) -> None:
    masked = protect(text, encoding=BRACKETS)
    assert masked is not None
    for token in masked.tokens.tokens:
        assert token.source in text
    assert not set(masked.text) & set("{}*")


@given(SEGMENTS)
def test_pieces_joined_are_the_text(text: str) -> None:
    pieces = split_pieces(text, syntax=Syntax.MARKUP)
    assert pieces is not None
    assert "".join(piece.source for piece in pieces) == text


@given(SEGMENTS, st.text(st.sampled_from("ab 1.[]0{}*\\<>"), max_size=20))
def test_whatever_comes_back_keeps_its_placeables_or_does_not_count(text: str, noise: str) -> None:
    masked = protect(text, encoding=BRACKETS)
    assert masked is not None
    for result in (noise, noise + masked.text, masked.text + noise, masked.text[::-1]):
        back = unprotect(result, masked.tokens)
        if back is not None:
            assert placeables(parse_markup(back)) == placeables(parse_markup(text))


@given(st.text(st.sampled_from("ab 1'.,#|é"), max_size=12), st.sampled_from(ENCODINGS))
def test_messages_come_back_as_they_were(words: str, encoding: Encoding) -> None:
    words = words.replace("'", "’")
    text = f"{words}{{age}} {words}{{fee, number, integer}}{words}"
    masked = protect(text, syntax=Syntax.MESSAGE, encoding=encoding)
    assert masked is not None
    assert unprotect(masked.text, masked.tokens) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Pay {fee.license} by mail.", "Pay [0] by mail."),
        ("Do **not** send cash.", "Do [0]not[1] send cash."),
        ("Read *this* or **that**.", "Read [0]this[1] or [2]that[3]."),
        ("See [the **form**]{2}.", "See [0]the [1]form[2][3]."),
        (r"Write \[sic\].", "Write [0]sic[1]."),
        ("One\ntwo", "One[0]two"),
        ("*a***b**", "[0]a[1][2]b[3]"),
    ],
)
def test_what_the_engine_sees(text: str, masked: str) -> None:
    result = protect(text, encoding=BRACKETS)
    assert result is not None
    assert result.text == masked
    assert unprotect(masked, result.tokens) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Pay {fee.license} by mail.", "Pay [0] by mail."),
        ("Do **not** send cash.", "Do [0] not [1] send cash."),
        ("It is **free**.", "It is [0] free [1]."),
        ("**Pay {fee}** now", "[0] Pay [1] [2] now"),
        ("See [the **form**]{2} (*here*).", "See [0] the [1] form [2] [3] ([4] here [5])."),
    ],
)
def test_spaced_marks_leave_words_whole(text: str, masked: str) -> None:
    result = protect(text)
    assert result is not None
    assert result.text == masked
    assert unprotect(masked, result.tokens) == text


def test_a_mark_inside_a_word_has_no_spaced_form() -> None:
    assert protect("un**do**ne") is None
    assert protect("un**do**ne", encoding=BRACKETS) is not None


def test_glued_marks_stand_at_the_word_before_them() -> None:
    assert GLUED is not None
    masked = protect("Pay {fee} or {other} now", encoding=GLUED)
    assert masked is not None
    assert masked.text == "Pay[0] or[1] now"
    assert unprotect("Pague[0] o[1] ahora", masked.tokens) == "Pague {fee} o {other} ahora"


@pytest.mark.parametrize(
    ("text", "result", "back"),
    [
        # The engine moved, padded or widened the marks.
        ("Pay {fee}.", "Pague [0] .", "Pague {fee}."),
        ("Pay {fee} now.", "Pague[0]ahora.", "Pague {fee} ahora."),
        ("Do **not** pay.", "[0] No [1] pague.", "**No** pague."),
        ("Do **not** pay.", "[0]No[1]pague.", "**No** pague."),
        ("From {a} to {b}", "[1]까지 [0]부터", "{b}까지 {a}부터"),
        ("Pay {fee} now.", "现在支付［0］。", "现在支付{fee}。"),
        ("Pay {fee} now.", "ادفع [٠] الآن.", "ادفع {fee} الآن."),
        ("Pay {fee} now.", "Pague [ 0 ] ahora.", "Pague {fee} ahora."),
        # A mark was lost, doubled, invented, crossed, emptied, or a sign came from nowhere.
        ("Pay {fee}.", "Pague.", None),
        ("Pay {fee}.", "Pague [0] y [0].", None),
        ("Pay {fee}.", "Pague [0] o [1].", None),
        ("Pay {fee}.", "Pague *[0]*.", None),
        ("Pay {fee}.", "Pague {fee} [0].", None),
        ("Do **not** pay.", "No [1]pague[0].", None),
        ("Do **not** pay.", "No [0][1] pague.", None),
        ("Do **not** pay.", "No [0] [1] pague.", None),
        ("*a* **b**", "[0]a [2]b[1] c[3]", None),
        ("[a]{1} [b]{2}", "[0]a [2]b[3][1]", None),
        ("Ages 18 to [the end]{1}.", "Edades 1[0]8 al fin[1].", None),
        ("Take 1*8*.", "Tome 1[0]8[1].", "Tome 1*8*."),
        ("Plain words.", "Palabras [0].", None),
        ("Plain words.", "Palabras\nsimples.", None),
    ],
)
def test_what_comes_back(text: str, result: str, back: str | None) -> None:
    masked = protect(text, encoding=BRACKETS)
    assert masked is not None
    assert unprotect(result, masked.tokens) == back


def test_an_apostrophe_before_an_argument_does_not_quote_it() -> None:
    masked = protect("until {date}", syntax=Syntax.MESSAGE)
    assert masked is not None
    assert unprotect("jusqu'à l'[0]", masked.tokens) == "jusqu'à l’{date}"


@pytest.mark.parametrize(
    ("text", "syntax"),
    [
        ("**open", Syntax.MARKUP),
        ("a [b]", Syntax.MARKUP),
        ("{n, plural, one {# day} other {# days}}", Syntax.MESSAGE),
        ("{who, select, a {x} other {y}}", Syntax.MESSAGE),
        ("it '{'is'}'", Syntax.MESSAGE),
        ("{age", Syntax.MESSAGE),
    ],
)
def test_what_no_engine_may_see(text: str, syntax: Syntax) -> None:
    assert protect(text, syntax=syntax) is None


def test_words_that_look_like_a_mark_need_another_encoding() -> None:
    text = "Form X1X for {fee}"
    assert LETTERS is not None
    assert protect(text, encoding=LETTERS) is None
    assert protect(text) is not None


def _hide_codes(text: str) -> tuple[Span, ...]:
    return tuple(Span(found.start(), found.end()) for found in re.finditer(r"[A-Z]+-\d+", text))


def test_hidden_words_come_back_as_they_were() -> None:
    text = "Send **DL-44** and [VR-1 form]{1} to {place}."
    masked = protect(text, encoding=BRACKETS, hide=_hide_codes)
    assert masked is not None
    assert masked.text == "Send [0][1][2] and [3][4] form[5] to [6]."
    result = "Envíe [0][1][2] y [3]formulario [4][5] a [6]."
    assert unprotect(result, masked.tokens) == ("Envíe **DL-44** y [formulario VR-1]{1} a {place}.")


def test_hidden_words_may_become_others() -> None:
    def hide(text: str) -> tuple[Span, ...]:
        at = text.find("fee")
        return (Span(at, at + 3, "tarifa"),) if at >= 0 else ()

    masked = protect("Pay the **fee** now.", hide=hide)
    assert masked is not None
    assert masked.text == "Pay the [0] [1] [2] now."
    assert unprotect("Pague la [0] [1] [2] ahora.", masked.tokens) == "Pague la **tarifa** ahora."
    assert unprotect("Pague la [0] [2] ahora.", masked.tokens) is None


@given(SEGMENTS, st.sampled_from(ENCODINGS))
def test_hiding_changes_nothing_that_comes_back(text: str, encoding: Encoding) -> None:
    def hide(words: str) -> tuple[Span, ...]:
        return tuple(Span(found.start(), found.end()) for found in re.finditer(r"[0-9]+", words))

    masked = protect(text, encoding=encoding, hide=hide)
    if masked is not None:
        assert unprotect(masked.text, masked.tokens) == text
    pieces = split_pieces(text, syntax=Syntax.MARKUP, hide=hide)
    assert pieces is not None
    assert "".join(piece.source for piece in pieces) == text
    openers = [piece.opener for piece in pieces if piece.kind is not None]
    tokens = [piece for piece in pieces if piece.kind is not None]
    for number, opener in enumerate(openers):
        if opener is not None:
            assert tokens[opener].kind is Kind.OPEN
            assert opener < number
