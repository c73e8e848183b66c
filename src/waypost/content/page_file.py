"""A page's file: its id, its fields, its body, and all that is found in it."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from waypost.content.body import Body
from waypost.content.file_id import read_file_id
from waypost.content.markdown_reader import read_blocks
from waypost.content.schema.errors import read_fields
from waypost.content.schema.models import Fields
from waypost.content.schema.reading import Reading, Region
from waypost.content.source import decode_source, split_front_matter
from waypost.content.yaml_reader import read_mapping
from waypost.model.block import Block, Inline
from waypost.model.finding import Finding, Place
from waypost.model.guide import Reference

F = TypeVar("F", bound=Fields)


class PageFile(msgspec.Struct, Generic[F], frozen=True):
    """What a page's file says; without fields there is no page, only findings."""

    id: str
    place: Place
    fields: F | None
    blocks: tuple[Block[Inline], ...]
    references: tuple[Reference, ...]
    findings: tuple[Finding, ...]


def read_page_file(path: str, data: bytes | str, schema: type[F], region: Region) -> PageFile[F]:
    """Both parts of the file, each read even when the other is wrong."""
    source = decode_source(path, data)
    findings = list(source.findings)
    page_id = read_file_id(path, findings)
    reading = Reading(path, region)
    fields: F | None = None
    blocks: tuple[Block[Inline], ...] = ()
    parts = split_front_matter(source, findings)
    if parts is not None:
        located = read_mapping(path, parts.fields, findings, parts.fields_line)
        if located is not None:
            fallback = {"title": page_id, "summary": page_id}
            fields = read_fields(schema, located, reading, findings, fallback)
        body = Body(path, parts.body, parts.body_line, findings, reading.references)
        blocks = read_blocks(body)
    references = tuple(sorted(dict.fromkeys(reading.references), key=lambda one: one.place))
    return PageFile(page_id, Place(path), fields, blocks, references, tuple(findings))
