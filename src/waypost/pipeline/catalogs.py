"""Catalogues opened for writing: never a file that would lose something by it.

Waypost writes no file that it could not read whole.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from waypost.config.settings import Settings
from waypost.model.finding import Failure, Finding
from waypost.model.replacing import replace
from waypost.model.site import SiteLanguage
from waypost.pipeline.documents import INTERFACE, Texts, Translatable
from waypost.site.words import load_drafts
from waypost.translation.catalog import Catalog
from waypost.translation.faults import describe_faults
from waypost.translation.fill import apply_draft
from waypost.translation.inheritance import Inheritance, inherit, take_over
from waypost.translation.reviewers import load_reviewers
from waypost.translation.store import (
    catalog_path,
    has_catalogue_name,
    list_catalogs,
    load_catalog,
)
from waypost.translation.sync import sync_catalog

SHIPPED = "waypost 1"
"""The writer of the interface words that Waypost ships, as their stamps name it."""
_LEFT = "\nUntil then the file is left as it is."


class Opened(msgspec.Struct, frozen=True):
    """A document's catalogue in one language, up to date; or why it can't be written."""

    each: Translatable
    catalog: Catalog | None
    findings: tuple[Finding, ...]


def choose_languages(settings: Settings, named: tuple[str, ...]) -> tuple[SiteLanguage, ...]:
    """The target languages named, or all; a Failure for one that the site doesn't offer."""
    offered = {one.language.code: one for one in settings.targets}
    unknown = [code for code in named if code not in offered]
    if unknown:
        raise Failure(
            f"The site doesn't translate into {', '.join(unknown)}.",
            f"Add it under languages in mkdocs.yml. Offered now: {', '.join(offered) or 'none'}.",
        )
    return tuple(offered[code] for code in dict.fromkeys(named)) or settings.targets


def load_inheritance(root: Path, code: str, texts: Texts) -> Inheritance:
    """What people wrote in the language for documents that are gone, a renamed guide's mostly."""
    names = {each.document.name for each in texts.documents} | texts.broken
    gone = (
        load_catalog(root, language, name)
        for language, name in list_catalogs(root, code)
        if name not in names and has_catalogue_name(name)
    )
    reviewers = load_reviewers(root).reviewers.handles_for(code)
    return inherit([each.catalog for each in gone if each is not None], reviewers)


def open_catalog(
    root: Path, code: str, each: Translatable, inheritance: Inheritance | None = None
) -> Opened:
    """The catalogue as `waypost sync` would write it.

    A file that can't be read whole is left alone: writing it back would lose what it holds.
    """
    document = each.document
    reading = load_catalog(root, code, document.name)
    if reading is not None and not reading.is_whole:
        path = catalog_path(code, document.name)
        findings = tuple(describe_faults(path, reading.faults, _LEFT))
        return Opened(each, None, findings)
    catalog = Catalog(code) if reading is None else replace(reading.catalog, language=code)
    catalog = sync_catalog(document, catalog, each.facts)
    if inheritance is not None:
        catalog = take_over(document, catalog, inheritance)
    if document.name == INTERFACE:
        catalog = apply_draft(catalog, load_drafts(code), SHIPPED)
    return Opened(each, catalog, ())
