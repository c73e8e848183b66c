"""Stamps on pull requests: who changed or approved a text vouches for it, and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites.branches import PARKING, REVIEWERS, Repo, lay_repository
from tests.sites.running import run_waypost
from waypost.model.finding import Failure
from waypost.model.replacing import replace
from waypost.pipeline.check_branch import check_branch
from waypost.pipeline.project import open_project
from waypost.pipeline.review_stamp import StampReport, stamp_branch
from waypost.pipeline.sync import sync_project
from waypost.translation.catalog import Entry
from waypost.translation.po_writer import render_catalog
from waypost.translation.rejection import reject
from waypost.translation.stamp import StampKind, make_stamp

SUMMARY, CALL, KEEP = "summary", "body/what-to-do/li-2", "body/what-to-do/p-1"
OURS = "Un permiso le deja aparcar en su calle."
THEIRS = "Con un permiso puede estacionar en su calle."


@pytest.fixture
def repo(site: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The small site on main; the day is fixed, and a branch `work` is checked out."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    repo = lay_repository(site)
    repo.switch("work", "main")
    return repo


def stamp(repo: Repo, facts: bytes = b"", *approved: str, onto: str = "") -> StampReport:
    return stamp_branch(repo.root, ("main", "work"), facts, approved, onto=onto, save=True)


def signer(repo: Repo, report: StampReport, address: str = SUMMARY) -> str:
    """The handle of the stamp in the commit that was made; "" for none."""
    stamp = repo.find(address, ref=report.commit or "work").stamp
    return stamp.handle if stamp is not None and stamp.kind is StampKind.REVIEWED else ""


def codes(report: StampReport) -> list[str]:
    return [one.code for one in report.findings]


def forge(handle: str, text: str = "") -> Callable[[Entry], Entry]:
    def change(entry: Entry) -> Entry:
        target = text or entry.target
        signed = make_stamp(StampKind.REVIEWED, f"{handle} 2026-11-21", entry.source, target)
        return replace(entry, target=target, stamp=signed, flags=())

    return change


def test_what_a_reviewer_writes_gets_her_stamp_on_top_of_the_branch(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    head = repo.commit("ana")
    report = stamp(repo, repo.facts())
    assert (report.stamped, report.findings) == ({"ana": 1}, ())
    entry = repo.find(SUMMARY, ref=report.commit)
    assert entry.stamp == make_stamp(StampKind.REVIEWED, "ana 2026-11-22", entry.source, OURS)
    assert not entry.is_fuzzy
    assert repo.git("rev-parse", f"{report.commit}^") == head
    assert repo.git("diff", "--name-only", head, report.commit) == PARKING
    assert repo.git("rev-parse", "work") == head, "no branch is moved"
    assert repo.git("status", "--porcelain") == ""


def test_stamping_again_changes_nothing(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    repo.commit("ana")
    facts = repo.facts()
    first = stamp(repo, facts)
    repo.git("reset", "--hard", "--quiet", first.commit)
    again = stamp(repo, facts)
    assert (again.commit, again.stamped, again.findings) == ("", {}, ())


def test_a_commit_proves_nothing_until_github_does(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    commit = repo.commit("ana")
    assert stamp(repo).stamped == {}
    assert stamp(repo, repo.facts(unsigned=[commit])).stamped == {}
    mine = repo.facts(unsigned=[commit], fork_owner="Ana-O")
    assert stamp(repo, mine).stamped == {"ana": 1}
    other = repo.facts(unsigned=[commit], fork_owner="mallory")
    assert stamp(repo, other).stamped == {}


def test_a_signature_of_somebody_else_under_her_name_is_not_hers(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    repo.commit("ana")
    facts = repo.facts().replace(b'"web-flow"', b'"mallory"')
    assert stamp(repo, facts).stamped == {}


def test_a_reviewer_without_the_language_stamps_nothing(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    head = repo.commit("lin")
    report = stamp(repo, repo.facts([("lin-w", "APPROVED", head)]), "lin")
    assert (report.stamped, report.findings, report.commit) == ({}, (), "")


def test_what_others_write_is_stamped_when_a_reviewer_approves(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    head = repo.commit("helper")
    assert stamp(repo, repo.facts()).stamped == {}
    assert stamp(repo, repo.facts([("ana-o", "COMMENTED", head)])).stamped == {}
    report = stamp(repo, repo.facts([("Ana-O", "APPROVED", head)]))
    assert report.stamped == {"ana": 1}
    assert signer(repo, report) == "ana"
    assert stamp(repo, b"", "ben").stamped == {"ben": 1}


def test_an_approval_covers_the_words_that_stood_there(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    repo.write(CALL, "Llame a {phone.desk} si duda.")
    seen = repo.commit("helper")
    repo.write(SUMMARY, THEIRS)
    repo.commit("helper")
    report = stamp(repo, repo.facts([("ana-o", "APPROVED", seen)]))
    assert report.stamped == {"ana": 1}
    assert (signer(repo, report), signer(repo, report, CALL)) == ("", "ana")


@pytest.mark.parametrize("state", ["CHANGES_REQUESTED", "DISMISSED"])
def test_an_approval_that_is_taken_back_takes_its_stamps_along(repo: Repo, state: str) -> None:
    repo.write(SUMMARY, OURS)
    head = repo.commit("helper")
    reviews = [("ana-o", "APPROVED", head)]
    report = stamp(repo, repo.facts(reviews))
    repo.git("reset", "--hard", "--quiet", report.commit)
    repo.note("robot")
    kept = stamp(repo, repo.facts(reviews))
    assert (kept.commit, kept.findings) == ("", ())
    gone = stamp(repo, repo.facts([*reviews, ("ana-o", state, head)]))
    assert codes(gone) == ["T100"]
    assert repo.find(SUMMARY, ref=gone.commit).stamp == make_stamp(
        StampKind.HUMAN, "", repo.find(SUMMARY).source, OURS
    )


def add_machine_texts(repo: Repo) -> None:
    """A machine's commit: Polish, which had no word, drafted whole."""
    done = run_waypost(repo.root, "translate", "--engine", "pseudo", "-l", "pl")
    assert done.returncode == 0, done.stderr


