"""Crisis lines stand in both languages, whoever has reviewed them; so do unreviewed notes."""

from __future__ import annotations

import re

import pytest

from tests.unit.site.outline import find, outline
from tests.unit.site.sample import GUIDE, Sample, State, reviewed, state, translate, without
from waypost.model.crisis import is_crisis_alert, names_line
from waypost.model.fact import Phone
from waypost.model.replacing import replace
from waypost.model.site import Level, SiteIdentity
from waypost.model.text import Segment
from waypost.model.translation import Freshness, Origin, Translation
from waypost.site.fill import Filled, fill_program
from waypost.site.guide_page import build_guide_program
from waypost.site.home_page import build_home_program
from waypost.site.level import measure_level
from waypost.site.words import load_drafts

_CRISIS = GUIDE.replace("agency: desk", "agency: desk\nrisk: critical")
_NAMED = GUIDE.replace("Find the number on your license.", "In danger? Call {phone.line}.")
_ALERT = "message: {text: The line is open.}\nend: 2026-12-31\nguides: [renew]\n"
_REVIEWED = {
    name: Translation(text, Origin.REVIEWED, Freshness.CURRENT)
    for name, text in load_drafts("ar").items()
}


class Endangered(Sample):
    """The sample site with an emergency line, which is its interpreter's phone."""

    def __init__(self, text: str = GUIDE, *alerts: str) -> None:
        super().__init__(text, *alerts)
        identity: SiteIdentity = replace(self.frame.identity, emergency="phone.line")
        line = self.shared.facts["phone.line"].value
        assert isinstance(line, Phone)
        self.frame = replace(self.frame, identity=identity, emergency=line)
        self.source = self.locale("en")
        refs = [
            replace(page, risk=max(page.risk, self.guide.risk)) if page.id == "renew" else page
            for page in self.around.pages.values()
        ]
        from waypost.site.surroundings import surround

        self.around = surround(self.frame, self.shared, refs, self.source)

    def read(self, code: str = "ar", own: State = reviewed) -> str:
        """The guide, all its words reviewed."""
        extracted = self.extracted
        program = build_guide_program(self.guide, extracted.body, extracted.document, self.around)
        texts = [] if code == "en" else translate(extracted.document, own)
        locale = self.locale(code, reviewed, _REVIEWED if code == "ar" else {})
        return fill_program(program, locale, texts).finish().decode()


def test_the_summary_of_a_crisis_guide_stands_in_both_languages() -> None:
    html = Endangered(_CRISIS).read()
    page = outline(html)
    assert page.faults == []
    assert find(page, "«Renew it before it expires.»").language == "ar"
    assert html.count("<span class=beside lang=en dir=ltr>Renew it before it expires.</span>") == 1
    assert "Renew it before it expires.</span>" not in Endangered().read()


def test_a_text_that_names_the_emergency_line_stands_in_both_languages() -> None:
    html = Endangered(_NAMED).read()
    page = outline(html)
    assert page.faults == []
    assert "«In danger? Call" in html
    assert re.search(r"<span class=beside lang=en dir=ltr>In danger\? Call <a href=\"tel:", html)
    assert html.count("Pay the fee of") == 1


def test_nothing_is_said_twice_in_the_source_language() -> None:
    assert Endangered(_CRISIS).read("en").count(">Renew it before it expires.<") == 1


def test_where_a_crisis_line_lacks_the_source_stands_once() -> None:
    html = Endangered(_CRISIS).read(own=without("summary"))
    assert html.count(">Renew it before it expires.<") == 1


@pytest.mark.parametrize(("text", "both"), [(_CRISIS, True), (GUIDE, False)])
def test_an_alert_on_a_crisis_guide_stands_in_both_languages(text: str, both: bool) -> None:
    html = Endangered(text, _ALERT).read()
    assert "«The line is open.»" in html
    assert (">The line is open.</span>" in html) is both


def test_an_alert_that_names_the_line_is_for_people_in_danger() -> None:
    alerts = (
        "message: {text: 'Call {phone.line}.'}\nend: 2026-12-31\n",
        "message: {text: Closed.}\nmore: 'Call {phone.line}.'\nend: 2026-12-31\n",
        "message: {text: Closed.}\nend: 2026-12-31\nlink: shelter\n",
        "message: {text: Closed.}\nend: 2026-12-31\n",
    )
    known = Sample(GUIDE, *alerts).shared.alerts.values()
    told = [is_crisis_alert(alert, {"shelter"}, "phone.line") for alert in known]
    assert told == [True, True, True, False]
    assert not names_line("Call {phone.line}.", "")


