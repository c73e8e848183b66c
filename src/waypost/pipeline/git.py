"""The git repository that a folder lies in, read and written without its work tree.

Touches the process: calls git. Nothing that a branch holds is ever checked out or run: files are
read as git keeps them, and a commit is made of blobs and trees.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from waypost.model.finding import Failure

_NO_FILTERS = ("-c", "core.quotePath=false", "-c", "core.fsmonitor=false")
_FETCH = "Fetch it first, such as `git fetch origin main`; in an Action: fetch-depth: 0."
_MARK = "\x01"
_MOST_BYTES = 30_000_000


class Commit(msgspec.Struct, frozen=True):
    """A commit: its parents, and what it says of its author, which proves nothing."""

    id: str
    parents: tuple[str, ...]
    author: str
    email: str


class MergedTree(msgspec.Struct, frozen=True):
    """What git makes of two commits: a tree, and the files in which it gave up.

    Of each such file the former, our and their blob, "" where the file isn't there.
    """

    tree: str
    conflicts: Mapping[str, tuple[str, str, str]]


class Writer(msgspec.Struct, frozen=True):
    """Whose name stands in a commit that Waypost makes."""

    name: str
    email: str


class Repository:
    """A repository, and the folder in it that paths are relative to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.prefix = _run(folder, "rev-parse", "--show-prefix").decode().strip("\n")
        except _GitError as error:
            raise Failure(
                f"{folder.resolve()} is not in a git repository that can be read: {error.said}",
                "Run this in a clone of the site's repository.",
            ) from None

    def resolve(self, ref: str) -> str:
        """The id of the commit that a branch, tag or id names; Failure where there is none."""
        try:
            out = self._git(
                "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
            )
        except _GitError:
            raise Failure(f"git knows no commit “{ref}”.", _FETCH) from None
        return out.decode().strip()

    def find_base(self, one: str, other: str) -> str:
        """The commit at which two branches parted; Failure where none is known."""
        try:
            return self._git("merge-base", one, other).decode().split()[0]
        except _GitError:
            if self.is_shallow():
                message = "The clone is shallow: where the branches parted is not in it."
                raise Failure(
                    message, "Run `git fetch --unshallow`; in an Action: fetch-depth: 0."
                ) from None
            message = f"“{one[:12]}” and “{other[:12]}” have no commit in common."
            raise Failure(message, "Name the branch that this one was made from.") from None

    def is_shallow(self) -> bool:
        """Whether the clone lacks a part of the history."""
        return self._git("rev-parse", "--is-shallow-repository").strip() == b"true"

    def read_commits(self, base: str, head: str) -> tuple[Commit, ...]:
        """The commits of `head` that `base` hasn't got, each after its parents."""
        form = "%H%x1f%P%x1f%an%x1f%ae"
        out = self._git(
            "log", "-z", "--topo-order", "--reverse", f"--format={form}", f"{base}..{head}"
        )
        found: list[Commit] = []
        for record in out.decode("utf-8", "replace").split("\0"):
            if record:
                id_, parents, author, email = record.split("\x1f")
                found.append(Commit(id_, tuple(parents.split()), author, email))
        return tuple(found)

    def find_changed(self, base: str, head: str, folder: str) -> tuple[str, ...]:
        """The files under `folder` that differ between two commits, sorted."""
        out = self._git(
            "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative",
            base, head, "--", folder,
        )  # fmt: skip
        return _names(out)

    def find_names(self, commit: str, folder: str) -> tuple[str, ...]:
        """The files under `folder` in a commit, sorted."""
        return _names(self._git("ls-tree", "-r", "-z", "--name-only", commit, "--", folder))

    def read(self, commit: str, path: str) -> bytes | None:
        """The bytes of a file in a commit; None where there is none."""
        return self.read_all([f"{commit}:{self.prefix}{path}"])[0]

    def read_all(self, names: Sequence[str]) -> list[bytes | None]:
        """The bytes of blobs by `commit:path` or id; None for what isn't a file."""
        if not names:
            return []
        # A name on a line of its own can't hold a line end.
        asked = [name for name in names if "\n" not in name]
        out = self._git(
            "cat-file", "--batch", stdin="".join([f"{name}\n" for name in asked]).encode()
        )
        found: dict[str, bytes | None] = {}
        at = 0
        for name in asked:
            end = out.index(b"\n", at)
            head = out[at:end].split(b" ")
            at = end + 1
            found[name] = None
            if len(head) == 3 and head[2].isdigit() and head[1] in _KINDS:
                size = int(head[2])
                if size > _MOST_BYTES:
                    raise Failure(
                        f"“{name}” has {size} bytes: no file of a site is so large.",
                        "Look at what it holds before anything else.",
                    )
                if head[1] == b"blob":
                    found[name] = out[at : at + size]
                at += size + 1
        return [found.get(name) for name in names]

    def merge_trees(self, ours: str, theirs: str) -> MergedTree:
        """The tree that git itself makes of two commits; no file of the work tree is touched."""
        try:
            # It names files as seen from where it runs.
            top = self.folder / self._git("rev-parse", "--show-cdup").decode().strip()
            out = _run(top, "merge-tree", "--write-tree", "-z", "--no-messages", ours, theirs)
        except _GitError as error:
            if error.code != 1:
                raise
            out = error.out
        tree, *records = out.decode("utf-8", "surrogateescape").split("\0")
        stages: dict[str, list[str]] = {}
        for record in records:
            if record:
                head, _, path = record.partition("\t")
                _, blob, stage = head.split(" ")
                stages.setdefault(path, ["", "", ""])[int(stage) - 1] = blob
        conflicts = {
            path.removeprefix(self.prefix): (base, our, their)
            for path, (base, our, their) in stages.items()
        }
        return MergedTree(tree, conflicts)

    def save_commit(
        self,
        tree: str,
        changes: Mapping[str, bytes | None],
        parents: Iterable[str],
        message: str,
        writer: Writer,
    ) -> str:
        """The id of a new commit: a tree (or a commit's) with other files in it, None for gone.

        No branch is moved.
        """
        blobs = {
            path: None
            if data is None
            else self._git("hash-object", "-w", "--no-filters", "--stdin", stdin=data)
            .decode()
            .strip()
            for path, data in changes.items()
        }
        with tempfile.TemporaryDirectory(prefix="waypost-") as scratch:
            index = {"GIT_INDEX_FILE": str(Path(scratch) / "index")}
            self._git("read-tree", tree, environment=index)
            lines = [
                f"0 {'0' * 40}\t{self.prefix}{path}"
                if blob is None
                else f"100644 {blob}\t{self.prefix}{path}"
                for path, blob in blobs.items()
            ]
            stdin = "".join([f"{line}\0" for line in lines]).encode("utf-8", "surrogateescape")
            self._git("update-index", "-z", "--index-info", stdin=stdin, environment=index)
            new = self._git("write-tree", environment=index).decode().strip()
        names = [word for parent in parents for word in ("-p", parent)]
        who = {
            f"GIT_{role}_{part}": value
            for role in ("AUTHOR", "COMMITTER")
            for part, value in (("NAME", writer.name), ("EMAIL", writer.email))
        }
        out = self._git("commit-tree", new, *names, stdin=message.encode(), environment=who)
        return out.decode().strip()

    def fast_forward(self, commit: str) -> None:
        """The branch that is checked out, and its files, stand at `commit`, a child of it.

        Failure where a file that would change has changes of its own.
        """
        try:
            self._git("merge", "--ff-only", "--quiet", commit)
        except _GitError as error:
            raise Failure(
                f"The work tree can't follow: {error.said}",
                "Commit or put away your changes, then run it again.",
            ) from None

    def _git(
        self, *words: str, stdin: bytes = b"", environment: Mapping[str, str] | None = None
    ) -> bytes:
        return _run(self.folder, *words, stdin=stdin, environment=environment)


