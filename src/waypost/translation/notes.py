"""The comment lines of a PO entry, told apart: stamp, flags, remarks, context."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from waypost.translation.po_syntax import unescape_string
from waypost.translation.rejection import unwrap_rejections
from waypost.translation.stamp import (
    Stamp,
    choose_stamp,
    find_stamp,
    is_like_a_stamp,
    render_stamp,
)

_PREVIOUS_ID = re.compile(r'#~?\|\s*msgid\s*"(.*)"$')
_PREVIOUS_MORE = re.compile(r'#~?\|\s*"(.*)"$')


_MOST_LINES = 9


class Notes(msgspec.Struct, frozen=True):
    """What stands above an entry, apart from `#:` lines, which Waypost doesn't keep."""

    stamp: Stamp | None
    flags: tuple[str, ...]
    comments: tuple[str, ...]
    context: tuple[str, ...]
    previous: str


def read_notes(lines: Sequence[str], target: str) -> Notes:
    """The comment `lines` of an entry (with their `#`) whose translation is `target`.

    Stamps that don't count beside a stronger one stay comments.
    """
    flags: list[str] = []
    remarks: list[str] = []
    context: list[str] = []
    previous: list[str] = []
    for line in lines:
        sign = line[1:2]
        if sign == ".":
            context.append(line[3:] if line[2:3] == " " else line[2:])
        elif sign == ",":
            flags += [flag.strip() for flag in line[2:].split(",")]
        elif sign in {"|", "~"}:
            _read_previous(line, previous)
        elif sign != ":":
            text = line.lstrip("#").strip()
            if text:
                remarks.append(text)
    remarks = _unwrap_stamps(remarks)
    stamps = [stamp for stamp in map(find_stamp, remarks) if stamp is not None]
    stamp = choose_stamp(stamps, target)
    if stamp is not None:
        remarks.remove(render_stamp(stamp))
    return Notes(
        stamp,
        tuple(dict.fromkeys(flag for flag in flags if flag)),
        unwrap_rejections(remarks),
        tuple(context),
        "".join(previous),
    )


def _unwrap_stamps(remarks: list[str]) -> list[str]:
    """The remarks, with stamps whole that a tool has wrapped over several lines."""
    whole: list[str] = []
    start = 0
    while start < len(remarks):
        end = start + 1
        if is_like_a_stamp(remarks[start]) and find_stamp(remarks[start]) is None:
            joined = remarks[start]
            for more, line in enumerate(remarks[start + 1 : start + _MOST_LINES], start + 2):
                if is_like_a_stamp(line):
                    break
                # Tools break a date at its hyphens too.
                joined += line if joined.endswith("-") else f" {line}"
                if find_stamp(joined) is not None:
                    remarks[start], end = joined, more
                    break
        whole.append(remarks[start])
        start = end
    return whole


def _read_previous(line: str, previous: list[str]) -> None:
    """The parts of `#| msgid` so far; other previous texts say nothing that counts."""
    if (begin := _PREVIOUS_ID.match(line)) is not None:
        previous[:] = [unescape_string(begin[1])]
    elif previous and (more := _PREVIOUS_MORE.match(line)) is not None:
        previous.append(unescape_string(more[1]))
