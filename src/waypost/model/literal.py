"""Values as editors write them: `32.50`, `20 to 40`, `10 to 14 days`, `2027-01-31`, `3 %`."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from waypost.model.fact import Day, Duration, Money, Number, Unit, YearlyDay
from waypost.model.phrase import ParameterType

_AMOUNT = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_MONEY = re.compile(
    rf"(?P<before>[A-Z]{{3}}|\$)?\s*(?P<low>{_AMOUNT})"
    rf"(?:\s*(?:to|-|–)\s*\$?(?P<high>{_AMOUNT}))?(?:\s*(?P<after>[A-Z]{{3}}))?"
)
_NUMBER = re.compile(rf"(?P<sign>-?)(?P<value>{_AMOUNT})\s*(?P<percent>%|percent)?")
_DURATION = re.compile(
    r"(?P<low>[0-9]{1,5})(?:\s*(?:to|-|–)\s*(?P<high>[0-9]{1,5}))?\s+"
    r"(?P<unit>minute|hour|day|week|month|year)s?"
)
_DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_YEARLY = re.compile(r"(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_LEAP_YEAR = 2024


def parse_number(text: str) -> Number:
    """`1200`, `1,200`, `0.5`, `3 %`; raises ValueError for anything else."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"“{text}” is no number; write 1200 or 3 %")
    value = Decimal(found["sign"] + found["value"].replace(",", ""))
    return Number(value, percent=found["percent"] is not None)


def parse_money(text: str, currency: str) -> Money:
    """`32`, `32.50`, `$32`, `20 to 40`, `32 EUR`; raises ValueError for anything else."""
    found = _MONEY.fullmatch(text.strip())
    if found is None or (found["before"] and found["after"]):
        raise ValueError(f"“{text}” is no amount of money; write 32, 32.50 or 20 to 40")
    low = Decimal(found["low"].replace(",", ""))
    high = Decimal(found["high"].replace(",", "")) if found["high"] else None
    if high is not None and high <= low:
        raise ValueError(f"“{text}” ends below its beginning; write the smaller amount first")
    before = "" if found["before"] in {None, "$"} else found["before"]
    return Money(low, high, found["after"] or before or currency)


def parse_duration(text: str) -> Duration:
    """`60 days`, `10 to 14 days`; raises ValueError for anything else."""
    found = _DURATION.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"“{text}” is no duration; write 60 days or 10 to 14 days")
    low, high = int(found["low"]), int(found["high"]) if found["high"] else None
    if high is not None and high <= low:
        raise ValueError(f"“{text}” ends below its beginning; write the smaller number first")
    return Duration(low, high, Unit(found["unit"]))


def parse_date(text: str) -> date:
    """The day that `2027-01-31` names; raises ValueError for anything else."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"“{text}” is no date; write year-month-day: 2027-01-31")
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise ValueError(f"there is no day {text}") from None


def parse_day(text: str) -> Day | YearlyDay:
    """`2027-01-31`, or `01-31` for every year; raises ValueError for anything else."""
    found = _YEARLY.fullmatch(text.strip())
    if found is None:
        return Day(parse_date(text))
    month, day = int(found["month"]), int(found["day"])
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        raise ValueError(f"there is no day {text}") from None
    return YearlyDay(month, day)


def parse_argument(
    text: str, kind: ParameterType, currency: str
) -> Money | Day | YearlyDay | Duration | Number:
    """The value of a phrase's literal argument; raises ValueError when it isn't of the type."""
    match kind:
        case ParameterType.NUMBER:
            return parse_number(text)
        case ParameterType.MONEY:
            return parse_money(text, currency)
        case ParameterType.DATE:
            return parse_day(text)
        case ParameterType.DURATION:
            return parse_duration(text)
