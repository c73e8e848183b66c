"""What a page says that other pages show: its title, where it leads, its dates."""

from __future__ import annotations

from datetime import date

from waypost.model.content import Prose, Shared
from waypost.model.crisis import is_crisis_guide, phrases_of
from waypost.model.due import DueDate, find_due_dates
from waypost.model.guide import Guide
from waypost.model.journey import Journey
from waypost.model.place import choose_offices
from waypost.model.site import PageKind
from waypost.model.text import Risk
from waypost.site.surroundings import PageRef


def page_id_of(path: str) -> str:
    """The id of the page in a file: its name without folder and ending."""
    return path.rpartition("/")[2].rpartition(".")[0]


def mention_page(kind: PageKind, prose: Prose | None, shared: Shared) -> PageRef | None:
    """The page as others mention it; None where it couldn't be read."""
    if prose is None:
        return None
    topics: tuple[str, ...] = ()
    reach: tuple[str, ...] = ()
    risk = max(Risk.STANDARD, prose.risk) if isinstance(prose, Guide) else Risk.STANDARD
    if isinstance(prose, Guide):
        topics, reach = prose.topics, (prose.agency, *_list_doors(prose, shared))
    elif isinstance(prose, Journey):
        named = (task.guide for step in prose.steps for task in step.tasks)
        topics, reach = prose.topics, tuple(dict.fromkeys(guide for guide in named if guide))
    document = f"{kind.value}s/{prose.id}"
    title, summary = prose.title, prose.summary
    sensitive = isinstance(prose, Guide) and prose.sensitive
    return PageRef(prose.id, kind, document, title, summary, topics, reach, risk, sensitive)


def _list_doors(guide: Guide, shared: Shared) -> tuple[str, ...]:
    """The ids of the offices in which one can use the service."""
    way = guide.ways.in_person
    if way is None:
        return ()
    return tuple(each.id for each in choose_offices(way.offices, guide.agency, shared.offices))


def list_leads(prose: Prose | None) -> tuple[str, ...]:
    """The pages that a guide or a journey names, but for itself."""
    named: tuple[str, ...] = ()
    if isinstance(prose, Guide):
        named = (*prose.related, *prose.requires)
    elif isinstance(prose, Journey):
        named = (*(task.guide for step in prose.steps for task in step.tasks), *prose.related)
    return tuple(dict.fromkeys(name for name in named if name and prose and name != prose.id))


def list_due_dates(prose: Prose | None, shared: Shared, day: date) -> tuple[DueDate, ...]:
    """The dates of a guide's deadlines, from the day on."""
    if not isinstance(prose, Guide):
        return ()
    return find_due_dates(prose, shared.facts, shared.phrases, day)


def list_crisis_phrases(prose: Prose | None) -> tuple[str, ...]:
    """The phrases of a crisis guide."""
    return phrases_of(prose) if isinstance(prose, Guide) and is_crisis_guide(prose) else ()
