"""The same text as a bare page and as a page of Material. Touches the disk and a process."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.benchmark.guides import SetupError

_MAIN = re.compile(r"<main[^>]*>(.*?)</main>", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style|nav)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>")
_HREF = re.compile(r"href=(\"[^\"]*\"|[^\s>]+)")
_KEPT = re.compile(r"h[1-4]|p|[uo]l|li|d[ltd]|a|b|strong|em|table|thead|tbody|t[rhd]")
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_BARE = """\
<!doctype html><html lang=en><meta charset=utf-8>\
<meta name=viewport content="width=device-width"><title>{title}</title><body>{body}"""
_SETTINGS = """\
site_name: Alder County
theme:
  name: material
  font: false
plugins:
  - search
"""


def strip_page(page: str) -> tuple[str, str]:
    """Title and main content of a page, with its structure and without anything else."""
    main = _MAIN.search(page)
    title = _TITLE.search(page)
    body = _UNSEEN.sub("", main[1] if main else page)
    return html.unescape(title[1]) if title else "", _TAG.sub(_bare_tag, body)


def _bare_tag(tag: re.Match[str]) -> str:
    closing, name, attributes = tag.groups()
    if not _KEPT.fullmatch(name):
        return " " if name in ("div", "section", "br") else ""
    href = _HREF.search(attributes) if name == "a" and not closing else None
    return f"<{closing}{name}{f' href={href[1]}' if href else ''}>"


def make_bare(page: str, folder: Path) -> Path:
    """A page of the text and its structure alone."""
    title, body = strip_page(page)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "index.html"
    path.write_text(_BARE.format(title=html.escape(title), body=body), "utf-8")
    return path


def make_material(pages: dict[str, str], folder: Path) -> Path:
    """A site of Material with its search, built as MkDocs builds it; a page for each text.

    Its fonts are left out, since they would come from another host.
    """
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_SETTINGS, "utf-8")
    for name, page in pages.items():
        title, body = strip_page(page)
        text = f"---\ntitle: {title!r}\n---\n\n{body}\n"
        (folder / "docs" / f"{name}.md").write_text(text, "utf-8")
    (folder / "docs" / "index.md").write_text("# Guides\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if not (folder / "site" / "index.html").is_file():
        raise SetupError(f"mkdocs build failed:\n{(done.stderr or done.stdout)[-1500:]}")
    return folder / "site"
