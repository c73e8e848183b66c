"""The first site of a newcomer is whole, and a new guide too but for what its author must say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.running import DAY, build, read_site, run_waypost
from waypost.model.finding import Failure
from waypost.pipeline.check import check_project
from waypost.pipeline.project import open_project
from waypost.pipeline.starter import save_starter_guide, save_starter_site


def test_a_new_site_is_faultless_and_a_new_guide_says_what_to_write(tmp_path: Path) -> None:
    root = tmp_path / "new"
    save_starter_site(root, 'Town of "Alder": guides')
    assert check_project(open_project(root, DAY)) == ()
    assert build(root).findings == ()
    save_starter_guide(root, "dog-license", "Dogs: what you need")
    report = build(root)
    for findings in (report.findings, check_project(open_project(root, DAY))):
        assert [(one.code, one.place.line) for one in findings] == [("C042", 3), ("C042", 23)]
    assert b"Dogs: what you need" in read_site(root)["en/dog-license/index.html"]


def test_a_newcomers_commands_give_a_site(tmp_path: Path) -> None:
    made = run_waypost(tmp_path, "new", "site", "town", "--name", "Town of Alder")
    assert made.returncode == 0, made.stderr
    built = run_waypost(tmp_path / "town", "build")
    assert (built.returncode, built.stderr) == (0, "")
    assert (tmp_path / "town" / "build" / "site" / "en" / "street-permit" / "index.html").exists()
    again = run_waypost(tmp_path, "new", "site", "town")
    assert again.returncode == 2
    assert "exists already" in again.stderr


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("index", "an address of Waypost"),
        ("ar", "the code of a language"),
        ("hall", "content/offices/hall.yml"),
        ("roads", "content/agencies/roads.yml"),
        ("family", "content/topics.yml"),
        ("about", "content/pages/about.md"),
        ("parking", "content/guides/parking-permit.md"),
        ("new-here", "content/journeys/moving-here.md"),
    ],
)
def test_a_new_guide_never_has_the_address_of_another_page(
    name: str, reason: str, site: Path
) -> None:
    with pytest.raises(Failure, match=reason):
        save_starter_guide(site, name, "")
    assert not (site / "content" / "guides" / f"{name}.md").exists()
    before = {one.code for one in check_project(open_project(site, DAY))}
    save_starter_guide(site, f"{name}-guide", "")
    after = {one.code for one in check_project(open_project(site, DAY))}
    assert not (after - before) & {"C013", "C014", "C015"}
