"""Every page of prose read, checked and compiled; what hasn't changed comes from the cache.

Touches the disk: reads the content's files. The work on a file has two steps, since links can only
be checked, and other pages' titles be named, when all files have been read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import msgspec

from waypost.content.checks import check_prose
from waypost.content.markdown_parser import markdown_parser
from waypost.content.parsed import Parsed
from waypost.content.rules.blocks import walk_headings
from waypost.content.rules.site_view import PageEntry as LinkTarget
from waypost.content.rules.site_view import SiteView, find_unreadable, view_site
from waypost.content.schema.reading import Region
from waypost.content.shared import ProseFile
from waypost.content.source import decode_source
from waypost.files.digest import digest_bytes, digest_text
from waypost.model.content import Prose, Shared
from waypost.model.guide import Guide
from waypost.model.journey import Journey
from waypost.model.place import PlainPage
from waypost.pipeline.assets import AssetFile, index_assets, list_page_assets
from waypost.pipeline.cache import Cache, CompiledPage, PageEntry, encode_page
from waypost.pipeline.documents import limits_of, parse_prose, read_sources
from waypost.pipeline.page_mentions import (
    list_crisis_phrases,
    list_due_dates,
    list_leads,
    mention_page,
    page_id_of,
)
from waypost.pipeline.project import Project
from waypost.pipeline.workers import map_in_two_steps
from waypost.segments.extract import Extracted, extract_prose
from waypost.site.guide_page import build_guide_program
from waypost.site.journey_page import build_journey_program
from waypost.site.locale import Frame, PageLocale
from waypost.site.program import Program
from waypost.site.prose_page import build_plain_program
from waypost.site.sheet_page import build_sheet_program
from waypost.site.sheet_program import SheetProgram
from waypost.site.surroundings import PageRef, Surroundings, surround
from waypost.site.templates import prepare_templates

_FEW = 12
"""Fewer files than this are read without starting processes."""


class PageContext(msgspec.Struct, frozen=True):
    """What all pages of a build are made from."""

    project: Project
    shared: Shared
    digest: str
    """Of the settings, the day, and all content that isn't prose."""
    places: Mapping[str, LinkTarget]
    """Pages that aren't prose: agencies, offices, topics."""
    place_refs: Sequence[PageRef]
    frame: Frame
    source: PageLocale
    assets: Sequence[AssetFile]
    """Those that don't depend on the pages."""
    cache: Cache
    jobs: int
    files: frozenset[str]
    """All files of the content folder, by their paths in it."""
    _views: dict[str, tuple[SiteView, Surroundings]] = msgspec.field(default_factory=dict)

    def view(self, joined: Joined) -> tuple[SiteView, Surroundings]:
        """The site as rules and as templates see it, made once in a process."""
        if joined.digest not in self._views:
            self._views.clear()
            settings, targets = self.project.settings, joined.targets
            sources = read_sources(self.project.root, settings.content)
            sources |= dict.fromkeys(joined.paths, "")
            unreadable = find_unreadable(self.shared, targets, sources)
            limits = limits_of(settings)
            codes = list_page_assets(self.frame.identity, joined.refs)
            assets = index_assets((*self.assets, *codes))
            self._views[joined.digest] = (
                view_site(self.shared, targets, self.project.day, limits, unreadable, self.files),
                surround(self.frame, self.shared, joined.refs, self.source, assets),
            )
        return self._views[joined.digest]

    @property
    def region(self) -> Region:
        """Where the site is."""
        settings = self.project.settings
        return Region(settings.territory, settings.currency)


class ReadPage(msgspec.Struct, frozen=True):
    """What the first step tells of a page."""

    path: str
    ref: PageRef | None
    target: LinkTarget


class Joined(msgspec.Struct, frozen=True):
    """What all pages together say."""

    targets: Mapping[str, LinkTarget]
    """The pages that could be read, by id; the first of two with the same id counts."""
    refs: Sequence[PageRef]
    paths: Sequence[str]
    """The files of all pages, readable or not."""
    digest: str


def read_page(context: PageContext, file: ProseFile) -> tuple[PageWork, ReadPage]:
    """What is left to do for the page in a file, and what others must know of it."""
    data = (context.project.root / file.path).read_bytes()
    text = decode_source(file.path, data).text
    parsed = parse_prose(file, data, context.region, context.shared)
    prose = parsed.value
    anchors: frozenset[str] = frozenset()
    if prose is not None:
        body = prose.body if isinstance(prose, Guide) else prose.blocks
        anchors = frozenset(walk_headings(body))
    target = LinkTarget(file.kind, anchors, file.path)
    read = ReadPage(file.path, mention_page(file.kind, prose, context.shared), target)
    return PageWork(context, file, text, digest_bytes(data), parsed), read


