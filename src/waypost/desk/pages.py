"""The desk's pages: each a path, a title and the HTML of its body.

Jinja escapes all that it is given, and no page is read as a template or as Markdown again: what a
text says stands on the page and does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from waypost.desk.cards import STATE_WORDS, make_card
from waypost.desk.progress import Coverage, cover, plan_work, tiers_within
from waypost.desk.values import DeskDocument, DeskLanguage, DeskSite
from waypost.model.language import Language

if TYPE_CHECKING:
    from jinja2 import Environment

_GROUPS = (
    ("Shared texts", ""),
    ("Guides", "guides/"),
    ("Journeys", "journeys/"),
    ("Pages", "pages/"),
    ("Alerts", "alerts/"),
    ("Agencies", "agencies/"),
    ("Offices", "offices/"),
)


class DeskPage(msgspec.Struct, frozen=True):
    """A page: where it goes in the desk's folder, and what stands in its frame."""

    path: str
    title: str
    body: str


class TierRow(msgspec.Struct, frozen=True):
    """A language on its way to a tier."""

    tier: str
    is_promised: bool
    coverage: Coverage


class Summary(msgspec.Struct, frozen=True):
    """What the pages about all languages say of one."""

    code: str
    english: str
    autonym: str
    direction: str
    tier: str
    coverage: Coverage
    rows: tuple[TierRow, ...]
    doubts: int

    @property
    def href(self) -> str:
        """From the top of the desk."""
        return f"{self.code}/index.html"


class _Listed(msgspec.Struct, frozen=True):
    """A document in the list of all."""

    file: str
    title: str
    texts: int
    open: int
    doubts: int


def summarise(language: DeskLanguage) -> Summary:
    """The language in a few figures."""
    own, tier = language.language, language.tier
    rows = tuple(
        TierRow(each.value, each is tier, cover(language, each)) for each in tiers_within(tier)
    )
    return Summary(
        own.code,
        own.english,
        own.autonym,
        own.direction.value,
        tier.value,
        rows[-1].coverage,
        rows,
        sum(1 for _, text in language.texts if text.unit.doubts),
    )


def make_top_pages(site: DeskSite, languages: Iterable[Summary]) -> Iterator[DeskPage]:
    """The start page, and the page of what each language covers."""
    summaries = tuple(languages)
    for path, name, title in (
        ("index.html", "start.html", f"Review desk – {site.name}"),
        ("coverage.html", "coverage.html", f"Coverage – {site.name}"),
    ):
        yield DeskPage(path, title, _render(name, languages=summaries))


def make_language_pages(site: DeskSite, language: DeskLanguage) -> Iterator[DeskPage]:
    """The page of the language, then one for each document that has texts."""
    code, english = language.language.code, language.language.english
    documents = [each for each in language.documents if each.texts]
    body = _render(
        "language.html",
        site=site.name,
        **_name_language(language.language),
        tier=language.tier.value,
        coverage=cover(language, language.tier),
        plan=plan_work(language),
        groups=[
            (heading, [_list(each) for each in documents if _group_of(each) == heading])
            for heading, _ in _GROUPS
            if any(_group_of(each) == heading for each in documents)
        ],
        title=name_document,
    )
    yield DeskPage(f"{code}/index.html", f"{english} – {site.name}", body)
    for number, document in enumerate(documents):
        following = documents[number + 1] if number + 1 < len(documents) else None
        body = _render_document(site, language, document, following)
        title = f"{name_document(document)}, {english} – {site.name}"
        yield DeskPage(f"{code}/{document.file}", title, body)


def name_document(document: DeskDocument) -> str:
    """What a person calls it; a document without a title goes by its file's name."""
    return document.title or document.name.rpartition("/")[2].replace("-", " ").capitalize()


def _render_document(
    site: DeskSite,
    language: DeskLanguage,
    document: DeskDocument,
    following: DeskDocument | None,
) -> str:
    cards = [make_card(site, text, number) for number, text in enumerate(document.texts, 1)]
    present = {card.state for card in cards}
    return _render(
        "document.html",
        site=site.name,
        **_name_language(language.language),
        source_code=site.source.code,
        source_name=site.source.english,
        source_direction=site.source.direction.value,
        document=document.name,
        path=document.texts[0].unit.path,
        title=name_document(document),
        host=_name_host(site.editor),
        cards=cards,
        critical=[card for card in cards if card.is_critical],
        others=[card for card in cards if not card.is_critical],
        open=sum(1 for card in cards if card.needs_work),
        doubts=sum(1 for card in cards if card.doubts),
        states=[(state.value, words) for state, words in STATE_WORDS.items() if state in present],
        following=following and _list(following),
    )


def _name_language(language: Language) -> dict[str, str]:
    return {
        "code": language.code,
        "english": language.english,
        "autonym": language.autonym,
        "direction": language.direction.value,
    }


def _group_of(document: DeskDocument) -> str:
    folder, slash, _ = document.name.partition("/")
    prefix = f"{folder}/" if slash else ""
    return next((heading for heading, own in _GROUPS if own == prefix), _GROUPS[0][0])


def _list(document: DeskDocument) -> _Listed:
    return _Listed(
        document.file,
        name_document(document),
        len(document.texts),
        sum(1 for text in document.texts if text.needs_work),
        sum(1 for text in document.texts if text.unit.doubts),
    )


def _name_host(editor: str) -> str:
    host = editor.partition("://")[2].partition("/")[0]
    return {"github.com": "GitHub", "gitlab.com": "GitLab", "codeberg.org": "Codeberg"}.get(
        host, host
    )


def _render(name: str, **values: object) -> str:
    return _environment().get_template(name).render(**values)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
