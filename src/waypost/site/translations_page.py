"""The page that says how a site is translated: what is checked, by whom, and by which rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

import msgspec
from markupsafe import Markup

from waypost.model.fact import Day
from waypost.model.policy import Decision, Policy
from waypost.model.site import PageKind
from waypost.model.tally import MISSING, STALE, STATES, Coverage, Exempted
from waypost.model.text import Risk
from waypost.model.translation import Freshness, Origin
from waypost.site.addresses import HOW_TRANSLATED, link_to
from waypost.site.blocks import wrap_table
from waypost.site.chrome import Extras
from waypost.site.inline import escape_text
from waypost.site.known import ONCE
from waypost.site.language_marks import mark_language, wrap_fragment
from waypost.site.locale import PageLocale
from waypost.site.marking import Marks
from waypost.site.program import MessageSlot, Program
from waypost.site.shown_languages import write_languages
from waypost.site.shown_title import ShownTitle, show_title
from waypost.site.shown_value import write_value
from waypost.site.surroundings import PageRef, Surroundings, begin_marks, build_page

_RISKS: Final = {
    Risk.CRITICAL: "risk_critical",
    Risk.STANDARD: "risk_standard",
    Risk.LOW: "good_to_know",
}
_WHAT: Final = {"interpreter": "language_help", "notes": "notes_on_pages"}


class RuleRow(msgspec.Struct, frozen=True):
    """States of a text that have the same consequence."""

    decision: Markup
    states: tuple[Markup, ...]


class RuleView(msgspec.Struct, frozen=True):
    """What readers see of the texts of one risk."""

    text: Markup
    rows: tuple[RuleRow, ...]


def build_translations_program(around: Surroundings) -> Program:
    """The program of the page; `show_coverage` gives what differs between languages."""
    marks = begin_marks(around, HOW_TRANSLATED, None)
    frame = around.frame
    context: dict[str, object] = {
        "head_title": marks.word("how_translated", plain=True),
        "source": marks.languages((frame.identity.source.code,)),
        "rules": tuple(_view_rules(frame.policy, frame.identity.source.code, marks)),
        "email": frame.contact_email,
    }
    return build_page(PageKind.TRANSLATIONS, "translations.html", marks, around, context)


def decide(policy: Policy, risk: Risk, state: str) -> Decision:
    """What readers see at most of a text in one of `STATES`; an old one never without a note."""
    if state == MISSING:
        return Decision.SOURCE
    table = policy.table[risk]
    if state != STALE:
        return table[Origin(state), Freshness.CURRENT]
    olds = {table[origin, Freshness.STALE] for origin in Origin}
    return Decision.SOURCE if olds == {Decision.SOURCE} else Decision.NOTED


def _view_rules(policy: Policy, source: str, marks: Marks) -> Iterator[RuleView]:
    # The table above the rules has said these in both languages, where nobody has reviewed them.
    said = {"decision_source", *(f"state_{state}" for state in STATES)}

    def say(name: str) -> Markup:
        """A label: in both languages the first time only."""
        word = f"{name}{ONCE}" if name in said else name
        said.add(name)
        if name == "decision_source":
            return marks.word(word, language=marks.languages((source,)))
        return marks.word(word)

    for risk in reversed(Risk):
        rows = tuple(
            RuleRow(say(f"decision_{decision.value}"), tuple(say(f"state_{one}") for one in states))
            for decision in (Decision.SHOWN, Decision.NOTED, Decision.SOURCE)
            if (states := [one for one in STATES if decide(policy, risk, one) is decision])
        )
        yield RuleView(marks.word(_RISKS[risk]), rows)


def show_coverage(coverage: Coverage, locale: PageLocale, pages: Sequence[PageRef]) -> Extras:
    """The specials of the page in a language; `pages` are those that an exemption may name."""
    exempted = {guide for one in coverage.exempted for guide in one.guides}
    titles = {page.id: show_title(page, locale) for page in pages if page.id in exempted}
    shown = {
        "counts": "" if locale.is_source else _show_counts(coverage, locale),
        "exceptions": _show_exceptions(coverage, locale, titles),
        "people": "" if locale.is_source else _show_people(coverage, locale),
    }
    return Extras(shown, frozenset(title.weight for title in titles.values()))


def _show_counts(coverage: Coverage, locale: PageLocale) -> str:
    words, tally = locale.words, coverage.tally
    numbers = (("n", coverage.pages), ("all", coverage.all_pages))
    pages = locale.message(MessageSlot("pages_here", numbers, (), ()), [])
    rows = [
        _show_row(words[f"state_{state}"], (tally.texts[at], tally.words[at]), locale)
        for at, state in enumerate(STATES)
    ]
    source = locale.say("decision_source", _language_value(locale))
    numbers_in_source = (tally.source_texts, tally.source_words)
    rows.append(_show_row(f"<b>{source}</b>", numbers_in_source, locale))
    head = "".join(f"<th scope=col class=end>{words[name]}" for name in ("texts", "words"))
    table = wrap_table(f"<thead><tr><td>{head}<tbody>{''.join(rows)}")
    return f"<h2>{words['checked_heading']}</h2><p>{pages}</p>{table}"


def _show_row(label: str, numbers: tuple[int, int], locale: PageLocale) -> str:
    shown = [locale.formats.number(Decimal(number)) for number in numbers]
    cells = "".join(f"<td class=end><bdi>{escape_text(number)}</bdi>" for number in shown)
    return f"<tr><th scope=row>{label}{cells}"


def _language_value(locale: PageLocale) -> tuple[tuple[str, str], ...]:
    return (("language", write_languages((locale.source.code,))),)


def _show_exceptions(
    coverage: Coverage, locale: PageLocale, titles: Mapping[str, ShownTitle]
) -> str:
    items = [_show_loosened(one, locale) for one in locale.frame.policy.loosened]
    items += [_show_exempted(one, locale, titles) for one in coverage.exempted]
    if not items:
        return ""
    shown = "".join(f"<li>{item}" for item in items)
    return f"<h2>{locale.words['section_exceptions']}</h2><ul>{shown}</ul>"


def _show_loosened(loosened: str, locale: PageLocale) -> str:
    """A change of the policy, written as `critical/stale human=noted`."""
    risk, _, rest = loosened.partition("/")
    state, _, decision = rest.partition("=")
    kind = state.removeprefix("stale ")
    labels = [locale.words[f"state_{kind}"]]
    if kind != state:
        labels.insert(0, locale.words["state_stale"])
    text = locale.words[_RISKS[Risk[risk.upper()]]]
    return f"<b>{text}</b> {' · '.join(labels)}: {locale.words[f'decision_{decision}']}"


def _show_exempted(one: Exempted, locale: PageLocale, titles: Mapping[str, ShownTitle]) -> str:
    if one.what == "guides":
        links = [_link(titles[guide], locale) for guide in one.guides if guide in titles]
        what = " · ".join(links)
    else:
        what = f"<b>{locale.words[_WHAT[one.what]]}</b>"
    if locale.is_source:
        language = next(
            each.language
            for each in locale.frame.identity.languages
            if each.language.code == one.language
        )
        own = wrap_fragment(escape_text(language.autonym), language, locale.language.direction)
        what = f"{own}: {what}"
    until = locale.say("exempt_until", (("date", write_value(Day(one.until))),))
    marks = "" if locale.is_source else mark_language(locale.source, locale.language.direction)
    return f"{what} {until} <q{marks}>{escape_text(one.reason)}</q>"


def _link(title: ShownTitle, locale: PageLocale) -> str:
    return f'<a href="{link_to(HOW_TRANSLATED, title.id)}">{title.render(locale)}</a>'


def _show_people(coverage: Coverage, locale: PageLocale) -> str:
    words, source, around = locale.words, locale.source, locale.language.direction
    out = [f"<h2>{words['reviewers_heading']}</h2>"]
    if coverage.reviewers:
        names = [wrap_fragment(escape_text(one), source, around) for one in coverage.reviewers]
        out.append("<ul>" + "".join(f"<li>{name}" for name in names) + "</ul>")
    else:
        out.append(f"<p>{words['nobody_checks']}</p>")
    if coverage.engines:
        engines = [f"<li><bdi translate=no>{escape_text(one)}</bdi>" for one in coverage.engines]
        out.append(f"<h2>{words['engines_heading']}</h2><ul>{''.join(engines)}</ul>")
    return "".join(out)
