"""Values as text in one language on one site: the face of `amounts` and `moments`.

ICU's objects are made when first needed and kept, and so is every text: 5,000 pages show the same
few fees and dates.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache

import icu
import msgspec

from waypost.locales import amounts, moments
from waypost.locales.icu_locale import choose_locale, find_words_code
from waypost.locales.moments import Width
from waypost.locales.own_words import find_own_words
from waypost.model.fact import Unit

__all__ = ["Formats", "Width", "formats_for"]


class Formats(msgspec.Struct, frozen=True):
    """The formats of a language in a territory; all digits are Latin, all results plain text.

    Texts of right-to-left languages may hold direction marks; isolating a value within a sentence
    is the page's task (`bidi.isolate`).
    """

    code: str
    territory: str
    """ISO 3166, for example US; "" where the site names none."""

    @property
    def words_code(self) -> str:
        """The language of the words in the results: "en" where CLDR lacks this one."""
        return self.code if find_own_words(self.code) else find_words_code(self.code)

    def number(self, value: Decimal) -> str:
        """All digits of the value, grouped: "1,234.5"."""
        return amounts.render_number(self.code, self.territory, value)

    def percent(self, value: Decimal) -> str:
        """A share of a hundred: 7.5 is "7.5%"."""
        return amounts.render_percent(self.code, self.territory, value)

    def money(self, value: Decimal, currency: str) -> str:
        """The amount, without decimals when it is whole: "$32", "$32.50"."""
        return amounts.render_money(self.code, self.territory, value, currency)

    def money_range(self, low: Decimal, high: Decimal, currency: str) -> str:
        """Both amounts: "$32 to $40"."""
        return amounts.render_money_range(self.code, self.territory, low, high, currency)

    def duration(self, low: int, high: int | None, unit: Unit) -> str:
        """A length of time in its right plural: "1 day", "10 to 14 days"."""
        return amounts.render_duration(self.code, self.territory, low, high, unit)

    def date(self, day: dt.date) -> str:
        """The long form with the year: "November 21, 2026"."""
        return moments.render_date(self.code, self.territory, day)

    def month_day(self, month: int, day: int) -> str:
        """A day of every year: "April 15"."""
        return moments.render_month_day(self.code, self.territory, month, day)

    def day(self, day: dt.date) -> str:
        """The day with its name, without the year: "Saturday, November 21"."""
        return moments.render_day(self.code, self.territory, day)

    def month(self, year: int, month: int) -> str:
        """A month of a year, for a heading: "November 2026"."""
        return moments.render_month(self.code, self.territory, year, month)

    def time(self, moment: dt.time) -> str:
        """Hours and minutes: "9:00 AM"."""
        return moments.render_time(self.code, self.territory, moment)

    def time_range(self, start: dt.time, end: dt.time) -> str:
        """Both times of one day: "9:00 AM to 5:00 PM"."""
        return moments.render_time_range(self.code, self.territory, start, end)

    def weekday(self, day: int, width: Width = Width.WIDE) -> str:
        """The name of a day, 0 for Monday to 6 for Sunday."""
        return moments.render_weekday(self.code, self.territory, day, width)

    def weekday_range(self, first: int, last: int, width: Width = Width.WIDE) -> str:
        """Both days: "Monday to Friday"."""
        return moments.render_weekday_range(self.code, self.territory, first, last, width)

    def and_list(self, items: Iterable[str]) -> str:
        """All items: "A, B, and C"."""
        return _render_list(self.code, self.territory, tuple(items))

    def series(self, items: Iterable[str]) -> str:
        """All items with commas between them, as the language writes a comma: "A, B"."""
        return _find_comma(self.code, self.territory).join(items)

    @property
    def week_start(self) -> int:
        """The day that a calendar of the site begins with, 0 for Monday to 6 for Sunday."""
        return moments.find_week_start(self.territory)


@cache
def formats_for(code: str, territory: str) -> Formats:
    """The formats of this language on a site of this territory."""
    return Formats(code, territory)


@cache
def _list_format(code: str, territory: str) -> icu.ListFormatter:
    locale, kind = choose_locale(code, territory), icu.UListFormatterType.AND
    return icu.ListFormatter.createInstance(locale, kind, icu.UListFormatterWidth.WIDE)


@lru_cache(20_000)
def _render_list(code: str, territory: str, items: tuple[str, ...]) -> str:
    own = find_own_words(code)
    if own and len(items) > 1:
        return f"{', '.join(items[:-1])} {own.and_word} {items[-1]}"
    return _list_format(code, territory).format(items)


_COMMAS = frozenset("،、፣⹁")


@cache
def _find_comma(code: str, territory: str) -> str:
    """What stands between the first of many in CLDR's list; Arabic and Syriac have a word there."""
    listed = _render_list(code, territory, ("0", "1", "2"))
    between = listed[listed.index("0") + 1 : listed.index("1")]
    if not _COMMAS.isdisjoint(between):
        return between
    return "، " if unicodedata.bidirectional(between.strip()[:1] or ",") == "AL" else ", "
