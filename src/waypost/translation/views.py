"""How often pages are read: `translations/views.csv`, so that what many read is reviewed first.

The file is optional: two columns, `page` and `views`, as a web server's statistics give them.
Touches the disk.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from waypost.files.inside import StrayError, load_inside
from waypost.model.finding import Code, Failure, Finding, Place, Severity
from waypost.translation.csv_table import Cell, parse_table
from waypost.translation.file_codes import describe_stray

PATH = "translations/views.csv"
VIEWS = Code(
    "T090",
    "A line of views.csv can't be used",
    Severity.WARNING,
    "What isn't known to be read often comes late in the list of what to review next.",
    "Write as the first line page,views, then for each page its id or address and a number.",
    "page,views\\nrenew-license,many",
    "page,views\\nrenew-license,1250\\n/es/parking-permit/,310",
)
_COLUMNS = ("page", "views")
_NUMBER = re.compile(r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+|\d+")


class Views(msgspec.Struct, frozen=True):
    """How often each page was read, in whichever language."""

    by_page: Mapping[str, int] = msgspec.field(default_factory=dict)
    """By the page's id."""

    @property
    def total(self) -> int:
        """Of all pages."""
        return sum(self.by_page.values())

    def of_document(self, name: str) -> int:
        """How often the words of a document were read: those of no page's own are on every one."""
        _, slash, page = name.rpartition("/")
        return self.by_page.get(page, 0) if slash else self.total


def load_views(root: Path) -> tuple[Views, tuple[Finding, ...]]:
    """The views of the site in `root`, none where there is no file, and the file's mistakes."""
    path = root / PATH
    try:
        data = load_inside(root, *PATH.split("/"))
    except FileNotFoundError:
        return Views(), ()
    except StrayError as error:
        return Views(), (describe_stray(error.stray),)
    except OSError as error:
        raise Failure(
            f"{path} can't be read: {error.strerror}.", "Look at its permissions."
        ) from None
    return parse_views(data.decode("utf-8", "replace"))


def parse_views(text: str) -> tuple[Views, tuple[Finding, ...]]:
    """The views that the CSV `text` says; views of one page in several languages add up."""
    table = parse_table(text)
    findings: list[Finding] = []
    if table.open_quote is not None:
        findings.append(_finding(table.open_quote, "a quotation mark isn't closed"))
    if not table.rows:
        return Views(), tuple(findings)
    head, *rows = table.rows
    names = [cell.text.strip().lower() for cell in head]
    if not set(_COLUMNS) <= set(names):
        findings.append(_finding(head[0], "the first line doesn't name the columns page and views"))
        return Views(), tuple(findings)
    counts: Counter[str] = Counter()
    for row in rows:
        cells = [_cell(row, names.index(name)) for name in _COLUMNS]
        page = find_page(cells[0].text)
        number = _NUMBER.fullmatch(cells[1].text.strip())
        if number is None:
            findings.append(_finding(cells[1], f"“{cells[1].text.strip()}” is no number of views"))
        elif page:
            counts[page] += int(re.sub(r"\D", "", number[0]))
    return Views(dict(counts)), tuple(findings)


def find_page(address: str) -> str:
    """The id of the page at an address (`/es/renew-license/?print`), of a document or of itself."""
    path = re.split(r"[?#]", address.strip(), maxsplit=1)[0].removesuffix("index.html")
    return path.rstrip("/").rpartition("/")[2]


def _cell(row: Sequence[Cell], number: int) -> Cell:
    return row[number] if number < len(row) else Cell("", row[0].line, row[0].column)


def _finding(cell: Cell, message: str) -> Finding:
    return Finding(
        Place(PATH, cell.line, cell.column), VIEWS.id, message, VIEWS.mend, VIEWS.severity
    )
