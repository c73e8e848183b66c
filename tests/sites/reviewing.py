"""Texts accepted in a project, as `waypost review accept` does."""

from __future__ import annotations

from collections.abc import Sequence

from waypost.model.finding import Failure
from waypost.pipeline.project import Project
from waypost.pipeline.review import Selection, accept_texts


def accept_documents(
    project: Project,
    language: str,
    documents: Sequence[str],
    *,
    addresses: Sequence[str],
    handle: str,
) -> str:
    """A line that says how many texts have got the stamp; a Failure where one may not have it."""
    report = accept_texts(project, Selection(language, tuple(documents), tuple(addresses)), handle)
    if report.findings:
        first = report.findings[0]
        raise Failure(f"{first.place}: {first.message}", first.mend)
    return report.text
