"""Texts, documents and languages for the desk, as short as a test can say them."""

from __future__ import annotations

import msgspec

from waypost.desk.values import DeskDocument, DeskLanguage, DeskSite, DeskText
from waypost.locales.registry import find_language
from waypost.model.language import Language, Tier
from waypost.model.policy import DEFAULT_POLICY, Decision
from waypost.model.review_unit import Doubt, ReviewUnit
from waypost.model.text import Risk, Role, Syntax
from waypost.model.translation import Freshness, Origin, Translation


def make_text(
    source: str = "Pay the fee now.",
    target: str = "Pague ahora.",
    *,
    address: str = "body/do/p-1",
    document: str = "guides/renew",
    origin: Origin | None = Origin.MACHINE,
    freshness: Freshness = Freshness.CURRENT,
    risk: Risk = Risk.STANDARD,
    role: Role = Role.PARAGRAPH,
    language: str = "es",
    **more: object,
) -> DeskText:
    """A text; without an origin it has no translation."""
    translation = None if origin is None else Translation(target, origin, freshness)
    unit = ReviewUnit(
        language=language,
        document=document,
        address=address,
        path=f"translations/{language}/{document}.po",
        line=12,
        role=role,
        risk=risk,
        syntax=Syntax.MARKUP,
        heading="What to do",
        source=source,
        translation=translation,
        stamp="",
        words=len(source.split()),
    )
    for name, value in more.items():
        msgspec.structs.force_setattr(unit, name, value)
    published = DEFAULT_POLICY.decide(risk, translation)
    if published is None:
        decision = Decision.SOURCE
    else:
        decision = Decision.NOTED if published.noted else Decision.SHOWN
    return DeskText(unit, unit.facts, decision)


def make_document(
    name: str, *texts: DeskText, is_crisis: bool = False, views: int = 0
) -> DeskDocument:
    return DeskDocument(name, name.rpartition("/")[2].title(), is_crisis, texts, views)


def make_language(
    *documents: DeskDocument, code: str = "es", tier: Tier = Tier.FULL
) -> DeskLanguage:
    return DeskLanguage(language_of(code), tier, documents)


def language_of(code: str) -> Language:
    found = find_language(code)
    assert found is not None
    return found


def make_site(editor: str = "") -> DeskSite:
    return DeskSite("Alder", language_of("en"), editor)


BLOCKING = Doubt("T001", "{fee} is lost", is_blocking=True)
