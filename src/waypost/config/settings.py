"""The settings of a site as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from waypost.content.exemptions import Exemption
from waypost.model.colour import Brand
from waypost.model.finding import Place
from waypost.model.host import Host
from waypost.model.language import Language
from waypost.model.policy import Policy
from waypost.model.site import SiteIdentity, SiteLanguage

SETTINGS_FILE = "mkdocs.yml"


class RuleSettings(msgspec.Struct, frozen=True):
    """The limits of the house rules; 0 switches a limit off."""

    reading_grade: float = 9.0
    """Flesch–Kincaid grade, English only."""
    sentence_words: int = 25


class TranslateSettings(msgspec.Struct, frozen=True):
    """Which engine drafts which language."""

    engine: str = "argos"
    """For every language that has none of its own."""
    engines: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Engine by language code."""

    def engine_for(self, code: str) -> str:
        """The engine of a language."""
        return self.engines.get(code, self.engine)


class Settings(msgspec.Struct, frozen=True):
    """What mkdocs.yml says, with defaults filled in."""

    root: Path
    name: str
    url: str
    content: str
    """The folder of the content, relative to the root."""
    site: str
    """The folder of the built site, relative to the root."""
    source: Language
    territory: str
    currency: str
    languages: tuple[SiteLanguage, ...]
    contact: str
    """The id of the phone fact for everything, or ""; `emergency` and `interpreter` likewise."""
    emergency: str
    interpreter: str
    policy: Policy
    rules: RuleSettings
    exemptions: tuple[Exemption, ...]
    repo_url: str = ""
    """Where the site's files are kept: `https://github.com/owner/site`; "" if it isn't said."""
    edit_uri: str = ""
    """From there to the content in the host's editor, as MkDocs has it: `edit/main/content/`."""
    places: Mapping[str, Place] = msgspec.field(default_factory=dict)
    """Where docs_dir, logo and the contacts are named, by those words."""
    translate: TranslateSettings = TranslateSettings()
    contact_email: str = ""
    """The id of the e-mail fact to write to about mistakes, or ""."""
    brand: Brand | None = None
    """The site's own colours; None for Waypost's."""
    logo: str = ""
    """A picture in the folder of the content, or ""."""

    time_zone: str = ""
    """Of the offices, by its name in the tz database; "" where it isn't said."""
    popular: tuple[str, ...] = ()
    """The ids of the pages that the home page shows first."""
    sheets: bool = True
    """Whether every guide stands beside its source too, line by line."""
    search: bool = True
    """Whether pages can be searched in the browser."""
    host: Host | None = None
    """For whom the build prepares its files."""

    def identity(self, day: date) -> SiteIdentity:
        """What pages know of the site, on a day."""
        return SiteIdentity(
            name=self.name,
            url=self.url,
            territory=self.territory,
            currency=self.currency,
            source=self.source,
            languages=self.languages,
            day=day,
            contact=self.contact,
            emergency=self.emergency,
            interpreter=self.interpreter,
            time_zone=self.time_zone,
            popular=self.popular,
            brand=self.brand,
        )

    @property
    def targets(self) -> tuple[SiteLanguage, ...]:
        """The languages that are translated into: all but the source."""
        return tuple(one for one in self.languages if one.language.code != self.source.code)
