"""Agencies, offices and alerts: one file each → `Agency`, `Office`, `Alert`."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from waypost.content.file_id import read_file_id
from waypost.content.guide_reader import to_forms
from waypost.content.located import LocatedMap, find_located
from waypost.content.parsed import Parsed, found, parsed
from waypost.content.schema.errors import read_fields
from waypost.content.schema.models import Fields
from waypost.content.schema.places import AgencyFields, AlertFields, ClosureFields, OfficeFields
from waypost.content.schema.reading import DEFAULT_REGION, Reading, Region
from waypost.content.schema_codes import BAD_ORDER
from waypost.content.source import decode_source
from waypost.content.yaml_reader import read_mapping
from waypost.model.finding import Finding, Place
from waypost.model.guide import Reference
from waypost.model.place import Agency, Alert, Closure, Holiday, Office, ServiceHours

F = TypeVar("F", bound=Fields)


class _File(msgspec.Struct, Generic[F], frozen=True):
    id: str
    place: Place
    fields: F | None
    data: LocatedMap
    references: tuple[Reference, ...]
    findings: list[Finding]


def _read(path: str, data: bytes | str, schema: type[F], region: Region) -> _File[F]:
    source = decode_source(path, data)
    findings = list(source.findings)
    file_id = read_file_id(path, findings)
    reading = Reading(path, region)
    located = read_mapping(path, source.text, findings)
    fields = None
    if located is not None:
        shown = ("name", "summary")
        fallback: dict[str, str] = {one: file_id for one in shown if one in schema.model_fields}
        fields = read_fields(schema, located, reading, findings, fallback)
    read_data = LocatedMap((1, 1), "") if located is None else located
    references = tuple(sorted(dict.fromkeys(reading.references), key=lambda one: one.place))
    return _File(file_id, Place(path), fields, read_data, references, findings)


def parse_agency(path: str, data: bytes | str, region: Region = DEFAULT_REGION) -> Parsed[Agency]:
    """The agency that the file at `path` says."""
    file = _read(path, data, AgencyFields, region)
    fields = file.fields
    if fields is None:
        return parsed(None, file.findings)
    agency = Agency(
        id=file.id,
        place=file.place,
        name=fields.name,
        summary=fields.summary,
        phone=fields.phone,
        email=fields.email,
        url=fields.url,
        address=fields.address,
        language_help=fields.language_help,
        forms=to_forms(fields.forms),
        teams=fields.teams,
        review_months=fields.review_months,
        aliases=fields.aliases,
        references=file.references,
    )
    return parsed(agency, file.findings)


def parse_office(path: str, data: bytes | str, region: Region = DEFAULT_REGION) -> Parsed[Office]:
    """The office that the file at `path` says."""
    file = _read(path, data, OfficeFields, region)
    fields = file.fields
    if fields is None:
        return parsed(None, file.findings)
    office = Office(
        id=file.id,
        place=file.place,
        name=fields.name,
        agency=fields.agency,
        address=fields.address,
        phone=fields.phone,
        hours=fields.hours,
        services=tuple(ServiceHours(one.name, one.hours) for one in fields.services),
        holidays=tuple(Holiday(one.on, one.name) for one in fields.holidays),
        closures=tuple(
            _to_closure(one, file, number) for number, one in enumerate(fields.closures, 1)
        ),
        accessibility=fields.accessibility,
        languages=fields.languages,
        transit=fields.transit,
        notes=fields.notes,
        aliases=fields.aliases,
        references=file.references,
    )
    return parsed(office, file.findings)


def _to_closure(fields: ClosureFields, file: _File[OfficeFields], number: int) -> Closure:
    last = fields.last or fields.first
    if last < fields.first:
        at = find_located(file.data, f"closures/{number}/last") or file.data
        place = Place(file.place.path, at.line, at.column)
        message = f"a closure ends on {last}, before it begins on {fields.first}"
        file.findings.append(found(BAD_ORDER, place, message))
    return Closure(fields.first, last, fields.reason)


def parse_alert(path: str, data: bytes | str, region: Region = DEFAULT_REGION) -> Parsed[Alert]:
    """The alert that the file at `path` says."""
    file = _read(path, data, AlertFields, region)
    fields = file.fields
    if fields is None:
        return parsed(None, file.findings)
    if fields.start is not None and fields.end < fields.start:
        place = Place(path, *file.data.keys_at.get("end", (1, 1)))
        message = f"the alert ends on {fields.end}, before it begins on {fields.start}"
        file.findings.append(found(BAD_ORDER, place, message))
    alert = Alert(
        file.id,
        file.place,
        fields.message,
        fields.more,
        fields.start,
        fields.end,
        fields.guides,
        fields.link,
        file.references,
    )
    return parsed(alert, file.findings)
