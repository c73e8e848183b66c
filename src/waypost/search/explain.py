"""Where a word comes from by which a page was found, when the page itself doesn't say it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import msgspec

from waypost.model.search import SearchField, SearchPage, SearchWords, Synonym
from waypost.search.rules import rules_for
from waypost.search.tokens import list_terms, split_words
from waypost.search.vocabulary import Scheme


class Origins(msgspec.Struct, frozen=True, dict=True):
    """The words of a language's pages and of its search.yml, by form."""

    words: SearchWords
    scheme: Scheme

    @cached_property
    def _synonyms(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Each synonym as it is written, and the forms that it brings to a page."""
        own = [("synonym", each) for each in self.words.synonyms]
        foreign = [("synonym of the source", each) for each in self.words.foreign_synonyms]
        return tuple(
            (f"{kind} “{render_synonym(each)}”", self._forms_of(*_typed(each)))
            for kind, each in (*own, *foreign)
        )

    def find_origin(self, page: SearchPage, form: str, field: SearchField) -> str:
        """Whose word it is that stands beside the field's own; "" where the field says it."""
        own = (each for each in page.texts if each.field is field)
        for each in own:
            terms = list_terms(each.text, rules_for(each.language))
            if form in {self.scheme.form(term) for term in terms}:
                return ""
        return next(self._list_origins(page, form), "made from the page's words")

    def _list_origins(self, page: SearchPage, form: str) -> Iterator[str]:
        for kind, by_page in (
            ("keyword", self.words.keywords),
            ("keyword of the source", self.words.foreign_keywords),
        ):
            for keyword in by_page.get(page.id, ()):
                if form in self._forms_of(keyword):
                    yield f"{kind} “{keyword}”"
        for said, forms in self._synonyms:
            if form in forms:
                yield said

    def _forms_of(self, *texts: str) -> frozenset[str]:
        forms: set[str] = set()
        for text in texts:
            words = split_words(text, self.scheme.rules)
            terms = (*words, *list_terms(text, self.scheme.rules), " ".join(words))
            forms.update(self.scheme.form(term) for term in terms if term)
        return frozenset(forms)


def render_synonym(synonym: Synonym) -> str:
    """`dole => unemployment pay`, as it stands in search.yml."""
    arrow = "=" if synonym.is_two_way else "=>"
    return f"{', '.join(synonym.words)} {arrow} {', '.join(synonym.means)}"


def _typed(synonym: Synonym) -> tuple[str, ...]:
    return (*synonym.words, *synonym.means) if synonym.is_two_way else synonym.words
