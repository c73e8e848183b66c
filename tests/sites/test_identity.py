"""A site's own look: colours in every page's style, a logo in its header, both checked first."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from tests.sites.running import DAY, build, read_site
from tests.sites.small_site import SETTINGS
from waypost.pipeline.check import check_project
from waypost.pipeline.project import open_project

EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9v9z"/></svg>'
WORDMARK = EMBLEM.replace("0 0 10 10", "0 0 50 10")


def set_up(site: Path, lines: str, logo: str = "") -> None:
    """The settings have these lines more; the logo is what it is called in them."""
    (site / "mkdocs.yml").write_text(f"{SETTINGS}{lines}", "utf-8")
    if logo:
        (site / "content" / "logo.svg").write_text(logo, "utf-8")


def test_every_page_has_the_sites_colours_and_a_policy_that_allows_them(site: Path) -> None:
    set_up(site, '      colour: "#1a7f37"\n')
    assert build(site).written
    pages = [data.decode() for name, data in read_site(site).items() if name.endswith(".html")]
    assert pages
    for page in pages:
        (css,) = re.findall(r"<style>(.*?)</style>", page)[:1]
        assert "--k:#1a7f37" in css
        assert css.index("--k:#0b57a4") < css.index("--k:#1a7f37"), "its own come after Waypost's"
        digest = b64encode(sha256(css.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in page


def test_an_emblem_stands_beside_the_name(site: Path) -> None:
    set_up(site, "      logo: logo.svg\n", EMBLEM)
    assert build(site).written
    files = read_site(site)
    (header,) = re.findall(r"<header>.*?</a>", files["es/parking-permit/index.html"].decode())
    (source,) = re.findall(r'<img src="\.\./\.\./(assets/logo\.[0-9a-f]{8}\.svg)"', header)
    assert files[source].decode() == EMBLEM
    assert 'width=40 height=40 alt=""' in header
    assert "Town of Alder" in header
    for page, root in (("parking-permit/index.html", "../"), ("404.html", "/")):
        (header,) = re.findall(r"<header>.*?</a>", files[page].decode())
        assert f'<img src="{root}{source}"' in header, page


def test_a_wordmark_says_the_name(site: Path) -> None:
    set_up(site, "      logo: logo.svg\n", WORDMARK)
    assert build(site).written
    (header,) = re.findall(r"<header>.*?</a>", read_site(site)["en/index.html"].decode())
    assert 'width=200 height=40 alt="Town of Alder"' in header
    assert header.count("Town of Alder") == 1


def test_a_new_logo_is_another_file(site: Path) -> None:
    set_up(site, "      logo: logo.svg\n", EMBLEM)
    build(site)
    before = {name for name in read_site(site) if "logo" in name}
    set_up(site, "      logo: logo.svg\n", WORDMARK)
    build(site)
    after = {name for name in read_site(site) if "logo" in name}
    assert len(before) == len(after) == 1
    assert before != after


def test_a_colour_that_cannot_be_read_stops_publication(site: Path) -> None:
    set_up(site, '      colour: "#ffcc00"\n')
    report = build(site)
    assert not report.written
    for findings in (report.findings, check_project(open_project(site, DAY))):
        (finding,) = [one for one in findings if one.code == "S008"]
        assert str(finding.place) == "mkdocs.yml:21:15"
        assert finding.mend == 'The nearest colour that passes is "#896c00".'


def test_a_logo_with_a_script_stops_publication(site: Path) -> None:
    set_up(site, "      logo: logo.svg\n", EMBLEM.replace("<path", "<script>1</script><path"))
    report = build(site)
    assert not report.written
    (finding,) = [one for one in report.findings if one.code == "S009"]
    assert finding.place.path == "content/logo.svg"
    assert "<script>" in finding.message


def test_no_other_drawing_is_served(site: Path) -> None:
    set_up(site, "      logo: logo.svg\n", EMBLEM)
    (site / "content" / "other.svg").write_text(EMBLEM, "utf-8")
    assert build(site).written
    assert not [name for name in read_site(site) if "other" in name]
