"""A site with every kind of broken input at once, and what is to be found of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import polib

from tests.sites.running import lay_files

_HEAD = "title: {title}\nsummary: A page with one mistake.\n"
_ASKED = (
    "topics: [family]\nagency: roads\nwho: [lives_here]\nneed: [photo_id]\n"
    "cost: [{amount: free}]\nways: {phone: agency}\n"
    "reviewed: {on: 2026-10-01, by: street_team, next: 2027-05-01}\n"
)


@dataclass(frozen=True, slots=True)
class Broken:
    """One mistake: its file, and the finding that must tell of it."""

    kind: str
    path: str
    content: str | bytes
    code: str
    says: str
    """A part of the message."""
    line: int


def _guide(name: str, fields: str = "", body: str = "## What to do\n\nAsk us.\n") -> str:
    given = {line.partition(":")[0] for line in fields.splitlines()}
    asked = "".join(
        f"{line}\n" for line in _ASKED.splitlines() if line.partition(":")[0] not in given
    )
    return f"---\n{_HEAD.format(title=name.capitalize())}{fields}{asked}---\n\n{body}"


def _in_guide(
    name: str, code: str, says: str, line: int, *, fields: str = "", body: str = ""
) -> Broken:
    text = _guide(name, fields, body) if body else _guide(name, fields)
    return Broken(name, f"content/guides/{name}.md", text, code, says, line)


_CONTENT = (
    Broken("bad YAML", "content/guides/bad-yaml.md", "---\ntitle: [a\n---\n\nText.\n", "", "", 2),
    _in_guide("duplicate-key", "", "", 4, fields="title: Again\n"),
    _in_guide("unknown-field", "", "", 4, fields="prise: 3\n"),
    _in_guide("missing-agency", "", "", 4, fields="agency: nobody\n"),
    _in_guide("missing-topic", "", "", 4, fields="topics: [nothing]\n"),
    _in_guide("missing-phrase", "", "", 4, fields="who: [no_such_phrase]\n"),
    _in_guide("bad-date", "", "", 4, fields="reviewed: {on: 2026-02-31, by: street_team}\n"),
    _in_guide("script", "", "", 16, body="## What to do\n\n<script>alert(1)</script>\n"),
    _in_guide("html", "", "", 16, body="## What to do\n\nSome <b>bold</b> words.\n"),
    _in_guide("script-link", "", "", 16, body="## What to do\n\n[Press](javascript:alert(1)) it.\n"),
    _in_guide("nowhere", "", "", 16, body="## What to do\n\nRead [the rules](no-such-page).\n"),
    _in_guide("no-anchor", "", "", 16, body="## What to do\n\nRead [the rules](about#no).\n"),
    _in_guide("phone", "", "", 16, body="## What to do\n\nCall 505-555-0143 now.\n"),
    _in_guide("fee", "", "", 16, body="## What to do\n\nPay $35 at the desk.\n"),
    _in_guide("unknown-fact", "", "", 16, body="## What to do\n\nPay {fee.nothing} now.\n"),
    _in_guide("brace", "", "", 4, fields="time: {time.reply}\n"),
    _in_guide("first-heading", "", "", 14, body="# A title\n\nText.\n"),
    _in_guide("arguments", "", "", 4, fields="who: [{age_at_least: many}]\n"),
    _in_guide("no-argument", "", "", 4, fields="who: [age_at_least]\n"),
    _in_guide("image", "", "", 16, body="## What to do\n\n![](map.png)\n"),
    _in_guide("shouting", "", "", 16, body="## What to do\n\nYOU MUST COME NOW TO THE DESK.\n"),
    _in_guide("here", "", "", 16, body="## What to do\n\nRead more [here](about).\n"),
    _in_guide("past", "", "", 4, fields="reviewed: {on: 2025-01-01, by: street_team, next: 2026-01-01}\n"),
    _in_guide("nobody", "", "", 1, fields="agency: silent\nways: {online: {url: 'https://a.example/'}}\n"),
    Broken("an empty file", "content/guides/empty.md", "", "", "", 1),
    Broken("no front matter", "content/guides/bare.md", "Just text.\n", "", "", 1),
    Broken("an open front matter", "content/guides/open.md", "---\ntitle: Open\n", "", "", 1),
    Broken("tabs", "content/offices/tabs.yml", "name: Tabs\n\tagency: roads\n", "", "", 2),
    Broken(
        "control characters",
        "content/guides/control.md",
        _guide("control", body="## What to do\n\nAsk \x07 us.\n"),
        "",
        "",
        16,
    ),
    Broken(
        "another encoding",
        "content/pages/latin.md",
        "---\ntitle: Café\n---\n\nText.\n".encode("latin-1"),
        "",
        "",
        2,
    ),
    Broken("the same id twice", "content/pages/dog-license.md", "---\ntitle: Dogs\n---\n\nText.\n", "", "", 1),
    Broken("a reserved id", "content/pages/search.md", "---\ntitle: Search\n---\n\nText.\n", "", "", 1),
    Broken("a language's code", "content/pages/es.md", "---\ntitle: Spanish\n---\n\nText.\n", "", "", 1),
    Broken("an id with a space", "content/pages/My page.md", "---\ntitle: Mine\n---\n\nText.\n", "", "", 1),
    Broken(
        "an agency without contact",
        "content/agencies/silent.yml",
        "name: Silent Office\nsummary: Nobody answers.\nphone: phone.nothing\n",
        "",
        "",
        3,
    ),
    Broken(
        "facts of the wrong kind",
        "content/alerts/odd.yml",
        "message: {all_offices_closed_between: {first: soon, last: 2027-01-01}}\nstart: never\nend: 2027-01-01\n",
        "",
        "",
        1,
    ),
)


def broken_files() -> dict[str, str | bytes]:
    return {each.path: each.content for each in _CONTENT}
