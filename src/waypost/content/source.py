"""The text of a content file: decoded, its line ends made equal, its front matter split off."""

from __future__ import annotations

import re

import msgspec

from waypost.content.file_codes import (
    CONTROL,
    EMPTY_FILE,
    MERGE_CONFLICT,
    NO_FRONT_MATTER,
    NOT_UTF8,
    OPEN_FRONT_MATTER,
)
from waypost.content.parsed import found
from waypost.model.finding import Finding, Place

# C0 and C1 controls, the replacement of a lost byte, and marks that reverse the text after them.
_SIGNS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff\ufeff\ufffe\uffff"
# Thai, Lao, Burmese and Khmer show by U+200B where a line may break.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_HIDDEN = f"\u00ad|(?<![{_UNSPACED}])\u200b(?![{_UNSPACED}])"
CONTROL_SIGN = re.compile(f"[{_SIGNS}]|{_HIDDEN}")
# A line of ======= alone may underline a heading: only the outer marks tell of a conflict.
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
_FENCE = re.compile(r"---[ \t]*")


class Source(msgspec.Struct, frozen=True):
    """A decoded file: a line feed ends every line, and nothing in it is invisible."""

    path: str
    text: str
    findings: tuple[Finding, ...]


class FrontMatter(msgspec.Struct, frozen=True):
    """The two parts of a page's file, with the line on which each begins."""

    fields: str
    fields_line: int
    body: str
    body_line: int


def decode_source(path: str, data: bytes | str) -> Source:
    """The text of `data`; bytes that aren't UTF-8 are a finding and are read as Windows-1252."""
    findings: list[Finding] = []
    text = data if isinstance(data, str) else _decode(path, data, findings)
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Every such sign is unprintable, which is told ten times faster than what it is.
    if not text.replace("\n", "").isprintable() and CONTROL_SIGN.search(text):
        text = _remove_controls(path, text, findings)
    if _CONFLICT.search(text):
        text = _solve_conflicts(path, text, findings)
    return Source(path, text, tuple(findings))


def place_at(path: str, text: str, offset: int) -> Place:
    """The place of the character at `offset`."""
    start = text.rfind("\n", 0, offset) + 1
    return Place(path, text.count("\n", 0, offset) + 1, offset - start + 1)


def split_front_matter(source: Source, findings: list[Finding]) -> FrontMatter | None:
    """Fields and body of a page's file; None, and a finding, when there are no fields."""
    text = source.text
    if not text.strip():
        findings.append(found(EMPTY_FILE, Place(source.path), "the file is empty"))
        return None
    lines = text.split("\n")
    first = next(number for number, line in enumerate(lines) if line.strip())
    if not _FENCE.fullmatch(lines[first]):
        message = "the file doesn't begin with front matter"
        findings.append(found(NO_FRONT_MATTER, Place(source.path, first + 1), message))
        return None
    for number in range(first + 1, len(lines)):
        if _FENCE.fullmatch(lines[number]):
            fields = "\n".join(lines[first + 1 : number])
            return FrontMatter(fields, first + 2, "\n".join(lines[number + 1 :]), number + 2)
    message = f"the front matter that begins on line {first + 1} isn't closed"
    findings.append(found(OPEN_FRONT_MATTER, Place(source.path, first + 1), message))
    return None


def _decode(path: str, data: bytes, findings: list[Finding]) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            findings.append(found(NOT_UTF8, Place(path), "the file is UTF-16, not UTF-8"))
            return data.decode("utf-16", errors="replace").replace("\ufffd", "?")
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8", errors="replace")) + 1
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        findings.append(found(NOT_UTF8, Place(path, line, column), message))
        return data.decode("cp1252", errors="replace").replace("\ufffd", "?")


def _remove_controls(path: str, text: str, findings: list[Finding]) -> str:
    for match in CONTROL_SIGN.finditer(text):
        name = f"U+{ord(match.group()):04X}"
        place = place_at(path, text, match.start())
        findings.append(found(CONTROL, place, f"the invisible character {name} stands here"))
    text = re.sub(_HIDDEN, "", text)
    return CONTROL_SIGN.sub(" ", text)


def _solve_conflicts(path: str, text: str, findings: list[Finding]) -> str:
    """The first version of each conflict; blank lines stand for the rest, so that lines keep."""
    lines = text.split("\n")
    last = max((number for number, line in enumerate(lines) if _is_mark(line, ">")), default=-1)
    begun, is_other = False, False
    for number, line in enumerate(lines):
        opens, closes = _is_mark(line, "<"), _is_mark(line, ">")
        if opens or (closes and not begun):
            findings.append(
                found(MERGE_CONFLICT, Place(path, number + 1), "a merge conflict stands here")
            )
        begun = (begun or opens) and not closes
        divides = begun and (_is_mark(line, "=") or _is_mark(line, "|"))
        is_other = begun and not opens and number < last and (is_other or divides)
        if opens or closes or divides or is_other:
            lines[number] = ""
    return "\n".join(lines)


def _is_mark(line: str, sign: str) -> bool:
    return line.startswith(sign * 7) and line[7:8] in {"", " "}
