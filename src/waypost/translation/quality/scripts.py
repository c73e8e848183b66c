"""Scripts of the world's languages: which letters belong to which, and which to a language."""

from __future__ import annotations

import re
from functools import lru_cache

from waypost.translation.quality.by_language import script_of

_RANGES = {
    "Latn": "A-Za-zªºÀ-ÖØ-öø-ʸˠ-ˤᴀ-ᶿḀ-ỿⁱⁿₐ-ₜⅠ-ↈⱠ-ⱿꜢ-ꟿꬰ-ꭤﬀ-ﬆＡ-Ｚａ-ｚ",
    "Cyrl": "Ѐ-ԯᲀ-ᲈᴫᵸꙀ-ꚟ",
    "Grek": "Ͱ-ϡϰ-Ͽἀ-῾",
    "Arab": "\u0610-\u061a\u0620-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdfb\ufe70-\ufefc",
    "Hebr": "\u0590-\u05f4\ufb1d-\ufb4f",
    "Deva": "ऀ-ॣ०-ॿ꣠-ꣿ",
    "Beng": "ঀ-৾",
    "Guru": "ਁ-੶",
    "Gujr": "ઁ-૿",
    "Orya": "ଁ-୷",
    "Taml": "ஂ-௺",
    "Telu": "ఀ-౿",
    "Knda": "ಀ-ೳ",
    "Mlym": "ഀ-ൿ",
    "Sinh": "ඁ-෴",
    "Thai": "ก-ฺเ-๛",
    "Laoo": "ກ-ໟ",
    "Tibt": "ༀ-࿚",
    "Mymr": "က-႟ꧠ-ꧾꩠ-ꩿ",
    "Geor": "Ⴀ-ჿᲐ-Ჿⴀ-ⴭ",
    "Hang": "ᄀ-ᇿㄱ-ㆎꥠ-ꥼ가-힣",
    "Ethi": "ሀ-᎙ⶀ-ⷞꬁ-ꬮ",
    "Cher": "Ꭰ-ᏽꭰ-ꮿ",
    "Cans": "᐀-ᙿᢰ-ᣵ",
    "Khmr": "ក-៹᧠-᧿",
    "Mong": "᠀-ᢪ",
    "Armn": "Ա-֏ﬓ-ﬗ",
    "Syrc": "܀-ݏ",
    "Thaa": "ހ-ޱ",
    "Nkoo": "߀-ߺ",
    "Tfng": "ⴰ-⵿",
    "Vaii": "ꔀ-ꘫ",
    "Yiii": "ꀀ-꓆",
    "Olck": "᱐-᱿",
    "Tavt": "ꪀ-꫟",
    "Kana": "ぁ-ゟ゠-ヿㇰ-ㇿｦ-ﾟ",
    "Hani": "々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U00032fff",
    "Adlm": "\U0001e900-\U0001e959",
    "Cakm": "\U00011100-\U00011147",
    "Hmnp": "\U0001e100-\U0001e14f",
    "Osge": "\U000104b0-\U000104fb",
    "Rohg": "\U00010d00-\U00010d39",
}
_PARTS = {
    "Hans": ("Hani",),
    "Hant": ("Hani",),
    "Jpan": ("Hani", "Kana"),
    "Kore": ("Hang", "Hani"),
}
_COMPILED = {script: re.compile(f"[{ranges}]+") for script, ranges in _RANGES.items()}
LATIN = _COMPILED["Latn"]
_LETTERS = re.compile(r"[^\W\d_]+")


# What only Zawgyi writes so: the vowel e before its letter, signs of its own, an open stacker.
_ZAWGYI = re.compile(
    "(?:^|[\\s(“\"‘'])[\u1031\u103b\u107e-\u1084][\u1000-\u1021\u1031]|[\u1060-\u1064\u1066-\u106d\u107e-\u1097]"
    "|\u1039(?![\u1000-\u1021])"
)


def is_zawgyi(text: str) -> bool:
    """Whether Burmese is in Zawgyi: letters of Unicode in another order, garbled on most phones."""
    return len(_ZAWGYI.findall(text)) > 1


@lru_cache(256)
def letters_of(code: str) -> re.Pattern[str] | None:
    """Runs of letters of the language's script, or None where its letters aren't known."""
    script = script_of(code)
    parts = _PARTS.get(script, (script,))
    if any(part not in _RANGES for part in parts):
        return None
    return re.compile("[" + "".join(_RANGES[part] for part in parts) + "]+")


def count_letters(text: str, pattern: re.Pattern[str] = _LETTERS) -> int:
    """How many letters (or signs of `pattern`) the text has."""
    return sum(map(len, pattern.findall(text)))


def find_script(text: str) -> str:
    """The script of most letters of `text`, or "" without letters."""
    counts = {script: count_letters(text, pattern) for script, pattern in _COMPILED.items()}
    best = max(counts, key=lambda script: counts[script])
    return best if counts[best] else ""
