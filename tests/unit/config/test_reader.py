import json
from pathlib import Path

import pytest

from waypost.config.reader import load_settings, parse_settings
from waypost.config.settings import Settings
from waypost.model.finding import Failure, Finding
from waypost.model.language import Tier
from waypost.model.policy import DEFAULT, Decision
from waypost.model.text import Risk
from waypost.model.translation import Freshness, Origin


def read(text: str) -> tuple[Settings | None, tuple[Finding, ...]]:
    result = parse_settings(Path(), text.encode())
    return result.value, result.findings


def own(lines: str) -> str:
    return "plugins:\n  - waypost:\n" + "".join(f"      {line}\n" for line in lines.splitlines())


def test_little_is_enough() -> None:
    settings, findings = read(own("languages: {es: {tier: core, main: yes}}"))
    assert not findings
    assert settings is not None
    assert (settings.content, settings.site, settings.currency) == ("content", "build/site", "USD")
    assert [one.language.code for one in settings.languages] == ["en", "es"]
    assert settings.languages[1].tier is Tier.CORE
    assert settings.languages[1].main
    assert settings.policy.table == DEFAULT


def test_the_address_ends_with_a_slash() -> None:
    settings, _ = read("site_url: https://county.example/guide\n" + own("source: en"))
    assert settings is not None
    assert settings.url == "https://county.example/guide/"


@pytest.mark.parametrize(
    "address",
    [
        "https://county.example",
        "https://county.example:8443/a/b-c_d/",
        "http://localhost:8000/",
        "https://münchen.example/amt/",
        "https://owner.github.io/site.v2",
    ],
)
def test_a_plain_address_may_be_the_sites(address: str) -> None:
    settings, findings = read(f"site_url: {address}\n" + own("source: en"))
    assert not findings
    assert settings is not None
    assert settings.url == f"{address.rstrip('/')}/"


@pytest.mark.parametrize(
    "address",
    [
        "https://[county/",
        "https:///a",
        "https://user:pass@county.example/",
        "https://county.example/?q=1",
        "https://county.example/#top",
        "https://county.example/a/../b/",
        "https://county.example//a",
        "https://county.example/%0a/",
        "https://county.example/a;return/",
        "https://county.example/$uri/{path}",
        'https://county.example/"><b>',
        "https://county.example:999999/",
        "https://county.example/" + "a" * 200,
    ],
)
def test_an_address_that_a_server_would_read_otherwise_is_a_finding(address: str) -> None:
    settings, findings = read(f"site_url: {json.dumps(address)}\n" + own("source: en"))
    assert [str(one.place) for one in findings] == ["mkdocs.yml:1:11"]
    assert settings is not None
    assert settings.url == ""


def test_a_site_has_a_name_on_one_line() -> None:
    settings, findings = read('site_name: "Alder\\n  County"\n' + own("source: en"))
    assert not findings
    assert settings is not None
    assert settings.name == "Alder County"


def test_a_language_without_fields_that_can_be_read_promises_nothing() -> None:
    settings, findings = read(own("languages: {de: full, fr: , es: {}}"))
    assert [one.message for one in findings] == ["de must be names with values"]
    assert settings is not None
    tiers = {one.language.code: one.tier for one in settings.languages}
    assert (tiers["de"], tiers["fr"], tiers["es"]) == (Tier.CORE, Tier.FULL, Tier.FULL)


def test_all_mistakes_are_found_at_once_with_their_places() -> None:
    _, findings = read(
        own("langauges: {}\nterritory: usa\nlanguages:\n  spanish: {tier: ful}\nrules: {grade: 3}")
    )
    said = [(str(finding.place), finding.code) for finding in findings]
    assert said == [
        ("mkdocs.yml:3:7", "S002"),
        ("mkdocs.yml:4:18", "S003"),
        ("mkdocs.yml:6:9", "S004"),
        ("mkdocs.yml:6:25", "S003"),
        ("mkdocs.yml:7:15", "S002"),
    ]
    assert "Did you mean “languages”?" in findings[0].message
    assert "Did you mean es?" in findings[2].message


def test_settings_without_a_part_for_waypost_are_a_finding() -> None:
    settings, findings = read("site_name: X\nplugins: [search]\n")
    assert settings is None
    assert [finding.code for finding in findings] == ["S001"]


def test_what_a_site_loosens_is_listed() -> None:
    settings, findings = read(own("policy:\n  critical: {human: shown, machine: source}"))
    assert not findings
    assert settings is not None
    assert settings.policy.loosened == ("critical/human=shown",)
    row = settings.policy.table[Risk.CRITICAL]
    assert row[(Origin.HUMAN, Freshness.CURRENT)] is Decision.SHOWN


@pytest.mark.parametrize("folder", ["../x", "a/../../b", ""])
def test_folders_stay_inside_the_site(folder: str) -> None:
    _, findings = read(f'docs_dir: "{folder}"\n' + own("source: en"))
    assert [finding.code for finding in findings] == ["S003"]


def test_an_exemption_needs_a_reason_and_an_end() -> None:
    settings, findings = read(
        own(
            "exemptions:\n"
            "  - {code: C030, path: a.md, reason: new law, until: 2027-01-01}\n"
            "  - {code: C030, path: a.md, until: 2027-01-01}\n"
            "  - {code: C030, path: a.md, reason: x, until: soon}"
        )
    )
    assert settings is not None
    assert [one.reason for one in settings.exemptions] == ["new law"]
    assert [finding.code for finding in findings] == ["S005", "S005"]


def test_a_folder_without_settings_is_a_failure_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r"no mkdocs\.yml") as caught:
        load_settings(tmp_path)
    assert "waypost new site" in caught.value.mend


def test_a_merge_conflict_is_told_of_once() -> None:
    text = "<<<<<<< HEAD\nsite_name: A\n=======\nsite_name: B\n>>>>>>> b\n" + own("source: en")
    settings, findings = read(text)
    assert settings is not None
    assert settings.name == "A"
    assert [(str(one.place), one.code) for one in findings] == [("mkdocs.yml:1:1", "C016")]


def test_the_engine_of_each_language() -> None:
    settings, findings = read(
        own("languages: {es: {}, cy: {}}\ntranslate: {engine: apertium, engines: {cy: pseudo}}")
    )
    assert not findings
    assert settings is not None
    assert [settings.translate.engine_for(code) for code in ("es", "cy")] == [
        "apertium",
        "pseudo",
    ]


def test_argos_is_the_engine_where_none_is_named() -> None:
    settings, _ = read(own("source: en"))
    assert settings is not None
    assert settings.translate.engine_for("es") == "argos"


def test_unknown_engines_and_languages_of_engines_are_found() -> None:
    settings, findings = read(
        own("languages: {es: {}}\ntranslate:\n  engine: gogle\n  engines: {es: deep, fr: firefox}")
    )
    said = [(one.code, one.place.line) for one in findings]
    assert said == [("S003", 5), ("S003", 6), ("S002", 6)]
    assert "argos, firefox, apertium, pseudo" in findings[0].message
    assert settings is not None
    assert settings.translate.engine_for("es") == "argos"
