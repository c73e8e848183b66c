"""Names of months, days and units for languages that ICU lacks and public services need.

Numbers, money and clock times of such a language follow English in the territory, as its readers
meet them there; only the words are its own. A language gets an entry when each word of it has a
source; until then its dates are in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from waypost.model.fact import Unit


class OwnWords(msgspec.Struct, frozen=True):
    """The words of a language whose dates read "21 novanm 2026" and whose nouns have no plural."""

    months: tuple[str, ...]
    days: tuple[str, ...]
    """Monday first."""
    short_days: tuple[str, ...]
    units: Mapping[Unit, str]
    range_word: str
    and_word: str


# Months, days: the `ht` locales of Day.js, date-fns and Carbon, which agree. Order of a date: CLDR
# 47, ht. Units and "5 a 10 jou": as in Haitian Creole notices of services in the United States.
_HAITIAN: Final = OwnWords(
    months=(
        *("janvye", "fevriye", "mas", "avril", "me", "jen"),
        *("jiyè", "out", "septanm", "oktòb", "novanm", "desanm"),
    ),
    days=("lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch"),
    short_days=("len", "mad", "mèk", "jed", "van", "sam", "dim"),
    units=MappingProxyType(
        {
            Unit.MINUTE: "minit",
            Unit.HOUR: "èdtan",
            Unit.DAY: "jou",
            Unit.WEEK: "semèn",
            Unit.MONTH: "mwa",
            Unit.YEAR: "ane",
        }
    ),
    range_word="a",
    and_word="ak",
)

_OWN_WORDS: Final = {"ht": _HAITIAN}


def find_own_words(code: str) -> OwnWords | None:
    """The words of the language, if Waypost has them because ICU hasn't."""
    return _OWN_WORDS.get(code.partition("-")[0])