def test_to_approve_a_machines_texts_reviews_none_of_them(repo: Repo) -> None:
    add_machine_texts(repo)
    head = repo.commit("robot")
    report = stamp(repo, repo.facts([("ana-o", "APPROVED", head)]), "ana")
    assert (report.stamped, report.commit) == ({}, "")


def test_a_reviewers_own_machine_run_reviews_nothing(repo: Repo) -> None:
    add_machine_texts(repo)
    repo.commit("ana")
    assert stamp(repo, repo.facts()).stamped == {}


def test_a_guide_whose_machine_texts_she_names_is_reviewed(repo: Repo) -> None:
    add_machine_texts(repo)
    head = repo.commit("robot")
    body = "I read these:\r\n/waypost accept pl guides/dog-license summary\r\n`/waypost accept x`"
    report = stamp(repo, repo.facts([("ana-o", "APPROVED", head, body)]))
    assert report.stamped == {"ana": 1}
    assert repo.git("diff", "--name-only", head, report.commit) == (
        "translations/pl/guides/dog-license.po"
    )
    whole = "/waypost accept pl guides/dog-license"
    many = stamp(repo, repo.facts([("ana-o", "APPROVED", head, whole)]))
    assert many.stamped["ana"] > 5
    other = stamp(repo, repo.facts([("ben-k", "APPROVED", head, whole)]))
    assert other.stamped == {}, "Ben doesn't review Polish"


def test_a_machines_text_that_a_reviewer_marks_as_finished_is_hers(repo: Repo) -> None:
    repo.finish(SUMMARY)
    repo.commit("ana")
    report = stamp(repo, repo.facts())
    assert report.stamped == {"ana": 1}
    assert signer(repo, report) == "ana"


