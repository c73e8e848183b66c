"""The mistakes in a PO file, each with its line and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from waypost.locales.message_syntax import MessageSyntaxError
from waypost.model.finding import Code, Finding, Place
from waypost.model.fingerprint import fingerprint
from waypost.model.glossary import Glossary
from waypost.model.text import Document, Segment, Syntax
from waypost.translation import catalog_codes as codes
from waypost.translation.faults import describe_faults
from waypost.translation.notes import Notes, read_notes
from waypost.translation.origin import Words, judge_words
from waypost.translation.po_catalog import find_language_header
from waypost.translation.po_lines import Lines, RawLines, read_lines
from waypost.translation.quality.inconsistency import INCONSISTENCY, find_inconsistency
from waypost.translation.quality.judge import find_flaws_of, judge, judge_page
from waypost.translation.quality.pair import Defect, Pair
from waypost.translation.stamp import StampKind, is_like_a_stamp

_ENCODING = codes.ENCODING.id
_LANGUAGE_FIELD = re.compile(r"(?:^|\n)language:", re.IGNORECASE)


class _Case(msgspec.Struct, frozen=True):
    """An entry with a translation, and what stands around it."""

    path: str
    language: str
    raw: RawLines
    notes: Notes

    @property
    def is_pseudo(self) -> bool:
        """Whether the words only show a layout: letters of a language that say nothing."""
        stamp = self.notes.stamp
        return stamp is not None and stamp.is_unchecked and stamp.by.startswith("pseudo ")

    def find(self, code: Code, message: str, mend: str = "", keyword: str = "msgstr") -> Finding:
        line = self.raw.lines.get(keyword, self.raw.line)
        return _finding(self.path, line, code, f"{self.raw.address}: {message}", mend)


class CheckedCatalog(msgspec.Struct, frozen=True):
    """What is wrong in one PO file, and its current texts for a look at several files together."""

    findings: tuple[Finding, ...]
    texts: tuple[tuple[_Case, Pair], ...] = ()


class Tongue(msgspec.Struct, frozen=True):
    """What a text is judged by, besides itself: who may stamp, both languages, the glossary."""

    language: str
    reviewers: AbstractSet[str]
    source: str = "en"
    glossary: Glossary = msgspec.field(default=Glossary(""))


def judge_catalog(path: str, document: Document, data: bytes, tongue: Tongue) -> CheckedCatalog:
    """All mistakes in the PO file of `document` but those that other files show; never raises."""
    language = tongue.language
    lines = read_lines(data)
    if _is_garbled(lines):
        # What the lost bytes were nobody knows: to judge the rest would only repeat it.
        garbled = (one for one in _check_file(path, lines, language) if one.code == _ENCODING)
        return CheckedCatalog(tuple(garbled))
    active = [raw for raw in lines.entries if not raw.obsolete]
    segments = {segment.address: segment for segment in document.segments}
    findings = [*_check_file(path, lines, language), *_check_addresses(path, active, document)]
    texts: list[tuple[_Case, Pair]] = []
    seen: set[str] = set()
    for raw in active:
        notes = read_notes(raw.comments, raw.target)
        case = _Case(path, language, raw, notes)
        findings += _check_stamps(case, tongue.reviewers)
        if raw.is_plural:
            findings.append(case.find(codes.FORMS, "only the first plural form is used"))
        segment = segments.get(raw.address)
        if segment is None or not raw.target.strip():
            continue
        if _is_current(case, segment, tongue.reviewers):
            pair = _pair(raw, segment, tongue)
            if raw.address not in seen:
                texts.append((case, pair))
                seen.add(raw.address)
            findings += _check_text(case, pair)
    findings += _check_page(texts)
    return CheckedCatalog(tuple(sorted(findings, key=lambda finding: finding.order)), tuple(texts))


def check_consistency(catalogs: Iterable[CheckedCatalog]) -> Iterator[Finding]:
    """Texts of one language that other texts, in these files, say in other words."""
    texts = [text for each in catalogs for text in each.texts]
    for number, message in find_inconsistency([pair for _, pair in texts]):
        yield texts[number][0].find(INCONSISTENCY, message)


def check_names(
    catalogs: Iterable[tuple[str, str]], documents: Collection[str], languages: Collection[str]
) -> Iterator[Finding]:
    """PO files (language, document) that no document or no language of the site asks for."""
    for language, document in catalogs:
        path = f"translations/{language}/{document}.po"
        if language not in languages:
            message = f"“{language}” is no language of the site"
            mend = "Add the language to mkdocs.yml, name the folder as it is there, or delete it."
            yield _finding(path, 1, codes.STRAY, message, mend)
        elif document not in documents:
            yield _finding(path, 1, codes.STRAY, f"there is no document “{document}”")


def _is_garbled(lines: Lines) -> bool:
    """Whether bytes were lost because the file isn't in the encoding that it says."""
    texts = (part for raw in lines.entries for parts in raw.strings.values() for part in parts)
    return any(fault.is_encoding for fault in lines.faults) and any("\ufffd" in x for x in texts)


