"""Waypost reads from a PO file what polib reads, whoever wrote it; and never fails."""

from __future__ import annotations

import tempfile
from pathlib import Path

import polib
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.laws.catalogs import texts, words
from waypost.translation.notes import read_notes
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.po_lines import RawLines, _is_utf8, read_lines
from waypost.translation.po_reader import _read_canonical, read_targets

_HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={}\\n"\n\n'


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A PO file as some tool writes it: wrapped, with plurals, in any encoding, with any ends."""
    file = polib.POFile(wrapwidth=draw(st.sampled_from([0, 20, 78])))
    charset = draw(st.sampled_from(["UTF-8", "utf-8", "UTF-16", "ISO-8859-1", "CHARSET"]))
    if draw(st.booleans()):
        file.metadata = {"Language": "es", "Content-Type": f"text/plain; charset={charset}"}
    for _ in range(draw(st.integers(0, 4))):
        plural = draw(st.booleans()) and draw(st.booleans())
        file.append(
            polib.POEntry(
                msgctxt=draw(st.none() | words),
                msgid=draw(texts.filter(bool)),
                msgstr="" if plural else draw(texts),
                msgid_plural=draw(texts.filter(bool)) if plural else "",
                msgstr_plural={0: draw(texts), 1: draw(texts)} if plural else {},
                flags=draw(st.sampled_from([[], ["fuzzy"], ["fuzzy", "c-format"]])),
                tcomment=draw(st.just("") | words),
                comment=draw(st.just("") | words),
                occurrences=draw(st.sampled_from([[], [("a.c", "1")]])),
                previous_msgid=draw(st.none() | texts.filter(bool)),
                obsolete=draw(st.sampled_from([0, 0, 1])),
            )
        )
    text = str(file)
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    encoding = "iso-8859-1" if charset == "ISO-8859-1" and file.metadata else "utf-8"
    if charset == "UTF-16" and file.metadata:
        return text.encode("utf-16")
    mark = draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) if encoding == "utf-8" else b""
    data = text.encode(encoding, "replace")
    # A header that names another encoding than the bytes have is a fault: see the unit tests.
    assume(encoding == "utf-8" or data.isascii() or not _is_utf8(data))
    return mark + data


_Seen = tuple[str | None, str, str, tuple[str, ...], bool, list[str], dict[str, str]]


def _read_by_polib(data: bytes) -> list[_Seen]:
    with tempfile.TemporaryDirectory() as folder:
        # From a string, polib breaks lines at signs that end no line of a file.
        path = Path(folder) / "x.po"
        path.write_bytes(data)
        encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else None
        options = {} if encoding is None else {"encoding": encoding}
        found = polib.pofile(str(path), **options)
    seen: list[_Seen] = []
    for entry in found:
        forms = {f"msgstr[{n}]": text for n, text in entry.msgstr_plural.items()}
        strings = {"msgid_plural": entry.msgid_plural, **forms} if forms else {}
        comments = [line.strip() for line in entry.tcomment.split("\n") if line.strip()]
        seen.append(
            (
                entry.msgctxt,
                entry.msgid,
                entry.msgstr,
                tuple(entry.flags),
                bool(entry.obsolete),
                comments,
                strings,
            )
        )
    return seen


def _read_by_waypost(data: bytes) -> list[_Seen]:
    return [_see(raw) for raw in read_lines(data).entries]


def _see(raw: RawLines) -> _Seen:
    notes = read_notes(raw.comments, raw.target)
    strings = {
        keyword: raw.find(keyword) or ""
        for keyword in raw.strings
        if keyword not in {"msgctxt", "msgid", "msgstr"}
    }
    return (
        raw.find("msgctxt"),
        raw.source,
        raw.find("msgstr") or "",
        notes.flags,
        raw.obsolete,
        [line.strip() for line in notes.comments],
        strings,
    )


@given(files())
@example(b'msgid "a"\nmsgstr "b"\n')
@example(b'#~ msgid "a"\n#~ msgstr "b"\n')
def test_any_file_that_polib_writes_is_read_as_polib_reads_it(data: bytes) -> None:
    assert _read_by_waypost(data) == _read_by_polib(data)
    assert read_lines(data).faults == []


@given(files())
def test_the_fast_way_and_the_careful_way_give_the_same(data: bytes) -> None:
    careful = [
        ("".join(f"{line}\n" for line in raw.comments), raw.address, raw.source, raw.target)
        for raw in read_lines(data).entries
        if not raw.obsolete
    ]
    assert read_targets(data) == careful


_PIECES = [
    'msgid "a"', 'msgid ""', 'msgstr "b"', 'msgctxt "c"', '"more"', "# note", "#, fuzzy", "#. x",
    "", 'msgid_plural "d"', 'msgstr[0] "e"', 'msgstr[1] "f"', '#~ msgid "g"', '#~ msgstr "h"',
    '#| msgid "i"', "<<<<<<< HEAD", "=======", "junk", 'msgstr "un"quoted"', "msgid bare", "#~",
    '  msgstr  "j"  ', '#~| msgid "k"', "#", "##", '"', "msgid", 'msgstr "é\\', '"Language: es\\n"',
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=14))
def test_a_file_of_any_lines_is_read_without_fail(pieces: list[str]) -> None:
    data = "\n".join(pieces).encode()
    parse_catalog(data)
    try:
        found = _read_by_polib(data)
    except OSError:
        return
    if not read_lines(data).faults:
        ours = [(source, target) for _, source, target, *_ in _read_by_waypost(data) if source]
        assert ours == [(source, target) for _, source, target, *_ in found if source]


@given(st.lists(st.sampled_from(_PIECES), max_size=14))
def test_the_fast_way_gives_up_rather_than_differ(pieces: list[str]) -> None:
    body = "\n".join(pieces) + "\n"
    data = (_HEADER.format("UTF-8") + body).encode()
    fast = _read_canonical(data)
    if fast is not None:
        careful = [raw for raw in read_lines(data).entries if not raw.obsolete]
        assert [each[1:] for each in fast] == [(x.address, x.source, x.target) for x in careful]


@given(st.binary(max_size=60))
def test_bytes_of_any_kind_are_read_without_fail(data: bytes) -> None:
    parse_catalog(data)
    parse_catalog(_HEADER.format("UTF-8").encode() + data)
    parse_catalog(_HEADER.format("UTF-16").encode() + data)
    read_targets(data)
