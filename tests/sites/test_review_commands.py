"""`waypost review accept` and `reject`, as people call them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.branches import PARKING, Repo, lay_repository
from tests.sites.running import DAY, read_tree, run_waypost
from waypost.model.replacing import replace
from waypost.pipeline.project import open_project
from waypost.pipeline.sync import sync_project
from waypost.pipeline.translate import EngineChoice, translate_project
from waypost.translation.stamp import StampKind, make_stamp

SUMMARY, CALL = "summary", "body/what-to-do/li-2"
OURS = "Un permiso le deja aparcar en su calle."
GUIDE, DOG = "guides/parking-permit", "guides/dog-license"
AGAIN = "Keep this paper at home."


@pytest.fixture
def repo(site: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The small site on a branch of main."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    repo = lay_repository(site)
    repo.switch("work", "main")
    return repo


def accept(repo: Repo, *words: str) -> tuple[int, str]:
    done = run_waypost(repo.root, "review", "accept", *words, "--as", "ana")
    return done.returncode, done.stdout + done.stderr


def reject(repo: Repo, *words: str) -> tuple[int, str]:
    done = run_waypost(repo.root, "review", "reject", *words)
    return done.returncode, done.stdout + done.stderr


def change_the_source(repo: Repo, old: str, new: str) -> None:
    guide = repo.root / "content" / f"{GUIDE}.md"
    guide.write_text(guide.read_text("utf-8").replace(old, new), "utf-8")
    sync_project(open_project(repo.root, DAY), ("es",), dry_run=False)


def test_a_text_with_a_defect_keeps_all_from_being_stamped(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    repo.write(CALL, "Llame si tiene dudas.")
    before = read_tree(repo.root / "translations")
    code, said = accept(repo, "es", GUIDE)
    assert code == 1
    assert "T001" in said
    assert "{phone.desk} is lost" in said
    assert "Nothing was stamped" in said
    assert read_tree(repo.root / "translations") == before
    code, said = accept(repo, "es", GUIDE, "--address", SUMMARY)
    assert (code, said) == (0, "1 text stamped by ana.\n")


def test_a_stale_text_must_be_said_to_be_still_right(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    sync_project(open_project(repo.root, DAY), ("es",), dry_run=False)
    change_the_source(repo, "lets you park on", "allows you to park on")
    before = read_tree(repo.root / "translations")
    code, said = accept(repo, "es", GUIDE, "--address", SUMMARY)
    assert code == 2
    assert "A permit [-lets-]{+allows+} you{+ to+} park on your own street." in said
    assert "--still-right" in said
    assert read_tree(repo.root / "translations") == before
    code, said = accept(repo, "es", GUIDE)
    assert "1 left, whose source has changed" in said
    assert repo.find(SUMMARY).previous
    code, said = accept(repo, "es", GUIDE, "--address", SUMMARY, "--still-right")
    assert code == 0
    assert f"es {GUIDE} summary: A permit [-lets-]{{+allows+}} you" in said
    entry = repo.find(SUMMARY)
    assert entry.stamp == make_stamp(StampKind.REVIEWED, "ana 2026-11-22", entry.source, OURS)
    assert entry.previous == ""


def test_a_former_text_comes_back_from_behind_a_machines(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    sync_project(open_project(repo.root, DAY), ("es",), dry_run=False)
    change_the_source(repo, "lets you park on", "allows you to park on")
    translate_project(
        open_project(repo.root, DAY), ("es",), EngineChoice("pseudo", repo.root), dry_run=False
    )
    assert repo.find(SUMMARY).target != OURS
    code, said = accept(repo, "es", GUIDE, "--address", SUMMARY, "--still-right")
    assert code == 0
    assert "[-lets-]" in said
    assert repo.find(SUMMARY).target == OURS
    assert OURS not in {entry.target for entry in repo.load().obsolete}


def test_all_that_a_branch_has_changed_is_accepted_at_once(repo: Repo) -> None:
    before = {entry.address: entry for entry in repo.load().entries}
    repo.write(SUMMARY, OURS)
    repo.commit("ana")
    repo.write(CALL, "Llame al {phone.desk} si duda.")
    done = run_waypost(repo.root, "translate", "--engine", "pseudo", "-l", "pl")
    assert done.returncode == 0, done.stderr
    code, said = accept(repo, "--changed-since", "main")
    assert code == 0, said
    assert said.endswith("2 texts stamped by ana.\n")
    assert "left, which a machine wrote: if you have read them, name their documents" in said
    for entry in repo.load().entries:
        is_hers = entry.stamp is not None and entry.stamp.kind is StampKind.REVIEWED
        assert is_hers == (entry.address in {SUMMARY, CALL})
        assert is_hers or entry == before[entry.address]
    code, said = accept(repo, "pl", "guides/dog-license", "--base", "main")
    assert code == 0, said
    assert " texts stamped by ana." in said
    assert accept(repo, "--changed-since", "main")[1].endswith("0 texts stamped by ana.\n")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("es",), 2, "Name a language and a document"),
        (("es", "guides/nothing"), 2, "There is no document guides/nothing"),
        (("es", GUIDE, "--address", "nowhere"), 2, "Nothing to stamp at nowhere"),
        (("fr", "interface"), 2, "“ana” may not stamp in fr"),
        (("--changed-since", "nowhere"), 2, "git knows no commit “nowhere”"),
    ],
)
def test_what_cannot_be_done_is_said(
    repo: Repo, words: tuple[str, ...], code: int, said: str
) -> None:
    before = read_tree(repo.root / "translations")
    found = accept(repo, *words)
    assert found[0] == code
    assert said in found[1]
    assert read_tree(repo.root / "translations") == before


def test_a_rejected_text_is_not_written_again_by_the_same_engine(repo: Repo) -> None:
    former = repo.find(SUMMARY)
    code, said = reject(repo, "es", GUIDE, "--address", SUMMARY, "--reason", "gibberish")
    assert (code, said) == (0, "1 text rejected; the source stands until it is mended.\n")
    entry = repo.find(SUMMARY)
    assert (entry.target, entry.comments[-1]) == ("", "reason: gibberish")
    assert former.stamp is not None
    assert former.stamp.by in entry.comments[0]
    for _ in range(2):
        run_waypost(repo.root, "translate", "--engine", "pseudo", "-l", "es")
        run_waypost(repo.root, "sync")
        assert repo.find(SUMMARY) == entry
    change_the_source(repo, "lets you park on", "allows you to park on")
    run_waypost(repo.root, "translate", "--engine", "pseudo", "-l", "es")
    assert repo.find(SUMMARY).target != ""


def test_a_whole_guide_of_a_machine_goes_and_a_persons_text_stays(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    code, said = reject(repo, "es", GUIDE)
    assert code == 0
    assert int(said.split()[0]) == len(repo.load().entries) - 1
    assert [e.address for e in repo.load().entries if e.target] == [SUMMARY]


def test_a_persons_text_is_rejected_by_name_only_and_waits(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    before = (repo.root / PARKING).read_bytes()
    code, said = reject(repo, "es", GUIDE, "--address", SUMMARY)
    assert code == 2
    assert "A person wrote the translation at summary" in said
    assert (repo.root / PARKING).read_bytes() == before
    assert reject(repo, "es", GUIDE, "--address", SUMMARY, "--person")[0] == 0
    run_waypost(repo.root, "sync")
    assert repo.find(SUMMARY).target == ""
    assert [x.target for x in repo.load().obsolete if x.target == OURS] == [OURS]
    assert "no translation at summary" in reject(repo, "es", GUIDE, "--address", SUMMARY)[1]


@pytest.fixture
def twice(repo: Repo) -> tuple[str, str]:
    """Two addresses of one sentence in the guide; it stands in another guide too."""
    for name in (GUIDE, DOG):
        path = repo.root / "content" / f"{name}.md"
        path.write_text(f"{path.read_text('utf-8')}\n{AGAIN}\n", "utf-8")
    change_the_source(repo, "You can ask for a hearing.", f"{AGAIN}\n\nYou can ask for a hearing.")
    assert run_waypost(repo.root, "translate", "--engine", "pseudo", "-l", "es").returncode == 0
    first, second = (each.address for each in repo.load().entries if each.source == AGAIN)
    return first, second


def test_readers_see_rejected_words_nowhere_in_the_guide(
    repo: Repo, twice: tuple[str, str]
) -> None:
    words = repo.find(twice[0]).target
    code, said = reject(repo, "es", GUIDE, "--address", twice[1])
    assert code == 0
    assert said.splitlines()[:2] == [
        "2 texts rejected; the source stands until it is mended.",
        f"The same words stood at {GUIDE} {twice[0]} too.",
    ]
    assert [repo.find(each).target for each in twice] == ["", ""]
    assert run_waypost(repo.root, "build").returncode == 0
    page = "build/site/es/{}/index.html"
    assert words not in (repo.root / page.format("parking-permit")).read_text("utf-8")
    assert words in (repo.root / page.format("dog-license")).read_text("utf-8")
    # The other guide is another text to look at; the command for it stands there to copy.
    command = said.splitlines()[-1].split()
    assert command[:5] == ["waypost", "review", "reject", "es", DOG]
    assert reject(repo, *command[3:])[1].startswith("1 text rejected;")
    assert run_waypost(repo.root, "build").returncode == 0
    assert words not in (repo.root / page.format("dog-license")).read_text("utf-8")


def test_who_rejects_a_machines_words_is_told_of_a_person_who_says_the_same(
    repo: Repo, twice: tuple[str, str]
) -> None:
    words = repo.find(twice[0]).target
    assert accept(repo, "es", GUIDE, "--address", twice[0])[0] == 0
    before = read_tree(repo.root / "translations")
    code, said = reject(repo, "es", GUIDE, "--address", twice[1])
    assert code == 2
    assert f"A person says the same words for the same source at {twice[0]}." in said
    assert read_tree(repo.root / "translations") == before
    both = ("--address", twice[0], "--address", twice[1], "--person")
    assert reject(repo, "es", GUIDE, *both)[0] == 0
    assert [repo.find(each).target for each in twice] == ["", ""]
    assert [each.target for each in repo.load().obsolete] == [words]


def test_a_persons_text_is_safe_where_another_guide_has_a_machines_at_its_address(
    repo: Repo,
) -> None:
    repo.write(SUMMARY, OURS)
    before = read_tree(repo.root / "translations")
    for guides in ((GUIDE, DOG), (DOG, GUIDE)):
        code, said = reject(repo, "es", *guides, "--address", SUMMARY)
        assert code == 2
        assert "A person wrote the translation at summary" in said
        assert read_tree(repo.root / "translations") == before


def test_a_rejection_on_a_branch_survives_the_machine_on_main(repo: Repo) -> None:
    assert reject(repo, "es", GUIDE, "--address", SUMMARY)[0] == 0
    repo.commit("ana")
    repo.switch("main")
    repo.change(CALL, lambda entry: replace(entry, comments=("seen",)))
    repo.commit("robot")
    repo.switch("work")
    assert run_waypost(repo.root, "review", "merge", "--branch", "main").returncode == 0
    assert repo.find(SUMMARY).target == ""
    assert repo.find(SUMMARY).comments != ()
    assert repo.find(CALL).comments == ("seen",)


def test_accept_and_check_name_the_same_line(repo: Repo) -> None:
    repo.write(CALL, "Llame al {phone.nowhere}.")
    code, said = accept(repo, "es", GUIDE, "--address", CALL)
    assert code == 1
    place = next(line for line in said.splitlines() if line.startswith(PARKING)).split(" ")[0]
    assert not place.startswith(f"{PARKING}:1:")
    told = run_waypost(repo.root, "check").stdout.splitlines()
    assert place in {line.split(" ")[0] for line in told if CALL in line}


def test_where_all_is_reviewed_there_is_nothing_to_reject(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    assert reject(repo, "es", GUIDE)[0] == 0
    before = read_tree(repo.root / "translations")
    assert reject(repo, "es", GUIDE) == (
        0,
        "Nothing to reject: no machine's text and no draft stands there.\n",
    )
    assert read_tree(repo.root / "translations") == before
