"""The site of the gallery: the example in every form that its pages take. Touches the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.browser.county import PSEUDO, change_settings, fill_with_pseudo, take_away
from tests.sites.running import build, copy_sources

KHMER = "km"
LANGUAGES = {
    "en": "English",
    "ar": "Arabic",
    "zh-Hans": "Chinese",
    KHMER: "Khmer",
    PSEUDO: "pseudo",
}
STUB = "about"
"""A page of which the other languages have nothing but its title."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page, and where to see one in a language."""

    name: str
    title: str
    page: str
    """Below the language's folder; or "/…", one address for all languages."""
    only: frozenset[str] = frozenset()
    """The languages that have such a page; empty for all."""

    def address(self, language: str) -> str:
        """Below the site's address."""
        return self.page[1:] if self.page.startswith("/") else f"{language}/{self.page}"

    def languages(self) -> list[str]:
        """The languages in which it is shown."""
        return [code for code in LANGUAGES if not self.only or code in self.only]


KINDS = (
    Kind("home", "Home", ""),
    Kind("guide", "Guide", "renew-license/"),
    Kind("sensitive", "Sensitive guide", "eviction-help/"),
    Kind("sheet", "Guide beside its source", "renew-license/sheet/", frozenset(LANGUAGES) - {"en"}),
    Kind("journey", "Journey", "moving-here/"),
    Kind("topic", "Topic", "driving/"),
    Kind("a-z", "A–Z", "a-z/"),
    Kind("search", "Search", "search/"),
    Kind("agency", "Agency", "motor_vehicles/"),
    Kind("office", "Office", "services-center/"),
    Kind("deadlines", "Deadlines", "deadlines/"),
    Kind("languages", "All languages", "languages/"),
    Kind("language-help", "Language help", "language-help/"),
    Kind("privacy", "Privacy", "privacy/"),
    Kind("accessibility", "Accessibility", "accessibility/"),
    Kind("translations", "How this site is translated", "how-translated/"),
    Kind("stub", "A page that isn’t translated", f"{STUB}/", frozenset(LANGUAGES) - {"en"}),
    Kind("card-fa", "Card: the one page of a language, here Persian", "/fa/", frozenset({"en"})),
    Kind("card-ne", "Card, in Nepali", "/ne/", frozenset({"en"})),
    Kind("cards", "“I speak” cards of all languages", "/language-help/", frozenset({"en"})),
    Kind("neutral", "Language-neutral address", "/renew-license/", frozenset({"en"})),
    Kind("404", "Page for wrong addresses", "/404.html", frozenset({"en"})),
)


def build_gallery_site(project: Path, root: Path) -> Path:
    """The folder of the built site: Khmer and pseudo filled, and a guide left untranslated.

    The policy lets pseudo text stand everywhere: a page shall be seen whole in each script.
    """
    copy_sources(project, root)
    change_settings(root, f"{KHMER}: {{tier: card}}", f"{KHMER}: {{tier: core, main: yes}}")
    change_settings(
        root, "am: {tier: card}", f"{PSEUDO}: {{tier: core, main: yes}}\n        am: {{tier: card}}"
    )
    change_settings(root, "policy: {}", "policy:\n        critical: {machine: noted, draft: noted}")
    fill_with_pseudo(root, KHMER, PSEUDO)
    for language in LANGUAGES:
        if language != "en":
            take_away(root / "translations" / language / "pages" / f"{STUB}.po", {"title"})
    build(root, jobs=None)
    return root / "build" / "site"
