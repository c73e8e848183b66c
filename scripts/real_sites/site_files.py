"""The files of a site that is being made; what a former run left behind is taken away.

Touches the disk: writes the site's folder.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml


def render_yaml(data: Mapping[str, object]) -> str:
    """`data` as YAML in its own order, texts on one line each, whatever could be misread quoted."""
    return yaml.dump(
        dict(data), Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=10**6
    )


def save_settings(
    site: Path, own: Mapping[str, object], name: str = "Guides", host: str = "guides.example"
) -> None:
    """`mkdocs.yml` holds the settings of Waypost's `own`, and where everything is."""
    settings = {
        "site_name": name,
        "site_url": f"https://{host}/",
        "docs_dir": "content",
        "site_dir": "build/site",
        "plugins": [{"waypost": dict(own)}],
    }
    (site / "mkdocs.yml").write_text(render_yaml(settings), "utf-8")


def front_matter_file(fields: Mapping[str, object], body: str) -> str:
    """A Markdown file with `fields` at its top."""
    return f"---\n{render_yaml(fields)}---\n" + (f"\n{body}" if body else "")


class SiteFiles:
    """Collects a site's files by their paths and writes them all at once."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._texts: dict[str, str] = {}

    def add(self, path: str, text: str) -> None:
        """Remembers a file; the same path twice is a mistake of the conversion."""
        if path in self._texts:
            raise ValueError(f"two pages would be written to {path}")
        self._texts[path] = text

    def add_yaml(self, path: str, data: Mapping[str, object]) -> None:
        """Remembers a YAML file."""
        self.add(path, render_yaml(data))

    def save(self) -> None:
        """Writes all files; `content` and `translations` hold nothing else afterwards."""
        for folder in ("content", "translations", "build"):
            shutil.rmtree(self._site / folder, ignore_errors=True)
        for path, text in self._texts.items():
            target = self._site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
