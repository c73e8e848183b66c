"""Messages are right in the plurals of each language, and a mistake in one is found in place."""

from __future__ import annotations

from decimal import Decimal

import icu
import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.locales.message import (
    Message,
    MessageSyntaxError,
    format_message,
    missing_categories,
    parse_message,
)

COUNTS = (0, 1, 2, 5, 11, 100)
ENGLISH = "{n, plural, one {You have # day.} other {You have # days.}}"
POLISH = (
    "{n, plural, one {Masz # dzień.} few {Masz # dni.} many {Masz # dni.} other {Masz # dnia.}}"
)
CHINESE = "{n, plural, other {您有 # 天。}}"
ARABIC = (
    "{n, plural, zero {لا أيام} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} "
    "other {# يوم}}"
)


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        (ENGLISH, "en", [f"You have {n} day{'' if n == 1 else 's'}." for n in COUNTS]),
        (POLISH, "pl", [f"Masz {n} {'dzień' if n == 1 else 'dni'}." for n in COUNTS]),
        (CHINESE, "zh-Hans", [f"您有 {n} 天。" for n in COUNTS]),
        (ARABIC, "ar", ["لا أيام", "يوم واحد", "يومان", "5 أيام", "11 يومًا", "100 يوم"]),
    ],
)
def test_plurals_are_right(text: str, code: str, shown: list[str]) -> None:
    assert [format_message(text, code, "US", {"n": n}) for n in COUNTS] == shown


def test_polish_tells_few_from_many() -> None:
    text = "{n, plural, one {osoba} few {osoby} many {osób} other {osoby}}"
    shown = [format_message(text, "pl", "US", {"n": n}) for n in (1, 2, 5, 12, 22, 100)]
    assert shown == ["osoba", "osoby", "osób", "osób", "osoby", "osób"]


def test_digits_are_latin_and_grouped_as_the_language_does() -> None:
    assert format_message("{n, number}", "ar", "US", {"n": 1234}) == "1,234"
    assert format_message("{n}", "fa", "US", {"n": 12}) == "12"
    assert format_message("{n}", "fr", "US", {"n": 1234}) == "1\N{NBSP}234"
    assert format_message("{n}", "en", "US", {"n": Decimal("2.50")}) == "2.5"
    assert format_message(ENGLISH, "en", "US", {"n": Decimal("1.0")}) == "You have 1 day."


def test_a_text_stays_as_it_is() -> None:
    arguments = {"when": "2026\u202fг. {x} 'quoted'"}
    assert format_message("By {when}.", "ru", "US", arguments) == f"By {arguments['when']}."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("don't {x}", "don't 5"),
        ("it''s {x}", "it's 5"),
        ("'{x}' is {x}", "{x} is 5"),
        ("a '{' and {x}", "a { and 5"),
        ("{x}' and 'more", "5' and 'more"),
        ("# {x}", "# 5"),
        ("{n, plural, other {'#' is #, don't}}", "# is 5, don't"),
        ("{n, plural, other {{x} of # '{x}'}}", "5 of 5 {x}"),
    ],
)
def test_apostrophes_follow_the_default_mode_of_icu(text: str, shown: str) -> None:
    assert format_message(text, "en", "US", {"x": "5", "n": 5}) == shown


def test_a_message_says_what_it_needs() -> None:
    message = parse_message("{who} pays {fee}; {who} has {n, plural, other {# {unit}}}.", "en")
    assert message.arguments == ("who", "fee", "n", "unit")
    assert message.counts == ("n",)
    assert not message.is_simple


@pytest.mark.parametrize(
    ("text", "is_simple"),
    [
        ("You must be {age} or older.", True),
        ("Plain.", True),
        ("", True),
        ("{age, number} years", True),
        ("{x, select, other {y}}", False),
        ("{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", False),
    ],
)
def test_simple_is_what_has_no_branches(text: str, is_simple: bool) -> None:
    assert parse_message(text, "en").is_simple is is_simple


def test_ordinals_and_selects() -> None:
    text = "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}"
    shown = [format_message(text, "en", "US", {"n": n}) for n in (1, 2, 3, 4, 11, 21)]
    assert shown == ["1st", "2nd", "3rd", "4th", "11th", "21st"]
    text = "{by, select, mail {Mail it.} other {Bring it.}}"
    assert format_message(text, "en", "US", {"by": "mail"}) == "Mail it."
    assert format_message(text, "en", "US", {"by": "foot"}) == "Bring it."


def test_a_number_in_a_choice_by_words_is_a_mistake_not_a_crash() -> None:
    with pytest.raises(MessageSyntaxError, match="fill in"):
        format_message("{n, select, other {a few} }", "es", "US", {"n": 3})


def test_literals_are_the_runs_of_text() -> None:
    text = "By {x}: {n, plural, one {a day} other {# days}}!"
    runs = [text[start:end] for start, end in parse_message(text, "en").literals]
    assert runs == ["By ", ": ", "a day", "# days", "!"]


