"""The components of the handbook: what each is for, its criteria, and its examples as pictures.

Touches the disk and the browser.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from selenium import webdriver

from tests.browser.chromium import Screen, take_picture, use_media, use_screen
from waypost.files.atomic import save_bytes, save_text
from waypost.model.audit import WCAG_CRITERIA
from waypost.site.components import Component, Example, list_components, load_component
from waypost.site.example_page import render_example

if TYPE_CHECKING:
    from PIL.Image import Image

LOOKS = (("en", "light"), ("ar", "dark"))
"""The languages side by side on a picture, each in its light."""
_WIDTH = 360
_MOST_HEIGHT = 1600
_GAP = 12
_BEHIND = "#7d8790"
_QUALITY = 30


def lay_examples(folder: Path) -> None:
    """Every example of every component is a page in the folder: `call-0-ar.html`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, number, example in _list_examples():
        for language, _ in LOOKS:
            path = folder / f"{name}-{number}-{language}.html"
            path.write_bytes(render_example(example, language))


def take_components(browser: webdriver.Chrome, base: str, folder: Path) -> Iterator[str]:
    """The name of each component whose picture is now in the folder."""
    for name in list_components():
        rows = [
            [_look(browser, f"{base}{name}-{number}-{code}.html", light) for code, light in LOOKS]
            for number in range(len(load_component(name).examples))
        ]
        if rows:
            save_bytes(folder / f"{name}.webp", _join(rows))
            yield name


def _list_examples() -> Iterator[tuple[str, int, Example]]:
    for name in list_components():
        for number, example in enumerate(load_component(name).examples):
            yield name, number, example


def _look(browser: webdriver.Chrome, address: str, light: str) -> Image:
    from PIL import Image

    use_media(browser, prefers_color_scheme=light)
    use_screen(browser, Screen(_WIDTH, 200))
    browser.get(address)
    height = int(browser.execute_script("return document.documentElement.scrollHeight"))
    height = min(height, _MOST_HEIGHT)
    use_screen(browser, Screen(_WIDTH, height))
    return Image.open(io.BytesIO(take_picture(browser, _WIDTH, height))).convert("RGB")


def _join(rows: list[list[Image]]) -> bytes:
    """One picture: a row for each example, a column for each look."""
    from PIL import Image

    heights = [max(picture.height for picture in row) for row in rows]
    columns = len(LOOKS)
    size = (columns * (_WIDTH + _GAP) - _GAP, sum(heights) + _GAP * (len(rows) - 1))
    sheet = Image.new("RGB", size, _BEHIND)
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for number, picture in enumerate(row):
            sheet.paste(picture, (number * (_WIDTH + _GAP), top))
        top += height + _GAP
    out = io.BytesIO()
    sheet.save(out, format="WEBP", quality=_QUALITY, method=6)
    return out.getvalue()


def write_components(docs: Path, folder: Path) -> None:
    """The handbook's page shows every component, and the folder holds no other's picture."""
    names = list_components()
    for path in folder.glob("*.webp"):
        if path.stem not in names:
            path.unlink()
    parts = [describe_component(load_component(name)) for name in names]
    save_text(docs / "components.md", "\n".join([_INTRODUCTION, *parts]))


_INTRODUCTION = """\
# Components

What pages are made of: what each part is for, how it meets the criteria of WCAG 2.2, and its \
examples, on a phone in English in the light and in Arabic in the dark. How to change one or add \
one stands in [the guide for web teams](web-teams/components.md).

`scripts/python scripts/screenshots --only components` writes this page anew.
"""


def describe_component(component: Component) -> str:
    """The component's part of the page."""
    lines = [f"## {component.title}\n", f"`{component.name}`: {component.purpose}\n"]
    if component.criteria:
        lines += ["| criterion | how it is met |", "| --- | --- |"]
        for number, how in component.criteria.items():
            title = WCAG_CRITERIA.get(number, "")
            lines.append(f"| {number} {title} | {how.strip()} |")
        lines.append("")
    names = ", ".join(example.name for example in component.examples)
    if names:
        picture = f"gallery/components/{component.name}.webp"
        lines.append(f"![{component.title}: {names}]({picture}){{ loading=lazy }}\n")
    return "\n".join(lines)
