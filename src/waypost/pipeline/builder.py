"""One build from end to end: content, languages, lists, files, and what to remember."""

from __future__ import annotations

import gc
import time
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path

import msgspec

from waypost.content.exemptions import apply_exemptions
from waypost.files.scan import Mark, Scan
from waypost.model.finding import Finding, sort_findings
from waypost.model.language import Tier
from waypost.model.replacing import replace
from waypost.pipeline.ahead import LanguageCrew, Sources, open_sources
from waypost.pipeline.build import BuildReport, report_search
from waypost.pipeline.cache import Cache
from waypost.pipeline.content_build import BuiltContent, SharedPart, build_content
from waypost.pipeline.filling import FEW, FEW_AGAIN, fill_languages
from waypost.pipeline.gate import check_exemptions, name_exempted
from waypost.pipeline.gate_build import check_build, crisis_documents
from waypost.pipeline.hosting import prepare_hosting
from waypost.pipeline.index_files import name_language
from waypost.pipeline.languages import show_source
from waypost.pipeline.options import BuildOptions
from waypost.pipeline.outputs import clear_site, remove_outputs
from waypost.pipeline.plan import Later, Plan, Published, Searched
from waypost.pipeline.project import Project, open_project
from waypost.pipeline.shelf import LostPage, PageShelf, SharedTexts
from waypost.pipeline.site_files import (
    build_lists,
    build_translations_page,
    find_aliases,
    is_taken_over,
    save_site_files,
)
from waypost.pipeline.standing import NOTHING, find_standing, keep_last_good
from waypost.pipeline.state import (
    BuildState,
    InputFile,
    begin_writing,
    changed_inputs,
    save_state,
)
from waypost.pipeline.strays import describe_strays
from waypost.pipeline.words_gate import check_words
from waypost.pipeline.workers import available_jobs
from waypost.report.formats import has_errors
from waypost.site.locale import PageLocale
from waypost.translation.reviewers import Reviewers, load_reviewers


