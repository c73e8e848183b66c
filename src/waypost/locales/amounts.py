"""Numbers, money and durations as CLDR writes them.

Each function is cached on its values: a page shows few values, a site shows them on every page.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

import icu

from waypost.locales.icu_locale import choose_locale
from waypost.locales.own_words import OwnWords, find_own_words
from waypost.model.fact import Unit

_CACHED = 20_000
_RLM, _LRM = "\N{RIGHT-TO-LEFT MARK}", "\N{LEFT-TO-RIGHT MARK}"
_LETTERED_SIGN = re.compile(r"(?<=[A-Z])\$")

# Between two ends of a range a word is read aloud, and a dash often isn't. Only where one word
# stands right between amounts, times and days alike; elsewhere CLDR's own way.
_RANGE_WORDS = {"en": "to", "es": "a", "fr": "à", "pt": "a"}


@cache
def find_range_word(code: str, territory: str) -> str | None:
    """The word between two ends of a range ("to"), None where CLDR's way is taken."""
    own = find_own_words(code)
    return own.range_word if own else _RANGE_WORDS.get(choose_locale(code, territory).getLanguage())


def plain_spaces(text: str) -> str:
    """The text with spaces that the fonts of old phones have.

    CLDR joins with U+202F and U+2009; U+00A0 and a space are as wide as is needed, and shown
    everywhere.
    """
    return text.replace("\u202f", "\u00a0").replace("\u2009", " ")


def render_digits(value: Decimal) -> bytes:
    """The value without exponent, as ICU reads it."""
    return format(value, "f").encode("ascii")


@cache
def _skeleton(skeleton: str, code: str, territory: str) -> icu.LocalizedNumberFormatter:
    return icu.NumberFormatter.forSkeleton(skeleton).locale(choose_locale(code, territory))


@cache
def _skeleton_of_ranges(
    skeleton: str, code: str, territory: str
) -> icu.LocalizedNumberRangeFormatter:
    ranges = icu.NumberRangeFormatter.withLocale(choose_locale(code, territory))
    return ranges.numberFormatterBoth(icu.NumberFormatter.forSkeleton(skeleton))


def _render(skeleton: str, code: str, territory: str, value: Decimal) -> str:
    formatter = _skeleton(skeleton, code, territory)
    return plain_spaces(formatter.formatDecimal(render_digits(value)))


def _render_range(skeleton: str, code: str, territory: str, low: Decimal, high: Decimal) -> str:
    ranges = _skeleton_of_ranges(skeleton, code, territory)
    return plain_spaces(ranges.formatDoubleRange(float(low), float(high)))


@lru_cache(_CACHED)
def render_number(code: str, territory: str, value: Decimal) -> str:
    """All digits of the value, grouped as the language does."""
    return _render("precision-unlimited", code, territory, value)


@lru_cache(_CACHED)
def render_percent(code: str, territory: str, value: Decimal) -> str:
    """A share of a hundred: 7.5 is "7.5%"."""
    return _render("percent precision-unlimited", code, territory, value)


@cache
def _find_currency(territory: str) -> str:
    """The currency of the territory, ISO 4217; "" for none."""
    if not territory:
        return ""
    local = icu.Locale(f"und_{territory}")
    return icu.NumberFormat.createCurrencyInstance(local).getCurrency()


def _skeleton_of_money(territory: str, currency: str) -> str:
    # "w" leaves the decimals out when all are zero. The sign on the price tags of the place is
    # understood there in every language ("$"), another currency must say whose it is ("CA$").
    skeleton = f"currency/{currency} precision-currency-standard/w"
    is_local = currency == _find_currency(territory)
    return f"{skeleton} unit-width-narrow" if is_local else skeleton


@lru_cache(_CACHED)
def render_money(code: str, territory: str, value: Decimal, currency: str) -> str:
    """The amount, without decimals when it is whole: "$32", "$32.50"."""
    return _hold_sign(_render(_skeleton_of_money(territory, currency), code, territory, value))


def _hold_sign(text: str) -> str:
    """The text with a mark after "US$" that keeps its "$" right of its letters in Arabic too."""
    return _LETTERED_SIGN.sub(f"${_LRM}", text) if text.startswith(_RLM) else text


@lru_cache(_CACHED)
def render_money_range(
    code: str, territory: str, low: Decimal, high: Decimal, currency: str
) -> str:
    """Both amounts: "$32 to $40", or as the language joins them."""
    if low == high:
        return render_money(code, territory, low, currency)
    word = find_range_word(code, territory)
    if word:
        ends = (render_money(code, territory, end, currency) for end in (low, high))
        return f" {word} ".join(ends)
    skeleton = _skeleton_of_money(territory, currency)
    return _hold_sign(_render_range(skeleton, code, territory, low, high))


@cache
def _has_units(code: str, territory: str) -> bool:
    """Whether CLDR knows the language's words for units, not only the root's "14 d"."""
    fourteen = Decimal(14)
    own = _render(_skeleton_of_unit(Unit.DAY), code, territory, fourteen)
    root = icu.NumberFormatter.forSkeleton(_skeleton_of_unit(Unit.DAY)).locale(icu.Locale("und"))
    return own != root.formatDecimal(render_digits(fourteen))


def _skeleton_of_unit(unit: Unit) -> str:
    return f"unit/{unit} unit-width-full-name precision-unlimited"


@lru_cache(_CACHED)
def render_duration(code: str, territory: str, low: int, high: int | None, unit: Unit) -> str:
    """A length of time, its word in the right plural: "1 day", "10 to 14 days".

    In English where CLDR has no words for units: "14 days" is understood more often than "14 d".
    """
    own = find_own_words(code)
    if own:
        return _render_own_duration(own, code, territory, low, high, unit)
    words = code if _has_units(code, territory) else "en"
    skeleton = _skeleton_of_unit(unit)
    if high is None or high == low:
        return _render(skeleton, words, territory, Decimal(low))
    word = find_range_word(words, territory)
    if word:
        first = render_number(words, territory, Decimal(low))
        return f"{first} {word} {_render(skeleton, words, territory, Decimal(high))}"
    return _render_range(skeleton, words, territory, Decimal(low), Decimal(high))


def _render_own_duration(
    own: OwnWords, code: str, territory: str, low: int, high: int | None, unit: Unit
) -> str:
    ends = dict.fromkeys([low, low if high is None else high])
    numbers = (render_number(code, territory, Decimal(end)) for end in ends)
    return f"{f' {own.range_word} '.join(numbers)} {own.units[unit]}"
