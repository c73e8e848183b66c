"""What GitHub knows of a pull request's people: whose its commits are, and who approved it when.

JSON, an object a line, as the workflow asks GitHub's own interface for it:

    {"fork_owner": "ben-k"}
    {"sha": "…", "author": "maria-o", "committer": "web-flow", "verified": true}
    {"login": "maria-o", "state": "APPROVED", "commit": "…", "body": "/waypost accept es phrases"}

What a commit says of its author proves nothing. A commit is somebody's when GitHub has verified
its signature and she is author and committer (or GitHub itself committed it, as its web editor
does), or when the branch lies in her own fork, to which nobody else may push.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import msgspec

from waypost.model.finding import Failure

WEB_EDITOR = "web-flow"
_SHA = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_ACCEPT = re.compile(
    r"^/waypost accept (?P<language>[A-Za-z0-9-]+) (?P<document>[a-z0-9_/-]+)(?P<more>(?: \S+)*)$"
)
_NOREPLY = re.compile(r"(?:\d+\+)?([A-Za-z0-9-]+)@users\.noreply\.github\.com")


class CommitFact(msgspec.Struct, frozen=True):
    """Whose a commit is, as GitHub sees it; a login is "" where it knows none."""

    id: str
    author: str
    committer: str
    is_verified: bool


class Accepted(msgspec.Struct, frozen=True):
    """A line of a review that accepts a guide's machine texts, or some of them, by name."""

    language: str
    document: str
    addresses: frozenset[str]
    """Empty for all."""


class ReviewFact(msgspec.Struct, frozen=True):
    """A review: who, what she decided, at which commit, and what she accepts by name."""

    login: str
    state: str
    commit: str
    accepted: tuple[Accepted, ...]


class PullRequest(msgspec.Struct, frozen=True):
    """All that is known of a pull request's people."""

    commits: tuple[CommitFact, ...] = ()
    reviews: tuple[ReviewFact, ...] = ()
    fork_owner: str = ""
    """Whose fork the branch lies in; "" for a branch of the repository itself."""

    def find_logins(self) -> dict[str, str]:
        """By commit: the account whose it provably is."""
        proven = {fact.id: _prove_login(fact, self.fork_owner) for fact in self.commits}
        return {id_: login for id_, login in proven.items() if login}

    def find_approvals(self) -> tuple[ReviewFact, ...]:
        """Every approval that its reviewer hasn't taken back since, in order."""
        standing: list[ReviewFact] = []
        for review in self.reviews:
            if review.state in {"CHANGES_REQUESTED", "DISMISSED"}:
                standing = [each for each in standing if each.login != review.login]
            elif review.state == "APPROVED":
                standing.append(review)
        return tuple(standing)


def parse_facts(data: bytes) -> PullRequest:
    """What the lines say, in their order; Failure where one is anything else."""
    commits: list[CommitFact] = []
    reviews: list[ReviewFact] = []
    owner = ""
    for one in _parse_lines(data):
        if "sha" in one:
            commits.append(_read_commit(one))
        elif "login" in one:
            reviews.append(_read_review(one))
        elif "fork_owner" in one:
            owner = _text(one, "fork_owner")
        else:
            raise _refuse("a line is neither a commit nor a review")
    return PullRequest(tuple(commits), tuple(reviews), owner)


def _read_commit(one: Mapping[str, object]) -> CommitFact:
    author, committer = _text(one, "author").lower(), _text(one, "committer").lower()
    return CommitFact(_commit_id(one, "sha"), author, committer, one.get("verified") is True)


def _read_review(one: Mapping[str, object]) -> ReviewFact:
    accepted = tuple(parse_accepted(_text(one, "body")))
    commit = _commit_id(one, "commit")
    return ReviewFact(_text(one, "login").lower(), _text(one, "state"), commit, accepted)


def parse_accepted(body: str) -> Iterator[Accepted]:
    """The lines of a review that say `/waypost accept LANGUAGE DOCUMENT [ADDRESS...]`."""
    for line in body.splitlines():
        found = _ACCEPT.match(line.strip())
        if found is not None:
            addresses = frozenset(found["more"].split())
            yield Accepted(found["language"], found["document"], addresses)


def find_claimed_login(email: str) -> str:
    """The account that GitHub's own mail address names; "" for any other address."""
    found = _NOREPLY.fullmatch(email)
    return "" if found is None else found[1].lower()


def _prove_login(fact: CommitFact, fork_owner: str) -> str:
    signed = fact.is_verified and fact.committer in {fact.author, WEB_EDITOR}
    return fact.author if signed or fact.author == fork_owner.lower() else ""


def _parse_lines(data: bytes) -> list[Mapping[str, object]]:
    try:
        lines = [json.loads(line) for line in data.decode("utf-8").split("\n") if line.strip()]
    except ValueError:
        raise _refuse("it isn't JSON, an object a line") from None
    if not all(isinstance(line, dict) for line in lines):
        raise _refuse("a line is no object")
    return lines


def _text(one: Mapping[str, object], name: str) -> str:
    """A text; "" for what GitHub doesn't know."""
    value = one.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _refuse(f"“{name}” is no text")
    return value


def _commit_id(one: Mapping[str, object], name: str) -> str:
    text = _text(one, name)
    if text and _SHA.fullmatch(text) is None:
        raise _refuse(f"“{text}” is no id of a commit")
    return text


def _refuse(why: str) -> Failure:
    return Failure(
        f"What GitHub says of the pull request can't be read: {why}.",
        "Ask GitHub for it as .github/workflows/review-stamp.yml does.",
    )
