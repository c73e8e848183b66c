"""What the project's files say is true on any machine, and finished."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import list_files

_BINARY = {".argosmodel", ".gz", ".ico", ".jpg", ".pdf", ".png", ".webp", ".woff2", ".zip"}
_MACHINE_PATH = re.compile(
    r"(?<![\w.~}>)-])/(?:work|root|tmp|private|Users/\w+|home/\w+)" + r"/|(?<![\w.])[A-Z]:\\\w"
)
_REGISTRY = re.compile(r"pypi\.(?:org|io)|python" + r"hosted|registry\.npm" + r"js|deb\.debian")
_UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")
_SILENCED = re.compile(r"#\s*(?:type:\s*ig" + r"nore|no" + r"qa|pragma: no co" + r"ver)")
_CODES = re.compile(r"^(?::\s*[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*|\[[\w, -]+\])")
_SKIPPED = re.compile(
    r"pytest\.(?:mark\.)?(?:sk" + r"ip|skip" + r"if|x" + r"fail|import" + r"orskip)"
)


def _lines(project: Path) -> Iterator[tuple[str, str]]:
    """`path:line` and the text of each line of each text file of the project."""
    for path in list_files(project):
        if path.suffix not in _BINARY:
            text = (project / path).read_text("utf-8")
            for number, line in enumerate(text.splitlines(), start=1):
                yield f"{path}:{number}", line


def test_no_file_holds_a_path_of_one_machine(project: Path) -> None:
    assert [(where, line) for where, line in _lines(project) if _MACHINE_PATH.search(line)] == []


def test_no_file_holds_the_address_of_a_package_registry(project: Path) -> None:
    assert [(where, line) for where, line in _lines(project) if _REGISTRY.search(line)] == []


def test_nothing_is_left_unfinished(project: Path) -> None:
    assert [(where, line) for where, line in _lines(project) if _UNFINISHED.search(line)] == []


def test_no_test_is_skipped(project: Path) -> None:
    assert [(where, line) for where, line in _lines(project) if _SKIPPED.search(line)] == []


def test_a_silenced_check_has_its_reason_beside_it(project: Path) -> None:
    for where, line in _lines(project):
        if found := _SILENCED.search(line):
            reason = _CODES.sub("", line[found.end() :], count=1)
            assert len(re.findall(r"[a-z]{2,}", reason)) > 1, f"{where}: say why: {line.strip()}"


def test_requirements_are_exact(project: Path) -> None:
    pinned = re.compile(r"^[a-z0-9-]+==[^ ]+( ; .+)?$")
    for path in sorted((project / "requirements").glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            assert pinned.match(line), f"{path.name}: {line}"


def test_every_set_of_requirements_agrees_with_the_largest(project: Path) -> None:
    folder = project / "requirements"
    sets = {path.stem: _versions(path) for path in folder.glob("*.txt")}
    assert set(sets) == {"runtime", "docs", "argos", "dev"}
    for name, versions in sets.items():
        assert versions <= sets["dev"], f"run scripts/lock: {name}.txt has versions of its own"


def _versions(path: Path) -> set[str]:
    return {line.split(" ; ")[0] for line in path.read_text("utf-8").splitlines()}
