"""A contact that settings name wrongly is an error at its place: no notice loses its number."""

from __future__ import annotations

from pathlib import Path

from tests.sites.running import DAY, build
from tests.sites.small_site import SETTINGS
from waypost.pipeline.check import check_project
from waypost.pipeline.project import open_project


def test_a_wrong_contact_is_an_error_in_check_and_build(site: Path) -> None:
    wrong = SETTINGS.replace(
        "contact: phone.help", "contact: phone.hlep\n      emergency: email.desk"
    )
    (site / "mkdocs.yml").write_text(wrong, "utf-8")
    expected = [
        ("mkdocs.yml:13:16", "contact must be a phone fact, and “phone.hlep” is no fact"),
        ("mkdocs.yml:14:18", "emergency must be a phone fact, and “email.desk” is a fact of"),
    ]
    report = build(site)
    assert not report.written
    for findings in (report.findings, check_project(open_project(site, DAY))):
        wanted = [one for one in findings if one.code == "S003"]
        assert [str(one.place) for one in wanted] == [place for place, _ in expected]
        assert all(
            one.message.startswith(said) for one, (_, said) in zip(wanted, expected, strict=True)
        )
        assert wanted[0].mend.endswith("Did you mean “phone.help”?")


def test_a_fact_that_cannot_be_read_is_told_of_once(site: Path) -> None:
    facts = site / "content" / "facts.yml"
    text = facts.read_text("utf-8")
    facts.write_text(text.replace("505-555-0142", "555-0142"), "utf-8")
    for findings in (check_project(open_project(site, DAY)), build(site).findings):
        codes = {one.code for one in findings}
        assert "C056" in codes
        assert "S003" not in codes
