"""What the handbook shows can be typed: commands, options and settings are those of the code."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from waypost.cli import COMMANDS, program
from waypost.config.reader import parse_settings

_FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(waypost [^`]+)`")


def _texts(project: Path) -> list[Path]:
    decisions = project / "docs" / "decisions"
    pages = [path for path in project.glob("docs/**/*.md") if decisions not in path.parents]
    return [project / "README.md", project / "CONTRIBUTING.md", *sorted(pages)]


def _commands(text: str) -> list[str]:
    """Every `waypost …` line of a text, in shell blocks and in running text."""
    shell = [match["text"] for match in _FENCE.finditer(text) if match["kind"] == "sh"]
    lines = [line.strip() for block in shell for line in block.splitlines()]
    return [line for line in lines if line.startswith("waypost ")] + _INLINE.findall(text)


def _check_command(line: str) -> None:
    """Raises click's own error if the program wouldn't understand the line."""
    group: click.Command = program
    words = shlex.split(line, comments=True)[1:]
    context = click.Context(program, info_name="waypost")
    while isinstance(group, click.Group) and words and not words[0].startswith("-"):
        found = group.get_command(context, words[0])
        assert found is not None, f"there is no command {words[0]}"
        group, words = found, words[1:]
        context = click.Context(group, parent=context, info_name=group.name)
    options = {name for option in group.params for name in (*option.opts, *option.secondary_opts)}
    used = [word.split("=")[0] for word in words if word.startswith("-")]
    unknown = set(used) - options - {"--help", "--version"}
    assert not unknown, f"`{line}`: no such option"


def test_every_command_in_the_handbook_exists(project: Path) -> None:
    found = 0
    for path in _texts(project):
        for line in _commands(path.read_text("utf-8")):
            _check_command(line)
            found += 1
    assert found > 10


def test_every_command_is_in_the_handbook(project: Path) -> None:
    text = (project / "docs" / "web-teams" / "index.md").read_text("utf-8")
    for name in COMMANDS:
        assert f"| `waypost {name}` |" in text


def test_what_new_starts_is_what_is_said_of_it(project: Path) -> None:
    group = program.get_command(click.Context(program), "new")
    assert isinstance(group, click.Group)
    handbook = (project / "docs" / "web-teams" / "index.md").read_text("utf-8")
    (row,) = re.findall(r"^\| `waypost new` \|(.*)\|$", handbook, re.MULTILINE)
    for said in (COMMANDS["new"], group.help or "", row):
        assert set(re.findall(r"\ba (\w+)", said)) == set(group.commands), said


def test_a_command_that_does_not_exist_is_noticed() -> None:
    with pytest.raises(AssertionError, match="no command"):
        _check_command("waypost publish")
    with pytest.raises(AssertionError, match="no such option"):
        _check_command("waypost build --fast")


def test_the_settings_shown_are_settings(project: Path) -> None:
    text = (project / "docs" / "web-teams" / "settings.md").read_text("utf-8")
    blocks = [match["text"] for match in _FENCE.finditer(text) if match["kind"] == "yaml"]
    assert len(blocks) == 1
    result = parse_settings(project, blocks[0].encode())
    assert result.findings == ()
    assert result.value is not None
    assert [one.language.code for one in result.value.languages] == ["en", "es", "ar", "ko"]
