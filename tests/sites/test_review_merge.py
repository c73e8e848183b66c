"""Branches of people and of the machine, merged in real repositories."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from tests.sites.branches import PARKING, Repo, lay_repository
from tests.sites.running import DAY, run_waypost, waypost_command
from waypost.model.finding import Failure
from waypost.model.replacing import replace
from waypost.pipeline.project import open_project
from waypost.pipeline.review_merge import MergedBranch, merge_branch
from waypost.pipeline.review_stamp import stamp_branch
from waypost.pipeline.sync import sync_project
from waypost.pipeline.translate import EngineChoice, translate_project
from waypost.translation.review import sign_entry
from waypost.translation.stamp import StampKind

SUMMARY, CALL, KEEP = "summary", "body/what-to-do/li-2", "body/what-to-do/p-1"
DOG = "translations/es/guides/dog-license.po"
ANAS = "Un permiso le deja aparcar en su calle."
BENS = "Con un permiso puede estacionar en su calle."
CALLS = "Llame al {phone.desk} si tiene una pregunta."


@pytest.fixture
def repo(site: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The small site on main."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    return lay_repository(site)


def merge(repo: Repo, branch: str = "main", head: str = "work") -> MergedBranch:
    return merge_branch(repo.root, branch, head)


def two_branches(repo: Repo) -> None:
    """`work` leaves main; what follows is done on `work` until somebody switches."""
    repo.switch("work", "main")


def test_neighbours_never_conflict(repo: Repo) -> None:
    two_branches(repo)
    repo.write("title", "Permiso para aparcar")
    repo.finish("title")
    ana = repo.commit("ana")
    repo.switch("main")
    repo.write(SUMMARY, BENS)
    ben = repo.commit("ben")
    merged = merge(repo)
    assert (merged.findings, merged.files, merged.others) == ((), 1, ())
    assert repo.git("log", "-1", "--format=%P", merged.commit) == f"{ana} {ben}"
    assert repo.find("title", ref=merged.commit).target == "Permiso para aparcar"
    assert repo.find(SUMMARY, ref=merged.commit).target == BENS


def test_a_person_beats_a_machine_whichever_side_she_is_on(repo: Repo) -> None:
    guide = repo.root / "content" / "guides" / "parking-permit.md"
    two_branches(repo)
    repo.write(SUMMARY, ANAS)
    repo.commit("ana")
    repo.switch("main")
    text = guide.read_text("utf-8").replace("A permit lets you park", "The permit lets you park")
    guide.write_text(text, "utf-8")
    project = open_project(repo.root, DAY)
    translate_project(project, ("es",), EngineChoice("pseudo", repo.root), dry_run=False)
    repo.commit("robot")
    for branch, head in (("main", "work"), ("work", "main")):
        merged = merge(repo, branch, head)
        assert merged.findings == ()
        entry = repo.find(SUMMARY, ref=merged.commit)
        assert (entry.source[:10], entry.target) == ("The permit", ANAS)
        assert entry.previous.startswith("A permit lets")


def test_two_people_who_disagree_are_both_kept(repo: Repo) -> None:
    two_branches(repo)
    repo.write(SUMMARY, ANAS)
    repo.commit("ana")
    repo.switch("main")
    repo.write(SUMMARY, BENS)
    repo.commit("ben")
    repo.switch("work")
    done = run_waypost(repo.root, "review", "merge", "--branch", "main")
    assert done.returncode == 1
    assert f"{PARKING}:" in done.stdout
    assert "T103" in done.stdout
    assert "summary: “Un permiso" in done.stdout
    assert repo.find(SUMMARY).target == ANAS
    (former,) = [x for x in repo.load().obsolete if x.target == BENS]
    assert former.address == f"{SUMMARY}~2"
    file = polib.pofile(str(repo.root / PARKING))
    assert [x.msgstr for x in file.obsolete_entries()] == [BENS]
    assert repo.git("status", "--porcelain") == ""
    sync_project(open_project(repo.root, DAY), ("es",), dry_run=False)
    assert BENS in {entry.target for entry in repo.load().obsolete}


def test_a_text_that_one_rejects_and_another_accepts_is_told_of(repo: Repo) -> None:
    project = open_project(repo.root, DAY)
    translate_project(project, ("es",), EngineChoice("pseudo", repo.root), dry_run=False)
    repo.commit("robot")
    text = repo.find(SUMMARY).target
    two_branches(repo)
    repo.change(SUMMARY, lambda entry: sign_entry(entry, "ana", DAY))
    repo.commit("ana")
    repo.switch("main")
    words = ("es", "guides/parking-permit", "--address", SUMMARY, "--reason", "wrong")
    assert run_waypost(repo.root, "review", "reject", *words).returncode == 0
    repo.commit("ben")
    repo.switch("work")
    done = run_waypost(repo.root, "review", "merge", "--branch", "main")
    assert done.returncode == 1
    assert "T104" in done.stdout
    assert f"{SUMMARY}: “" in done.stdout
    entry = repo.find(SUMMARY)
    assert (entry.target, entry.comments[1:]) == (text, ("reason: wrong",))


def test_a_reviewed_text_beats_one_that_is_not(repo: Repo) -> None:
    two_branches(repo)
    repo.write(SUMMARY, ANAS)
    repo.commit("ana")
    repo.switch("main")
    repo.write(SUMMARY, BENS)
    repo.commit("ben")
    report = stamp_branch(repo.root, ("work", "main"), repo.facts(), (), save=True)
    repo.git("reset", "--hard", "--quiet", report.commit)
    merged = merge(repo)
    assert merged.findings == ()
    entry = repo.find(SUMMARY, ref=merged.commit)
    assert (entry.target, entry.stamp and entry.stamp.kind) == (BENS, StampKind.REVIEWED)
    assert ANAS in {entry.target for entry in repo.load(ref=merged.commit).obsolete}


def test_a_paragraph_put_in_on_main_moves_the_words_of_the_branch(repo: Repo) -> None:
    guide = repo.root / "content" / "guides" / "parking-permit.md"
    two_branches(repo)
    repo.write(CALL, CALLS)
    repo.commit("ana")
    repo.switch("main")
    text = guide.read_text("utf-8").replace("2. Call", "2. Wait for a letter.\n3. Call")
    guide.write_text(text, "utf-8")
    project = open_project(repo.root, DAY)
    translate_project(project, ("es",), EngineChoice("pseudo", repo.root), dry_run=False)
    repo.commit("robot")
    merged = merge(repo)
    assert merged.findings == ()
    assert repo.find("body/what-to-do/li-3", ref=merged.commit).target == CALLS
    repo.git("checkout", "--quiet", "--detach", merged.commit)
    before = repo.load()
    sync_project(open_project(repo.root, DAY), ("es",), dry_run=False)
    assert [e.target for e in repo.load().entries] == [e.target for e in before.entries]


def test_words_for_a_paragraph_that_is_gone_wait_as_obsolete(repo: Repo) -> None:
    guide = repo.root / "content" / "guides" / "parking-permit.md"
    two_branches(repo)
    repo.write(CALL, CALLS)
    repo.commit("ana")
    repo.switch("main")
    text = guide.read_text("utf-8").replace("2. Call {phone.desk} if you have a question.\n", "")
    guide.write_text(text, "utf-8")
    sync_project(open_project(repo.root, DAY), ("es",), dry_run=False)
    repo.commit("editor")
    merged = merge(repo)
    assert merged.findings == ()
    catalog = repo.load(ref=merged.commit)
    assert CALL not in {entry.address for entry in catalog.entries}
    assert [e.target for e in catalog.obsolete if e.target == CALLS] == [CALLS]


def test_a_guide_renamed_on_main_takes_the_branchs_words_along(repo: Repo) -> None:
    two_branches(repo)
    repo.write(SUMMARY, ANAS)
    repo.write(CALL, CALLS)
    repo.commit("ana")
    repo.switch("main")
    new = "translations/es/guides/parking.po"
    repo.git("mv", PARKING, new)
    repo.write(SUMMARY, BENS, new)
    repo.commit("editor")
    merged = merge(repo)
    assert [one.code for one in merged.findings] == ["T103"]
    assert repo.find(CALL, new, merged.commit).target == CALLS
    assert {ANAS, BENS} <= {
        e.target for c in [repo.load(new, merged.commit)] for e in (*c.entries, *c.obsolete)
    }


def test_a_file_that_main_deleted_stays_for_a_persons_words_only(repo: Repo) -> None:
    two_branches(repo)
    repo.write(SUMMARY, ANAS)
    repo.change(SUMMARY, lambda entry: replace(entry, comments=("seen",)), DOG)
    repo.commit("ana")
    repo.switch("main")
    repo.git("rm", "--quiet", PARKING, DOG)
    repo.commit("editor")
    merged = merge(repo)
    assert repo.find(SUMMARY, ref=merged.commit).target == ANAS
    assert repo.git("ls-tree", "--name-only", merged.commit, "--", DOG) == ""


def test_other_files_in_conflict_are_named_and_nothing_is_merged(repo: Repo) -> None:
    two_branches(repo)
    for branch, name in (("work", "Alder"), ("main", "Elder")):
        repo.switch(branch)
        path = repo.root / "mkdocs.yml"
        path.write_text(
            path.read_text("utf-8").replace("Town of Alder", f"City of {name}"), "utf-8"
        )
        repo.write(SUMMARY, ANAS if branch == "work" else BENS)
        repo.commit("editor")
    repo.switch("work")
    head = repo.git("rev-parse", "HEAD")
    done = run_waypost(repo.root, "review", "merge", "--branch", "main")
    assert done.returncode == 1
    assert "mkdocs.yml" in done.stdout
    assert repo.git("rev-parse", "HEAD") == head
    assert repo.git("status", "--porcelain") == ""


def test_a_file_that_cannot_be_read_is_left_to_people(repo: Repo) -> None:
    two_branches(repo)
    path = repo.root / PARKING
    path.write_text(path.read_text("utf-8") + 'msgid "x\n', "utf-8")
    repo.commit("ana")
    repo.switch("main")
    repo.write(SUMMARY, BENS)
    repo.commit("ben")
    merged = merge(repo)
    assert merged.commit == ""
    assert {one.code for one in merged.findings} == {"T013"}
    assert merged.summary == "Not merged: mend these files first."


def test_when_main_has_nothing_new_nothing_is_done(repo: Repo) -> None:
    two_branches(repo)
    repo.write(SUMMARY, ANAS)
    repo.commit("ana")
    assert merge(repo) == MergedBranch("", (), 0, ())
    assert merge(repo).summary == "Nothing to merge."
    with pytest.raises(Failure, match="no commit “origin/main”"):
        merge(repo, "origin/main")


def test_changes_in_the_work_tree_are_never_overwritten(repo: Repo) -> None:
    two_branches(repo)
    repo.write("title", "Permiso para aparcar")
    repo.commit("ana")
    repo.switch("main")
    repo.write(SUMMARY, BENS)
    repo.commit("ben")
    repo.switch("work")
    repo.write(CALL, CALLS)
    before = (repo.root / PARKING).read_bytes()
    done = run_waypost(repo.root, "review", "merge", "--branch", "main")
    assert done.returncode == 2
    assert "Commit or put away your changes" in done.stderr
    assert (repo.root / PARKING).read_bytes() == before


def test_as_a_driver_of_git(repo: Repo) -> None:
    """The two lines of the handbook, in a plain `git merge`."""
    words = " ".join(waypost_command("review", "merge", "%O", "%A", "%B", "-o", "%A"))
    repo.git("config", "merge.waypost.driver", f"{words} --path %P")
    (repo.root / ".gitattributes").write_text("*.po merge=waypost\n", "utf-8")
    repo.commit("setup")
    two_branches(repo)
    repo.write("title", "Permiso para aparcar")
    repo.commit("ana")
    repo.switch("main")
    repo.write(SUMMARY, BENS)
    repo.commit("ben")
    repo.switch("work")
    repo.git("merge", "--quiet", "--no-edit", "main")
    assert repo.find("title").target == "Permiso para aparcar"
    assert repo.find(SUMMARY).target == BENS
    repo.switch("main")
    repo.write(SUMMARY, ANAS)
    repo.commit("ben")
    repo.switch("work")
    repo.write(SUMMARY, f"{BENS} Ya.")
    repo.commit("ana")
    said = repo.git("merge", "--no-edit", "main", check=False)
    assert "CONFLICT" in said
    assert "T103" in said
    assert {ANAS} <= {entry.target for entry in repo.load().obsolete}


def test_three_files_are_merged_to_the_output_or_printed(repo: Repo, tmp_path: Path) -> None:
    names = [tmp_path / name for name in ("base.po", "ours.po", "theirs.po")]
    for path in names:
        path.write_bytes((repo.root / PARKING).read_bytes())
    repo.write(SUMMARY, ANAS)
    names[1].write_bytes((repo.root / PARKING).read_bytes())
    words = ("review", "merge", *map(str, names))
    done = run_waypost(repo.root, *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert ANAS in done.stdout
    names[2].write_text("<<<<<<< x\n" + names[2].read_text("utf-8"), "utf-8")
    out = tmp_path / "out.po"
    broken = run_waypost(repo.root, *words, "-o", str(out))
    assert broken.returncode == 1
    assert "T013" in broken.stdout
    assert ANAS in out.read_text("utf-8")
    wrong = run_waypost(repo.root, "review", "merge", str(names[0]))
    assert wrong.returncode == 2
    assert "Name three files" in wrong.stderr


def test_a_site_may_lie_in_a_folder_of_its_repository(site: Path, tmp_path: Path) -> None:
    top = tmp_path / "top"
    top.mkdir()
    site.rename(top / "guide")
    repo = lay_repository(top / "guide")
    whole = Repo(top)
    (repo.root / ".git").rename(top / ".git")
    (top / "README.md").write_text("the town's files\n", "utf-8")
    whole.commit("setup")
    whole.switch("work", "main")
    repo.write("title", "Permiso para aparcar")
    whole.commit("ana")
    whole.switch("main")
    repo.write(SUMMARY, BENS)
    whole.commit("ben")
    merged = merge(repo)
    assert (merged.files, merged.findings) == (1, ())
    path = f"guide/{PARKING}"
    assert whole.find("title", path, merged.commit).target == "Permiso para aparcar"
    assert whole.find(SUMMARY, path, merged.commit).target == BENS
    report = stamp_branch(repo.root, ("main", "work"), whole.facts(), (), save=True)
    assert report.stamped == {"ana": 1}
    assert whole.git("diff", "--name-only", "work", report.commit) == path
    for branch, text in (("work", "a"), ("main", "b")):
        whole.switch(branch)
        (top / "README.md").write_text(f"{text}\n", "utf-8")
        whole.commit("editor")
    assert merge(repo).others == ("README.md",)


def test_two_reviewers_and_a_machine_run_in_between(repo: Repo) -> None:
    """Ana and Ben leave main; it moves on under both; each is stamped and merged in turn."""
    guide = repo.root / "content" / "guides" / "parking-permit.md"
    for name, address, text in (("ana", SUMMARY, ANAS), ("ben", CALL, CALLS)):
        repo.switch(name, "main")
        repo.write(address, text)
        repo.commit(name)
    repo.switch("main")
    text = guide.read_text("utf-8").replace("Keep the receipt", "Keep this receipt")
    guide.write_text(text.replace("1. Fill", "1. Wait.\n2. Fill").replace("2. Call", "3. Call"))
    project = open_project(repo.root, DAY)
    translate_project(project, ("es",), EngineChoice("pseudo", repo.root), dry_run=False)
    repo.commit("robot")
    for name in ("ana", "ben"):
        report = stamp_branch(repo.root, ("main", name), repo.facts(), (), save=True)
        assert (report.stamped, report.findings) == ({name: 1}, ())
        repo.git("branch", "--force", name, report.commit)
        merged = merge(repo, "main", name)
        assert merged.findings == ()
        after = stamp_branch(repo.root, ("main", merged.commit), repo.facts(), (), save=True)
        assert (after.commit, after.findings) == ("", ()), "a merge takes no stamp away"
        repo.git("reset", "--hard", "--quiet", merged.commit)
    sync_project(open_project(repo.root, DAY), ("es",), dry_run=False)
    found = {
        entry.target: (entry.address, entry.stamp.handle)
        for entry in repo.load().entries
        if entry.stamp is not None and entry.stamp.kind is StampKind.REVIEWED
    }
    assert found == {ANAS: (SUMMARY, "ana"), CALLS: ("body/what-to-do/li-3", "ben")}
    assert repo.find("body/what-to-do/li-1").source == "Wait."
