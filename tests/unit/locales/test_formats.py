"""Values are written as CLDR writes them in the language and the territory, in Latin digits."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from time import perf_counter

import pytest

from waypost.locales.formats import Width, formats_for
from waypost.locales.registry import all_languages
from waypost.model.fact import Unit

SOME_DAY = date(2026, 11, 21)
NINE, FIVE = time(9), time(17)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "$32"),
        ("es", "$32"),
        ("zh-Hans", "$32"),
        ("ru", "32\N{NO-BREAK SPACE}$"),
        ("ar", "\N{RIGHT-TO-LEFT MARK}32\N{NO-BREAK SPACE}US$\N{LEFT-TO-RIGHT MARK}"),
        ("hmn", "$32"),
    ],
)
def test_whole_money_has_no_decimals_and_the_sign_of_the_place(code: str, text: str) -> None:
    assert formats_for(code, "US").money(Decimal("32.00"), "USD") == text


@pytest.mark.parametrize(
    ("value", "currency", "territory", "text"),
    [
        ("32.5", "USD", "US", "$32.50"),
        ("1234.05", "USD", "US", "$1,234.05"),
        ("0", "USD", "US", "$0"),
        ("5", "CAD", "US", "CA$5"),
        ("5", "CAD", "CA", "$5"),
        ("5", "USD", "CA", "US$5"),
        ("500", "JPY", "US", "¥500"),
    ],
)
def test_money_in_english(value: str, currency: str, territory: str, text: str) -> None:
    assert formats_for("en", territory).money(Decimal(value), currency) == text


def test_the_territory_decides_how_spanish_writes_money() -> None:
    assert formats_for("es", "US").money(Decimal("1250.5"), "USD") == "$1,250.50"
    assert formats_for("es", "ES").money(Decimal("12500.5"), "EUR") == "12.500,50\N{NBSP}€"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "$32 to $40.50"),
        ("es", "$32 a $40.50"),
        ("fr", "32\N{NBSP}$ à 40,50\N{NBSP}$"),
        ("ru", "32–40,50\N{NBSP}$"),
        ("so", "$32 – $40.50"),
    ],
)
def test_a_range_of_money(code: str, text: str) -> None:
    assert formats_for(code, "US").money_range(Decimal(32), Decimal("40.5"), "USD") == text


def test_a_range_of_one_amount_is_the_amount() -> None:
    assert formats_for("so", "US").money_range(Decimal(5), Decimal(5), "USD") == "$5"


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("en", ["0 days", "1 day", "2 days", "5 days", "11 days", "100 days"]),
        ("pl", ["0 dni", "1 dzień", "2 dni", "5 dni", "11 dni", "100 dni"]),
        ("zh-Hans", ["0天", "1天", "2天", "5天", "11天", "100天"]),
        ("ar", ["0 يوم", "يوم", "يومان", "5 أيام", "11 يومًا", "100 يوم"]),
        ("ru", ["0 дней", "1 день", "2 дня", "5 дней", "11 дней", "100 дней"]),
        ("sw", ["siku 0", "siku 1", "siku 2", "siku 5", "siku 11", "siku 100"]),
    ],
)
def test_the_plural_of_a_duration_is_right(code: str, texts: list[str]) -> None:
    formats = formats_for(code, "US")
    assert [formats.duration(n, None, Unit.DAY) for n in (0, 1, 2, 5, 11, 100)] == texts


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "10 to 14 days"),
        ("es", "10 a 14 días"),
        ("pl", "10–14 dni"),
        ("zh-Hans", "10-14天"),
        ("ar", "10–14 يومًا"),
        ("hmn", "10 to 14 days"),
    ],
)
def test_a_range_of_days(code: str, text: str) -> None:
    assert formats_for(code, "US").duration(10, 14, Unit.DAY) == text


@pytest.mark.parametrize(
    ("unit", "one", "two"),
    [
        (Unit.MINUTE, "1 minute", "2 minutes"),
        (Unit.HOUR, "1 hour", "2 hours"),
        (Unit.WEEK, "1 week", "2 weeks"),
        (Unit.MONTH, "1 month", "2 months"),
        (Unit.YEAR, "1 year", "2 years"),
    ],
)
def test_every_unit(unit: Unit, one: str, two: str) -> None:
    formats = formats_for("en", "US")
    assert (formats.duration(1, 1, unit), formats.duration(2, None, unit)) == (one, two)


def test_without_words_for_units_a_duration_is_in_english_not_an_abbreviation() -> None:
    assert formats_for("om", "US").duration(14, None, Unit.DAY) == "14 days"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "November 21, 2026"),
        ("es", "21 de noviembre de 2026"),
        ("zh-Hans", "2026年11月21日"),
        ("ar", "21 نوفمبر 2026"),
        ("fa", "21 نوامبر 2026"),  # the civil calendar, not the Persian one
        ("prs", "21 نومبر 2026"),  # Dari has month names of its own
        ("th", "21 พฤศจิกายน ค.ศ. 2026"),  # nor the Buddhist one
        ("vi", "21 tháng 11, 2026"),
        ("hmn", "November 21, 2026"),
    ],
)
def test_a_date_has_day_month_and_year(code: str, text: str) -> None:
    assert formats_for(code, "US").date(SOME_DAY) == text


def test_a_day_of_every_year() -> None:
    assert formats_for("en", "US").month_day(4, 15) == "April 15"
    assert formats_for("es", "US").month_day(2, 29) == "29 de febrero"
    assert formats_for("pl", "US").month_day(11, 21) == "21 listopada"


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [
        ("en", "Saturday, November 21", "November 2026"),
        ("es", "sábado, 21 de noviembre", "noviembre de 2026"),
        ("zh-Hans", "11月21日星期六", "2026年11月"),
        ("ht", "samdi, 21 novanm", "novanm 2026"),
    ],
)
def test_a_day_has_its_name_and_a_month_its_year(code: str, day: str, month: str) -> None:
    formats = formats_for(code, "US")
    assert formats.day(date(2026, 11, 21)) == day
    assert formats.month(2026, 11) == month


def test_times_of_the_day() -> None:
    english, spanish = formats_for("en", "US"), formats_for("es", "US")
    assert english.time(time(0, 5)) == "12:05\N{NBSP}AM"
    assert english.time_range(NINE, FIVE) == "9:00\N{NBSP}AM to 5:00\N{NBSP}PM"
    assert english.time_range(NINE, time(11, 30)) == "9:00 to 11:30\N{NBSP}AM"
    assert english.time_range(NINE, NINE) == "9:00\N{NBSP}AM"
    assert spanish.time_range(NINE, FIVE) == "9:00\N{NBSP}a.m. a 5:00\N{NBSP}p.m."
    assert formats_for("zh-Hans", "US").time_range(NINE, FIVE) == "上午9:00至下午5:00"
    assert formats_for("de", "DE").time_range(NINE, FIVE) == "09:00–17:00 Uhr"


def test_days_of_the_week() -> None:
    formats = formats_for("en", "US")
    assert [formats.weekday(day, Width.SHORT) for day in range(7)] == [
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
    ]  # fmt: skip
    assert formats.weekday(6) == "Sunday"
    assert formats.weekday_range(0, 4) == "Monday to Friday"
    assert formats.weekday_range(5, 5) == "Saturday"
    assert formats_for("es", "US").weekday_range(0, 4) == "lunes a viernes"
    assert formats_for("ru", "US").weekday_range(0, 4, Width.SHORT) == "пн – пт"


def test_lists() -> None:
    formats = formats_for("en", "US")
    assert formats.and_list(["A", "B", "C"]) == "A, B, and C"
    assert formats.and_list(["A"]) == "A"
    assert formats.and_list([]) == ""
    assert formats_for("es", "US").and_list(["francés", "inglés"]) == "francés e inglés"
    assert formats_for("zh-Hant", "US").and_list(["A", "B"]) == "A和B"


def test_numbers_keep_their_digits() -> None:
    formats = formats_for("en", "US")
    assert formats.number(Decimal("1234567.12345678")) == "1,234,567.12345678"
    assert formats.number(Decimal("1E+3")) == "1,000"
    assert formats.percent(Decimal("7.5")) == "7.5%"
    assert formats.percent(Decimal(100)) == "100%"


@pytest.mark.parametrize(("territory", "day"), [("US", 6), ("DE", 0), ("EG", 5), ("", 0)])
def test_the_territory_decides_when_a_week_begins(territory: str, day: int) -> None:
    assert formats_for("en", territory).week_start == day


def test_a_region_in_the_code_wins_over_the_territory() -> None:
    assert formats_for("pt-BR", "US").time(FIVE) == "17:00"
    assert formats_for("es-419", "US").money(Decimal(32), "USD") == "$32"


def test_haitian_creole_which_icu_lacks_has_words_of_its_own() -> None:
    formats = formats_for("ht", "US")
    assert formats.date(SOME_DAY) == "21 novanm 2026"
    assert formats.month_day(4, 15) == "15 avril"
    assert formats.duration(1, None, Unit.DAY) == "1 jou"
    assert formats.duration(24, 24, Unit.HOUR) == "24 èdtan"
    assert formats.duration(10, 14, Unit.DAY) == "10 a 14 jou"
    assert formats.weekday_range(0, 4) == "lendi a vandredi"
    assert formats.weekday(6, Width.SHORT) == "dim"
    assert formats.time_range(NINE, FIVE) == "9:00\N{NBSP}AM a 5:00\N{NBSP}PM"
    assert formats.money(Decimal("1250.5"), "USD") == "$1,250.50"
    assert formats.and_list(["A", "B", "C"]) == "A, B ak C"
    assert formats.and_list(["A"]) == "A"
    assert formats.words_code == "ht"


def test_words_code_says_whose_words_the_values_are_in() -> None:
    assert formats_for("hmn", "US").words_code == "en"
    assert formats_for("prs", "US").words_code == "prs"


def test_every_language_writes_every_kind_of_value_in_latin_digits_and_common_spaces() -> None:
    for language in all_languages():
        formats = formats_for(language.code, "US")
        texts = [
            formats.number(Decimal("12345.5")),
            formats.percent(Decimal("7.5")),
            formats.money(Decimal("1234.5"), "USD"),
            formats.money_range(Decimal(1), Decimal(2), "USD"),
            formats.duration(3, None, Unit.MONTH),
            formats.duration(3, 6, Unit.WEEK),
            formats.date(SOME_DAY),
            formats.month_day(4, 15),
            formats.time(NINE),
            formats.time_range(NINE, FIVE),
            formats.weekday(0),
            formats.weekday_range(0, 4),
            formats.and_list(["A", "B"]),
        ]
        for text in texts:
            assert text, language.code
            assert not {"\u202f", "\u2009"} & set(text), language.code
            digits = [c for c in text if unicodedata.category(c) == "Nd"]
            assert all(c.isascii() for c in digits), (language.code, text)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_neither_zone_nor_locale_of_the_machine_changes_a_text(zone: str) -> None:
    program = (
        "from datetime import date, time\n"
        "from waypost.locales.formats import formats_for\n"
        "f, h = formats_for('en', 'US'), formats_for('hmn', 'US')\n"
        "print(f.date(date(2026, 3, 8)), h.month_day(1, 1), f.time(time(0)),"
        " f.time_range(time(2, 30), time(3)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "TZ": zone, "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        cwd=Path(__file__).resolve().parents[3],
    )
    expected = "March 8, 2026 January 1 12:00\N{NBSP}AM 2:30 to 3:00\N{NBSP}AM\n"
    assert done.stdout == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A, B"),
        ("ar", "A، B"),
        ("ur", "A، B"),
        ("am", "A፣ B"),
        ("zh-Hans", "A、B"),
        ("my", "A, B"),
        ("th", "A, B"),
    ],
)
def test_a_series_has_the_commas_of_the_language(code: str, text: str) -> None:
    assert formats_for(code, "US").series(("A", "B")) == text


def test_a_value_seen_before_costs_next_to_nothing() -> None:
    formats = formats_for("ar", "US")
    formats.money(Decimal(32), "USD")
    begin = perf_counter()
    for _ in range(10_000):
        formats.money(Decimal(32), "USD")
    assert perf_counter() - begin < 0.2
