"""Days by which something is due, as a list of them shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from waypost.model.fact import Day, Duration, Fact, FactValue, YearlyDay
from waypost.model.guide import Deadline, Guide, ServiceStatus
from waypost.model.literal import parse_argument
from waypost.model.phrase import Argument, ParameterType, Phrase, PhraseUse
from waypost.model.text import Text


class DueDate(msgspec.Struct, frozen=True):
    """A day by which something of a guide is due."""

    on: date
    name: Text | None
    """What the date is called, where a fact has a name: "First half of property tax"."""
    is_own: bool
    """Whether the name is a text of the guide, not one of the shared facts."""
    grace: Duration | None
    if_missed: Text | None
    """A text of the guide, and a critical one."""

    @property
    def own_name(self) -> Text | None:
        """The name, where it is a text of the guide."""
        return self.name if self.is_own else None


def find_due_dates(
    guide: Guide, shared: Mapping[str, Fact], phrases: Mapping[str, Phrase], day: date
) -> tuple[DueDate, ...]:
    """The guide's deadlines that have a date and are not over on `day`; of each year, the next."""
    if guide.status is ServiceStatus.CLOSED:
        return ()
    own = {fact.id: fact for fact in guide.facts}
    facts = {**shared, **own}
    found: list[DueDate] = []
    for deadline in guide.deadlines:
        on = _find_date(deadline, facts, phrases, day)
        if on is None or on < day:
            continue
        fact = facts.get(deadline.by) if isinstance(deadline.by, str) else None
        grace = facts[deadline.grace].on(day) if deadline.grace in facts else None
        found.append(
            DueDate(
                on,
                fact.name if fact else None,
                fact is not None and fact.id in own,
                grace if isinstance(grace, Duration) else None,
                deadline.if_missed,
            )
        )
    return tuple(found)


def _find_date(
    deadline: Deadline, facts: Mapping[str, Fact], phrases: Mapping[str, Phrase], day: date
) -> date | None:
    by = deadline.by
    if isinstance(by, date):
        return by
    if isinstance(by, str):
        fact = facts.get(by)
        return _date_of(fact.on(day), day) if fact else None
    if isinstance(by, PhraseUse):
        # Of "from … to …", what is due is due by the end.
        return max(_dates_of(by, facts, phrases, day), default=None)
    return None


def _dates_of(
    use: PhraseUse, facts: Mapping[str, Fact], phrases: Mapping[str, Phrase], day: date
) -> Iterator[date]:
    phrase = phrases.get(use.phrase)
    if phrase is None:
        return
    dated = {each.name for each in phrase.parameters if each.type is ParameterType.DATE}
    for argument in phrase.bind(use).arguments:
        if argument.name in dated:
            value = _value_of(argument, facts, day)
            found = _date_of(value, day) if value is not None else None
            if found is not None:
                yield found


def _value_of(argument: Argument, facts: Mapping[str, Fact], day: date) -> FactValue | None:
    if argument.is_fact:
        fact = facts.get(argument.value)
        return fact.on(day) if fact else None
    try:
        return parse_argument(argument.value, ParameterType.DATE, "")
    except ValueError:
        return None


def _date_of(value: FactValue, day: date) -> date | None:
    """The date that a value says: a day of every year is the next one from `day` on."""
    if isinstance(value, Day):
        return value.value
    if isinstance(value, YearlyDay):
        this, following = (_in_year(value, day.year + more) for more in (0, 1))
        return this if this >= day else following
    return None


def _in_year(value: YearlyDay, year: int) -> date:
    """The day in the year: a 29 February is the last of February in the others."""
    try:
        return date(year, value.month, value.day)
    except ValueError:
        return date(year, value.month, value.day - 1)
