"""Values that are facts are used as facts; other amounts and numbers to call should be facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from waypost.content.parsed import found
from waypost.content.rules.needles import Needles, phone_key, url_key
from waypost.content.rules.rule_input import Passage, RuleInput
from waypost.model.fact import Fact
from waypost.model.finding import Code, Finding, Severity
from waypost.model.literal import parse_duration
from waypost.model.phrase import Phrase

CODE = Code(
    "C021",
    "A fact's value is written out in a text",
    Severity.ERROR,
    "When the value changes, the fact changes on every page and in every language, and the text "
    "stays wrong.",
    "Write the fact's id in braces in place of the value.",
    "Pay the fee of $35.",
    "Pay the fee of {fee.parking_permit}.",
)
UNTYPED = Code(
    "C022",
    "An amount, phone number or e-mail address that is no fact",
    Severity.WARNING,
    "Written in a text it must be corrected in every language by hand, and can't be formatted for "
    "the reader.",
    "Define it in content/facts.yml, or under facts in this file, and write its id in braces.",
    "Call 505-555-0142.",
    "Call {phone.license_desk}.",
)

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
# Each form begins where no run of its own signs goes on and is bounded in length, so that a text
# is read in time that grows with its length, whatever is written in it.
_AMOUNT = r"[0-9]{1,15}(?:,[0-9]{3}){0,5}(?:\.[0-9]{2})?(?![0-9]|,[0-9]{3})"
_VALUES = re.compile(
    r"(?P<email>(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    r"|(?P<url>https?://[^\s)>\]\"”]+[^\s)>\]\"”.,;:!?])"
    rf"|(?P<money>\$ ?(?P<low>{_AMOUNT})"
    rf"(?:(?: to |-|–| – )\$?(?P<high>{_AMOUNT}))?(?! (?:million|billion))"
    rf"|(?<![0-9])(?P<dollars>{_AMOUNT}) dollars)"
    r"|(?P<phone>(?<![\w.$/-])\+?(?:1[ .-]?)?(?:\([0-9]{3}\) ?|[0-9]{3}[ .\u2011–-])[0-9]{3}"
    r"[ .\u2011–-][0-9]{4}(?![\w-]))"
    r"|(?:\b(?:call|dial|text|phone) )(?P<short>[0-9]{3,6})(?![0-9]|[,. \u2011–-]+[0-9(])"
    r"|(?P<date>\b(?:" + "|".join(_MONTHS) + r") [0-9]{1,2}, [0-9]{4}\b)"
    r"|(?P<duration>\b[0-9]{1,4}(?: to [0-9]{1,4})? (?:minute|hour|day|week|month|year)s?\b)"
    r"|(?P<code>\b(?=[A-Za-z-]{0,9}[0-9])(?=[0-9-]{0,9}[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+\b)",
    re.IGNORECASE,
)
_WARNED = {"email": "e-mail address", "money": "amount", "phone": "phone number"}


def check_written_values(given: RuleInput) -> Iterator[Finding]:
    """A finding for each value in the texts that is a fact's, and for what should be one."""
    if isinstance(given.subject, Fact | Phrase):
        return
    for passage in given.passages:
        if any(map(str.isdigit, passage.words)) or "@" in passage.words or "://" in passage.words:
            yield from _check_passage(given, passage)


def _check_passage(given: RuleInput, passage: Passage) -> Iterator[Finding]:
    for match in _VALUES.finditer(passage.words):
        kind = match.lastgroup if match["money"] is None else "money"
        kind = kind or ""
        written = match["short"] or match.group()
        fact = _find_fact(given, kind, match)
        if fact is not None:
            place = given.spot(passage, written)
            home = f"{fact.place.path}:{fact.place.line}"
            mend = f"Use the fact: {{{fact.id}}}. It is defined in {home}."
            yield found(CODE, place, f"“{written}” is written in the text, and is a fact", mend)
        elif kind in _WARNED:
            place = given.spot(passage, written)
            message = f"the {_WARNED[kind]} “{written}” is written in the text"
            yield found(UNTYPED, place, message)


def _find_fact(given: RuleInput, kind: str, match: re.Match[str]) -> Fact | None:
    find = _FINDERS.get(kind)
    if find is None:
        return None
    fact = find(given.local_needles, match)
    # Lengths of time agree by chance too often: only those of the guide itself count.
    return fact if fact or kind == "duration" else find(given.site.needles, match)


def _amount(text: str) -> Decimal:
    return Decimal(text.replace(",", "") or "0")


def _find_money(needles: Needles, match: re.Match[str]) -> Fact | None:
    low = _amount(match["low"] or match["dollars"])
    high = _amount(match["high"]) if match["high"] else None
    return needles.amounts.get((low, high))


def _find_phone(needles: Needles, match: re.Match[str]) -> Fact | None:
    return needles.phones.get(phone_key("".join(filter(str.isdigit, match.group()))))


def _find_date(needles: Needles, match: re.Match[str]) -> Fact | None:
    month, day, year = match.group().replace(",", "").split()
    try:
        on = date(int(year), _MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return None
    return needles.days.get(on)


def _find_duration(needles: Needles, match: re.Match[str]) -> Fact | None:
    try:
        return needles.durations.get(parse_duration(match.group()))
    except ValueError:
        return None


_FINDERS: dict[str, Callable[[Needles, re.Match[str]], Fact | None]] = {
    "email": lambda needles, match: needles.emails.get(match.group().lower()),
    "url": lambda needles, match: needles.urls.get(url_key(match.group())),
    "money": _find_money,
    "phone": _find_phone,
    "short": lambda needles, match: needles.phones.get(match["short"]),
    "date": _find_date,
    "duration": _find_duration,
    "code": lambda needles, match: needles.codes.get(match.group().lower()),
}
