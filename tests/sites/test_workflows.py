"""The workflows' own scripts, run against a repository and a GitHub that says what it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.actions import Runner, start_runner
from tests.sites.branches import PARKING, Repo, lay_repository
from tests.sites.running import run_waypost
from waypost.translation.stamp import StampKind

SUMMARY, CALL = "summary", "body/what-to-do/li-2"
OURS = "Un permiso le deja aparcar en su calle."
BENS = "Con un permiso puede estacionar en su calle."
OPEN = "repos/town/site/pulls?state=open"
PULL = "repos/town/site/pulls/7"


@pytest.fixture
def repo(site: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """What GitHub holds: the small site on main, and a branch `work` that is checked out."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    repo = lay_repository(site)
    repo.switch("work", "main")
    return repo


@pytest.fixture
def flows(project: Path) -> Path:
    """The folder of workflows."""
    return project / ".github" / "workflows"


def describe_pull(
    runner: Runner, head: str, facts: bytes, *, merged: bool = False, same: bool = True
) -> None:
    """GitHub knows pull request 7, of `work` into main."""
    origin = runner.origin
    origin.git("update-ref", "refs/pull/7/head", head)
    base = origin.git("rev-parse", "main~1" if merged else "main")
    fields = (head, "main", base, str(merged).lower(), str(same).lower(), "work")
    runner.answer(PULL, "".join([f"{each}\n" for each in fields]))
    commits = [line for line in facts.decode().splitlines() if '"sha"' in line]
    reviews = [line for line in facts.decode().splitlines() if '"login"' in line]
    runner.answer(f"{PULL}/commits", "".join([f"{line}\n" for line in commits]))
    runner.answer(f"{PULL}/reviews", "".join([f"{line}\n" for line in reviews]))


def test_a_push_of_a_reviewer_is_stamped_and_pushed(
    repo: Repo, flows: Path, tmp_path: Path
) -> None:
    repo.write(SUMMARY, OURS)
    head = repo.commit("ana")
    runner = start_runner(repo, tmp_path / "runner")
    describe_pull(runner, head, repo.facts())
    done = runner.run(flows / "review-stamp.yml", {"github.event.pull_request.number": "7"})
    assert [one.returncode for one in done] == [0, 0, 0], [one.stderr for one in done]
    assert repo.git("rev-parse", "work^") == head
    stamp = repo.find(SUMMARY, ref="work").stamp
    assert stamp is not None
    assert (stamp.kind, stamp.handle) == (StampKind.REVIEWED, "ana")
    assert runner.clone.git("rev-parse", "HEAD") == repo.git("rev-parse", "main")
    assert runner.clone.git("status", "--porcelain") == ""


def test_an_approval_finds_its_pull_request(repo: Repo, flows: Path, tmp_path: Path) -> None:
    repo.write(SUMMARY, OURS)
    head = repo.commit("helper")
    runner = start_runner(repo, tmp_path / "runner")
    describe_pull(runner, head, repo.facts([("ben-k", "APPROVED", head)]))
    event = {"github.event.workflow_run.head_sha": head}
    nothing = runner.run(flows / "review-stamp.yml", event)
    assert "No open pull request" in nothing[0].stdout
    assert len(nothing) == 1
    runner.answer(OPEN, "7\n")
    done = runner.run(flows / "review-stamp.yml", event)
    assert [one.returncode for one in done] == [0, 0, 0], [one.stderr for one in done]
    stamp = repo.find(SUMMARY, ref="work").stamp
    assert stamp is not None
    assert stamp.handle == "ben"


def test_a_forged_stamp_fails_the_check_and_is_taken_out(
    repo: Repo, flows: Path, tmp_path: Path
) -> None:
    assert run_waypost(
        repo.root, "review", "accept", "es", "guides/parking-permit", "--as", "ana"
    ).returncode == 0  # fmt: skip
    head = repo.commit("mallory")
    runner = start_runner(repo, tmp_path / "runner")
    describe_pull(runner, head, repo.facts())
    done = runner.run(flows / "review-stamp.yml", {"github.event.pull_request.number": "7"})
    assert [one.returncode for one in done] == [0, 1, 0]
    assert "::error file=translations/es/guides/parking-permit.po" in done[1].stdout
    assert repo.git("diff", "--name-only", "main", "work") == ""


