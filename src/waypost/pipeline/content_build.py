"""The content of one build: the shared part read whole, pages compiled where they changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from waypost.config.named import check_named
from waypost.content.checks import check_ids, check_shared
from waypost.content.file_places import check_files
from waypost.content.rules.site_view import PageEntry as LinkTarget
from waypost.content.schema.reading import Region
from waypost.content.shared import list_prose, load_shared
from waypost.files.digest import digest_bytes, digest_text
from waypost.files.scan import digest_file
from waypost.model.content import Shared
from waypost.model.fact import Email, Phone
from waypost.model.finding import Finding
from waypost.model.language import Tier
from waypost.model.site import PageKind
from waypost.model.text import Document
from waypost.pipeline.assets import AssetFile, list_shared_assets
from waypost.pipeline.cache import Cache, CompiledPage, PageEntry, PageIndex, encode_page
from waypost.pipeline.documents import read_sources
from waypost.pipeline.pages import Joined, PageContext, make_pages
from waypost.pipeline.project import Project
from waypost.pipeline.state import InputFile
from waypost.segments.extract import extract_shared
from waypost.site.locale import Frame, PageLocale
from waypost.site.office_page import build_office_program
from waypost.site.place_page import build_agency_program
from waypost.site.program import Program
from waypost.site.surroundings import PageRef, Surroundings
from waypost.site.words import interface_document, words_of
from waypost.translation.index import SegmentIndex, index_segments


class SharedPart(msgspec.Struct, frozen=True):
    """The content that isn't prose, and all that is made of it alone."""

    digest: str
    """Of the settings, the day and the files."""
    shared: Shared
    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    """Shared documents and the interface words, the same for all languages."""
    indexes: Mapping[str, SegmentIndex]
    frame: Frame
    source: PageLocale
    assets: tuple[AssetFile, ...]
    """The content's images and the package's own files, for pages to load."""


class BuiltContent(msgspec.Struct, frozen=True):
    """All pages that can be filled, and what they are made from."""

    part: SharedPart
    index: PageIndex
    around: Surroundings
    findings: tuple[Finding, ...]
    digests: Mapping[str, str]
    """Of the content's files, by path."""

    @property
    def entries(self) -> dict[str, PageEntry]:
        """Every page, prose first."""
        return {**self.index.entries, **self.index.places}


def make_frame(project: Project, shared: Shared) -> tuple[Frame, PageLocale]:
    """What all pages share, and the source language ready to be filled in."""
    settings, day = project.settings, project.day
    identity = settings.identity(day)
    facts = {name: fact.on(day) for name, fact in shared.facts.items()}

    email = facts.get(settings.contact_email)

    def phone(name: str) -> Phone | None:
        value = facts.get(name)
        return value if isinstance(value, Phone) else None

    frame = Frame(
        identity=identity,
        policy=settings.policy,
        interpreter=phone(settings.interpreter),
        contact=phone(settings.contact),
        emergency=phone(settings.emergency),
        source_words=words_of(settings.source.code, {}),
        contact_email=email if isinstance(email, Email) else None,
        logo=project.logo,
        audit=project.audit,
        sheets=settings.sheets and any(one.tier is not Tier.CARD for one in settings.targets),
    )
    source = PageLocale(settings.source, frame, frame.source_words, {}, {})
    return frame, source


def read_shared_part(project: Project, digest: str, files: Mapping[str, str]) -> SharedPart:
    """The content that isn't prose, as it is now; `files` are the digests of its files."""
    settings, root = project.settings, project.root
    region = Region(settings.territory, settings.currency)
    read = load_shared(root / settings.content, root, region)
    shared = read.value or Shared({}, {}, {}, {}, {}, {})
    frame, source = make_frame(project, shared)
    documents = (interface_document(), *extract_shared(shared))
    indexes = {document.name: index_segments(document) for document in documents}
    assets = list_shared_assets(root, settings.content, files, project.logo, search=settings.search)
    return SharedPart(digest, shared, read.findings, documents, indexes, frame, source, assets)


