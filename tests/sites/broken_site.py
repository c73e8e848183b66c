"""A site with every kind of broken input at once, and what is to be found of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.sites.running import find_segment, lay_files
from tests.sites.small_site import CONTENT

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
    place: str
    """`line:column`."""
    code: str


def _guide(name: str, fields: str = "", body: str = "Ask us.\n") -> str:
    given = {line.partition(":")[0] for line in fields.splitlines()}
    asked = "".join(
        f"{line}\n" for line in _ASKED.splitlines() if line.partition(":")[0] not in given
    )
    return (
        f"---\ntitle: {name.capitalize()}\nsummary: A page with one mistake.\n{fields}{asked}---\n"
        f"\n## What to do\n\n{body}"
    )


def _page(name: str) -> str:
    return f"---\ntitle: {name}\n---\n\nSome words.\n"


def _in_field(name: str, fields: str, place: str, code: str) -> Broken:
    return Broken(name, f"content/guides/{name}.md", _guide(name, fields), place, code)


def _in_body(name: str, body: str, place: str, code: str) -> Broken:
    return Broken(name, f"content/guides/{name}.md", _guide(name, body=body), place, code)


def _file(kind: str, path: str, content: str | bytes, place: str, code: str) -> Broken:
    return Broken(kind, path, content, place, code)


CONTENT_MISTAKES = (
    _file("bad YAML", "content/guides/bad-yaml.md", "---\ntitle: [a\n---\n", "2:8", "C003"),
    _in_field("duplicate-key", "title: Again\n", "4:1", "C005"),
    _in_field("unknown-field", "prise: 3\n", "4:1", "C050"),
    _in_field("missing-agency", "agency: nobody\n", "4:9", "C020"),
    _in_field("missing-topic", "topics: [nothing]\n", "4:10", "C020"),
    _in_field("missing-phrase", "who: [no_such_phrase]\n", "4:7", "C020"),
    _in_field("bad-date", "reviewed: {on: 2026-02-31, by: street_team}\n", "4:16", "C055"),
    _in_field("unquoted-brace", "time: {time.reply}\n", "4:7", "C006"),
    _in_field("wrong-argument", "who: [{age_at_least: many}]\n", "4:22", "C020"),
    _in_field("no-argument", "who: [age_at_least]\n", "4:7", "C037"),
    _in_field(
        "past-date",
        "reviewed: {on: 2025-01-01, by: street_team, next: 2026-01-01}\n",
        "4:11",
        "C031",
    ),
    _in_field("only-online", "ways: {online: {url: 'https://a.example/'}}\n", "1:1", "C024"),
    _in_body("script", "<script>alert(1)</script>\n", "15:1", "C070"),
    _in_body("html", "Some <b>bold</b> words.\n", "15:6", "C070"),
    _in_body("script-link", "[Press](javascript:alert(1)) it.\n", "15:9", "C080"),
    _in_body("nowhere", "Read [the rules](no-such-page).\n", "15:17", "C020"),
    _in_body("no-anchor", "Read [the rules](about#no).\n", "15:23", "C032"),
    _in_body("phone", "Call 505-555-0143 now.\n", "15:6", "C021"),
    _in_body("fee", "Pay $35 at the desk.\n", "15:5", "C021"),
    _in_body("unknown-fact", "Pay {fee.nothing} now.\n", "15:5", "C020"),
    _in_body("first-heading", "# A title\n\nText.\n", "15:1", "C071"),
    _in_body("image-words", "![](map.png)\n", "15:1", "C026"),
    _in_body("image-file", "![A map](map.png)\n", "15:9", "C032"),
    _in_body("shouting", "YOU MUST COME NOW TO THE DESK.\n", "15:1", "C028"),
    _in_body("here", "Read more [here](about).\n", "15:11", "C025"),
    _in_body("control", "Ask \x07 us.\n", "15:5", "C002"),
    _file("an empty file", "content/guides/empty.md", "", "1:1", "C012"),
    _file("no front matter", "content/guides/bare.md", "Just text.\n", "1:1", "C010"),
    _file("open front matter", "content/guides/open.md", "---\ntitle: Open\n", "1:1", "C011"),
    _file("a tab", "content/offices/tabs.yml", "name: Tabs\n\tagency: roads\n", "2:1", "C004"),
    _file("latin-1", "content/pages/latin.md", _page("Café").encode("latin-1"), "2:11", "C001"),
    _file("two of one id", "content/pages/dog-license.md", _page("Dogs"), "1:1", "C015"),
    _file("a reserved id", "content/pages/search.md", _page("Search"), "1:1", "C014"),
    _file("a language's code", "content/pages/es.md", _page("Spanish"), "1:1", "C014"),
    _file("a space in an id", "content/pages/My page.md", _page("Mine"), "1:1", "C013"),
    _file(
        "a missing phone",
        "content/agencies/silent.yml",
        "name: Silent Office\nsummary: Nobody answers.\nphone: phone.nothing\n",
        "3:8",
        "C020",
    ),
    _file(
        "a day that is no date",
        "content/alerts/odd.yml",
        "message: {all_offices_closed_between: {first: 2026-12-24, last: 2027-01-01}}\n"
        "start: never\nend: 2027-01-01\n",
        "2:8",
        "C055",
    ),
)
"""Mistakes in files of their own; the rest of the site stays whole."""

ADDED: Mapping[str, tuple[str, tuple[tuple[str, str, str], ...]]] = {
    "content/facts.yml": (
        (
            "fee.odd: {mony: 5}\n"
            "fee.gone: {money: 5, until: 2025-01-01}\n"
            "date.none: {date: 2026-13-01}\n"
            "money.word: {money: a lot}\n"
        ),
        (
            ("a fact of no kind", "11:10", "C056"),
            ("a fact that has ended", "12:1", "C034"),
            ("no such month", "13:19", "C056"),
            ("an amount in words", "14:21", "C056"),
        ),
    ),
    "content/phrases.yml": (
        (
            "open_brace:\n  text: You have {count dogs.\n  params: {count: number}\n  group: who\n"
            "unknown_parameter:\n  text: You have {dogs}.\n  group: who\n"
        ),
        (
            ("an ICU message that is broken", "6:9", "C038"),
            ("a parameter without type", "10:9", "C038"),
        ),
    ),
    "mkdocs.yml": (
        (
            "        klingon: {tier: full}\n"
            "        fa: {tier: huge}\n"
            "      langages: {}\n"
            "      exemptions:\n"
            "        - {code: C025, path: content/guides/here.md, until: 2027-01-01}\n"
            "        - {code: C028, path: '*/shouting.md', reason: late, until: 2025-01-01}\n"
        ),
        (
            ("an unknown language", "21:9", "S004"),
            ("an unknown tier", "22:20", "S003"),
            ("an unknown setting", "23:7", "S002"),
            ("an exemption without reason", "25:11", "S005"),
            ("an exemption that has ended", "26:11", "C040"),
        ),
    ),
    "translations/reviewers.yml": (
        ("- maria\n- handle: two words\n  languages: [es]\n"),
        (("a reviewer without fields", "4:3", "T018"), ("a handle of two words", "5:3", "T018")),
    ),
}
"""Lines at the end of files that are needed, and the findings in them."""


def lay_broken_site(root: Path) -> None:
    """All mistakes, laid over the small site in `root`."""
    lay_files(root, {each.path: each.content for each in CONTENT_MISTAKES})
    for path, (lines, _) in ADDED.items():
        text = (root / path).read_text("utf-8")
        assert text == CONTENT[path], path
        (root / path).write_text(text + lines, "utf-8")
    _break_translations(root / "translations")


def _break_translations(folder: Path) -> None:
    _rewrite(folder / "es/guides/parking-permit.po", "body/what-to-do/li-1", "Pague en la oficina.")
    _rewrite(folder / "es/guides/parking-permit.po", "body/what-to-do/p-1", "{otro} {form_fee}")
    _rewrite(folder / "es/guides/parking-permit.po", "summary", "**Un permiso")
    _rewrite(folder / "es/guides/parking-permit.po", "body/more/p-1", "¿Tiene perro?")
    _rewrite(folder / "es/phrases.po", "age_at_least", "Tiene {age, number años")
    _rewrite(folder / "es/phrases.po", "no_address_needed", "Sin direcci\u202eón fija.")
    plural = "{children, plural, one {طفل} other {أطفال}}"
    _rewrite(folder / "ar/phrases.po", "children_at_least", plural)
    _change(folder / "es/guides/dog-license.po", "reviewed: ana", "reviewed: eve")
    _change(folder / "ar/guides/dog-license.po", " src=", " for=")
    _change(folder / "ar/guides/safe-place.po", '"Language: ar', '"Language: he')
    path = folder / "es/topics.po"
    path.write_bytes(_without_accents(path.read_text("utf-8")).encode("latin-1"))
    path = folder / "ar/topics.po"
    path.write_text(path.read_text("utf-8").replace('msgid "', "msgid ", 2), "utf-8")
    path = folder / "ar/facts.po"
    begin, end = find_segment(path.read_text("utf-8"), "phone.desk/name")
    text = path.read_text("utf-8")
    path.write_text(f"{text}\n{text[begin:end]}", "utf-8")
    _change(folder / "ar/agencies/roads.po", 'msgctxt "summary"', 'msgctxt "sumary"')
    lay_files(folder, {"es/guides/gone.po": (folder / "es/facts.po").read_bytes()})


def _rewrite(path: Path, address: str, target: str) -> None:
    """As a person in an editor would: the words alone."""
    text = path.read_text("utf-8")
    begin, end = find_segment(text, address)
    entry = re.sub(
        r'^msgstr ".*"$', lambda _: f'msgstr "{target}"', text[begin:end], flags=re.MULTILINE
    )
    assert entry != text[begin:end], address
    path.write_text(text[:begin] + entry + text[end:], "utf-8")


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), "utf-8")


def _without_accents(text: str) -> str:
    return re.sub(r'^msgstr "..+"$', 'msgstr "Niños y señas"', text, flags=re.MULTILINE)


TRANSLATION_MISTAKES = (
    ("a lost fact", "es/guides/parking-permit.po", "T001"),
    ("a fact too many", "es/guides/parking-permit.po", "T002"),
    ("open markup", "es/guides/parking-permit.po", "T003"),
    ("a broken ICU message", "es/phrases.po", "T004"),
    ("a sign that turns the direction", "es/phrases.po", "T005"),
    ("an address of nothing", "ar/agencies/roads.po", "T006"),
    ("an entry twice", "ar/facts.po", "T007"),
    ("another encoding", "es/topics.po", "T008"),
    ("another language in the header", "ar/guides/safe-place.po", "T009"),
    ("a stamp of nobody we know", "es/guides/dog-license.po", "T010"),
    ("a stamp that can't be read", "ar/guides/dog-license.po", "T011"),
    ("a missing plural", "ar/phrases.po", "T012"),
    ("a broken PO file", "ar/topics.po", "T013"),
    ("a file of nothing", "es/guides/gone.po", "T017"),
)
