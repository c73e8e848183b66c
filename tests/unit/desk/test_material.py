"""A frame is cut once and filled with anything."""

from __future__ import annotations

import pytest

from waypost.desk.material import Frame, _cut, load_assets


def test_a_frame_is_cut_where_title_and_body_go() -> None:
    frame = _cut("<title>@@desk-title@@</title><main>@@desk-body@@</main>")
    assert frame == Frame("<title>", "</title><main>", "</main>")
    assert frame.fill("A & <B>", "<p>@@desk-title@@") == (
        "<title>A &amp; &lt;B&gt;</title><main><p>@@desk-title@@</main>"
    )


@pytest.mark.parametrize("page", ["", "<title>@@desk-title@@</title>", "<main>@@desk-body@@"])
def test_a_theme_without_the_places_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="no place"):
        _cut(page)


def test_the_desk_brings_its_own_scripts_and_styles() -> None:
    names = {"desk/desk.css", "desk/desk.js", "desk/icon.svg", "desk/marks.js", "desk/scheme.js"}
    assert set(load_assets()) == names
