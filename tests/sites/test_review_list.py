"""What a reviewer is told to do next."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.sites.running import DAY, find_segment, lay_files, run_waypost
from waypost.model.finding import Failure
from waypost.model.text import Risk
from waypost.pipeline.project import open_project
from waypost.pipeline.review_list import ToDo, ToDoState, Turn, list_to_do
from waypost.pipeline.review_status import review_status


def _list(
    root: Path, language: str = "es", states: frozenset[ToDoState] = frozenset(), limit: int = 0
) -> tuple[ToDo, ...]:
    (one,) = list_to_do(open_project(root, DAY), (language,), states, limit=limit)
    return one.first


def test_the_list_is_all_that_status_does_not_count_as_reviewed(site: Path) -> None:
    lists = list_to_do(open_project(site, DAY), (), frozenset())
    rows = review_status(open_project(site, DAY), ())
    for one in lists:
        own = [row for row in rows if row.language == one.language]
        assert one.words == sum(row.total - row.words("reviewed") for row in own)
        assert one.texts == len(one.first)
    assert [one.language for one in lists] == ["es", "ar", "pl", "fr"]


def test_phrases_in_use_come_first_then_what_is_critical(site: Path) -> None:
    turns = [one.turn for one in _list(site, "pl")]
    assert turns == sorted(turns)
    assert {Turn.PHRASE, Turn.CRITICAL, Turn.OPEN, Turn.UNUSED} <= set(turns)
    used = [one.address for one in _list(site, "pl") if one.turn is Turn.PHRASE]
    assert {"lives_here", "age_at_least", "photo_id"} <= set(used)
    for one in _list(site, "pl"):
        assert (one.turn is Turn.CRITICAL) <= (one.risk is Risk.CRITICAL)


def test_a_phrase_of_the_bank_that_no_page_uses_comes_last(site: Path) -> None:
    unused = [one.address for one in _list(site, "pl") if one.turn is Turn.UNUSED]
    assert "rents_home" in unused
    path = site / "content" / "guides" / "parking-permit.md"
    text = path.read_text("utf-8").replace("  - lives_here\n", "  - lives_here\n  - rents_home\n")
    path.write_text(text, "utf-8")
    assert "rents_home" in [one.address for one in _list(site, "pl") if one.turn is Turn.PHRASE]


def test_what_is_read_most_comes_before_what_is_read_less(site: Path) -> None:
    def order() -> list[str]:
        documents = [one.document for one in _list(site, "pl") if one.turn is Turn.OPEN]
        return [each for each in dict.fromkeys(documents) if each.startswith("guides/")]

    former = order()
    assert len(former) >= 2
    last = former[-1].removeprefix("guides/")
    lay_files(site, {"translations/views.csv": f"page,views\n/es/{last}/,12\n"})
    assert order() == [former[-1], *former[:-1]]


def test_each_text_has_the_line_of_its_entry(site: Path) -> None:
    path = site / "translations" / "es" / "guides" / "parking-permit.po"
    for data in (path.read_bytes(), path.read_bytes().replace(b"\n", b"\r\n")):
        path.write_bytes(data)
        own = [one for one in _list(site) if one.document == "guides/parking-permit"]
        assert own
        lines = path.read_text("utf-8").split("\n")
        for one in own:
            assert lines[one.line - 1].strip() == f'msgctxt "{one.address}"'


def test_states_and_limit(site: Path) -> None:
    path = site / "translations" / "es" / "guides" / "parking-permit.po"
    text = path.read_text("utf-8")
    begin, end = find_segment(text, "title")
    entry = text[begin:end].partition("msgstr ")[0] + 'msgstr "Permiso para su calle"\n'
    path.write_text(text[:begin] + entry + text[end:], "utf-8")
    every = _list(site)
    (own,) = [one for one in every if one.state is ToDoState.HUMAN]
    assert (own.address, own.turn) == ("title", Turn.SHOWN)
    assert ToDoState.MACHINE in {one.state for one in every}
    for state in ToDoState:
        only = _list(site, states=frozenset({state}))
        assert only == tuple(one for one in every if one.state is state)
    assert _list(site, limit=3) == every[:3]


def test_a_changed_source_is_stale_at_its_turn(site: Path) -> None:
    path = site / "content" / "guides" / "parking-permit.md"
    text = path.read_text("utf-8")
    old = "Your car is registered in this town."
    assert text.count(old) == 1
    path.write_text(text.replace(old, "Your car or van is registered in this town."), "utf-8")
    (one,) = _list(site, states=frozenset({ToDoState.STALE}))
    assert (one.document, one.turn) == ("guides/parking-permit", Turn.CRITICAL)
    assert one.source.startswith("Your car or van")


def test_a_reviewer_sees_the_languages_that_she_handles(site: Path) -> None:
    people = "- {handle: maria, languages: [ar, pl]}\n- {handle: ben, languages: [es]}\n"
    lay_files(site, {"translations/reviewers.yml": people})
    project = open_project(site, DAY)
    lists = list_to_do(project, (), frozenset(), handle="maria", limit=1)
    assert [one.language for one in lists] == ["ar", "pl"]
    lists = list_to_do(project, ("es", "pl"), frozenset(), handle="maria", limit=1)
    assert [one.language for one in lists] == ["pl"]
    with pytest.raises(Failure, match="may not stamp in es"):
        list_to_do(project, ("es",), frozenset(), handle="maria")
    with pytest.raises(Failure, match="There is no reviewer “eve”"):
        list_to_do(project, (), frozenset(), handle="eve")


def test_the_command_prints_a_line_for_each_text(site: Path) -> None:
    done = run_waypost(site, "review", "list", "-l", "es", "--limit", "2")
    assert done.returncode == 0, done.stderr
    head, *lines = done.stdout.splitlines()
    first = _list(site, limit=2)
    assert head.startswith("Spanish (es): ")
    assert head.endswith("; the first 2:")
    assert len(lines) == 2
    for line, one in zip(lines, first, strict=True):
        assert line.startswith(f"{one.path}:{one.line}: {one.risk.word}, {one.state.value}, ")
        text = (site / one.path).read_text("utf-8")
        begin, _ = find_segment(text, one.address)
        assert text.count("\n", 0, begin) < one.line
    rows = json.loads(run_waypost(site, "review", "list", "--format", "json").stdout)
    assert [row["language"] for row in rows] == ["es", "ar", "pl", "fr"]
    assert rows[0]["first"][0]["address"] == first[0].address


def test_a_broken_list_of_views_is_a_finding(site: Path) -> None:
    lay_files(site, {"translations/views.csv": "page,views\nparking-permit,many\n"})
    done = run_waypost(site, "check")
    assert "translations/views.csv:2:16: warning:" in done.stdout
    assert run_waypost(site, "review", "list").returncode == 0
