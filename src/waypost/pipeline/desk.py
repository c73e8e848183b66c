"""`waypost review desk`: a static site where a reviewer sees, judges and corrects translations.

Touches the disk: writes the desk's folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import msgspec

from waypost.config.settings import Settings
from waypost.desk.material import Material, load_assets, make_frames
from waypost.desk.pages import (
    DeskPage,
    Summary,
    make_language_pages,
    make_top_pages,
    summarise,
)
from waypost.desk.values import PHRASES, DeskDocument, DeskLanguage, DeskSite, DeskText
from waypost.files.atomic import save_cache, save_text
from waypost.model.finding import Failure, describe_disk_error
from waypost.model.guide import Guide
from waypost.model.policy import Decision
from waypost.model.review_unit import ReviewUnit
from waypost.model.site import SiteLanguage
from waypost.model.text import Document, Risk, Syntax
from waypost.pipeline.catalogs import choose_languages
from waypost.pipeline.documents import Texts, read_texts
from waypost.pipeline.project import Project
from waypost.pipeline.review_units import review_units
from waypost.pipeline.shown_facts import Shown, SiteValues
from waypost.pipeline.workers import available_jobs, map_forked
from waypost.translation.soundness import has_words
from waypost.translation.views import Views, load_views

FOLDER = "build/desk"
_LIST = ".desk-files"
"""Names the files that an earlier desk wrote, so that no other file is ever taken away."""
_TOP = 10
_TITLES = ("title", "name")
_NAMES = {"phrases": "Phrases", "interface": "Words on every page", "topics": "Topics"}
_BRANCH = re.compile(r"(?:-/)?(?:edit|blob|raw|tree|src|_edit)/(?:branch/)?")


class _Sources(msgspec.Struct, frozen=True):
    """What all languages share of the texts."""

    shown: Mapping[tuple[str, str], Shown]
    """Values in the source language, by document and address."""
    pages: Mapping[str, int]
    """On how many pages each phrase stands."""

    def make_text(self, unit: ReviewUnit, decision: Decision) -> DeskText:
        """The unit as the desk shows it."""
        shown = self.shown.get((unit.document, unit.address), ())
        pages = self.pages.get(unit.address, 0) if unit.document == PHRASES else None
        return DeskText(unit, shown, decision, pages)


class DeskReport(msgspec.Struct, frozen=True):
    """What was written."""

    folder: Path
    languages: tuple[Summary, ...]
    pages: int
    broken: tuple[str, ...]
    """Documents whose source has an error, so that texts of theirs may not be there."""

    @property
    def summary(self) -> str:
        """What a person reads at the end: how much it is, and where to open it."""
        count = len(self.languages)
        lines = [f"{self.pages} pages for {count} language{'' if count == 1 else 's'}."]
        if self.broken:
            names = ", ".join(self.broken[:5]) + (" …" if len(self.broken) > 5 else "")
            lines.append(f"Texts may lack, since their source has errors: {names}.")
            lines.append("`waypost check` says which; mend them and write the desk again.")
        where = self.folder / "index.html"
        return "\n".join([*lines, f"Open {where} in a browser; it needs no server and no network."])


def write_desk(project: Project, languages: tuple[str, ...], folder: Path | None) -> DeskReport:
    """The desk of the languages named, or of all, is in the folder; build/desk if none is named.

    A Failure where Material isn't installed, or where the folder holds other files.
    """
    chosen = choose_languages(project.settings, languages)
    if not chosen:
        raise Failure("The site has one language.", "Add others under languages in mkdocs.yml.")
    folder = project.root / FOLDER if folder is None else folder
    before = _read_list(folder)
    material = make_frames(f"{project.settings.name} · review desk")
    texts = read_texts(project)
    values = SiteValues(project, texts)
    sources = _Sources(_show_sources(project, texts, values), values.pages_by_phrase)
    work = partial(_write_language, project, texts, sources, material, folder)
    try:
        # An interrupted run leaves a folder that the next one knows as a desk's.
        save_text(folder / _LIST, _render_list(before))
        parts = map_forked(work, chosen, available_jobs(None))
        summaries = tuple(summary for summary, _ in parts)
        paths = [path for _, written in parts for path in written]
        site = _describe_site(project)
        for page in make_top_pages(site, summaries):
            _save(folder, page.path, material.top.fill(page.title, page.body).encode("utf-8"))
            paths.append(page.path)
        pages = len(paths)
        for path, data in {**material.files, **load_assets()}.items():
            _save(folder, path, data)
            paths.append(path)
        for path in before - set(paths):
            (folder / path).unlink(missing_ok=True)
        save_text(folder / _LIST, _render_list(paths))
    except OSError as error:
        raise describe_disk_error(error) from error
    return DeskReport(folder, summaries, pages, tuple(sorted(texts.broken)))


def _read_list(folder: Path) -> set[str]:
    """The files of an earlier desk there; a Failure where the folder isn't a desk's."""
    try:
        listed = (folder / _LIST).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        if folder.is_dir() and any(folder.iterdir()):
            mend = "Name an empty folder with --out, or one that an earlier desk was written to."
            raise Failure(f"{folder} holds other files.", mend) from None
        return set()
    except OSError as error:
        raise describe_disk_error(error) from error
    return {path for path in listed if path and not path.startswith("/") and ".." not in path}


def _render_list(paths: Iterable[str]) -> str:
    return "".join(f"{path}\n" for path in sorted(paths))


def _show_sources(
    project: Project, texts: Texts, values: SiteValues
) -> dict[tuple[str, str], Shown]:
    code = project.settings.source.code
    return {
        (each.document.name, segment.address): shown
        for each in texts.documents
        for segment in each.document.segments
        if "{" in segment.source and (shown := values.show(each.document.name, segment, code))
    }


def _write_language(
    project: Project,
    texts: Texts,
    sources: _Sources,
    material: Material,
    folder: Path,
    offered: SiteLanguage,
) -> tuple[Summary, list[str]]:
    language = _gather(project, texts, sources, offered)
    site = _describe_site(project)
    paths: list[str] = []
    for page in make_language_pages(site, language):
        _save(folder, page.path, _fill(material, page))
        paths.append(page.path)
    return summarise(language), paths


def _fill(material: Material, page: DeskPage) -> bytes:
    return material.inner.fill(page.title, page.body).encode("utf-8")


def _gather(
    project: Project, texts: Texts, sources: _Sources, offered: SiteLanguage
) -> DeskLanguage:
    """The language's documents with all that stands in them but what has no words."""
    units: dict[str, list[DeskText]] = {}
    for unit in review_units(project, texts, offered):
        if has_words(unit.source, unit.syntax):
            text = sources.make_text(unit, _decide(project.settings, unit))
            units.setdefault(unit.document, []).append(text)
    crises = _find_crises(texts)
    views, _ = load_views(project.root)
    top = _find_top(texts, views)
    documents = tuple(
        DeskDocument(
            each.document.name,
            _find_title(each.document),
            each.document.name in crises,
            tuple(units[each.document.name]),
            views.of_document(each.document.name),
            each.document.name in top,
        )
        for each in texts.documents
        if each.document.name in units
    )
    return DeskLanguage(offered.language, offered.tier, documents)


