"""Files of entries by id: facts, phrases, topics → `Fact`, `Phrase`, `Topic`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from waypost.content.located import Located, LocatedMap, LocatedText
from waypost.content.parsed import Parsed, found, parsed
from waypost.content.schema.errors import read_fields
from waypost.content.schema.facts import read_fact
from waypost.content.schema.fields import ID
from waypost.content.schema.phrases import PhraseFields
from waypost.content.schema.places import TopicFields
from waypost.content.schema.reading import (
    DEFAULT_REGION,
    FieldError,
    Reading,
    Region,
    expect_map,
    explain,
    named,
)
from waypost.content.schema.statements import PHRASE_ID
from waypost.content.schema_codes import BAD_MARKUP, BAD_NAME
from waypost.content.source import decode_source
from waypost.content.yaml_reader import read_mapping
from waypost.model.fact import Fact
from waypost.model.finding import Finding, Place
from waypost.model.phrase import Phrase
from waypost.model.place import Topic


def parse_facts(
    path: str, data: bytes | str, region: Region = DEFAULT_REGION
) -> Parsed[Mapping[str, Fact]]:
    """The facts of a file by their ids; a wrong one is left out, and is a finding."""
    findings: list[Finding] = []
    facts: dict[str, Fact] = {}
    for name, value in _entries(path, data, findings):
        reading = Reading(path, region)
        try:
            facts[str(name)] = read_fact(name, value, reading)
        except FieldError as error:
            findings += explain(path, error)
        findings += (
            found(BAD_MARKUP, one.place, "a fact can't stand in the words of a fact")
            for one in reading.references
        )
    return parsed(facts, findings)


def parse_phrases(path: str, data: bytes | str) -> Parsed[Mapping[str, Phrase]]:
    """The phrases of a file by their ids; a wrong one is left out, and is a finding."""
    findings: list[Finding] = []
    phrases: dict[str, Phrase] = {}
    for name, value in _entries(path, data, findings):
        group = _group(path, value, findings)
        if group is None or not _has_id_form(PHRASE_ID.fullmatch(name), path, name, findings):
            continue
        mistakes: list[Finding] = []
        fields = read_fields(PhraseFields, group, Reading(path), mistakes)
        findings += mistakes
        if fields is not None and not mistakes:
            place = Place(path, name.line, name.column)
            phrases[str(name)] = Phrase(
                str(name), fields.text, fields.params, fields.risk, place, fields.group
            )
    return parsed(phrases, findings)


def parse_topics(path: str, data: bytes | str) -> Parsed[Mapping[str, Topic]]:
    """The topics of a file by their ids, in its order."""
    findings: list[Finding] = []
    topics: dict[str, Topic] = {}
    for name, value in _entries(path, data, findings):
        group = _group(path, value, findings)
        if group is None or not _has_id_form(ID.fullmatch(name), path, name, findings):
            continue
        reading = Reading(path)
        fields = read_fields(TopicFields, group, reading, findings)
        findings += (
            found(BAD_MARKUP, one.place, "a fact can't stand in the words of a topic")
            for one in reading.references
        )
        if fields is not None:
            place = Place(path, name.line, name.column)
            topics[str(name)] = Topic(str(name), place, fields.name, fields.summary)
    return parsed(topics, findings)


def _entries(
    path: str, data: bytes | str, findings: list[Finding]
) -> Iterator[tuple[LocatedText, Located]]:
    source = decode_source(path, data)
    findings += source.findings
    if all(not line.strip() or line.lstrip().startswith("#") for line in source.text.split("\n")):
        return
    entries = read_mapping(path, source.text, findings)
    for key, value in (entries or {}).items():
        yield named(entries or LocatedMap((1, 1), ""), key), value


def _group(path: str, value: Located, findings: list[Finding]) -> LocatedMap | None:
    try:
        return expect_map(value, "a group of fields")
    except FieldError as error:
        findings += explain(path, error)
        return None


def _has_id_form(match: object, path: str, name: LocatedText, findings: list[Finding]) -> bool:
    if match is None:
        place = Place(path, name.line, name.column)
        findings.append(found(BAD_NAME, place, f"“{name}” can't be an id"))
    return match is not None
