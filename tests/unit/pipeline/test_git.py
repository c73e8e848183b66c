from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.branches import Repo
from waypost.model.finding import Failure
from waypost.pipeline import git
from waypost.pipeline.git import Repository, Writer, merge_lines

WRITER = Writer("Waypost", "noreply@waypost.example")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository with one commit of a few files with odd names."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    repo = Repo(tmp_path)
    repo.git("init", "--quiet", "--initial-branch=main")
    (tmp_path / "b ü").mkdir()
    for name in ("a.po", "b ü/x y.po", "b ü/5 missing", 'q"uote.po'):
        (tmp_path / name).write_text(f"in {name}\n", "utf-8")
    repo.commit("setup")
    return repo


def test_files_are_read_as_they_stand_in_a_commit(repo: Repo) -> None:
    repository = Repository(repo.root)
    head = repository.resolve("main")
    (repo.root / "a.po").write_text("changed\n", "utf-8")
    names = repository.find_names(head, ".")
    assert names == ("a.po", "b ü/5 missing", "b ü/x y.po", 'q"uote.po')
    found = repository.read_all([f"{head}:{name}" for name in (*names, "no such", "b ü", "x\ny")])
    assert found == [*[f"in {name}\n".encode() for name in names], None, None, None]
    assert repository.read_all([]) == []
    assert repository.find_names(head, "nowhere") == ()


def test_a_commit_is_made_and_nothing_else_moves(repo: Repo) -> None:
    repository = Repository(repo.root)
    head = repository.resolve("HEAD")
    changes = {"a.po": b"new\n", "c/d.po": b"\xff\x00", "b ü/x y.po": None, "gone": None}
    new = repository.save_commit(head, changes, [head], "Say why\n", WRITER)
    assert repository.resolve("HEAD") == head
    assert repo.git("status", "--porcelain") == ""
    assert repository.find_changed(head, new, ".") == ("a.po", "b ü/x y.po", "c/d.po")
    assert repository.read(new, "c/d.po") == b"\xff\x00"
    (commit,) = repository.read_commits(head, new)
    assert (commit.id, commit.parents, commit.author, commit.email) == (
        new, (head,), WRITER.name, WRITER.email,
    )  # fmt: skip


def test_a_merge_names_what_git_gives_up(repo: Repo) -> None:
    repository = Repository(repo.root)
    for branch in ("one", "two"):
        repo.switch(branch, "main")
        (repo.root / "a.po").write_text(f"{branch}\n", "utf-8")
        (repo.root / f"{branch}.po").write_text("new\n", "utf-8")
        repo.commit(branch)
    one, two = repository.resolve("one"), repository.resolve("two")
    merged = repository.merge_trees(one, two)
    assert set(merged.conflicts) == {"a.po"}
    assert repository.read_all(list(merged.conflicts["a.po"])) == [
        b"in a.po\n", b"one\n", b"two\n",
    ]  # fmt: skip
    assert repository.merge_trees(one, one).conflicts == {}


def test_what_is_not_there_is_one_failure(
    repo: Repo, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = Repository(repo.root)
    for ref in ("nowhere", "-h", "main:a.po", ""):
        with pytest.raises(Failure, match="git knows no commit"):
            repository.resolve(ref)
    repo.git("switch", "--quiet", "--orphan", "other")
    repo.commit("setup")
    with pytest.raises(Failure, match="no commit in common"):
        repository.find_base(repository.resolve("main"), repository.resolve("other"))
    monkeypatch.setattr(git, "_MOST_BYTES", 3)
    with pytest.raises(Failure, match="no file of a site is so large"):
        repository.read(repository.resolve("main"), "a.po")
    outside = tmp_path_factory.mktemp("outside")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(outside.parent))
    with pytest.raises(Failure, match="not in a git repository"):
        Repository(outside)
    monkeypatch.setenv("PATH", str(outside))
    with pytest.raises(Failure, match="no git on this machine"):
        Repository(repo.root)


def test_lines_are_merged_with_marks_where_they_conflict(tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    base.write_text("one\ntwo\nthree\n", "utf-8")
    ours.write_text("ONE\ntwo\nthree\n", "utf-8")
    theirs.write_text("one\ntwo\nTHREE\n", "utf-8")
    assert merge_lines(base, ours, theirs) == b"ONE\ntwo\nTHREE\n"
    theirs.write_text("1\ntwo\nthree\n", "utf-8")
    assert b"<<<<<<< ours\nONE\n=======\n1\n>>>>>>> theirs\n" in merge_lines(base, ours, theirs)
