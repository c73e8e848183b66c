"""What reviewers had vouched for on the base, and a branch takes away."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.model.finding import Finding
from waypost.model.fingerprint import fold_text
from waypost.model.replacing import replace
from waypost.pipeline.branch import Branch
from waypost.translation.catalog import Catalog
from waypost.translation.gone import Change, check_gone
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.store import catalog_path


def check_gone_texts(branch: Branch) -> Iterator[Finding]:
    """A warning for each PO file of the branch from which reviewed texts have vanished."""
    by_language: dict[str, list[str]] = {}
    for language, document in branch.find_documents():
        by_language.setdefault(language, []).append(document)
    for language, documents in by_language.items():
        changes = _read_changes(branch, language, documents)
        yield from check_gone(changes, branch.reviewers.reviewers.handles_for(language))


def _read_changes(branch: Branch, language: str, documents: list[str]) -> dict[str, Change]:
    repository = branch.repository
    paths = [catalog_path(language, document) for document in documents]

    def read(commit: str) -> list[bytes | None]:
        return repository.read_all([f"{commit}:{repository.prefix}{path}" for path in paths])

    parted, heads = read(branch.parting), read(branch.head)
    tips = parted if branch.parting == branch.base else read(branch.base)
    versions = zip(documents, paths, parted, tips, heads, strict=True)
    return {
        document: Change(path, _read_before(former, tip), _parse(head))
        for document, path, former, tip, head in versions
    }


def _read_before(former: bytes | None, tip: bytes | None) -> Catalog:
    """As the branch found it, without what the base itself has taken away since."""
    catalog = _parse(former)
    if former == tip:
        return catalog
    there = {fold_text(entry.target) for entry in _parse(tip).entries}
    entries = tuple(x for x in catalog.entries if fold_text(x.target) in there)
    return replace(catalog, entries=entries)


def _parse(data: bytes | None) -> Catalog:
    return Catalog("") if data is None else parse_catalog(data).catalog
