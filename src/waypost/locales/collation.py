"""The order of names in a language, and the headings of its A–Z."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

import icu

from waypost.locales.icu_locale import choose_text_locale

OTHER = "#"
"""The heading of what has no letter of its own: digits, and scripts that the index lacks."""

_LEADING_SIGNS = re.compile(r"^[^\w]+")

# ICU leaves labels out beyond 99; the strokes of Chinese and Latin together are fewer than this.
_ALL_LABELS = 500


def _strip_signs(text: str) -> str:
    """The text from its first letter or digit on: “¿Cómo…?” stands under C."""
    return _LEADING_SIGNS.sub("", text) or text


@cache
def sort_key(code: str) -> Callable[[str], bytes]:
    """A key function that puts texts in the order of the language.

    Signs before the first letter don't count, numbers count by value (Form 9 before Form 10).
    Chinese is ordered by pinyin (Hans) or strokes (Hant), as CLDR says. Texts that differ have keys
    that differ, so that an order is never left to chance.
    """
    name = choose_text_locale(code).getName()
    collator = icu.Collator.createInstance(icu.Locale(f"{name}@colnumeric=yes"))

    def make_key(text: str) -> bytes:
        return collator.getSortKey(_strip_signs(text)) + b"\0" + text.encode("utf-8")

    return make_key


@cache
def _index(code: str) -> icu.ImmutableIndex:
    index = icu.AlphabeticIndex(choose_text_locale(code))
    index.maxLabelCount = _ALL_LABELS
    # Official names in English keep their letter on the pages of every language.
    index.addLabels(icu.Locale("en"))
    return index.buildImmutableIndex()


@lru_cache(20_000)
def index_place(code: str, text: str) -> tuple[int, str]:
    """The heading under which the text stands in the A–Z of the language: "A", "Ж", "3劃", "#".

    Before it its number among the headings, by which texts are sorted first: in Chinese the names
    in Latin letters share the headings of pinyin, but come after all others in the order of names.
    What has no letter of its own comes first.
    """
    index = _index(code)
    number = index.getBucketIndex(_strip_signs(text))
    label, kind = index.getBucket(number)
    return (number, label) if kind == icu.UAlphabeticIndexLabelType.NORMAL else (0, OTHER)
