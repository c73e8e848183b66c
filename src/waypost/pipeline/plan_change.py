"""What a process must be told so that the plan that it has is that of the last build.

Pages and their translations change often, and little of a plan with them. Where anything else
changed, there is no such message: another process begins with the whole plan.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from waypost.files.scan import Mark
from waypost.model.replacing import replace
from waypost.model.text import Document
from waypost.pipeline.cache import PageEntry
from waypost.pipeline.index_files import name_language
from waypost.pipeline.plan import Later, ListPages, Plan
from waypost.pipeline.shelf import PageShelf
from waypost.pipeline.state import InputFile
from waypost.site.locale import Frame


class UntoldError(Exception):
    """Something of the plan is needed that wasn't told: a process must begin with all of it."""


class ToldPlan(msgspec.Struct, frozen=True):
    """What another process knows of a plan, as far as plans are compared by it."""

    frame: Frame
    made_from: str
    documents: tuple[Document, ...]
    reviewers: Mapping[str, frozenset[str]]
    entries: Mapping[str, PageEntry]
    inputs: Mapping[str, InputFile]
    known: Mapping[str, object]
    """What it has of the cache."""

    @classmethod
    def of(cls, plan: Plan) -> ToldPlan:
        """What stays known of `plan`."""
        return cls(
            plan.frame,
            plan.made_from,
            plan.shared.documents,
            plan.reviewers,
            plan.shelf.entries,
            plan.inputs,
            plan.cache.known(),
        )

    def compare(self, plan: Plan) -> PlanChange | None:
        """What makes the known plan `plan`; None where more than pages changed."""
        if (
            plan.frame is not self.frame
            or plan.made_from != self.made_from
            or plan.shared.documents is not self.documents
            or plan.reviewers != self.reviewers
        ):
            return None
        entries, inputs = plan.shelf.entries, plan.inputs
        return PlanChange(
            entries={
                page: replace(entry, findings=())
                for page, entry in entries.items()
                if (before := self.entries.get(page)) is not entry
                and (before is None or _tell(before) != _tell(entry))
            },
            pages=() if [*entries] == [*self.entries] else tuple(entries),
            inputs={path: file for path, file in inputs.items() if self.inputs.get(path) != file},
            gone=frozenset(self.inputs.keys() - inputs.keys()),
            outputs={path: mark for path, mark in plan.outputs.items() if name_language(path)},
            has_lists=not plan.relist,
            has_links=plan.has_links,
            known=frozenset(
                name for name, value in plan.cache.known().items() if self.known.get(name) is value
            ),
        )


class PlanChange(msgspec.Struct, frozen=True):
    """What changed from one plan to the next, as far as the search indexes are concerned."""

    entries: Mapping[str, PageEntry]
    """Pages that are new or other than before."""
    pages: tuple[str, ...]
    """The ids of all pages, where other ones are there than before; else none."""
    inputs: Mapping[str, InputFile]
    gone: frozenset[str]
    """Inputs that aren't there any longer."""
    outputs: Mapping[str, Mark]
    """Every file of an index."""
    has_lists: bool
    """Whether the pages that list others are as they were: they are too many to be told."""
    has_links: bool
    known: frozenset[str]
    """What nobody has written into the cache since."""

    def apply(self, plan: Plan) -> Plan:
        """The next plan, in a process that has the one before."""
        entries = {**plan.shelf.entries, **self.entries}
        if self.pages:
            entries = {page: entries[page] for page in self.pages}
        inputs = {path: file for path, file in plan.inputs.items() if path not in self.gone}
        plan.cache.keep_known(self.known)
        return replace(
            plan,
            shelf=PageShelf(plan.cache, entries),
            inputs=inputs | dict(self.inputs),
            outputs=self.outputs,
            lists=plan.lists if self.has_lists else Later(_ask_for_lists),
            has_links=self.has_links,
        )


def _ask_for_lists() -> ListPages:
    raise UntoldError


def _tell(entry: PageEntry) -> tuple[object, ...]:
    """What an index takes from an entry: an edit may give all pages other ones, but for this."""
    return entry.program, entry.ref, entry.due, entry.has_sheet
