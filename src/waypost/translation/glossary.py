"""Glossaries: `translations/<lang>/glossary.csv`, and `translations/glossary.csv` for all.

The file for all languages says what stands in every translation as in the source: names of
programmes and places. A language's own line about a term takes its place. Codes that the content
knows as facts are kept too, so nobody need list them. Touches the disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from waypost.files.inside import StrayError, load_inside
from waypost.model.content import Shared
from waypost.model.fact import CodeValue
from waypost.model.finding import Code, Finding, Place
from waypost.model.glossary import Glossary, Term, TermRule
from waypost.translation import glossary_codes as codes
from waypost.translation.csv_table import Cell, parse_table
from waypost.translation.file_codes import describe_stray
from waypost.translation.soundness import find_sign
from waypost.translation.terms import fold_term

COLUMNS = ("term", "rule", "variants", "note", "approved_by")
MOST_TERMS = 5_000
"""The lines of one file that are used."""
SHARED_PATH = "translations/glossary.csv"
"""The terms of all languages."""


def glossary_path(language: str) -> str:
    """Where a language's glossary lies, from the site's root."""
    return f"translations/{language}/glossary.csv"


def load_glossary(
    root: Path, language: str, inherited: Sequence[Term] = ()
) -> tuple[Glossary, tuple[Finding, ...]]:
    """What holds in a language, and the mistakes in its own file.

    That is its own file, then `translations/glossary.csv`, then `inherited` (`terms_of_content`).
    The mistakes of the file for all languages are `load_shared_terms`'.
    """
    shared, _ = load_shared_terms(root)
    path = glossary_path(language)
    text, findings = _load(root, path)
    own, found = parse_glossary(text, path, language)
    return Glossary(language, _first_of_each((*own.terms, *shared, *inherited))), findings + found


def load_shared_terms(root: Path) -> tuple[tuple[Term, ...], tuple[Finding, ...]]:
    """The terms of all languages, and the mistakes in their file."""
    text, findings = _load(root, SHARED_PATH)
    terms, found = parse_shared_terms(text)
    return terms, findings + found


def terms_of_content(shared: Shared) -> tuple[Term, ...]:
    """The codes that are facts (`{code: DL-44}`): kept as they are in every language."""
    terms: list[Term] = []
    for fact in shared.facts.values():
        for value in (fact.value, fact.then):
            if isinstance(value, CodeValue) and value.value.strip():
                note = f"the fact {fact.id}"
                terms.append(Term(value.value.strip(), TermRule.KEPT, (), note, "content"))
    return _first_of_each(terms)


def parse_glossary(text: str, path: str, language: str) -> tuple[Glossary, tuple[Finding, ...]]:
    """The glossary that the CSV `text` says, and its mistakes; never raises.

    A rule that is left empty is `required`.
    """
    return _parse(text, path, language, TermRule.REQUIRED)


def parse_shared_terms(text: str) -> tuple[tuple[Term, ...], tuple[Finding, ...]]:
    """The terms of all languages: a rule that is left empty is `kept`; `required` is none."""
    glossary, findings = _parse(text, SHARED_PATH, "", TermRule.KEPT)
    return glossary.terms, findings


def _load(root: Path, path: str) -> tuple[str, tuple[Finding, ...]]:
    """The text of a file, "" where there is none or it can't be read, and why it can't."""
    try:
        data = load_inside(root, *path.split("/", 1))
    except FileNotFoundError:
        return "", ()
    except StrayError as error:
        return "", (describe_stray(error.stray),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        message = f"this is no UTF-8 (byte {data[error.start]:#04x})"
        return "", (_finding(Cell("", line, column), path, codes.NOT_UTF8, message),)
    return text, ()


def _parse(
    text: str, path: str, language: str, default: TermRule
) -> tuple[Glossary, tuple[Finding, ...]]:
    table = parse_table(text)
    findings: list[Finding] = []
    if table.open_quote is not None:
        message = "the quotation mark of this cell isn't closed, or more follows it"
        findings.append(_finding(table.open_quote, path, codes.QUOTE, message))
    if not table.rows:
        return Glossary(language), tuple(findings)
    header, *rows = table.rows
    names = [cell.text.strip().casefold().replace(" ", "_") for cell in header]
    fault = _find_fault_of_header(header, names)
    if fault is not None:
        findings.append(_finding(fault[0], path, codes.HEADER, fault[1]))
        return Glossary(language), tuple(findings)
    if len(rows) > MOST_TERMS:
        first = rows[MOST_TERMS][0]
        message = f"from here on nothing is used: there are {len(rows):,} lines, not {MOST_TERMS:,}"
        findings.append(_finding(first, path, codes.TOO_LONG, message))
        del rows[MOST_TERMS:]
    reader = _Reader(path, tuple(names), default, findings)
    terms = tuple(term for row in rows for term in reader.read(row))
    return Glossary(language, terms), tuple(findings)


def _find_fault_of_header(header: Sequence[Cell], names: Sequence[str]) -> tuple[Cell, str] | None:
    for cell, name in zip(header, names, strict=True):
        if name and name not in COLUMNS:
            return cell, f"“{cell.text.strip()}” is no column of a glossary"
        if name and names.count(name) > 1:
            return cell, f"the column “{name}” stands twice"
    if "term" not in names:
        return header[0], "there is no column “term”"
    return None


class _Reader:
    """The rows of one file, one after another."""

    def __init__(
        self, path: str, names: tuple[str, ...], default: TermRule, findings: list[Finding]
    ) -> None:
        self._path = path
        self._names = names
        self._default = default
        self._findings = findings
        self._lines: dict[_Key, int] = {}

    def read(self, row: Sequence[Cell]) -> Iterator[Term]:
        """The term of a row; nothing, and a finding, where it says none."""
        for cell in row[len(self._names) :]:
            if cell.text.strip():
                self._add(cell, codes.EXTRA_CELL, f"“{cell.text.strip()}” stands in no column")
                break
        cells = dict(zip(self._names, row, strict=False))
        term = cells.get("term", row[0])
        source = " ".join(term.text.split())
        if not source:
            self._add(term, codes.EMPTY, "there is no term on this line")
            return
        rule = self._rule(cells.get("rule", term))
        variants = _split_variants(cells["variants"].text) if "variants" in cells else ()
        if rule is None or self._has_sign(cells.values()):
            return
        if rule is not TermRule.KEPT and not variants:
            message = f"“{source}” is {rule.value}, and there is no form of it"
            self._add(cells.get("variants", term), codes.NO_VARIANT, message)
            return
        key = _key(source, rule)
        if key in self._lines:
            message = f"“{source}” stands on line {self._lines[key]} already"
            self._add(term, codes.DOUBLED, message)
            return
        self._lines[key] = term.line
        note, approved_by = (
            " ".join(cells[name].text.split()) if name in cells else ""
            for name in ("note", "approved_by")
        )
        yield Term(source, rule, variants, note, approved_by, term.line)

    def _rule(self, cell: Cell) -> TermRule | None:
        word = cell.text.strip().casefold() if "rule" in self._names else ""
        if not word:
            return self._default
        if word not in set(TermRule):
            self._add(cell, codes.RULE, f"there is no rule “{cell.text.strip()}”")
            return None
        rule = TermRule(word)
        if rule is TermRule.REQUIRED and self._default is TermRule.KEPT:
            message = "what is required differs by language: write it in the language's glossary"
            self._add(cell, codes.RULE, message)
            return None
        return rule

    def _has_sign(self, cells: Iterable[Cell]) -> bool:
        for cell in cells:
            sign = find_sign(cell.text.replace("\r", "\n"))
            if sign is not None:
                self._add(cell, codes.SIGN, f"the invisible sign {sign} stands in this cell")
                return True
        return False

    def _add(self, cell: Cell, code: Code, message: str) -> None:
        self._findings.append(_finding(cell, self._path, code, message))


def _split_variants(text: str) -> tuple[str, ...]:
    """The forms between the bars, each once."""
    forms = (" ".join(form.split()) for form in text.split("|"))
    return tuple(dict.fromkeys(form for form in forms if form))


def _first_of_each(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The first line about each term."""
    found: dict[_Key, Term] = {}
    for term in terms:
        found.setdefault(_key(term.source, term.rule), term)
    return tuple(found.values())


_Key = tuple[str, bool]


def _key(source: str, rule: TermRule) -> _Key:
    """What a term may have one line for: what to write, and what never to write."""
    return fold_term(source), rule is TermRule.FORBIDDEN


def _finding(cell: Cell, path: str, code: Code, message: str) -> Finding:
    place = Place(path, cell.line, cell.column)
    return Finding(place, code.id, message, code.mend, code.severity)
