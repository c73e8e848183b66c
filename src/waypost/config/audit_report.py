"""What the last audit found, as `audit.json` beside the settings says it.

Whatever audits the built pages writes the file, and the site commits it. Everything in it is told
on the page `accessibility`:

    {
      "date": "2026-11-22",
      "tools": [{"name": "axe-core", "version": "4.14.1"}],
      "pages": 96,
      "problems": [{"criterion": "1.4.3", "pages": 2}]
    }

`problems` is empty where nothing was found; a criterion is one of levels A and AA of WCAG 2.2.

Touches the disk: `load_audit` reads the file.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from waypost.config.codes import BAD_AUDIT
from waypost.content.located import Located, LocatedList, LocatedMap, LocatedText
from waypost.content.parsed import Parsed, found, parsed, suggest
from waypost.content.source import decode_source
from waypost.content.yaml_reader import read_mapping
from waypost.files.inside import find_stray
from waypost.model.audit import WCAG_CRITERIA, Audit, AuditProblem
from waypost.model.finding import Finding, Place
from waypost.model.literal import parse_date

AUDIT_FILE = "audit.json"
_MOST_BYTES = 100_000
_MOST_LETTERS = 100
_FIELDS = ("date", "tools", "pages", "problems")


def load_audit(root: Path) -> Parsed[Audit]:
    """The audit of the site in `root`, findings where its file is broken; nothing without one."""
    if find_stray(root, AUDIT_FILE) is not None:
        message = "this is no file of the site: it leads out of it, or is a device"
        return parsed(None, (found(BAD_AUDIT, Place(AUDIT_FILE), message),))
    try:
        data = (root / AUDIT_FILE).read_bytes()
    except FileNotFoundError:
        return parsed(None, ())
    except IsADirectoryError:
        return parsed(None, (found(BAD_AUDIT, Place(AUDIT_FILE), "this is a folder, and no file"),))
    if len(data) > _MOST_BYTES:
        message = f"the file has {len(data):,} bytes; {_MOST_BYTES:,} are the most"
        return parsed(None, (found(BAD_AUDIT, Place(AUDIT_FILE), message),))
    return parse_audit(data)


def parse_audit(data: bytes) -> Parsed[Audit]:
    """The audit that the bytes of the file say; no value where anything in them is wrong."""
    source = decode_source(AUDIT_FILE, data)
    reader = _Reader(list(source.findings))
    top = read_mapping(AUDIT_FILE, source.text, reader.findings)
    audit = reader.audit(top) if top is not None else None
    return parsed(None if reader.findings else audit, reader.findings)


class _Reader:
    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings

    def _add(self, at: Located, message: str) -> None:
        place = Place(AUDIT_FILE, at.line, at.column)
        self.findings.append(found(BAD_AUDIT, place, message))

    def audit(self, top: LocatedMap) -> Audit:
        self._know(top, _FIELDS)
        return Audit(
            self._day(top),
            tuple(self._tool(each) for each in self._list(top, "tools")),
            self._count(top, "pages"),
            self._problems(top),
        )

    def _know(self, data: LocatedMap, names: tuple[str, ...]) -> None:
        for name in data:
            if name not in names:
                at = LocatedText(name, data.keys_at[name], name, quoted=True)
                self._add(at, f"“{name}” says nothing here.{suggest(name, names)}")
        for name in names:
            if name not in data:
                self._add(data, f"{name} is missing")

    def _day(self, top: LocatedMap) -> date:
        value = top.get("date")
        try:
            return parse_date(value if isinstance(value, LocatedText) else "")
        except ValueError:
            if value is not None:
                self._add(value, "date must be a day such as 2026-11-22")
            return date.min

    def _tool(self, value: Located) -> str:
        if not isinstance(value, LocatedMap):
            self._add(value, "a tool has a name and a version")
            return ""
        self._know(value, ("name", "version"))
        said = [value[name] for name in ("name", "version") if name in value]
        for one in said:
            is_text = isinstance(one, LocatedText) and 0 < len(one.strip()) <= _MOST_LETTERS
            if not is_text:
                self._add(one, f"names and versions are texts of 1 to {_MOST_LETTERS} letters")
        return " ".join(str(one) for one in said)

    def _problems(self, top: LocatedMap) -> tuple[AuditProblem, ...]:
        pages: dict[str, int] = {}
        for value in self._list(top, "problems"):
            if not isinstance(value, LocatedMap):
                self._add(value, "a problem has a criterion and the number of pages")
                continue
            self._know(value, ("criterion", "pages"))
            criterion = value.get("criterion", value)
            if criterion not in WCAG_CRITERIA:
                self._add(criterion, "criterion must be one of WCAG 2.2, level A or AA: 1.4.3")
            elif criterion in pages:
                self._add(criterion, f"criterion {criterion} stands twice")
            pages[str(criterion)] = self._count(value, "pages")
        return tuple(
            AuditProblem(name, count)
            for name, count in sorted(pages.items(), key=lambda one: _order(one[0]))
        )

    def _list(self, top: LocatedMap, name: str) -> LocatedList:
        value = top.get(name)
        if isinstance(value, LocatedList):
            return value
        if value is not None:
            self._add(value, f"{name} must be a list")
        return LocatedList((1, 1), name)

    def _count(self, data: LocatedMap, name: str) -> int:
        value = data.get(name)
        if (
            isinstance(value, LocatedText)
            and value.isascii()
            and value.isdecimal()
            and len(value) < 8
        ):
            return int(value)
        if value is not None:
            self._add(value, f"{name} must be a number of pages")
        return 0


def _order(criterion: str) -> tuple[int, ...]:
    return tuple(int(part) for part in criterion.split(".") if part.isdecimal())
