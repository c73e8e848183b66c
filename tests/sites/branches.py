"""A site in a git repository, people on branches, and what GitHub would say of their commits."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.sites.running import lay_files
from waypost.model.replacing import replace
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.po_writer import render_catalog

PARKING = "translations/es/guides/parking-permit.po"
REVIEWERS = """\
- {handle: ana, name: Ana Ortiz, languages: [es, ar, pl], github: ana-o}
- {handle: ben, name: Ben Kay, languages: [es], github: Ben-K}
- {handle: lin, name: Lin Wu, languages: [ar], github: lin-w}
"""


@dataclass
class Repo:
    """A repository at a folder; commits are by whom the test says."""

    root: Path
    commits: list[tuple[str, str]] = field(default_factory=list)
    """Every commit with the name of its author."""

    def git(self, *words: str, who: str = "setup", check: bool = True) -> str:
        """What git printed."""
        person = {
            f"GIT_{role}_{part}": f"{who}@site.example" if part == "EMAIL" else who
            for role in ("AUTHOR", "COMMITTER")
            for part in ("NAME", "EMAIL")
        }
        quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", *words],
            cwd=self.root,
            env={**os.environ, **person, **quiet},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0 or not check, done.stderr
        return done.stdout.strip()

    def commit(self, who: str) -> str:
        """The id of a commit of all that has changed."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", f"by {who}", who=who)
        return self.note(who)

    def note(self, who: str) -> str:
        """The id of the commit that is checked out, noted as hers."""
        id_ = self.git("rev-parse", "HEAD")
        self.commits.append((id_, who))
        return id_

    def switch(self, name: str, start: str = "") -> None:
        """Another branch is checked out; with a start, a new one."""
        self.git("switch", "--quiet", *(("--create", name, start) if start else (name,)))

    def load(self, path: str = PARKING, ref: str = "") -> Catalog:
        """The catalogue in the work tree, or at a commit."""
        if ref:
            return parse_catalog(self.git("show", f"{ref}:{path}").encode() + b"\n").catalog
        return parse_catalog((self.root / path).read_bytes()).catalog

    def find(self, address: str, path: str = PARKING, ref: str = "") -> Entry:
        """The entry at an address."""
        return next(x for x in self.load(path, ref).entries if x.address == address)

    def change(self, address: str, change: Callable[[Entry], Entry], path: str = PARKING) -> None:
        """The entry at an address is another."""
        catalog = self.load(path)
        entries = tuple(change(x) if x.address == address else x for x in catalog.entries)
        assert entries != catalog.entries
        new = replace(catalog, entries=entries)
        (self.root / path).write_bytes(render_catalog(new).encode())

    def write(self, address: str, text: str, path: str = PARKING) -> None:
        """A person types other words, as GitHub's editor lets her: marks stay as they are."""
        self.change(address, lambda entry: replace(entry, target=text), path)

    def finish(self, address: str, path: str = PARKING) -> None:
        """A person takes the mark of unfinished work away, as Poedit's button does."""
        self.change(address, _finish, path)

    def facts(
        self,
        reviews: Sequence[tuple[str, str, str] | tuple[str, str, str, str]] = (),
        fork_owner: str = "",
        unsigned: Sequence[str] = (),
    ) -> bytes:
        """What GitHub says: each commit verified as its author's, but for the `unsigned`."""
        lines: list[dict[str, object]] = [
            {
                "sha": id_,
                "author": LOGINS.get(who, who),
                "committer": "web-flow",
                "verified": id_ not in unsigned,
            }
            for id_, who in self.commits
        ]
        lines += [
            dict(zip(("login", "state", "commit", "body"), review, strict=False))
            for review in reviews
        ]
        if fork_owner:
            lines.append({"fork_owner": fork_owner})
        return "".join([f"{json.dumps(line)}\n" for line in lines]).encode()


LOGINS = {"ana": "ana-o", "ben": "ben-k", "lin": "lin-w"}


def _finish(entry: Entry) -> Entry:
    return replace(entry, flags=tuple(flag for flag in entry.flags if flag != FUZZY))


def lay_repository(site: Path) -> Repo:
    """The site in a new repository, all of it committed on main."""
    lay_files(site, {"translations/reviewers.yml": REVIEWERS, ".gitignore": "build/\n"})
    repo = Repo(site)
    repo.git("init", "--quiet", "--initial-branch=main")
    repo.commit("setup")
    return repo