def _check_file(path: str, lines: Lines, language: str) -> Iterator[Finding]:
    yield from describe_faults(path, lines.faults)
    if lines.charset not in {"utf-8", "ascii"} and not any(x.is_encoding for x in lines.faults):
        mend = "Run `waypost sync`: it writes the file as UTF-8."
        yield _finding(path, 1, codes.ENCODING, f"the file is {lines.charset}", mend)
    if lines.header is None:
        return
    named = find_language_header(lines.header)
    if named and named.replace("_", "-").lower() != language.lower():
        message = f"the header says “{named}”, the folder “{language}”"
        yield _finding(path, _find_language_line(lines.header), codes.LANGUAGE, message)


def _find_language_line(header: RawLines) -> int:
    """The line of the header that names the language; each of its parts stands on one."""
    parts = header.strings.get("msgstr", [])
    at = next((n for n, part in enumerate(parts) if _LANGUAGE_FIELD.search(part)), 0)
    return header.lines.get("msgstr", header.line) + at


def _check_addresses(path: str, active: list[RawLines], document: Document) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for raw in active:
        if raw.address and raw.address in first:
            message = f"“{raw.address}” stands on line {first[raw.address]} too"
            yield _finding(path, raw.line, codes.DUPLICATE, message)
        first.setdefault(raw.address, raw.line)
    known = {segment.address for segment in document.segments}
    orphans = [raw for raw in active if raw.address not in known and raw.target.strip()]
    if orphans:
        shown = ", ".join([f"“{raw.address}”" for raw in orphans[:3]])
        more = f" and {len(orphans) - 3} more" if len(orphans) > 3 else ""
        message = f"no text of {document.path} belongs to {shown}{more}"
        yield _finding(path, orphans[0].line, codes.ORPHAN, message)


def _check_stamps(case: _Case, reviewers: AbstractSet[str]) -> Iterator[Finding]:
    for comment in case.notes.comments:
        if is_like_a_stamp(comment):
            yield case.find(codes.STAMP, f"“{comment}” is no stamp", keyword="msgctxt")
    stamp = case.notes.stamp
    if stamp is None or stamp.kind is not StampKind.REVIEWED or stamp.handle in reviewers:
        return
    message = f"“{stamp.handle}” is no reviewer of “{case.language}”"
    yield case.find(codes.REVIEWER, message, keyword="msgctxt")


def _is_current(case: _Case, segment: Segment, reviewers: AbstractSet[str]) -> bool:
    """Whether the text is meant for the source as it is: a stale one isn't shown anyway."""
    notes, raw = case.notes, case.raw
    is_fuzzy = "fuzzy" in notes.flags
    words = Words(raw.source, raw.target, notes.stamp, is_fuzzy, notes.previous)
    return judge_words(words, reviewers)[1] == fingerprint(segment.source)


def _pair(raw: RawLines, segment: Segment, tongue: Tongue) -> Pair:
    return Pair(
        segment.source,
        raw.target,
        segment.syntax,
        segment.role,
        tongue.source,
        tongue.language,
        tongue.glossary,
    )


def _check_text(case: _Case, pair: Pair) -> Iterator[Finding]:
    defects = tuple(find_flaws_of(pair)) if case.is_pseudo else judge(pair)
    yield from (_describe(case, defect) for defect in defects)
    if pair.syntax is Syntax.MESSAGE and codes.MESSAGE not in {one.code for one in defects}:
        yield from _check_plurals(case)


def _check_page(texts: Sequence[tuple[_Case, Pair]]) -> Iterator[Finding]:
    for number, defect in judge_page([pair for _, pair in texts]):
        if defect.code is not INCONSISTENCY:
            yield _describe(texts[number][0], defect)


def _describe(case: _Case, defect: Defect) -> Finding:
    return case.find(defect.code, defect.message)


def _check_plurals(case: _Case) -> Iterator[Finding]:
    target = case.raw.target
    if "," not in target:
        return
    # ICU takes 25 ms to load, and few phrases count anything.
    from waypost.locales.message import missing_categories

    try:
        missing = missing_categories(target, case.language)
    except MessageSyntaxError as error:
        yield case.find(codes.MESSAGE, str(error))
        return
    if missing:
        yield case.find(codes.PLURAL, f"there is no branch for {', '.join(missing)}")


def _finding(path: str, line: int, code: Code, message: str, mend: str = "") -> Finding:
    return Finding(Place(path, line), code.id, message, mend or code.mend, code.severity)
