"""The address below the name of an office."""

from __future__ import annotations

import pytest

from waypost.locales.formats import formats_for
from waypost.locales.registry import find_language
from waypost.model.language import Language
from waypost.site.shown_value import show_text, show_value, write_place

LINES = ("Central Library", "8 Library Place", "Brackwater")
WRITTEN = write_place(LINES)


def _language(code: str) -> Language:
    found = find_language(code)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("reader", "html"),
    [
        ("en", "<span translate=no>8 Library Place<br>Brackwater</span>"),
        ("es", f"<span translate=no lang=en>{'<br>'.join(LINES)}</span>"),
        ("ar", f"<span translate=no lang=en dir=ltr>{'<br>'.join(LINES)}</span>"),
    ],
)
def test_only_readers_of_other_languages_see_the_name_on_the_door(reader: str, html: str) -> None:
    formats = formats_for(reader, "US")
    assert show_value(WRITTEN, formats, _language(reader), _language("en")) == html


def test_as_plain_text_it_is_whole() -> None:
    text = show_text(WRITTEN, formats_for("en", "US"))
    assert text == "Central Library, 8 Library Place, Brackwater"


def test_the_name_of_a_host_breaks_after_its_points_and_nothing_else_does() -> None:
    en = _language("en")
    shown = show_value("code\x1fhelp.county.example", formats_for("en", "US"), en, en)
    assert shown == "<bdi translate=no>help.<wbr>county.<wbr>example</bdi>"
    assert "<wbr>" not in show_value("code\x1fDL-44.", formats_for("en", "US"), en, en)
