"""Stems of languages for which Snowball has no algorithm: affixes of number, case and person.

Each list was measured on 62 parallel news texts: of two forms with one stem, how often they stand
in sentences whose English shares a rare word. Snowball's stems of Spanish, Russian, Polish and
Turkish reach 0.48 to 0.53, these 0.50 (Swahili, Hebrew) to 0.76 (Bengali); words that only begin
with the same four letters 0.20 to 0.30, 0.43 in Punjabi. Urdu and Haitian Creole have none: there
were no texts to measure the first on, and the second hardly inflects.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from waypost.search.affixes import trim_prefix
from waypost.search.rules import Kind

Trimmer = Callable[[str], str]


def _compile_endings(endings: str, *, left: int) -> re.Pattern[str]:
    """The longest of the endings, before which at least `left` letters stay."""
    longest_first = sorted(set(endings.split()), key=lambda ending: (-len(ending), ending))
    return re.compile(f"(?<={'.' * left})(?:{'|'.join(longest_first)})$")


# All in folded letters: й is и, ї is і, Hebrew has no final letters.
_UKRAINIAN = _compile_endings(
    "ами ями ах ях ам ям ові еві єві ою ею єю ого ього ому ьому их іх им ім ими іми оі ую юю "
    "а я у ю о е є и і ь ів ии",
    left=3,
)
_SOMALI = _compile_endings(
    "oyinka oyinkii yaasha yaashii aasha yaal oyin kiisa giisa tiisa diisa keeda geeda teeda deeda "
    "kooda gooda tooda dooda ka ga ha ta da sha kan gan tan dan kii gii hii tii dii shii ku gu hu "
    "tu du aha ada ayaa ay ayn een o yo adii",
    left=3,
)
_BENGALI = _compile_endings(
    "গুলোর গুলির গুলো গুলি গুলোকে দেরকে দের টির টিকে টিতে টি টা টার কে তে রা েরা ের র ে য এর ায ারা ছে",
    left=3,
)
_PUNJABI = _compile_endings("ੀਆਂ ਿਆਂ ਾਂ ਆਂ ੇ ਾ ੀ ੋ ੀਆ ਿਆ ਣਾ ਣ ਦਾ ਦੇ ਦੀ ਣਗੇ ੇਗਾ ੇਗੀ ਈ ਏ ਆ ਨਾ ਨੇ", left=2)
_HEBREW = _compile_endings("יימ ימ ות יות ית ה תי ו הו הנ המ נו יה", left=3)
_AMHARIC = _compile_endings("ውን ዎችን ዎች ችን ቸውን ቸው ችው ና ን ም ው ዋ ች", left=2)
_AMHARIC_PREFIX = re.compile("^(?:እንደ|ስለ|በየ|የ|በ|ለ|ከ|እየ|አል|ያል|ይ)(?=...)")
_FILIPINO = _compile_endings("hang hing ang ing han hin an in ng", left=3)
_FILIPINO_PREFIX = re.compile(
    "^(?:ipinag|ipag|pinag|nagpa|magpa|nakaka|makaka|naka|maka|nag|mag|pag|nang|mang|pang|ika|ini|"
    "ipa|pina|ma|na|pa|ka|i)(?=....)"
)
# -um- and -in- stand behind the first consonant: dumating of dating.
_FILIPINO_INFIX = re.compile("^([^aeiou])(?:um|in)(?=[aeiou]..)")
_SWAHILI = _compile_endings("ishwa iwa ewa lewa ni wa", left=3)
# Subject, tense, relative and object of a verb; the class of a noun.
_SWAHILI_PREFIX = re.compile(
    "^(?:(?:ha)?(?:ni|u|a|tu|m|wa|i|li|ya|ki|vi|zi|ku|yu)(?:na|li|ta|me|ka|nge|si|ki|ku)"
    "(?:o|ye|cho|vyo|lo|zo|po)?(?:ni|ku|m|wa|i|li|ya|ki|vi|zi|ji)?|ku|ma|wa|vi|ki|mi|m|u)(?=....)"
)


def _trim_amharic(key: str) -> str:
    """Without two endings and one prefix; the last letter with the vowel that it has alone."""
    stem = _AMHARIC.sub("", _AMHARIC.sub("", _AMHARIC_PREFIX.sub("", key)))
    last = stem[-1:]
    # Ethiopic letters stand in rows of eight: the sixth is the consonant without a vowel.
    return stem[:-1] + chr(ord(last) & ~7 | 5) if "ሀ" <= last <= "ፚ" else stem


def _trim_filipino(key: str) -> str:
    return _FILIPINO.sub("", _FILIPINO_INFIX.sub(r"\1", _FILIPINO_PREFIX.sub("", key)))


def _trim_by(endings: re.Pattern[str]) -> Trimmer:
    return lambda key: endings.sub("", key)


TRIMMERS: dict[str, Trimmer] = {
    "ukrainian": _trim_by(_UKRAINIAN),
    "somali": _trim_by(_SOMALI),
    "bengali": _trim_by(_BENGALI),
    "punjabi": _trim_by(_PUNJABI),
    "hebrew": lambda key: _HEBREW.sub("", trim_prefix(key, Kind.HEBREW)),
    "filipino": _trim_filipino,
    "swahili": lambda key: _SWAHILI.sub("", _SWAHILI_PREFIX.sub("", key)),
    "amharic": _trim_amharic,
}
"""By the name that `Rules.stemmer` has; each makes a stem of a folded word."""
