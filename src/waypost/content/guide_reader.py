"""Guides: front matter and body → `Guide`."""

from __future__ import annotations

from waypost.content.page_file import read_page_file
from waypost.content.parsed import Parsed, parsed
from waypost.content.schema.guide import FormFields, GuideFields, WaysFields
from waypost.content.schema.reading import DEFAULT_REGION, Region
from waypost.content.sections import divide
from waypost.model.guide import (
    Asks,
    ByMail,
    ByPhone,
    Cost,
    Deadline,
    Form,
    Guide,
    InPerson,
    Online,
    Review,
    Ways,
)


def parse_guide(path: str, data: bytes | str, region: Region = DEFAULT_REGION) -> Parsed[Guide]:
    """The guide that the file at `path` (relative to the site's root) says."""
    file = read_page_file(path, data, GuideFields, region)
    fields = file.fields
    if fields is None:
        return parsed(None, file.findings)
    asks, reviewed = fields.asks, fields.reviewed
    guide = Guide(
        id=file.id,
        place=file.place,
        title=fields.title,
        summary=fields.summary,
        risk=fields.risk,
        also_known_as=fields.also_known_as,
        topics=fields.topics,
        life_events=fields.life_events,
        agency=fields.agency,
        facts=fields.facts,
        who=fields.who,
        automatic=fields.automatic,
        need=fields.need,
        cost=tuple(Cost(cost.purpose, cost.amount, cost.waiver) for cost in fields.cost),
        ways=_to_ways(fields.ways),
        asks=Asks(asks.ssn, asks.immigration_status, asks.who_sees) if asks else None,
        on_behalf=fields.on_behalf,
        deadlines=tuple(Deadline(one.by, one.grace, one.if_missed) for one in fields.deadlines),
        time=fields.time,
        status=fields.status,
        status_reason=fields.status_reason,
        forms=to_forms(fields.forms),
        language_help=fields.language_help,
        related=fields.related,
        requires=fields.requires,
        area=fields.area,
        legal=fields.legal,
        aliases=fields.aliases,
        sensitive=fields.sensitive,
        audio=fields.audio,
        sign_language=fields.sign_language,
        reviewed=Review(reviewed.on, reviewed.by, reviewed.checked, reviewed.next)
        if reviewed
        else None,
        body=divide(file.blocks),
        references=file.references,
    )
    return parsed(guide, file.findings)


def to_forms(fields: tuple[FormFields, ...]) -> tuple[Form, ...]:
    """The forms as values."""
    return tuple(Form(form.id, form.name, form.files) for form in fields)


def _to_ways(fields: WaysFields) -> Ways:
    online, in_person, mail, phone = fields.online, fields.in_person, fields.mail, fields.phone
    return Ways(
        Online(online.url, online.completes, online.account, online.languages) if online else None,
        InPerson(in_person.offices, in_person.appointment, in_person.completes)
        if in_person
        else None,
        ByMail(mail.form, mail.address, mail.completes) if mail else None,
        ByPhone(phone.number, phone.completes) if phone else None,
    )
