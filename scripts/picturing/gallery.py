"""The gallery of the handbook: every kind of page in five languages, as one sheet each.

A sheet shows the top of the page at 360 px, light and dark, and at 1280 px, light and dark, at
half the size. Touches the disk and the browser.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from selenium import webdriver

from scripts.picturing.site import KINDS, LANGUAGES, Kind
from tests.browser.chromium import DESK, PHONE, Screen, take_picture, use_media, use_screen
from waypost.files.atomic import save_bytes, save_text

if TYPE_CHECKING:
    from PIL.Image import Image

HEIGHT = 1100
_GAP = 12
_HALF = DESK.width // 2
_PAGE_HEIGHT = HEIGHT - _GAP
"""Of a page at 1280 px: two of them, at half the size, are as high as one at 360 px."""
_SIZE = (2 * (PHONE.width + _GAP) + _HALF, HEIGHT)
_BEHIND = "#7d8790"
_QUALITY = 15
MOST_BYTES = 110_000
MOST_BYTES_IN_ALL = 6_000_000
SCHEMES = ("light", "dark")


def take_sheets(
    browser: webdriver.Chrome, base: str, folder: Path, whole: Path | None
) -> Iterator[str]:
    """The name of each sheet, once it is in the folder; whole pages go to `whole`, to look at."""
    for kind in KINDS:
        for language in kind.languages():
            name = f"{kind.name}-{language}"
            data = _take_sheet(browser, base + kind.address(language), name, whole)
            if len(data) > MOST_BYTES:
                raise SystemExit(f"{name} has {len(data)} bytes")
            save_bytes(folder / f"{name}.webp", data)
            yield name


def _take_sheet(browser: webdriver.Chrome, address: str, name: str, whole: Path | None) -> bytes:
    from PIL import Image

    sheet = Image.new("RGB", _SIZE, _BEHIND)
    for number, scheme in enumerate(SCHEMES):
        use_media(browser, prefers_color_scheme=scheme)
        narrow = _look(browser, address, Screen(PHONE.width, HEIGHT))
        sheet.paste(narrow, (number * (PHONE.width + _GAP), 0))
        wide = _look(browser, address, Screen(DESK.width, _PAGE_HEIGHT))
        size = (_HALF, _PAGE_HEIGHT // 2)
        place = (2 * (PHONE.width + _GAP), number * (_PAGE_HEIGHT // 2 + _GAP))
        sheet.paste(wide.resize(size, Image.Resampling.LANCZOS), place)
        if whole is not None:
            for screen in (PHONE, DESK):
                _save_whole(browser, screen, whole / f"{name}-{screen.width}-{scheme}.png")
    out = io.BytesIO()
    sheet.save(out, format="WEBP", quality=_QUALITY, method=6)
    return out.getvalue()


def _look(browser: webdriver.Chrome, address: str, screen: Screen) -> Image:
    from PIL import Image

    use_screen(browser, screen)
    browser.get(address)
    return Image.open(io.BytesIO(take_picture(browser, screen.width, screen.height))).convert("RGB")


def _save_whole(browser: webdriver.Chrome, screen: Screen, path: Path) -> None:
    use_screen(browser, screen)
    height = int(browser.execute_script("return document.documentElement.scrollHeight"))
    use_screen(browser, Screen(screen.width, height))  # what stays in reach is at the page's end
    save_bytes(path, take_picture(browser, screen.width, height))


def write_page(docs: Path, folder: Path) -> None:
    """The handbook's page shows every sheet that is in the folder, and the folder no others."""
    names = {f"{kind.name}-{language}" for kind in KINDS for language in kind.languages()}
    sizes = 0
    for path in sorted(folder.glob("*.webp")):
        if path.stem in names:
            sizes += path.stat().st_size
        else:
            path.unlink()
    if sizes > MOST_BYTES_IN_ALL:
        raise SystemExit(f"the sheets have {sizes} bytes in all")
    save_text(docs / "gallery.md", "\n".join([_INTRODUCTION, *map(_describe, KINDS)]))


_INTRODUCTION = """\
# What the pages look like

Every kind of page of the example site: on a phone (360 px) and on a desk (1280 px, at half the \
size), in the light and in the dark. Khmer and pseudo are made-up words in real letters, to see \
what scripts and long words do to a page; here the site lets them stand everywhere.

`scripts/python scripts/screenshots` takes all pictures anew; `make sweep` looks at every page for \
what a picture can't show.
"""


def _describe(kind: Kind) -> str:
    lines = [f"## {kind.title}\n"]
    for language in kind.languages():
        alone = kind.page.startswith("/")
        where = kind.title if alone else f"{kind.title} in {_name_of(language)}"
        picture = f"![{where}](gallery/{kind.name}-{language}.webp){{ loading=lazy }}"
        lines.append(f"{picture}\n" if alone else f"{_capital(_name_of(language))}\n\n{picture}\n")
    return "\n".join(lines)


def _name_of(language: str) -> str:
    return LANGUAGES[language]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
