"""The frame of the desk's pages, as MkDocs makes it with Material.

Touches the disk and the process: runs MkDocs in a scratch folder. It makes two pages, one for each
depth, and whoever needs a thousand fills them: Material's own way takes 10 ms a page and more, and
what a page says would pass through Markdown and a second template.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import msgspec
from markupsafe import escape

from waypost.model.finding import Failure

_FOLDER = Path(__file__).parent
_TITLE, _BODY = "@@desk-title@@", "@@desk-body@@"
_SECONDS = 120
_INSTALL = "Install Material for MkDocs: pip install 'waypost[docs]'"


class Frame(msgspec.Struct, frozen=True):
    """A page with places for its title and its body."""

    start: str
    middle: str
    end: str

    def fill(self, title: str, body: str) -> str:
        """The page; `body` is HTML, `title` any text."""
        return f"{self.start}{escape(title)}{self.middle}{body}{self.end}"


class Material(msgspec.Struct, frozen=True):
    """The frames of pages at the top and one folder down, and the style sheets they need."""

    top: Frame
    inner: Frame
    files: Mapping[str, bytes]
    """By path, from the desk's folder."""


def make_frames(name: str) -> Material:
    """The frames for a desk of this name; a Failure where MkDocs or Material isn't installed."""
    if find_spec("mkdocs") is None or find_spec("material") is None:
        raise Failure("The review desk needs Material for MkDocs, which isn't installed.", _INSTALL)
    with tempfile.TemporaryDirectory(prefix="waypost-desk-") as scratch:
        folder = Path(scratch)
        docs = folder / "docs"
        (docs / "inner").mkdir(parents=True)
        for page in (docs / "index.md", docs / "inner" / "page.md"):
            page.write_text("Desk\n", encoding="utf-8")
        settings = folder / "mkdocs.yml"
        # JSON is YAML, and quotes whatever a site may be called.
        settings.write_text(json.dumps(_settings(name)), encoding="utf-8")
        _run_mkdocs(settings)
        site = folder / "site"
        try:
            top = _cut((site / "index.html").read_text(encoding="utf-8"))
            inner = _cut((site / "inner" / "page.html").read_text(encoding="utf-8"))
            styles = sorted((site / "assets" / "stylesheets").glob("*.css"))
            files = {f"assets/stylesheets/{style.name}": style.read_bytes() for style in styles}
        except (OSError, ValueError) as error:
            raise Failure(f"MkDocs made no frame for the desk: {error}", _INSTALL) from error
    return Material(top, inner, files)


def load_assets() -> dict[str, bytes]:
    """The desk's own scripts and styles, by path from the desk's folder."""
    return {
        f"desk/{path.name}": path.read_bytes()
        for path in sorted((_FOLDER / "assets").iterdir())
        if path.is_file()
    }


def _settings(name: str) -> dict[str, object]:
    # The theme prints the name as it stands.
    return {
        "site_name": str(escape(name)),
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "custom_dir": str(_FOLDER / "templates" / "material"),
            "font": False,
            "palette": {"scheme": "default", "primary": "teal", "accent": "teal"},
        },
        "plugins": [],
    }


def _run_mkdocs(settings: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(settings)]
    try:
        done = subprocess.run(
            command,
            cwd=settings.parent,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Failure(f"MkDocs took more than {_SECONDS} seconds.", "Try again.") from error
    if done.returncode:
        words = (done.stderr or done.stdout).strip().splitlines()
        raise Failure(f"MkDocs failed: {words[-1] if words else 'it says nothing'}", _INSTALL)


def _cut(page: str) -> Frame:
    """The page in three parts; ValueError where a place is missing."""
    start, has_title, rest = page.partition(_TITLE)
    middle, has_body, end = rest.partition(_BODY)
    if not (has_title and has_body):
        raise ValueError("the theme has no place for title and body")
    return Frame(start, middle, end)
