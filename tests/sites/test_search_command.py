"""`waypost search` on whole sites: ranking and why, near duplicates, judgements, audit."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.sites.running import DAY, build_afresh, copy_sources, lay_files, read_site, run_waypost
from waypost.cli import main, program
from waypost.model.finding import Failure
from waypost.pipeline.check import check_project
from waypost.pipeline.editors_search import audit_search, judge_languages, open_searches
from waypost.pipeline.project import open_project


@pytest.fixture(scope="module")
def county(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example county's sources, never built."""
    return copy_sources(project, tmp_path_factory.mktemp("county") / "site")


def _run(root: Path, *arguments: str) -> Result:
    """In this process, which has everything imported already."""
    return CliRunner().invoke(program, ["search", *arguments, "--root", str(root)])


def _ask(root: Path, *arguments: str) -> list[dict[str, Any]]:
    done = _run(root, *arguments, "--format", "json")
    assert done.exit_code == 0, done.output
    values = json.loads(done.stdout)
    assert isinstance(values, list)
    return values


def test_a_query_shows_the_ranking_and_why(county: Path) -> None:
    said = run_waypost(county, "search", "food stamps")
    assert (said.returncode, said.stderr) == (0, "")
    lines = said.stdout.splitlines()
    assert lines[0].startswith("English (en): “food stamps” finds ")
    assert lines[2].startswith(" 1  food-help: Get help to buy food [")
    assert any(line.strip().startswith("stamps [") and "names 1 ×" in line for line in lines)
    assert "Forms that the index takes for the same word:" in lines


def test_programs_read_the_same(county: Path) -> None:
    (value,) = _ask(county, "food stamps", "--limit", "2")
    assert (value["language"], value["query"]) == ("en", "food stamps")
    assert len(value["results"]) == 2
    first = value["results"][0]
    assert first["page"] == "food-help"
    assert first["points"] == pytest.approx(sum(each["points"] for each in first["reasons"]), 0.01)
    assert set(value["groups"]) == {"food", "stamps"}


def test_another_language_says_whose_words_it_found(county: Path) -> None:
    (value,) = _ask(county, "food stamps", "-l", "es")
    first = value["results"][0]
    assert (first["page"], first["language"]) == ("food-help", "es")
    fields = {each["field"] for reason in first["reasons"] for each in reason["fields"]}
    assert "foreign" in fields


def test_each_language_named_is_asked(county: Path) -> None:
    values = _ask(county, "WIC", "-l", "ar", "-l", "zh-Hans", "-l", "ar")
    assert [value["language"] for value in values] == ["ar", "zh-Hans"]
    assert all(value["results"][0]["page"] == "baby-food" for value in values)


def test_signs_that_a_terminal_obeys_are_not_printed(county: Path) -> None:
    said = _run(county, "food\x1b[31m\u202e")
    assert said.exit_code == 0
    assert "\x1b" not in said.stdout
    assert "\u202e" not in said.stdout


def test_several_words_need_no_quotation_marks(county: Path) -> None:
    assert _ask(county, "food", "stamps", "--limit", "2") == _ask(
        county, "food stamps", "--limit", "2"
    )


def test_who_finds_nothing_is_told_where_words_go(county: Path) -> None:
    said = _run(county, "qqqqxxqqqq", "-l", "es")
    assert said.stdout.splitlines()[:2] == [
        "Spanish (es): “qqqqxxqqqq” finds nothing.",
        "    Words that people use for a page go into translations/es/search.yml.",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Give one of these: a query, --similar, --judge or --audit."),
        ((" ",), "Give one of these: a query, --similar, --judge or --audit."),
        (("food", "--judge"), "Give one of these: a query,"),
        (("food", "-l", "xx"), "There is no search in xx."),
        (("food", "-l", "fa"), "There is no search in fa."),
        (("--similar", "food-halp"), "There is no page “food-halp”. Did you mean “food-help”?"),
    ],
)
def test_what_can_t_be_asked_is_told(
    county: Path, arguments: tuple[str, ...], message: str
) -> None:
    said = _run(county, *arguments)
    failure = said.exception
    assert message in (str(failure) if isinstance(failure, Failure) else said.stderr)
    assert isinstance(failure, Failure) or said.exit_code == 2


