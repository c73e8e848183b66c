"""The measured sites, with every text translated. Touches the disk and processes."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.benchmark.guides import SetupError, make_source, translate_site
from scripts.page_weight.languages import choose_filled, choose_languages
from scripts.page_weight.scripts import write_in_script
from scripts.real_sites.building import PROJECT, waypost_command, waypost_environment
from scripts.real_sites.site_files import save_settings
from waypost.model.language import Language

_MAIN = 7
"""Languages that are linked at the top of every page."""


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site that was built, and its languages with every page."""

    name: str
    root: Path
    languages: tuple[Language, ...]

    @property
    def folder(self) -> Path:
        """The built files."""
        return self.root / "build" / "site"

    @property
    def guides(self) -> list[str]:
        """The ids of the guides."""
        return sorted(path.stem for path in (self.root / "content" / "guides").glob("*.md"))


def build_example(root: Path, *, keep: bool) -> BuiltSite:
    """The example site with its real translations, pseudo ones where they lack.

    To `keep` means to take the site that was built in `root` before.
    """
    real = sorted(path.name for path in (PROJECT / "translations").iterdir() if path.is_dir())
    if keep and _is_built(root):
        return _describe("example", root, real)
    shutil.rmtree(root, ignore_errors=True)
    for name in ("content", "translations"):
        shutil.copytree(PROJECT / name, root / name)
    contacts = {
        "contact": "phone.county",
        "contact_email": "email.county",
        "emergency": "phone.emergency",
        "interpreter": "phone.language_line",
    }
    return _build("example", root, real, contacts)


def build_veterans(root: Path, corpora: Path, guides: int, *, keep: bool) -> BuiltSite:
    """Real guides of a large office, in pseudo translations."""
    if keep and _is_built(root):
        return _describe("veterans", root, [])
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    make_source(root, corpora, guides)
    return _build("veterans", root, [], {})


def _is_built(root: Path) -> bool:
    return (root / "build" / "site" / "robots.txt").is_file()


def _describe(name: str, root: Path, real: Sequence[str]) -> BuiltSite:
    languages = choose_languages(["en", *real])
    return BuiltSite(name, root, tuple(choose_filled(languages, real)))


def _build(name: str, root: Path, real: Sequence[str], more: dict[str, str]) -> BuiltSite:
    languages = choose_languages(["en", *real])
    filled = choose_filled(languages, real)
    _write_settings(root, languages, filled, more)
    translate_site(root)
    for language in filled:
        if language.code not in real:
            write_in_script(root / "translations" / language.code, language.script)
    done = subprocess.run(
        waypost_command("build", "--preview"),
        cwd=root,
        env=waypost_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if not _is_built(root):
        raise SetupError(f"waypost build failed:\n{(done.stderr or done.stdout)[-1500:]}")
    return BuiltSite(name, root, tuple(filled))


def _write_settings(
    root: Path, languages: Sequence[Language], filled: Sequence[Language], more: dict[str, str]
) -> None:
    full = {language.code for language in filled}
    tiers = {
        language.code: {
            "tier": "core" if language.code in full else "card",
            "main": "yes" if number < _MAIN else "no",
        }
        for number, language in enumerate(languages)
    }
    # What nobody reviewed is shown: pages are weighed as they will be when all is reviewed.
    shown = {"machine": "shown", "draft": "shown", "human": "shown"}
    own = {
        "source": "en",
        "territory": "US",
        **more,
        "policy": {"critical": shown, "standard": shown, "low": shown},
        "languages": tiers,
    }
    save_settings(root, own, "Alder County", "aldercounty.example")
