"""Every example of every component is free of barriers and defects, in both directions.

Each component of a kind of page is also seen there; here it is seen alone, in all its examples.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium import webdriver

from tests.browser.barriers import ALL, CONTRAST, find_violations
from tests.browser.chromium import PHONE, read_complaints, use_media
from tests.browser.page_defects import find_defects
from tests.browser.serving import serve_folder
from waypost.site.components import list_components, load_component
from waypost.site.example_page import render_example

_LOOKS = (("en", "light", ALL), ("ar", "dark", CONTRAST))


@pytest.mark.parametrize(
    "name", [name for name in list_components() if load_component(name).examples]
)
def test_an_example_has_no_barrier_and_no_defect(
    axe: webdriver.Chrome, tmp_path: Path, name: str
) -> None:
    examples = load_component(name).examples
    for number, example in enumerate(examples):
        for language, _, _ in _LOOKS:
            page = render_example(example, language)
            (tmp_path / f"{number}-{language}.html").write_bytes(page)
    read_complaints(axe)
    with serve_folder(tmp_path) as address:
        for number, example in enumerate(examples):
            for language, light, rules in _LOOKS:
                use_media(axe, prefers_color_scheme=light)
                axe.get(f"{address}{number}-{language}.html")
                where = f"{example.name}, {language}, {light}"
                assert find_defects(axe, PHONE) == [], where
                assert find_violations(axe, rules) == [], where
    assert [each for each in read_complaints(axe) if "404" not in each] == []
