"""Pages and a time zone that settings name."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.config.test_reader import own, read
from waypost.config.named import check_popular, check_time_zone
from waypost.content.rules.site_view import Limits, PageEntry, view_site
from waypost.model.content import Shared
from waypost.model.replacing import replace
from waypost.model.site import PageKind

DAY = date(2026, 11, 22)
INDEX = {"renew": PageEntry(PageKind.GUIDE, frozenset(), "content/guides/renew.md")}


def complain(line: str) -> list[str]:
    settings, findings = read(own(line))
    assert settings is not None
    assert not findings
    view = view_site(Shared({}, {}, {}, {}, {}, {}), INDEX, DAY, Limits())
    view = replace(view, unreadable=frozenset({"broken"}))
    found = (*check_popular(settings, view), *check_time_zone(settings))
    return [f"{one.place.line} {one.message} {one.mend}" for one in found]


@pytest.mark.parametrize(
    "line",
    [
        "popular: [renew]",
        "popular: []",
        "popular: [renew, broken]",
        "time_zone: America/Denver",
        "time_zone: America/Argentina/Buenos_Aires",
        "time_zone: UTC",
    ],
)
def test_what_is_there_may_be_named(line: str) -> None:
    assert complain(line) == []


def test_a_page_that_is_not_there_is_told_with_the_one_that_may_be_meant() -> None:
    (said,) = complain("popular: [renw]")
    assert "“renw”, and there is no such page" in said
    assert "renew" in said


@pytest.mark.parametrize(
    "zone", ["America/Denve", "MST7", "Denver", "GMT+3", "../etc", "Etc/Unknown"]
)
def test_a_time_zone_that_browsers_do_not_know_is_told(zone: str) -> None:
    (said,) = complain(f"time_zone: {zone}")
    assert f"not “{zone}”" in said


def test_popular_pages_are_a_list() -> None:
    settings, findings = read(own("popular: renew"))
    assert settings is not None
    assert settings.popular == ()
    assert "popular must be a list of ids" in findings[0].message
