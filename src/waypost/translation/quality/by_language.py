"""What a table says of a language: by its code, its code without a region, or its nearest kin."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from waypost.locales.registry import find_language

_Value = TypeVar("_Value")

_KIN = {
    "tl": "fil",
    "prs": "fa",
    "no": "nb",
    "nn": "nb",
    "mww": "hmn",
    "hnj": "hmn",
    "yue": "zh",
    "cmn": "zh",
    "arz": "ar",
    "apc": "ar",
    "acm": "ar",
    "ary": "ar",
    "bs": "hr",
    "ckb": "ku-Arab",
    "sdh": "ku-Arab",
    "kmr": "ku",
    "iw": "he",
    "in": "id",
    "mo": "ro",
}


@lru_cache(512)
def name_variants(code: str) -> tuple[str, ...]:
    """The names under which a table may know the language, the closest first."""
    names = [code]
    parts = code.split("-")
    names += ["-".join(parts[:end]) for end in range(len(parts) - 1, 0, -1)]
    if code in {"zh", "zh-CN", "zh-SG"}:
        names.insert(1, "zh-Hans")
    elif code in {"zh-TW", "zh-HK", "yue", "yue-Hant"}:
        names.insert(1, "zh-Hant")
    names += [_KIN[name] for name in names if name in _KIN]
    return tuple(dict.fromkeys(names))


def find_entry(table: Mapping[str, _Value], code: str) -> _Value | None:
    """The table's entry for the language or its nearest kin, or None."""
    for name in name_variants(code):
        if name in table:
            return table[name]
    return None


def is_one_of(code: str, codes: frozenset[str]) -> bool:
    """Whether the language or its nearest kin is among `codes`."""
    return any(name in codes for name in name_variants(code))


@lru_cache(512)
def script_of(code: str) -> str:
    """The script (ISO 15924) that the language is written in; Latin where nobody knows."""
    for part in code.split("-")[1:]:
        if len(part) == 4 and part.isalpha():
            return part
    for name in name_variants(code):
        language = find_language(name)
        if language is not None:
            return language.script
    return "Latn"


_UNSPACED = frozenset({"Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})


@lru_cache(512)
def is_unspaced(code: str) -> bool:
    """Whether the language writes no spaces between words."""
    return script_of(code) in _UNSPACED