def _decide(settings: Settings, unit: ReviewUnit) -> Decision:
    published = settings.policy.decide(unit.risk, unit.translation)
    if published is None:
        return Decision.SOURCE
    return Decision.NOTED if published.noted else Decision.SHOWN


def _find_crises(texts: Texts) -> frozenset[str]:
    guides = (prose for prose in texts.prose if isinstance(prose, Guide))
    critical = [f"guides/{guide.id}" for guide in guides if guide.risk is Risk.CRITICAL]
    names = [each.document.name for each in texts.documents]
    return frozenset([*critical, *(name for name in names if name.startswith("alerts/"))])


def _find_top(texts: Texts, views: Views) -> frozenset[str]:
    """The guides that most people read; none where nobody has counted."""
    names = [each.document.name for each in texts.documents]
    read = {name: views.of_document(name) for name in names if name.startswith("guides/")}
    order = sorted((name for name in read if read[name]), key=lambda name: -read[name])
    return frozenset(order[:_TOP])


def _find_title(document: Document) -> str:
    """What the document calls itself, in the source language; "" where it has no title."""
    if document.name in _NAMES:
        return _NAMES[document.name]
    titles: Iterator[str] = (
        segment.source
        for segment in document.segments
        if segment.address in _TITLES and segment.syntax is Syntax.MARKUP
    )
    return next(titles, "")


def _describe_site(project: Project) -> DeskSite:
    settings = project.settings
    return DeskSite(settings.name, settings.source, find_editor(settings))


def find_editor(settings: Settings) -> str:
    """The address before a file's path that opens it in the host's editor; "" without repo_url.

    `edit_uri` leads MkDocs to the content (`edit/main/content/`); the branch is in it.
    """
    repository = settings.repo_url.rstrip("/")
    if not repository.startswith(("https://", "http://")):
        return ""
    uri = settings.edit_uri.strip("/") or "edit/main"
    if "://" in uri:
        if not uri.startswith(f"{repository}/"):
            return ""
        uri = uri.removeprefix(f"{repository}/")
    uri = uri.removesuffix(settings.content.strip("/")).strip("/")
    return f"{repository}/{uri}/" if _BRANCH.match(f"{uri}/") else ""


def _save(folder: Path, path: str, data: bytes) -> None:
    """An equal file is left alone."""
    target = folder / path
    if not target.is_file() or target.read_bytes() != data:
        save_cache(target, data)
