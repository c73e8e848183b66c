"""What the benchmark of pages measures, and with what."""

from __future__ import annotations

import unicodedata

import pytest

from scripts.page_weight.languages import NUMBER, choose_filled, choose_languages
from scripts.page_weight.paint import Paint, take_median
from scripts.page_weight.rivals import strip_page
from scripts.page_weight.scripts import spell
from scripts.page_weight.weight import MEDIAN_LIMIT, Page, sum_up


def test_as_many_languages_as_asked_the_real_ones_first() -> None:
    languages = choose_languages(["en", "ar", "so"])
    assert len({each.code for each in languages}) == NUMBER
    assert [each.code for each in languages[:3]] == ["en", "ar", "so"]


def test_two_languages_of_each_script_have_every_page() -> None:
    languages = choose_languages(["en", "es", "fr", "so"])
    filled = choose_filled(languages, ["es", "fr", "so"])
    scripts = [each.script for each in filled]
    assert {"en", "es", "fr", "so"} <= {each.code for each in filled}
    assert set(scripts) == {each.script for each in languages}
    assert all(scripts.count(script) <= 2 for script in scripts if script != "Latn")


@pytest.mark.parametrize(("script", "name"), [("Taml", "TAMIL"), ("Cyrl", "CYRILLIC")])
def test_a_text_is_spelled_in_the_letters_of_a_script(script: str, name: str) -> None:
    spelled = spell(r"Pay {fee.license} \* now, pay.", script)
    assert "{fee.license} \\* " in spelled
    words = spelled.replace("{fee.license}", "").split()
    assert words[0] == words[-1].rstrip(".")
    assert all(unicodedata.name(each).startswith(name) for each in words[0])


def test_a_script_without_spaces_has_a_sign_or_two_for_a_word() -> None:
    spelled = spell("Apply for a license.", "Hans")
    assert len(spelled) == 2 + 1 + 1 + 2 + 1
    assert spelled == spell("apply for a license.", "Hans")


def test_a_bare_page_has_the_guide_and_its_structure_alone() -> None:
    page = (
        "<title>Dogs &amp; cats</title><style>p{}</style><header><p>Site</p></header>"
        "<main id=main><nav class=toc><p>Toc</nav><h1 class=x>Dogs</h1><div class=b><p id=a>See <a "
        'class=y href="../cats/" lang=es>cats</a>.</div></main><footer>End</footer>'
    )
    assert strip_page(page) == (
        "Dogs & cats",
        '<h1>Dogs</h1> <p>See <a href="../cats/">cats</a>. ',
    )


def test_the_heaviest_script_comes_first_and_is_held_to_the_limits() -> None:
    light = [Page("a", f"en/{each}/index.html", "Latn", 5000 + each, 900) for each in range(3)]
    heavy = [Page("a", "ta/x/index.html", "Taml", MEDIAN_LIMIT + 1, 900)]
    first, second = sum_up([*light, *heavy])
    assert (first.script, first.median, first.is_within) == ("Taml", MEDIAN_LIMIT + 1, False)
    assert (second.pages, second.median, second.most) == (3, 5001, 5002)
    assert second.is_within
    assert second.heaviest == "a: en/2/index.html"


def test_times_are_medians_and_jumps_are_the_worst() -> None:
    paints = [Paint(1, 2, 0, 1, 3), Paint(3, 9, 0.2, 1, 3), Paint(2, 3, 0, 2, 9)]
    assert take_median(paints) == Paint(2, 3, 0.2, 2, 3)
