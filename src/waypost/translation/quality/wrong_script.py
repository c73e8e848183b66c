"""A translation is written in the letters of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from waypost.locales.registry import find_language
from waypost.model.finding import Code, Severity
from waypost.translation.quality.by_language import name_variants
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.scripts import LATIN, count_letters, letters_of
from waypost.translation.quality.words import read_words

WRONG_SCRIPT = Code(
    "T024",
    "The letters are those of another script than the language's",
    Severity.WARNING,
    "The reader can't read it: it is another language, or the source with a few words changed. "
    "Names and programmes may keep their letters.",
    "Translate into the language of the folder, or move the text to its own.",
    'msgid "Pay now."\nmsgstr "Заплатите сейчас же"',
    'msgid "Pay now."\nmsgstr "Pague ahora"',
)

_WORD = re.compile(r"[^\W\d_]+")
_FEW = 12
"""So many letters of another script may be a name, a programme or a unit."""
_SIMPLE = set(
    "们这个来时说国会为么对过发后还进门问车头学觉关动业产电见让给经长开没现实应该办务话请证险费号写务师机场银钱岁"
)
_FULL = set(
    "們這個來時說國會為麼對過發後還進門問車頭學覺關動業產電見讓給經長開沒現實應該辦務話請證險費號寫務師機場銀錢歲"
)


@lru_cache(256)
def _is_known(code: str) -> bool:
    return any(find_language(name) is not None for name in name_variants(code))


def find_script_fault(pair: Pair) -> Iterator[str]:
    """One message if most letters are of another script, or of the other form of Chinese."""
    target = read_words(pair.target, pair.syntax)
    if target is None or not _is_known(pair.language):
        return
    text = target.everything
    own = letters_of(pair.language)
    if own is None or (own is LATIN and text.isascii()):
        return
    foreign = count_letters(text) - count_letters(text, _letters_only(own))
    if foreign > 3:
        source = read_words(pair.source, pair.syntax)
        names = set(_WORD.findall(source.everything)) if source is not None else set()
        # Names of places and streets keep their letters; a sentence left as it was doesn't.
        kept = _WORD.sub(lambda found: "" if _is_name(found[0], names) else found[0], text)
        foreign = count_letters(kept) - count_letters(kept, _letters_only(own))
        ours = count_letters(text, own)
        few = 3 if own.pattern == LATIN.pattern else _FEW
        if foreign > max(few, ours):
            yield "the letters are those of another script than the language's"
            return
        if not ours and source is not None and text == source.everything and _is_sentence(text):
            yield "the text was left in the letters of the source"
            return
    if "zh" in name_variants(pair.language):
        yield from _find_other_form(text, pair.language)


@lru_cache(64)
def _letters_only(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Letters of the script without marks: what counts as a letter everywhere."""
    return re.compile(rf"(?:(?=[^\W\d_]){pattern.pattern[:-1]})+")


def _is_name(word: str, names: set[str]) -> bool:
    return word in names and word[:1].isupper()


def _is_sentence(text: str) -> bool:
    return len([word for word in _WORD.findall(text) if word[0].islower()]) > 2


def _find_other_form(text: str, code: str) -> Iterator[str]:
    letters = set(text)
    simple, full = len(letters & (_SIMPLE - _FULL)), len(letters & (_FULL - _SIMPLE))
    is_full = "zh-Hant" in name_variants(code)
    ours, theirs = (full, simple) if is_full else (simple, full)
    if theirs > 3 and theirs > 2 * ours:
        yield f"the characters are {'simplified' if is_full else 'traditional'} ones"


CHECK = PairCheck(WRONG_SCRIPT, is_blocking=True, find=find_script_fault)
