"""What a page knows of the site around it: other pages, shared facts, words, the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec
from markupsafe import Markup

from waypost.model.content import Shared
from waypost.model.crisis import is_crisis_alert
from waypost.model.fact import Address, Day, Email, FactValue, Phone, Url
from waypost.model.phrase import Statement
from waypost.model.place import Alert
from waypost.model.site import PageKind
from waypost.model.text import Document, Risk, Text
from waypost.site.addresses import (
    DEADLINES,
    HOW_TRANSLATED,
    INDEX,
    LANGUAGES,
    SEARCH,
    link_to,
    up_to_language,
    up_to_site,
)
from waypost.site.assets import NO_ASSETS, Assets, link_asset
from waypost.site.compile import compile_program
from waypost.site.links import find_fact_href, find_href
from waypost.site.locale import Frame, PageLocale
from waypost.site.logo import show_logo
from waypost.site.marking import Marks
from waypost.site.palette import render_palette
from waypost.site.program import Program
from waypost.site.qr_code import name_qr_code
from waypost.site.templates import render_template

_NO_SEARCH_LINK = frozenset(
    {PageKind.HOME, PageKind.INDEX, PageKind.TOPIC, PageKind.SEARCH, PageKind.CARD}
)
"""Pages that have the search box, and the one page of a language that has no search."""
_FOOTER = ("about", "privacy", "accessibility", "language-help")


class PageRef(msgspec.Struct, frozen=True):
    """A page as others mention it."""

    id: str
    kind: PageKind
    document: str
    title: Text
    summary: Text | None
    topics: tuple[str, ...] = ()
    reach: tuple[str, ...] = ()
    """The guides that a journey leads through; the agency of a guide, and where to go for it."""
    risk: Risk = Risk.STANDARD
    """Of the summary, wherever it is shown."""
    sensitive: bool = False
    """It is dangerous to be seen with: what stands at its other addresses gives nothing away."""


class Link(msgspec.Struct, frozen=True):
    """A page as a template links it."""

    id: str
    href: str
    document: str
    title: Text
    summary: Text | None
    risk: Risk
    """Of the summary."""


class AlertBox(msgspec.Struct, frozen=True):
    """An alert as a template shows it."""

    document: str
    message: Statement
    more: Text | None
    href: str
    title_document: str
    title: Text | None
    crisis: bool
    """Shown in both languages, whoever has reviewed it."""


class Surroundings(msgspec.Struct, frozen=True):
    """The site as a page's template sees it, on one day."""

    frame: Frame
    shared: Shared
    pages: Mapping[str, PageRef]
    source: PageLocale
    facts: Mapping[str, FactValue]
    """The shared facts as they are on the day."""
    crisis_guides: frozenset[str] = frozenset()
    """The ids of the guides for people in danger."""
    assets: Assets = msgspec.field(default_factory=dict)
    """The files that pages load."""

    def links(self, page: str, targets: Iterable[str]) -> tuple[Link, ...]:
        """The pages of `targets` that exist, as links from `page`."""
        refs = (self.pages.get(target) for target in targets)
        return tuple(
            Link(ref.id, link_to(page, ref.id), ref.document, ref.title, ref.summary, ref.risk)
            for ref in refs
            if ref is not None
        )

    def alerts(self, page: str) -> tuple[AlertBox, ...]:
        """The alerts that a page shows on the day; "" is the home page."""
        return tuple(
            self._box(page, alert)
            for alert in self._alerts_in_force()
            if not alert.guides or page in alert.guides
        )

    def all_alerts(self, page: str) -> tuple[tuple[date, AlertBox], ...]:
        """Every alert in force on the day with its last day, as the page shows it."""
        return tuple((alert.end, self._box(page, alert)) for alert in self._alerts_in_force())

    def _alerts_in_force(self) -> Iterator[Alert]:
        day = self.frame.identity.day
        for alert in self.shared.alerts.values():
            if (alert.start is None or alert.start <= day) and day <= alert.end:
                yield alert

    def _box(self, page: str, alert: Alert) -> AlertBox:
        href, title, document = "", None, ""
        if alert.link and alert.link != page:
            ref = self.pages.get(alert.link)
            if ref is not None:
                href, title, document = link_to(page, ref.id), ref.title, ref.document
            else:
                href = find_href(alert.link, page, self.facts) or ""
        name = f"alerts/{alert.id}"
        emergency = self.frame.identity.emergency
        crisis = is_crisis_alert(alert, self.crisis_guides, emergency)
        return AlertBox(name, alert.message, alert.more, href, document, title, crisis)

    def find_phone(self, fact: str) -> Phone | None:
        """The phone of a fact's id."""
        value = self.facts.get(fact)
        return value if isinstance(value, Phone) else None

    def find_address(self, fact: str) -> Address | None:
        """The address of a fact's id."""
        value = self.facts.get(fact)
        return value if isinstance(value, Address) else None


