"""Modules are small, have names of their own, and say when they touch the world."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import list_modules, parse_module

_MOST_LINES = 350
_NAMES_THAT_SAY_NOTHING = {"base", "common", "core", "helpers", "manager", "misc", "tools", "utils"}
_SAYS_SO = re.compile(r"\bTouches (?:the|a|an|its) \w+")

# Importing one of these means to touch a disk, a process, a browser, a network or an engine.
_WORLDLY_MODULES = {
    "argostranslate",
    "concurrent.futures",
    "ctranslate2",
    "fcntl",
    "http.client",
    "http.server",
    "mmap",
    "multiprocessing",
    "selenium",
    "shutil",
    "signal",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "urllib.request",
    "watchfiles",
}
_WORLDLY_METHODS = {
    "is_dir",
    "is_file",
    "iterdir",
    "mkdir",
    "read_bytes",
    "read_text",
    "rglob",
    "rmdir",
    "unlink",
    "write_bytes",
    "write_text",
}
_WORLDLY_FUNCTIONS_OF_OS = {
    "chmod",
    "fork",
    "fsync",
    "kill",
    "link",
    "listdir",
    "makedirs",
    "mkdir",
    "open",
    "remove",
    "rename",
    "replace",
    "rmdir",
    "scandir",
    "stat",
    "unlink",
    "utime",
    "walk",
}
# Functions of waypost.files that read or write; its digests are plain functions of values.
_WORLDLY_PREFIXES = ("load_", "save_", "remove_", "list_")


def _find_touches(tree: ast.Module) -> Iterator[str]:
    """What in this module reaches outside of it, as the words that stand in the source."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (f"import {alias.name}" for alias in names if _is_worldly(alias.name))
            case ast.ImportFrom(module=str(module), names=names):
                yield from _find_worldly_names(module, [alias.name for alias in names])
            case ast.Call(func=ast.Name(id="open")):
                yield "open(…)"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="os"), attr=name)):
                if name in _WORLDLY_FUNCTIONS_OF_OS:
                    yield f"os.{name}(…)"
            case ast.Call(func=ast.Attribute(attr=name)) if name in _WORLDLY_METHODS:
                yield f".{name}(…)"


def _find_worldly_names(module: str, names: list[str]) -> Iterator[str]:
    """What `from module import names` brings in that reaches outside."""
    if any(_is_worldly(name) for name in (module, *(f"{module}.{name}" for name in names))):
        yield f"from {module} import …"
    if module == "waypost.files" or module.startswith("waypost.files."):
        yield from (name for name in names if name.startswith(_WORLDLY_PREFIXES))


def _is_worldly(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in _WORLDLY_MODULES)


def test_no_module_is_too_long(project: Path) -> None:
    sizes = {
        name: len(path.read_text("utf-8").splitlines()) for name, path in list_modules(project)
    }
    assert {name: size for name, size in sizes.items() if size > _MOST_LINES} == {}


def test_no_module_has_a_name_that_says_nothing(project: Path) -> None:
    for name, _ in list_modules(project):
        assert not _NAMES_THAT_SAY_NOTHING & set(name.split(".")), name


def test_every_module_has_a_docstring(project: Path) -> None:
    assert [name for name, path in list_modules(project) if not _docstring(path)] == []


def test_a_module_touches_the_world_exactly_if_its_docstring_says_so(project: Path) -> None:
    silent: dict[str, list[str]] = {}
    boastful: list[str] = []
    for name, path in list_modules(project):
        touches = sorted(set(_find_touches(parse_module(path))))
        says_so = _SAYS_SO.search(_docstring(path)) is not None
        if touches and not says_so:
            silent[name] = touches
        if says_so and not touches:
            boastful.append(name)
    assert silent == {}, "add “Touches the disk.” (process, browser, engine) to these docstrings"
    assert boastful == [], "these docstrings say “Touches …”, and nothing in the module does"


@pytest.mark.parametrize(
    ("source", "touches"),
    [
        ("import subprocess", True),
        ("from http.server import HTTPServer", True),
        ("from concurrent import futures", True),
        ("def f(p):\n    return p.read_text()", True),
        ("with open('x') as f: pass", True),
        ("import os\nos.replace('a', 'b')", True),
        ("from waypost.files.atomic import save_text", True),
        ("from waypost.files.digest import digest_text", False),
        ("import os\nos.path.join('a', 'b')", False),
        ("'a'.replace('a', 'b')", False),
        ("import json\njson.loads('1')", False),
    ],
)
def test_what_counts_as_touching(source: str, touches: bool) -> None:
    assert bool(list(_find_touches(ast.parse(source)))) is touches


def _docstring(path: Path) -> str:
    return ast.get_docstring(parse_module(path)) or ""
