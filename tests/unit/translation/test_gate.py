"""What must be reviewed: what a finding says of the texts that nobody has reviewed."""

from __future__ import annotations

import pytest

from waypost.model.translation import Freshness, Origin, Translation
from waypost.translation.gate import UNREVIEWED_GUIDE, Required, check_required, pair_up

_REQUIRED = Required(
    UNREVIEWED_GUIDE,
    "translations/so/guides/safe-place.po",
    "so",
    "“Find a safe place” is a crisis guide",
    {"title": "Find a safe place", "body/p-1": "Call now."},
)
_FINE = Translation("Wac", Origin.REVIEWED, Freshness.CURRENT)


def test_nothing_is_said_where_all_is_reviewed() -> None:
    assert check_required(_REQUIRED, {"title": _FINE, "body/p-1": _FINE, "gone": None}) == ()


@pytest.mark.parametrize(
    "other",
    [
        None,
        Translation("Wac", Origin.REVIEWED, Freshness.STALE),
        Translation("Wac", Origin.HUMAN, Freshness.CURRENT),
        Translation("Wac", Origin.DRAFT, Freshness.CURRENT),
        Translation("Wac", Origin.MACHINE, Freshness.CURRENT),
    ],
)
def test_only_a_current_review_counts(other: Translation | None) -> None:
    (found,) = check_required(_REQUIRED, {"title": _FINE, "body/p-1": other})
    assert found.message == (
        "“Find a safe place” is a crisis guide: 1 of 2 texts (2 words) aren't reviewed in “so”, "
        "which promises every page: body/p-1"
    )
    assert (found.code, found.place.path) == ("T070", "translations/so/guides/safe-place.po")


def test_a_long_list_is_cut_and_its_words_are_all_counted() -> None:
    sources = {f"body/p-{number}": "One two three." for number in range(1, 11)}
    required = Required(UNREVIEWED_GUIDE, "a.po", "so", "It", sources)
    (found,) = check_required(required, {})
    assert "10 of 10 texts (30 words)" in found.message
    assert found.message.endswith("body/p-5, body/p-6 and 4 more")


def test_addresses_and_translations_go_together() -> None:
    assert pair_up(["a", "b"], [_FINE, None]) == {"a": _FINE, "b": None}
