"""Journeys and plain pages: front matter and body → `Journey`, `PlainPage`."""

from __future__ import annotations

from waypost.content.page_file import read_page_file
from waypost.content.parsed import Parsed, parsed
from waypost.content.schema.pages import JourneyFields, PageFields
from waypost.content.schema.reading import DEFAULT_REGION, Region
from waypost.model.journey import Journey, Step
from waypost.model.place import PlainPage


def parse_journey(path: str, data: bytes | str, region: Region = DEFAULT_REGION) -> Parsed[Journey]:
    """The journey that the file at `path` says."""
    file = read_page_file(path, data, JourneyFields, region)
    fields = file.fields
    if fields is None:
        return parsed(None, file.findings)
    steps = tuple(
        Step(step.title, step.kind, step.join, step.tasks, step.when) for step in fields.steps
    )
    journey = Journey(
        file.id,
        file.place,
        fields.title,
        fields.summary,
        fields.topics,
        steps,
        fields.related,
        fields.aliases,
        file.blocks,
        file.references,
    )
    return parsed(journey, file.findings)


def parse_page(path: str, data: bytes | str, region: Region = DEFAULT_REGION) -> Parsed[PlainPage]:
    """The plain page that the file at `path` says."""
    file = read_page_file(path, data, PageFields, region)
    fields = file.fields
    if fields is None:
        return parsed(None, file.findings)
    page = PlainPage(
        file.id,
        file.place,
        fields.title,
        fields.summary,
        fields.aliases,
        file.blocks,
        file.references,
    )
    return parsed(page, file.findings)
