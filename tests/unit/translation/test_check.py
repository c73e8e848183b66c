from __future__ import annotations

import pytest

from tests.unit.translation.sample import (
    by_machine,
    by_person,
    by_reviewer,
    catalog,
    document,
    paragraph,
    paragraphs,
    phrase,
)
from waypost.model.finding import Finding
from waypost.model.glossary import Glossary, Term, TermRule
from waypost.model.replacing import replace
from waypost.model.text import Document
from waypost.translation.catalog import Entry
from waypost.translation.check import (
    Tongue,
    check_consistency,
    check_names,
    judge_catalog,
)
from waypost.translation.codes import ALL_CODES
from waypost.translation.po_writer import render_catalog
from waypost.translation.stamp import StampKind, make_stamp

P1 = "body/do/p-1"
TONGUE = Tongue("es", {"ana"})
PATH = "translations/es/guides/renew.po"
HEADER = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
BODY = 'msgctxt "body/do/p-1"\nmsgid "Pay."\nmsgstr "Pague."\n'


def check_catalog(path: str, source: Document, data: bytes, tongue: Tongue) -> tuple[Finding, ...]:
    """All mistakes in one PO file, those among its own texts too."""
    judged = judge_catalog(path, source, data, tongue)
    found = (*judged.findings, *check_consistency([judged]))
    return tuple(sorted(found, key=lambda finding: finding.order))


def check(source: Document, *entries: Entry) -> list[tuple[str, int, str]]:
    return check_text(source, render_catalog(catalog(*entries)))


def check_text(source: Document, text: str | bytes, code: str = "es") -> list[tuple[str, int, str]]:
    data = text.encode() if isinstance(text, str) else text
    found = check_catalog(PATH, source, data, Tongue(code, {"ana"}))
    assert all(finding.mend and finding.place.path == PATH for finding in found)
    return [(finding.code, finding.place.line, finding.message) for finding in found]


@pytest.mark.parametrize(
    ("source", "target", "code", "message"),
    [
        ("Pay {fee}.", "Pague.", "T001", "{fee} is lost"),
        ("[Call]{1} us.", "Llame.", "T001", "[]{1} is lost"),
        ("Pay.", "Pague {fee}.", "T002", "{fee} is not in the source"),
        ("Pay {fee}.", "Pague {fee} y {fee}.", "T002", "{fee} is not in the source"),
        (
            "**Pay.**",
            "**Pague.",
            "T003",
            "the markup is broken: “**” is opened and not closed (character 1)",
        ),
        ("Pay.", "Pague]", "T003", "the markup is broken: stray “]” (character 6)"),
        ("Pay.", "Pa\u202egue", "T005", "the invisible sign U+202E stands in the text"),
        ("If you are 62.", "Si tiene 65.", "T015", "“65” stands where the source has “62”"),
        ("Call.", "Llame a www.example.com.", "T021", "the address “example.com” isn't"),
        ("Pay.", "Pague <b>ya</b>.", "T023", "“</b>” isn't in the source"),
        ("Pay now.", "Заплатите сейчас же.", "T024", "the letters are those of another script"),
    ],
)
def test_a_text_that_is_wrong_is_a_finding(
    source: str, target: str, code: str, message: str
) -> None:
    ((found, line, said), *_) = check(paragraphs(source), by_person(P1, source, target))
    assert (found, line) == (code, 12)
    assert said.startswith(f"{P1}: {message}")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Pay {fee}.", "Pague {fee}."),
        ("[Call]{1} or [write]{2}.", "[Escriba]{2} o [llame]{1}."),
        ("**Pay.**", "Pague **ya**."),
        ("5 * 3", "5 \\* 3"),
        ("Pay $1,250.50 in 2 days.", "Pague $1.250,50 en 2 días."),
        ("Pay.", ""),
    ],
)
def test_a_right_text_is_none(source: str, target: str) -> None:
    assert check(paragraphs(source), by_person(P1, source, target)) == []


def test_names_may_keep_their_letters() -> None:
    source = "Bus 9, stop “Orchard Avenue”."
    for target, clean in [
        ("9 路，“Orchard Avenue”站。", True),
        ("9 bus, “Avenida” stop aquí.", False),
    ]:
        text = render_catalog(replace(catalog(by_person(P1, source, target)), language="zh-Hans"))
        assert (check_text(paragraphs(source), text, "zh-Hans") == []) is clean


def test_a_stale_text_is_not_asked_for_what_is_new_in_the_source() -> None:
    stale = replace(by_person(P1, "Pay.", "Pague."), source="Pay {fee}.", previous="Pay.")
    assert check(paragraphs("Pay {fee}."), stale) == []


