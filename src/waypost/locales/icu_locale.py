"""Which of ICU's locales speaks for a language of the site."""

from __future__ import annotations

from functools import cache

import icu

# A language without locale data of its own, and one whose numbers and dates its readers read.
# A related written form, never a neighbour: where there is none, English stands.
_SPEAKS_FOR = {
    "acm": "ar",
    "aii": "syr",
    "apc": "ar",
    "ary": "ar",
    "arz": "ar",
    "cdo": "zh_Hant",
    "cld": "syr",
    "fuf": "ff",
    "hak": "zh_Hant",
    "haz": "fa_AF",
    "kmr": "ku",
    "nan": "zh_Hant",
    "pnb": "pa_Arab",
    "prs": "fa_AF",
    "tl": "fil",
    "tw": "ak",
    "wuu": "zh_Hans",
}

# Latin digits, as on every form, sign and phone of the place; its civil calendar.
_KEYWORDS = "@calendar=gregorian;numbers=latn"


@cache
def _known_to_icu() -> frozenset[str]:
    return frozenset(name.split("_")[0] for name in icu.Locale.getAvailableLocales())


def find_identifier(code: str) -> str | None:
    """ICU's identifier of the language ("zh_Hans", "fa_AF" for prs), None if ICU lacks it."""
    language, _, rest = code.partition("-")
    if language in _SPEAKS_FOR:
        return _SPEAKS_FOR[language]
    if language not in _known_to_icu():
        return None
    return "_".join([language, *rest.split("-")]) if rest else language


def find_words_code(code: str) -> str:
    """The code of the language in whose words values are written: its own, or "en"."""
    return code if find_identifier(code) else "en"


@cache
def choose_locale(code: str, territory: str) -> icu.Locale:
    """The locale for numbers, dates and messages: language and territory, Latin digits.

    A region within the code wins over the territory (pt-BR stays Brazilian). A language that ICU
    lacks has English formats. Never the locale of the machine.
    """
    identifier = find_identifier(code) or "en"
    subtags = identifier.split("_")
    if subtags[-1] == "419":
        subtags.pop()
    has_region = len(subtags) > 1 and len(subtags[-1]) == 2
    if territory and not has_region:
        subtags.append(territory)
    return icu.Locale("_".join(subtags) + _KEYWORDS)


@cache
def choose_text_locale(code: str) -> icu.Locale:
    """The locale for order and boundaries of text; the root's rules if ICU lacks the language."""
    return icu.Locale(find_identifier(code) or "und")
