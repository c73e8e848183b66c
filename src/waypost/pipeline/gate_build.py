"""The gate in a build, asked again only where texts or crisis guides have changed."""

from __future__ import annotations

from collections.abc import Mapping

from waypost.config.settings import SETTINGS_FILE
from waypost.model.finding import Finding
from waypost.model.site import PageKind
from waypost.model.text import Risk
from waypost.pipeline.cache import Cache, PageEntry
from waypost.pipeline.content_build import BuiltContent
from waypost.pipeline.gate import CrisisGuide, Gate, gated_languages
from waypost.pipeline.options import TRANSLATIONS
from waypost.pipeline.project import Project
from waypost.pipeline.shelf import PageShelf
from waypost.pipeline.state import BuildState, InputFile, changed_inputs
from waypost.translation.reviewers import PATH, Reviewers


def check_build(
    project: Project,
    content: BuiltContent,
    cache: Cache,
    reviewers: Reviewers,
    inputs: Mapping[str, InputFile],
    last: BuildState | None,
) -> tuple[Finding, ...]:
    """What the gate finds, those that are exempt among them."""
    languages = gated_languages(project.settings)
    if not languages:
        return ()
    crisis = _find_crisis_guides(content)
    changed = changed_inputs(inputs, last)
    known = last.gate if last is not None and _is_same(content, crisis, last) else None
    if not changed.isdisjoint({SETTINGS_FILE, PATH}):
        known = None
    gate: Gate | None = None
    findings: list[Finding] = []
    for offered in languages:
        prefix = f"{TRANSLATIONS}/{offered.language.code}/"
        if known is not None and not any(path.startswith(prefix) for path in changed):
            findings += [one for one in known if one.place.path.startswith(prefix)]
            continue
        gate = gate or _make_gate(project, content, PageShelf(cache, crisis), reviewers)
        findings += gate.check(offered)
    return tuple(findings)


def _make_gate(
    project: Project, content: BuiltContent, shelf: PageShelf, reviewers: Reviewers
) -> Gate:
    entries = content.index.entries
    guides = tuple(
        CrisisGuide(ref.title.source, shelf.page(name).document, entries[name].phrases)
        for name in shelf.ids
        if (ref := entries[name].ref) is not None
    )
    phrases = next((one for one in content.part.documents if one.name == "phrases"), None)
    return Gate(project, guides, phrases, reviewers, dict(content.part.indexes))


def crisis_documents(content: BuiltContent) -> dict[str, str]:
    """The crisis guides: document → id."""
    return {entry.document: name for name, entry in _find_crisis_guides(content).items()}


def _find_crisis_guides(content: BuiltContent) -> dict[str, PageEntry]:
    return {
        name: entry
        for name, entry in content.index.entries.items()
        if entry.program
        and entry.kind is PageKind.GUIDE
        and entry.ref is not None
        and entry.ref.risk is Risk.CRITICAL
    }


def _is_same(content: BuiltContent, crisis: Mapping[str, PageEntry], last: BuildState) -> bool:
    """Whether the guides and the phrases are those that the last build asked about."""
    return last.made_from == content.index.made_from and all(
        last.programs.get(name) == entry.program for name, entry in crisis.items()
    )
