"""The site that is measured: real guides, their source in English, in as many languages as asked.

Touches the disk and a process: writes the site, and runs `waypost translate`.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.benchmark.aside import set_aside
from scripts.real_sites.building import PROJECT, waypost_command, waypost_environment
from scripts.real_sites.site_files import save_settings
from scripts.real_sites.source import SourcePage, load_pages, text_field
from scripts.real_sites.veterans import convert_pages

_CODES = """
en es fr de it pt-BR pl ru uk ar zh-Hans zh-Hant vi ko ja ht so am fa fil km lo my ne hi
bn pa gu ta te ml mr ur ps ti om sw rw ln yo ig ha zu th id ms tr az hy ka he el bg ro hu
cs sk sl hr sr bs mk sq lt lv et fi sv da nb nl is ga cy eu ca gl mt kk ky uz tg mn bo dz
si as or kn yi ku ckb ug tk af xh st tn wo sn lg mg ny jv su ceb ilo
"""
LANGUAGES = tuple(_CODES.split())
"""The languages in the order in which they are switched on; the first is the source."""

_LEAST_WORDS = 60
_ALIASES = re.compile(r"^aliases:.*\n(?:[ -].*\n)*", re.MULTILINE)


class SetupError(Exception):
    """The measured site could not be made; the message says why."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the guides come from, and how many there are."""

    words: str
    guides: int


def pick_evenly(pages: Sequence[SourcePage], number: int) -> tuple[SourcePage, ...]:
    """`number` of the pages at even distances, the first included; all when there are fewer."""
    if number >= len(pages):
        return tuple(pages)
    return tuple(pages[index * len(pages) // number] for index in range(number))


def make_source(site: Path, corpora: Path, number: int) -> Origin:
    """Writes the guides into `site`: real ones, or else ones made of the example site's texts."""
    corpus = corpora / "veterans"
    if corpus.is_dir():
        guides = [page for page in load_pages(corpus / "pages") if is_guide(page)]
        picked = pick_evenly(guides, number)
        # The other programs write no page for an old address, so Waypost shall not either.
        convert_pages(picked, site, answers_at_old_addresses=False)
        return Origin("guides of the veterans collection, picked evenly", len(picked))
    _copy_example(site, number)
    return Origin(
        "guides made from the example site: the collection of real ones is absent", number
    )


def is_guide(page: SourcePage) -> bool:
    """Whether the page has a summary and enough words to be a guide."""
    return bool(text_field(page.fields, "description")) and len(page.body.split()) >= _LEAST_WORDS


def _copy_example(site: Path, number: int) -> int:
    """The example site's content with its guides again and again under other ids; how many."""
    for folder in ("content", "translations", "build"):
        shutil.rmtree(site / folder, ignore_errors=True)
    shutil.copytree(PROJECT / "content", site / "content")
    guides = sorted((site / "content" / "guides").glob("*.md"))
    for index in range(len(guides), number):
        original = guides[index % len(guides)]
        copy = original.with_name(f"{original.stem}-{index // len(guides) + 1}.md")
        copy.write_text(drop_aliases(original.read_text("utf-8")), "utf-8")
    return max(number, len(guides))


def drop_aliases(guide: str) -> str:
    """The guide's file without former addresses, which only one page may have."""
    return _ALIASES.sub("", guide, count=1)


def write_settings(
    site: Path, languages: Sequence[str], *, sheets: bool = False, search: bool = False
) -> None:
    """The settings of the measured site: every language has every page.

    Without sheets and search, since the other programs write one page for a guide and language,
    and nothing else.
    """
    tiers = {
        code: {"tier": "core", "main": "yes" if n < 7 else "no"} for n, code in enumerate(languages)
    }
    own = {
        "source": "en",
        "territory": "US",
        "sheets": "yes" if sheets else "no",
        "search": "yes" if search else "no",
        "languages": tiers,
    }
    save_settings(site, own)


def translate_site(site: Path) -> None:
    """Fills the PO files of every language with pseudo-translations."""
    done = subprocess.run(
        waypost_command("translate", "--engine", "pseudo"),
        cwd=site,
        env=waypost_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 2 or not (site / "translations").is_dir():
        raise SetupError(f"waypost translate failed:\n{(done.stderr or done.stdout)[-1500:]}")


def make_site(full: Path, site: Path, languages: Sequence[str], *, search: bool = False) -> None:
    """The site at `full` with some of its languages only, at `site`."""
    set_aside(site, full.parent)
    shutil.copytree(full / "content", site / "content")
    for code in languages:
        if (full / "translations" / code).is_dir():
            shutil.copytree(full / "translations" / code, site / "translations" / code)
    write_settings(site, languages, search=search)


def list_guides(site: Path) -> list[str]:
    """The ids of the site's guides."""
    return sorted(path.stem for path in (site / "content" / "guides").glob("*.md"))


def load_note(site: Path) -> object:
    """What the site was made of, or None when it must be made anew."""
    try:
        return json.loads((site / "made-of.json").read_text("utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return None


def save_note(site: Path, note: object) -> None:
    """Remembers what the site was made of."""
    (site / "made-of.json").write_text(json.dumps(note), "utf-8")
