"""The pages of one language in Whoosh, by our own words: what the browser's index is held to.

The index lives in memory and is gone with the process. One on a disk is never opened: it holds a
pickle, which runs what its writer wanted.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from waypost.model.search import ExtraTerm, SearchField, SearchPage
from waypost.search.likeness import Lexicon
from waypost.search.rules import rules_for
from waypost.search.tokens import list_terms
from waypost.search.vocabulary import Scheme

if TYPE_CHECKING:
    from whoosh.analysis import Token
    from whoosh.fields import Schema
    from whoosh.scoring import WeightingModel
    from whoosh.searching import Searcher

FIELD_WEIGHTS: Mapping[SearchField, float] = MappingProxyType(
    {
        SearchField.TITLE: 6,
        SearchField.NAMES: 5,
        SearchField.HEADINGS: 2.5,
        SearchField.SUMMARY: 3,
        SearchField.BODY: 1,
        SearchField.FOREIGN: 1.2,
    }
)
_NOT_WORDS = ("~", "=")
"""Sound-alikes and whole queries, which Whoosh is asked without."""
_K1 = 1.2
_B: Mapping[SearchField, float] = MappingProxyType(
    {
        SearchField.TITLE: 0.3,
        SearchField.NAMES: 0.3,
        SearchField.HEADINGS: 0.5,
        SearchField.SUMMARY: 0.5,
        SearchField.BODY: 0.75,
        SearchField.FOREIGN: 0.3,
    }
)


class FieldScore(msgspec.Struct, frozen=True):
    """What a form counts in one field of a page."""

    field: SearchField
    count: float
    """How often it stands there; what is beside the page's own words counts in parts."""
    points: float
    """Whoosh's BM25F, times the field's weight."""


class WhooshIndex(msgspec.Struct, frozen=True):
    """Pages that can be searched by form."""

    pages: tuple[SearchPage, ...]
    scheme: Scheme
    lexicon: Lexicon
    _searcher: Searcher

    def score_form(self, form: str) -> dict[int, tuple[FieldScore, ...]]:
        """What the form counts in each page that has it, by the page's number."""
        scores: dict[int, list[FieldScore]] = defaultdict(list)
        for field in SearchField:
            for number, weight, points in self._read_postings(field, form):
                scores[number].append(FieldScore(field, weight, points * FIELD_WEIGHTS[field]))
        return {number: tuple(each) for number, each in scores.items()}

    def _read_postings(self, field: SearchField, form: str) -> Iterator[tuple[int, float, float]]:
        from whoosh.query import Term
        from whoosh.searching import SearchContext

        context = SearchContext(weighting=self._searcher.weighting)
        matcher = Term(field.value, form).matcher(self._searcher, context)
        while matcher.is_active():
            number = self._searcher.stored_fields(matcher.id())["number"]
            yield number, matcher.weight(), matcher.score()
            matcher.next()


def index_pages(
    pages: Sequence[SearchPage], extras: Iterable[ExtraTerm], language: str, source: str
) -> WhooshIndex:
    """The pages of a language in an index in memory, with the words that stand beside them."""
    from whoosh.filedb.filestore import RamStorage

    scheme = Scheme.of(language, source)
    words: set[str] = set()
    counted: list[dict[SearchField, list[str]]] = []
    for page in pages:
        fields: dict[SearchField, list[str]] = defaultdict(list)
        for each in page.texts:
            terms = list_terms(each.text, rules_for(each.language))
            words.update(terms)
            fields[each.field] += [f"{scheme.form(term)}\t1" for term in terms]
        counted.append(fields)
    for extra in extras:
        if not extra.form.startswith(_NOT_WORDS):
            words.add(extra.form)
            line = f"{scheme.form(extra.form)}\t{extra.factor}"
            counted[extra.page][extra.field].append(line)
    index = RamStorage().create_index(_make_schema())
    writer = index.writer()
    for number, fields in enumerate(counted):
        writer.add_document(number=number, **_render(fields))
    writer.commit()
    searcher = index.searcher(weighting=_make_weighting(counted))
    return WhooshIndex(tuple(pages), scheme, Lexicon(words, scheme), searcher)


def _make_weighting(counted: Sequence[Mapping[SearchField, Sequence[str]]]) -> WeightingModel:
    """BM25F by how rare a form is on pages, whichever the field.

    Whoosh's own measure is by field and never below 1: "the" in a title would weigh much.
    """
    from whoosh.scoring import BM25F

    pages = Counter(
        form
        for fields in counted
        for form in {line.partition("\t")[0] for lines in fields.values() for line in lines}
    )
    total = len(counted)

    class Rarity(BM25F):
        def idf(self, searcher: Searcher, fieldname: str, text: str | bytes) -> float:
            form = text if isinstance(text, str) else text.decode("utf-8")
            return math.log(1 + (total - pages[form] + 0.5) / (pages[form] + 0.5))

    return Rarity(K1=_K1, **{f"{field.value}_B": b for field, b in _B.items()})


def _render(fields: Mapping[SearchField, Sequence[str]]) -> dict[str, str]:
    return {field.value: "\n".join(lines) for field, lines in fields.items()}


class _Forms:
    """Hands Whoosh the forms that our own tokeniser made, each with what it counts."""

    def __call__(self, value: str, **_modes: object) -> Iterator[Token]:
        from whoosh.analysis import Token

        token = Token(removestops=False)
        for line in value.splitlines():
            form, _, factor = line.partition("\t")
            token.text, token.boost, token.stopped = form, float(factor), False
            yield token


def _make_schema() -> Schema:
    from whoosh.fields import STORED, TEXT, Schema

    fields = {each.value: TEXT(analyzer=_Forms(), phrase=False) for each in SearchField}
    return Schema(number=STORED, **fields)
