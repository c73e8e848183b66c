"""What settings name: contacts, pages, and a time zone. Each must be there."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.config.codes import BAD_SETTING
from waypost.config.contacts import check_contacts
from waypost.config.settings import SETTINGS_FILE, Settings
from waypost.content.parsed import found, suggest
from waypost.content.rules.site_view import SiteView
from waypost.model.finding import Finding, Place


def check_named(settings: Settings, site: SiteView) -> Iterator[Finding]:
    """A finding for each thing that the settings name, and that isn't there."""
    yield from check_contacts(settings, site)
    yield from check_popular(settings, site)
    yield from check_time_zone(settings)


def check_popular(settings: Settings, site: SiteView) -> Iterator[Finding]:
    """A finding for each page that is named as popular, and isn't there."""
    place = settings.places.get("popular", Place(SETTINGS_FILE))
    for name in settings.popular:
        if name not in site.index and name not in site.unreadable:
            message = f"popular names “{name}”, and there is no such page"
            mend = f"Name a guide by its id.{suggest(name, site.index)}"
            yield found(BAD_SETTING, place, message, mend)


def check_time_zone(settings: Settings) -> Iterator[Finding]:
    """A finding for a time zone that browsers don't know either."""
    from waypost.locales.zones import is_zone

    if settings.time_zone and not is_zone(settings.time_zone):
        place = settings.places.get("time_zone", Place(SETTINGS_FILE))
        message = f"time_zone must be the name of a time zone, not “{settings.time_zone}”"
        yield found(BAD_SETTING, place, message, "Name a city of the zone: America/Denver.")
