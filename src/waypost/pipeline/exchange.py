"""`waypost export`: the texts of a site as files for vendors, clerks and their tools.

Touches the disk: reads the site, writes the files.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import msgspec

from waypost.exchange.formats import FORMATS
from waypost.exchange.parcel import Parcel
from waypost.files.atomic import save_bytes, save_text_if_changed
from waypost.model.finding import Failure, Finding
from waypost.model.review_unit import ReviewUnit
from waypost.model.site import SiteLanguage
from waypost.model.text import Risk
from waypost.model.translation import Freshness, Origin
from waypost.pipeline.catalogs import choose_languages
from waypost.pipeline.documents import Texts, read_texts, require_readable
from waypost.pipeline.project import Project
from waypost.pipeline.review_units import review_units
from waypost.translation.catalog import Catalog
from waypost.translation.po_writer import render_catalog
from waypost.translation.soundness import has_words
from waypost.translation.sync import sync_catalog

POT = "pot"
KINDS = (*FORMATS, POT)
DEFAULT_FOLDER = "build/exchange"
POT_FOLDER = "po"


def _is_missing(unit: ReviewUnit) -> bool:
    return unit.translation is None


def _is_stale(unit: ReviewUnit) -> bool:
    return unit.translation is not None and unit.translation.freshness is Freshness.STALE


def _is_unreviewed(unit: ReviewUnit) -> bool:
    found = unit.translation
    return found is None or found[1:] != (Origin.REVIEWED, Freshness.CURRENT)


def _is_critical(unit: ReviewUnit) -> bool:
    return unit.risk is Risk.CRITICAL


FILTERS: Mapping[str, Callable[[ReviewUnit], bool]] = MappingProxyType(
    {
        "missing": _is_missing,
        "stale": _is_stale,
        "unreviewed": _is_unreviewed,
        "critical": _is_critical,
    }
)
"""What `--only` may ask for."""


class ExportWish(msgspec.Struct, frozen=True):
    """What is to be exported, and where to."""

    kind: str
    languages: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    """Names of filters; a text must pass all of them."""
    folder: Path | None = None


class ExportReport(msgspec.Struct, frozen=True):
    """The files that were written, how many texts they hold, and what couldn't be put in."""

    files: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]
    stray: tuple[str, ...] = ()
    """Templates of documents that are gone."""

    @property
    def summary(self) -> str:
        """A line for each file."""
        lines = [f"{path}: {count} text{'' if count == 1 else 's'}" for path, count in self.files]
        lines += [f"{path}: belongs to no document any longer; delete it" for path in self.stray]
        return "\n".join(lines) or "Nothing to export: no text is left to be written."


def export_project(project: Project, wish: ExportWish) -> ExportReport:
    """The report of an export; a Failure where a language or document isn't there."""
    texts = read_texts(project)
    require_readable(project, texts)
    known = {each.document.name for each in texts.documents}
    unknown = [name for name in wish.documents if name not in known]
    if unknown:
        raise Failure(
            f"There is no document {', '.join(unknown)}.",
            f"Known are, for example: {', '.join(sorted(known)[:8])}.",
        )
    if wish.kind == POT:
        return _export_templates(project, texts, wish)
    files: list[tuple[str, int]] = []
    findings: list[Finding] = []
    for offered in choose_languages(project.settings, wish.languages):
        units = _choose_units(project, texts, offered, wish)
        if not units:
            continue
        form = FORMATS[wish.kind]
        parcel = Parcel(project.settings.source, offered.language, units)
        rendered = form.render(parcel)
        folder = wish.folder or project.root / DEFAULT_FOLDER
        path = folder / f"{offered.language.code}.{form.extension}"
        save_bytes(path, rendered.data)
        findings += rendered.findings
        files.append((_show(path, project.root), len(units) - len(rendered.findings)))
    return ExportReport(tuple(files), tuple(findings))


def _choose_units(
    project: Project, texts: Texts, offered: SiteLanguage, wish: ExportWish
) -> tuple[ReviewUnit, ...]:
    """The texts asked for that have words; critical ones aren't drawn forward: context matters."""
    tests = [FILTERS[name] for name in wish.only]
    documents: Collection[str] | None = wish.documents or None
    return tuple(
        [
            unit
            for unit in review_units(project, texts, offered, documents)
            if has_words(unit.source, unit.syntax) and all(test(unit) for test in tests)
        ]
    )


def _export_templates(project: Project, texts: Texts, wish: ExportWish) -> ExportReport:
    """A POT file for each document, in folders as the PO files have them."""
    folder = wish.folder or project.root / POT_FOLDER
    files: list[tuple[str, int]] = []
    for each in texts.documents:
        name = each.document.name
        if wish.documents and name not in wish.documents:
            continue
        catalog = sync_catalog(each.document, Catalog(""), each.facts)
        if catalog.entries:
            path = folder / f"{name}.pot"
            save_text_if_changed(path, render_catalog(catalog))
            files.append((_show(path, project.root), len(catalog.entries)))
    written = {path for path, _ in files}
    found = () if wish.documents else sorted(folder.rglob("*.pot"))
    stray = (_show(path, project.root) for path in found)
    return ExportReport(tuple(files), (), tuple(path for path in stray if path not in written))


def _show(path: Path, root: Path) -> str:
    """The path as a person knows it: from the site's root where it lies within."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return str(path)


def check_kind(kind: str, only: Sequence[str]) -> None:
    """Raises Failure for wishes that contradict each other."""
    if kind == POT and only:
        raise Failure(
            "A template has no translations to choose by.", "Leave out --only, or name documents."
        )
