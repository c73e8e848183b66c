"""The page that says how a site is translated: its numbers, people, rules, exceptions."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.sites.pages import Page
from tests.sites.reviewing import accept_documents
from tests.sites.running import DAY, build, build_afresh, name_differences, read_site
from waypost.model.text import Risk
from waypost.model.translation import Freshness, Origin
from waypost.pipeline.check import check_project
from waypost.pipeline.documents import documents_of, read_texts
from waypost.pipeline.project import open_project
from waypost.site.words import load_drafts, load_english
from waypost.translation.index import index_segments
from waypost.translation.po_reader import read_targets
from waypost.translation.reviewers import load_reviewers
from waypost.translation.state import resolve
from waypost.translation.store import load_data

_WORDS = {name: word.text for name, word in load_english().items()}
_ROWS = ("reviewed", "human", "draft", "machine", "stale", "missing", "in source")


def _page(root: Path, language: str) -> Page:
    path = f"{language}/how-translated/index.html"
    return Page(path, read_site(root)[path])


def _read_counts(page: Page) -> dict[str, tuple[int, int]]:
    """Texts and words of each row of the table."""
    rows = [
        [int(re.sub(r"\D", "", page.text(cell))) for cell in row.iter("td")]
        for row in page.one("tbody").iter("tr")
    ]
    return {name: (row[0], row[1]) for name, row in zip(_ROWS, rows, strict=True)}


def _count(root: Path, language: str) -> dict[str, tuple[int, int]]:
    """The same numbers, counted text by text from the files."""
    project = open_project(root, DAY)
    (offered,) = (one for one in project.settings.targets if one.language.code == language)
    texts, words = Counter[str](), Counter[str]()
    files = read_site(root)
    for each in documents_of(read_texts(project), offered):
        document, index = each.document, index_segments(each.document)
        page = f"{language}/{document.name.partition('/')[2]}/index.html"
        if page in files and b"content=noindex" in files[page].replace(b'"', b""):
            continue
        reviewers = load_reviewers(root).reviewers.handles_for(language)
        data = load_data(root, language, document.name) or b""
        found = resolve(index, read_targets(data), reviewers)
        for segment, translation, alike in zip(
            document.segments, found, index.wordless, strict=True
        ):
            if alike is not None:
                continue
            state, risk = "missing", segment.risk
            if translation is not None:
                is_current = translation.freshness is Freshness.CURRENT
                state = translation.origin.value if is_current else "stale"
            if document.name == "interface":
                risk = Risk.STANDARD
                if translation is None and segment.address in load_drafts(language):
                    state = "draft"
            hidden = project.settings.policy.decide(risk, translation) is None
            if document.name == "interface" and state == "draft":
                hidden = False
            for name in (state, *(["in source"] if hidden else [])):
                texts[name] += 1
                words[name] += len(segment.source.split())
    return {name: (texts[name], words[name]) for name in _ROWS}


@pytest.mark.parametrize("language", ["es", "ar", "pl"])
def test_the_numbers_are_those_of_the_files(language: str, site: Path) -> None:
    path = site / "translations" / "es" / "guides" / "parking-permit.po"
    text = path.read_text("utf-8")
    assert "# mt: pseudo" in text
    path.write_text(re.sub(r"(?m)^# mt: .*\n", "", text, count=3), "utf-8")
    guide = site / "content" / "guides" / "dog-license.md"
    guide.write_text(guide.read_text("utf-8").replace("the vet", "a vet"), "utf-8")
    build(site)
    shown = _read_counts(_page(site, language))
    assert shown == _count(site, language)
    if language == "es":
        assert {name for name, (texts, _) in shown.items() if not texts} == {"human", "missing"}
        assert shown["stale"] == (1, 11)


def test_the_example_counts_itself(example: Path) -> None:
    for language in ("es", "ar", "so", "pt-BR"):
        assert _read_counts(_page(example, language)) == _count(example, language)


def test_it_names_pages_people_and_engines(site: Path) -> None:
    settings = site / "mkdocs.yml"
    text = settings.read_text("utf-8")
    maori = text.replace("pl: {tier: core}", "pl: {tier: core}\n        mi: {tier: core}")
    settings.write_text(maori, "utf-8")
    build(site)
    spanish, maori_page = _page(site, "es"), _page(site, "mi")
    # The guide for people in danger stands in the source language there.
    assert "6 de 7" in spanish.text()
    assert "Ana Ortiz" in spanish.text_in("en")
    assert re.search(r"pseudo \d", spanish.text())
    assert "pseudo" not in maori_page.text()
    assert re.search(r"in this language: \d of 7\.", maori_page.text_in("en"))
    # Nothing that Waypost knows in Māori: English words, marked as English.
    assert maori_page.text_in("en", maori_page.one("h1")) == _WORDS["how_translated"]
    # Words of the source language bring their dates along in it.
    assert "Copy of November 21, 2026." in maori_page.text_in("en")
    (site / "translations" / "reviewers.yml").write_text("[]\n", "utf-8")
    build(site)
    assert "Ana Ortiz" not in _page(site, "es").text()
    assert _WORDS["nobody_checks"] in _page(site, "es").text_in("en")


def test_it_is_where_readers_look_for_it(site: Path) -> None:
    build(site)
    files = read_site(site)
    page = Page("es", files["es/parking-permit/index.html"])
    (note,) = (each for each in page.all("p") if each.get("class") == "unchecked")
    (link,) = note.iter("a")
    assert link.get("href") == "../how-translated/"
    for path, data in files.items():
        if re.fullmatch(r"(en|es|ar|pl)/([a-z-]+/)?index\.html", path) and b"refresh" not in data:
            links = [each.get("href", "") for each in Page(path, data).one("footer").iter("a")]
            assert any(href.endswith("how-translated/") for href in links), path
    assert "fr/how-translated/index.html" not in files


def test_it_says_how_to_report_a_mistake_and_to_get_an_interpreter(site: Path) -> None:
    settings = site / "mkdocs.yml"
    text = settings.read_text("utf-8")
    more = "contact: phone.help\n      contact_email: email.desk"
    settings.write_text(text.replace("contact: phone.help", more), "utf-8")
    build(site)
    links = [link.get("href", "") for link in _page(site, "es").one("main").iter("a")]
    assert "mailto:streets@town.example" in links
    assert links.count("tel:+15055550142") >= 2
    settings.write_text(text.replace("contact: phone.help", "contact_email: phone.help"), "utf-8")
    (wrong,) = (one for one in check_project(open_project(site, DAY)) if one.code == "S003")
    assert wrong.message.startswith("contact_email must be an e-mail fact")


def test_its_own_words_are_in_both_languages_until_somebody_has_reviewed_them(site: Path) -> None:
    build(site)
    page, drafts = _page(site, "es"), load_drafts("es")
    safety = ("source_is", "state_machine", "state_missing", "decision_noted", "risk_critical")
    for name in safety:
        first = re.split(r"\{", drafts[name])[0].strip()
        assert first in page.text_in("es"), name
        assert re.split(r"\{", _WORDS[name])[0].strip() in page.text_in("en"), name
    project = open_project(site, DAY)
    accept_documents(project, "es", ["interface"], addresses=(), handle="ana")
    build(site)
    page = _page(site, "es")
    for name in safety:
        assert re.split(r"\{", _WORDS[name])[0].strip() not in page.text(), name


def test_it_says_what_the_policy_says(site: Path) -> None:
    build(site)
    english = _page(site, "en")
    assert "Exceptions" not in [english.text(each) for each in english.all("h2")]
    rules = [english.text(each) for each in english.all("dl")]
    checked, written, old = (_WORDS[f"state_{one}"] for one in ("reviewed", "human", "stale"))
    assert rules[0].startswith(f"Shown {checked} Shown in English {written}")
    assert rules[1].startswith(f"Shown {checked} · {written} Shown with a note")
    assert rules[2].split("Shown in English")[0].endswith(f"{old} ")
    settings = site / "mkdocs.yml"
    policy = "{critical: {draft: noted, stale reviewed: shown}, low: {human: source}}"
    policy = f"      policy: {policy}\n"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("      languages:\n", f"{policy}      languages:\n"), "utf-8")
    build(site)
    english = _page(site, "en")
    draft = _WORDS["state_draft"]
    dangerous = [english.text(each) for each in english.one("main").iter("li")]
    risk = _WORDS["risk_critical"]
    assert dangerous == [
        f"{risk} {draft}: Shown with a note",
        f"{risk} {old} · {checked}: Shown",
    ]
    assert english.text(english.all("dl")[0]).startswith(
        f"Shown {checked} Shown with a note {draft} · {old} Shown in English"
    )
    # What is stricter than the default is no exception.
    assert written not in english.text(english.all("dl")[2]).split("Shown in English")[0]


def test_its_address_is_no_authors(site: Path) -> None:
    path = site / "content" / "pages" / "how-translated.md"
    path.write_text("---\ntitle: How we translate\n---\n\nWith care.\n", "utf-8")
    assert "C014" in {one.code for one in check_project(open_project(site, DAY))}
    assert not build(site).written


def test_every_change_of_a_state_is_told_at_once(site: Path, tmp_path: Path) -> None:
    build(site)
    said = [_page(site, "es").data]
    folder = site / "translations" / "es"
    parking = folder / "guides" / "parking-permit.po"
    machine = parking.read_text("utf-8")
    guide = site / "content" / "guides" / "parking-permit.md"
    project = open_project(site, DAY)
    steps = (
        lambda: parking.write_text(re.sub(r"(?m)^# mt: .*\n", "", machine, count=1), "utf-8"),
        lambda: accept_documents(
            project, "es", ["guides/parking-permit"], addresses=("title",), handle="ana"
        ),
        lambda: parking.write_text(machine.replace("# mt: pseudo ", "# mt: other "), "utf-8"),
        lambda: guide.write_text(guide.read_text("utf-8").replace("Keep", "Hold"), "utf-8"),
        (folder / "topics.po").unlink,
        parking.unlink,
    )
    for step in steps:
        step()
        build(site)
        _, clean = build_afresh(site, tmp_path / "clean")
        assert name_differences(read_site(site), clean) == []
        assert _page(site, "es").data not in said
        said.append(_page(site, "es").data)


def test_origins_are_all_told() -> None:
    assert {f"state_{origin.value}" for origin in Origin} <= _WORDS.keys()
