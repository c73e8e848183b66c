"""The pages of one language as a search finds them; only those that changed are read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

import msgspec

from waypost.files.digest import digest_text
from waypost.model.replacing import replace
from waypost.model.search import ExtraTerm, SearchPage, Synonym
from waypost.model.site import PageKind
from waypost.pipeline.language_texts import LanguageTexts
from waypost.pipeline.state import code_signature
from waypost.site.found_page import find_page
from waypost.site.locale import PageLocale
from waypost.site.program import Program

if TYPE_CHECKING:
    from waypost.search.expansion import Expander

Acronyms = tuple[Synonym, ...]
T = TypeVar("T")


class FoundPages(msgspec.Struct, frozen=True):
    """The pages of a language, and what each was made from."""

    shared: str
    """What all pages of the language share, as a digest."""
    keys: Mapping[str, str]
    """Page → what is its own: its topic, program and translations. A topic's page has none."""
    pages: Mapping[str, SearchPage]
    """By id, in the order of the content, topics last."""
    expander: str = ""
    """What the words that are added to pages depend on, as a digest."""
    added: Mapping[str, tuple[ExtraTerm, ...]] = {}
    """What is added to each page."""
    explained: Mapping[str, tuple[tuple[str, str], ...]] = {}
    """The acronyms that each page explains, of those that explain any."""


def name_shared(texts: LanguageTexts, digest: str) -> str:
    """What all pages of the language share; `digest` is of the texts that many pages use."""
    return digest_text(f"{code_signature()} {texts.plan.made_from} {texts.code} {digest}")


def name_pages(texts: LanguageTexts) -> dict[str, str]:
    """What is a page's own, for each page with an address in the language."""
    shelf = texts.plan.shelf
    return {
        page: f"{shelf.topic(page)} {shelf.program(page)} {texts.po_digest(page)}"
        for page in texts.pages
    }


def collect_pages(
    texts: LanguageTexts,
    locale: PageLocale,
    shared: str,
    keys: Mapping[str, str],
    former: FoundPages | None,
) -> FoundPages:
    """All pages of the language; those of `former` that were made from the same are taken over."""
    known = former if former is not None and former.shared == shared else None
    pages: dict[str, SearchPage] = {}
    for page, key in keys.items():
        if known is not None and known.keys.get(page) == key:
            found: SearchPage | None = known.pages.get(page)
        else:
            program = texts.plan.shelf.page(page).program
            found = _find(program, texts.plan.shelf.topic(page), locale, texts, page)
        if found is not None:
            pages[page] = found
    if known is not None:
        pages |= {page: found for page, found in known.pages.items() if page not in known.keys}
    else:
        for program in texts.plan.lists().programs:
            found = find_page(program, program.id, locale, ())
            if found is not None and program.kind is PageKind.TOPIC:
                pages[program.id] = found
    return FoundPages(shared, keys, pages)


def add_words(
    found: FoundPages, former: FoundPages | None, choose: Callable[[Acronyms], Expander]
) -> tuple[FoundPages, Expander]:
    """The pages with the words that are added to each: by editors, and by what it says itself.

    `choose` gives what adds them, from the acronyms that all pages explain.
    """
    from waypost.search.acronyms import explain_acronyms, join_acronyms

    same = name_same(former.pages, found.pages) if former is not None else set[str]()
    pages = found.pages.items()
    told = former.explained if former is not None else {}
    explained = {
        name: told.get(name, ()) if name in same else explain_acronyms(page) for name, page in pages
    }
    explained = {name: own for name, own in explained.items() if own}
    # That of the last build first, which may be at hand.
    before = choose(join_acronyms(former.explained.values())) if former is not None else None
    expander = choose(join_acronyms(explained.values()))
    known: dict[str, tuple[ExtraTerm, ...]] = {}
    if former is not None and before is not None and former.expander == before.digest:
        if before is not expander:
            same -= expander.name_affected(before, [found.pages[name] for name in same])
        known = {name: former.added[name] for name in same if name in former.added}
    fresh = {name: page for name, page in pages if name not in known}
    added = known | dict(zip(fresh, expander.expand([*fresh.values()]), strict=True))
    words = replace(found, expander=expander.digest, added=added, explained=explained)
    return words, expander


def name_same(former: Mapping[str, T], now: Mapping[str, T]) -> set[str]:
    """What has the same value in both."""
    return {
        name
        for name, value in now.items()
        if (before := former.get(name)) is value or before == value
    }


def _find(
    program: Program, topic: str, locale: PageLocale, texts: LanguageTexts, page: str
) -> SearchPage | None:
    from waypost.search.form_number import say_form_number

    forms = program.findable.forms if program.findable is not None else ()
    numbers = tuple(number for number in map(say_form_number, forms) if number)
    return find_page(program, topic, locale, texts.read_own(page), numbers)
