"""Small collections of the same form become sites that Waypost reads without a finding."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import polib
import yaml

from scripts.real_sites.benefits import convert_benefits
from scripts.real_sites.veterans import convert_veterans
from waypost.content.guide_reader import parse_guide
from waypost.content.prose_reader import parse_journey, parse_page
from waypost.content.shared import load_shared

_HUB = """\
---
title: Health benefits
display_title: Health
description: Find care. Call 800-555-0142.
hublinks:
  - {id: get, title: Get care, links: [{url: /health/apply/, label: Apply, description: How to.}]}
social:
  - heading: Ask
    admin: Health Administration
    url: http://health.example/
---
<div class="va-introtext">

Care for you.

</div>

- [Get care](#get)
"""
_APPLY = """\
---
title: "How to apply"
aliases: [/health/old-apply]
---
Fill in the *form*.

<h3 id="mail">By mail</h3>
<ul><li>Call <a href="tel:+18005550142">1-800-555-0142</a> {now}</li></ul>

[Back](/health/#get), [gone](#nowhere), [list](/list)
"""
_ENTRY = "---\ntitle: List\nhref: https://list.example/\n---\n"


def _write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def _load_fields(path: Path) -> dict[str, object]:
    return dict(yaml.safe_load(path.read_text("utf-8").split("---\n")[1]))


def test_guides_with_html_become_guides_of_waypost(tmp_path: Path) -> None:
    files = {"health/index.md": _HUB, "health/apply.md": _APPLY, "list.md": _ENTRY}
    corpus = _write(tmp_path / "corpus" / "pages", files).parent
    site = tmp_path / "site"
    conversion = convert_veterans(corpus, site)
    assert conversion.pages == {
        "health/apply.md": "health-apply",
        "health/index.md": "health",
        "list.md": "list",
    }
    hub = (site / "content/guides/health.md").read_text("utf-8")
    assert _load_fields(site / "content/guides/health.md") == {
        "title": "Health benefits",
        "summary": "Find care. Call {phone.tel_8005550142}.",
        "also_known_as": ["Health"],
        "topics": ["topic-health"],
        "agency": "health-administration",
    }
    assert hub.endswith(
        "Care for you.\n\n- [Get care](#get)\n\n## Get care {#get}\n\n- [Apply](health-apply)\\\n"
        "  How to.\n\n## Ask\n\n[Health Administration](https://health.example/)\n"
    )
    apply = (site / "content/guides/health-apply.md").read_text("utf-8")
    assert apply.endswith(
        "---\n\n## By mail\n\n- Call {phone.tel_8005550142} \\{now\\}\n\n"
        "[Back](health#get), gone, [list](list)\n"
    )
    fields = _load_fields(site / "content/guides/health-apply.md")
    assert fields["summary"] == "Fill in the form."
    assert fields["aliases"] == ["health/apply", "health/old-apply"]
    assert (
        (site / "content/pages/list.md")
        .read_text("utf-8")
        .endswith("[List](https://list.example/)\n")
    )
    assert _find_all(site) == []


def test_a_second_run_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    corpus = _write(tmp_path / "corpus" / "pages", {"list.md": _ENTRY}).parent
    site = _write(tmp_path / "site", {"content/guides/old.md": "x"})
    convert_veterans(corpus, site)
    assert not (site / "content/guides/old.md").exists()


def test_benefits_become_guides_with_phrases_and_peoples_spanish(tmp_path: Path) -> None:
    corpus = _write_benefits(tmp_path / "corpus")
    site = tmp_path / "site"
    conversion = convert_benefits(corpus, site)
    assert _find_all(site) == []
    fields = _load_fields(site / "content/guides/loan.md")
    assert fields["who"] == [{"applicant_date_of_birth": 62}, "applicant_marital_status"]
    phrases = yaml.safe_load((site / "content/phrases.yml").read_text("utf-8"))
    assert {name: phrase["text"] for name, phrase in phrases.items()} == {
        "applicant_date_of_birth": "You are at least {age} years old.",
        "applicant_marital_status": "Your marital status is widowed; divorced",
    }
    guide = polib.pofile(str(site / "translations/es/guides/loan.po"))
    assert {entry.msgctxt: entry.msgstr for entry in guide} == {
        "title": "Préstamo",
        "summary": "Le ayuda.",
        "body/intro/p-1": "[Departamento]{1}",
    }
    assert all(not entry.comment and not entry.flags for entry in guide)
    phrase_texts = polib.pofile(str(site / "translations/es/phrases.po"))
    assert {entry.msgstr for entry in phrase_texts} == {
        "Usted tiene al menos {age} años.",
        "Su estado civil es viudo; divorciado",
    }
    assert not any("says" in note for note in conversion.notes)


def test_without_the_collections_it_says_so_and_ends_with_two(
    tmp_path: Path, project: Path
) -> None:
    script = project / "scripts" / "real-sites"
    done = subprocess.run(
        [sys.executable, str(script), "--corpora", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "collection benefits is not at" in done.stderr


def _find_all(site: Path) -> list[str]:
    """Every finding of Waypost's readers in the site's content."""
    findings = list(load_shared(site / "content", site).findings)
    for path in sorted((site / "content").glob("*/*.md")):
        name, data = path.relative_to(site).as_posix(), path.read_bytes()
        match path.parent.name:
            case "guides":
                findings += parse_guide(name, data).findings
            case "journeys":
                findings += parse_journey(name, data).findings
            case _:
                findings += parse_page(name, data).findings
    return [f"{finding.place} {finding.message}" for finding in findings]


def _write_benefits(corpus: Path) -> Path:
    english = {
        "loan.title": "Loan",
        "loan.summary": "It helps.",
        "loan.source.name": "Department",
        "loan.source.link": "https://loan.example/",
        "loan.eligibility.label": "You are at least 62 years old.",
        "loan.v1": "widowed",
        "loan.v2": "divorced",
    }
    spanish = {
        "loan.title": "Préstamo",
        "loan.summary": "Le ayuda.",
        "loan.source.name": "Departamento",
        "loan.source.link": "https://loan.example/",
        "loan.eligibility.label": "Usted tiene al menos 62 años.",
        "loan.v1": "viudo",
        "loan.v2": "divorciado",
    }
    pages = {
        "disclaimer.heading": "Notice",
        "disclaimer.bullet": "Apply to know.",
        "disclaimer.bullet1": "Check your city.",
        "landing-page.title": "Help",
        "landing-page.summary": "In life.",
        "landing-page.processListSteps.value1": "Ask",
        "landing-page.processListSteps.value2": "Read",
        "landing-page.processListSteps.value3": "Apply",
    }
    event = {
        "retirement.title": "Retirement",
        "retirement.summary": "When you stop work.",
        "retirement.secondaryHeadline": "Find benefits",
        "retirement.eligibilityCriteriaDescription": "For people who retire.",
    }
    benefit = """\
---
title: loan.title
tags: [housing]
lifeEvents: [retirement]
eligibility:
  - {criteriaKey: applicant_date_of_birth, label: loan.eligibility.label, acceptableValues: [">62"]}
  - {criteriaKey: applicant_marital_status, acceptableValues: [loan.v1, loan.v2]}
---
"""
    criteria = (
        "criteriaKey,label,type,values,\n"
        "applicant_date_of_birth,x,date,,\napplicant_marital_status,x,select,,\n"
    )
    labels = {"criteria.applicant_marital_status.label": "Your marital status is"}
    etiquetas = {"criteria.applicant_marital_status.label": "Su estado civil es"}
    return _write(
        corpus,
        {
            "content/criteria.csv": criteria,
            "content/benefits/loan.md": benefit,
            "locales/en/benefits/loan.json": json.dumps(english),
            "locales/es/benefits/loan.json": json.dumps(spanish),
            "locales/en/criteria.json": json.dumps(labels),
            "locales/es/criteria.json": json.dumps(etiquetas),
            "locales/en/pages.json": json.dumps(pages),
            "locales/en/life-events/retirement.json": json.dumps(event),
        },
    )
