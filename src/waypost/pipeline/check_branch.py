"""`waypost check --base`: stamps that a branch's commits don't bear out, and texts it takes away.

Git knows only what a commit says of its author. Where that is one of GitHub's own mail addresses
and names another account than the reviewer's, the stamp is forged; where it is any other address,
nothing is proven either way, and `waypost review stamp` decides on GitHub.
"""

from __future__ import annotations

from collections.abc import Iterator

from waypost.model.finding import Finding, Severity
from waypost.model.replacing import replace
from waypost.pipeline.branch import Branch, open_branch
from waypost.pipeline.git import Repository
from waypost.pipeline.gone import check_gone_texts
from waypost.pipeline.project import Project
from waypost.pipeline.review_stamp import JudgedFile, Proof, describe_verdict, judge_files
from waypost.translation.pull_request import find_claimed_login
from waypost.translation.review_codes import UNPROVEN
from waypost.translation.vouching import Ruling, Verdict


def check_branch(project: Project, base: str) -> tuple[Finding, ...]:
    """The findings about the stamps and reviewed texts that HEAD has changed since `base`."""
    branch = open_branch(Repository(project.root), base, "HEAD")
    claims = {commit.id: find_claimed_login(commit.email) for commit in branch.commits}
    proof = Proof({commit: login for commit, login in claims.items() if login})
    source = project.settings.source.code
    found: list[Finding] = []
    for file in judge_files(branch, proof, project.day, source):
        found += _check_file(file, branch, claims)
    found += check_gone_texts(branch)
    return tuple(found)


def _check_file(file: JudgedFile, branch: Branch, claims: dict[str, str]) -> Iterator[Finding]:
    unproven: dict[str, list[Verdict]] = {}
    known = branch.reviewers.reviewers.handles_for(file.language)
    for verdict in file.judged.verdicts:
        if verdict.ruling not in {Ruling.FORGED, Ruling.UNMARKED}:
            continue
        is_possible = verdict.ruling is Ruling.UNMARKED or verdict.handle in known
        if is_possible and not claims.get(verdict.commit, ""):
            unproven.setdefault(verdict.handle, []).append(verdict)
            continue
        finding = describe_verdict(file, verdict)
        if finding is not None:
            yield finding
    for handle, verdicts in unproven.items():
        first = describe_verdict(file, verdicts[0], Severity.WARNING)
        if first is not None:
            yield _describe_unproven(first, handle, verdicts)


def _describe_unproven(first: Finding, handle: str, verdicts: list[Verdict]) -> Finding:
    count = len(verdicts)
    if handle:
        what = f"{count} stamp{'' if count == 1 else 's'} by {handle}"
    else:
        what = f"{count} machine text{'' if count == 1 else 's'} without the mark"
    message = f"{verdicts[0].address}: this branch has {what}, and git alone proves nothing of it"
    return replace(first, code=UNPROVEN.id, message=message, mend=UNPROVEN.mend)
