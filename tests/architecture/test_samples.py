"""What the handbook tells editors and reviewers to write is taken without a finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.sites.running import DAY, copy_sources, run_waypost
from waypost.model.finding import Finding
from waypost.pipeline.check import check_project
from waypost.pipeline.project import open_project
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.rejection import find_rejections

_FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def _blocks(project: Path, page: str, kind: str) -> list[str]:
    text = (project / "docs" / page).read_text("utf-8")
    return [match["text"] for match in _FENCE.finditer(text) if match["kind"] == kind]


def _check(site: Path) -> list[Finding]:
    """What `waypost check` says of the content; PO files follow by `waypost sync`."""
    for path in (site / "translations").rglob("*.po"):
        path.unlink()
    findings = check_project(open_project(site, DAY))
    return [one for one in findings if not one.place.path.startswith("translations/")]


@pytest.fixture
def site(project: Path, tmp_path: Path) -> Path:
    """The example site, to be changed."""
    return copy_sources(project, tmp_path / "site")


def _put(site: Path, path: str, text: str) -> None:
    (site / "content" / path).write_text(text, "utf-8")


def _sample_guide(project: Path) -> str:
    """The guide that an editor has who copies every sample of the page in its order."""
    first, *more = _blocks(project, "editors/index.md", "yaml")
    fields = "".join((first.removesuffix("---\n"), *more))
    return f"{fields}---\n\n" + "".join(_blocks(project, "editors/index.md", "markdown"))


def test_the_guide_of_fifteen_minutes_is_a_guide(project: Path, site: Path) -> None:
    _put(site, "guides/renew-license.md", _sample_guide(project))
    assert _check(site) == []


def test_a_sample_that_is_wrong_is_noticed(project: Path, site: Path) -> None:
    _put(site, "guides/renew-license.md", _sample_guide(project).replace("- phrase:", "- what:"))
    assert {one.code for one in _check(site)} == {"C020"}


def test_agencies_offices_journeys_and_alerts_are_as_shown(project: Path, site: Path) -> None:
    agency, office, journey, alert = _blocks(project, "editors/other-pages.md", "yaml")
    second = "  - {id: dp_2, name: Accessible parking form}\n"
    _put(site, "agencies/motor_vehicles.yml", agency.replace("teams:\n", f"{second}teams:\n"))
    _put(site, "offices/courthouse.yml", office)
    head = "---\ntitle: Moving here\nsummary: What to do first.\n"
    _put(site, "journeys/moving-here.md", f"{head}{journey}---\n\nWelcome.\n")
    _put(site, "alerts/winter-closing.yml", alert)
    assert _check(site) == []


def test_facts_are_as_shown(project: Path, site: Path) -> None:
    shared, local = _blocks(project, "editors/facts.md", "yaml")
    facts = (site / "content" / "facts.yml").read_text("utf-8")
    _put(site, "facts.yml", facts + shared)
    guide = (site / "content" / "guides" / "baby-food.md").read_text("utf-8")
    used = "".join(_blocks(project, "editors/facts.md", "markdown"))
    _put(site, "guides/baby-food.md", guide.replace("---\n", f"---\n{local}", 1) + f"\n{used}")
    assert _check(site) == []


def test_kinds_of_facts_are_as_shown(project: Path, site: Path) -> None:
    text = (project / "docs" / "editors" / "facts.md").read_text("utf-8")
    values = re.findall(r"`(\{[a-z]+: [^`]+\})`", text)
    assert len(values) > 12
    lines = [f"sample.n{number}: {value}\n" for number, value in enumerate(values)]
    facts = (site / "content" / "facts.yml").read_text("utf-8")
    _put(site, "facts.yml", facts + "".join(lines))
    assert _check(site) == []


def test_phrases_are_as_shown(project: Path, site: Path) -> None:
    who, own, bank = _blocks(project, "editors/phrases.md", "yaml")
    phrases = (site / "content" / "phrases.yml").read_text("utf-8")
    _put(site, "phrases.yml", phrases + bank)
    for fields in (who, own):
        guide = (project / "content" / "guides" / "trash-pickup.md").read_text("utf-8")
        guide = re.sub(r"^who:\n(?:  .*\n)+", "", guide, flags=re.MULTILINE)
        _put(site, "guides/trash-pickup.md", guide.replace("---\n", f"---\n{fields}", 1))
        assert _check(site) == []


def test_a_finding_reads_as_shown(project: Path, site: Path) -> None:
    (sample,) = _blocks(project, "editors/mistakes.md", "text")
    head = "---\ntitle: Get a parking permit\nsummary: A permit lets you park.\n"
    fields = "topics: [driving]\nagency: motor_vehicles\nwho: [lives_here]\nneed: [photo_id]\n"
    more = "cost: [{amount: fee.parking_permit}]\nways: {phone: agency}\n---\n\n## What to do\n\n"
    _put(site, "guides/parking.md", f"{head}{fields}{more}1. Pay the fee of $35.\n")
    facts = (site / "content" / "facts.yml").read_text("utf-8")
    _put(site, "facts.yml", f"{facts}fee.parking_permit: {{money: 35}}\n")
    line = len(facts.splitlines()) + 1
    printed = run_waypost(site, "check", "--date", DAY.isoformat()).stdout
    assert sample.replace("facts.yml:8.", f"facts.yml:{line}.") in printed


def test_a_reviewer_is_listed_and_accepts_as_shown(project: Path, site: Path) -> None:
    (listed,) = _blocks(project, "reviewers/index.md", "yaml")
    command, *others = _blocks(project, "reviewers/index.md", "sh")
    reviewers = site / "translations" / "reviewers.yml"
    reviewers.write_text(reviewers.read_text("utf-8") + listed, "utf-8")
    done = run_waypost(site, *command.split()[1:], "--date", DAY.isoformat())
    assert (done.returncode, done.stderr) == (0, "")
    assert check_project(open_project(site, DAY)) == ()
    for line in "".join(others).splitlines():
        done = run_waypost(site, *line.split("#")[0].split()[1:])
        assert (done.returncode, done.stderr) == (0, ""), line


def test_an_entry_of_a_po_file_is_as_shown(project: Path) -> None:
    sample, rejected = _blocks(project, "reviewers/po-files.md", "po")
    files = (project / "translations").glob("*/guides/*.po")
    assert any(f"\n{sample}" in path.read_text("utf-8") for path in files)
    (entry,) = parse_catalog(rejected.encode()).catalog.entries
    (rejection,) = find_rejections(entry.comments)
    assert rejection.by == "argos 1.12.1 en_es 1.9"
    assert entry.comments[-1] == "reason: says the opposite"
