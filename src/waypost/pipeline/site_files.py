"""Files outside of the languages' folders: neutral addresses, 404, sitemaps, what content brings.

Touches the disk: reads the content's documents, writes the site.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from waypost.content.checks import Addressed
from waypost.files.inside import find_stray
from waypost.files.scan import Mark
from waypost.model.language import Language, Tier
from waypost.model.site import Output
from waypost.pipeline.assets import is_image, list_page_assets, save_assets
from waypost.pipeline.content_build import BuiltContent
from waypost.pipeline.language_texts import open_language
from waypost.pipeline.outputs import save_output
from waypost.pipeline.plan import ListPages, Plan, Published, TranslationsPage
from waypost.site.addresses import DEADLINES, HOME, neutral_path
from waypost.site.cards import SHOWN_ON, CardView, make_cards
from waypost.site.deadlines_page import build_deadlines_program, has_deadlines
from waypost.site.fixed_page import render_moved, render_neutral
from waypost.site.home_page import build_home_program
from waypost.site.index_page import build_index_program, listed_pages
from waypost.site.known import KnownWords, weigh_states
from waypost.site.languages_page import build_languages_program
from waypost.site.listing_page import (
    build_card_program,
    build_topic_program,
)
from waypost.site.not_found_page import render_not_found
from waypost.site.popular import choose_popular
from waypost.site.search_page import build_search_program, has_search
from waypost.site.sitemap import render_robots, render_sitemaps
from waypost.site.surroundings import PageRef
from waypost.site.translations_page import build_translations_program

_DOWNLOADS = frozenset(
    {
        *(".m4a", ".mp3", ".mp4", ".ogg", ".vtt", ".webm"),
        *(".csv", ".docx", ".ods", ".odt", ".pdf", ".txt", ".xlsx", ".zip"),
    }
)
"""Endings of files that people open or save: they keep their names, which others may link."""


def build_lists(content: BuiltContent) -> ListPages:
    """The programs of all pages that list others."""
    around, entries = content.around, content.index.entries.values()
    named = around.frame.identity.popular
    popular = choose_popular(named, (entry.leads for entry in entries), around.pages)
    due = [(entry.ref, each) for entry in entries if entry.ref for each in entry.due]
    return ListPages(
        programs=(
            build_home_program(around, popular, has_deadlines=has_deadlines(due, around)),
            build_deadlines_program(due, around),
            build_index_program(around),
            build_languages_program(around),
            *([build_search_program(around)] if has_search(around.assets) else []),
            *(build_topic_program(topic, around) for topic in content.part.shared.topics.values()),
        ),
        card=build_card_program(around),
        refs=listed_pages(tuple(around.pages.values())),
        aliases=find_aliases(content),
    )


def build_translations_page(content: BuiltContent) -> TranslationsPage:
    """The page about translations, which may name guides for people in danger."""
    around = content.around
    refs = tuple(page for page in around.pages.values() if page.id in around.crisis_guides)
    return TranslationsPage(build_translations_program(around), refs)


def find_aliases(content: BuiltContent) -> dict[str, PageRef]:
    """Old address → page, for those that no page has now."""
    known = content.around.pages
    pages: tuple[Addressed, ...] = (
        *content.index.entries.values(),
        *content.part.shared.agencies.values(),
        *content.part.shared.offices.values(),
    )
    return {
        alias: known[page.id]
        for page in pages
        for alias in page.aliases
        if alias not in known and page.id in known
    }


def save_site_files(
    plan: Plan, folder: str, content: BuiltContent, published: Published
) -> dict[str, Mark]:
    """The marks of all files of the site itself."""
    around = content.around
    codes = list_page_assets(around.frame.identity, around.pages.values())
    marks = save_assets(plan.site, (*content.part.assets, *codes), plan.outputs)
    for output in (*_render(plan, content, published), *_load_downloads(plan.root, folder)):
        marks[output.path] = save_output(plan.site, output)
    return marks


def _render(plan: Plan, content: BuiltContent, published: Published) -> Iterator[Output]:
    around, identity = content.around, content.part.frame.identity
    everywhere = tuple(one.language.code for one in identity.languages)
    yield Output(neutral_path(""), render_neutral(around, None, everywhere))
    for ref in around.pages.values():
        codes = published.get(ref.id, ())
        cards = _make_cards(plan) if ref.id == SHOWN_ON else ()
        yield Output(neutral_path(ref.id), render_neutral(around, ref, codes, cards))
    for alias, ref in find_aliases(content).items():
        yield Output(
            neutral_path(alias), render_moved(around.source, ref, alias=alias, neutral=True)
        )
    yield Output("404.html", render_not_found(around, _open_main_languages(plan)))
    yield render_robots(identity)
    by_language: dict[str, list[str]] = {
        one.language.code: [HOME] if one.tier is Tier.CARD else [HOME, DEADLINES]
        for one in identity.languages
    }
    for page, codes in published.items():
        for code in codes:
            by_language[code].append(page)
    yield from render_sitemaps(identity, by_language)


def _make_cards(plan: Plan) -> tuple[CardView, ...]:
    languages = plan.frame.identity.languages
    tongues = ((each, open_language(plan, each).read_words()) for each in languages)
    return make_cards(plan.frame, tongues, "../")


def _open_main_languages(plan: Plan) -> Iterator[tuple[Language, KnownWords]]:
    """The languages that every page links at its top, with their interface words."""
    frame, identity = plan.frame, plan.frame.identity
    weights = weigh_states(frame.policy)
    for offered in identity.languages:
        language = offered.language
        if offered.main and offered.tier is not Tier.CARD and language.code != identity.source.code:
            words = open_language(plan, offered).read_words()
            yield language, KnownWords(language, identity, weights, words, frame.source_words)


def _load_downloads(root: Path, folder: str) -> Iterator[Output]:
    if find_stray(root, folder) is not None:
        return
    for path in sorted((root / folder).rglob("*")):
        name = path.relative_to(root / folder).as_posix()
        hidden = any(part.startswith(".") for part in name.split("/"))
        if path.suffix.lower() not in _DOWNLOADS or hidden or not path.is_file():
            continue
        if find_stray(root, folder, name) is None:
            yield Output(name, path.read_bytes())


def is_taken_over(path: str) -> bool:
    """Whether the site takes the file over with the bytes that it has."""
    return is_image(path) or Path(path).suffix.lower() in _DOWNLOADS
