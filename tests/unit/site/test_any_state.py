"""Laws of the page, whatever the states of its texts are."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.site.outline import outline
from tests.unit.site.sample import Sample, reviewed
from waypost.model.site import Level
from waypost.model.text import Risk
from waypost.model.translation import Freshness, Origin, Translation
from waypost.site.fill import fill_program
from waypost.site.level import measure_level
from waypost.site.program import Program

MARK = "⟪{}⟫"

states = st.one_of(st.none(), st.tuples(st.sampled_from(Origin), st.sampled_from(Freshness)))


@cache
def sample() -> tuple[Sample, Program]:
    site = Sample()
    return site, site.program


def texts(drawn: list[tuple[Origin, Freshness] | None]) -> list[Translation | None]:
    """A translation for each segment that can be told from every other text."""
    return [
        None if state is None else Translation(MARK.format(number), *state)
        for number, state in enumerate(drawn)
    ]


@st.composite
def drafts(draw: st.DrawFn) -> list[Translation | None]:
    count = len(sample()[0].extracted.document.segments)
    if draw(st.booleans()):
        return texts(draw(st.lists(states, min_size=count, max_size=count)))
    return texts([draw(states)] * count)


@given(drafts())
def test_a_critical_text_is_shown_only_if_reviewed_and_current(
    own: list[Translation | None],
) -> None:
    site, program = sample()
    html = fill_program(program, site.locale("ar"), own).finish().decode()
    for number, segment in enumerate(site.extracted.document.segments):
        if segment.risk is Risk.CRITICAL and MARK.format(number) in html:
            translation = own[number]
            assert translation is not None
            assert translation.origin is Origin.REVIEWED
            assert translation.freshness is Freshness.CURRENT


@given(drafts())
def test_every_text_stands_in_one_language_or_the_other(own: list[Translation | None]) -> None:
    site, program = sample()
    filled = fill_program(program, site.locale("ar"), own)
    if filled.level is Level.STUB:
        return
    html = filled.finish().decode()
    said = "".join(text.words for text in outline(html).texts)
    for number, segment in enumerate(site.extracted.document.segments):
        if segment.source.isascii() and not set(segment.source) & set("{[*"):
            assert segment.source in said or MARK.format(number) in said


@given(drafts())
def test_every_page_is_sound_and_each_text_says_its_language(
    own: list[Translation | None],
) -> None:
    site, program = sample()
    filled = fill_program(program, site.locale("ar", reviewed), own)
    page = outline(filled.finish().decode())
    assert page.faults == []
    for text in page.texts:
        if "⟪" in text.words and "title" not in text.path:
            assert (text.language, text.direction) == ("ar", "rtl")
    for segment in site.extracted.document.segments:
        for text in page.texts:
            if segment.source == text.words and "title" not in text.path:
                assert text.language == "en"


@given(drafts())
def test_the_measured_level_is_the_filled_one(own: list[Translation | None]) -> None:
    site, program = sample()
    locale = site.locale("ar")
    filled = fill_program(program, locale, own)
    assert measure_level(program, locale, own) is filled.level


@given(drafts())
def test_unreviewed_text_never_stands_without_the_note(own: list[Translation | None]) -> None:
    site, program = sample()
    filled = fill_program(program, site.locale("ar"), own)
    html = filled.finish().decode()
    shown = html[html.index("<main") :]
    machine = [
        number
        for number, each in enumerate(own)
        if each is not None and each.origin in (Origin.MACHINE, Origin.DRAFT)
    ]
    if any(MARK.format(number) in shown for number in machine):
        assert "<p class=unchecked" in html