def test_marked_as_finished_by_others_it_stays_a_machines(repo: Repo) -> None:
    repo.finish(SUMMARY)
    head = repo.commit("helper")
    report = stamp(repo, repo.facts([("ana-o", "APPROVED", head)]))
    assert (report.stamped, report.commit) == ({}, "")


def test_a_machines_text_without_its_mark_gets_it_back(repo: Repo) -> None:
    before = repo.find(SUMMARY)
    repo.change(SUMMARY, lambda entry: replace(entry, stamp=None, flags=()))
    head = repo.commit("mallory")
    report = stamp(repo, repo.facts([("ana-o", "APPROVED", head)]))
    assert (codes(report), report.stamped) == (["T102"], {})
    assert repo.find(SUMMARY, ref=report.commit) == before
    repo.git("reset", "--hard", "--quiet", "main")
    repo.change(SUMMARY, lambda entry: replace(entry, stamp=None, flags=()))
    repo.commit("ana")
    mine = stamp(repo, repo.facts())
    assert (mine.stamped, mine.findings) == ({"ana": 1}, ())


def test_a_forged_stamp_is_taken_away(repo: Repo) -> None:
    repo.change(SUMMARY, forge("ana", OURS))
    repo.commit("mallory")
    report = stamp(repo, repo.facts())
    assert codes(report) == ["T100"]
    (finding,) = report.findings
    text = (repo.root / PARKING).read_text("utf-8").splitlines()
    assert text[finding.place.line - 1] == f'msgctxt "{SUMMARY}"'
    entry = repo.find(SUMMARY, ref=report.commit)
    assert (entry.target, entry.stamp and entry.stamp.kind) == (OURS, StampKind.HUMAN)


def test_a_forged_stamp_on_a_machines_text_makes_it_a_machines_again(repo: Repo) -> None:
    before = repo.find(SUMMARY)
    repo.change(SUMMARY, forge("ana"))
    repo.commit("mallory")
    report = stamp(repo, repo.facts())
    assert codes(report) == ["T100"]
    assert repo.find(SUMMARY, ref=report.commit) == before


def test_a_forged_stamp_that_another_reviewer_approves_becomes_hers(repo: Repo) -> None:
    repo.change(SUMMARY, forge("ana", OURS))
    head = repo.commit("mallory")
    report = stamp(repo, repo.facts([("ben-k", "APPROVED", head)]))
    assert (codes(report), report.stamped) == (["T100"], {"ben": 1})
    assert signer(repo, report) == "ben"


