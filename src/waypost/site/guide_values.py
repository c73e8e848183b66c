"""What a guide says of costs, dates and questions, alike on its page and on its sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from markupsafe import Markup

from waypost.model.block import Hole
from waypost.model.fact import Day, Duration, FactValue, Money, YearlyDay
from waypost.model.guide import Cost, Deadline, Guide, Section, SectionKey
from waypost.model.phrase import PhraseUse, Statement
from waypost.model.place import Agency
from waypost.model.text import Risk, Text
from waypost.site.marking import Marks

Word = Callable[..., Markup]
"""How a page says an interface word: a sheet says each in one language only."""


def show_amount(cost: Cost, marks: Marks, word: Word) -> Markup:
    """What is to be paid: an amount, a sentence, or that it is free."""
    if isinstance(cost.amount, PhraseUse | Text):
        return marks.statement(cost.amount)
    value = marks.facts.get(cost.amount)
    is_nothing = isinstance(value, Money) and value.low == 0 and value.high is None
    if cost.amount == "free" or is_nothing:
        return word("free")
    if value is not None:
        return marks.value(value)
    return marks.phrase(PhraseUse(cost.amount, ()))


def show_by(deadline: Deadline, marks: Marks, word: Word) -> Markup:
    """By when: a date, a time, or a sentence, which is critical."""
    if isinstance(deadline.by, date):
        return word("by_date", date=marks.value(Day(deadline.by)))
    if not isinstance(deadline.by, str):
        return marks.statement(deadline.by, risk=Risk.CRITICAL)
    value = marks.facts.get(deadline.by)
    if isinstance(value, Day | YearlyDay):
        return word("by_date", date=marks.value(value))
    if value is not None:
        return marks.value(value)
    return marks.phrase(PhraseUse(deadline.by, ()), risk=Risk.CRITICAL)


def find_time(guide: Guide, facts: Mapping[str, FactValue]) -> Duration | None:
    """How long it takes, by its fact's id or as it is written."""
    value = facts.get(guide.time) if isinstance(guide.time, str) else guide.time
    return value if isinstance(value, Duration) else None


def list_asks(guide: Guide) -> tuple[str, ...]:
    """The interface words that say what an applicant is asked for."""
    asks = guide.asks
    if asks is None:
        return ()
    found = (("asks_ssn", asks.ssn), ("asks_status", asks.immigration_status))
    return tuple(
        f"{name}_{'yes' if answer else 'no'}" for name, answer in found if answer is not None
    )


def list_agency_help(guide: Guide, agency: Agency | None) -> tuple[Statement, ...]:
    """What the agency says of help in a language, but for what the guide says already."""
    if agency is None:
        return ()
    said = {_words_of(each) for each in guide.language_help}
    return tuple(each for each in agency.language_help if _words_of(each) not in said)


def _words_of(statement: Statement) -> PhraseUse | str:
    return statement.source if isinstance(statement, Text) else statement


def is_steps(section: Section[Hole]) -> bool:
    """What stands before the first heading, and what to do: before deadlines and what follows."""
    return section.key is SectionKey.DO or (section.key is None and section.heading is None)
