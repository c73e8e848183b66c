"""What an engine's caller knows of a segment beside its words."""

from __future__ import annotations

from waypost.model.text import Segment
from waypost.pipeline.shown_facts import SiteValues
from waypost.translation.machine import Context
from waypost.translation.stand_ins import Value


def find_context(
    values: SiteValues, document: str, segment: Segment, source: str, target: str
) -> Context:
    """The segment's role, and today's values of its facts in both languages.

    A parameter of a phrase has the values of several guides: the first of them is enough.
    """
    here, there = (values.show(document, segment, code) for code in (source, target))
    known = dict(there)
    return Context(
        segment.role,
        {name: Value(_first(one), _first(known[name])) for name, one in here if name in known},
    )


def _first(shown: str) -> str:
    return shown.split(" / ", maxsplit=1)[0]
