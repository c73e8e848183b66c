"""The home page: a box to search in, what happens in life, what many need, topics, a person."""

from __future__ import annotations

import re

import pytest

from tests.unit.site.outline import find, outline
from tests.unit.site.sample import GUIDE, Sample
from waypost.model.replacing import replace
from waypost.model.site import PageKind
from waypost.model.text import Text
from waypost.site.fill import fill_program
from waypost.site.home_page import build_home_program
from waypost.site.surroundings import PageRef

ALERT = "message: {text: Beware.}\nend: 2026-12-24\n"


def show(
    *popular: str, code: str = "en", alerts: tuple[str, ...] = (), has_deadlines: bool = False
) -> str:
    sample = Sample(GUIDE, *alerts)
    moving = PageRef(
        "moving", PageKind.JOURNEY, "journeys/moving", Text("title", "Moving here"), None
    )
    around = replace(sample.around, pages={**sample.around.pages, "moving": moving})
    program = build_home_program(around, popular, has_deadlines=has_deadlines)
    html = fill_program(program, sample.locale(code), []).finish().decode()
    assert outline(html).faults == []
    return html


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_box_is_a_form_with_a_label_that_leads_to_all_guides(code: str) -> None:
    html = show(code=code)
    form = html[html.index("<form") : html.index("</form>")]
    assert form.startswith('<form class=find role=search action="./a-z/" data-search="../"')
    assert "<label for=q>" in form
    assert "<input id=q type=search" in form
    assert " name=" not in form, "without script the words would travel for nothing"
    assert "<button>" in form


def test_what_a_resident_looks_for_comes_in_order() -> None:
    html = show("renew", alerts=(ALERT,))
    page = html[html.index("<main") : html.index("</main>")]
    order = ["role=search", "Beware.", "Moving here", "Often needed", "Driving", "Talk to a person"]
    places = [page.index(words) for words in order]
    assert places == sorted(places)


def test_what_is_popular_is_linked_and_without_any_there_is_no_heading() -> None:
    html = show("renew", "nowhere")
    block = html[html.index("<ul class=popular>") :]
    assert re.findall(r'<a href="([^"]+)"', block[: block.index("</ul>")]) == ["./renew/"]
    assert "Often needed" not in show()


def test_the_calendar_is_linked_when_something_is_due() -> None:
    def links(html: str) -> int:
        return html.count('<a href="./deadlines/">')

    assert links(show(has_deadlines=True)) == links(show()) + 1


def test_a_person_can_be_called() -> None:
    html = show()
    block = html[html.index("Talk to a person") :]
    assert 'href="tel:+15055550110"' in block
    assert 'href="tel:+15055550101"' in block, "an interpreter"


def test_a_title_that_nobody_translated_says_its_language() -> None:
    sample = Sample()
    program = build_home_program(sample.around, ["renew"])
    locale = sample.locale("ar", lambda _: None)
    page = outline(fill_program(program, locale, []).finish().decode())
    assert find(page, "Renew your license").language == "en"