def merge_lines(base: Path, ours: Path, theirs: Path) -> bytes:
    """Three versions of a file merged line by line, with git's marks where they conflict."""
    words = ("merge-file", "--stdout", "-L", "ours", "-L", "base", "-L", "theirs")
    files = [str(path.resolve()) for path in (ours, base, theirs)]
    try:
        return _run(Path(), *words, *files)
    except _GitError as error:
        # The exit code is the number of conflicts.
        if error.out:
            return error.out
        raise


def list_last_days(folder: Path, below: str) -> dict[str, date]:
    """The day of the last commit of each file below a folder; nothing where git knows of none."""
    words = ("log", f"--format={_MARK}%cs", "--name-only", "--no-renames", "--relative")
    try:
        printed = _run(folder, *words, "--", below)
    except Failure:
        return {}
    days: dict[str, date] = {}
    for commit in printed.decode("utf-8", "replace").split(_MARK)[1:]:
        day, *paths = commit.split("\n")
        for path in filter(None, paths):
            days.setdefault(path, date.fromisoformat(day))
    return days


class _GitError(Failure):
    """A call of git that went wrong: what it said, and what it had printed by then."""

    def __init__(self, words: Sequence[str], code: int, said: str, out: bytes) -> None:
        super().__init__(
            f"git {words[0]} failed: {said or f'exit code {code}'}",
            "Look whether the repository is whole: `git fsck`.",
        )
        self.code = code
        self.said = said
        self.out = out


_KINDS = {b"blob", b"tree", b"commit", b"tag"}


def _names(out: bytes) -> tuple[str, ...]:
    return tuple(sorted(out.decode("utf-8", "surrogateescape").split("\0")[:-1]))


def _run(
    folder: Path,
    *words: str,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """What git printed; raises _GitError, or Failure where there is no git."""
    fixed = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1"}
    try:
        done = subprocess.run(
            ["git", *_NO_FILTERS, *words],
            cwd=folder,
            env={**os.environ, **fixed, **(environment or {})},
            input=stdin,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise Failure("There is no git on this machine.", "Install git.") from None
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise _GitError(words, done.returncode, said, done.stdout)
    return done.stdout