class Builder(msgspec.Struct):
    """Builds one site, once or again and again; between builds the cache remembers."""

    root: Path
    options: BuildOptions
    day: date
    cache: Cache
    signature: str
    state: BuildState | None = None
    """What the last build of this process left behind."""
    part: SharedPart | None = None
    locales: dict[str, tuple[str, PageLocale]] = msgspec.field(default_factory=dict)
    plan: Plan | None = None
    """Of the last build, where the site is searched."""
    sources: Sources | None = None
    """What the first build starts from, where it is read already."""
    crew: LanguageCrew | None = None
    """Processes that read PO files for the first build."""

    def build(self, started: float) -> BuildReport:
        """The report of a build after the last one; without one everything is built."""
        report = self.build_again(started, None)
        self.save()
        return report

    def build_again(self, started: float, changed: AbstractSet[Path] | None) -> BuildReport:
        """As `build`, in a hurry: the caller says `save` afterwards.

        `changed` are the only paths that may be new, gone or other since the last build of this
        process, if that is known.
        """
        # A build makes values by the million and hardly a cycle: collecting costs a tenth of it.
        was_collecting = gc.isenabled()
        gc.disable()
        try:
            return self._build(self.state, started, changed)
        except LostPage:
            self.cache.forget()
            return self._build(None, started, None)
        finally:
            if was_collecting:
                gc.enable()

    def save(self) -> None:
        """The next process goes on where this one stands."""
        if self.state is not None:
            save_state(self.cache.folder, self.state)

    def plan_index(self) -> Plan | None:
        """What the search indexes need to follow the pages; None where there is no search.

        It holds as long as nothing is built again.
        """
        plan, state = self.plan, self.state
        if plan is None or state is None:
            return None
        return replace(
            plan,
            changed=frozenset(),
            recompiled=frozenset(),
            everything=False,
            shared=replace(plan.shared, changed=frozenset()),
            published=state.published,
            outputs=state.outputs,
            inputs=state.inputs,
        )

    def take_index(self, searched: Searched) -> None:
        """The files of a language's index that was made aside are those of the site."""
        state = self.state
        if state is None or not searched.pages:
            return
        # Who wrote them has removed those that stood before.
        rest = {
            path: mark
            for path, mark in state.outputs.items()
            if name_language(path) != searched.code
        }
        self.state = replace(state, outputs={**rest, **searched.outputs})

    def _build(
        self, last: BuildState | None, started: float, changed: AbstractSet[Path] | None
    ) -> BuildReport:
        sources, self.sources = self.sources, None
        if sources is None:
            sources = open_sources(open_project(self.root, self.day), last, changed)
        project, scan, inputs = sources.project, sources.scan, sources.inputs
        jobs = available_jobs(self.options.jobs)
        content = build_content(project, inputs, self.signature, self.cache, jobs, self.part)
        self.part = content.part
        reviewers = load_reviewers(self.root)
        gate = check_build(project, content, self.cache, reviewers.reviewers, inputs, last)
        known = inputs.keys() | {one.place.path for one in gate}
        strays = describe_strays(scan.strays)
        doubtful = check_exemptions(project, known)
        words = check_words(project, content, inputs, last, self.signature)
        findings = _judge(
            project, (*content.findings, *reviewers.findings, *gate, *words, *doubtful, *strays)
        )
        site = self.options.site_dir or self.root / project.settings.site
        if has_errors(findings) and not self.options.preview:
            seconds = time.perf_counter() - started
            return BuildReport(findings, 0, 0, seconds, site, written=False)
        state = find_standing(last, self.signature, site, is_watched=changed is not None)
        begin_writing(self.cache.folder)
        self.state = None
        if state is NOTHING:
            clear_site(site, self.root, project.input_roots)
        plan = self._plan(project, content, state, inputs, site, gate, scan, reviewers.reviewers)
        if changed is not None:
            show_source(plan)
        own: dict[str, Mark] = {}

        def save_own(published: Published) -> None:
            own.update(self._save_site_files(project, content, plan, state, published))

        few = FEW if changed is None else FEW_AGAIN
        crew, self.crew = self.crew, None
        if state is not NOTHING:
            crew = None
        measured, published, written = fill_languages(plan, crew, jobs, few, save_own)
        outputs = {path: mark for each in written for path, mark in each.outputs.items()}
        # Not only those that still stand as they were written: somebody may have changed one.
        former = last.outputs if last is not None else {}
        kept = keep_last_good(content, findings, state) if self.options.keep_last_good else {}
        if project.settings.search and self.options.defer_search:
            kept |= _keep_index(plan, state)
        outputs = {**kept, **outputs, **own}
        aliases = find_aliases(content)
        outputs |= prepare_hosting(
            project, self.options, self.cache.folder, aliases, outputs, state.outputs
        )
        remove_outputs(site, former.keys() - outputs.keys())
        digests = {**content.digests}
        for each in measured:
            digests |= each.digests
        pages = sum(len(each.levels) for each in measured)
        self.state = BuildState(
            signature=self.signature,
            roots=project.input_roots,
            inputs=_add_digests(inputs, digests),
            outputs=outputs,
            findings=findings,
            site=str(self.options.site_dir or project.settings.site),
            pages=pages,
            programs={name: entry.program for name, entry in content.entries.items()},
            published=dict(published),
            made_from=content.index.made_from,
            site_files=tuple(own),
            gate=gate,
            seen=sources.seen,
        )
        self.plan = plan if project.settings.search else None
        filled = sum(each.filled for each in written)
        searched = report_search(each.searched for each in written)
        seconds = time.perf_counter() - started
        return BuildReport(findings, pages, filled, seconds, site, written=True, search=searched)

    def _plan(
        self,
        project: Project,
        content: BuiltContent,
        state: BuildState,
        inputs: Mapping[str, InputFile],
        site: Path,
        gate: Sequence[Finding],
        scan: Scan,
        reviewers: Reviewers,
    ) -> Plan:
        part, entries = content.part, content.entries
        changed = changed_inputs(inputs, state)
        settings = project.settings
        everything = state is NOTHING or "mkdocs.yml" in changed
        everything = everything or "translations/reviewers.yml" in changed
        pages = {entry.path for entry in content.index.entries.values()}
        shared_is_new = any(
            path.startswith(f"{settings.content}/") and path not in pages for path in changed
        )
        names = frozenset(part.indexes) if shared_is_new else frozenset[str]()
        lists = Later(lambda: build_lists(content))
        relist = everything or state.made_from != content.index.made_from
        translations = Later(lambda: build_translations_page(content))
        if relist:
            lists()
            translations()
        return Plan(
            root=self.root,
            site=str(site),
            cache=self.cache,
            frame=part.frame,
            made_from=part.digest,
            locales=self.locales,
            shared=SharedTexts(part.documents, part.indexes, names),
            shelf=PageShelf(self.cache, entries),
            changed=changed,
            recompiled={
                name for name, entry in entries.items() if state.programs.get(name) != entry.program
            },
            everything=everything,
            reviewers={
                one.language.code: reviewers.handles_for(one.language.code)
                for one in settings.targets
            },
            published=state.published,
            outputs=state.outputs,
            lists=lists,
            relist=relist,
            translations=translations,
            people={
                one.language.code: reviewers.names_for(one.language.code)
                for one in settings.targets
            },
            has_links=scan.has_links,
            exempted=name_exempted(project, gate, crisis_documents(content)),
            inputs=inputs,
            searches=settings.search and not self.options.defer_search,
        )

    def _save_site_files(
        self,
        project: Project,
        content: BuiltContent,
        plan: Plan,
        state: BuildState,
        published: Published,
    ) -> dict[str, Mark]:
        known = all(path in state.outputs for path in state.site_files)
        taken = any(is_taken_over(path) for path in plan.changed)
        said = any(path.endswith("/interface.po") for path in plan.changed)
        same = not (plan.relist or taken or said) and state.published == published
        if known and same:
            return {path: state.outputs[path] for path in state.site_files}
        folder = project.settings.content
        return save_site_files(plan, folder, content, published)


def _keep_index(plan: Plan, state: BuildState) -> dict[str, Mark]:
    """The files of the search indexes as they stand, for languages that still have one."""
    languages = plan.frame.identity.languages
    codes = {one.language.code for one in languages if one.tier is not Tier.CARD}
    return {path: mark for path, mark in state.outputs.items() if name_language(path) in codes}


def _judge(project: Project, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return sort_findings(apply_exemptions(findings, project.settings.exemptions, project.day))


def _add_digests(
    inputs: Mapping[str, InputFile], digests: Mapping[str, str]
) -> dict[str, InputFile]:
    return {
        path: file if file.digest else InputFile(file.mtime, file.size, digests.get(path, ""))
        for path, file in inputs.items()
    }
