"""The phone facts that settings name: each must be there."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.config.codes import BAD_SETTING
from waypost.config.settings import SETTINGS_FILE, Settings
from waypost.content.parsed import found, suggest
from waypost.content.rules.site_view import SiteView
from waypost.model.fact import Phone
from waypost.model.finding import Finding, Place


def check_contacts(settings: Settings, site: SiteView) -> Iterator[Finding]:
    """A finding for each contact of the settings that no phone fact has as its id."""
    facts = site.shared.facts
    phones = [name for name, fact in facts.items() if isinstance(fact.value, Phone)]
    for field, name in (
        ("contact", settings.contact),
        ("emergency", settings.emergency),
        ("interpreter", settings.interpreter),
    ):
        if not name or name in phones or (name not in facts and name in site.unreadable):
            continue
        what = "is a fact of another kind" if name in facts else "is no fact"
        message = f"{field} must be a phone fact, and “{name}” {what}"
        mend = f"Name a phone fact of {settings.content}/facts.yml.{suggest(name, phones)}"
        place = settings.places.get(field, Place(SETTINGS_FILE))
        yield found(BAD_SETTING, place, message, mend)
