"""The numbers of a text, and all that each may mean: 1,250.50, 9:00 a.m., 15.04.2026, 5万."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

import msgspec

from waypost.translation.quality.words import with_latin_digits

_JOINT = r"[.,:：٫٬’'\u00a0\u202f]"
_NUMBER = re.compile(rf"\d+(?:{_JOINT}\d+)*")
_SEPARATOR = re.compile(_JOINT)
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})|(\d{4})\.(\d{1,2})\.(\d{1,2})")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)")
_FRENCH_CLOCK = re.compile(r"(?<=\d)\s?[hH]\s?(?=\d\d(?!\d))")
_HALF_DAY = re.compile(r"\s*(?:([ap])\.?\s?m\b\.?)", re.IGNORECASE)
_ZEROS = re.compile(r"[.,:]00?$")
# A run of groups as phones and large numbers are written: 800 772 1213, 10 000, (800) 772-1213.
_RUN = re.compile(r"\d+(?:[ .,\-‐‑–/()\u00a0\u202f’']{1,3}\d+)+")
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)")

_SCALES = {
    3: (
        "thousand thousands k mil mille mila mile tausend тыс тысяч тысячи "
        "тисяч тисячі тис ألف آلاف هزار ہزار nghìn ngàn 千 천 พัน ពាន់ ထောင် हजार "
        "हज़ार হাজার ਹਜ਼ਾਰ libo libong kun bin tys tysięcy duizend ሺህ ሺ tuhat "
        "tuhatta אלף alaf հազար हजार mijë"
    ),
    4: ("万 萬 만 หมื่น ម៉ឺន သောင်း"),
    5: ("lakh lakhs लाख লাখ লক্ষ ਲੱਖ แสน សែន သိန်း"),
    6: (
        "million millions m mn millón millones milhão milhões млн миллион "
        "мільйон مليون ملايين میلیون ملین triệu 百万 百萬 ล้าน លាន သန်း मिलियन "
        "মিলিয়ন মিলিয়ন ਮਿਲੀਅਨ milyon milyong malyan milyan malyuun miljoona "
        "miljoonaa millionen milione milioni milion milionów miljoen ሚሊዮን 백만 "
        "מיליון միլիոն milyonên milyon दशलक्ष"
    ),
    7: ("crore crores करोड़ करोड কোটি ਕਰੋੜ 千万 千萬 천만"),
    8: ("亿 億 억"),
    9: (
        "billion billions bn milliard milliards миллиард млрд мільярд مليار "
        "میلیارد ارب tỷ tỉ 십억 พันล้าน ពាន់លាន अरब বিলিয়ন বিলিয়ন ਬਿਲੀਅਨ bilyon "
        "bilyong bilhão bilhões miliard milliarde milliarden miliardi miliardo "
        "miliardów milyar miljardi miljardia bilioni ቢሊዮን מיליארד միլիարդ"
    ),
    12: (
        "trillion billón billones trilhão триллион трлн трильйон تريليون "
        "تریلیون nghìn_tỷ 兆 조 万亿 萬億 ล้านล้าน biljoona trilyon trilioni ትሪሊዮን"
    ),
}
_BY_WORD = {
    word.replace("_", " "): scale for scale, words in _SCALES.items() for word in words.split()
}
_SCALE_WORD = re.compile(
    r"[\s\u00a0-]*(?:ribu|de\s)?("
    + "|".join(sorted(map(re.escape, _BY_WORD), key=len, reverse=True))
    + r")(?![a-z]{4})",
    re.IGNORECASE,
)
_BEFORE_WORD = re.compile(r"(?:elfu|milioni|bilioni|laki|trilioni|malyan|milyan|kun)\s+$")
_BEFORE = {"elfu": 3, "laki": 5, "milioni": 6, "bilioni": 9, "trilioni": 12}


class Number(msgspec.Struct, frozen=True):
    """A number as it stands, with its digits alone, and what it may mean."""

    text: str
    digits: str
    readings: frozenset[str]
    """Digits, values (`v1250`), times in minutes: certain (`t540`), possible (`w540`)."""


@lru_cache(16_384)
def read_digits(text: str) -> frozenset[str]:
    """The numbers of a text as their digits: `1,250` and `1.250` are equal, 18 and 81 aren't."""
    plain = with_latin_digits(text)
    return frozenset([_SEPARATOR.sub("", found) for found in _NUMBER.findall(plain)])


