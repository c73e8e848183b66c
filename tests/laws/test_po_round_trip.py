"""A catalogue written and read is the same catalogue, and written again the same bytes."""

from __future__ import annotations

import polib
from hypothesis import given

from tests.laws.catalogs import catalogs
from waypost.translation.catalog import Catalog
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.po_reader import read_targets
from waypost.translation.po_writer import render_catalog


@given(catalogs)
def test_what_is_written_is_read(catalog: Catalog) -> None:
    text = render_catalog(catalog)
    reading = parse_catalog(text.encode())
    assert reading.faults == ()
    assert reading.catalog == catalog
    assert render_catalog(reading.catalog) == text


@given(catalogs)
def test_a_build_reads_the_same(catalog: Catalog) -> None:
    found = read_targets(render_catalog(catalog).encode())
    assert [each[1:] for each in found] == [
        (each.address, each.source, each.target) for each in catalog.entries
    ]


@given(catalogs)
def test_nothing_is_wrapped_dated_or_numbered(catalog: Catalog) -> None:
    lines = render_catalog(catalog).split("\n")
    assert not any(line.startswith("#:") for line in lines)
    assert not any(line.startswith('"PO') for line in lines)
    assert polib.default_encoding == "utf-8"
