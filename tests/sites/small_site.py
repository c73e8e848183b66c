"""A small town's site: every kind of page, four languages, translations in every state."""

from __future__ import annotations

from pathlib import Path

from tests.sites.reviewing import accept_documents
from tests.sites.running import DAY, lay_files
from waypost.pipeline.project import open_project
from waypost.pipeline.sync import sync_project
from waypost.pipeline.translate import EngineChoice, translate_project

SETTINGS = """\
site_name: Town of Alder
site_url: https://alder.example/
docs_dir: content
site_dir: build/site

theme:
  name: mkdocs

plugins:
  - waypost:
      source: en
      territory: US
      contact: phone.help
      interpreter: phone.help
      languages:
        en: {tier: full, main: yes}
        es: {tier: core, main: yes}
        ar: {tier: core, main: yes}
        pl: {tier: core}
        fr: {tier: card}
"""
PARKING = """\
---
title: Get a parking permit
summary: A permit lets you park on your own street.
also_known_as: [street parking]
topics: [streets]
agency: roads
facts:
  form_fee: {money: 5}
who:
  - lives_here
  - age_at_least: 18
  - text: Your car is registered in this town.
need:
  - photo_id
  - text: Proof that the car is yours
    if_missing: Ask the street desk for a letter.
cost:
  - {for: Permit, amount: fee.parking_permit}
ways:
  phone: agency
asks: {ssn: no, immigration_status: no}
related: [dog-license]
aliases: [parking]
reviewed: {on: 2026-10-01, by: street_team, next: 2027-05-01}
---

## What to do

1. Fill in the form. Pay the fee of {fee.parking_permit}.
2. Call {phone.desk} if you have a question.

Keep the receipt in your car. The form costs {form_fee}.

## If you are refused

You can ask for a hearing. The letter says how.

## More

Do you have a dog too? [Get a dog license](dog-license).
"""
DOG = """\
---
title: Get a dog license
summary: Every dog in town needs a license each year.
topics: [family, streets]
agency: roads
risk: low
who: [lives_here]
need: [photo_id]
cost:
  - {for: License, amount: fee.dog_license}
ways:
  phone: agency
time: {duration: 10 days}
related: [parking-permit]
reviewed: {on: 2026-10-01, by: street_team, next: 2027-05-01}
---

## What to do

Bring the paper from the vet. Pay {fee.dog_license} at the desk.

We answer within {time.reply}.

## After you apply

The tag comes by mail. See [the rules for parking](parking-permit#what-to-do) too.
"""
SHELTER = """\
---
title: Find a safe place tonight
summary: Get a bed, food and someone to talk to.
topics: [family]
agency: roads
risk: critical
sensitive: true
who: [lives_here]
need: [photo_id]
cost: [{amount: free}]
ways:
  phone: agency
reviewed: {on: 2026-10-01, by: street_team, next: 2027-05-01}
---

## What to do

Call {phone.desk}. You need not give your name.

## More

We keep what you tell us to ourselves.
"""
CONTENT: dict[str, str] = {
    "mkdocs.yml": SETTINGS,
    "content/facts.yml": """\
phone.help:
  name: Town help line
  phone: 505-555-0142
  interpreter: {key: 2, say: "Interpreter, please"}
phone.desk: {phone: 505-555-0143, name: Street desk}
email.desk: {email: streets@town.example}
fee.parking_permit: {money: 35, until: 2027-06-30, then: 38}
fee.dog_license: {money: 12}
address.hall: {address: [Town Hall, 1 Main Street]}
time.reply: {duration: 10 days}
""",
    "content/phrases.yml": """\
free_bus_ticket:
  text: Ask us for a free bus ticket if you cannot pay for the ride.
  risk: low
  group: place
""",
    "content/topics.yml": """\
family:
  name: Home and family
streets:
  name: Roads and parking
  summary: Cars, signs and streets.
""",
    "content/agencies/roads.yml": """\
name: Street Department
summary: Roads, signs and parking.
phone: phone.desk
email: email.desk
address: address.hall
teams: {street_team: Street team}
review_months: 6
""",
    "content/offices/hall.yml": """\
name: Town Hall
agency: roads
address: address.hall
hours: {mon-fri: "8:00-12:00, 13:00-17:00"}
holidays:
  - {on: 2026-12-25, name: Christmas Day}
notes:
  - The side door is closed in winter.
""",
    "content/alerts/closing.yml": """\
message:
  all_offices_closed_between: {first: 2026-12-24, last: 2027-01-01}
more: The help line stays open.
start: 2026-11-10
end: 2027-01-01
""",
    "content/guides/parking-permit.md": PARKING,
    "content/guides/dog-license.md": DOG,
    "content/guides/safe-place.md": SHELTER,
    "content/journeys/moving-here.md": """\
---
title: Moving here
summary: What to do in your first weeks.
topics: [family]
steps:
  - title: Park your car
    kind: required
    when: In the first week
    tasks:
      - {guide: parking-permit, note: Do not wait for your new plates.}
  - title: Bring your pets
    kind: optional
    tasks:
      - dog-license
aliases: [new-here]
---

Welcome. Call {phone.help} if you are lost.
""",
    "content/pages/about.md": """\
---
title: About this site
---

## Who writes it

The town does. Read [how to move here](moving-here).
""",
    "translations/reviewers.yml": """\
- handle: ana
  name: Ana Ortiz
  languages: [es, ar, pl]
""",
}


def lay_small_site(root: Path) -> None:
    """The site's files, drafted by the pseudo engine; in Spanish and Arabic some are reviewed."""
    lay_files(root, CONTENT)
    project = open_project(root, DAY)
    sync_project(project, (), dry_run=False)
    translate_project(project, ("es", "ar"), EngineChoice("pseudo", root), dry_run=False)
    for language in ("es", "ar"):
        accept_documents(
            project, language, ["phrases", "guides/dog-license"], addresses=(), handle="ana"
        )
