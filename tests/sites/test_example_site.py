"""The example county as a web server would give it away: every page, every link, every byte."""

from __future__ import annotations

import gzip
import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from statistics import median
from xml.etree.ElementTree import Element

import pytest

from tests.sites.pages import Page, find_broken_links, read_pages
from tests.sites.running import DAY, build, build_afresh, name_differences, read_site
from waypost.model.content import Shared
from waypost.model.crisis import is_crisis_guide
from waypost.model.fact import Phone
from waypost.model.guide import Guide, ReferenceKind
from waypost.model.language import Tier
from waypost.model.text import Risk
from waypost.model.translation import Origin
from waypost.pipeline.check import check_project
from waypost.pipeline.documents import read_texts
from waypost.pipeline.project import open_project
from waypost.pipeline.review_status import review_status
from waypost.site.inline import escape_text
from waypost.site.words import load_drafts
from waypost.translation.index import index_segments
from waypost.translation.po_reader import read_targets
from waypost.translation.reviewers import load_reviewers
from waypost.translation.state import resolve
from waypost.translation.store import load_data

_FETCHES = {"src", "srcset", "poster", "data", "background"}
_FETCHING_LINKS = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest"}


@pytest.fixture(scope="module")
def files(example: Path) -> dict[str, bytes]:
    return read_site(example)


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, Page]:
    return read_pages(files)


def test_nothing_stops_publication(example: Path) -> None:
    findings = check_project(open_project(example, DAY))
    assert [str(one) for one in findings if one.severity == "error"] == []
    report = build(example)
    assert report.findings == ()
    assert report.filled == 0


def test_every_page_of_every_language_is_there(example: Path, pages: dict[str, Page]) -> None:
    ids = [path.stem for path in (example / "content").rglob("*/*.*")]
    assert len(ids) > 40
    lacking = [
        f"{language}/{name}"
        for language in ("en", "es", "ar", "zh-Hans", "vi", "ht", "so", "pt-BR")
        for name in ids
        if not (example / "content" / "alerts" / f"{name}.yml").exists()
        and f"{language}/{name}/index.html" not in pages
    ]
    assert lacking == []
    for language in ("am", "fa", "fil", "fr", "hmn", "km", "ko", "ne", "ru", "sw", "uk"):
        assert [path for path in pages if path.startswith(f"{language}/")] == [
            f"{language}/index.html"
        ]


def test_pages_are_well_formed(pages: dict[str, Page]) -> None:
    wrong = {path: page.errors for path, page in pages.items() if page.errors}
    assert wrong == {}


