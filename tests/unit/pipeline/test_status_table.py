"""What `waypost review status` prints."""

from __future__ import annotations

import json

from waypost.model.translation import Freshness, Origin
from waypost.pipeline.review_status import StatusRow
from waypost.pipeline.status_table import render_status
from waypost.translation.review import StateCount

_CURRENT, _STALE = Freshness.CURRENT, Freshness.STALE
_ROWS = (
    StatusRow(
        "es",
        "phrases",
        (
            StateCount((Origin.REVIEWED, _CURRENT), 2, 1999),
            StateCount((Origin.HUMAN, _CURRENT), 1, 10),
            StateCount((Origin.REVIEWED, _STALE), 1, 4),
            StateCount((Origin.MACHINE, _STALE), 1, 3),
        ),
    ),
    StatusRow(
        "es",
        "guides/renew",
        (
            StateCount((Origin.DRAFT, _CURRENT), 1, 20),
            StateCount((Origin.MACHINE, _CURRENT), 1, 30),
            StateCount(None, 1, 1),
        ),
    ),
    StatusRow("so", "phrases", ()),
)


def test_a_line_for_each_language() -> None:
    assert render_status(_ROWS, "language", {"es": "Spanish"}) == (
        "language           reviewed  to review  stale  missing  words\n"
        "es        Spanish      96 %         60      7        1  2,067\n"
        "so                        -          ·      ·        ·      ·\n"
    )


def test_all_but_one_word_is_not_all() -> None:
    counts = (StateCount((Origin.REVIEWED, _CURRENT), 1, 999), StateCount(None, 1, 1))
    assert " 99 % " in render_status([StatusRow("es", "phrases", counts)], "language", {})


def test_a_line_for_each_document_and_sums() -> None:
    assert render_status(_ROWS, "document", {}) == (
        "language  document      reviewed  human  draft  machine  stale  missing  words\n"
        "es        phrases          1,999     10      ·        ·      7        ·  2,016\n"
        "es        guides/renew         ·      ·     20       30      ·        1     51\n"
        "es        all              1,999     10     20       30      7        1  2,067\n"
        "\n"
        "so        phrases              ·      ·      ·        ·      ·        ·      ·\n"
        "so        all                  ·      ·      ·        ·      ·        ·      ·\n"
    )


def test_json_tells_of_every_document() -> None:
    rows = json.loads(render_status(_ROWS, "json", {}))
    assert rows[0] == {
        "language": "es",
        "document": "phrases",
        "words": {
            "reviewed": 1999,
            "human": 10,
            "draft": 0,
            "machine": 0,
            "stale": 7,
            "missing": 0,
        },
    }
    assert [(row["language"], row["document"]) for row in rows] == [
        ("es", "phrases"),
        ("es", "guides/renew"),
        ("so", "phrases"),
    ]


def test_a_site_without_languages_has_only_the_head() -> None:
    assert render_status((), "language", {}).count("\n") == 1
    assert render_status((), "document", {}).count("\n") == 1
    assert json.loads(render_status((), "json", {})) == []