@pytest.mark.parametrize(
    ("message", "target", "code"),
    [
        ("You are {age}.", "Tiene {age", "T004"),
        ("You are {age}.", "Tiene {edad}.", "T001"),
        ("{n, plural, one {# day} other {# days}}", "{n, plural, one {# día}}", "T004"),
        ("You are {age}.", "{age, select, other {menos de 99} }", "T004"),
        ("{n, plural, other {#}}", "{n, plural, offset:1 other {#}}", "T004"),
    ],
)
def test_a_broken_message_is_a_finding(message: str, target: str, code: str) -> None:
    found = check(document(phrase("age", message)), by_person("age", message, target))
    assert found[0][0] == code


def test_a_plural_that_the_language_needs_is_missed() -> None:
    message = "{n, plural, one {# day} other {# days}}"
    two = "{n, plural, one {# день} other {# дня}}"
    four = "{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}"
    source = document(phrase("days", message))
    text = render_catalog(replace(catalog(by_person("days", message, two)), language="ru"))
    ((code, _, said),) = check_text(source, text, "ru")
    assert (code, said) == ("T012", "days: there is no branch for few, many")
    text = render_catalog(replace(catalog(by_person("days", message, four)), language="ru"))
    assert check_text(source, text, "ru") == []


def test_entries_of_no_text_are_one_finding() -> None:
    entries = [by_person(f"body/do/p-{n}", f"Gone {n}.", "x") for n in range(2, 7)]
    ((code, _, said),) = check(paragraphs("Pay."), *entries)
    assert code == "T006"
    assert said.endswith("belongs to “body/do/p-2”, “body/do/p-3”, “body/do/p-4” and 2 more")
    assert check(paragraphs("Pay."), Entry("body/do/p-2", "Gone.")) == []


def test_an_address_that_stands_twice_is_a_finding() -> None:
    found = check(paragraphs("Pay."), by_person(P1, "Pay.", "A"), by_person(P1, "Pay.", "B"))
    assert [code for code, _, _ in found] == ["T007"]


def test_another_encoding_is_a_finding() -> None:
    latin = (HEADER.replace("UTF-8", "ISO-8859-1") + BODY).encode("iso-8859-1")
    assert check_text(paragraphs("Pay."), latin)[0][0] == "T008"
    broken = (HEADER + BODY.replace("Pague", "Pagué")).encode("iso-8859-1")
    assert ("T008", 8) in [each[:2] for each in check_text(paragraphs("Pay."), broken)]


@pytest.mark.parametrize(("code", "clean"), [("es", True), ("fr", False), ("ES", True)])
def test_a_file_in_the_folder_of_another_language_is_a_finding(code: str, clean: bool) -> None:
    found = [each[0] for each in check_text(paragraphs("Pay."), HEADER + BODY, code)]
    assert found == ([] if clean else ["T009"])


def test_gettexts_way_to_write_a_language_is_fine() -> None:
    text = (HEADER + BODY.replace("Pague", "付款")).replace("Language: es", "Language: zh_Hans")
    assert check_text(paragraphs("Pay."), text, "zh-Hans") == []


def test_a_stamp_of_somebody_else_is_a_finding() -> None:
    ((code, _, said),) = check(paragraphs("Pay."), by_reviewer(P1, "Pay.", "Pague.", "eve"))
    assert (code, said) == ("T010", f"{P1}: “eve” is no reviewer of “es”")
    assert check(paragraphs("Pay."), by_reviewer(P1, "Pay.", "Pague.")) == []


def test_a_stamp_that_can_not_be_read_is_a_finding() -> None:
    ((code, line, _),) = check_text(paragraphs("Pay."), f"{HEADER}# reviewed: ana, yes\n{BODY}")
    assert (code, line) == ("T011", 7)
    assert check_text(paragraphs("Pay."), f"{HEADER}# Ana has reviewed it.\n{BODY}") == []


def test_what_can_not_be_read_is_a_finding_with_its_place() -> None:
    text = HEADER + BODY.replace('"Pague."', '"Pa "gue" ."')
    place = check_catalog(PATH, paragraphs("Pay."), text.encode(), TONGUE)[0].place
    assert (place.line, place.column) == (8, 8)


def test_plural_forms_of_gettext_are_a_finding() -> None:
    body = BODY.replace("msgstr", 'msgid_plural "Pays."\nmsgstr[0]')
    assert [each[0] for each in check_text(paragraphs("Pay."), HEADER + body)] == ["T014"]


