"""A table of translations, a row a text: what its columns are, to write them and to read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from waypost.exchange.codes import FORMULA, INCOMPLETE, TOO_LARGE, make_finding
from waypost.exchange.parcel import (
    MOST_TEXTS,
    Incoming,
    Received,
    Refused,
    has_half_sign,
    list_doubts,
    list_former,
    list_hints,
    list_terms,
    list_values,
    name_state,
    refuse,
    target_of,
)
from waypost.model.correction import Correction, text_mark
from waypost.model.finding import Finding, Place
from waypost.model.review_unit import ReviewUnit

Row = tuple[int, Mapping[str, str]]
"""The line of a row from 1, and its cells by the name of their column."""

DOCUMENT, ADDRESS, SOURCE, TRANSLATION = "document", "address", "source", "translation"
NOTE, LANGUAGE, MARK = "note", "language", "mark"
COLUMNS = (
    DOCUMENT,
    ADDRESS,
    "heading",
    SOURCE,
    TRANSLATION,
    NOTE,
    "state",
    "risk",
    "today's values",
    "terms",
    "before",
    "near",
    "checks",
    LANGUAGE,
    MARK,
)
NEEDED = (DOCUMENT, ADDRESS, SOURCE, TRANSLATION, LANGUAGE)
_ERROR = re.compile(r"#[^\W_][\w/]{1,12}[?!]|#[¿¡][\w/]{2,12}[?!]|#N/?[A-Z]|Err:\d{3}")
"""Such as #NAME?, #¡REF!, #DIV/0!, #N/A, and Err:508 of LibreOffice."""
_HALF_MEND = "Type the text anew: an emoji or a rare letter was cut in two."
OPEN = frozenset({TRANSLATION, NOTE})
"""The columns that a clerk writes in."""


def list_cells(unit: ReviewUnit) -> tuple[str, ...]:
    """The cells of a text, in the order of the columns."""
    target = target_of(unit)
    return (
        unit.document,
        unit.address,
        unit.heading,
        unit.source,
        target,
        "",
        name_state(unit.translation),
        unit.risk.word,
        "\n".join(list_values(unit)),
        "\n".join(list_terms(unit)),
        "\n".join(list_former(unit)),
        "\n".join(list_hints(unit)),
        "\n".join(list_doubts(unit)),
        unit.language,
        text_mark(target),
    )


def find_columns(cells: Sequence[str]) -> dict[int, str] | None:
    """The known columns by position, if the cells are a header with all that is needed."""
    names = [cell.strip().lower() for cell in cells]
    found = {at: name for at, name in enumerate(names) if name in COLUMNS}
    return found if set(NEEDED) <= set(found.values()) else None


def missing_columns(cells: Sequence[str]) -> str:
    """The needed columns that a header hasn't got, for a message."""
    names = {cell.strip().lower() for cell in cells}
    return ", ".join(name for name in NEEDED if name not in names)


def read_rows(path: str, rows: Iterable[Row]) -> Received:
    """The translations in the rows; those without one say nothing."""
    texts: list[Incoming] = []
    findings: list[Finding] = []
    try:
        for number, (line, cells) in enumerate(rows):
            if number >= MOST_TEXTS:
                raise refuse(TOO_LARGE, path, f"there are more than {MOST_TEXTS:,} rows", line=line)
            target, note = cells.get(TRANSLATION, ""), cells.get(NOTE, "")
            if not (target.strip() or note.strip()):
                continue
            lost = [name for name in NEEDED if name != TRANSLATION and not cells.get(name, "")]
            if lost:
                message = f"a translation without {', '.join(lost)}"
                findings.append(make_finding(INCOMPLETE, Place(path, line), message))
                continue
            half = next((name for name, cell in cells.items() if has_half_sign(cell)), "")
            if half:
                message = f"the column “{half}” holds half of a sign"
                findings.append(make_finding(INCOMPLETE, Place(path, line), message, _HALF_MEND))
                continue
            if _is_error(cells):
                message = f"the column “{TRANSLATION}” holds the error of a formula, “{target}”"
                findings.append(make_finding(FORMULA, Place(path, line), message))
                continue
            texts.append(Incoming(_make_correction(cells), Place(path, line)))
    except Refused as refused:
        return Received((), (*findings, refused.finding))
    return Received(tuple(texts), tuple(findings))


def _is_error(cells: Mapping[str, str]) -> bool:
    """Whether the translation is what a spreadsheet writes for a formula that it can't compute.

    A text that was given so is nobody's formula.
    """
    target = cells.get(TRANSLATION, "")
    is_given = cells.get(MARK, "").strip() == text_mark(target)
    return not is_given and _ERROR.fullmatch(target.strip()) is not None


def _make_correction(cells: Mapping[str, str]) -> Correction:
    return Correction(
        cells[LANGUAGE].strip(),
        cells[DOCUMENT].strip(),
        cells[ADDRESS].strip(),
        _unify_lines(cells[SOURCE]),
        _unify_lines(cells.get(TRANSLATION, "")),
        " ".join(cells.get(NOTE, "").split()),
        mark=cells.get(MARK, "").strip(),
    )


def _unify_lines(text: str) -> str:
    """The text with the line ends that a PO file has: spreadsheets write their system's own."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
