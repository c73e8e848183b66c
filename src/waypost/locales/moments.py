"""Dates, times of the day and days of the week as CLDR writes them.

Each function is cached on its values. Dates are civil dates: no zone of the machine moves them.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache, lru_cache

import icu

from waypost.locales.amounts import find_range_word, plain_spaces
from waypost.locales.icu_locale import choose_locale
from waypost.locales.own_words import find_own_words

_CACHED = 20_000
_LEAP_YEAR = 2024
_DASH = re.compile(r"\s*[–—-]\s*")


class Width(StrEnum):
    """How long the name of a day is: "Monday" or "Mon"."""

    WIDE = "wide"
    SHORT = "short"


def _seconds(day: date) -> float:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()


def _in_gmt(pattern: icu.DateFormat) -> icu.DateFormat:
    pattern.setTimeZone(icu.TimeZone.getGMT())
    return pattern


@cache
def _of_skeleton(skeleton: str, code: str, territory: str) -> icu.DateFormat:
    locale = choose_locale(code, territory)
    pattern = icu.DateTimePatternGenerator.createInstance(locale).getBestPattern(skeleton)
    return _in_gmt(icu.SimpleDateFormat(pattern, locale))


@cache
def _long_date(code: str, territory: str) -> icu.DateFormat:
    locale = choose_locale(code, territory)
    return _in_gmt(icu.DateFormat.createDateInstance(icu.DateFormat.LONG, locale))


@lru_cache(_CACHED)
def render_date(code: str, territory: str, day: date) -> str:
    """The day, the month's name and the year: "November 21, 2026"."""
    own = find_own_words(code)
    if own:
        return f"{day.day} {own.months[day.month - 1]} {day.year}"
    return plain_spaces(_long_date(code, territory).format(_seconds(day)))


@lru_cache(_CACHED)
def render_month_day(code: str, territory: str, month: int, day: int) -> str:
    """A day of every year: "April 15"."""
    own = find_own_words(code)
    if own:
        return f"{day} {own.months[month - 1]}"
    in_some_year = _seconds(date(_LEAP_YEAR, month, day))
    return plain_spaces(_of_skeleton("MMMMd", code, territory).format(in_some_year))


@lru_cache(_CACHED)
def render_day(code: str, territory: str, day: date) -> str:
    """The day with its name, in a year that goes without saying: "Saturday, November 21"."""
    own = find_own_words(code)
    if own:
        return f"{own.days[day.weekday()]}, {day.day} {own.months[day.month - 1]}"
    return plain_spaces(_of_skeleton("EEEEMMMMd", code, territory).format(_seconds(day)))


@lru_cache(_CACHED)
def render_month(code: str, territory: str, year: int, month: int) -> str:
    """A month of a year, as it stands alone: "November 2026"."""
    own = find_own_words(code)
    if own:
        return f"{own.months[month - 1]} {year}"
    first = _seconds(date(year, month, 1))
    return plain_spaces(_of_skeleton("yMMMM", code, territory).format(first))


@lru_cache(_CACHED)
def render_time(code: str, territory: str, moment: time) -> str:
    """Hours and minutes, in 12 or 24 hours as the territory counts: "9:00 AM"."""
    seconds = datetime(_LEAP_YEAR, 1, 10, moment.hour, moment.minute, tzinfo=UTC).timestamp()
    return plain_spaces(_of_skeleton("jm", code, territory).format(seconds))


@cache
def _times(code: str, territory: str) -> icu.DateIntervalFormat:
    locale = choose_locale(code, territory)
    generator = icu.DateTimePatternGenerator.createInstance(locale)
    is_in_halves = "a" in generator.getSkeleton(generator.getBestPattern("jm"))
    return icu.DateIntervalFormat.createInstance("hm" if is_in_halves else "Hm", locale)


def _at(moment: time) -> float:
    # ICU writes an interval in the zone of the machine, so it is made in that zone too; no zone
    # moves its clocks on a tenth of January.
    return icu.GregorianCalendar(_LEAP_YEAR, 0, 10, moment.hour, moment.minute).getTime()


@lru_cache(_CACHED)
def render_time_range(code: str, territory: str, start: time, end: time) -> str:
    """Both times of one day: "9:00 AM to 5:00 PM"."""
    if start == end:
        return render_time(code, territory, start)
    text = plain_spaces(_times(code, territory).format(icu.DateInterval(_at(start), _at(end))))
    word = find_range_word(code, territory)
    return _DASH.sub(f" {word} ", text) if word else text


@cache
def _weekdays(code: str, territory: str, width: Width) -> tuple[str, ...]:
    """The names from Monday on, as they stand alone."""
    own = find_own_words(code)
    if own:
        return own.days if width is Width.WIDE else own.short_days
    symbols = icu.DateFormatSymbols(choose_locale(code, territory))
    size = icu.DateFormatSymbols.WIDE if width is Width.WIDE else icu.DateFormatSymbols.ABBREVIATED
    _, sunday, *others = symbols.getWeekdays(icu.DateFormatSymbols.STANDALONE, size)
    return (*others, sunday)


def render_weekday(code: str, territory: str, day: int, width: Width) -> str:
    """The name of a day, 0 for Monday to 6 for Sunday."""
    return _weekdays(code, territory, width)[day]


@lru_cache(_CACHED)
def render_weekday_range(code: str, territory: str, first: int, last: int, width: Width) -> str:
    """Both days: "Monday to Friday"."""
    names = _weekdays(code, territory, width)
    if first == last:
        return names[first]
    word = find_range_word(code, territory)
    if word:
        return f"{names[first]} {word} {names[last]}"
    intervals = icu.DateIntervalInfo(choose_locale(code, territory))
    pattern = plain_spaces(intervals.getFallbackIntervalPattern())
    return pattern.replace("{0}", names[first]).replace("{1}", names[last])


@cache
def find_week_start(territory: str) -> int:
    """The day that calendars of the territory begin with, 0 for Monday to 6 for Sunday."""
    calendar = icu.Calendar.createInstance(icu.Locale(f"und_{territory or '001'}"))
    return (calendar.getFirstDayOfWeek() - 2) % 7
