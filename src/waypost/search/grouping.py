"""Which words are forms of one word."""

from __future__ import annotations

from collections.abc import Iterable

from waypost.search.fold import fold_word
from waypost.search.rules import Rules
from waypost.search.tokens import form_word


def name_groups(words: Iterable[str], rules: Rules) -> dict[str, str]:
    """The group of each form: forms of one group share a name, which is a folded stem.

    `words` are as `split_words` gives them, with the marks that a stemmer needs; the result is by
    form, as `form_word` gives it.
    """
    groups: dict[str, str] = {}
    for word in sorted(set(words)):
        form = form_word(word, rules)
        groups.setdefault(form, fold_word(form))
    return groups
