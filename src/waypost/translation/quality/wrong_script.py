"""A translation is written in the letters of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from waypost.locales.registry import find_language
from waypost.model.finding import Code, Severity
from waypost.translation.quality.by_language import name_variants
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.scripts import LATIN, count_letters, is_zawgyi, letters_of
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
# The most frequent characters that only one of the two forms of Chinese has.
_SIMPLE = frozenset(
    "国们会这为后对队个说时将于员来场发赛进过现与经议亚罗顿开还维选区领该关机从联没动间无报问实认欧称总长诺达参据两结统击战证鲜数让党给处门着举业"
    "决体电种视众导调应计强车约组终伤题运岁兰难续头伦节产况资带万纳获复谈诉点钟离样学华萨军确显势气么变脱风边儿苏继竞严猪单别论记话随务胜际历线乐"
)
_FULL = frozenset(
    "國會們為這後個對時員說場發將於來過現隊與賽進區禮讓計開機動議亞經無選數關聯領擊報諾戰參頓長門歐統韓間兩從車況沒結導帶頭羅總應認還問電變黨調稱"
    "運決續達證獲華據預務維資該業試處舉訴協談歲難蘭顯傷強勢邊視鐘眾點氣體給麼組擔風權萬實學確爭種團記寶勝殺蘇雲繼兒設見豬級辦終倫敗輕產論脫軍離則"
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
    if pair.language == "my" and is_zawgyi(text):
        yield "the text is in Zawgyi, not in Unicode: most phones show it garbled"
        return
    own = letters_of(pair.language)
    if own is None or (own is LATIN and text.isascii()):
        return
    foreign = count_letters(text) - count_letters(text, _letters_only(own))
    if foreign > 3:
        source = read_words(pair.source, pair.syntax)
        names = set(_WORD.findall(source.everything)) if source is not None else set()
        # Names of places and streets keep their letters; a sentence left as it was doesn't.
        word = _WORD if own.pattern == LATIN.pattern else LATIN
        kept = word.sub(lambda found: "" if _is_name(found[0], names) else found[0], text)
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
        form = find_other_form(text, pair.language)
        if form is not None:
            yield f"the characters are {form} ones"


@lru_cache(64)
def _letters_only(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Letters of the script without marks: what counts as a letter everywhere."""
    return re.compile(rf"(?:(?=[^\W\d_]){pattern.pattern[:-1]})+")


def _is_name(word: str, names: set[str]) -> bool:
    return word in names and word[:1].isupper()


def _is_sentence(text: str) -> bool:
    return len([word for word in _WORD.findall(text) if word[0].islower()]) > 2


def find_other_form(text: str, code: str) -> str | None:
    """Which form of Chinese `text` is in, where it isn't that of the language; else None."""
    letters = set(text)
    simple, full = len(letters & _SIMPLE), len(letters & _FULL)
    is_full = "zh-Hant" in name_variants(code)
    ours, theirs = (full, simple) if is_full else (simple, full)
    if theirs < 3 or theirs < 2 * ours:
        return None
    return "simplified" if is_full else "traditional"


CHECK = PairCheck(WRONG_SCRIPT, is_blocking=True, find=find_script_fault)
