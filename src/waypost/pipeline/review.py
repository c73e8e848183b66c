"""`waypost review accept`: a reviewer's stamps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from waypost.desk.changes import Kind, compare_words
from waypost.model.finding import Failure, Finding, Place
from waypost.model.replacing import replace
from waypost.model.site import SiteLanguage
from waypost.pipeline.branch import read_catalog_at
from waypost.pipeline.catalogs import choose_languages, open_catalog
from waypost.pipeline.documents import (
    Texts,
    Translatable,
    documents_of,
    read_texts,
    require_readable,
)
from waypost.pipeline.git import Repository
from waypost.pipeline.project import Project
from waypost.translation.acceptance import Plan, Stale, Wish, plan_accept, read_since
from waypost.translation.catalog import Catalog
from waypost.translation.faultless import find_obstacle
from waypost.translation.po_lines import read_lines
from waypost.translation.review import accept
from waypost.translation.reviewers import PATH, load_reviewers
from waypost.translation.store import catalog_path, load_data, save_catalog

_MARKS = {Kind.SAME: "{}", Kind.OUT: "[-{}-]", Kind.IN: "{{+{}+}}"}


class Selection(msgspec.Struct, frozen=True):
    """Which texts somebody has read."""

    language: str = ""
    """Empty for every language that she may stamp in."""
    documents: tuple[str, ...] = ()
    """Empty for all; then `changed_since` says which of them."""
    addresses: tuple[str, ...] = ()
    changed_since: str = ""
    """A branch or commit: only what has changed in the PO files since they parted."""
    still_right: bool = False
    machine_too: bool = True


class AcceptReport(msgspec.Struct, frozen=True):
    """What was stamped, what the source had become meanwhile, and what was passed by."""

    handle: str
    stamped: int
    lines: tuple[str, ...]
    """What changed in the source of each text that is still right."""
    left: tuple[str, ...]
    """What wasn't stamped, and how to."""
    findings: tuple[Finding, ...]
    """Why nothing at all was written."""

    @property
    def text(self) -> str:
        """All of it for a person."""
        if self.findings:
            return "Nothing was stamped: mend these texts first."
        count = f"{self.stamped} text{'' if self.stamped == 1 else 's'}"
        return "\n".join([*self.lines, *self.left, f"{count} stamped by {self.handle}."])


class _Planned(msgspec.Struct, frozen=True):
    language: str
    document: str
    plan: Plan


class _Found(msgspec.Struct):
    """What was seen on the way."""

    planned: list[_Planned] = msgspec.field(default_factory=list)
    findings: list[Finding] = msgspec.field(default_factory=list)


def accept_texts(project: Project, selection: Selection, handle: str) -> AcceptReport:
    """The texts of the selection with the reviewer's stamp, where none of them has a defect.

    Nothing is written when any part is wrong. A Failure when the handle may not stamp in the
    language, or a document or address isn't there, or an address is stale and not still right.
    """
    languages = _choose_languages(project, selection, handle)
    texts = read_texts(project)
    require_readable(project, texts)
    found = _Found()
    for offered in languages:
        _plan_language(project, texts, offered, selection, handle, found)
    _require_addresses(selection, found.planned)
    if found.findings:
        return AcceptReport(handle, 0, (), (), tuple(found.findings))
    stamped = 0
    for one in found.planned:
        if one.plan.addresses:
            addresses = frozenset(one.plan.addresses)
            done = accept(one.plan.catalog, addresses, handle, project.day)
            save_catalog(project.root, one.document, replace(done.catalog, language=one.language))
            stamped += len(done.addresses)
    lines = [line for one in found.planned for line in _describe_changes(one, selection)]
    return AcceptReport(handle, stamped, tuple(lines), tuple(_describe_left(found, selection)), ())


def _choose_languages(
    project: Project, selection: Selection, handle: str
) -> tuple[SiteLanguage, ...]:
    reviewers = load_reviewers(project.root).reviewers
    if selection.language:
        chosen = choose_languages(project.settings, (selection.language,))
    else:
        chosen = tuple(
            one
            for one in project.settings.targets
            if handle in reviewers.handles_for(one.language.code)
        )
    known = {one.language.code: reviewers.handles_for(one.language.code) for one in chosen}
    refused = [code for code, handles in known.items() if handle not in handles]
    if refused or not chosen:
        where = refused[0] if refused else "any language of the site"
        names = ", ".join(sorted(known[where])) if refused else ""
        raise Failure(
            f"“{handle}” may not stamp in {where}.",
            f"May stamp: {names or 'nobody yet'}. Add the handle with its languages to {PATH}.",
        )
    return chosen