def read_runs(text: str) -> dict[str, tuple[str, ...]]:
    """Digits of each run of groups, with the digits of its groups."""
    plain = with_latin_digits(text)
    runs: dict[str, tuple[str, ...]] = {}
    for found in (*_RUN.findall(plain), *_THOUSANDS.findall(plain)):
        groups = re.findall(r"\d+", found)
        numbers = [_SEPARATOR.sub("", one) for one in _NUMBER.findall(found)]
        runs["".join(groups)] = tuple(dict.fromkeys([*groups, *numbers]))
    return runs


@lru_cache(1024)
def read_numbers(text: str) -> tuple[Number, ...]:
    """Every number of the text in its order, with all that it may mean."""
    plain = _FRENCH_CLOCK.sub(":", with_latin_digits(text)).replace("：", ":")
    numbers: list[Number] = []
    for found in _NUMBER.finditer(plain):
        date = _DATE.fullmatch(found[0])
        if date is not None:
            numbers += [_read(part, "", "") for part in date.groups() if part is not None]
        else:
            before, after = plain[: found.start()][-16:], plain[found.end() :][:24]
            numbers.append(_read(found[0], before, after))
    return tuple(numbers)


def _read(text: str, before: str, after: str) -> Number:
    digits = _SEPARATOR.sub("", text)
    readings = {digits, digits.lstrip("0") or "0"}
    if _ZEROS.search(text):
        whole = _SEPARATOR.sub("", _ZEROS.sub("", text))
        readings |= {whole, f"v{Decimal(whole).normalize():f}"}
    values = _values(text)
    scale = _find_scale(before, after)
    readings |= {f"v{(value * 10**scale).normalize():f}" for value in values}
    readings |= _read_time(text, after)
    return Number(text, digits, frozenset(readings))


def _find_scale(before: str, after: str) -> int:
    found = _SCALE_WORD.match(after)
    if found is not None:
        return _BY_WORD.get(found[1].lower(), 0)
    earlier = _BEFORE_WORD.search(before)
    return _BEFORE.get(earlier[0].strip(), 0) if earlier else 0


def _values(text: str) -> set[Decimal]:
    """What the digits may be worth, whichever sign the language takes for decimals."""
    plain = text.replace(":", "")
    values = {Decimal(_SEPARATOR.sub("", plain))}
    last = max(plain.rfind(sign) for sign in ".,٫")
    # Three digits behind a sign are thousands: 50,000 isn't 50.
    if last > 0 and len(plain) - last != 4:
        whole = _SEPARATOR.sub("", plain[:last])
        values.add(Decimal(f"{whole}.{plain[last + 1 :]}"))
    return values


def _read_time(text: str, after: str) -> set[str]:
    clock = _CLOCK.fullmatch(text)
    half = _HALF_DAY.match(after)
    if clock is not None:
        hour, minute = int(clock[1]), int(clock[2])
    elif text.isdecimal() and len(text) <= 2 and int(text) <= 24:
        hour, minute = int(text), 0
    else:
        return set()
    hours = {hour % 24}
    if half is not None and hour <= 12:
        hours = {hour % 12 + (12 if half[1].lower() == "p" else 0)}
    elif hour <= 12:
        hours = {hour % 12, hour % 12 + 12}
    sign = "t" if half is not None or (clock is not None and ":" in text) else "w"
    return {f"{sign}{each * 60 + minute}" for each in hours}


def agree(one: Number, other: Number) -> bool:
    """Whether two numbers may mean the same."""
    if any(reading[0] != "w" for reading in one.readings & other.readings):
        return True
    return _has_same_time(one, other) or _has_same_time(other, one)


def _has_same_time(one: Number, other: Number) -> bool:
    certain = {reading[1:] for reading in one.readings if reading[0] == "t"}
    return any(reading[0] == "w" and reading[1:] in certain for reading in other.readings)
