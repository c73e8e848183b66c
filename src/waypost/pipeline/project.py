"""What a run is about: the site's settings, the day, and where things lie.

Touches the disk: looks whether the content is there, and reads the logo and the last audit.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from waypost.config.audit_report import AUDIT_FILE, load_audit
from waypost.config.codes import BAD_SETTING
from waypost.config.identity import load_site_logo
from waypost.config.reader import load_settings
from waypost.config.settings import SETTINGS_FILE, Settings
from waypost.model.audit import Audit
from waypost.model.finding import BrokenSource, Finding, Place
from waypost.model.logo import Logo
from waypost.pipeline.options import TRANSLATIONS, resolve_day


class Project(msgspec.Struct, frozen=True):
    """A site's settings on a day, with what is wrong in them."""

    settings: Settings
    day: date
    findings: tuple[Finding, ...]
    logo: Logo | None = None
    """A harmless picture, or None."""
    audit: Audit | None = None
    """What the last audit of the site found; None where none is recorded."""

    @property
    def root(self) -> Path:
        """The folder that holds mkdocs.yml."""
        return self.settings.root

    @property
    def input_roots(self) -> tuple[str, ...]:
        """The files and folders that a build depends on, relative to the root."""
        return (SETTINGS_FILE, AUDIT_FILE, self.settings.content, TRANSLATIONS)


_CONTENT = (
    "facts.yml",
    "phrases.yml",
    "topics.yml",
    "agencies",
    "offices",
    "alerts",
    "guides",
    "journeys",
    "pages",
)


def read_settings(root: Path) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings in `root` and what is wrong in them; BrokenSource where they can't be used."""
    read = load_settings(root)
    if read.value is None:
        raise _refuse(read.findings)
    return read.value, read.findings


def open_project(root: Path, day: date | None) -> Project:
    """The project in `root`; BrokenSource where its settings can't be used at all.

    Nor can those be used that name no folder of content: the site would be emptied.
    """
    settings, findings = read_settings(root)
    content = root / settings.content
    if not any((content / name).exists() for name in _CONTENT):
        if content.is_dir():
            message = f"docs_dir: there is no content in the folder “{settings.content}”"
        else:
            message = f"docs_dir: there is no folder “{settings.content}”"
        place = settings.places.get("docs_dir", Place(SETTINGS_FILE))
        mend = "Name the folder that holds guides/ and facts.yml, or bring it back."
        raise _refuse((*findings, Finding(place, BAD_SETTING.id, message, mend)))
    logo, audit = load_site_logo(settings), load_audit(root)
    findings = (*findings, *logo.findings, *audit.findings)
    return Project(settings, resolve_day(day), findings, logo.value, audit.value)


def _refuse(findings: tuple[Finding, ...]) -> BrokenSource:
    from waypost.report.formats import render_text

    return BrokenSource(
        f"The settings in {SETTINGS_FILE} can't be used:\n{render_text(findings)}",
        "Nothing was written. Mend the settings and try again.",
        findings,
    )
