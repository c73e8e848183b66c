"""What happens before a real engine sees a text, through the real commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.drafted_site import firefox, guide, lay_drafted_site, read_drafts
from tests.sites.running import DAY, lay_files, run_waypost
from waypost.pipeline.project import open_project
from waypost.pipeline.survey import survey_project
from waypost.pipeline.translate import EngineChoice, RunOptions, translate_project
from waypost.translation.mark_choices import PATH, load_choices

_MORE = "facts:\n  grace: {duration: 30 days}\n  form: {code: DL-44}\n"
GUIDES = {
    "permit": guide(
        1,
        "Ask for the card within {grace} after you move.",
        "Do **not** send cash.",
        "Send form {form} or W-2 to [the office](https://alder.example/desk).",
        "Head Start is free.",
        "You can ask for a hearing.",
        more=_MORE,
    )
}
_GLOSSARIES = {
    "translations/glossary.csv": "term,rule,variants\nHead Start,,\n",
    "translations/pt/glossary.csv": "term,rule,variants\nhearing,,audiência\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    lay_drafted_site(root, GUIDES)
    lay_files(root, _GLOSSARIES)
    return root


def test_facts_names_and_terms_come_through_a_real_engine(site: Path) -> None:
    report = translate_project(
        open_project(site, DAY),
        ("pt",),
        firefox(site),
        dry_run=False,
        options=RunOptions(("permit",)),
    )
    assert report.refused == 0
    texts = list(read_drafts(site).values())
    (within,) = (text for text in texts if "{grace}" in text)
    assert "de {grace}" in within  # so it was seen as thirty days
    (refused,) = (text for text in texts if "**" in text)
    assert refused.startswith("**Não**")
    (sent,) = (text for text in texts if "W-2" in text)
    assert "{form}" in sent
    assert "]{1}" in sent
    assert any(text.startswith("Head Start ") for text in texts)
    assert any("uma audiência" in text for text in texts)
    assert {"by value", "projected", "plain"} <= set(report.ways)
    (finding,) = (one for one in report.findings if one.code == "T069")
    assert finding.place.path == "translations/pt/guides/permit.po"
    assert finding.place.line > 1
    assert "“not”" in finding.message


def test_a_survey_measures_and_keeps_the_choice(site: Path) -> None:
    first = run_waypost(site, "translate", "--survey", "-l", "pt", "--engine", "firefox")
    assert first.returncode == 0, first.stderr
    assert "spaced brackets" in first.stdout
    assert f"Written to {PATH}" in first.stdout
    (choice,) = load_choices(site)
    assert (choice.engine, choice.source, choice.target) == ("firefox", "en", "pt")
    assert len(choice.marks) > 3
    assert "white brackets" not in choice.marks  # none of them comes back from these models
    again = survey_project(open_project(site, DAY), ("pt",), firefox(site))
    assert not again.is_written
    assert again.measured[0].choice == choice
    assert again.measured[0].sentences >= 43
    assert read_drafts(site) == {}


def test_an_engine_that_keeps_markup_has_nothing_to_measure(site: Path) -> None:
    choice = EngineChoice("pseudo", site / "packs")
    report = survey_project(open_project(site, DAY), (), choice)
    assert report.measured == ()
    assert report.summary == "pt was skipped: its engine keeps markup by itself"
    assert not (site / PATH).exists()


def test_check_tells_of_the_mistakes_in_glossaries(site: Path) -> None:
    lay_files(
        site,
        {
            "translations/glossary.csv": "term,rule\nfee,required\n",
            "translations/pt/glossary.csv": "term;rule;variants\nfee;must;taxa\n",
        },
    )
    found = run_waypost(site, "check")
    assert found.returncode == 1
    assert "translations/glossary.csv:2:5: error:" in found.stdout
    assert "translations/pt/glossary.csv:2:5: error: there is no rule “must” [T061]" in found.stdout
