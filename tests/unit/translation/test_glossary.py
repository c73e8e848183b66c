"""Glossaries are read as spreadsheets save them, and every mistake has its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.model.content import Shared
from waypost.model.fact import CodeValue, Fact
from waypost.model.finding import Place
from waypost.model.glossary import Term, TermRule
from waypost.translation.csv_table import parse_table
from waypost.translation.glossary import (
    MOST_TERMS,
    load_glossary,
    load_shared_terms,
    parse_glossary,
    parse_shared_terms,
    terms_of_content,
)

HEADER = "term,rule,variants,note,approved_by\n"
PATH = "translations/es/glossary.csv"


def _terms(text: str) -> tuple[Term, ...]:
    glossary, findings = parse_glossary(text, PATH, "es")
    assert findings == ()
    assert glossary.language == "es"
    return glossary.terms


def _places(text: str) -> list[tuple[str, int, int]]:
    _, findings = parse_glossary(text, PATH, "es")
    assert all(one.place.path == PATH and one.mend for one in findings)
    return [(one.code, one.place.line, one.place.column) for one in findings]


FEE = Term("fee", TermRule.REQUIRED, ("tarifa", "cuota"), "not a fine", "maria", 2)


@pytest.mark.parametrize(
    "text",
    [
        HEADER + "fee,,tarifa|cuota,not a fine,maria\n",
        HEADER + "fee,required, tarifa | cuota |,not a fine,maria",
        "\ufeff" + HEADER + 'fee,REQUIRED,"tarifa|cuota","not a fine",maria\r\n',
        HEADER.replace(",", ";") + "fee;;tarifa|cuota;not a fine;maria\n",
        HEADER.replace(",", "\t") + "fee\t\ttarifa|cuota\tnot a fine\tmaria\n",
        "Approved by,Note,Variants,Rule,Term\nmaria,not a fine,tarifa|cuota,,fee\n",
        HEADER + "  fee ,,tarifa|cuota|tarifa,not a  fine, maria ,,\n,,,,\n\n",
    ],
)
def test_one_glossary_in_many_forms(text: str) -> None:
    assert _terms(text) == (FEE,)


def test_a_line_of_a_spreadsheet_that_names_the_separator_counts_as_a_line() -> None:
    (term,) = _terms("sep=;\r\nterm;variants\r\nfee;tarifa\r\n")
    assert (term.source, term.variants, term.line) == ("fee", ("tarifa",), 3)


def test_a_cell_may_hold_commas_quotes_and_lines() -> None:
    (term, after) = _terms(HEADER + 'fee,,tarifa,"say ""tarifa"",\nnever multa",\ncode,kept,,,\n')
    assert term.note == 'say "tarifa", never multa'
    assert (after.source, after.rule, after.line) == ("code", TermRule.KEPT, 4)


def test_what_to_write_and_what_never_to_write_are_two_lines() -> None:
    terms = _terms(HEADER + "fee,,tarifa,,\nfee,forbidden,multa,,\n")
    assert [term.rule for term in terms] == [TermRule.REQUIRED, TermRule.FORBIDDEN]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", []),
        ("\n\n", []),
        ("fee,,tarifa,,\n", [("T060", 1, 1)]),
        ("term,rule,wariants\nfee,,tarifa\n", [("T060", 1, 11)]),
        ("term,note,note\n", [("T060", 1, 6)]),
        (HEADER + "fee,must,tarifa,,\n", [("T061", 2, 5)]),
        (HEADER + "a,,b,,\n,,tarifa,,\n", [("T062", 3, 1)]),
        (HEADER + "fee,,a,,\nFee,,b,,\n", [("T063", 3, 1)]),
        (HEADER + "driver’s  id,,a,,\ndriver's id,kept,,,\n", [("T063", 3, 1)]),
        (HEADER + "fee,,,,\ncost,forbidden,|,,\n", [("T064", 2, 6), ("T064", 3, 16)]),
        (HEADER + 'a,,b,,\nfee,,"tarifa,,\nx,,y,,\n', [("T066", 3, 6)]),
        (HEADER + 'fee,,"tarifa"s,,\n', [("T066", 2, 6)]),
        (HEADER + "fee,,tarifa,so, always,maria\n", [("T067", 2, 24)]),
        (HEADER + "fee,,tari\u202efa,,\n", [("T068", 2, 6)]),
    ],
)
def test_each_mistake_has_its_place(text: str, places: list[tuple[str, int, int]]) -> None:
    assert _places(text) == places


def test_the_lines_beside_a_mistake_are_used() -> None:
    glossary, _ = parse_glossary(HEADER + "a,,x,,\nb,must,y,,\nc,,z,,\n", PATH, "es")
    assert [term.source for term in glossary.terms] == ["a", "c"]


def test_what_is_required_of_all_languages_is_no_rule() -> None:
    terms, findings = parse_shared_terms(HEADER + "WIC,,,,\nfee,required,tarifa,,\n")
    assert [(term.source, term.rule) for term in terms] == [("WIC", TermRule.KEPT)]
    assert [(one.code, one.place.line) for one in findings] == [("T061", 3)]


def test_a_file_that_is_no_utf8_has_one_finding_at_the_byte(tmp_path: Path) -> None:
    folder = tmp_path / "translations" / "es"
    folder.mkdir(parents=True)
    (folder / "glossary.csv").write_bytes(HEADER.encode() + "hearing,,sesión,,\n".encode("cp1252"))
    glossary, findings = load_glossary(tmp_path, "es")
    assert glossary.terms == ()
    assert [(one.code, one.place) for one in findings] == [("T065", Place(PATH, 2, 14))]


def test_a_languages_own_line_takes_the_place_of_one_for_all(tmp_path: Path) -> None:
    folder = tmp_path / "translations" / "es"
    folder.mkdir(parents=True)
    (folder / "glossary.csv").write_text(HEADER + "wic,,WIC para familias,,\n", "utf-8")
    (tmp_path / "translations" / "glossary.csv").write_text(HEADER + "Wic,,,,\nSNAP,,,,\n", "utf-8")
    code = Term("DL-44", TermRule.KEPT, ())
    spanish, findings = load_glossary(tmp_path, "es", (code,))
    assert findings == ()
    assert [(term.source, term.rule.value) for term in spanish.terms] == [
        ("wic", "required"),
        ("SNAP", "kept"),
        ("DL-44", "kept"),
    ]
    french, _ = load_glossary(tmp_path, "fr")
    assert [term.source for term in french.terms] == ["Wic", "SNAP"]


def test_without_files_there_are_no_terms(tmp_path: Path) -> None:
    assert load_glossary(tmp_path, "es")[0].terms == ()
    assert load_shared_terms(tmp_path) == ((), ())


def test_codes_that_the_content_knows_are_kept() -> None:
    place = Place("content/facts.yml")
    facts = {
        "form.dl_44": Fact("form.dl_44", CodeValue("DL-44"), place, then=CodeValue("DL-45")),
        "form.again": Fact("form.again", CodeValue("DL-44"), place),
    }
    terms = terms_of_content(Shared(facts, {}, {}, {}, {}, {}))
    assert [(term.source, term.rule) for term in terms] == [
        ("DL-44", TermRule.KEPT),
        ("DL-45", TermRule.KEPT),
    ]


@given(st.text(st.sampled_from('ab,;"\n\r\té|=\ufeff'), max_size=30))
def test_any_text_is_read_to_its_end_or_to_a_place(text: str) -> None:
    glossary, findings = parse_glossary(HEADER + text, PATH, "es")
    assert all(term.source and term.line > 1 for term in glossary.terms)
    assert all(one.place.line > 1 and one.place.column > 0 for one in findings)


@given(st.lists(st.lists(st.text(st.sampled_from('a",\n '), max_size=5), min_size=2, max_size=4)))
def test_a_table_written_by_the_rules_is_read_back(rows: list[list[str]]) -> None:
    text = "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows
    )
    table = parse_table(text or "")
    assert table.open_quote is None
    wanted = [row for row in rows if any(cell.strip() for cell in row)]
    assert [[cell.text for cell in row] for row in table.rows] == wanted


def test_of_a_dictionary_only_the_first_lines_are_used() -> None:
    rows = "".join(f"term {number},,forma {number}\n" for number in range(MOST_TERMS + 2))
    glossary, (found,) = parse_glossary(f"term,rule,variants\n{rows}", PATH, "es")
    assert len(glossary.terms) == MOST_TERMS
    assert (found.code, found.place.line) == ("T073", MOST_TERMS + 2)
    assert "5,002 lines" in found.message