def test_near_duplicates_are_told_with_their_paragraphs(county: Path, tmp_path: Path) -> None:
    root = copy_sources(county, tmp_path / "copy")
    guide = (root / "content/guides/library-card.md").read_text("utf-8")
    twin = guide.replace("Get a library card", "Get a card to borrow books")
    lay_files(root, {"content/guides/borrow-books.md": twin})
    (value,) = _ask(root, "--similar", "library-card")
    first = value["similar"][0]
    assert first["page"] == "borrow-books"
    assert first["near"] > 0.8
    assert len(first["twins"]) > 5
    assert all(twin["near"] > 0.99 for twin in first["twins"])
    said = _run(root, "--similar", "library-card").stdout
    assert "borrow-books: Get a card to borrow books [words " in said


def test_the_example_s_judgements_hold(county: Path) -> None:
    said = run_waypost(county, "search", "--judge")
    assert (said.returncode, said.stderr) == (0, ""), said.stdout
    heads = [line for line in said.stdout.splitlines() if line and not line.startswith(" ")]
    assert [line.partition(":")[0] for line in heads] == ["en", "es", "ar", "zh-Hans"]
    assert all(line.endswith(": ok") for line in heads)


def _miss(county: Path, folder: Path, language: str, judgements: str) -> tuple[Path, list[str]]:
    """A copy of the county with these judgements, which don't hold; and the lines that say so."""
    root = copy_sources(county, folder / "copy")
    lay_files(root, {f"translations/{language}/judgements.yml": judgements})
    said = _run(root, "--judge", "-l", language)
    assert said.exit_code == 1
    return root, said.stdout.splitlines()


def test_below_the_floor_the_misses_are_told_with_what_came_first(
    county: Path, tmp_path: Path
) -> None:
    judgements = "floor: {top_three: 60}\nqueries:\n  food stamps: food-help\n  wic: vaccines\n"
    root, (head, miss) = _miss(county, tmp_path, "es", judgements)
    assert head.startswith("es: 2 queries; first 1 of 2 (50 %) (floor 0 %), top three 1 of 2")
    assert head.endswith(": BELOW THE FLOOR")
    said_miss = "translations/es/judgements.yml:4:3: “wic” found baby-food; wanted vaccines"
    assert miss.strip() == said_miss
    again = _run(root, "--judge", "-l", "es", "--format", "json")
    assert again.exit_code == 1
    (value,) = json.loads(again.stdout)
    assert value["is_below_floor"] is True
    assert value["misses"][0]["found"][0] == "baby-food"


def test_where_too_few_are_first_those_behind_are_told_too(county: Path, tmp_path: Path) -> None:
    judgements = "floor: {first: 100}\nqueries:\n  library: central-library\n  wic: baby-food\n"
    root, (head, behind) = _miss(county, tmp_path, "en", judgements)
    assert head.endswith(", top three 2 of 2 (100 %) (floor 90 %): BELOW THE FLOOR")
    assert "judgements.yml:3:3: “library” found " in behind
    assert "; wanted central-library, on rank " in behind
    (value,) = json.loads(_run(root, "--judge", "-l", "en", "--format", "json").stdout)
    assert [each["query"] for each in value["behind"]] == ["library"]
    assert value["misses"] == []


def test_a_file_of_latin_letters_holds_the_numbers_of_others(
    county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, "latin-1", write_through=True))
    arguments = ["waypost", "search", "驾照", "-l", "zh-Hans", "--root", str(county)]
    monkeypatch.setattr(sys, "argv", arguments)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert b"\\u9a7e\\u7167" in written.getvalue().splitlines()[0]


