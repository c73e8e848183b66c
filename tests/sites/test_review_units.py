"""What a reviewer is shown of each text, on a small site in every state."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.running import DAY, find_segment
from waypost.model.review_unit import ReviewUnit
from waypost.model.text import Risk
from waypost.model.translation import Freshness, Origin
from waypost.pipeline.catalogs import choose_languages
from waypost.pipeline.documents import read_texts
from waypost.pipeline.project import open_project
from waypost.pipeline.review_units import review_units
from waypost.pipeline.sync import sync_project

_PARKING = "translations/es/guides/parking-permit.po"


def _units(root: Path, code: str = "es", *documents: str) -> dict[str, ReviewUnit]:
    project = open_project(root, DAY)
    (offered,) = choose_languages(project.settings, (code,))
    units = review_units(project, read_texts(project), offered, documents or None)
    return {f"{unit.document}:{unit.address}": unit for unit in units}


def _edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


def _write_target(root: Path, address: str, target: str) -> None:
    """A person's words in the place of what stands in the parking guide."""
    text = (root / _PARKING).read_text("utf-8")
    begin, end = find_segment(text, address)
    entry = text[begin:end]
    at = entry.index("msgstr ")
    entry = f'{entry[:at]}msgstr "{target}"\n'
    (root / _PARKING).write_text(text[:begin] + entry + text[end:], "utf-8")


def test_every_text_has_a_unit_with_its_state(site: Path) -> None:
    units = _units(site)
    title = units["guides/parking-permit:title"]
    assert title.translation is not None
    assert title.translation.origin is Origin.MACHINE
    assert title.stamp.startswith("mt: pseudo ")
    assert title.path == _PARKING
    lines = (site / _PARKING).read_text("utf-8").splitlines()
    assert lines[title.line - 1] == 'msgctxt "title"'
    dog = units["guides/dog-license:title"]
    assert dog.translation is not None
    assert dog.translation.origin is Origin.REVIEWED
    who = units["guides/parking-permit:who/3/text"]
    assert (who.risk, who.words) == (Risk.CRITICAL, 7)


def test_only_named_documents(site: Path) -> None:
    named = _units(site, "es", "guides/dog-license")
    assert {unit.document for unit in named.values()} == {"guides/dog-license"}


def test_facts_have_todays_value_as_the_language_writes_it(site: Path) -> None:
    units = _units(site)
    steps = [u for u in units.values() if "{fee.parking_permit}" in u.source]
    assert [u.facts for u in steps] == [(("fee.parking_permit", "$35"),)]
    own = [u for u in units.values() if "{form_fee}" in u.source]
    assert own[0].facts == (("form_fee", "$5"),)
    dates = units["phrases:all_offices_closed_between"].facts
    assert dates == (("first", "24 de diciembre de 2026"), ("last", "1 de enero de 2027"))
    assert units["phrases:age_at_least"].facts == (("age", "18"),)


def test_a_language_without_a_file_has_units_without_translation(site: Path) -> None:
    units = _units(site, "pl")
    title = units["guides/dog-license:title"]
    assert (title.translation, title.stamp, title.doubts) == (None, "", ())


def test_a_card_has_its_interface_words_only(site: Path) -> None:
    assert {unit.document for unit in _units(site, "fr").values()} == {"interface"}


def test_a_stale_text_knows_what_its_source_said(site: Path) -> None:
    _write_target(site, "summary", "Un permiso para aparcar.")
    sync_project(open_project(site, DAY), (), dry_run=False)
    _edit(site, "content/guides/parking-permit.md", "on your own street", "on any street")
    for is_synced in (False, True):
        if is_synced:
            sync_project(open_project(site, DAY), (), dry_run=False)
        unit = _units(site)["guides/parking-permit:summary"]
        assert unit.translation is not None
        assert unit.translation.freshness is Freshness.STALE
        assert unit.former_source == "A permit lets you park on your own street."
        assert unit.former_target == ""


def test_former_words_stand_beside_the_machines(site: Path) -> None:
    text = (site / _PARKING).read_text("utf-8")
    former = '#~ msgctxt "summary"\n#~ msgid "A permit is a paper."\n#~ msgstr "Es un papel."\n'
    (site / _PARKING).write_text(f"{text}\n{former}", "utf-8")
    unit = _units(site)["guides/parking-permit:summary"]
    assert (unit.former_source, unit.former_target) == ("A permit is a paper.", "Es un papel.")


@pytest.mark.parametrize("target", ["Paga {fee.other}.", "Paga [aquí.", "<script>x</script>"])
def test_a_doubtful_text_says_why(site: Path, target: str) -> None:
    address = "body/what-to-do/li-1"
    _write_target(site, address, target)
    unit = _units(site)[f"guides/parking-permit:{address}"]
    assert unit.unusable == target
    assert unit.translation is None
    assert any(doubt.is_blocking for doubt in unit.doubts)


def test_a_text_that_moved_keeps_its_line(site: Path) -> None:
    guide = "content/guides/parking-permit.md"
    _edit(site, guide, "Keep the receipt in your car. The form costs {form_fee}.\n\n", "")
    _edit(
        site,
        guide,
        "Do you have",
        "Keep the receipt in your car. The form costs {form_fee}.\n\nDo you have",
    )
    unit = next(u for u in _units(site).values() if u.source.startswith("Keep the receipt"))
    assert unit.translation is not None
    assert unit.address.startswith("body/more/")
    assert "what-to-do" in (site / _PARKING).read_text("utf-8").splitlines()[unit.line - 1]
    assert unit.stamp.startswith("mt: ")
