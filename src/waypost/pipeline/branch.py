"""A branch of PO files as git keeps it: what it has changed, and each file's versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

import msgspec

from waypost.model.finding import Failure
from waypost.pipeline.git import Commit, Repository
from waypost.translation.catalog import Catalog
from waypost.translation.po_catalog import Reading, parse_catalog
from waypost.translation.reviewers import PATH as REVIEWERS
from waypost.translation.reviewers import ReadReviewers, Reviewers, parse_reviewers
from waypost.translation.store import FOLDER, catalog_path
from waypost.translation.versions import (
    EMPTY,
    Ground,
    History,
    Step,
    Version,
    read_ground,
    read_version,
)


class Branch(msgspec.Struct, frozen=True):
    """A branch and the base that it is to be merged into."""

    repository: Repository
    base: str
    """The tip of the base."""
    parting: str
    """Where the branch left it."""
    head: str
    commits: tuple[Commit, ...]
    """Those of the branch alone, each after its parents."""
    reviewers: ReadReviewers
    """As the base lists them: a branch can't name its own."""

    def find_documents(self) -> tuple[tuple[str, str], ...]:
        """Language and document of every PO file that the branch has changed."""
        paths = self.repository.find_changed(self.parting, self.head, FOLDER)
        return tuple(name for path in paths if (name := name_document(path)) is not None)


def open_branch(repository: Repository, base: str, head: str) -> Branch:
    """The branch `head` against `base`; Failure where one of the two isn't known."""
    base_id, head_id = repository.resolve(base), repository.resolve(head)
    parting = repository.find_base(base_id, head_id)
    commits = repository.read_commits(base_id, head_id)
    data = repository.read(base_id, REVIEWERS)
    read = ReadReviewers(Reviewers(), ()) if data is None else parse_reviewers(data)
    return Branch(repository, base_id, parting, head_id, commits, read)


def name_document(path: str) -> tuple[str, str] | None:
    """Language and document of a PO file's path, or None where it is no catalogue of Waypost."""
    parts = PurePosixPath(path.removesuffix(".po")).parts
    if not path.endswith(".po") or len(parts) < 3 or parts[0] != FOLDER:
        return None
    language, document = parts[1], "/".join(parts[2:])
    try:
        catalog_path(language, document)
    except Failure:
        return None
    return language, document


def read_catalog_at(repository: Repository, commit: str, language: str, document: str) -> Reading:
    """A catalogue as it stands in a commit; an empty one where there is none."""
    data = repository.read(commit, catalog_path(language, document))
    return Reading(Catalog(language), ()) if data is None else parse_catalog(data)


def read_ground_of(branch: Branch, language: str) -> Ground:
    """What the base says in a language: where the branch left it, and as it is now."""
    repository = branch.repository
    names: dict[str, None] = {}
    for commit in dict.fromkeys((branch.parting, branch.base)):
        paths = repository.find_names(commit, f"{FOLDER}/{language}")
        names |= {f"{commit}:{repository.prefix}{x}": None for x in paths if x.endswith(".po")}
    return read_ground(_parse_all(repository.read_all(list(names))))


def _parse_all(blobs: Iterable[bytes | None]) -> Iterable[Catalog]:
    for data in dict.fromkeys(blobs):
        if data is not None:
            yield parse_catalog(data).catalog


def read_histories(
    branch: Branch, documents: Iterable[tuple[str, str]]
) -> Iterator[tuple[tuple[str, str], History]]:
    """Each document with its history on the branch."""
    repository = branch.repository
    steps: dict[str, Step] = {}
    for commit in branch.commits:
        partings = {
            (one, other): repository.find_base(one, other)
            for one in commit.parents
            for other in commit.parents
            if one != other
        }
        steps[commit.id] = Step(commit.parents, partings)
    needed = dict.fromkeys([branch.head, *steps])
    for step in steps.values():
        needed |= dict.fromkeys((*step.parents, *step.partings.values()))
    for name in documents:
        yield name, History(branch.head, steps, _read_versions(repository, list(needed), *name))


def _read_versions(
    repository: Repository, commits: list[str], language: str, document: str
) -> dict[str, Version]:
    path = f"{repository.prefix}{catalog_path(language, document)}"
    blobs = repository.read_all([f"{commit}:{path}" for commit in commits])
    known: dict[bytes, Version] = {}
    versions: dict[str, Version] = {}
    for commit, data in zip(commits, blobs, strict=True):
        if data is None:
            versions[commit] = EMPTY
            continue
        if data not in known:
            known[data] = read_version(parse_catalog(data).catalog)
        versions[commit] = known[data]
    return versions
