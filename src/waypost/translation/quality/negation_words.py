"""How languages say no: words and parts of words that turn a sentence into its opposite.

Words stand alone; parts stand within a word, `^` marks its start and `$` its end. Wide on
purpose: a word that only sometimes says no (few, refuse, instead of) belongs in the list of a
translation, since to cry wolf is worse than to miss one. Touches the disk: reads
negation_words.json once.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from pathlib import Path

from waypost.translation.quality.by_language import is_unspaced, name_variants
from waypost.translation.quality.words import fold_for, tokens

_FILE = Path(__file__).with_name("negation_words.json")

# In a source: what certainly says no. Ways to say at most, at least, whether are taken out first.
_IDIOMS_EN = (
    r"\b(?:no|not) (?:later|earlier|sooner|more|less|fewer|longer|matter|doubt|only)\b",
    r"\bnot (?:just|least)\b",
    r"\bnot (?:necessarily|one of|unlike|uncommon|to mention|until|long|guilty|out of)\b",
    r"\bno (?:wonder|problem)\b|\bno[- ]fault\b|\bnone other\b|\bnothing but\b",
    r"\b(?:whether or|or|if|why) not\b|\bno\.? ?\d|\bno,|\bor no\b",
    r"\bwithout (?:a )?doubt\b|\b(?:with|or) (?:or )?without\b|\bcan'?t help\b",
    r"\blook no further\b|\bnever more so\b",
    r"\b(?:is|are|do|does|did|was|wo|ca)n't (?:it|you|they|we|he|she)\?",
)
_STRONG = {
    "en": (
        "not never no cannot without nobody nothing none neither nor nowhere",
        "n't",
        "|".join(_IDIOMS_EN),
    ),
    "es": (
        "no nunca jamás ningún ninguna ninguno sin nadie nada ni tampoco",
        "",
        r"\bno,|\bno solo\b",
    ),
    "pt": ("não nunca jamais nenhum nenhuma sem ninguém nada nem", "", r"\bnao so\b"),
    "fr": ("ne pas jamais aucun aucune sans personne rien ni", "n'", r"\bne .{1,20} que\b"),
}


@cache
def _load_lists() -> dict[str, dict[str, str]]:
    """Code → its words and parts of words, each a line."""
    lists: dict[str, dict[str, str]] = json.loads(_FILE.read_text(encoding="utf-8"))
    return lists


@lru_cache(128)
def find_strong(code: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What says no in a source of this language, and what only looks like it; None if unknown."""
    for name in name_variants(code):
        if name in _STRONG:
            words, parts, idioms = _STRONG[name]
            return _compile(words, parts, code, is_spaced=True), re.compile(idioms)
    return None


@lru_cache(256)
def find_weak(code: str) -> re.Pattern[str] | None:
    """What may say no in a translation into this language; None if unknown."""
    lists = _load_lists()
    for name in name_variants(code):
        if name in lists:
            found = lists[name]
            return _compile(found["words"], found["parts"], code, is_spaced=not is_unspaced(code))
    return None


def says_no(pattern: re.Pattern[str], text: str, *, is_spaced: bool) -> re.Match[str] | None:
    """Where the folded `text` says no, or None: in words set apart by one space each."""
    words = f" {' '.join(tokens(text))} " if is_spaced else text
    return pattern.search(words)


def _compile(words: str, parts: str, code: str, *, is_spaced: bool) -> re.Pattern[str]:
    """A pattern for words that stand alone, and for parts: `^un`, `los$`, `nicht`.

    `re:~ne(?!k)` is a pattern itself, with `~` for the space.
    """
    alone = "|".join(re.escape(fold_for(word.replace("_", " "), code)) for word in words.split())
    choices = [_compile_part(part, code) for part in parts.split()]
    if alone:
        choices.append(f" (?:{alone}) " if is_spaced else alone)
    return re.compile("|".join(choices))


def _compile_part(part: str, code: str) -> str:
    if part.startswith("re:"):
        return part[3:].replace("~", " ")
    start, end = (" " if part[0] == "^" else ""), (" " if part[-1] == "$" else "")
    return start + re.escape(fold_for(part.strip("^$"), code)) + end
