"""What is measured: Waypost, Hugo with a one-file template, MkDocs with a one-file theme.

Touches the disk: writes the other programs' sites, removes outputs, edits one sentence.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.benchmark.aside import set_aside
from scripts.benchmark.measure import Command
from scripts.benchmark.mirror import list_plain_guides, save_markdown
from scripts.real_sites.building import waypost_command, waypost_environment

_HUGO_SETTINGS = """\
baseURL = "https://guides.example/"
title = "Guides"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "home", "section"]
"""
_HUGO_PAGE = """\
<!doctype html>
<html lang="{{ .Params.language }}"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.summary }}"></head>
<body><main><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ .Content }}</main>
</body></html>
"""
_MKDOCS_SETTINGS = """\
site_name: Guides
site_url: https://guides.example/
theme:
  name: null
  custom_dir: theme
markdown_extensions: [tables]
validation: {nav: {omitted_files: ignore}, links: {not_found: ignore, unrecognized_links: ignore}}
plugins: []
"""
_MKDOCS_PAGE = """\
<!doctype html>
<html lang="{{ page.meta.language }}"><head><meta charset="utf-8"><title>{{ page.title }}</title>
<meta name="description" content="{{ page.meta.summary }}"></head>
<body><main><h1>{{ page.title }}</h1><p>{{ page.meta.summary }}</p>{{ page.content }}</main>
</body></html>
"""


@dataclass(frozen=True, slots=True)
class Rivals:
    """The folders of the other programs' sites with the same texts."""

    hugo: Path
    mkdocs: Path


def make_rivals(site: Path, folder: Path, languages: Sequence[str]) -> Rivals:
    """The texts of the Waypost site at `site`, written for Hugo; MkDocs' folder is only named."""
    rivals = Rivals(folder / "hugo", folder / "mkdocs")
    set_aside(rivals.hugo, folder.parent)
    layouts = rivals.hugo / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (rivals.hugo / "hugo.toml").write_text(_HUGO_SETTINGS, "utf-8")
    (layouts / "single.html").write_text(_HUGO_PAGE, "utf-8")
    for code, guide in list_plain_guides(site, languages):
        save_markdown(rivals.hugo / "content", code, guide)
    return rivals


def add_mkdocs(rivals: Rivals) -> None:
    """Hugo's texts once more, for MkDocs."""
    set_aside(rivals.mkdocs, rivals.mkdocs.parent.parent)
    shutil.copytree(rivals.hugo / "content", rivals.mkdocs / "docs")
    theme = rivals.mkdocs / "theme"
    theme.mkdir()
    (rivals.mkdocs / "mkdocs.yml").write_text(_MKDOCS_SETTINGS, "utf-8")
    (theme / "main.html").write_text(_MKDOCS_PAGE, "utf-8")


def has_hugo() -> bool:
    """Whether Hugo can be called."""
    return shutil.which("hugo") is not None


def hugo_command(rivals: Rivals) -> Command:
    """A full build by Hugo."""
    arguments = ["hugo", "--config", "hugo.toml", "--quiet"]
    return Command(arguments, rivals.hugo, dict(os.environ))


def mkdocs_command(rivals: Rivals) -> Command:
    """A full build by MkDocs."""
    environment = {**waypost_environment(), "NO_MKDOCS_2_WARNING": "1"}
    return Command([sys.executable, "-m", "mkdocs", "build", "--quiet"], rivals.mkdocs, environment)


def waypost_build(site: Path) -> Command:
    """A build by Waypost, in a process of its own."""
    return Command(waypost_command("build"), site, waypost_environment())


def count_pages(folder: Path) -> int:
    """How many pages stand below the folder."""
    return sum(1 for _ in folder.rglob("*.html"))


class Sentence:
    """One sentence of one guide that is edited again and again, and put back at the end."""

    def __init__(self, site: Path, guide: str) -> None:
        self._path = site / "content" / "guides" / f"{guide}.md"
        self._original = self._path.read_text("utf-8")
        self._edits = 0

    def edit(self) -> str:
        """The words that were added; each time they are others."""
        self._edits += 1
        words = f"edition {self._edits} of today"
        self._path.write_text(edit_sentence(self._original, words), "utf-8")
        return words

    def restore(self) -> None:
        """The guide is as it was."""
        self._path.write_text(self._original, "utf-8")


def edit_sentence(guide: str, words: str) -> str:
    """The guide's file with `words` at the end of the first paragraph of its body."""
    head, mark, body = guide.partition("\n---\n")
    lines = body.split("\n")
    for number, line in enumerate(lines):
        if line[:1].isalpha() and not line.endswith("\\"):
            lines[number] = f"{line} ({words})"
            return head + mark + "\n".join(lines)
    raise ValueError("the guide has no paragraph to edit")
