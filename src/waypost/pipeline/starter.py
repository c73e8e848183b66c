"""First files of a site and of a guide: whole and valid, to be changed by their author.

Touches the disk: writes them where nothing stands yet.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from waypost.config.settings import SETTINGS_FILE, Settings
from waypost.files.atomic import save_text
from waypost.files.inside import require_inside
from waypost.model.content import Shared
from waypost.model.finding import Failure

_SETTINGS = """site_name: {name}
site_url: https://county.example/
docs_dir: content
site_dir: build/site

plugins:
  - waypost:
      source: en
      territory: US
      contact: phone.help
      interpreter: phone.help
      languages:
        en: {{tier: full, main: yes}}
        # core until somebody has reviewed the notes and the sentences about interpreters; then full
        es: {{tier: core, main: yes}}
"""

_FACTS = """# Values live here once and are used in text as {fee.permit}.
phone.help:
  phone: 505-555-0142
  interpreter: {key: 2, say: "Spanish, please"}
fee.permit: {money: 25}
"""

_TOPICS = """streets:
  name: Home and street
"""

_AGENCY = """name: Town office
summary: Permits, bills and questions.
phone: phone.help
"""

_GUIDE = """---
title: {title}
summary: {summary}
topics: [{topic}]
agency: {agency}
who:
  - lives_here
need:
  - photo_id
cost:
  - {{amount: free}}
ways:
  phone: agency
---

## What to do

1. Call {{phone.help}}.
2. Say what you need.

## After you apply

{after}
"""

_SEARCH = """# The words that people type. In other languages: translations/es/search.yml and so on.
keywords:
  # the id of a page: what people type when they want it
  street-permit: [block party, close my street]
synonyms:
  # what people type => what your pages say. Where each stands for the other: block party = fiesta
  - licence, license => permit
# best_bets:
#   "311": town_office
"""

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


def save_starter_site(folder: Path, name: str) -> tuple[Path, ...]:
    """The files written into `folder`, which must not hold a site yet."""
    if (folder / SETTINGS_FILE).exists():
        raise Failure(
            f"{folder / SETTINGS_FILE} exists already.", "Choose another folder for a new site."
        )
    files: Mapping[str, str] = {
        SETTINGS_FILE: _SETTINGS.format(name=json.dumps(name, ensure_ascii=False)),
        "content/facts.yml": _FACTS,
        "content/topics.yml": _TOPICS,
        "content/agencies/town_office.yml": _AGENCY,
        "content/guides/street-permit.md": _GUIDE.format(
            title="Get a street permit",
            summary="A permit lets you close your street for a party.",
            topic="streets",
            agency="town_office",
            after="We call you and say which day you can have.",
        ),
        "translations/en/search.yml": _SEARCH,
        ".gitignore": "build/\n",
    }
    for path, text in files.items():
        if not (folder / path).exists():
            save_text(folder / path, text)
    return tuple(folder / path for path in files)


def save_starter_guide(root: Path, guide_id: str, title: str) -> Path:
    """The file written; it names the site's first agency and topic."""
    from waypost.content.rules.placeholders import SAY_WHAT, SAY_WHEN
    from waypost.content.shared import load_shared
    from waypost.pipeline.project import read_settings

    if not _ID.fullmatch(guide_id):
        raise Failure(
            f"“{guide_id}” can't be the id of a guide.",
            "Use lower-case letters a–z, digits and hyphens: dog-license",
        )
    settings, _ = read_settings(root)
    content = root / settings.content
    path = content / "guides" / f"{guide_id}.md"
    require_inside(root, settings.content, f"guides/{guide_id}.md")
    if path.exists():
        raise Failure(f"{path} exists already.", "Open it, or choose another id.")
    shared = load_shared(content, root).value
    taken = _find_owner(guide_id, settings, shared)
    if taken:
        raise Failure(
            f"“{guide_id}” can't be the id of a guide: {taken}.",
            f"Choose another id, such as {guide_id}-guide.",
        )
    agency = next(iter(shared.agencies), "") if shared else ""
    topic = next(iter(shared.topics), "") if shared else ""
    words = title or guide_id.replace("-", " ").replace("_", " ").capitalize()
    phone = shared.agencies[agency].phone if shared and agency else ""
    text = _GUIDE.format(
        title=json.dumps(words, ensure_ascii=False),
        summary=SAY_WHAT,
        topic=topic,
        agency=agency,
        after=SAY_WHEN,
    )
    if not agency:
        text = text.replace("agency: \n", "").replace("ways:\n  phone: agency\n", "")
    if not topic:
        text = text.replace("topics: []\n", "")
    save_text(path, text.replace("{phone.help}", f"{{{phone}}}" if phone else "the office"))
    return path


def _find_owner(guide_id: str, settings: Settings, shared: Shared | None) -> str:
    """Why no new page may have the id; "" where it is free."""
    from waypost.content.checks import Addressed
    from waypost.content.file_id import RESERVED
    from waypost.content.schema.reading import Region
    from waypost.content.shared import list_prose
    from waypost.pipeline.documents import parse_prose

    if guide_id in RESERVED:
        return "it is an address of Waypost"
    if guide_id in {one.language.code.lower() for one in settings.languages}:
        return "it is the code of a language"
    shared = shared or Shared({}, {}, {}, {}, {}, {})
    region = Region(settings.territory, settings.currency)
    for file in list_prose(settings.root / settings.content, settings.root):
        page = parse_prose(file, (settings.root / file.path).read_bytes(), region, shared).value
        if Path(file.path).stem == guide_id or (page is not None and guide_id in page.aliases):
            return f"it is an address of {file.path}"
    for places in (shared.agencies, shared.offices, shared.topics):
        if guide_id in places:
            return f"it is an address of {places[guide_id].place.path}"
    addressed: tuple[Addressed, ...] = (*shared.agencies.values(), *shared.offices.values())
    for place in addressed:
        if guide_id in place.aliases:
            return f"it is an address of {place.place.path}"
    return ""
