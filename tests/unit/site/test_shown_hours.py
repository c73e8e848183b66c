"""Opening hours as a reader sees them."""

from __future__ import annotations

import pytest

from waypost.locales.formats import formats_for
from waypost.site.shown_value import ALL_DAY, is_worded, show_text

_PAUSE = "times\x1f08:00-12:00,13:00-17:00"


@pytest.mark.parametrize(
    ("code", "day", "words"),
    [("en", "Sunday", "24 hours"), ("ar", "الأحد", "24 ساعة"), ("ht", "dimanch", "24 èdtan")],
)
def test_a_day_that_never_closes_has_24_hours(code: str, day: str, words: str) -> None:
    formats = formats_for(code, "US")
    week = "".join(f"\x1f{span}" for span in ["08:00-12:00"] * 6 + [ALL_DAY])
    assert show_text(f"hours{week}", formats).endswith(f"{day} {words}")
    assert show_text(f"times\x1f{ALL_DAY}", formats) == words
    assert is_worded(f"times\x1f{ALL_DAY}")
    assert not is_worded("times\x1f08:00-12:00")


def test_a_day_with_a_pause_has_the_comma_of_the_language() -> None:
    shown = {code: show_text(_PAUSE, formats_for(code, "US")) for code in ("en", "ar", "zh-Hans")}
    assert ", " in shown["en"]
    assert "، " in shown["ar"]
    assert ", " not in shown["ar"]
    assert "、" in shown["zh-Hans"]
