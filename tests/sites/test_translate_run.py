"""`waypost translate` with a real model: what is sent, in which order, and what is never lost."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.sites.drafted_site import (
    SETTINGS,
    find_carried_model,
    firefox,
    guide,
    lay_drafted_site,
    read_drafts,
    write_worker,
)
from tests.sites.running import DAY, copy_sources, lay_files, read_tree, run_waypost
from waypost.model.finding import Failure
from waypost.model.site import SiteLanguage
from waypost.pipeline.documents import read_texts
from waypost.pipeline.project import open_project
from waypost.pipeline.rates import load_rates
from waypost.pipeline.translate import EngineChoice, RunOptions, translate_project
from waypost.pipeline.translate_plan import Planner, Selection
from waypost.pipeline.translate_report import TranslateReport
from waypost.pipeline.waiting import find_waiting
from waypost.translation import catalog_codes as codes
from waypost.translation.engines.firefox import FirefoxEngine

_PARAGRAPHS = (
    "Call the office before you come.",
    "You can apply online, by mail or in person.",
    "Bring a photo of your old card.",
    "Ask for a new form at the desk.",
    "The office is closed on Monday.",
    "You get a letter in ten days.",
)
GUIDES = {
    f"week-{number}": guide(number, *_PARAGRAPHS[number - 1 : number + 2]) for number in range(1, 5)
}

NAMES = tuple(GUIDES)
_COMMAND = (
    *("translate", "-l", "pt", "--engine", "firefox"),
    *(word for name in NAMES for word in ("--guide", name)),
)


def _run(root: Path, options: RunOptions | None = None) -> TranslateReport:
    """A run over the guides, else over what the options say."""
    names = tuple(path.stem for path in sorted((root / "content/guides").iterdir()))
    return translate_project(
        open_project(root, DAY),
        ("pt",),
        firefox(root),
        dry_run=False,
        options=options or RunOptions(names),
    )


def _misbehave(
    monkeypatch: pytest.MonkeyPatch, folder: Path, action: str, patience: float = 60
) -> None:
    """From now on the engine is asked through a worker that does `action`."""
    command = write_worker(folder, action)

    def make(choice: EngineChoice, _root: Path) -> FirefoxEngine:
        return FirefoxEngine(choice.packs, patience=patience, command=command)

    monkeypatch.setattr("waypost.pipeline.translate.make_engine", make)
    monkeypatch.setattr("waypost.pipeline.translate_run._BATCH", 3)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    lay_drafted_site(root, GUIDES)
    return root


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], str]:
    """What a run gives that nothing disturbs."""
    root = tmp_path_factory.mktemp("whole") / "site"
    lay_drafted_site(root, GUIDES)
    _run(root)
    return read_drafts(root)


def test_a_run_drafts_all_and_a_second_one_does_nothing(
    site: Path, whole: Mapping[tuple[str, str], str]
) -> None:
    report = _run(site)
    assert report.refused == 0
    assert sum(report.ways.values()) == report.segments
    assert read_drafts(site) == whole
    stamp = f"# mt: firefox {FirefoxEngine(site).version} en_pt 1693087644 src="
    assert stamp in (site / "translations/pt/guides/week-1.po").read_text("utf-8")
    before = read_tree(site / "translations")
    again = _run(site)
    assert (again.segments, again.written) == (0, 0)
    assert read_tree(site / "translations") == before


def test_the_same_text_is_sent_once(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _misbehave(monkeypatch, tmp_path / "engine", "pass")
    report = _run(site)
    asked = [
        text
        for line in (tmp_path / "engine/asked.jsonl").read_text("utf-8").splitlines()
        for text in json.loads(line)
    ]
    assert len(asked) == len(set(asked))
    assert report.recalled >= 6  # the paragraphs that two or three guides have in common


@pytest.mark.parametrize(
    ("action", "says"),
    [
        ("asked > 2 and time.sleep(600)", "no answer"),
        ("asked > 2 and os.kill(os.getpid(), 9)", "crashed twice"),
        ("asked > 2 and os.write(ANSWERS, b'hello' + bytes([10]))", "nonsense"),
        ("if asked > 2: return ['one for all']", "could not use the pack"),
        ("asked > 2 and os.write(ANSWERS, bytes([255, 254, 10]))", "nonsense"),
    ],
)
def test_an_engine_that_breaks_costs_nothing_that_it_said(
    action: str,
    says: str,
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    whole: Mapping[tuple[str, str], str],
) -> None:
    with monkeypatch.context() as patched:
        _misbehave(patched, tmp_path / "engine", action, patience=2 if "600" in action else 60)
        with pytest.raises(Failure, match=says) as caught:
            _run(site)
    assert caught.value.mend
    saved = read_drafts(site)
    assert saved
    assert saved.items() < whole.items()
    _run(site)
    assert read_drafts(site) == whole


def test_a_text_that_crashes_the_engine_is_refused_and_the_rest_is_translated(
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    whole: Mapping[tuple[str, str], str],
) -> None:
    poison = "any('closed on Monday' in text for text in texts) and os.kill(os.getpid(), 11)"
    _misbehave(monkeypatch, tmp_path / "engine", poison)
    report = _run(site)
    lost = {key: text for key, text in whole.items() if key not in read_drafts(site)}
    assert {address for _, address in lost} == {"body/what-to-do/p-2", "body/what-to-do/p-3"}
    assert len(lost) == report.refused == 2
    found = [one for one in report.findings if one.code == codes.REFUSED.id]
    assert len(found) == 2
    for one in found:
        assert "crashed" in one.message
        line = (site / one.place.path).read_text("utf-8").splitlines()[one.place.line - 1]
        assert line.startswith('msgctxt "body/what-to-do/p-')
        assert line.split('"')[1] in one.message


def test_a_pack_that_is_lost_midway_is_a_failure_with_a_mend(
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    whole: Mapping[tuple[str, str], str],
) -> None:
    packs = site / "packs" / "en-pt"
    packs.mkdir(parents=True)
    for path in find_carried_model().iterdir():
        (packs / path.name).symlink_to(path)
    lose = (
        f"if asked == 3: shutil.rmtree({str(packs)!r}); firefox_worker.open_model.cache_clear(); "
        "os._exit(1)"
    )
    with monkeypatch.context() as patched:
        _misbehave(patched, tmp_path / "engine", lose)
        with pytest.raises(Failure, match="there is no model") as caught:
            _run(site)
    assert "Put the model's files back" in caught.value.mend
    assert read_drafts(site)
    _run(site)
    assert read_drafts(site) == whole


def test_a_long_document_is_saved_while_it_is_translated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "site"
    body = [f"Bring the form of day {number} to the office." for number in range(1, 31)]
    lay_drafted_site(root, {"long": guide(1, *body)})
    path = root / "translations/pt/guides/long.po"
    kill = (
        f"asked > 9 and (shutil.copy({str(path)!r}, {str(tmp_path)!r}), os.kill(os.getppid(), 9))"
    )
    _misbehave(monkeypatch, tmp_path / "engine", kill)
    monkeypatch.setattr("waypost.pipeline.translate_run._SAVE_EVERY", 6)
    child = os.fork()
    if child == 0:
        _run(root)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert len(read_drafts(root)) >= 12


def test_a_limit_stops_and_the_next_run_goes_on(
    site: Path, whole: Mapping[tuple[str, str], str]
) -> None:
    report = _run(site, RunOptions(NAMES, segments=5))
    assert report.segments == 5
    assert report.waiting > 0
    assert f"{report.waiting} segments wait for the next run" in report.summary
    assert 0 < len(read_drafts(site)) < len(whole)
    _run(site)
    assert read_drafts(site) == whole
    assert _run(site, RunOptions(NAMES, minutes=1)).waiting == 0


def test_a_limit_of_time_stops_too(site: Path) -> None:
    report = _run(site, RunOptions(NAMES, minutes=0.0000001))
    assert report.segments == 0
    assert report.waiting > 10
    assert read_drafts(site) == {}


def test_files_of_an_open_pull_request_are_left_alone(site: Path) -> None:
    left = frozenset({"town/translations/pt/guides/week-2.po", "README.md"})
    before = (site / "translations/pt/guides/week-2.po").read_bytes()
    report = _run(site, RunOptions(NAMES, left=left))
    assert report.left == ("translations/pt/guides/week-2.po",)
    assert "1 file was left alone" in report.summary
    assert (site / "translations/pt/guides/week-2.po").read_bytes() == before
    assert {document for document, _ in read_drafts(site)} == {
        "guides/week-1",
        "guides/week-3",
        "guides/week-4",
    }


def test_only_the_guide_that_is_named(site: Path) -> None:
    report = _run(site, RunOptions(("week-3",)))
    assert report.written == 1
    assert {document for document, _ in read_drafts(site)} == {"guides/week-3"}
    with pytest.raises(Failure, match="no document “week-33”") as caught:
        _run(site, RunOptions(("week-33",)))
    assert "Did you mean week-3?" in caught.value.mend


def test_what_it_costs_is_said_before_and_the_time_once_it_is_known(site: Path) -> None:
    before = read_tree(site / "translations")
    first = run_waypost(site, *_COMMAND, "--dry-run")
    assert "with firefox, time unknown until an engine has run here once" in first.stdout
    assert "Nothing was written." in first.stdout
    assert read_tree(site / "translations") == before
    real = run_waypost(site, *_COMMAND)
    assert real.returncode == 0, real.stderr
    cost, _, _ = first.stdout.partition(" to translate")
    assert cost in real.stderr
    assert load_rates(site)["firefox pt"].characters > 100
    lay_files(site, {"content/guides/week-5.md": guide(5, "Wait for an answer at home.")})
    again = run_waypost(site, *_COMMAND, "--guide", "week-5", "--dry-run")
    assert "3 segments" in again.stdout
    assert "with firefox, less than a minute;" in again.stdout


def test_a_dry_run_counts_what_a_run_does(site: Path) -> None:
    project = open_project(site, DAY)
    options = RunOptions(NAMES)
    dry = translate_project(project, ("pt",), firefox(site), dry_run=True, options=options)
    real = _run(site)
    assert (dry.segments, dry.recalled) == (real.segments, real.recalled)
    assert dry.characters == real.characters


def test_the_engine_of_a_language_is_the_one_in_the_settings(tmp_path: Path) -> None:
    root = tmp_path / "site"
    more = "        fr: {tier: core}\n      translate: {engines: {pt: firefox, fr: pseudo}}\n"
    lay_drafted_site(root, GUIDES, SETTINGS + more)
    report = translate_project(
        open_project(root, DAY),
        (),
        EngineChoice("", root / "packs"),
        dry_run=False,
        options=RunOptions(("week-1",)),
    )
    assert report.written > 0
    assert "# mt: firefox" in (root / "translations/pt/guides/week-1.po").read_text("utf-8")
    assert "# mt: pseudo" in (root / "translations/fr/guides/week-1.po").read_text("utf-8")


def test_a_language_without_a_model_is_skipped_unless_it_is_named(tmp_path: Path) -> None:
    root = tmp_path / "site"
    lay_drafted_site(root, GUIDES, SETTINGS + "        so: {tier: core}\n")
    done = run_waypost(root, "translate", "--engine", "firefox", "--guide", "week-1")
    assert done.returncode == 0, done.stderr
    assert "so was skipped: no Firefox model translates from en to so" in done.stdout
    assert read_drafts(root, "pt")
    named = run_waypost(root, "translate", "--engine", "firefox", "-l", "so")
    assert named.returncode == 2
    assert "no Firefox model translates from en to so" in named.stderr
    assert "Traceback" not in named.stderr


@pytest.mark.parametrize("limit", ["0", "soon", "-3", "5h"])
def test_a_limit_that_is_none_is_refused(limit: str, site: Path) -> None:
    done = run_waypost(site, "translate", "--limit", limit)
    assert done.returncode == 2
    assert "such as 500, or minutes, such as 20m" in done.stderr


def test_the_list_of_files_to_leave_comes_from_a_file(site: Path, tmp_path: Path) -> None:
    listed = tmp_path / "changed.txt"
    listed.write_bytes(b"\xef\xbb\xbftranslations/pt/guides/week-1.po\r\n\r\nREADME.md\r\n")
    done = run_waypost(site, "translate", "-l", "pt", "--engine", "firefox", "--leave", str(listed))
    assert "1 file was left alone" in done.stdout
    listed.write_bytes(b"\xff\xfe\x00")
    broken = run_waypost(site, "translate", "--leave", str(listed))
    assert broken.returncode == 2
    assert "isn't UTF-8" in broken.stderr


def _git(root: Path, *words: str, day: str = "2026-01-01") -> None:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.example"}
    who |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b.example"}
    dates = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    config = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *words],
        cwd=root,
        check=True,
        capture_output=True,
        env={**os.environ, **who, **dates, **config},
    )


def _order(root: Path) -> list[str]:
    """The guides in the order in which a run takes them."""
    project = open_project(root, DAY)
    texts = read_texts(project)
    waiting = find_waiting(root, "content", texts)
    language: SiteLanguage = project.settings.targets[0]
    plan = Planner(project, texts, Selection(), waiting).plan(language)
    names = [each.each.document.name for each in plan.documents if each.wanted]
    return [name.removeprefix("guides/") for name in names if name.startswith("guides/")]


def test_critical_guides_come_first_and_those_that_have_waited_longest(tmp_path: Path) -> None:
    root = tmp_path / "site"
    critical = "risk: critical\n"
    guides = {
        "a-new": guide(1, *_PARAGRAPHS[:1]),
        "b-old": guide(2, *_PARAGRAPHS[1:2]),
        "c-new": guide(3, *_PARAGRAPHS[2:3], more=critical),
        "d-old": guide(4, *_PARAGRAPHS[3:4], more=critical),
    }
    lay_drafted_site(root, guides)
    _git(root, "init", "--quiet")
    _git(root, "add", "content/guides/b-old.md", "content/guides/d-old.md")
    _git(root, "commit", "--quiet", "-m", "old", day="2026-02-01")
    _git(root, "add", "content")
    _git(root, "commit", "--quiet", "-m", "new", day="2026-05-01")
    assert _order(root) == ["d-old", "c-new", "b-old", "a-new"]
    # What was changed and committed again waits since then.
    lay_files(root, {"content/guides/d-old.md": guide(4, "Now call.", more=critical)})
    _git(root, "add", "content")
    _git(root, "commit", "--quiet", "-m", "change", day="2026-06-01")
    assert _order(root) == ["c-new", "d-old", "b-old", "a-new"]


def test_without_git_the_last_review_says_how_long_a_guide_has_waited(tmp_path: Path) -> None:
    root = tmp_path / "site"
    reviewed = "reviewed: {{on: {}, by: team}}\n"
    guides = {
        "a": guide(1, *_PARAGRAPHS[:1]),
        "b": guide(2, *_PARAGRAPHS[1:2], more=reviewed.format("2026-05-01")),
        "c": guide(3, *_PARAGRAPHS[2:3], more=reviewed.format("2026-01-01")),
    }
    lay_drafted_site(root, guides)
    assert _order(root) == ["c", "b", "a"]


def test_a_run_in_another_folder_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    other = copy_sources(site, tmp_path / "other")
    _run(site)
    _run(other)
    assert read_tree(site / "translations") == read_tree(other / "translations")


def test_what_was_rejected_is_not_asked_for_again(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(site)
    summary = ("guides/week-2", "summary")
    done = run_waypost(site, "review", "reject", "pt", summary[0], "--address", summary[1])
    assert done.returncode == 0, done.stderr
    assert summary not in read_drafts(site)
    before = read_tree(site / "translations")
    dry = run_waypost(site, *_COMMAND, "--dry-run")
    assert "0 segments (0 characters)" in dry.stdout
    _misbehave(monkeypatch, tmp_path / "engine", "pass")
    assert _run(site).segments == 0
    assert not (tmp_path / "engine/asked.jsonl").exists()
    assert read_tree(site / "translations") == before
