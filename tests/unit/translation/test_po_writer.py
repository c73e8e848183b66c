from __future__ import annotations

from tests.unit.translation.sample import by_machine, by_reviewer
from waypost.translation.catalog import Catalog, Entry
from waypost.translation.po_writer import render_catalog

_LONG = "word " * 40 + "end"


def test_the_form_is_fixed_to_the_byte() -> None:
    entry = by_machine("body/do/p-1", "Pay {fee}.", "Pague {fee}.")
    machine = Entry(
        entry.address,
        entry.source,
        entry.target,
        entry.stamp,
        entry.flags,
        ("Ask the office.",),
        ("under “What to do”", "paragraph, standard", "{fee} = $35"),
    )
    former = by_reviewer("body/do/p-1", "Pay 30.", "Pague 30.")
    text = render_catalog(Catalog("zh-Hans", (machine, Entry("title", "Two\nlines")), (former,)))
    assert text == (
        "#\n"
        'msgid ""\n'
        'msgstr ""\n'
        '"Language: zh-Hans\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        "\n"
        "# Ask the office.\n"
        "# mt: argos 1.12.1 en_es src=25880defd94d tgt=2b12e44e27d9\n"
        "#. under “What to do”\n"
        "#. paragraph, standard\n"
        "#. {fee} = $35\n"
        "#, fuzzy\n"
        'msgctxt "body/do/p-1"\n'
        'msgid "Pay {fee}."\n'
        'msgstr "Pague {fee}."\n'
        "\n"
        'msgctxt "title"\n'
        'msgid ""\n'
        '"Two\\n"\n'
        '"lines"\n'
        'msgstr ""\n'
        "\n"
        "# reviewed: ana 2026-11-21 src=e505cfdc7e06 tgt=1147f9f72215\n"
        '#~ msgctxt "body/do/p-1"\n'
        '#~ msgid "Pay 30."\n'
        '#~ msgstr "Pague 30."\n'
    )


def test_a_long_text_stays_on_its_line() -> None:
    assert f'msgid "{_LONG}"\n' in render_catalog(Catalog("es", (Entry("t", _LONG, "x"),)))
