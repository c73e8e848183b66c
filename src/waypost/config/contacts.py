"""The phone and e-mail facts that settings name: each must be there."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.config.codes import BAD_SETTING
from waypost.config.settings import SETTINGS_FILE, Settings
from waypost.content.parsed import found, suggest
from waypost.content.rules.site_view import SiteView
from waypost.model.fact import Email, Phone
from waypost.model.finding import Finding, Place


def check_contacts(settings: Settings, site: SiteView) -> Iterator[Finding]:
    """A finding for each contact of the settings that no fact of its kind has as its id."""
    facts = site.shared.facts
    for field, name, kind, said in (
        ("contact", settings.contact, Phone, "a phone fact"),
        ("contact_email", settings.contact_email, Email, "an e-mail fact"),
        ("emergency", settings.emergency, Phone, "a phone fact"),
        ("interpreter", settings.interpreter, Phone, "a phone fact"),
    ):
        known = [each for each, fact in facts.items() if isinstance(fact.value, kind)]
        if not name or name in known or (name not in facts and name in site.unreadable):
            continue
        what = "is a fact of another kind" if name in facts else "is no fact"
        message = f"{field} must be {said}, and “{name}” {what}"
        mend = f"Name {said} of {settings.content}/facts.yml.{suggest(name, known)}"
        place = settings.places.get(field, Place(SETTINGS_FILE))
        yield found(BAD_SETTING, place, message, mend)
