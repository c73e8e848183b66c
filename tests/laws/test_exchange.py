"""Whatever a text holds, it comes back from each format as it went out, and a cell is never run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.exchange.parcels import ARABIC, make_parcel, make_unit, what_it_says, what_was_sent
from waypost.exchange.csv_file import guard_cell, unguard_cell
from waypost.exchange.formats import FORMATS, parse_any
from waypost.exchange.inline_codes import choose_writing, divide_text, join_pieces
from waypost.exchange.xlsx_text import escape_cell, unescape_cell
from waypost.locales.message_quotes import normal_message, quote_literal, unquote_literal
from waypost.locales.message_syntax import Argument, MessageSyntaxError, parse_nodes
from waypost.model.correction import text_mark
from waypost.model.review_unit import ReviewUnit
from waypost.model.text import Syntax
from waypost.translation.suspects import normal_text

# Every sign that a format may stumble over; `\r` apart, which no translation may hold.
_HARD = ("]]>", "&amp;", "<ph/>", "_x000D_", "_x0041_", "''", "{fee}", "[a]{1}", "**b**", "*c*")
_FAR = ("\\*", "سلام", "👩\u200d👩\u200d👧", "𝒳", "\u200b", "\x85", "\u2028", "  ")
_signs = st.sampled_from([*"ab =+-@'\"&<>;,é{}[]*\\#|_x\t\n", *_HARD, *_FAR])
_texts = st.lists(_signs, max_size=8).map("".join)
_wild = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_sources = st.one_of(_texts, _wild).filter(lambda text: bool(text.strip()))
_targets = st.one_of(_texts, _wild)
_PARTS = ("{age}", "{n, number}", "l'", "don't ", "''", "'{'", "a", " ", "'", "#", "<b>", "é")
_PLURAL = "{n, plural, one {# day} other {# days}}"
_messages = st.lists(st.sampled_from([*_PARTS, _PLURAL]), max_size=6).map("".join)
_HEADER = b"document,address,source,translation,language\n"


@st.composite
def _units(draw: st.DrawFn) -> ReviewUnit:
    syntax = draw(st.sampled_from(Syntax))
    if syntax is Syntax.MESSAGE:
        source, target = draw(_messages.filter(str.strip)), draw(st.none() | _messages)
    else:
        source, target = draw(_sources), draw(st.none() | _targets)
    address = draw(st.sampled_from(["title", "need/2/if_missing", "body/qué/p-1", "=a&b", "x y"]))
    facts = (("fee", draw(_texts)),)
    return make_unit(address, source, target, syntax=syntax, facts=facts)


def _lines(text: str) -> str:
    """The text with the line ends that spreadsheets give back."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data())
def test_texts_come_back_as_they_went(name: str, data: st.DataObject) -> None:
    units = data.draw(st.lists(_units(), min_size=1, max_size=3))
    parcel = make_parcel(*units, target=ARABIC)
    rendered = FORMATS[name].render(parcel)
    assert rendered.findings == ()
    received = parse_any(f"texts.{name}", rendered.data)
    assert received.findings == ()
    came = [what_it_says(one.correction) for one in received.texts]
    if name == "xliff":
        went = [what_was_sent(unit) for unit in units if unit.translation is not None]
        syntaxes = [unit.syntax for unit in units if unit.translation is not None]
        for syntax, sent, got in zip(syntaxes, went, came, strict=True):
            assert [normal_text(x, syntax) for x in sent[2:]] == [
                normal_text(x, syntax) for x in got[2:]
            ]
            assert sent[:2] == got[:2]
    elif name == "json":
        assert came == [what_was_sent(unit) for unit in units if what_was_sent(unit)[3]]
    else:
        went = [what_was_sent(unit) for unit in units]
        went = [(*sent[:2], _lines(sent[2]), _lines(sent[3])) for sent in went if sent[3].strip()]
        assert came == went
    for one in received.texts:
        assert one.correction.is_as_given


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data())
def test_the_same_texts_give_the_same_bytes(name: str, data: st.DataObject) -> None:
    parcel = make_parcel(data.draw(_units()))
    assert FORMATS[name].render(parcel).data == FORMATS[name].render(parcel).data


@given(_targets, st.sampled_from(Syntax))
def test_pieces_say_the_same_as_the_text(text: str, syntax: Syntax) -> None:
    writing = choose_writing(syntax, [text])
    again = join_pieces(divide_text(text, writing), writing)
    assert normal_text(again, syntax) == normal_text(text, syntax)
    assert join_pieces(divide_text(again, writing), writing) == again


@given(_targets)
def test_no_cell_of_csv_is_a_formula(text: str) -> None:
    guarded = guard_cell(text)
    assert not guarded.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unguard_cell(guarded) == text


@given(st.text() | _texts)
def test_a_cell_of_xlsx_is_read_as_it_was_written(text: str) -> None:
    assert unescape_cell(escape_cell(text)) == text


@given(st.text("ab'{}# ", max_size=10))
def test_quoted_words_are_words(words: str) -> None:
    quoted = quote_literal(words)
    assert unquote_literal(quoted) == words
    nodes = parse_nodes(quoted + "{x}")
    assert [node.name for node in nodes if isinstance(node, Argument)] == ["x"]
    assert len(nodes) == (2 if words else 1)


@given(_messages)
def test_a_normal_message_has_the_same_arguments(text: str) -> None:
    try:
        before = [node.name for node in parse_nodes(text) if isinstance(node, Argument)]
    except MessageSyntaxError:
        assert normal_message(text) == text
        return
    normal = normal_message(text)
    assert [node.name for node in parse_nodes(normal) if isinstance(node, Argument)] == before
    assert normal_message(normal) == normal


@given(st.text("ab \t\n ", max_size=8), st.text("ab \t\n ", max_size=8))
def test_a_mark_tells_words_and_not_white_space(one: str, other: str) -> None:
    assert (text_mark(one) == text_mark(other)) == (one.split() == other.split())


@given(st.binary(max_size=200))
def test_no_file_of_any_bytes_raises(data: bytes) -> None:
    for start in (
        b"",
        b"PK\x03\x04",
        b"<",
        b"{",
        b"document,address,source,translation,language\n",
    ):
        received = parse_any("some file", start + data)
        assert received.findings or received.texts or start.startswith(b"document")
