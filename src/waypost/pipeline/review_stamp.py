"""`waypost review stamp`: the stamps that a branch's reviewers have earned, and no forged one.

Nothing of the branch is checked out or run: its PO files are read from git, and who may stamp is
read from the base.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from waypost.model.finding import Finding, Place, Severity
from waypost.pipeline.branch import (
    Branch,
    open_branch,
    read_catalog_at,
    read_ground_of,
    read_histories,
)
from waypost.pipeline.git import Repository, Writer
from waypost.pipeline.gone import check_gone_texts
from waypost.pipeline.options import resolve_day
from waypost.pipeline.project import read_settings
from waypost.translation import review_codes
from waypost.translation.catalog import Entry
from waypost.translation.faultless import find_obstacle
from waypost.translation.faults import describe_faults
from waypost.translation.po_catalog import Reading, parse_catalog
from waypost.translation.po_lines import read_lines
from waypost.translation.po_writer import render_catalog
from waypost.translation.pull_request import PullRequest, parse_facts
from waypost.translation.review import sign_entry
from waypost.translation.store import catalog_path
from waypost.translation.versions import Ground
from waypost.translation.vouching import (
    Approval,
    Evidence,
    Judged,
    Ruling,
    Verdict,
    judge_branch,
    stamp_same,
)

WRITER = Writer("Waypost", "noreply@waypost.example")


class Proof(msgspec.Struct, frozen=True):
    """What is known of the people of a branch."""

    logins: Mapping[str, str]
    """By commit: the account that it belongs to."""
    pull: PullRequest = msgspec.field(default_factory=PullRequest)
    approved_by: tuple[str, ...] = ()
    """Handles that have approved the branch as it is now."""


class JudgedFile(msgspec.Struct, frozen=True):
    """A PO file of a branch as it stands, and as it ought to."""

    language: str
    document: str
    data: bytes
    """As the branch has it."""
    reading: Reading
    judged: Judged
    source_language: str

    @property
    def path(self) -> str:
        """Of the file, from the site's root."""
        return catalog_path(self.language, self.document)


class StampReport(msgspec.Struct, frozen=True):
    """What was stamped, what was taken away, and the commit that holds it ("" where none does)."""

    findings: tuple[Finding, ...]
    stamped: Mapping[str, int]
    """By handle: how many texts."""
    commit: str

    @property
    def summary(self) -> str:
        """A line for a person."""
        counts = [f"{count} for {handle}" for handle, count in sorted(self.stamped.items())]
        total = sum(self.stamped.values())
        words = f"{total} text{'' if total == 1 else 's'} to stamp"
        return f"{words}: {', '.join(counts)}." if counts else "No text to stamp."


def stamp_branch(
    root: Path,
    names: tuple[str, str],
    facts: bytes,
    approved_by: tuple[str, ...],
    *,
    onto: str = "",
    save: bool = False,
) -> StampReport:
    """The stamps that the branch `names[1]` deserves against the base `names[0]`.

    `facts` is what GitHub says of it. With `save` a commit is made on the branch, or on `onto`; no
    branch is moved.
    """
    settings, _ = read_settings(root)
    source, day = settings.source.code, resolve_day(None)
    repository = Repository(root)
    pull = parse_facts(facts)
    proof = Proof(pull.find_logins(), pull, approved_by)
    branch = open_branch(repository, *names)
    findings: list[Finding | None] = [*branch.reviewers.findings]
    changes: dict[str, bytes | None] = {}
    stamped: dict[str, int] = {}
    target = repository.resolve(onto) if onto else branch.head
    for file in judge_files(branch, proof, day, source):
        findings += describe_faults(file.path, file.reading.faults)
        findings += [describe_verdict(file, verdict) for verdict in file.judged.verdicts]
        for verdict in file.judged.verdicts:
            if verdict.ruling is Ruling.STAMPED:
                stamped[verdict.handle] = stamped.get(verdict.handle, 0) + 1
        former, new = file.reading.catalog, file.judged.catalog
        if onto:
            there = read_catalog_at(repository, target, file.language, file.document)
            if not there.is_whole:
                continue
            former = there.catalog
            new = stamp_same(former, file.judged.catalog, file.judged.verdicts)
        if new != former:
            changes[file.path] = render_catalog(new).encode()
    findings += check_gone_texts(branch)
    commit = ""
    if save and changes:
        message = _describe_commit(stamped, changes)
        commit = repository.save_commit(target, changes, [target], message, WRITER)
    return StampReport(tuple(one for one in findings if one is not None), stamped, commit)


