"""Which marks an engine is asked with, as measured: translations/engines.yml. Touches the disk.

`waypost translate --survey` writes the file, and nobody need write in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import msgspec

from waypost.files.atomic import save_text_if_changed
from waypost.files.inside import load_inside, require_inside
from waypost.model.finding import Failure
from waypost.translation.encodings import Encoding, find_encoding, order_encodings

PATH = "translations/engines.yml"
_HEAD = "# Written by `waypost translate --survey`: the marks that came back best, best first.\n"
_MEND = "Delete it and run `waypost translate --survey`, or bring its last state back from git."
_MEASURED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"firefox": ("parentheses", "spaced underscores", "spaced letters")}
)
"""By Waypost, with English to Portuguese, where it differs from the usual order."""
_FIELDS = ("engine", "source", "target", "measured", "marks")


class MarkChoice(msgspec.Struct, frozen=True):
    """The order of encodings for an engine and a pair of languages."""

    engine: str
    source: str
    target: str
    measured: str
    """The engine's stamp when it was measured."""
    marks: tuple[str, ...]
    """Names of encodings, best first; the others follow in their usual order."""


def choose_encodings(
    choices: Iterable[MarkChoice], engine: str, source: str, target: str
) -> tuple[Encoding, ...]:
    """The encodings in the order measured for the engine and pair.

    Else in the order of another pair of the engine, else of our own measurements.
    """
    of_engine = [choice for choice in choices if choice.engine == engine]
    for choice in of_engine:
        if (choice.source, choice.target) == (source, target):
            return order_encodings(choice.marks)
    return order_encodings(of_engine[0].marks if of_engine else _MEASURED.get(engine, ()))


def load_choices(root: Path) -> tuple[MarkChoice, ...]:
    """What was measured for the site; nothing where there is no file.

    Raises Failure for a file that can't be read.
    """
    try:
        data = load_inside(root, *PATH.split("/"))
    except FileNotFoundError:
        return ()
    return parse_choices(data)


def parse_choices(data: bytes) -> tuple[MarkChoice, ...]:
    """The choices in a YAML list; raises Failure if it isn't as Waypost writes it."""
    import yaml

    try:
        rows = yaml.safe_load(data)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Failure(f"{PATH} can't be read: {str(error).splitlines()[0]}", _MEND) from error
    if rows is None:
        return ()
    if not isinstance(rows, list):
        raise Failure(f"{PATH} is no list", _MEND)
    return tuple(_read_row(row) for row in rows)


def _read_row(row: object) -> MarkChoice:
    if not isinstance(row, dict) or set(row) != set(_FIELDS):
        raise Failure(f"{PATH}: an item has other fields than {', '.join(_FIELDS)}", _MEND)
    marks = row["marks"]
    if not isinstance(marks, list) or not all(isinstance(each, str) for each in marks):
        raise Failure(f"{PATH}: “marks” is no list of names", _MEND)
    unknown = [name for name in marks if find_encoding(name) is None]
    if unknown:
        raise Failure(f"{PATH}: there are no marks called “{unknown[0]}”", _MEND)
    engine, source, target, measured = (str(row[name]) for name in _FIELDS[:4])
    return MarkChoice(engine, source, target, measured, tuple(marks))


def save_choices(root: Path, choices: Sequence[MarkChoice]) -> bool:
    """Whether the file had to be written: what was measured now, beside what it held of others."""
    require_inside(root, *PATH.split("/"))
    kept = {(one.engine, one.source, one.target): one for one in (*load_choices(root), *choices)}
    return save_text_if_changed(root / PATH, render_choices(kept.values()))


def render_choices(choices: Iterable[MarkChoice]) -> str:
    """The file: one item an engine and pair, sorted."""
    rows = sorted(choices, key=lambda one: (one.engine, one.source, one.target))
    lines = [_HEAD]
    for one in rows:
        lines += (
            f"- engine: {_quote(one.engine)}\n",
            f"  source: {_quote(one.source)}\n",
            f"  target: {_quote(one.target)}\n",
            f"  measured: {_quote(one.measured)}\n",
            f"  marks: [{', '.join(_quote(name) for name in one.marks)}]\n",
        )
    return "".join(lines)


def _quote(text: str) -> str:
    """The text in double quotes: without them `no` is false and `1.10` a number."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else " " for char in plain) + '"'
