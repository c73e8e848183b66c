"""What a language's readers are told of its translations, gathered while a build measures it."""

from __future__ import annotations

from collections.abc import Mapping

from waypost.model.language import Tier
from waypost.model.site import Level
from waypost.model.tally import Coverage, Tally, add_tallies
from waypost.model.text import Document, Risk
from waypost.model.translation import Translation
from waypost.pipeline.cache import LanguageRecord
from waypost.pipeline.language_texts import LanguageTexts, SharedTranslations
from waypost.pipeline.tallies import count_texts
from waypost.site.known import Weights
from waypost.site.words import words_of

Engines = dict[str, tuple[str, ...]]
"""Document → the engines named in its PO file."""


def tally_pages(
    texts: LanguageTexts, before: LanguageRecord | None, weights: tuple[Weights, Weights]
) -> dict[str, Tally]:
    """The tally of each page of prose; one whose texts are those of the last build isn't counted.

    Places and topics are shared documents, which `cover` counts.
    """
    if texts.is_source:
        return {}
    plan = texts.plan
    known = before.tallies if before is not None else {}
    return {
        page: known[page]
        if page in known and not texts.is_dirty(page)
        else count_texts(plan.shelf.sizes(page), texts.read_own(page), weights)
        for page in texts.pages
        if plan.shelf.document(page) not in plan.shared.indexes
    }


def join_engines(texts: LanguageTexts, before: LanguageRecord | None) -> Engines:
    """The engines of every document of the language, those of unread files from the last build."""
    known = before.engines if before is not None else {}
    documents = {texts.plan.shelf.document(page) for page in texts.pages}
    documents |= texts.plan.shared.indexes.keys()
    found = {**known, **texts.engines}
    return {name: found[name] for name in sorted(documents) if found.get(name)}


def cover(
    texts: LanguageTexts,
    shared: SharedTranslations,
    levels: Mapping[str, Level],
    tallies: Mapping[str, Tally],
    engines: Engines,
    weights: tuple[Weights, Weights],
) -> Coverage | None:
    """What is told of the language; None for one that has no pages but its card.

    Of pages that aren't published nothing is counted.
    """
    plan, code = texts.plan, texts.code
    if texts.offered.tier is Tier.CARD:
        return None
    if texts.is_source:
        return Coverage(len(levels), len(levels), Tally(), (), (), plan.exempted)
    published = [page for page, level in levels.items() if level is not Level.STUB]
    total = add_tallies(
        [
            *(tallies[page] for page in published if page in tallies),
            *(
                _tally_shared(texts, document, shared.get(document.name, {}), weights)
                for document in plan.shared.documents
            ),
        ]
    )
    names = {plan.shelf.document(page) for page in published} | plan.shared.indexes.keys()
    return Coverage(
        pages=sum(level is Level.WHOLE for level in levels.values()),
        all_pages=len(levels),
        tally=total,
        reviewers=plan.people.get(code, ()),
        engines=tuple(sorted({one for name in names for one in engines.get(name, ())})),
        exempted=tuple(one for one in plan.exempted if one.language == code),
    )


def _tally_shared(
    texts: LanguageTexts,
    document: Document,
    found: Mapping[str, Translation | None],
    weights: tuple[Weights, Weights],
) -> Tally:
    most = Risk.CRITICAL
    if document.name == "interface":
        # A word that nobody has reviewed stands in both languages, at whatever risk.
        most, found = Risk.STANDARD, words_of(texts.code, found)
    sizes = texts.plan.shared.sizes(document, most)
    own = [found.get(segment.address) for segment in document.segments]
    return count_texts(sizes, own, weights)
