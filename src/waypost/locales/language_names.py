"""The names of languages in another language, as CLDR has them within a sentence."""

from __future__ import annotations

import re
from functools import cache

import icu

from waypost.locales.icu_locale import choose_text_locale, find_identifier
from waypost.locales.registry import find_language

# What ICU puts where CLDR knows no word for a part: the part's code, alone or in brackets.
_RAW_CODE = re.compile(r"^[a-z]{2,3}(?:$| ?[(（])|[(（](?:[A-Z][a-z]{3}|[A-Z]{2}|[0-9]{3})[)）]")

# CLDR folds Chaldean into Syriac and Western Punjabi into Lahnda: no one would find them so.
_FOLDED = frozenset({"cld", "pnb"})


@cache
def _display_names(code: str) -> icu.LocaleDisplayNames:
    contexts = (
        icu.UDisplayContext.CAPITALIZATION_FOR_MIDDLE_OF_SENTENCE,
        icu.UDisplayContext.DIALECT_NAMES,
    )
    return icu.LocaleDisplayNames.createInstance(choose_text_locale(code), list(contexts))


@cache
def find_language_name(code: str, reader: str) -> str | None:
    """What the language `reader` calls the language `code`: in Spanish, en is "inglés".

    In English it is the registry's name, elsewhere CLDR's; None where CLDR lacks it.
    """
    if reader.partition("-")[0] == "en":
        language = find_language(code)
        return language.english if language else None
    if code in _FOLDED or find_identifier(reader) is None:
        return None
    names = _display_names(reader)
    name: str = names.localeDisplayName(icu.Locale(code.replace("-", "_")))
    return None if _RAW_CODE.search(name) else name