def surround(
    frame: Frame,
    shared: Shared,
    pages: Iterable[PageRef],
    source: PageLocale,
    assets: Assets = NO_ASSETS,
) -> Surroundings:
    """The surroundings of every page of a site, made once per build."""
    day = frame.identity.day
    facts = {name: fact.on(day) for name, fact in shared.facts.items()}
    by_id = {page.id: page for page in pages}
    guides = (page for page in by_id.values() if page.kind is PageKind.GUIDE)
    crisis_guides = frozenset(page.id for page in guides if page.risk is Risk.CRITICAL)
    return Surroundings(frame, shared, by_id, source, facts, crisis_guides, assets)


def begin_marks(
    around: Surroundings,
    page: str,
    document: Document | None,
    facts: Mapping[str, FactValue] | None = None,
    *,
    floor: Risk = Risk.LOW,
    sensitive: bool = False,
) -> Marks:
    """The marks of a page, before its template runs; `facts` are the page's own."""
    known = {**around.facts, **facts} if facts else around.facts
    return Marks(
        page,
        document,
        known,
        around.facts,
        around.shared.phrases,
        around.source,
        floor,
        sensitive,
        around.assets,
    )


def build_page(
    kind: PageKind,
    template: str,
    marks: Marks,
    around: Surroundings,
    context: dict[str, object],
) -> Program:
    """The program of a page: its template run once, and cut up.

    The context's `title` and `summary` are the page's own texts (else it has a `head_title`);
    `may_be_stub` says whether the page may give way to a stub.
    """
    identity = around.frame.identity
    page = marks.page
    footer: list[tuple[str, Markup]] = [
        (link.href, marks.other(link.document, link.title)) for link in around.links(page, _FOOTER)
    ]
    footer.append((link_to(page, HOW_TRANSLATED), marks.word("how_translated")))
    footer.append((link_to(page, INDEX), marks.word("a_to_z")))
    footer.append((link_to(page, DEADLINES), marks.word("calendar")))
    footer.append((link_to(page, LANGUAGES), marks.word("languages")))
    title, summary = context.get("title"), context.get("summary")
    frame: dict[str, object] = {
        "m": marks,
        "here": marks.special("here"),
        "up": up_to_language(page),
        "root": up_to_site(page),
        "link": lambda target: link_to(page, target),
        "asset": lambda name: link_asset(around.assets, name, page),
        "site_name": identity.name,
        "logo": show_logo(around.frame.logo, around.assets, up_to_site(page)),
        "palette": render_palette(identity.brand),
        "code": link_asset(around.assets, name_qr_code(page), page),
        "address": f"{identity.url}{page}/",
        "search": "" if kind in _NO_SEARCH_LINK else link_to(page, SEARCH),
        "sensitive": marks.sensitive,
        "hides_address": marks.sensitive or kind is PageKind.SEARCH,
        "has_sheet": kind is PageKind.GUIDE and around.frame.sheets,
        "footer_pages": context.get("footer_pages", footer),
        "contact": around.frame.contact,
        "interpreter": around.frame.interpreter,
        "emergency": around.frame.emergency,
        "day": Day(identity.day),
    }
    base: dict[str, object] = {
        "head_title": marks.text(title, plain=True) if isinstance(title, Text) else None,
        "head_summary": marks.text(summary, plain=True) if isinstance(summary, Text) else None,
        "summary": None,
        "stub_title": context.get("title") if context.get("may_be_stub") else None,
    }
    marked = render_template(template, frame, {**base, **context}, marks.uses)
    return compile_program(kind, marked, marks)


def show_contacts(marks: Marks, facts: Iterable[str]) -> tuple[Markup, ...]:
    """The contacts that exist among the ids of facts, as holes."""
    values = (marks.facts.get(fact) for fact in facts if fact)
    return tuple(
        marks.value(value) for value in values if isinstance(value, Phone | Email | Url | Address)
    )


def report_href(marks: Marks, facts: Iterable[str]) -> str:
    """Where a mistake is reported: the first of the facts that leads somewhere."""
    hrefs = (find_fact_href(marks.facts.get(fact)) for fact in facts if fact)
    return next((href for href in hrefs if href), "")


def date_of(day: date | None) -> Day | None:
    """The day as a value."""
    return Day(day) if day is not None else None
