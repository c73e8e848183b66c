"""PO files read line by line: any file gives what can be read of it, and what is wrong with it.

Where polib reads a file, the entries are the same; where polib gives up, this goes on.
"""

from __future__ import annotations

import re

import msgspec

from waypost.translation.po_syntax import BARE_QUOTE, find_charset, unescape_string

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?(?=[\s\"])\s*(.*)$")
_OBSOLETE = re.compile(r"#~(?!\|)[ \t]?(.*)$")
_UNICODE = {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"}
_CONFLICT = re.compile(r"<{7}|={7}|>{7}|\|{7}")


class Fault(msgspec.Struct, frozen=True):
    """Something in a PO file that isn't as it should be; line and column count from 1."""

    line: int
    column: int
    message: str
    mend: str
    is_encoding: bool = False


class RawLines(msgspec.Struct):
    """An entry while its lines are read, and as they left it."""

    line: int
    comments: list[str] = msgspec.field(default_factory=list)
    strings: dict[str, list[str]] = msgspec.field(default_factory=dict)
    """By keyword (`msgctxt`, `msgid`, `msgid_plural`, `msgstr`, `msgstr[0]`): its parts."""
    lines: dict[str, int] = msgspec.field(default_factory=dict)
    """By keyword: the line on which it stands."""
    obsolete: bool = False

    def find(self, keyword: str) -> str | None:
        """The text after a keyword, or None where the entry hasn't got it."""
        parts = self.strings.get(keyword)
        return None if parts is None else "".join(parts)

    @property
    def address(self) -> str:
        """The msgctxt, or ""."""
        return self.find("msgctxt") or ""

    @property
    def source(self) -> str:
        """The msgid, or ""."""
        return self.find("msgid") or ""

    @property
    def target(self) -> str:
        """The msgstr; of a plural's forms the first that isn't empty."""
        texts = [self.find(keyword) for keyword in self.strings if keyword.startswith("msgstr")]
        return next((text for text in texts if text), "")

    @property
    def is_header(self) -> bool:
        """Whether this is the header: no address, no source."""
        return not self.obsolete and "msgctxt" not in self.strings and not self.source

    @property
    def is_plural(self) -> bool:
        """Whether another tool has written plural forms, which Waypost doesn't use."""
        return "msgid_plural" in self.strings or any("[" in each for each in self.strings)


class Lines(msgspec.Struct, frozen=True):
    """A PO file read: its header, its entries in order, and its faults."""

    header: RawLines | None
    entries: list[RawLines]
    charset: str
    faults: list[Fault]


def read_lines(data: bytes) -> Lines:
    """All that can be read of a PO file; never raises."""
    charset = find_charset(data)
    faults: list[Fault] = []
    text = _decode(data, charset, faults)
    reader = _Reader(faults)
    for number, line in enumerate(_split(text), start=1):
        reader.read(number, line)
    entries = reader.finish()
    header = next((entry for entry in entries if entry.is_header), None)
    return Lines(header, [entry for entry in entries if entry is not header], charset, faults)


def _decode(data: bytes, charset: str, faults: list[Fault]) -> str:
    """The text; a byte that the encoding doesn't know stands as U+FFFD, and is a fault."""
    if charset not in _UNICODE and not data.isascii() and _is_utf8(data):
        message = f"the header says {charset}, and the bytes are UTF-8"
        line = data.count(b"\n", 0, max(data.lower().find(b"charset="), 0)) + 1
        mend = "Correct the header: Content-Type: text/plain; charset=UTF-8."
        faults.append(Fault(line, 1, message, mend, is_encoding=True))
        return data.decode("utf-8")
    try:
        return data.decode(charset)
    except (UnicodeDecodeError, LookupError) as error:
        at = error.start if isinstance(error, UnicodeDecodeError) else 0
        before = data[:at]
        line = before.count(b"\n") + 1
        column = at - (before.rfind(b"\n") + 1) + 1
        mend = "Save the file as UTF-8; in Poedit: File, Properties, Charset."
        faults.append(Fault(line, column, f"a byte isn't {charset}", mend, is_encoding=True))
        return data.decode("utf-8", "replace")


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8: by chance, text in another encoding nearly never is."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _split(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


class _Reader:
    """The entry being read, the string that a continuation line goes on with, all that is done."""

    def __init__(self, faults: list[Fault]) -> None:
        self._faults = faults
        self._done: list[RawLines] = []
        self._entry = RawLines(1)
        self._open: list[str] | None = None

    def read(self, number: int, raw: str) -> None:
        line = raw.strip()
        if not line:
            return
        column = len(raw) - len(raw.lstrip()) + 1
        if (obsolete := _OBSOLETE.match(line)) is not None:
            inner = obsolete[1].strip()
            if inner:
                self._read_text(number, column + line.find(inner), inner, is_obsolete=True)
        elif line.startswith("#"):
            self._begin(number)
            self._open = None
            self._entry.comments.append(line)
        else:
            self._read_text(number, column, line, is_obsolete=False)

    def finish(self) -> list[RawLines]:
        self._close()
        return self._done

    def _read_text(self, number: int, column: int, line: str, *, is_obsolete: bool) -> None:
        keyword = _KEYWORD.match(line)
        if keyword is not None:
            name, index, rest = keyword.groups()
            name = f"{name}[{index}]" if index is not None else name
            self._start_string(number, name, is_obsolete=is_obsolete)
            self._append(number, column + len(line) - len(rest), rest)
        elif line.startswith('"'):
            if self._open is None:
                self._fault(number, column, "a text stands without its keyword", "")
                return
            self._append(number, column, line)
        elif _CONFLICT.match(line):
            self._fault(
                number,
                column,
                "a merge conflict isn't resolved",
                "Keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>.",
            )
        else:
            self._fault(number, column, "this line is not part of any entry", "")

    def _start_string(self, number: int, name: str, *, is_obsolete: bool) -> None:
        """A new entry begins at msgctxt, and at a msgid that doesn't follow one."""
        strings = self._entry.strings
        if name in strings or (name in {"msgctxt", "msgid"} and "msgid" in strings):
            if not any(each.startswith("msgstr") for each in strings):
                self._fault(number, 1, f"“{name}” stands where “msgstr” should", "")
            elif name not in {"msgctxt", "msgid"}:
                self._fault(number, 1, f"“{name}” stands twice in one entry", "")
            self._close()
            self._entry = RawLines(number)
        self._entry.line = number if not self._entry.strings else self._entry.line
        if name == "msgid":
            self._entry.obsolete = is_obsolete
        self._entry.lines.setdefault(name, number)
        self._open = self._entry.strings.setdefault(name, [])

    def _append(self, number: int, column: int, quoted: str) -> None:
        if self._open is None:
            return
        inner = quoted[1:-1]
        if len(quoted) < 2 or not (quoted[0] == quoted[-1] == '"'):
            self._fault(number, column, "a text must stand in double quotes", "")
            inner = quoted.strip('"')
        elif BARE_QUOTE.search(inner):
            self._fault(
                number,
                column,
                "a double quote stands bare in a text",
                'Write \\" for a double quote in a text.',
            )
        self._open.append(unescape_string(inner))

    def _begin(self, number: int) -> None:
        """A comment after a translation belongs to the next entry."""
        if any(each.startswith("msgstr") for each in self._entry.strings):
            self._close()
            self._entry = RawLines(number)

    def _close(self) -> None:
        strings = self._entry.strings
        if "msgid" in strings:
            if not any(each.startswith("msgstr") for each in strings):
                self._fault(self._entry.line, 1, "the entry has no “msgstr”", "")
            self._done.append(self._entry)
        elif strings:
            self._fault(self._entry.line, 1, "the entry has no “msgid”", "")
        self._open = None

    def _fault(self, line: int, column: int, message: str, mend: str) -> None:
        mend = mend or "Restore the entry: msgctxt, msgid and msgstr, each in double quotes."
        self._faults.append(Fault(line, column, message, mend))
