from __future__ import annotations

import pytest

from waypost.translation.po_catalog import parse_catalog
from waypost.translation.po_lines import read_lines
from waypost.translation.po_reader import read_targets

HEADER = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def _faults(body: str) -> list[tuple[int, int, str]]:
    return [(fault.line, fault.column, fault.message) for fault in read_lines(body.encode()).faults]


def test_a_file_of_waypost_gives_its_entries_with_their_comments() -> None:
    data = (
        HEADER + '# human: x\n#. paragraph, low\nmsgctxt "title"\nmsgid "Renew"\nmsgstr "Renovar"\n'
        '\nmsgctxt "summary"\nmsgid ""\n"One\\n"\n"two \\"x\\" \\\\ "\nmsgstr ""\n'
        '\n#~ msgctxt "gone"\n#~ msgid "Gone"\n#~ msgstr "Ido"\n'
    ).encode()
    assert read_targets(data) == [
        ("# human: x\n#. paragraph, low\n", "title", "Renew", "Renovar"),
        ("", "summary", 'One\ntwo "x" \\ ', ""),
    ]


@pytest.mark.parametrize(
    "body",
    [
        'msgid "a"\nmsgstr "b"\n',
        'msgctxt "t"\nmsgid "a"\nmsgstr "b"',
        '\n\n  msgctxt "t"\n\tmsgid   "a"\n\n msgstr "b"  \n',
        'msgctxt "t"\r\nmsgid "a"\r\nmsgstr "b"\r\n',
        '#~ msgid "x"\n#~ msgstr "y"\n\nmsgctxt "t"\nmsgid "a"\nmsgstr "b"\n',
        'msgctxt ""\n"t"\nmsgid ""\n"a"\nmsgstr ""\n"b"\n',
    ],
)
def test_files_of_other_tools_are_read_too(body: str) -> None:
    for text in (body, HEADER + body, "\ufeff" + HEADER + body):
        assert [each[2:] for each in read_targets(text.encode())] == [("a", "b")]


def test_the_encoding_is_the_one_that_the_header_names() -> None:
    text = HEADER.replace("UTF-8", "ISO-8859-1") + 'msgctxt "t"\nmsgid "Year"\nmsgstr "Año"\n'
    assert read_targets(text.encode("iso-8859-1")) == [("", "t", "Year", "Año")]
    assert read_lines(text.encode("iso-8859-1")).faults == []


def test_a_byte_of_another_encoding_is_a_fault_with_its_place() -> None:
    data = (HEADER + 'msgctxt "t"\nmsgid "Year"\nmsgstr "Año"\n').encode("iso-8859-1")
    reading = parse_catalog(data)
    assert not reading.is_whole
    assert [(f.line, f.column, f.is_encoding) for f in reading.faults] == [(8, 10, True)]
    assert [entry.source for entry in reading.catalog.entries] == ["Year"]


def test_bytes_that_are_utf8_are_read_so_whatever_the_header_says() -> None:
    body = 'msgctxt "t"\nmsgid "Year"\nmsgstr "Año"\n'
    reading = parse_catalog((HEADER.replace("UTF-8", "ISO-8859-1") + body).encode())
    assert reading.catalog.entries[0].target == "Año"
    assert not reading.is_whole
    assert [(fault.line, fault.is_encoding) for fault in reading.faults] == [(4, True)]


def test_a_broken_entry_leaves_the_others_readable() -> None:
    good = 'msgctxt "{0}"\nmsgid "{0}"\nmsgstr "{0}"\n\n'
    broken = 'msgctxt "x"\nmsgid "x"\nmsgstr "an "odd" one"\n\n'
    catalog = parse_catalog(
        (HEADER + good.format("a") + broken + good.format("b")).encode()
    ).catalog
    assert [entry.target for entry in catalog.entries] == ["a", 'an "odd" one', "b"]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('msgid "a"\nmsgstr "b "c""\n', (2, 8, "a double quote stands bare in a text")),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', (3, 1, "“msgid” stands where “msgstr” should")),
        ('msgid "a"\n', (1, 1, "the entry has no “msgstr”")),
        ('msgctxt "a"\nmsgstr "b"\n', (1, 1, "the entry has no “msgid”")),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', (3, 1, "“msgstr” stands twice in one entry")),
        ('msgid a\nmsgstr "b"\n', (1, 7, "a text must stand in double quotes")),
        ('msgid "a"\nmsgstr "b\n', (2, 8, "a text must stand in double quotes")),
        ('"a"\n', (1, 1, "a text stands without its keyword")),
        ("  hello\n", (1, 3, "this line is not part of any entry")),
        ("<<<<<<< HEAD\n", (1, 1, "a merge conflict isn't resolved")),
    ],
)
def test_a_fault_has_its_place(body: str, fault: tuple[int, int, str]) -> None:
    assert fault in _faults(body)
    assert all(each.mend for each in read_lines(body.encode()).faults)


def test_a_merge_conflict_keeps_both_sides_readable() -> None:
    body = (
        'msgctxt "t"\nmsgid "a"\n<<<<<<< HEAD\nmsgstr "mine"\n=======\nmsgstr "theirs"\n>>>>>>> x\n'
    )
    reading = parse_catalog((HEADER + body).encode())
    assert not reading.is_whole
    assert "mine" in {entry.target for entry in reading.catalog.entries}


@pytest.mark.parametrize("body", ["", "\n\n", "# only a comment\n", HEADER])
def test_a_file_without_entries_is_no_fault(body: str) -> None:
    assert read_targets(body.encode()) == []
    assert _faults(body) == []


def test_plural_forms_give_the_first_text_and_keep_the_others_as_comments() -> None:
    body = 'msgid "a day"\nmsgid_plural "days"\nmsgstr[0] "un día"\nmsgstr[1] "días"\n'
    (entry,) = parse_catalog(body.encode()).catalog.entries
    assert entry.target == "un día"
    assert entry.comments == ("msgid_plural: days", "msgstr[1]: días")


def test_a_stamp_above_the_first_entry_of_a_file_without_header_is_that_entrys() -> None:
    (entry,) = parse_catalog(
        b"# reviewed: ana 2026-11-21 src=0a1b2c3d4e5f tgt=5f4e3d2c1b0a\n"
        b'msgctxt "t"\nmsgid "a"\nmsgstr "b"\n'
    ).catalog.entries
    assert entry.stamp is not None
    assert entry.stamp.handle == "ana"


def test_the_language_is_the_headers() -> None:
    assert parse_catalog(HEADER.encode()).catalog.language == "es"
    assert parse_catalog(b"").catalog.language == ""