def test_the_emergency_number_stands_in_both_languages_though_reviewed() -> None:
    site = Endangered()
    program = build_home_program(site.around)
    html = fill_program(program, site.locale("ar", reviewed, _REVIEWED), ()).finish().decode()
    own = load_drafts("ar")["emergency"].partition("{")[0].strip()
    page = outline(html)
    assert find(page, own).language == "ar"
    assert find(page, "In an emergency, call").language == "en"
    assert "For a free interpreter, call" not in html
    english = fill_program(program, site.locale("en"), ()).finish().decode()
    assert english.count("In an emergency, call") == 1


def _filled(site: Endangered, own: State) -> Filled:
    extracted = site.extracted
    program = build_guide_program(site.guide, extracted.body, extracted.document, site.around)
    locale = site.locale("ar", lambda _: None)
    filled = fill_program(program, locale, translate(extracted.document, own))
    assert measure_level(program, locale, translate(extracted.document, own)) is filled.level
    return filled


def test_a_crisis_guide_is_never_a_stub() -> None:
    """Where nothing of it may be shown, its numbers and its text stand in the source language."""
    none: State = lambda _: None  # noqa: E731 - a state, as those of the sample
    assert _filled(Endangered(), none).level is Level.STUB
    filled = _filled(Endangered(_CRISIS), none)
    assert (filled.level, filled.shown_words) == (Level.SOURCE, 0)
    html = filled.finish().decode()
    page = outline(html)
    assert page.faults == []
    assert "<main id=main lang=en dir=ltr>" in html
    assert "noindex" not in html
    assert '<a class=call href="tel:+15055550110">' in html
    assert find(page, "Find the number on your license.").language == "en"
    own = load_drafts("ar")["emergency"].partition("{")[0].strip()
    assert find(page, own).language == "ar"
    assert find(page, "In an emergency, call").language == "en"


def _on_screen(html: str) -> str:
    """The page without the head that it has on paper."""
    return re.sub(r"<div class=paper.*?</div>", "", html)


def test_a_crisis_guide_that_is_all_reviewed_needs_no_other_emergency_line() -> None:
    own = load_drafts("ar")["emergency"].partition("{")[0].strip()
    lacking = without("body/what-to-do/p-2")
    assert own not in _on_screen(Endangered(_CRISIS).read())
    assert own in _on_screen(Endangered(_CRISIS).read(own=lacking))
    assert own not in _on_screen(Endangered().read(own=lacking))
    assert own in Endangered().read(own=lacking), "on paper it stands above all else"


def _low(segment: Segment, origin: Origin) -> Translation:
    freshness = Freshness.STALE if segment.address == "summary" else Freshness.CURRENT
    return Translation(f"«{segment.source}»", origin, freshness)


@pytest.mark.parametrize("origin", [Origin.HUMAN, Origin.REVIEWED])
def test_an_old_text_at_low_risk_has_a_note_of_its_own(origin: Origin) -> None:
    site = Endangered(GUIDE.replace("agency: desk", "agency: desk\nrisk: low"))
    html = site.read(own=lambda segment: _low(segment, origin))
    page = outline(html)
    assert html.count('<p class="unchecked old"') == 1
    assert "<p class=unchecked" not in html
    assert find(page, load_drafts("ar")["stale_note"]).language == "ar"
    assert "The original has changed" not in html
    draft = site.html(own=lambda segment: _low(segment, origin))
    assert find(outline(draft), "The original has changed").language == "en"


def test_an_old_machine_text_has_both_notes() -> None:
    site = Endangered(GUIDE.replace("agency: desk", "agency: desk\nrisk: low"))
    html = site.read(own=state(Origin.MACHINE, Freshness.STALE))
    assert html.count('<p class="unchecked old"') == 1
    assert html.count("<p class=unchecked>") == 1


def test_the_note_leads_to_the_page_about_translations() -> None:
    html = Sample().html(own=state(Origin.MACHINE))
    (note,) = re.findall(r"<p class=unchecked>.*?</p>", html)
    assert '<a href="../how-translated/">' in note


def test_a_description_in_another_language_is_left_out() -> None:
    translated, source = Sample().html(), Sample().html(own=without("summary"))
    assert '<meta name=description content="«Renew it before it expires.»">' in translated
    assert "name=description" not in source
    assert '<meta name=description content="Renew it' in Sample().html("en")
