from __future__ import annotations

import json

import pytest

from waypost.model.finding import Failure
from waypost.translation.pull_request import (
    Accepted,
    find_claimed_login,
    parse_accepted,
    parse_facts,
)

A, B = "a" * 40, "b" * 40


def facts(*lines: dict[str, object]) -> bytes:
    return "".join([f"{json.dumps(line)}\n" for line in lines]).encode()


def commit(author: object, committer: object, verified: object) -> dict[str, object]:
    return {"sha": A, "author": author, "committer": committer, "verified": verified}


@pytest.mark.parametrize(
    ("line", "login"),
    [
        (commit("Maria", "web-flow", True), "maria"),
        (commit("maria", "Maria", True), "maria"),
        (commit("maria", "maria", False), ""),
        (commit("maria", "web-flow", False), ""),
        (commit("maria", "web-flow", "true"), ""),
        (commit("maria", "mallory", True), ""),
        (commit(None, None, True), ""),
        (commit(None, "web-flow", True), ""),
    ],
)
def test_a_commit_is_somebodys_when_github_has_verified_it(
    line: dict[str, object], login: str
) -> None:
    assert parse_facts(facts(line)).find_logins().get(A, "") == login


def test_in_her_own_fork_a_commit_needs_no_signature() -> None:
    mine = facts({"fork_owner": "Maria"}, commit("maria", "maria", False))
    assert parse_facts(mine).find_logins() == {A: "maria"}
    nobodys = facts({"fork_owner": ""}, commit(None, None, False))
    assert parse_facts(nobodys).find_logins() == {}


def review(login: str, state: str, id_: str = A, body: str = "") -> dict[str, object]:
    return {"login": login, "state": state, "commit": id_, "body": body}


def standing(*lines: dict[str, object]) -> list[tuple[str, str]]:
    return [(x.login, x.commit) for x in parse_facts(facts(*lines)).find_approvals()]


def test_an_approval_stands_until_its_reviewer_takes_it_back() -> None:
    ana, ben = review("Ana", "APPROVED"), review("ben", "APPROVED", B)
    assert standing(ana, ben) == [("ana", A), ("ben", B)]
    assert standing(ana, ben, review("ana", "COMMENTED", B)) == [("ana", A), ("ben", B)]
    assert standing(ana, ben, review("ANA", "CHANGES_REQUESTED", B)) == [("ben", B)]
    assert standing(ana, review("ana", "DISMISSED"), review("ana", "APPROVED", B)) == [("ana", B)]


def test_lines_that_accept_by_name_are_read_and_no_others() -> None:
    body = (
        "Good.\r\n/waypost accept es phrases\n"
        "  /waypost accept zh-Hans guides/parking summary body/do/p-1  \n"
        "see /waypost accept es topics\n/waypost accept es\n/waypost reject es topics\n"
        "> /waypost accept es topics\n/waypost accept es ../../x\n"
    )
    assert list(parse_accepted(body)) == [
        Accepted("es", "phrases", frozenset()),
        Accepted("zh-Hans", "guides/parking", frozenset({"summary", "body/do/p-1"})),
    ]


def test_a_body_may_hold_anything() -> None:
    body = '"}\n{"sha": 1}\u2028/waypost accept es phrases\x00'
    (found,) = parse_facts(facts(review("ana", "APPROVED", A, body))).reviews
    assert found.login == "ana"


@pytest.mark.parametrize(
    "data",
    [
        b"no json\n",
        b"[]\n",
        b"{}\n",
        b'{"sha": "main"}\n',
        b'{"sha": "--all"}\n',
        b'{"login": ["ana"]}\n',
        b'{"login": "ana", "commit": "HEAD"}\n',
        b"\xff\n",
    ],
)
def test_anything_else_is_one_failure(data: bytes) -> None:
    with pytest.raises(Failure, match="can't be read"):
        parse_facts(data)


def test_nothing_said_is_nothing_known() -> None:
    assert parse_facts(b"\n").find_logins() == {}


@pytest.mark.parametrize(
    ("email", "login"),
    [
        ("123+Maria-O@users.noreply.github.com", "maria-o"),
        ("maria@users.noreply.github.com", "maria"),
        ("maria@town.example", ""),
        ("maria@users.noreply.github.com.evil.example", ""),
        ("41898282+github-actions[bot]@users.noreply.github.com", ""),
    ],
)
def test_githubs_own_addresses_name_an_account(email: str, login: str) -> None:
    assert find_claimed_login(email) == login
