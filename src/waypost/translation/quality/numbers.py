"""The numbers of a translation are those of its source, written as its language writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from waypost.model.finding import Code, Severity
from waypost.model.glossary import TermRule
from waypost.translation.quality.by_language import find_entry, is_one_of
from waypost.translation.quality.number_reading import (
    Number,
    agree,
    read_digits,
    read_numbers,
    read_runs,
)
from waypost.translation.quality.number_words import is_said, names_month
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.scripts import is_zawgyi
from waypost.translation.quality.words import read_words

NUMBERS = Code(
    "T015",
    "The numbers of a translation differ from its source",
    Severity.WARNING,
    "A wrong age, amount, phone number or date sends people away who have a right, or lets them "
    "come in vain.",
    "Compare the numbers with the source and correct them. Other signs for decimals, 24-hour times "
    "and numbers as words are fine.",
    'msgid "if you are 62"\nmsgstr "si tiene 65 años"',
    'msgid "if you are 62"\nmsgstr "si tiene 62 años"',
)

_DIGIT = re.compile(r"\d")
_MOST = 40
"""With so many that differ the texts have nothing in common, however each may be said."""
# Years of other calendars: Thai and Nepali, Ethiopian, Solar Hijri.
_ERAS = {"th": (543,), "lo": (543,), "ne": (56, 57), "am": (-7, -8), "fa": (-621, -622),
         "ps": (-621, -622)}  # fmt: skip
_DAY_BEGINS_AT_SIX = frozenset({"am", "ti", "om", "sw"})


def find_numbers(pair: Pair) -> Iterator[str]:
    """What is missing and what was added, if anything is."""
    source, target = (read_words(text, pair.syntax) for text in (pair.source, pair.target))
    if source is None or target is None:
        return
    if _DIGIT.search(source.text) is None and _DIGIT.search(target.text) is None:
        return
    if pair.language == "my" and is_zawgyi(target.text):
        return  # Its digits are letters, too; the check of scripts says so.
    if read_digits(source.text) == read_digits(target.text):
        return
    lost, extra = _compare(pair, source.text, target.text)
    if lost and extra:
        yield f"{_list(extra)} stands where the source has {_list(lost)}"
    elif lost:
        yield f"{_list(lost)} of the source is missing"
    elif extra:
        yield f"{_list(extra)} isn't in the source"


def _compare(pair: Pair, source: str, target: str) -> tuple[list[Number], list[Number]]:
    """The numbers that only the source has, and those that only the translation has."""
    source, target = _without_terms(pair, source, target)
    ours, theirs = read_numbers(source), read_numbers(target)
    lost, extra = _only_in_one(ours, theirs), _only_in_one(theirs, ours)
    if len(lost) + len(extra) > _MOST:
        return lost, extra
    lost, extra = _without_runs(lost, extra, source, target)
    lost, extra = _without_runs(lost, extra, source, target, is_swapped=True)
    if lost and extra and (eras := find_entry(_ERAS, pair.language)):
        lost, extra = _without_matches(lost, extra, lambda a, b: _is_era(a, b, eras))
    if lost and extra:
        lost, extra = _without_matches(lost, extra, _is_decade)
    if lost and is_one_of(pair.language, _DAY_BEGINS_AT_SIX):
        lost, extra = _without_hours(lost, extra)
    lost = [one for one in lost if not _is_in_words(one, target, pair.language)]
    extra = [one for one in extra if not _is_in_words(one, source, pair.source_language)]
    return lost, extra


def _only_in_one(numbers: Sequence[Number], others: Sequence[Number]) -> list[Number]:
    """The numbers with which none of the others agrees."""
    digits = {other.digits for other in others}
    rest = [one for one in numbers if one.digits not in digits]
    if len(rest) > _MOST:
        return rest
    return [one for one in rest if not any(agree(one, other) for other in others)]


def _without_terms(pair: Pair, source: str, target: str) -> tuple[str, str]:
    """The texts without the glossary's own way to say a number: 24/7 may be “siempre abierto”."""
    for term in pair.glossary.terms:
        if term.rule is TermRule.FORBIDDEN or not term.variants:
            continue
        if not any(map(str.isdigit, term.source + "".join(term.variants))):
            continue
        said = [variant for variant in term.variants if variant.casefold() in target.casefold()]
        if term.source.casefold() in source.casefold() and said:
            source = re.sub(re.escape(term.source), " ", source, flags=re.IGNORECASE)
            longest = max(said, key=len)
            target = re.sub(re.escape(longest), " ", target, flags=re.IGNORECASE)
    return source, target


def _without_runs(
    lost: list[Number],
    extra: list[Number],
    source: str,
    target: str,
    *,
    is_swapped: bool = False,
) -> tuple[list[Number], list[Number]]:
    """Without groups that make one number on one side: 10,000 and 10 000, (800) 772-1213."""
    if is_swapped:
        extra, lost = _without_runs(extra, lost, target, source)
        return lost, extra
    if not lost and not extra:
        return lost, extra
    whole = read_digits(source) | read_runs(source).keys()
    for run, groups in read_runs(target).items():
        if run in whole:
            extra = [one for one in extra if one.digits not in groups]
            lost = [one for one in lost if one.digits != run and one.digits not in run]
    return lost, extra


def _without_matches(
    lost: list[Number], extra: list[Number], is_same: Callable[[Number, Number], bool]
) -> tuple[list[Number], list[Number]]:
    left = [one for one in lost if not any(is_same(one, other) for other in extra)]
    added = [one for one in extra if not any(is_same(other, one) for other in lost)]
    return left, added


def _is_era(one: Number, other: Number, eras: tuple[int, ...]) -> bool:
    if not (one.digits.isdecimal() and other.digits.isdecimal() and len(one.digits) == 4):
        return False
    return int(other.digits) - int(one.digits) in eras


def _is_decade(one: Number, other: Number) -> bool:
    """Whether one is the short form of the other: '90s and 1990."""
    short, long = sorted((one.digits, other.digits), key=len)
    if len(short) == 2 and len(long) == 4 and int(long[:2]) + 1 == int(short):
        return True  # 20世纪30年代: the thirties of the twentieth century
    return (
        len(short) == 2
        and len(long) == 4
        and long[:2] in {"18", "19", "20"}
        and (long.endswith(short))
    )


def _without_hours(lost: list[Number], extra: list[Number]) -> tuple[list[Number], list[Number]]:
    """Without hours that are counted from six in the morning."""

    def is_same(one: Number, other: Number) -> bool:
        times = {int(reading[1:]) for reading in one.readings if reading[0] == "t"}
        others = {int(reading[1:]) for reading in other.readings if reading[0] in "tw"}
        return any((time - 360) % 720 == other % 720 for time in times for other in others)

    return _without_matches(lost, extra, is_same)


def _is_in_words(number: Number, text: str, code: str) -> bool:
    """Whether the other text has the number as a word, or as a month's name."""
    values = {Decimal(reading[1:]) for reading in number.readings if reading[0] == "v"}
    if any(is_said(value, text, code) for value in values):
        return True
    month = number.digits.lstrip("0")
    if month.isdecimal() and len(month) <= 2 and 1 <= int(month) <= 12:
        return names_month(int(month), text, code)
    return False


def _list(numbers: list[Number]) -> str:
    return ", ".join(f"“{text}”" for text in dict.fromkeys(one.text for one in numbers[:4]))


CHECK = PairCheck(NUMBERS, is_blocking=True, find=find_numbers)
