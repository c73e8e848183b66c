"""A fact's value as one line of text for a program, and that line as a language shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from typing import assert_never

from waypost.locales.formats import Formats
from waypost.model.fact import (
    Address,
    CodeValue,
    Day,
    Duration,
    Email,
    FactValue,
    Hours,
    Money,
    Number,
    Phone,
    Unit,
    Url,
    ValueTable,
    YearlyDay,
)
from waypost.model.language import Language
from waypost.site.inline import escape_attribute, escape_text
from waypost.site.language_marks import mark_language, wrap_fragment
from waypost.site.shown_languages import show_languages

_SEP = "\x1f"
_POINT = re.compile(r"(?<=\w)\.(?=\w)")
_WORDED = frozenset({"day", "yearly", "duration", "hours", "days", "dated", "month"})
ALL_DAY = "00:00-23:59"
"""As the span of a whole day is written: the schema reads `always` and 24:00 so."""
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def write_value(value: FactValue) -> str:
    """The value as a line: its kind, then what is needed to show it among words."""
    parts: list[str]
    match value:
        case Phone():
            parts = ["phone", value.shown, value.dial, value.extension]
        case Money():
            parts = ["money", str(value.low), _optional(value.high), value.currency]
        case Day():
            parts = ["day", value.value.isoformat()]
        case YearlyDay():
            parts = ["yearly", str(value.month), str(value.day)]
        case Duration():
            parts = ["duration", str(value.low), _optional(value.high), value.unit.value]
        case Number():
            parts = ["percent" if value.percent else "number", str(value.value)]
        case Address():
            parts = ["address", *value.lines]
        case Hours():
            parts = ["hours", *(write_spans(value, index) for index in range(7))]
        case Url():
            parts = ["url", value.href]
        case Email():
            parts = ["email", value.address]
        case CodeValue():
            parts = ["code", value.value]
        case ValueTable():
            parts = ["table"]
        case _:
            assert_never(value)
    return _SEP.join(parts)


def write_words(text: str) -> str:
    """Words that stay in the source language wherever they are shown: the name of a team."""
    return f"words{_SEP}{text}"


def write_place(lines: Iterable[str]) -> str:
    """An address below the name of its place, which is its first line too.

    Readers of the source language see that name once; others see it as it stands on the door.
    """
    return _SEP.join(["place", *lines])


def write_english(text: str) -> str:
    """English words to be said or shown as they are: the English name of a language."""
    return f"english{_SEP}{text}"


def write_phone_text(phone: Phone) -> str:
    """A phone number without a link of its own: it stands in one."""
    extension = f" × {phone.extension}" if phone.extension else ""
    return f"code{_SEP}{phone.shown}{extension}"


def write_days(first: int, last: int) -> str:
    """A range of weekdays; Monday is 0."""
    return f"days{_SEP}{first}{_SEP}{last}"


def write_times(spans: str) -> str:
    """The opening times of a day, as `write_spans` gives them."""
    return f"times{_SEP}{spans}"


def write_dated(day: date) -> str:
    """A day with its name, in a list that says the year: "Saturday, November 21"."""
    return f"dated{_SEP}{day.isoformat()}"


def write_month(day: date) -> str:
    """The month of a day: "November 2026"."""
    return f"month{_SEP}{day.isoformat()}"


def write_clock(moment: time) -> str:
    """A time of the day: "5:00 PM"."""
    return f"clock{_SEP}{moment:%H:%M}"


def _optional(value: object) -> str:
    return "" if value is None else str(value)


def write_spans(hours: Hours, index: int) -> str:
    """The spans of the day `index` (Monday 0) as `08:00-12:00,13:00-17:00`; "" when closed."""
    for day in hours.days:
        if day.day.value == _DAYS[index]:
            return ",".join(f"{span.start:%H:%M}-{span.end:%H:%M}" for span in day.spans)
    return ""


def kind_of(written: str) -> str:
    """The kind of a written value: phone, money, day …"""
    return written.partition(_SEP)[0]


def is_worded(written: str) -> bool:
    """Whether the value is shown in words of a language: a date, a duration, days of a week."""
    kind, _, rest = written.partition(_SEP)
    return kind in _WORDED or (kind == "times" and rest == ALL_DAY)


def count_of(written: str) -> int | Decimal | None:
    """What a plural counts, for a written number; None for any other value."""
    kind, _, rest = written.partition(_SEP)
    if kind != "number":
        return None
    value = Decimal(rest)
    return int(value) if value == value.to_integral_value() else value


def show_text(written: str, formats: Formats) -> str:
    """The value as plain text in the language of `formats`."""
    kind, *parts = written.split(_SEP)
    match kind:
        case "money":
            low, high, currency = parts
            if high:
                return formats.money_range(Decimal(low), Decimal(high), currency)
            return formats.money(Decimal(low), currency)
        case "day":
            return formats.date(date.fromisoformat(parts[0]))
        case "yearly":
            return formats.month_day(int(parts[0]), int(parts[1]))
        case "duration":
            low, high, unit = parts
            return formats.duration(int(low), int(high) if high else None, Unit(unit))
        case "number":
            return formats.number(Decimal(parts[0]))
        case "percent":
            return formats.percent(Decimal(parts[0]))
        case "hours":
            return "; ".join(_show_days(parts, formats, isolate=False))
        case "days":
            return show_day_range(int(parts[0]), int(parts[1]), formats)
        case "times":
            return show_spans(parts[0], formats)
        case "dated":
            return formats.day(date.fromisoformat(parts[0]))
        case "month":
            month = date.fromisoformat(parts[0])
            return formats.month(month.year, month.month)
        case "clock":
            return formats.time(_time(parts[0]))
        case "address" | "place":
            return ", ".join(parts)
        case _:
            return parts[0] if parts else ""


def show_value(written: str, formats: Formats, reader: Language, source: Language) -> str:
    """The value as HTML in a page for `reader`: links where it can be used, isolated."""
    kind, *parts = written.split(_SEP)
    match kind:
        case "phone":
            shown, dial, extension = parts
            tail = f";ext={escape_attribute(extension)}" if extension else ""
            more = f" × {escape_text(extension)}" if extension else ""
            return (
                f'<a href="tel:{escape_attribute(dial)}{tail}">'
                f"<bdi translate=no>{escape_text(shown)}{more}</bdi></a>"
            )
        case "address" | "place":
            same = reader.code == source.code
            lines = parts[1:] if same and kind == "place" else parts
            marks = "" if same else mark_language(source, reader.direction)
            return f"<span translate=no{marks}>{'<br>'.join(map(escape_text, lines))}</span>"
        case "words":
            words = escape_text(parts[0])
            same = reader.code == source.code
            return words if same else wrap_fragment(words, source, reader.direction)
        case "languages":
            return show_languages(parts, formats, reader)
        case "english":
            return f"<bdi lang=en translate=no>{escape_text(parts[0])}</bdi>"
        case "url":
            href = escape_attribute(parts[0])
            return f'<a href="{href}"><bdi translate=no>{escape_text(_bare(parts[0]))}</bdi></a>'
        case "email":
            address = escape_text(parts[0])
            href = escape_attribute(parts[0])
            return f'<a href="mailto:{href}"><bdi translate=no>{address}</bdi></a>'
        case "code":
            return f"<bdi translate=no>{_break_host(escape_text(parts[0]))}</bdi>"
        case "money" | "number" | "percent":
            return f"<bdi translate=no>{escape_text(show_text(written, formats))}</bdi>"
        case "hours":
            return "<br>".join(_show_days(parts, formats, isolate=True))
        case "times" | "clock":
            return f"<bdi>{escape_text(show_text(written, formats))}</bdi>"
        case _:
            return escape_text(show_text(written, formats))


def _break_host(shown: str) -> str:
    """The text, which may go on in another line after a point within it, as in a host's name."""
    return _POINT.sub(r"\g<0><wbr>", shown)


