"""What somebody could write to harm the page or the build is a finding, and never a crash."""

from __future__ import annotations

import pytest

from tests.unit.content.site_reading import DAY
from waypost.content.checks import check_shared
from waypost.content.entry_reader import parse_phrases
from waypost.content.rules.site_view import Limits, view_site
from waypost.model.content import Shared


@pytest.mark.parametrize(
    "text",
    [
        "{age, select, other {You are old}}",
        "{age, plural, one {a year} other {{age, select, other {years}}}}",
        "{age, plural, offset:1 one {a year} other {# years}}",
    ],
)
def test_a_phrase_does_not_choose_by_words(text: str) -> None:
    phrases = parse_phrases(
        "content/phrases.yml", f'x: {{text: "{text}", params: {{age: number}}}}\n'
    ).value
    assert phrases is not None
    site = view_site(Shared({}, phrases, {}, {}, {}, {}), {}, DAY, Limits())
    assert [one.code for one in check_shared(site, {})] == ["C038"]