def _plan_language(
    project: Project,
    texts: Texts,
    offered: SiteLanguage,
    selection: Selection,
    handle: str,
    found: _Found,
) -> None:
    code = offered.language.code
    translatable = find_documents(texts, offered, selection.documents)
    since = _Since(project, selection.changed_since)
    for name in selection.documents or tuple(translatable):
        if not since.has_changed(code, name):
            continue
        catalog = open_whole(project, code, translatable[name])
        wish = Wish(
            handle,
            frozenset(selection.addresses),
            selection.still_right,
            None if not selection.changed_since else read_since(since.find(code, name)),
            selection.machine_too,
        )
        planned = _Planned(code, name, plan_accept(catalog, wish))
        found.planned.append(planned)
        found.findings += _find_obstacles(project, planned)


def find_documents(
    texts: Texts, offered: SiteLanguage, names: Sequence[str]
) -> Mapping[str, Translatable]:
    """The documents of a language by name; a Failure where one of the names isn't there."""
    code = offered.language.code
    there = {one.document.name: one for one in documents_of(texts, offered)}
    unknown = [name for name in names if name not in there]
    if unknown:
        raise Failure(
            f"There is no document {', '.join(unknown)} in {code}.",
            f"`waypost review status -l {code}` lists them all.",
        )
    return there


def open_whole(project: Project, code: str, each: Translatable) -> Catalog:
    """The synced catalogue of a document; a Failure where its file can't be read whole."""
    opened = open_catalog(project.root, code, each)
    if opened.catalog is None:
        raise Failure(
            f"The PO file of {each.document.name} can't be read whole.",
            "Run `waypost check` and mend it.",
        )
    return opened.catalog


class _Since:
    """The PO files as they were where the branch that is checked out left another."""

    def __init__(self, project: Project, ref: str) -> None:
        self._root = project.root
        self._repository: Repository | None = None
        self._commit = ""
        if ref:
            self._repository = Repository(project.root)
            head = self._repository.resolve("HEAD")
            self._commit = self._repository.find_base(self._repository.resolve(ref), head)

    def has_changed(self, language: str, document: str) -> bool:
        if self._repository is None:
            return True
        data = load_data(self._root, language, document)
        former = self._repository.read(self._commit, catalog_path(language, document))
        return data is not None and data != former

    def find(self, language: str, document: str) -> Catalog | None:
        if self._repository is None:
            return None
        return read_catalog_at(self._repository, self._commit, language, document).catalog


def _find_obstacles(project: Project, planned: _Planned) -> Iterator[Finding]:
    chosen = set(planned.plan.addresses)
    path = catalog_path(planned.language, planned.document)
    source = project.settings.source.code
    data = load_data(project.root, planned.language, planned.document) or b""
    read = reversed(read_lines(data).entries) if chosen else ()
    lines = {raw.address: raw.lines.get("msgstr", raw.line) for raw in read}
    for entry in planned.plan.catalog.entries:
        if entry.address not in chosen:
            continue
        found = find_obstacle(entry, planned.document, planned.language, source)
        if found is not None:
            code, words = found
            place = Place(path, lines.get(entry.address, 1))
            yield Finding(place, code.id, f"{entry.address}: {words}", code.mend)


def _require_addresses(selection: Selection, planned: Sequence[_Planned]) -> None:
    """Failure for an address that was named and isn't stamped."""
    chosen = {address for one in planned for address in one.plan.addresses}
    stale = {each.address: each for one in planned for each in one.plan.stale}
    missing = [address for address in selection.addresses if address not in chosen]
    moved = [stale[address] for address in missing if address in stale]
    if moved:
        changes = "\n".join([f"{each.address}: {_show_change(each)}" for each in moved])
        raise Failure(
            f"The source has changed since this was translated:\n{changes}",
            "If the translation is still right, add --still-right; else correct it first.",
        )
    if missing:
        raise Failure(
            f"Nothing to stamp at {', '.join(missing)}.",
            "The address (msgctxt) must have a translation that you haven't stamped yet.",
        )


def _describe_changes(one: _Planned, selection: Selection) -> Iterator[str]:
    for each in one.plan.stale if selection.still_right else ():
        yield f"{one.language} {one.document} {each.address}: {_show_change(each)}"


def _describe_left(found: _Found, selection: Selection) -> Iterator[str]:
    stale = 0 if selection.still_right else sum(len(one.plan.stale) for one in found.planned)
    machine = sum(len(one.plan.machine) for one in found.planned)
    if stale:
        yield f"{stale} left, whose source has changed: correct them, or say --still-right."
    if machine:
        yield f"{machine} left, which a machine wrote: if you have read them, name their documents."


def _show_change(stale: Stale) -> str:
    """What changed in the source, word by word: [-gone-] and {+new+}."""
    if not stale.former:
        return f"now “{stale.source}” (what it said before isn't known)"
    changes = compare_words(stale.former, stale.source)
    return "".join([_MARKS[change.kind].format(change.text) for change in changes])