def _bare(href: str) -> str:
    return href.partition("://")[2].removeprefix("www.").rstrip("/") or href


def show_spans(spans: str, formats: Formats) -> str:
    """The written spans of a day as text, each a range of times; "" when closed.

    A whole day is 24 hours: a range to 11:59 p.m. makes a reader ask what happens then.
    """
    if spans == ALL_DAY:
        return formats.duration(24, None, Unit.HOUR)
    shown = []
    for span in spans.split(",") if spans else ():
        start, _, end = span.partition("-")
        shown.append(formats.time_range(_time(start), _time(end)))
    return formats.series(shown)


def _time(text: str) -> time:
    return time.fromisoformat(text)


def group_days(spans: list[str]) -> list[tuple[int, int, str]]:
    """(first day, last day, spans) for runs of open days with the same hours."""
    runs: list[tuple[int, int, str]] = []
    for index, span in enumerate(spans):
        if not span:
            continue
        if runs and runs[-1][1] == index - 1 and runs[-1][2] == span:
            runs[-1] = (runs[-1][0], index, span)
        else:
            runs.append((index, index, span))
    return runs


def _show_days(spans: list[str], formats: Formats, *, isolate: bool) -> list[str]:
    """A line for each run of days; as HTML, its times don't mingle with words of right to left."""
    lines = []
    for first, last, span in group_days(spans):
        days, times = show_day_range(first, last, formats), show_spans(span, formats)
        if isolate:
            days, times = escape_text(days), f"<bdi>{escape_text(times)}</bdi>"
        lines.append(f"{days} {times}")
    return lines


def show_day_range(first: int, last: int, formats: Formats) -> str:
    """`Monday – Friday`, or one day's name; Monday is 0."""
    if first == last:
        return formats.weekday(first)
    return formats.weekday_range(first, last)
