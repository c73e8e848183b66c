"""An example of a component as a complete small page, made as every other page is made.

The values are those of one invented county, the same each time.

Touches the disk: reads the package's `components/examples.yml`, once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from markupsafe import Markup

from waypost.locales.registry import find_language
from waypost.model.content import Shared
from waypost.model.fact import (
    Address,
    Day,
    DayHours,
    Duration,
    Email,
    Hours,
    Interpreter,
    Money,
    Phone,
    Span,
    Unit,
    Weekday,
)
from waypost.model.language import Direction, Language, Tier
from waypost.model.policy import DEFAULT_POLICY
from waypost.model.site import PageKind, SiteIdentity, SiteLanguage
from waypost.model.text import Document, Risk, Role, Segment, Text
from waypost.model.translation import Freshness, Origin, Translation
from waypost.site.assets import place_asset
from waypost.site.cards import make_cards
from waypost.site.components import Example
from waypost.site.fill import fill_program
from waypost.site.language_marks import mark_language
from waypost.site.locale import Frame, PageLocale
from waypost.site.marking import Marks
from waypost.site.program import Program
from waypost.site.statement import AuditView, ProblemView
from waypost.site.style_sheet import COMPONENTS
from waypost.site.surroundings import AlertBox, Link, begin_marks, build_page, surround
from waypost.site.templates import parse_snippet
from waypost.site.words import load_english, words_of

LANGUAGES = ("en", "ar", "zh-Hans", "km")
"""The languages that the examples' texts are in."""
DAY = dt.date(2026, 11, 21)
_DOCUMENT = "examples"

Translate = Callable[[str], str]


def render_example(example: Example, code: str, translate: Translate | None = None) -> bytes:
    """The page of an example in a language of `LANGUAGES`.

    With `translate` every text and word is what it makes of the English, as pseudo does; then
    any language will do.
    """
    language = _language(code)
    frame = _frame()
    words, texts = dict(words_of(code, {})), _texts_in(code)
    if translate is not None:
        words = {name: _reviewed(translate(word.text)) for name, word in load_english().items()}
        texts = {name: _reviewed(translate(text.source)) for name, text in _texts().items()}
    others: dict[tuple[str, str], Translation | None] = {
        (_DOCUMENT, name): text for name, text in texts.items()
    }
    locale = PageLocale(language, frame, words, {}, others)
    own = [] if locale.is_source else [texts.get(name) for name in _texts()]
    return fill_program(_compile(example), locale, own).finish()


def _compile(example: Example) -> Program:
    frame = _frame()
    english = _language("en")
    source = PageLocale(english, frame, words_of("en", {}), {}, {})
    assets = {"waypost:search.js": place_asset("search.js", "0" * 8)}
    around = surround(frame, Shared({}, {}, {}, {}, {}, {}), (), source, assets)
    segments = tuple(
        Segment(name, text.source, Role.FIELD, Risk.LOW) for name, text in _texts().items()
    )
    marks = begin_marks(around, "sample", Document(_DOCUMENT, "", segments))
    context: dict[str, object] = {
        "sample_title": example.name,
        "example": parse_snippet(example.snippet),
        "head_title": marks.source_words(example.name),
        **example_values(marks),
    }
    return build_page(PageKind.PAGE, "sample.html", marks, around, context)


def example_values(marks: Marks) -> dict[str, object]:
    """What a snippet may name, besides all that every template may."""
    t = _texts()
    link = _link("other")
    return {
        "t": t,
        "phone": _PHONE,
        "plain_phone": Phone("505-555-0100", "+15055550100"),
        "fee": marks.value(Money(Decimal(32), None, "USD")),
        "late_fee": marks.value(Money(Decimal(12), None, "USD")),
        "duration": Duration(10, 14, Unit.DAY),
        "grace": Duration(60, None, Unit.DAY),
        "date": Day(dt.date(2027, 1, 31)),
        "hours": _HOURS,
        "email": Email("help@aldercounty.example"),
        "address": Address(("Motor Vehicle Office", "210 Mill Street", "Brackwater 87999")),
        "agency": _link("office"),
        "pages": (link, _link("journey")),
        "alerts": (
            AlertBox(_DOCUMENT, t["warning"], None, "#", _DOCUMENT, t["other"], crisis=False),
        ),
        "languages": tuple(_view_language(code) for code in LANGUAGES),
        "cards": make_cards(marks.locale.frame, _offer_languages(), "../"),
        "audit": AuditView(
            Day(DAY), 96, "axe-core 4.14.1", (ProblemView("WCAG 1.4.3: Contrast (Minimum)", 2),)
        ),
        "block_of": lambda html: Markup(f"\x10block\x11{html}\x10/block\x11"),  # noqa: S704 - marks of ours
    }


def _offer_languages() -> Iterator[tuple[SiteLanguage, Mapping[str, Translation]]]:
    for code in LANGUAGES:
        yield SiteLanguage(_language(code), Tier.FULL, main=True), words_of(code, {})


def _view_language(code: str) -> dict[str, object]:
    language = _language(code)
    return {
        "href": f"../{code}/",
        "code": code,
        "direction": language.direction.value,
        "marks": Markup(mark_language(language, Direction.LTR)),  # noqa: S704 - a code of ours
        "autonym": language.autonym,
    }


def _link(name: str) -> Link:
    t = _texts()
    return Link(name, f"../{name}/", _DOCUMENT, t[name], t["summary"], Risk.LOW)


_HOURS = Hours(
    tuple(
        DayHours(day, () if day in {Weekday.SAT, Weekday.SUN} else (Span(dt.time(8), dt.time(17)),))
        for day in Weekday
    )
)
_PHONE = Phone(
    "505-555-0110",
    "+15055550110",
    hours=_HOURS,
    interpreter=Interpreter("2", "Interpreter, please"),
    tty="505-555-0119",
    after_hours="505-555-0191",
)


def _language(code: str) -> Language:
    language = find_language(code)
    if language is None:
        message = f"the registry doesn't know the language {code}"
        raise ValueError(message)
    return language


@cache
def _frame() -> Frame:
    offered = tuple(SiteLanguage(_language(code), Tier.FULL, main=True) for code in LANGUAGES)
    identity = SiteIdentity(
        name="Alder County",
        url="",
        territory="US",
        currency="USD",
        source=_language("en"),
        languages=offered,
        day=DAY,
        contact="",
        emergency="",
        interpreter="",
    )
    return Frame(
        identity=identity,
        policy=DEFAULT_POLICY,
        interpreter=Phone("505-555-0101", "+15055550101", interpreter=_PHONE.interpreter),
        contact=Phone("505-555-0100", "+15055550100"),
        emergency=Phone("911", "911"),
        source_words=words_of("en", {}),
    )


@cache
def _load_texts() -> Mapping[str, Mapping[str, str]]:
    import yaml

    text = (COMPONENTS / "examples.yml").read_text(encoding="utf-8")
    given: Mapping[str, Mapping[str, str]] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - strings only
    return given


@cache
def _texts() -> Mapping[str, Text]:
    return {name: Text(name, said["en"]) for name, said in _load_texts().items()}


def _texts_in(code: str) -> dict[str, Translation]:
    known = _load_texts()
    return {name: _reviewed(said[code]) for name, said in known.items() if code in said}


def _reviewed(text: str) -> Translation:
    return Translation(text, Origin.REVIEWED, Freshness.CURRENT)
