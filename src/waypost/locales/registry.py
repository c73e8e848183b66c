"""The languages that a site can switch on: every autonym is CLDR's or the supplement's.

Touches the disk: reads languages.json once, when it is first asked. scripts/make-languages writes
that file, so that neither Babel nor ICU is needed to know a name.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType

from waypost.model.language import Direction, Language

_FILE = Path(__file__).with_name("languages.json")


@cache
def _load_rows() -> dict[str, tuple[str, str, str, str, str]]:
    """Code → code, autonym, English name, direction, script."""
    rows = json.loads(_FILE.read_text(encoding="utf-8"))
    return {row[0]: tuple(row) for row in rows}


@cache
def _languages() -> Mapping[str, Language]:
    rows = _load_rows().values()
    return MappingProxyType(
        {
            code: Language(code, autonym, english, Direction(direction), script)
            for code, autonym, english, direction, script in rows
        }
    )


def find_language(code: str) -> Language | None:
    """The language of exactly this BCP 47 code ("zh-Hant", never "zh_hant"), or None."""
    return _languages().get(code)


def all_languages() -> tuple[Language, ...]:
    """Every language that is known, sorted by code."""
    return tuple(_languages().values())


def suggest_codes(text: str) -> tuple[str, ...]:
    """Up to three codes that someone who wrote `text` may have meant, the likeliest first.

    For the mend of a finding: understands another case ("PT-br"), an underscore ("zh_hans"), a
    name ("Haitian", "español"), a region that makes no difference here ("vi-US"), and slips.
    """
    wanted = text.strip().replace("_", "-").casefold()
    by_code = {code.casefold(): code for code in _load_rows()}
    if wanted in by_code:
        return (by_code[wanted],)
    named: dict[str, str] = {}
    for code, autonym, english, _, _ in _load_rows().values():
        for name in (autonym.casefold(), english.casefold()):
            # Of two codes with one name the shorter is the one people mean: ku before kmr.
            if name not in named or len(code) < len(named[name]):
                named[name] = code
    if wanted in named:
        return (named[wanted],)
    begins = [code for name, code in sorted(named.items()) if wanted and name.startswith(wanted)]
    base = [
        by_code[part]
        for part in (wanted.rpartition("-")[0], wanted.split("-")[0])
        if part in by_code
    ]
    close = [named[name] for name in get_close_matches(wanted, named, n=3, cutoff=0.75)]
    likely = base + (begins if len(wanted) > 2 else []) + close
    return tuple(dict.fromkeys(likely))[:3]
