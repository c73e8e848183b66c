"""`waypost review merge`: PO files of two branches, merged by what they translate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

import msgspec

from waypost.model.finding import Failure, Finding, Place
from waypost.pipeline.branch import name_document
from waypost.pipeline.git import Repository, Writer
from waypost.translation.catalog import Catalog
from waypost.translation.faults import describe_faults
from waypost.translation.merge import Merged, merge_catalogs
from waypost.translation.origin import is_persons
from waypost.translation.po_catalog import Reading, parse_catalog
from waypost.translation.po_lines import read_lines
from waypost.translation.po_writer import render_catalog
from waypost.translation.review_codes import QUARREL, REJECTED
from waypost.translation.reviewers import PATH as REVIEWERS
from waypost.translation.reviewers import Reviewers, parse_reviewers
from waypost.translation.store import FOLDER

WRITER = Writer("Waypost", "noreply@waypost.example")


class MergedFile(msgspec.Struct, frozen=True):
    """A PO file that was merged, or why it couldn't be."""

    data: bytes | None
    """None where one of the versions can't be read whole: nothing of it may be lost."""
    findings: tuple[Finding, ...]


class MergedBranch(msgspec.Struct, frozen=True):
    """A merge of two branches."""

    commit: str
    """The merge; "" where there is nothing to merge, or where people must do it."""
    findings: tuple[Finding, ...]
    files: int
    """PO files that both branches had changed."""
    others: tuple[str, ...]
    """Files that aren't Waypost's, in which the two conflict: then no commit is made."""

    @property
    def summary(self) -> str:
        """What was done, in a line or two for a person."""
        if self.others:
            # Whoever named a file may have meant it for the log of an Action.
            shown = [path if path.isprintable() else repr(path) for path in self.others]
            names = "".join([f"\n- {path}" for path in shown])
            return f"Not merged: people must say how these files are merged:{names}"
        if not self.commit:
            can_go_on = not self.findings
            return "Nothing to merge." if can_go_on else "Not merged: mend these files first."
        files = f"{self.files} PO file{'' if self.files == 1 else 's'}"
        return f"Merged; {files} that both branches had changed."


def merge_files(
    path: str,
    versions: tuple[bytes, bytes, bytes],
    reviewers: AbstractSet[str],
) -> MergedFile:
    """The three versions (base, ours, theirs) of a PO file as one."""
    readings = [parse_catalog(data) if data else Reading(Catalog(""), ()) for data in versions]
    faults = [one for reading in readings[1:] for one in describe_faults(path, reading.faults)]
    if faults:
        return MergedFile(None, tuple(dict.fromkeys(faults)))
    base, ours, theirs = [reading.catalog for reading in readings]
    merged = merge_catalogs(base, ours, theirs, reviewers)
    data = render_catalog(merged.catalog).encode()
    return MergedFile(data, tuple(_describe_conflicts(path, merged, data)))


def find_handles(reviewers: Reviewers, path: str, catalog: Catalog) -> frozenset[str]:
    """Who may stamp in the language of a PO file: its folder says it, else its header."""
    name = name_document(path)
    return reviewers.handles_for(catalog.language if name is None else name[0])


def merge_branch(root: Path, branch: str, head: str) -> MergedBranch:
    """The merge of `branch` into `head` as a commit that no branch has yet.

    PO files that both have changed are merged entry by entry, whatever git makes of their lines;
    everything else is git's own merge.
    """
    repository = Repository(root)
    ours, theirs = repository.resolve(head), repository.resolve(branch)
    base = repository.find_base(ours, theirs)
    if base == theirs:
        return MergedBranch("", (), 0, ())
    tree = repository.merge_trees(ours, theirs)
    versions = dict(_find_versions(repository, base, ours, theirs, tree.conflicts))
    others = tuple(sorted(path for path in tree.conflicts if path not in versions))
    if others:
        return MergedBranch("", (), len(versions), others)
    data = repository.read(theirs, REVIEWERS)
    reviewers = Reviewers() if data is None else parse_reviewers(data).reviewers
    changes: dict[str, bytes | None] = {}
    findings: list[Finding] = []
    is_whole = True
    for path, (former, our, their) in versions.items():
        if our is None or their is None:
            changes[path] = _keep_words(former, our or their)
            continue
        handles = find_handles(reviewers, path, Catalog(""))
        merged = merge_files(path, (former or b"", our, their), handles)
        findings += merged.findings
        is_whole = is_whole and merged.data is not None
        changes[path] = merged.data
    commit = ""
    if is_whole:
        message = f"Merge {branch}, PO files entry by entry\n"
        commit = repository.save_commit(tree.tree, changes, [ours, theirs], message, WRITER)
    return MergedBranch(commit, tuple(findings), len(versions), ())


def follow(root: Path, commit: str) -> None:
    """The branch that is checked out stands at the merge."""
    Repository(root).fast_forward(commit)


_Blobs = tuple[bytes | None, bytes | None, bytes | None]


def _find_versions(
    repository: Repository,
    base: str,
    ours: str,
    theirs: str,
    conflicts: Mapping[str, tuple[str, str, str]],
) -> Iterator[tuple[str, _Blobs]]:
    """Path, and former, our and their bytes, of each PO file that both branches have changed."""
    changed = [repository.find_changed(base, side, FOLDER) for side in (ours, theirs)]
    for path in sorted({*changed[0]} & {*changed[1]} | {*conflicts}):
        if name_document(path) is None:
            continue
        # Where a file was renamed, git knows its former name.
        names = conflicts.get(path) or [
            f"{commit}:{repository.prefix}{path}" for commit in (base, ours, theirs)
        ]
        blobs = repository.read_all([name for name in names if name])
        found = iter(blobs)
        former, our, their = [next(found) if name else None for name in names]
        if our is not None or their is not None:
            yield path, (former, our, their)


def _keep_words(former: bytes | None, data: bytes | None) -> bytes | None:
    """A file that one branch has deleted stays where the other has written a person's words."""
    if data is None:
        return None
    there = set() if former is None else {*_list_words(former)}
    return data if set(_list_words(data)) - there else None


def _list_words(data: bytes) -> Iterator[tuple[str, str]]:
    catalog = parse_catalog(data).catalog
    for entry in (*catalog.entries, *catalog.obsolete):
        if is_persons(entry):
            yield entry.source, entry.target


def _describe_conflicts(path: str, merged: Merged, data: bytes) -> Iterator[Finding]:
    lines = {raw.address: raw.line for raw in reversed(read_lines(data).entries)}
    for each in merged.conflicts:
        message = f"{each.address}: “{_shorten(each.kept)}” stands, “{_shorten(each.former)}” waits"
        place = Place(path, lines.get(each.address, 1))
        yield Finding(place, QUARREL.id, message, QUARREL.mend, QUARREL.severity)
    for dispute in merged.disputes:
        message = f"{dispute.address}: “{_shorten(dispute.text)}” stands, and was rejected"
        place = Place(path, lines.get(dispute.address, 1))
        yield Finding(place, REJECTED.id, message, REJECTED.mend, REJECTED.severity)


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def require_files(count: int) -> None:
    """Failure where not three versions of a file are named."""
    if count != 3:
        raise Failure(
            "Name three files (the former, ours, theirs), or a branch with --branch.",
            "Such as `waypost review merge --branch origin/main`.",
        )
