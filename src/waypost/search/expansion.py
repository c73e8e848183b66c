"""Further words by which a page is found, resolved when the index is made.

What a page is expanded by depends on its own texts, and on what holds for the whole language
(`Expander.digest`). A synonym never counts more than the word itself does in the same field.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from waypost.files.digest import digest_text
from waypost.model.search import ExtraTerm, SearchField, SearchPage, SearchWords, Synonym
from waypost.search.acronyms import list_acronyms
from waypost.search.fold import fold_text
from waypost.search.page_stems import PageStems
from waypost.search.phrases import Phrases
from waypost.search.respelling import learn_spellings, respell
from waypost.search.rules import rules_for
from waypost.search.synonym_graph import SynonymGraph
from waypost.search.tokens import list_terms

KEYWORD = 1.0
BEST_BET = 100.0
"""More than any word of a page can count."""
_FIELDS = (
    SearchField.TITLE,
    SearchField.NAMES,
    SearchField.SUMMARY,
    SearchField.HEADINGS,
    SearchField.FOREIGN,
)
"""Where a page says what it is, the weightiest first; its body mentions much besides."""
_RANKS = {field: rank for rank, field in enumerate(_FIELDS)}
_BESIDE = {SearchField.TITLE: SearchField.NAMES}
"""What is meant by a title is another name of the page."""
_FOREIGN = 1.75
"""Names in the source language count little as they are: what is meant by them loses less."""


def expand_pages(
    pages: Sequence[SearchPage], words: SearchWords, language: str, source: str
) -> Iterator[ExtraTerm]:
    """What is added to each page, by its position among `pages`."""
    expander = make_expander(words, language, source, pages)
    for number, added in enumerate(expander.expand(pages)):
        yield from place_terms(added, number)


def place_terms(added: Iterable[ExtraTerm], page: int) -> Iterator[ExtraTerm]:
    """The terms as those of the page at this position."""
    return (ExtraTerm(page, form, field, factor) for _, form, field, factor in added)


def make_expander(
    words: SearchWords, language: str, source: str, pages: Iterable[SearchPage]
) -> Expander:
    """The expander of a language; acronyms are those that any of `pages` explains."""
    return Expander(words, language, source, list_acronyms(pages))


def name_query(text: str) -> str:
    """The name of a whole query, under which its best bet stands: words with a space between."""
    folded = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in fold_text(text))
    return " ".join("".join(folded).split())


def name_bets(best_bets: Mapping[str, str]) -> dict[str, str]:
    """The page of each best bet, by the name of its query: the first counts where two are alike."""
    bets: dict[str, str] = {}
    for query, page in best_bets.items():
        if name := name_query(query):
            bets.setdefault(name, page)
    return bets


class Expander:
    """What expands the pages of one language."""

    def __init__(
        self,
        words: SearchWords,
        language: str,
        source: str,
        acronyms: tuple[Synonym, ...],
        stems: PageStems | None = None,
    ) -> None:
        self._words = words
        self._language, self._source = language, source
        self.acronyms = acronyms
        """What pages explain: each short form stands for a long one, and the other way."""
        self._stems = stems if stems is not None else PageStems()

    def with_acronyms(self, acronyms: tuple[Synonym, ...]) -> Expander:
        """The same, where the pages explain these."""
        return Expander(self._words, self._language, self._source, acronyms, self._stems)

    def prepare(self, pages: Iterable[SearchPage]) -> None:
        """All is at hand for the next of these pages that changes."""
        for _ in self.expand(()):
            pass
        for page in pages:
            self._stems.read(page, self._find_texts)

    @cached_property
    def digest(self) -> str:
        """Of all that expansions depend on but the page."""
        words = self._words
        told = (
            self._language,
            self._source,
            sorted(words.keywords.items()),
            words.synonyms,
            sorted(name_bets(words.best_bets).items()),
            sorted(words.foreign_keywords.items()),
            words.foreign_synonyms,
            self.acronyms,
        )
        return digest_text(repr(told))

    @cached_property
    def _graph(self) -> SynonymGraph:
        words = self._words
        return SynonymGraph((*words.synonyms, *words.foreign_synonyms, *self.acronyms))

    @cached_property
    def _foreign(self) -> frozenset[str]:
        """What people type in the source language only."""
        if not self._words.foreign_synonyms:
            return frozenset()
        return (
            SynonymGraph(self._words.foreign_synonyms).words
            - SynonymGraph((*self._words.synonyms, *self.acronyms)).words
        )

    @cached_property
    def _phrases(self) -> Mapping[str, Phrases]:
        """All that synonyms stand for, by the code of the language of a text."""
        return self._find_by_code(self._graph.meanings)

    def _find_by_code(self, phrases: Collection[str]) -> Mapping[str, Phrases]:
        codes = dict.fromkeys((self._language, self._source))
        return {code: Phrases(phrases, rules_for(code)) for code in codes}

    @cached_property
    def _bets(self) -> Mapping[str, tuple[str, ...]]:
        """The queries that lead to a page, by its id."""
        bets: dict[str, list[str]] = {}
        for name, page in name_bets(self._words.best_bets).items():
            bets.setdefault(page, []).append(name)
        return {page: tuple(names) for page, names in bets.items()}

    def name_affected(self, former: Expander, pages: Iterable[SearchPage]) -> set[str]:
        """The ids of those pages that `former`, which knew other acronyms, expands otherwise."""
        other = {*former.acronyms} ^ {*self.acronyms}
        said = [phrase for each in other for phrase in (*each.words, *each.means)]
        near = former._graph.find_sources(said) | self._graph.find_sources(said)
        phrases = [
            phrase for phrase in near if former._list_meant(phrase) != self._list_meant(phrase)
        ]
        asked = self._find_by_code(phrases)
        likely = [page for page in pages if self._may_say(page, asked)]
        found = _list_said([self._list_texts(page) for page in likely], asked)
        return {likely[number].id for number in found}

    def _may_say(self, page: SearchPage, asked: Mapping[str, Phrases]) -> bool:
        """Whether a closer look may find one of the phrases in what names the page."""
        stems = self._stems.read(page, self._find_texts)
        return any(code in stems and own.may_stand_in(stems[code]) for code, own in asked.items())

    def _list_meant(self, phrase: str) -> list[tuple[str, float, bool]] | None:
        """What a page gets that says the phrase; None where nobody asks whether it does."""
        if not self._graph.has(phrase):
            return None
        words = self._graph.words_for(phrase)
        return [(word, factor, word in self._foreign) for word, factor in words]

    def expand(self, pages: Sequence[SearchPage]) -> Iterator[tuple[ExtraTerm, ...]]:
        """What is added to each page, each word once a field; its `page` is 0."""
        texts = [self._list_texts(page) for page in pages]
        rules = rules_for(self._language)
        own = [(text[0], text[1]) for each in texts for text in each if text[2] == self._language]
        learn_spellings(own, rules)
        said = _list_said(texts, self._phrases)
        for number, page in enumerate(pages):
            bets = self._bets.get(page.id, ())
            best: dict[tuple[str, SearchField], float] = {}
            for form, field, factor in (
                *self._list_keywords(page.id),
                *self._list_synonyms(said.get(number, {})),
                *self._list_spellings(texts[number]),
                *((f"={name}", SearchField.TITLE, BEST_BET) for name in bets),
            ):
                key = (form, field)
                best[key] = max(factor, best.get(key, 0.0))
            yield tuple(ExtraTerm(0, form, field, factor) for (form, field), factor in best.items())

    def _list_texts(self, page: SearchPage) -> list[tuple[SearchField, str, str]]:
        """What names the page: field, text and the code of its language; the weightiest first."""
        return sorted(self._find_texts(page), key=lambda text: _RANKS[text[0]])

    def _find_texts(self, page: SearchPage) -> Iterator[tuple[SearchField, str, str]]:
        """The same in the order in which they were given."""
        for each in page.texts:
            if each.field in _RANKS:
                yield each.field, each.text, each.language
        for word in self._words.keywords.get(page.id, ()):
            yield SearchField.NAMES, word, self._language
        for word in self._words.foreign_keywords.get(page.id, ()):
            yield SearchField.FOREIGN, word, self._source

    def _list_keywords(self, page: str) -> Iterator[tuple[str, SearchField, float]]:
        for field, code, keywords in (
            (SearchField.NAMES, self._language, self._words.keywords),
            (SearchField.FOREIGN, self._source, self._words.foreign_keywords),
        ):
            for keyword in keywords.get(page, ()):
                for term in list_terms(keyword, rules_for(code)):
                    yield term, field, KEYWORD

    def _list_spellings(
        self, texts: Iterable[tuple[SearchField, str, str]]
    ) -> Iterator[tuple[str, SearchField, float]]:
        rules = rules_for(self._language)
        for field, text, code in texts:
            if code == self._language:
                for form, factor in respell(text, field, rules):
                    yield form, field, factor

    def _list_synonyms(
        self, said: Mapping[str, SearchField]
    ) -> Iterator[tuple[str, SearchField, float]]:
        best: dict[str, tuple[int, float]] = {}
        for phrase, field in said.items():
            for word, factor in self._graph.words_for(phrase):
                rank = _FIELDS.index(SearchField.FOREIGN if word in self._foreign else field)
                if word not in said or rank < _FIELDS.index(said[word]):
                    best[word] = min(best.get(word, (rank, -factor)), (rank, -factor))
        for word, (rank, factor) in best.items():
            code = self._source if word in self._foreign else self._language
            weight = -factor * (_FOREIGN if _FIELDS[rank] is SearchField.FOREIGN else 1)
            for term in list_terms(word, rules_for(code)):
                yield term, _FIELDS[rank], weight


def _list_said(
    texts: Sequence[Sequence[tuple[SearchField, str, str]]], phrases: Mapping[str, Phrases]
) -> Mapping[int, Mapping[str, SearchField]]:
    """Of each page, by its number, the phrases in its texts, and the weightiest place.

    Phrases are looked for in texts of the language that they stand by.
    """
    said: dict[int, dict[str, SearchField]] = {}
    for code, own_phrases in phrases.items():
        own = [
            (number, field, text)
            for number, each in enumerate(texts)
            for field, text, its in each
            if its == code
        ]
        for phrase, at in own_phrases.find([text for _, _, text in own]):
            number, field, _ = own[at]
            known = said.setdefault(number, {})
            field = _BESIDE.get(field, field)
            known[phrase] = min(field, known.get(phrase, field), key=_FIELDS.index)
    return said
