"""What each host is told."""

from __future__ import annotations

import re

import pytest

from waypost.hosting.choice import write_host_files
from waypost.hosting.headers import ASSET_POLICY, FOR_EVER, PAGE_POLICY
from waypost.hosting.served_site import ServedSite
from waypost.model.host import Host

SITE = ServedSite(
    "https://alder.example/", {"parking": "parking-permit", "car": "parking-permit"}, ("es",)
)
PLAIN = ServedSite("", {})
BELOW = ServedSite("https://alder.example/services/", {"parking": "parking-permit"})


def _read(host: Host, site: ServedSite) -> dict[str, str]:
    files = write_host_files(host, site)
    return {each.path: each.data.decode() for each in (*files.inside, *files.beside)}


def _rules(text: str) -> dict[str, dict[str, str]]:
    """A `_headers` file, read as the hosts document it."""
    rules: dict[str, dict[str, str]] = {}
    at = ""
    for line in text.splitlines():
        if line.startswith("/"):
            at = line
            rules[at] = {}
        else:
            assert line.startswith("  ")
            name, _, value = line.strip().partition(": ")
            assert name not in rules[at]
            rules[at][name] = value
    return rules


@pytest.mark.parametrize("host", [Host.NGINX, Host.CADDY])
def test_what_a_server_reads_stands_outside_of_the_site(host: Host) -> None:
    files = write_host_files(host, SITE)
    assert files.inside == ()
    assert all(each.path.startswith(f"{host}/") for each in files.beside)


@pytest.mark.parametrize("host", [Host.NETLIFY, Host.CLOUDFLARE, Host.GITHUB])
def test_what_a_service_reads_stands_in_the_site(host: Host) -> None:
    assert write_host_files(host, SITE).beside == ()


def test_github_gets_nothing_that_it_would_not_read() -> None:
    assert _read(Host.GITHUB, SITE) == {".nojekyll": ""}


@pytest.mark.parametrize("host", [Host.NETLIFY, Host.CLOUDFLARE])
def test_headers_of_a_service(host: Host) -> None:
    rules = _rules(_read(host, SITE)["_headers"])
    assert list(rules) == ["/*", "/assets/*"]
    assert rules["/*"]["Content-Security-Policy"] == PAGE_POLICY
    assert rules["/*"]["Referrer-Policy"] == "no-referrer"
    assert rules["/assets/*"] == {
        "Cache-Control": FOR_EVER,
        "Content-Security-Policy": ASSET_POLICY,
    }


@pytest.mark.parametrize("host", [Host.NETLIFY, Host.CLOUDFLARE])
def test_only_policies_stand_in_two_rules_that_meet(host: Host) -> None:
    rules = _rules(_read(host, SITE)["_headers"])
    both = rules["/*"].keys() & rules["/assets/*"].keys()
    assert both == {"Content-Security-Policy"}


def test_netlify_leads_on_over_the_page_that_stands_there() -> None:
    assert _read(Host.NETLIFY, SITE)["_redirects"].splitlines() == [
        "/car/ /parking-permit/ 301!",
        "/parking/ /parking-permit/ 301!",
        "/:lang/car/ /:lang/parking-permit/ 301!",
        "/:lang/parking/ /:lang/parking-permit/ 301!",
        "/es/* /es/404.html 404",
    ]


def test_cloudflare_has_plain_redirects_before_those_with_placeholders() -> None:
    assert _read(Host.CLOUDFLARE, SITE)["_redirects"].splitlines() == [
        "/car/ /parking-permit/ 301",
        "/parking/ /parking-permit/ 301",
        "/:lang/car/ /:lang/parking-permit/ 301",
        "/:lang/parking/ /:lang/parking-permit/ 301",
    ]


def test_cloudflare_is_told_no_more_than_it_takes() -> None:
    many = ServedSite("", {f"old-{number}": "new" for number in range(3000)})
    rules = _read(Host.CLOUDFLARE, many)["_redirects"].splitlines()
    assert len([rule for rule in rules if ":lang" in rule]) == 100
    assert len([rule for rule in rules if ":lang" not in rule]) == 2000
    assert max(map(len, rules)) < 1000
    assert max(map(len, _read(Host.CLOUDFLARE, SITE)["_headers"].splitlines())) < 2000


@pytest.mark.parametrize("host", [Host.NETLIFY, Host.CLOUDFLARE])
def test_a_site_without_old_addresses_has_no_redirects(host: Host) -> None:
    assert _read(host, PLAIN).keys() == {"_headers"}


@pytest.mark.parametrize("host", [Host.NGINX, Host.CADDY, Host.NETLIFY, Host.CLOUDFLARE])
def test_transport_is_only_spoken_of_under_tls(host: Host) -> None:
    assert any("Strict-Transport-Security" in text for text in _read(host, SITE).values())
    assert not any("Strict-Transport-Security" in text for text in _read(host, PLAIN).values())


@pytest.mark.parametrize("host", [Host.NGINX, Host.CADDY])
def test_a_server_is_told_of_its_language_pages_and_old_addresses(host: Host) -> None:
    text = "".join(_read(host, SITE).values())
    assert "/es/404.html" in text
    assert "(?:car|parking)/?$" in text


@pytest.mark.parametrize("host", [Host.NGINX, Host.CADDY])
def test_only_a_language_stands_before_an_old_address(host: Host) -> None:
    moved = {"parking": "permit", "old/parking": "zoo"}
    site = ServedSite("https://alder.example/v1.2/", moved, languages=("es", "zh-Hans"))
    text = "".join(_read(host, site).values())
    patterns = [re.compile(each) for each in re.findall(r"[\"`](\^/\S+\$)[\"`]", text)]
    told = {
        address: [bool(each.match(address)) for each in patterns]
        for address in (
            "/v1.2/parking/",
            "/v1.2/zh-Hans/parking",
            "/v1.2/old/parking/",
            "/v1.2/es/old/parking/",
            "/v1.2/other/parking/",
            "/v1x2/parking/",
        )
    }
    assert ServedSite("", moved).write_pattern(["parking"]) == "^/()(?:parking)/?$"
    assert list(told.values()) == [
        [True, False],
        [True, False],
        [False, True],
        [False, True],
        [False, False],
        [False, False],
    ]


def test_an_asset_that_is_missing_is_not_kept_for_ever() -> None:
    text = _read(Host.NGINX, SITE)["nginx/waypost.conf"]
    lines = [line for line in text.splitlines() if FOR_EVER in line]
    assert lines
    assert not any("always" in line for line in lines)
    assert (
        'handle_errors {\n\t\theader Cache-Control "no-cache"'
        in (_read(Host.CADDY, SITE)["caddy/waypost.caddy"])
    )


@pytest.mark.parametrize("host", list(Host))
def test_a_site_below_another_address_keeps_to_its_folder(host: Host) -> None:
    for text in _read(host, BELOW).values():
        ways = re.findall(r"(?:^|[\s^])(/[a-z:*]\S*)", re.sub(r"#.*", "", text))
        assert all(way.startswith("/services/") for way in ways), ways


def test_an_address_can_not_break_out_of_its_line() -> None:
    odd = ServedSite('https://alder.example/a";return;{/', {})
    assert odd.path == "/a%22%3Breturn%3B%7B/"


def test_brackets_and_braces_of_a_server_are_closed() -> None:
    for host in (Host.NGINX, Host.CADDY):
        for text in _read(host, SITE).values():
            bare = re.sub(r"#.*|\"[^\"\n]*\"|`[^`\n]*`", "", text)
            assert bare.count("{") == bare.count("}")
