"""A page taken apart and put together again is the same page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.bodies import bodies
from waypost.model.block import Inline
from waypost.model.guide import Section
from waypost.model.text import WAYFINDING, Risk
from waypost.segments.body import extract_body
from waypost.segments.restore import restore_body

risks = st.sampled_from(Risk)


@given(bodies, risks)
def test_restore_undoes_extract(body: tuple[Section[Inline], ...], risk: Risk) -> None:
    template, segments = extract_body(body, risk)
    assert restore_body(template, {each.address: each.source for each in segments}) == body


@given(bodies, risks)
def test_other_texts_make_the_same_structure(body: tuple[Section[Inline], ...], risk: Risk) -> None:
    template, segments = extract_body(body, risk)
    other = restore_body(template, {each.address: f"<{each.address}>" for each in segments})
    again, found = extract_body(other, risk)
    assert again == template
    assert [(each.address, each.role, each.risk, each.line) for each in found] == [
        (each.address, each.role, each.risk, each.line) for each in segments
    ]


@given(bodies, risks)
def test_addresses_are_unique_and_no_segment_is_empty(
    body: tuple[Section[Inline], ...], risk: Risk
) -> None:
    _, segments = extract_body(body, risk)
    addresses = [each.address for each in segments]
    assert len(set(addresses)) == len(addresses)
    assert all(each.source for each in segments)


@given(bodies, risks)
def test_no_text_is_below_its_floor(body: tuple[Section[Inline], ...], risk: Risk) -> None:
    _, segments = extract_body(body, risk)
    for each in segments:
        floor = min(risk, Risk.STANDARD) if each.role in WAYFINDING else risk
        assert each.risk >= floor
