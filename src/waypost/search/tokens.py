"""Words of a text, as the index holds them."""

from __future__ import annotations

import re

from waypost.search.fold import fold_word, shape_text
from waypost.search.rules import Kind, Rules

_APOSTROPHES = re.compile("['`´‘’ʼ]")
_WORD = re.compile(r"[^\W_]+")


def split_words(text: str, rules: Rules) -> list[str]:
    """The words in order, in lower case and with their marks; `form_word` makes forms of them."""
    if rules.kind is Kind.ELISION:
        text = _APOSTROPHES.sub(" ", text)
    return _WORD.findall(shape_text(text))


def list_terms(text: str, rules: Rules) -> list[str]:
    """All by which a text is found: its words, and what is made of neighbours."""
    return split_words(text, rules)


def form_word(word: str, rules: Rules) -> str:
    """The word as it stands in a shard: its key, or with its marks where the language keeps them.

    The key of either is `fold_text(form)`.
    """
    return word if rules.keeps_marks else fold_word(word)
