"""What somebody could write to harm the page or the build is a finding, and never a crash."""

from __future__ import annotations

from time import process_time

import pytest

from tests.unit.content.site_reading import DAY
from waypost.content.body import Body
from waypost.content.checks import check_shared
from waypost.content.entry_reader import parse_facts, parse_phrases
from waypost.content.guide_reader import parse_guide
from waypost.content.markdown_reader import read_blocks
from waypost.content.rules.rule_input import RuleInput
from waypost.content.rules.site_view import Limits, view_site
from waypost.content.yaml_reader import read_mapping
from waypost.model.block import Paragraph
from waypost.model.content import Shared
from waypost.model.finding import Finding


@pytest.mark.parametrize(
    "text",
    [
        "{age, select, other {You are old}}",
        "{age, plural, one {a year} other {{age, select, other {years}}}}",
        "{age, plural, offset:1 one {a year} other {# years}}",
    ],
)
def test_a_phrase_does_not_choose_by_words(text: str) -> None:
    phrases = parse_phrases(
        "content/phrases.yml", f'x: {{text: "{text}", params: {{age: number}}}}\n'
    ).value
    assert phrases is not None
    site = view_site(Shared({}, phrases, {}, {}, {}, {}), {}, DAY, Limits())
    assert [one.code for one in check_shared(site, {})] == ["C038"]


@pytest.mark.parametrize(
    ("text", "fields", "column"),
    [
        (r'title: "T\u202e\u0002own0\u0003\u200f card"', {"title": "Town0\u200f card"}, 8),
        (r'"a\0b": x', {"ab": "x"}, 1),
        (r'a: "x\Ly\r"', {"a": "xy"}, 4),
        (r"a: 'x\u202ey'", {"a": r"x\u202ey"}, 0),
    ],
)
def test_an_escape_of_yaml_hides_no_control_sign(
    text: str, fields: dict[str, str], column: int
) -> None:
    findings: list[Finding] = []
    assert read_mapping("a.yml", text, findings) == fields
    seen = [(one.code, one.place.column) for one in findings]
    assert seen == ([("C002", column)] if column else [])


def test_an_entity_of_html_hides_no_control_sign() -> None:
    body = Body("a.md", "a&#x202e;b &amp; [c&#8238;](d.md) ![e&#x202E;](f.png)", 1, [], [])
    (block,) = read_blocks(body)
    assert isinstance(block, Paragraph)
    assert block.leaf.text == "ab & [c]{1} [e]{2}"
    assert [one.code for one in body.findings] == ["C002"] * 3


def test_a_file_is_divided_into_lines_once_for_all_its_findings() -> None:
    text = f"---\ntitle: A\nsummary: B\n---\n\n{'{a' * 30_000}\n"
    guide = parse_guide("content/guides/a.md", text).value
    assert guide is not None
    site = view_site(Shared({}, {}, {}, {}, {}, {}), {}, DAY, Limits())
    given = RuleInput(guide, site, text)
    begun = process_time()
    for passage in given.passages * 20_000:
        given.spot(passage, "{a")
    assert process_time() - begun < 2


def _guide_codes(fields: str) -> list[str]:
    read = parse_guide("content/guides/a.md", f"---\ntitle: A\nsummary: B\n{fields}\n---\n")
    return [one.code for one in read.findings]


@pytest.mark.parametrize(
    "alias",
    ["robots.txt", "sitemap.xml", "404.html", "robots.txt/x", "a/robots.txt", "a//b", "~a"],
)
def test_an_alias_takes_the_place_of_no_file(alias: str) -> None:
    assert _guide_codes(f'aliases: ["{alias}"]') == ["C058"]


@pytest.mark.parametrize("alias", ["old", "/driving/renew_license/", "2024/a-b", "robots"])
def test_an_alias_has_the_form_of_ids(alias: str) -> None:
    assert _guide_codes(f'aliases: ["{alias}"]') == []


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("https://town.example@evil.example/", ["C058"]),
        ("https://town.example:x@evil.example", ["C058"]),
        ("https:/evil.example", ["C058"]),
        ("https://town.example/@us?to=a@b.example", []),
    ],
)
def test_an_address_shows_its_host(address: str, codes: list[str]) -> None:
    assert _guide_codes(f'ways: {{online: {{url: "{address}"}}}}') == codes
    facts = parse_facts("content/facts.yml", f'url.a: {{url: "{address}"}}\n')
    assert [one.code for one in facts.findings] == codes