def judge_files(branch: Branch, proof: Proof, day: date, source: str) -> Iterator[JudgedFile]:
    """Every PO file that the branch has changed, judged; one that can't be read as it is."""
    documents = branch.find_documents()
    own = {branch.head, *(commit.id for commit in branch.commits)}
    grounds: dict[str, Ground] = {}
    for (language, document), history in read_histories(branch, documents):
        if language not in grounds:
            grounds[language] = read_ground_of(branch, language)
        data = branch.repository.read(branch.head, catalog_path(language, document))
        if data is None:
            continue
        reading = parse_catalog(data)
        judged = Judged(reading.catalog, ())
        if reading.is_whole:
            judged = judge_branch(
                reading.catalog,
                history,
                grounds[language],
                _find_evidence(branch, proof, own, language, document),
                partial(_sign, document, language, source, day),
            )
        yield JudgedFile(language, document, data, reading, judged, source)


def _sign(
    document: str, language: str, source: str, day: date, entry: Entry, handle: str
) -> Entry | None:
    if find_obstacle(entry, document, language, source) is not None:
        return None
    return sign_entry(entry, handle, day)


def _find_evidence(
    branch: Branch, proof: Proof, own: set[str], language: str, document: str
) -> Evidence:
    reviewers = branch.reviewers.reviewers
    handles = {
        commit: handle
        for commit, login in proof.logins.items()
        if commit in own and (handle := reviewers.find_handle(login, language))
    }
    known = reviewers.handles_for(language)
    approvals = [Approval(each, branch.head) for each in proof.approved_by if each in known]
    for review in proof.pull.find_approvals():
        handle = reviewers.find_handle(review.login, language)
        if not handle or review.commit not in own:
            continue
        named = [x for x in review.accepted if (x.language, x.document) == (language, document)]
        addresses = frozenset(address for each in named for address in each.addresses)
        takes_all = any(not each.addresses for each in named)
        approvals.append(Approval(handle, review.commit, addresses, takes_all))
    return Evidence(handles, tuple(approvals))


def describe_verdict(
    file: JudgedFile, verdict: Verdict, severity: Severity = Severity.ERROR
) -> Finding | None:
    """The finding that a verdict is, or None for a stamp that is due."""
    place = Place(file.path, _find_line(file, verdict))
    if verdict.ruling is Ruling.STAMPED:
        return None
    if verdict.ruling is Ruling.BLOCKED:
        return _describe_obstacle(file, verdict, place)
    if verdict.ruling is Ruling.FORGED:
        code = review_codes.FORGED
        where = f" (commit {verdict.commit[:12]})" if verdict.commit else ""
        message = f"nothing proves that {verdict.handle} made this stamp{where}"
    else:
        code = review_codes.UNMARKED
        message = "the mark of a machine's text is gone, and no word was changed"
    return Finding(place, code.id, f"{verdict.address}: {message}", code.mend, severity)


def _describe_obstacle(file: JudgedFile, verdict: Verdict, place: Place) -> Finding | None:
    entry = next(x for x in file.judged.catalog.entries if x.address == verdict.address)
    found = find_obstacle(entry, file.document, file.language, file.source_language)
    if found is None:
        return None
    code, words = found
    message = f"{verdict.address}: {words}; so it isn't stamped for {verdict.handle}"
    return Finding(place, code.id, message, code.mend)


def _find_line(file: JudgedFile, verdict: Verdict) -> int:
    """Of the entry, as the branch has the file."""
    for raw in read_lines(file.data).entries:
        if raw.address == verdict.address and raw.obsolete is verdict.is_obsolete:
            return raw.lines.get("msgctxt", raw.line)
    return 1


def _describe_commit(stamped: Mapping[str, int], changes: Mapping[str, object]) -> str:
    who = ", ".join(sorted(stamped))
    title = f"Stamp what {who} reviewed" if who else "Take away stamps that nobody proves"
    return f"{title}\n\n" + "".join([f"{path}\n" for path in sorted(changes)])
