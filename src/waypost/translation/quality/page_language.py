"""A whole page is in its language, and not in its source's or a neighbour's.

Known by the little words of each language of the same script: a model for all languages would
weigh more than Waypost, and the ones there are lack Somali, Hmong, Burmese. A few dozen words are
needed, so this looks at all texts of a document together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from waypost.model.finding import Code, Severity
from waypost.translation.quality.by_language import is_unspaced, name_variants, script_of
from waypost.translation.quality.function_words import function_words, listed_languages
from waypost.translation.quality.pair import PageCheck, Pair
from waypost.translation.quality.scripts import count_letters, letters_of
from waypost.translation.quality.words import read_words, tokens
from waypost.translation.quality.wrong_script import find_other_form

PAGE_LANGUAGE = Code(
    "T026",
    "A whole page is in another language",
    Severity.ERROR,
    "Whoever chose the language can't read it: a file in the wrong folder, or an engine that went "
    "to another language.",
    "Move the file to the folder of its language, or translate it.",
    "translations/es/guides/renew.po: “Você deve renovar a sua carteira antes que ela vença …”",
    "translations/es/guides/renew.po: “Debe renovar su licencia antes de que venza …”",
)

_FEWEST_WORDS = 40
_FEWEST_SIGNS = 80
_KANA = re.compile("[ぁ-ヿ]")
_SURE = 0.09
"""Of running text in its own language, this share of words is in its list at least."""
_TIMES = 2


def find_page_language(pairs: Sequence[Pair]) -> Iterator[tuple[int, str]]:
    """One message at the first text if the page is in another language than it says."""
    if not pairs:
        return
    code, source = pairs[0].language, pairs[0].source_language
    texts = [words.text for each in pairs if (words := read_words(each.target, each.syntax))]
    found = find_other_language("\n".join(texts), code, source)
    if found is not None:
        yield 0, f"the page seems to be in “{found}”"


def find_other_language(text: str, code: str, source: str) -> str | None:
    """The code of the language that `text` is in, where it isn't that of `code`; else None."""
    script = script_of(code)
    words = [word for word in tokens(text.lower()) if word]
    own = letters_of(code)
    if own is not None and not _has_own_letters(text, own):
        # Little of the page is in the letters of the language: is it left as it was?
        is_source = _share(Counter(words), function_words(source)) >= _SURE
        return source if is_source and len(words) >= _FEWEST_WORDS else None
    if "zh" in name_variants(code) and find_other_form(text, code) is not None:
        return "zh-Hans" if "zh-Hant" in name_variants(code) else "zh-Hant"
    if script == "Jpan" and count_letters(text) >= _FEWEST_SIGNS and not _KANA.search(text):
        return "zh"
    if len(words) < _FEWEST_WORDS or is_unspaced(code):
        return None
    kin = {name.split("-")[0] for name in name_variants(code)}
    others = {
        other
        for other in (*listed_languages(), source)
        if other.split("-")[0] not in kin and script_of(other) == script
    }
    counts, own_words = Counter(words), function_words(code)
    found = [
        (share, other)
        for other in sorted(others)
        if (share := _share(counts, function_words(other))) >= _SURE
        and _is_other(counts, own_words, function_words(other))
    ]
    return max(found)[1] if found else None


def _is_other(counts: Counter[str], own: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words that only one of two languages has are mostly the other's."""
    if not own:
        return _share(counts, other) >= 2 * _SURE
    return _share(counts, other - own) > _TIMES * _share(counts, own - other) + 0.02


def _has_own_letters(text: str, own: re.Pattern[str]) -> bool:
    return count_letters(text, own) * 2 >= count_letters(text)


def _share(counts: Counter[str], listed: frozenset[str]) -> float:
    """The share of words that are in the list."""
    return sum(counts[word] for word in listed) / max(1, counts.total())


CHECK = PageCheck(PAGE_LANGUAGE, is_blocking=True, find=find_page_language)