def test_a_judgement_of_no_page_is_a_finding_everywhere(county: Path, tmp_path: Path) -> None:
    root = copy_sources(county, tmp_path / "copy")
    lay_files(root, {"translations/es/judgements.yml": "queries:\n  wic: baby-fod\n"})
    said = _run(root, "--judge", "-l", "es")
    assert said.exit_code == 1
    assert (
        "translations/es/judgements.yml:2:3: warning: there is no page “baby-fod”." in said.stdout
    )
    (finding,) = check_project(open_project(root, DAY))
    assert (finding.code, finding.place.line) == ("Q001", 2)


def test_a_site_without_judgements_is_told_where_to_write_them(
    county: Path, tmp_path: Path
) -> None:
    root = copy_sources(county, tmp_path / "copy")
    for path in root.glob("translations/*/judgements.yml"):
        path.unlink()
    said = run_waypost(root, "search", "--judge")
    assert said.returncode == 2
    assert "Write what people type into translations/en/judgements.yml." in said.stderr


def test_the_audit_names_what_leads_elsewhere_and_takes_reasons(
    county: Path, tmp_path: Path
) -> None:
    root = copy_sources(county, tmp_path / "copy")
    lay_files(root, {"translations/en/search.yml": "keywords:\n  vaccines: [xyzzy, help]\n"})
    (root / "translations/en/judgements.yml").unlink()
    said = _run(root, "--audit", "-l", "en")
    assert said.exit_code == 1
    assert "    lost: keyword of vaccines: “help” finds " in said.stdout
    assert "“xyzzy”" not in said.stdout
    project = open_project(root, DAY)
    (search,) = open_searches(project, ("en",))
    assert [each.probe.text for each in audit_search(project, search).lost] == ["help"]
    reasons = "explained:\n  Help: It is said on many pages.\n  xyzzy: It is right.\n"
    lay_files(root, {"translations/en/judgements.yml": reasons})
    audited = audit_search(project, search)
    assert audited.lost == ()
    assert audited.idle == ("xyzzy",)
    assert _run(root, "--audit", "-l", "en").exit_code == 0


def test_asking_changes_nothing_that_a_build_makes(site: Path, tmp_path: Path) -> None:
    report, clean = build_afresh(site, tmp_path / "clean")
    assert report.written
    assert run_waypost(site, "search", "permit").returncode == 0
    guide = next(iter(sorted((site / "content/guides").glob("*.md"))))
    text = guide.read_text("utf-8")
    guide.write_text(text.replace("title: ", "title: New ", 1), "utf-8")
    assert run_waypost(site, "search", "permit").returncode == 0
    guide.write_text(text, "utf-8")
    assert run_waypost(site, "build", "--date", DAY.isoformat()).returncode == 0
    assert read_site(site) == clean


def test_a_guide_with_an_error_is_left_out_and_told(site: Path) -> None:
    guide = next(iter(sorted((site / "content/guides").glob("*.md"))))
    guide.write_text("---\ntitle: [\n---\n", "utf-8")
    said = run_waypost(site, "search", "permit", "--format", "json")
    assert said.returncode == 0
    assert guide.stem not in {each["page"] for each in json.loads(said.stdout)[0]["results"]}
    lay_files(site, {"translations/en/judgements.yml": f"queries: {{permit: {guide.stem}}}\n"})
    judged = run_waypost(site, "search", "--judge", "-l", "en")
    assert (judged.returncode, "there is no page" in judged.stdout) == (1, False)
    for each in (said, judged, run_waypost(site, "search", "--audit", "-l", "en")):
        assert each.stderr.startswith(
            f"waypost: can't be read, and is left out: content/guides/{guide.name}\n"
        )


def test_every_language_of_the_example_is_judged_or_asked(county: Path) -> None:
    project = open_project(county, DAY)
    scores, findings = judge_languages(project, ())
    assert findings == ()
    assert all(len(score.verdicts) >= 15 for score in scores)
    codes = [search.source.code for search in open_searches(project, ())]
    assert codes == ["en", "es", "ar", "zh-Hans", "vi", "ht", "so", "pt-BR"]
