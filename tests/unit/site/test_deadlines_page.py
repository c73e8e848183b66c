"""The calendar of deadlines: what is due, day by day."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from tests.unit.site.outline import find, outline
from tests.unit.site.sample import GUIDE, Sample, State, machine, reviewed, without
from waypost.model.due import find_due_dates
from waypost.model.replacing import replace
from waypost.site.deadlines_page import (
    Due,
    build_deadlines_program,
    find_untranslated,
    has_deadlines,
)
from waypost.site.fill import fill_program

TWO = GUIDE.replace(
    "deadlines:\n",
    "deadlines:\n  - {by: 2026-12-24}\n  - {by: 2026-11-20}\n  - {by: lives_here}\n",
)
ALERT = (
    "message: {text: Beware.}\nstart: 2026-11-01\nend: 2026-12-24\nguides: [renew]\nlink: renew\n"
)
LATER = "message: {text: Not yet.}\nstart: 2026-12-01\nend: 2026-12-24\n"
OVER = "message: {text: It was.}\nend: 2026-11-20\n"


def due_of(sample: Sample) -> list[Due]:
    day = sample.frame.identity.day
    found = find_due_dates(sample.guide, sample.shared.facts, sample.shared.phrases, day)
    return [(sample.around.pages["renew"], each) for each in found]


def show(sample: Sample, code: str = "en", how: State = reviewed) -> str:
    program = build_deadlines_program(due_of(sample), sample.around)
    locale = sample.locale(code, how)
    html = fill_program(program, locale, [], find_untranslated(program, locale)).finish().decode()
    assert outline(html).faults == []
    return html


def test_what_is_due_stands_under_its_month_in_the_order_of_days() -> None:
    html = show(Sample(TWO))
    assert re.findall(r"<h2 id=m[^>]*>(.*?)</h2>", html) == ["December 2026", "January 2027"]
    days = re.findall(r"<time datetime=([0-9-]+)>([^<]+)</time>", html)
    assert days == [
        ("2026-12-24", "Thursday, December 24"),
        ("2027-01-31", "Sunday, January 31"),
    ]
    assert html.count('href="../renew/"') == 2
    assert "You take the test again." in html


def test_what_is_over_drops_out_and_with_the_last_one_the_page_says_so() -> None:
    sample = Sample()
    identity = replace(sample.frame.identity, day=dt.date(2027, 2, 1))
    sample.frame = replace(sample.frame, identity=identity)
    sample.around = replace(sample.around, frame=sample.frame)
    html = show(sample)
    assert "<time" not in html
    assert "no deadline from February 1, 2027 on" in html
    assert not has_deadlines((), sample.around)
    assert has_deadlines(due_of(Sample()), sample.around)


def test_an_alert_in_force_stands_on_its_last_day_whatever_its_pages() -> None:
    sample = Sample(TWO, ALERT, LATER, OVER)
    html = show(sample)
    assert html.index("datetime=2026-12-24") < html.index("Beware.") < html.index("2027-01-31")
    assert "Not yet." not in html
    assert "It was." not in html
    assert has_deadlines((), sample.around)


def test_a_warning_that_was_reviewed_stands_in_the_language() -> None:
    html = show(Sample(), "ar")
    assert find(outline(html), "«You take the test again.»").language == "ar"
    assert "class=notice" not in html


def test_a_warning_that_holds_after_its_alert_has_no_day() -> None:
    sample = Sample(GUIDE, ALERT.replace("{text: Beware.}", "lives_here"))
    html = show(sample)
    assert "You live here." not in html
    assert "2026-12-24" not in html
    assert not has_deadlines((), sample.around)


@pytest.mark.parametrize("how", [machine, without("deadlines")])
def test_a_warning_that_may_not_be_shown_stands_in_the_source_language(how: State) -> None:
    html = show(Sample(), "ar", how)
    assert find(outline(html), "You take the test again.").language == "en"
    assert "«You take the test again.»" not in html
    assert html.count("class=notice") == 1, "one line says so for all"
    title = find(outline(html), "«Renew your license»")
    assert title.language == "ar", "dates and guides are read in the reader's language"


def test_the_source_language_needs_no_notice() -> None:
    assert "class=notice" not in show(Sample())