class PageWork(msgspec.Struct, frozen=True):
    """A page that was read."""

    context: PageContext
    file: ProseFile
    text: str
    digest: str
    parsed: Parsed[Prose]

    def make(self, joined: Joined) -> PageEntry:
        """The page checked and compiled, its program in the cache."""
        context, prose, file = self.context, self.parsed.value, self.file
        findings, program = self.parsed.findings, ""
        page_id = page_id_of(file.path)
        if prose is not None:
            view, around = context.view(joined)
            findings += check_prose(prose, view, self.text)
            extracted = extract_prose(prose)
            compiled = _build_program(prose, extracted, around)
            sheet = _build_sheet(prose, extracted, around)
            data = encode_page(CompiledPage(extracted.document, compiled, sheet))
            if joined.targets[page_id].path == file.path:
                program = digest_bytes(data)
                context.cache.save_page(page_id, data)
        return PageEntry(
            ref=mention_page(file.kind, prose, context.shared),
            kind=file.kind,
            id=page_id,
            path=file.path,
            file=self.digest,
            made_from=_made_from(self.digest, context, joined),
            program=program,
            anchors=tuple(sorted(joined.targets[page_id].anchors)) if prose else (),
            aliases=prose.aliases if prose is not None else (),
            findings=findings,
            phrases=list_crisis_phrases(prose),
            has_sheet=_has_sheet(prose, context.frame),
            due=list_due_dates(prose, context.shared, context.project.day),
            leads=list_leads(prose),
        )


def _build_program(prose: Prose, extracted: Extracted, around: Surroundings) -> Program:
    match prose:
        case Guide():
            return build_guide_program(prose, extracted.body, extracted.document, around)
        case Journey():
            return build_journey_program(prose, extracted.body, extracted.document, around)
        case PlainPage():
            return build_plain_program(prose, extracted.body, extracted.document, around)


def _has_sheet(prose: Prose | None, frame: Frame) -> bool:
    return isinstance(prose, Guide) and frame.sheets


def _build_sheet(prose: Prose, extracted: Extracted, around: Surroundings) -> SheetProgram | None:
    if not isinstance(prose, Guide) or not around.frame.sheets:
        return None
    return build_sheet_program(prose, extracted.body, extracted.document, around)


def make_pages(
    context: PageContext,
    files: Sequence[ProseFile],
    digests: Mapping[str, str],
    known: Mapping[str, PageEntry],
) -> tuple[list[PageEntry], Joined]:
    """The entry of every page in the order of `files`, and what all pages together say.

    `digests` are those of the files, `known` the entries of the last build: a page whose file and
    surroundings are the same isn't read again.
    """
    by_path = {entry.path: entry for entry in known.values()}
    kept = {
        file.path: by_path[file.path]
        for file in files
        if file.path in by_path and digests.get(file.path, "?") == by_path[file.path].file
    }
    read = {path: ReadPage(path, entry.ref, _target(entry)) for path, entry in kept.items()}

    def join(fresh: Sequence[ReadPage]) -> Joined:
        pages = {**read, **{page.path: page for page in fresh}}
        return _join(context, [pages[file.path] for file in files])

    todo = [file for file in files if file.path not in kept]
    made, joined = _run(context, todo, join) if todo else ({}, join([]))
    outdated = [
        file
        for file in files
        if file.path in kept
        and kept[file.path].made_from != _made_from(kept[file.path].file, context, joined)
    ]
    if outdated:
        made |= _run(context, outdated, lambda _read: joined)[0]
    entries = {**kept, **made}
    return [entries[file.path] for file in files], joined


def _target(entry: PageEntry) -> LinkTarget:
    return LinkTarget(entry.kind, frozenset(entry.anchors), entry.path)


def _join(context: PageContext, pages: Sequence[ReadPage]) -> Joined:
    targets: dict[str, LinkTarget] = {}
    for page in pages:
        if page.ref is not None:
            targets.setdefault(page.ref.id, page.target)
    targets = {**context.places, **targets}
    paths = [page.path for page in pages]
    refs = (*context.place_refs, *(page.ref for page in pages if page.ref is not None))
    said = [(one.kind, one.path, sorted(one.anchors)) for one in targets.values()]
    return Joined(targets, refs, paths, digest_text(f"{said} {paths} {refs}"))


def _made_from(file_digest: str, context: PageContext, joined: Joined) -> str:
    return digest_text(f"{file_digest} {context.digest} {joined.digest}")


def _run(
    context: PageContext,
    files: Sequence[ProseFile],
    join: Callable[[Sequence[ReadPage]], Joined],
) -> tuple[dict[str, PageEntry], Joined]:
    """The entries of the files by path, and what all pages together say."""
    found: list[Joined] = []

    def between(read: Sequence[ReadPage]) -> Joined:
        found.append(join(read))
        return found[-1]

    jobs = context.jobs if len(files) > _FEW else 1
    if jobs > 1:
        _load_for_all()
    root = context.project.root
    # The longest first, so that all processes end at about the same time.
    by_size = sorted(files, key=lambda file: -(root / file.path).stat().st_size)
    entries = map_in_two_steps(
        partial(read_page, context), between, PageWork.make, by_size, jobs, context.view
    )
    return {entry.path: entry for entry in entries}, found[-1]


def _load_for_all() -> None:
    """What is loaded when it is first needed is there, else each process loads it by itself."""
    import waypost.locales.words  # noqa: F401 - to be there in the processes forked next

    markdown_parser()
    prepare_templates()