def build_content(
    project: Project,
    inputs: Mapping[str, InputFile],
    signature: str,
    cache: Cache,
    jobs: int,
    known: SharedPart | None,
) -> BuiltContent:
    """The content as it is now; the cache holds every page's program afterwards.

    `known` is the shared part of an earlier build, used again while its files are the same.
    """
    settings, root = project.settings, project.root
    content = root / settings.content
    files = list_prose(content, root)
    prose_paths = {file.path for file in files}
    shared_digests = {
        path: file.digest or digest_file(root / path)
        for path, file in inputs.items()
        if path not in prose_paths and not path.startswith("translations/")
    }
    digest = digest_text(f"{signature} {sorted(shared_digests.items())}")
    part = known
    if part is None or part.digest != digest:
        part = read_shared_part(project, digest, shared_digests)
    before = cache.load_index()
    context = PageContext(
        project=project,
        shared=part.shared,
        digest=digest,
        places=_targets(part.shared),
        place_refs=_mention_places(part.shared),
        frame=part.frame,
        source=part.source,
        assets=part.assets,
        cache=cache,
        jobs=jobs,
        files=frozenset(
            path.removeprefix(f"{settings.content}/")
            for path in inputs
            if path.startswith(f"{settings.content}/")
        ),
    )
    digests = {path: file.digest for path, file in inputs.items() if path in prose_paths}
    pages, joined = make_pages(context, files, digests, before.entries)
    index = _make_index(context, joined, pages, part.documents, before)
    if index != before:
        cache.save_index(index)
    findings = [*project.findings, *part.findings, *index.findings]
    for entry in pages:
        findings += entry.findings
    return BuiltContent(
        part=part,
        index=index,
        around=context.view(joined)[1],
        findings=tuple(findings),
        digests={**shared_digests, **{entry.path: entry.file for entry in pages}},
    )


def _targets(shared: Shared) -> dict[str, LinkTarget]:
    kinds = (
        (PageKind.AGENCY, shared.agencies),
        (PageKind.OFFICE, shared.offices),
        (PageKind.TOPIC, shared.topics),
    )
    return {
        name: LinkTarget(kind, frozenset(), value.place.path)
        for kind, values in kinds
        for name, value in values.items()
    }


def _mention_places(shared: Shared) -> tuple[PageRef, ...]:
    """The pages that aren't prose, as others mention them."""
    return (
        *(
            PageRef(name, PageKind.AGENCY, f"agencies/{name}", agency.name, agency.summary)
            for name, agency in shared.agencies.items()
        ),
        *(
            PageRef(name, PageKind.OFFICE, f"offices/{name}", office.name, None)
            for name, office in shared.offices.items()
        ),
        *(
            PageRef(name, PageKind.TOPIC, "topics", topic.name, topic.summary)
            for name, topic in shared.topics.items()
        ),
    )


def _build_places(
    shared: Shared, documents: Mapping[str, Document], around: Surroundings
) -> Iterator[Program]:
    for agency in shared.agencies.values():
        yield build_agency_program(agency, documents[f"agencies/{agency.id}"], around)
    for office in shared.offices.values():
        yield build_office_program(office, documents[f"offices/{office.id}"], around)


def _make_index(
    context: PageContext,
    joined: Joined,
    pages: Sequence[PageEntry],
    documents: Iterable[Document],
    before: PageIndex,
) -> PageIndex:
    entries = {
        page.id: page
        for page in pages
        if page.id not in joined.targets or joined.targets[page.id].path == page.path
    }
    told = [(page.path, page.aliases, page.due, page.leads) for page in pages]
    made_from = digest_text(f"{context.digest} {joined.digest} {told}")
    if before.made_from == made_from:
        return PageIndex(entries, before.places, made_from, before.findings, before.code)
    view, around = context.view(joined)
    settings = context.project.settings
    codes = [one.language.code for one in settings.languages]
    findings = (
        *check_named(settings, view),
        *check_files(settings.content, context.files),
        *check_shared(view, read_sources(context.project.root, settings.content)),
        *check_ids(pages, context.shared, codes),
    )
    by_name = {document.name: document for document in documents}
    refs = {ref.id: ref for ref in context.place_refs}
    places: dict[str, PageEntry] = {}
    for program in _build_places(context.shared, by_name, around):
        ref = refs[program.id]
        data = encode_page(CompiledPage(by_name[ref.document], program))
        if program.id not in entries:
            context.cache.save_page(program.id, data)
            places[program.id] = PageEntry(
                ref=ref,
                kind=program.kind,
                id=program.id,
                path=joined.targets[program.id].path,
                file="",
                made_from=made_from,
                program=digest_bytes(data),
                anchors=(),
                aliases=(),
                findings=(),
            )
    return PageIndex(entries, places, made_from, findings, before.code)
