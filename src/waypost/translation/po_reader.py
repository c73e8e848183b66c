"""PO files read fast: what a build needs of each entry, agreeing with polib on what it accepts.

A file as Waypost writes it is read by one regular expression. Any other file (wrapped lines,
plurals, no addresses, another encoding, broken) is read line by line by `po_lines`.
"""

from __future__ import annotations

import re

from waypost.translation.po_lines import read_lines
from waypost.translation.po_syntax import BARE_QUOTE, unescape_string

RawEntry = tuple[str, str, str, str]
"""Comment lines with their `#`, address, source, target."""

_HEADER = re.compile(r'\A(?:#[^~\n][^\n]*\n|#\n)*msgid ""\nmsgstr ""\n(?:"[^\n]*"\n)+\n*')
_ENTRY = re.compile(
    r'((?:#[^~\n][^\n]*\n|#\n)*)msgctxt "([^"\\\n]*)"\n'
    r'msgid "([^\n]*)"\n((?:"[^\n]*"\n)*)'
    r'msgstr "([^\n]*)"\n((?:"[^\n]*"\n)*)\n*'
    r"|([^\n])"
)
_COMMENTS = re.compile(r"(?:#[^\n]*\n|\n)*")
_UTF8 = re.compile(r"charset=utf-?8\b", re.IGNORECASE)


def read_targets(data: bytes) -> list[RawEntry]:
    """Every entry that isn't obsolete, in the file's order.

    Nothing is raised and nothing said about mistakes (`parse_catalog` does): what can't be read
    isn't there.
    """
    found = _read_canonical(data)
    if found is not None:
        return found
    entries = read_lines(data).entries
    return [
        ("".join([f"{line}\n" for line in raw.comments]), raw.address, raw.source, raw.target)
        for raw in entries
        if not raw.obsolete
    ]


def _read_canonical(data: bytes) -> list[RawEntry] | None:
    """The entries of a file in Waypost's own form, or None for any other file."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    header = _HEADER.match(text)
    if header is None or "\r" in text or not _UTF8.search(header[0]):
        return None
    end = find_obsolete(text)
    if end < len(text) and not _COMMENTS.fullmatch(text, end):
        return None
    found: list[RawEntry] = []
    for comments, address, source, more_source, target, more_target, junk in _ENTRY.findall(
        text, header.end(), end
    ):
        if junk:
            return None
        is_source_quoted = more_source or "\\" in source or '"' in source
        msgid = _join(source, more_source) if is_source_quoted else source
        is_target_quoted = more_target or "\\" in target or '"' in target
        msgstr = _join(target, more_target) if is_target_quoted else target
        if msgid is None or msgstr is None:
            return None
        found.append((comments, address, msgid, msgstr))
    return found


def find_obsolete(text: str) -> int:
    """Where the obsolete entries begin: they stand last."""
    mark = text.find("\n#~ ")
    return len(text) if mark < 0 else text.rfind("\n\n", 0, mark + 1) + 2


def _join(first: str, more: str) -> str | None:
    """The text of a string and its continuation lines, or None where a quote stands bare."""
    parts = [first, *[line[1:-1] for line in more.split("\n")[:-1]]] if more else [first]
    for part in parts:
        if '"' in part and BARE_QUOTE.search(part):
            return None
    return "".join([unescape_string(part) for part in parts])