def test_every_page_has_one_heading_and_a_language(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert len(page.all("h1")) == 1, path
        assert page.text(page.one("h1")), path
        assert page.text(page.one("title")), path
        language = page.one("html").get("lang")
        assert language, path
        first = path.partition("/")[0]
        if (path.count("/") == 2 or first in {"es", "ar", "fa"}) and path.count("/"):
            assert language == first, path


def test_heading_levels_are_never_skipped(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        levels = [int(each.tag[1]) for each in page.root.iter() if re.fullmatch("h[1-6]", each.tag)]
        assert levels[0] == 1, path
        assert all(later <= now + 1 for now, later in pairwise(levels)), path


def test_ids_are_unique(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], path


def test_every_link_leads_somewhere(files: dict[str, bytes], pages: dict[str, Page]) -> None:
    anchors = {path: set(page.ids) for path, page in pages.items()}
    broken = set()
    checked = 0
    for path, page in pages.items():
        for link in (*page.all("a"), *page.all("img")):
            href = link.get("href", link.get("src", ""))
            target = page.resolve(href)
            if target is None:
                assert re.match(r"https://|tel:\+?[0-9]+$|mailto:[^@]+@", href), (path, href)
                continue
            checked += 1
            file, anchor = target
            if file not in files or (anchor and anchor not in anchors[file]):
                broken.add((path, href))
    assert checked > 20_000
    assert sorted(broken) == []
    # Those too that name the site's own host, and the ways on from old addresses.
    assert find_broken_links(files, "https://aldercounty.example/") == []


def test_addresses_in_the_head_and_the_sitemap_exist(
    files: dict[str, bytes], pages: dict[str, Page]
) -> None:
    base = "https://aldercounty.example/"
    named = {
        link.get("href", "")
        for page in pages.values()
        for link in page.all("link")
        if link.get("rel") in {"canonical", "alternate"}
    }
    for path, data in files.items():
        if path.endswith(".xml"):
            named |= set(re.findall(r"<loc>([^<]+)</loc>", data.decode()))
            named |= set(re.findall(r'href="([^"]+)"', data.decode()))
    assert len(named) > 300
    wrong = []
    for address in sorted(named):
        path = address.removeprefix(base)
        if path.endswith("/") or not path:
            path += "index.html"
        if not address.startswith(base) or path not in files:
            wrong.append(address)
    assert wrong == []


def test_alternates_name_each_other(pages: dict[str, Page]) -> None:
    """Search engines drop hreflang links that aren't returned."""
    base = "https://aldercounty.example/"
    named: dict[str, set[str]] = {}
    for path, page in pages.items():
        own = base + path.removesuffix("index.html")
        links = [link for link in page.all("link") if link.get("rel") == "alternate"]
        assert len({link.get("hreflang") for link in links}) == len(links), path
        named[own] = {link.get("href", "") for link in links if link.get("hreflang") != "x-default"}
    for own, others in named.items():
        if own in others:
            assert all(own in named[other] for other in others), own


def test_the_style_is_the_one_that_the_policy_allows(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        styles = [each.text or "" for each in page.all("style")]
        (policy,) = (
            meta.get("content", "")
            for meta in page.all("meta")
            if meta.get("http-equiv", "").lower() == "content-security-policy"
        )
        digests = [b64encode(sha256(style.encode()).digest()).decode() for style in styles]
        rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
        assert rules["default-src"] == "'none'", path
        assert rules["style-src"].split() == [f"'sha256-{each}'" for each in digests], path
        assert "unsafe" not in policy, path
        sources = {source for rule in rules.values() for source in rule.split()}
        # A host would stand without quotation marks; a digest may hold any two slashes.
        assert {source for source in sources if source[0] != "'"} <= {"data:"}, path
        assert not re.search(r"@import|url\(", "".join(styles)), path


def test_styles_take_three_kilobytes(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        style = "".join(each.text or "" for each in page.all("style"))
        assert len(gzip.compress(style.encode(), 9)) <= 3 * 1024, path


def test_nothing_is_asked_of_another_host_or_run_inline(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        for script in page.all("script"):
            assert not script.text, path
            assert page.resolve(script.get("src", "")) is not None, path
        for form in page.all("form"):
            assert page.resolve(form.get("action", "")) is not None, path
        for element in page.root.iter():
            for name, value in element.attrib.items():
                assert name != "style", (path, page.markup(element))
                assert not name.startswith("on"), (path, page.markup(element))
                assert "javascript:" not in value.lower(), (path, page.markup(element))
                if name in _FETCHES:
                    assert page.resolve(value) is not None, (path, page.markup(element))
            assert element.tag not in {"iframe", "object", "embed", "base"}, path
            if element.tag == "link":
                assert element.get("rel") not in _FETCHING_LINKS, (path, page.markup(element))


def test_every_language_mark_is_a_language_of_the_site(
    example: Path, pages: dict[str, Page]
) -> None:
    known = {one.language.code for one in open_project(example, DAY).settings.languages}
    for path, page in pages.items():
        marks = {each.get("lang") for each in page.root.iter() if each.get("lang") is not None}
        marks |= {each.get("hreflang") for each in page.all("a") if each.get("hreflang")}
        assert marks <= known, path


def test_pages_are_light(pages: dict[str, Page]) -> None:
    heavy = {path: page.gzipped for path, page in pages.items() if page.gzipped > 14 * 1024}
    assert heavy == {}


def test_well_translated_guides_take_nine_kilobytes(example: Path, pages: dict[str, Page]) -> None:
    """Those of which at least 80 % of the words are translated."""
    rows = [
        row
        for row in review_status(open_project(example, DAY), ())
        if row.document.startswith("guides/") and row.words("missing") <= 0.2 * row.total
    ]
    assert len(rows) >= 40
    assert {row.language for row in rows} == {"es", "ar", "zh-Hans", "vi", "ht", "so", "pt-BR"}
    sizes = [
        pages[f"{row.language}/{row.document.removeprefix('guides/')}/index.html"].gzipped
        for row in rows
    ]
    assert median(sizes) <= 9 * 1024


def test_no_text_is_left_as_a_mark(pages: dict[str, Page]) -> None:
    """Neither a template's own signs nor a translator's reach the reader."""
    for path, page in pages.items():
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", page.data), path
        text = page.text(page.one("body"))
        assert not re.search(r"\{[a-z_.]+\}|\]\{\d|\*\*|\bNone\b|\[T\d", text), path


def test_all_cores_give_the_bytes_of_one(example: Path, tmp_path: Path) -> None:
    report, files = build_afresh(example, tmp_path / "again")
    assert report.pages
    assert name_differences(files, read_site(example)) == []


def _phones_of(guide: Guide, shared: Shared) -> set[str]:
    """What to dial for the guide: its way by phone, its agency, the numbers in its texts."""
    agency = shared.agencies[guide.agency]
    names = {one.id for one in guide.references if one.kind is ReferenceKind.FACT}
    names |= {agency.phone, guide.ways.phone.phone if guide.ways.phone else ""}
    values = {shared.facts[name].value for name in names if name in shared.facts}
    return {value.dial for value in values if isinstance(value, Phone)}


def _count_items(page: Page) -> int:
    """Items of lists, without the ways to sheets: a page has as many as it leads to languages."""
    items = page.one("main").iter("li")
    return sum("/sheet/" not in link.get("href", "") for each in items for link in [_link(each)])


def _link(item: Element) -> Element:
    """The first link in it, else the item itself."""
    return next(item.iter("a"), item)


def test_a_crisis_guide_has_its_numbers_in_every_language(
    example: Path, pages: dict[str, Page]
) -> None:
    project = open_project(example, DAY)
    texts = read_texts(project)
    guides = [one for one in texts.prose if isinstance(one, Guide) and is_crisis_guide(one)]
    languages = [one for one in project.settings.languages if one.tier is not Tier.CARD]
    assert len(guides) >= 2
    assert len(languages) == 8
    for guide in guides:
        phones = _phones_of(guide, texts.shared)
        assert phones, guide.id
        english = pages[f"en/{guide.id}/index.html"]
        for offered in languages:
            code = offered.language.code
            page = pages[f"{code}/{guide.id}/index.html"]
            links = list(page.one("main").iter("a"))
            dialed = {link.get("href", "").removeprefix("tel:") for link in links}
            assert phones <= dialed, (code, guide.id)
            assert [link for link in links if link.get("class") == "call"], (code, guide.id)
            # Nothing of the guide is left out, whatever language it stands in.
            assert _count_items(page) == _count_items(english), (code, guide.id)
            if code == "en" or page.one("main").get("lang") != "en":
                continue
            assert "911" in page.text_in(code, page.one("main")), (code, guide.id)
            assert "In an emergency, call" in page.text_in("en"), (code, guide.id)


def test_a_page_with_an_unchecked_text_says_so(example: Path, pages: dict[str, Page]) -> None:
    project = open_project(example, DAY)
    unchecked: dict[str, set[str]] = {}
    for offered in project.settings.targets:
        code = offered.language.code
        reviewers = load_reviewers(example).reviewers.handles_for(code)
        texts = unchecked[code] = set()
        for each in read_texts(project).documents:
            if each.document.name in {"interface", "phrases"}:
                continue
            data = load_data(example, code, each.document.name) or b""
            found = resolve(index_segments(each.document), read_targets(data), reviewers)
            texts |= {
                one.text
                for one in found
                if one and one.origin in {Origin.MACHINE, Origin.DRAFT} and len(one.text) > 12
            }
        texts -= set(load_drafts(code).values())  # a page's title that is a word of Waypost, too
    checked = lines = 0
    for path, page in pages.items():
        code = path.partition("/")[0]
        if code not in unchecked:
            continue
        if path.endswith("/sheet/index.html"):
            lines += _count_signed_lines(page, unchecked[code])
            continue
        shown = [page.text(each) for tag in ("a", "h1", "li", "p") for each in page.all(tag)]
        if unchecked[code].isdisjoint(shown):
            continue
        checked += 1
        assert [each for each in page.all("p") if each.get("class") == "unchecked"], path
    assert checked > 200
    assert lines > 400


def _count_signed_lines(page: Page, unchecked: set[str]) -> int:
    """Lines of a sheet that show an unchecked text: each has the sign, which the sheet explains."""
    rows = [[page.text(cell) for cell in each] for each in page.all("tr")[1:]]
    shown = [number for number, reader, _ in rows if reader.removeprefix("• ") in unchecked]
    assert all(number.endswith(" *") for number in shown), page.path
    assert not shown or "*" in {number for number, _, _ in rows}, page.path
    return len(shown)


def test_no_critical_text_stands_anywhere_that_nobody_reviewed(
    example: Path, files: dict[str, bytes]
) -> None:
    project = open_project(example, DAY)
    texts = read_texts(project)
    policy = project.settings.policy
    checked = 0
    for offered in project.settings.targets:
        code = offered.language.code
        reviewers = load_reviewers(example).reviewers.handles_for(code)
        whole = b"\n".join(data for path, data in files.items() if path.startswith(f"{code}/"))
        for each in texts.documents:
            if each.document.name in {"interface", "phrases"}:
                continue
            data = load_data(example, code, each.document.name) or b""
            found = resolve(index_segments(each.document), read_targets(data), reviewers)
            for segment, translation in zip(each.document.segments, found, strict=True):
                if translation is None or segment.risk is not Risk.CRITICAL:
                    continue
                plain = re.split(r"[\\*\[\]{}]", translation.text)[0].strip()
                if len(plain) > 25 and policy.decide(segment.risk, translation) is None:
                    checked += 1
                    assert escape_text(plain).encode() not in whole, (code, segment.address)
    assert checked > 100
