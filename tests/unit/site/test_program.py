"""A program is a plain value: kept, read back, and filled in with the same result."""

from __future__ import annotations

import msgspec

from tests.unit.site.sample import GUIDE, Sample, machine, reviewed, translate
from waypost.site.fill import fill_program
from waypost.site.program import Program


def test_it_survives_msgpack() -> None:
    program = Sample().program
    data = msgspec.msgpack.encode(program)
    assert msgspec.msgpack.decode(data, type=Program) == program


def test_two_builds_give_the_same_bytes() -> None:
    assert msgspec.msgpack.encode(Sample().program) == msgspec.msgpack.encode(Sample().program)
    assert Sample().html(own=machine) == Sample().html(own=machine)


def test_a_locale_can_be_used_for_many_pages() -> None:
    sample = Sample()
    program, locale = sample.program, sample.locale("ar")
    own = translate(sample.extracted.document, reviewed)
    first = fill_program(program, locale, own).finish()
    assert fill_program(program, locale, own).finish() == first


def test_a_change_of_a_fact_changes_every_language() -> None:
    before = Sample()
    after = Sample(GUIDE.replace("{money: 32}", "{money: 33}"))
    for code in ("en", "ar"):
        assert before.html(code) != after.html(code)
        assert "33" in after.html(code)
    assert before.extracted.document.segments == after.extracted.document.segments


def test_only_the_facts_that_are_named_are_kept() -> None:
    program = Sample().program
    assert set(program.facts) == {"fee", "phone.desk"}