@pytest.mark.parametrize(
    ("text", "offset", "part"),
    [
        ("You are {age", 8, "without its “}”"),
        ("You are {", 8, "without its “}”"),
        ("a } b", 2, "without its “{”"),
        ("{my name}", 4, "a comma"),
        ("{}", 1, "the name of an argument"),
        ("{d, date}", 4, "“date” is not allowed"),
        ("{n, number, currency}", 10, "a comma"),
        ("{n, plural}", 10, "needs a comma and its branches"),
        ("{n, plural, one {a}}", 0, "needs a branch other"),
        ("{n, plural, one {a} one {b} other {c}}", 20, "stands twice"),
        ("{n, plural, ones {a} other {c}}", 12, "no plural category"),
        ("{n, plural, other a}", 18, "stands in braces"),
        ("{n, plural, other {a}", 0, "without its “}”"),
        ("{n, plural, other {a ", 18, "without its “}”"),
        ("{x, select, =1 {a} other {b}}", 12, "for plurals only"),
        ("{n, plural, offset:1 one {a} other {#}}", 12, "another number"),
        ("it is '{x}", 6, "no end"),
        ("{n, plural, other {'# days}}", 19, "no end"),
        ("{a" * 3 + ", select, other {" * 3, 2, "a comma"),
    ],
)
def test_a_mistake_is_found_where_it_is(text: str, offset: int, part: str) -> None:
    with pytest.raises(MessageSyntaxError) as caught:
        parse_message(text, "en")
    assert part in caught.value.message
    assert caught.value.offset == offset
    assert str(caught.value).endswith(f"(at character {offset + 1})")


def test_endless_nesting_is_a_mistake_not_a_crash() -> None:
    deep = "{a, select, other {" * 5_000
    with pytest.raises(MessageSyntaxError, match="too deep"):
        parse_message(deep, "en")


def test_a_missing_argument_and_a_text_that_should_count_are_errors() -> None:
    with pytest.raises(KeyError):
        format_message("{age}", "en", "US", {})
    with pytest.raises(TypeError, match="must be a number"):
        format_message(ENGLISH, "en", "US", {"n": "5"})


@pytest.mark.parametrize(
    ("text", "code", "missing"),
    [
        (ENGLISH, "en", ()),
        (ENGLISH, "pl", ("few", "many")),
        (ENGLISH, "ar", ("zero", "two", "few", "many")),
        (ENGLISH, "zh-Hans", ()),
        (ENGLISH, "es", ()),  # "many" is for millions
        (CHINESE, "en", ("one",)),
        (CHINESE, "zh-Hant", ()),
        (CHINESE, "hmn", ()),  # CLDR knows no plurals of Hmong
        (POLISH, "pl", ()),
        (ARABIC, "ar", ()),
        ("{n, plural, =0 {a} =1 {b} =2 {c} few {d} many {e} other {f}}", "ar", ()),
        ("{n, plural, =1 {a} other {b}}", "ru", ("one", "few", "many")),
        ("{x, select, other {{n, plural, other {a}}}}", "cs", ("one", "few")),
        ("{n, selectordinal, other {#.}}", "en", ("one", "two", "few")),
        ("{x} days", "ar", ()),
    ],
)
def test_missing_categories(text: str, code: str, missing: tuple[str, ...]) -> None:
    assert missing_categories(text, code) == missing


def _read(text: str) -> Message | MessageSyntaxError:
    try:
        return parse_message(text, "en")
    except MessageSyntaxError as error:
        return error


@given(st.text(alphabet="{}',# abn=1:()pluraotheselcnumb", max_size=40))
def test_an_offset_lies_within_the_text(text: str) -> None:
    read = _read(text)
    assert isinstance(read, Message) or 0 <= read.offset <= len(text)


PIECES = st.sampled_from(
    ["{n}", "'", "''", "{x, select, a {", "other {", "}}", "{n, plural, one {#", "}", "other{", "a"]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@given(TEXTS)
def test_what_is_read_here_icu_reads_with_the_same_arguments(text: str) -> None:
    read = _read(text)
    if isinstance(read, MessageSyntaxError):
        return
    pattern = icu.MessagePattern()
    pattern.parse(text)
    names = [
        pattern.getSubstring(part)
        for part in map(pattern.getPart, range(pattern.countParts()))
        if int(part.getType()) == int(icu.UMessagePatternPartType.ARG_NAME)
    ]
    assert tuple(dict.fromkeys(names)) == read.arguments
    assert isinstance(format_message(text, "en", "US", dict.fromkeys(names, 1)), str)


@given(TEXTS)
def test_what_is_refused_here_icu_refuses_too_but_for_likely_slips(text: str) -> None:
    read = _read(text)
    if isinstance(read, Message):
        return
    if any(slip in read.message for slip in ("“}” without", "stands twice", "no end")):
        return
    with pytest.raises(icu.ICUError):
        icu.MessagePattern().parse(text)