def test_a_forks_branch_is_left_until_it_is_merged(repo: Repo, flows: Path, tmp_path: Path) -> None:
    repo.write(SUMMARY, OURS)
    head = repo.commit("helper")
    facts = repo.facts([("ana-o", "APPROVED", head)])
    runner = start_runner(repo, tmp_path / "runner")
    describe_pull(runner, head, facts, same=False)
    event = {"github.event.pull_request.number": "7"}
    done = runner.run(flows / "review-stamp.yml", event)
    assert "it is stamped once it is merged" in done[-1].stdout
    assert repo.git("rev-parse", "work") == head
    repo.switch("main")
    repo.git("merge", "--quiet", "--no-ff", "--no-edit", "work")
    runner = start_runner(repo, tmp_path / "after")
    describe_pull(runner, head, facts, same=False, merged=True)
    done = runner.run(flows / "review-stamp.yml", event)
    assert [one.returncode for one in done] == [0, 0, 0], [one.stderr for one in done]
    assert repo.git("rev-parse", "waypost/stamps-7^") == repo.git("rev-parse", "main")
    stamp = repo.find(SUMMARY, ref="waypost/stamps-7").stamp
    assert stamp is not None
    assert stamp.handle == "ana"
    assert "pr create --base main --head waypost/stamps-7" in runner.calls()


def test_a_branch_name_is_no_command(repo: Repo, flows: Path, tmp_path: Path) -> None:
    name = "a;touch$IFS-owned`id`$(id)"
    repo.git("branch", "--move", "work", name)
    repo.write(SUMMARY, OURS)
    head = repo.commit("ana")
    runner = start_runner(repo, tmp_path / "runner")
    describe_pull(runner, head, repo.facts())
    fields = (runner.said / PULL.replace("/", "_")).read_text("utf-8")
    runner.answer(PULL, fields.replace("\nwork\n", f"\n{name}\n"))
    done = runner.run(flows / "review-stamp.yml", {"github.event.pull_request.number": "7"})
    assert [one.returncode for one in done] == [0, 0, 0], [one.stderr for one in done]
    assert repo.git("rev-parse", f"{name}^") == head


def test_main_is_merged_into_what_conflicts_with_it(
    repo: Repo, flows: Path, tmp_path: Path
) -> None:
    repo.write(SUMMARY, OURS)
    repo.finish(SUMMARY)
    ours = repo.commit("ana")
    repo.switch("main")
    repo.git("branch", "calm")
    repo.write(SUMMARY, f"{BENS} Ya.")
    repo.commit("ben")
    runner = start_runner(repo, tmp_path / "runner")
    lines = []
    for number, branch in (("7", "work"), ("8", "calm")):
        head = repo.git("rev-parse", branch)
        repo.git("update-ref", f"refs/pull/{number}/head", head)
        lines.append(f"{number} {head} {branch}\n")
    runner.answer(OPEN, "".join(lines))
    before = repo.git("rev-parse", "calm")
    (done,) = runner.run(flows / "review-merge.yml", {"github.ref_name": "main"})
    assert done.returncode == 1, "two people wrote one text"
    assert "T103" in done.stdout
    assert repo.git("log", "-1", "--format=%P", "work") == f"{ours} {repo.git('rev-parse', 'main')}"
    assert repo.find(SUMMARY, ref="work").target == OURS
    assert repo.git("rev-parse", "calm") == before


def test_the_machine_leaves_what_people_are_at(repo: Repo, flows: Path, tmp_path: Path) -> None:
    repo.switch("main")
    guide = repo.root / "content" / "guides"
    for name in ("parking-permit", "dog-license"):
        path = guide / f"{name}.md"
        path.write_text(path.read_text("utf-8").replace("summary: ", "summary: Now, "), "utf-8")
    repo.commit("editor")
    runner = start_runner(repo, tmp_path / "runner")
    runner.answer(OPEN, "7\n")
    runner.answer(f"{PULL}/files", f"{PARKING}\nREADME.md\n")
    values = {"github.ref_name": "main", "github.run_id": "99"}
    done = runner.run(flows / "translate.yml", values)
    assert [one.returncode for one in done] == [0, 0, 0], [one.stderr for one in done]
    changed = repo.git("diff", "--name-only", "main", "waypost/translate-99").splitlines()
    assert PARKING not in changed
    assert "translations/es/guides/dog-license.po" in changed
    assert "translations/ar/guides/parking-permit.po" in changed
    assert "pr create --base main --head waypost/translate-99" in runner.calls()