def test_a_second_forged_stamp_among_the_comments_goes_too(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    lines = (repo.root / PARKING).read_text("utf-8")
    source = repo.find(SUMMARY).source
    line = make_stamp(StampKind.REVIEWED, "ana 2026-11-21", source, OURS)
    old = make_stamp(StampKind.REVIEWED, "ben 2026-11-21", source, OURS)
    repo.change(
        SUMMARY,
        lambda entry: replace(
            entry,
            flags=(),
            stamp=line,
            comments=(f"reviewed: {old.by} src={old.source} tgt={old.target}",),
        ),
    )
    assert (repo.root / PARKING).read_text("utf-8") != lines
    repo.commit("mallory")
    report = stamp(repo, repo.facts())
    assert codes(report) == ["T100", "T100"]
    assert (
        "reviewed:" not in repo.git("show", f"{report.commit}:{PARKING}").partition("obsolete")[0]
    )


def test_a_branch_cannot_name_its_own_reviewers(repo: Repo) -> None:
    mallory = "- {handle: mallory, name: Mallory, languages: [es], github: mallory}\n"
    (repo.root / "translations" / "reviewers.yml").write_text(REVIEWERS + mallory, "utf-8")
    repo.change(SUMMARY, forge("mallory", OURS))
    head = repo.commit("mallory")
    report = stamp(repo, repo.facts([("mallory", "APPROVED", head)], "mallory"), "mallory")
    assert (codes(report), report.stamped) == (["T100"], {})


def test_a_stamp_of_the_base_may_move_with_its_text(repo: Repo) -> None:
    dog = "translations/es/guides/dog-license.po"
    moved = repo.load(dog)
    path = repo.root / "translations" / "es" / "guides" / "dog.po"
    (repo.root / dog).rename(path)
    repo.commit("editor")
    assert moved.entries[0].stamp is not None
    report = stamp(repo, repo.facts())
    assert (report.findings, report.commit) == ((), "")


def test_a_retracted_text_is_not_hers_when_another_brings_it_back(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    early = repo.commit("ana")
    repo.write(SUMMARY, THEIRS)
    late = repo.commit("ana")
    assert signer(repo, stamp(repo, repo.facts())) == "ana"
    repo.write(SUMMARY, OURS)
    repo.commit("mallory")
    assert stamp(repo, repo.facts()).stamped == {}
    repo.git("reset", "--hard", "--quiet", late)
    tree = repo.git("rev-parse", f"{early}^{{tree}}")
    repo.git("branch", "side", early)
    repo.switch("side")
    (repo.root / "README.md").write_text("side\n", "utf-8")
    side = repo.commit("mallory")
    merge = repo.git("commit-tree", tree, "-p", late, "-p", side, "-m", "merge", who="mallory")
    repo.switch("work")
    repo.git("reset", "--hard", "--quiet", merge)
    repo.note("mallory")
    assert repo.find(SUMMARY).target == OURS
    assert stamp(repo, repo.facts()).stamped == {}


def test_a_merge_of_main_leaves_each_text_to_its_writer(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    repo.commit("ana")
    repo.switch("main")
    repo.write(KEEP, "Lleve el recibo en el coche. El formulario cuesta {form_fee}.")
    repo.commit("ben")
    repo.switch("work")
    repo.git("merge", "--quiet", "--no-edit", "main", who="helper")
    repo.note("helper")
    report = stamp(repo, repo.facts())
    assert (report.stamped, report.findings) == ({"ana": 1}, ())
    assert signer(repo, report, KEEP) == ""


def test_a_text_with_a_blocking_defect_is_not_stamped(repo: Repo) -> None:
    repo.write(CALL, "Llame si tiene dudas.")
    repo.commit("ana")
    report = stamp(repo, repo.facts())
    assert report.stamped == {}
    (finding,) = report.findings
    assert finding.code == "T001"
    assert "{phone.desk} is lost; so it isn't stamped for ana" in finding.message


def test_a_text_for_a_former_source_is_not_stamped_by_approving(repo: Repo) -> None:
    guide = repo.root / "content" / "guides" / "parking-permit.md"
    repo.write(SUMMARY, OURS)
    text = guide.read_text("utf-8").replace("lets you park", "may let you park")
    guide.write_text(text, "utf-8")
    sync_project(open_project(repo.root, None), ("es",), dry_run=False)
    guide.write_text(text.replace("may let you park", "lets no one else park"), "utf-8")
    sync_project(open_project(repo.root, None), ("es",), dry_run=False)
    head = repo.commit("helper")
    assert repo.find(SUMMARY).previous
    assert stamp(repo, repo.facts([("ana-o", "APPROVED", head)])).stamped == {}


def test_a_forks_texts_are_stamped_on_main_once_they_are_merged(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    head = repo.commit("helper")
    before = repo.git("rev-parse", "main")
    repo.switch("main")
    repo.git("merge", "--quiet", "--no-ff", "--no-edit", "work")
    merged = repo.git("rev-parse", "main")
    facts = repo.facts([("ana-o", "APPROVED", head)])
    report = stamp_branch(repo.root, (before, "work"), facts, (), onto="main", save=True)
    assert report.stamped == {"ana": 1}
    assert repo.git("rev-parse", f"{report.commit}^") == merged
    assert signer(repo, report) == "ana"


def test_a_file_in_conflict_is_said_and_left(repo: Repo) -> None:
    path = repo.root / PARKING
    path.write_text("<<<<<<< ours\n" + path.read_text("utf-8"), "utf-8")
    head = repo.commit("ana")
    report = stamp(repo, repo.facts([("ana-o", "APPROVED", head)]))
    assert (codes(report), report.commit) == (["T013"], "")


def test_a_rejected_person_comes_back_with_nobodys_stamp(repo: Repo) -> None:
    repo.change(SUMMARY, forge("ana", OURS))
    catalog = reject(repo.load(), frozenset({SUMMARY}), "").catalog
    (repo.root / PARKING).write_bytes(render_catalog(catalog).encode())
    repo.commit("mallory")
    report = stamp(repo, repo.facts())
    assert codes(report) == ["T100"]
    (former,) = repo.load(ref=report.commit).obsolete
    assert former.stamp is not None
    assert former.stamp.kind is StampKind.HUMAN


@pytest.mark.parametrize(
    ("base", "head", "message"),
    [("main", "nowhere", "no commit “nowhere”"), ("--output=x", "work", "no commit “--output=x”")],
)
def test_a_ref_that_is_not_there_is_one_failure(
    repo: Repo, base: str, head: str, message: str
) -> None:
    with pytest.raises(Failure, match=message):
        stamp_branch(repo.root, (base, head), b"", ())


def test_a_shallow_clone_and_no_repository_are_said(repo: Repo, tmp_path: Path) -> None:
    repo.write(SUMMARY, OURS)
    repo.commit("ana")
    repo.switch("main")
    repo.write(KEEP, "Lleve el recibo. El formulario cuesta {form_fee}.")
    repo.commit("ben")
    shallow = tmp_path / "shallow"
    url = repo.root.as_uri()
    repo.git("clone", "--quiet", "--depth=1", "--no-single-branch", url, str(shallow))
    with pytest.raises(Failure, match="shallow"):
        stamp_branch(shallow, ("origin/main", "origin/work"), b"", ())
    done = run_waypost(shallow, "review", "stamp", "--base", "origin/main", "--head", "origin/work")
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr


def test_the_command_says_and_saves_as_the_action_needs_it(repo: Repo, tmp_path: Path) -> None:
    repo.write(SUMMARY, OURS)
    repo.commit("ana")
    facts, id_ = tmp_path / "facts.jsonl", tmp_path / "id.txt"
    facts.write_bytes(repo.facts())
    arguments = ("review", "stamp", "--base", "main", "--head", "work", "--facts", str(facts))
    said = run_waypost(repo.root, *arguments)
    assert (said.returncode, said.stdout) == (0, "1 text to stamp: 1 for ana.\n")
    done = run_waypost(repo.root, *arguments, "--save-commit", str(id_))
    assert done.returncode == 0
    commit = id_.read_text("utf-8").strip()
    assert repo.git("rev-parse", f"{commit}^") == repo.git("rev-parse", "work")
    repo.git("reset", "--hard", "--quiet", commit)
    again = run_waypost(repo.root, *arguments, "--save-commit", str(id_))
    assert (again.returncode, id_.read_text("utf-8")) == (0, "")
    facts.write_text("nonsense\n", "utf-8")
    broken = run_waypost(repo.root, *arguments)
    assert broken.returncode == 2
    assert "can't be read" in broken.stderr


def check(repo: Repo) -> list[tuple[str, str]]:
    """Codes and severities of what `check --base main` says of the branch's stamps."""
    found = check_branch(open_project(repo.root, None), "main")
    return [(one.code, one.severity.value) for one in found]


def commit_as(repo: Repo, email: str) -> None:
    repo.git("add", "--all")
    repo.git("-c", f"user.email={email}", "commit", "--quiet", "-m", "x", who="x")
    repo.git("commit", "--quiet", "--amend", "--no-edit", f"--author=x <{email}>", who="x")


@pytest.mark.parametrize(
    ("email", "found"),
    [
        ("1+mallory@users.noreply.github.com", [("T100", "error")]),
        ("mallory@home.example", [("T101", "warning")]),
        ("7+Ana-O@users.noreply.github.com", []),
    ],
)
def test_check_tells_a_forged_stamp_from_one_that_git_cannot_prove(
    repo: Repo, email: str, found: list[tuple[str, str]]
) -> None:
    repo.change(SUMMARY, forge("ana", OURS))
    commit_as(repo, email)
    assert check(repo) == found


def test_check_knows_who_is_no_reviewer_on_the_base(repo: Repo) -> None:
    mallory = "- {handle: mallory, name: Mallory, languages: [es], github: mallory}\n"
    (repo.root / "translations" / "reviewers.yml").write_text(REVIEWERS + mallory, "utf-8")
    repo.change(SUMMARY, forge("mallory", OURS))
    repo.commit("mallory")
    assert check(repo) == [("T100", "error")]


def test_check_sees_a_machines_text_without_its_mark(repo: Repo) -> None:
    repo.change(SUMMARY, lambda entry: replace(entry, stamp=None, flags=()))
    commit_as(repo, "1+mallory@users.noreply.github.com")
    assert check(repo) == [("T102", "error")]


def test_check_has_nothing_against_honest_work(repo: Repo) -> None:
    repo.write(SUMMARY, OURS)
    commit_as(repo, "1+mallory@users.noreply.github.com")
    assert check(repo) == []
    done = run_waypost(repo.root, "check", "--base", "main")
    plain = run_waypost(repo.root, "check")
    assert (done.stdout, done.returncode) == (plain.stdout, plain.returncode)
    lost = run_waypost(repo.root, "check", "--base", "nowhere")
    assert lost.returncode == 2
    assert "git knows no commit “nowhere”" in lost.stderr


@pytest.fixture
def vouched(repo: Repo) -> Repo:
    """Ana has reviewed two texts on main, and a branch `later` is checked out."""
    repo.switch("main")
    for address in (SUMMARY, CALL):
        text = repo.find(address).target or "Llame."
        repo.change(address, forge("ana", f"{text} "))
    repo.commit("ana")
    repo.switch("later", "main")
    return repo


def blank(repo: Repo) -> None:
    for address in (SUMMARY, CALL):
        repo.change(address, lambda entry: replace(entry, target="", stamp=None))


def told(repo: Repo) -> list[str]:
    """What is said of texts that are gone, by `check --base` and by the stamping of it."""
    found = check_branch(open_project(repo.root, None), "main")
    stamped = stamp_branch(repo.root, ("main", "later"), b"", ()).findings
    gone = [one for one in found if one.code == "T105"]
    assert gone == [one for one in stamped if one.code == "T105"]
    assert {one.severity.value for one in gone} <= {"warning"}
    return [f"{one.place.path}: {one.message}" for one in gone]


@pytest.mark.parametrize(
    "take_away",
    [
        lambda repo: (repo.root / PARKING).write_bytes(b""),
        lambda repo: (repo.root / PARKING).unlink(),
        blank,
    ],
    ids=["emptied", "deleted", "blanked"],
)
def test_reviewed_texts_that_a_branch_takes_away_are_told(
    vouched: Repo, take_away: Callable[[Repo], object]
) -> None:
    take_away(vouched)
    vouched.commit("mallory")
    what = f"{PARKING}: 2 reviewed texts of the base are gone: “{SUMMARY}”, “{CALL}”"
    assert told(vouched) == [what]


def test_a_text_that_moved_or_waits_or_was_corrected_is_not_gone(vouched: Repo) -> None:
    catalog = vouched.load()
    (summary,) = [one for one in catalog.entries if one.address == SUMMARY]
    others = tuple(one for one in catalog.entries if one.address != SUMMARY)
    path = vouched.root / PARKING
    path.write_bytes(render_catalog(replace(catalog, entries=others, obsolete=(summary,))).encode())
    vouched.write(CALL, "Llame a la oficina.")
    vouched.commit("ben")
    assert told(vouched) == []
    other = path.with_name("parking-place.po")
    path.rename(other)
    vouched.commit("ben")
    assert [line for line in told(vouched) if SUMMARY in line] == []


def test_what_the_base_itself_has_taken_away_is_not_told(vouched: Repo) -> None:
    vouched.switch("main")
    blank(vouched)
    vouched.commit("ana")
    vouched.switch("later")
    (vouched.root / PARKING).unlink()
    vouched.commit("ben")
    assert told(vouched) == []
