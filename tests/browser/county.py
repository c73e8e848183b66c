"""The example county as the browser tests visit it: every kind of page, in every state.

Touches the disk.
"""

from __future__ import annotations

from pathlib import Path

import polib

from tests.sites.running import build, copy_sources
from waypost.pipeline.project import open_project
from waypost.pipeline.translate import EngineChoice, translate_project

PSEUDO = "rm"
"""A language that the county doesn't offer and that has no words of Waypost's own yet, filled with
longer words in accents."""
LANGUAGES = ("en", "es", "ar", "zh-Hans", PSEUDO)

HALF = "health-coverage"
"""A guide that stands mostly in the source language, in Arabic and Chinese."""
MISSING = "privacy"
"""A page of which those two have nothing but its title."""

KINDS = {
    "home": "",
    "guide": "renew-license",
    "sensitive guide": "eviction-help",
    "journey": "moving-here",
    "page": "about",
    "agency": "motor_vehicles",
    "office": "services-center",
    "topic": "driving",
    "deadlines": "deadlines",
    "A–Z": "a-z",
    "search": "search",
    "languages": "languages",
    "translations": "how-translated",
}
LISTED = {"half": HALF, "missing": MISSING}
SHEETS = ("es/renew-license/sheet/", "ar/eviction-help/sheet/", f"zh-Hans/{HALF}/sheet/")
"""Guides in two languages: whole, right to left and sensitive, and mostly untranslated."""
BESIDE = ("", "renew-license/", "404.html", "ru/", "fa/")
"""The root, a language-neutral address, the page for wrong addresses, two cards."""


def address_of(language: str, page: str) -> str:
    """Where a page stands, below the site's address."""
    return f"{language}/{page}/" if page else f"{language}/"


ADDRESSES = (
    *(address_of(language, page) for page in KINDS.values() for language in LANGUAGES),
    *(address_of(language, page) for page in LISTED.values() for language in ("ar", "zh-Hans")),
    *SHEETS,
    *BESIDE,
)


def build_county(project: Path, root: Path) -> Path:
    """The folder of the built site: the county with a pseudo language, and texts taken away."""
    copy_sources(project, root)
    card = "am: {tier: card}"
    change_settings(root, card, f"{PSEUDO}: {{tier: core, main: yes}}\n        {card}")
    for language in ("ar", "zh-Hans"):
        take_away(root / "translations" / language / "guides" / f"{HALF}.po", {"title", "summary"})
        take_away(root / "translations" / language / "pages" / f"{MISSING}.po", {"title"})
    fill_with_pseudo(root, PSEUDO)
    report = build(root)
    assert report.written
    return root / "build" / "site"


def change_settings(root: Path, old: str, new: str) -> None:
    """The county's settings say the new text where they said the old one."""
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert old in text, f"the county's settings have another form: where is “{old}” in them now?"
    settings.write_text(text.replace(old, new), "utf-8")


def fill_with_pseudo(root: Path, *languages: str) -> None:
    """The languages have pseudo text wherever they had none."""
    choice = EngineChoice("pseudo", root)
    translate_project(open_project(root, None), languages, choice, dry_run=False)


def take_away(path: Path, kept: set[str]) -> None:
    """The PO file holds no translation but those at the kept addresses."""
    catalogue = polib.pofile(str(path), wrapwidth=0)
    for entry in catalogue:
        if entry.msgctxt not in kept:
            entry.msgstr, entry.tcomment, entry.flags = "", "", []
    catalogue.save()
