"""Files that pages load: named by their content, found from any page."""

from __future__ import annotations

import pytest

from waypost.site.assets import Asset, link_asset, place_asset, show_size
from waypost.site.links import find_href, open_image

DIGEST = "1a2b3c4d" * 4
MAP = Asset("assets/map.1a2b3c4d.png", 640, 480)
ASSETS = {"images/map.png": MAP}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("images/map.png", "assets/map.1a2b3c4d.png"),
        ("images/old.map.PNG", "assets/old.map.1a2b3c4d.png"),
        ("qr:renew.svg", "assets/qr-renew.1a2b3c4d.svg"),
        ("open-now.js", "assets/open-now.1a2b3c4d.js"),
        ("images/a map?x=1#y 100%.png", "assets/a-map-x-1-y-100-.1a2b3c4d.png"),
        ('images/"><script>.png', "assets/-script-.1a2b3c4d.png"),
        ("images/%2e%2e%2fmapa-día.png", "assets/-2e-2e-2fmapa-d-a.1a2b3c4d.png"),
        (f"images/{'m' * 250}.png", f"assets/{'m' * 80}.1a2b3c4d.png"),
    ],
)
def test_a_name_says_what_the_file_holds(name: str, path: str) -> None:
    assert place_asset(name, DIGEST).path == path


@pytest.mark.parametrize(
    ("page", "way"),
    [("renew", "../../assets/map.1a2b3c4d.png"), ("", "../assets/map.1a2b3c4d.png")],
)
def test_a_page_goes_up_to_it(page: str, way: str) -> None:
    assert link_asset(ASSETS, "images/map.png", page) == way


def test_nothing_stands_for_what_is_not_there() -> None:
    assert link_asset(ASSETS, "images/other.png", "renew") is None
    assert show_size(None) == ""


def test_an_image_keeps_its_place_free() -> None:
    assert open_image("../images/map.png", "renew", ASSETS) == (
        '<img loading=lazy src="../../assets/map.1a2b3c4d.png" width=640 height=480 alt="'
    )


def test_an_image_that_is_missing_is_asked_for_where_it_would_be() -> None:
    assert open_image("images/none.png", "renew", ASSETS) == (
        '<img loading=lazy src="../../images/none.png" alt="'
    )


def test_an_image_of_another_host_is_refused() -> None:
    assert open_image("https://elsewhere.example/map.png", "renew", ASSETS) == ""


def test_a_link_to_an_image_leads_to_the_same_file() -> None:
    assert find_href("images/map.png", "renew", {}, ASSETS) == "../../assets/map.1a2b3c4d.png"


def test_a_link_to_a_form_keeps_its_name() -> None:
    assert find_href("forms/dl-44.pdf", "renew", {}, ASSETS) == "../../forms/dl-44.pdf"