def test_a_file_in_another_encoding_is_one_mistake() -> None:
    bodies = [f'msgctxt "body/do/p-{n}"\nmsgid "Pay."\nmsgstr "Págueló."\n' for n in range(1, 9)]
    latin = (HEADER + "\n".join(bodies)).encode("latin-1")
    found = check_text(paragraphs(*["Pay."] * 8), latin)
    assert [each[0] for each in found] == ["T008"]


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ('msgid ""\nmsgstr ""\n"X-Language: es\\n"\n"Language: fr\\n"\n', 4),
        ('# Ana\nmsgid ""\nmsgstr "Language: fr\\n"\n', 3),
        ('msgid ""\nmsgstr "MIME-Version: 1.0\\nLanguage: fr\\n"\n', 2),
    ],
)
def test_another_language_stands_where_the_header_names_it(header: str, line: int) -> None:
    found = check_text(paragraphs("Pay."), f"{header}\n{BODY}")
    assert [each[:2] for each in found] == [("T009", line)]


def test_an_obsolete_entry_is_nobodys_mistake() -> None:
    former = by_person("gone", "Pay {fee}.", "Pague.")
    text = render_catalog(catalog(by_machine(P1, "Pay.", "Pague."), obsolete=(former,)))
    assert check_text(paragraphs("Pay."), text) == []


def test_a_file_that_nothing_asks_for_is_a_finding() -> None:
    there = [("es", "phrases"), ("es", "guides/gone"), ("xx", "phrases")]
    found = list(check_names(there, {"phrases"}, {"es", "fr"}))
    assert [(each.code, each.place.path, each.message) for each in found] == [
        ("T017", "translations/es/guides/gone.po", "there is no document “guides/gone”"),
        ("T017", "translations/xx/phrases.po", "“xx” is no language of the site"),
    ]
    assert ["waypost sync" in each.mend for each in found] == [True, False]


def test_every_code_is_described() -> None:
    ids = [code.id for code in ALL_CODES]
    assert ids == sorted(set(ids))
    for code in ALL_CODES:
        assert all((code.title, code.why, code.mend, code.bad, code.good))
        assert code.bad != code.good


def test_lines_of_findings_point_at_the_text() -> None:
    source = document(paragraph(1, "Pay {fee}."), paragraph(2, "Call."))
    entries = (by_person(P1, "Pay {fee}.", "Pague."), by_person("body/do/p-2", "Call.", "{x}"))
    text = render_catalog(catalog(*entries))
    lines = text.split("\n")
    for _, line, _ in check(source, *entries):
        assert lines[line - 1].startswith("msgstr")


def test_a_pseudo_text_says_nothing_and_is_asked_only_for_its_placeables() -> None:
    source = "Do not pay {fee}."
    stamp = make_stamp(StampKind.MACHINE, "pseudo 2 en_es", source, "Ðò þáý {fee}.")
    assert check(paragraphs(source), Entry(P1, source, "Ðò þáý {fee}.", stamp)) == []
    lost = make_stamp(StampKind.MACHINE, "pseudo 2 en_es", source, "Ðò þáý.")
    assert [one[0] for one in check(paragraphs(source), Entry(P1, source, "Ðò þáý.", lost))] == [
        "T001"
    ]


def test_one_text_in_two_files_is_said_in_one_way() -> None:
    first, second = (
        judge_catalog(PATH, paragraphs("Pay."), render_catalog(catalog(entry)).encode(), TONGUE)
        for entry in (by_person(P1, "Pay.", "Pague."), by_person(P1, "Pay.", "Abone."))
    )
    assert first.findings == second.findings == ()
    (found,) = check_consistency([first, second])
    assert (found.code, found.place.line) == ("T036", 12)
    assert "“Pague.” elsewhere" in found.message


def test_the_glossary_and_the_whole_page_are_looked_at() -> None:
    term = Term("fee", TermRule.REQUIRED, ("tarifa",))
    tongue = Tongue("es", {"ana"}, glossary=Glossary("es", (term,)))
    data = render_catalog(catalog(by_person(P1, "Pay the fee.", "Pague la cuota."))).encode()
    (found,) = check_catalog(PATH, paragraphs("Pay the fee."), data, tongue)
    assert found.code == "T029"
    english = "You must bring the form that we have sent to you before the day of your visit. " * 4
    other = "Você deve trazer o formulário que nós lhe enviamos antes do dia da sua visita. " * 4
    findings = check(paragraphs(english), by_person(P1, english, other))
    assert "T026" in {one[0] for one in findings}


def test_of_a_file_that_is_no_po_file_only_a_few_lines_are_told() -> None:
    data = b"".join(b"\x80\x02 noise %d\n" % number for number in range(2_000))
    found = check_catalog(PATH, paragraphs("Pay."), data, TONGUE)
    assert [one.code for one in found].count("T013") == 6
    assert "and 1995 more lines" in found[-1].message
