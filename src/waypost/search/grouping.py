"""Which words are forms of one word, so that one finds the other.

Snowball's stems say it, and are too bold in two ways that cost a resident the right page: a stem of
three letters joins what has nothing in common (casa, caso), and a long tail cut off joins what has
little (organ, organization). Words of one stem therefore also have to look alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import compress
from operator import is_not

from waypost.search.affixes import trim_arabic
from waypost.search.endings import LEFT_BY_SNOWBALL, TRIMMERS
from waypost.search.fold import fold_word, fold_words
from waypost.search.korean import trim_particles
from waypost.search.rules import Kind, Rules
from waypost.search.tokens import form_word

# Languages whose articles, prepositions or voices are written before the stem.
_PREFIXING = frozenset({"arabic", "indonesian"})
# Languages whose stem may be much shorter than a word: they set ending on ending.
_LONG_ENDINGS = frozenset(
    {"basque", "estonian", "finnish", "hungarian", "persian", "tamil", "turkish"}
)
# How many letters of a stem tell words apart: fewer in English (filing, filed), where no vowel of
# an ending tells one noun from another, and where a letter is a syllable.
_TELLING = {"english": 3, "hindi": 3, "nepali": 3, "tamil": 3}


@cache
def _stemmer(algorithm: str) -> Callable[[Sequence[str]], list[str]]:
    import Stemmer

    return Stemmer.Stemmer(algorithm, 0).stemWords


def stem_words(words: list[str], rules: Rules) -> list[str]:
    """The folded stem of each word; the word's own key where the language has no stems."""
    if rules.kind is Kind.KOREAN:
        return [trim_particles(word) for word in words]
    if not rules.stemmer:
        return fold_words(words)
    trim = TRIMMERS.get(rules.stemmer)
    if trim is not None:
        return [trim(key) for key in fold_words(words)]
    stem = _stemmer(rules.stemmer)
    # A stem has a stem where an ending stands on another: lugares, lugar, lug.
    stems = stem(words) if rules.stemmer == "english" else stem(stem(words))
    keys = fold_words(stems)
    left = LEFT_BY_SNOWBALL.get(rules.stemmer)
    return [left.sub("", key) for key in keys] if left is not None else keys


def name_groups(words: Iterable[str], rules: Rules) -> dict[str, str]:
    """The group of each form: forms of one group share a name, which is a key of one of them.

    `words` are as `split_words` gives them, with the marks that a stemmer needs; the result is by
    form, as `form_word` gives it. Of two words with one form the one with more marks decides.
    """
    ordered = sorted(set(words))
    stems = stem_words(ordered, rules)
    forms = [form_word(word, rules) for word in ordered]
    groups = {form: fold_word(form) for form in forms}
    return groups | part_stems(dict(zip(forms, stems, strict=True)), rules)


def part_stems(stem_of: Mapping[str, str], rules: Rules, sign: int = 0) -> dict[str, str]:
    """The group of each form whose stem others have, too; any other is a group of its own.

    `sign` letters at the start of each stem aren't part of it.
    """
    stems = stem_of.values()
    last = dict(zip(stems, stem_of, strict=True))
    # A form that isn't the last one of its stem has company.
    shared = {*compress(stems, map(is_not, map(last.__getitem__, stems), stem_of))}
    alike: dict[str, list[str]] = {stem: [] for stem in shared}
    has_company = [*map(shared.__contains__, stems)]
    own = compress(stem_of, has_company)
    for form, stem in zip(own, compress(stems, has_company), strict=True):
        alike[stem].append(form)
    groups: dict[str, str] = {}
    for stem, forms in alike.items():
        _part(stem[sign:], forms, rules, groups)
    return groups


def _part(stem: str, forms: list[str], rules: Rules, groups: dict[str, str]) -> None:
    """Names the groups of the forms of one stem, parted where they have too little in common."""
    heads: list[str] = []
    keys = forms if all(map(str.isascii, forms)) else [*map(fold_word, forms)]
    for _, form, key in sorted(zip(map(len, keys), forms, keys, strict=True)):
        for head in heads:
            if is_form(key, head, stem, rules):
                groups[form] = head
                break
        else:
            heads.append(key)
            groups[form] = key


def is_form(key: str, head: str, stem: str, rules: Rules) -> bool:
    """Whether a key is a form of the word `head`, which isn't longer and has the same stem.

    All are folded.
    """
    if rules.kind is Kind.KOREAN:
        return True
    if rules.kind is Kind.ARABIC and len(stem) < 4:
        return trim_arabic(key) == trim_arabic(head)
    if rules.stemmer in _PREFIXING:
        return len(stem) >= 4
    if rules.stemmer in TRIMMERS:
        return len(stem) >= 3
    telling = _TELLING.get(rules.stemmer, 4)
    is_telling = len(head) >= telling and key.startswith(head[:telling])
    if rules.stemmer in _LONG_ENDINGS and is_telling:
        return True
    is_enough = is_telling or (len(head) >= telling - 1 and key.startswith(head))
    # One letter may be doubled: get, getting.
    half = len(key) // 2
    return is_enough and half <= len(head) and key.startswith(head[:half])
