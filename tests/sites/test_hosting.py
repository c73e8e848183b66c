"""`waypost build --host`: compressed twins, files for the host, and nothing stale among them."""

from __future__ import annotations

import gzip
import os
import time
from pathlib import Path

import brotli
import pytest

from tests.sites.running import DAY, name_differences, read_site, run_waypost
from waypost.model.host import Host
from waypost.pipeline.build import build_site
from waypost.pipeline.options import BuildOptions

PAGE = "en/parking-permit/index.html"


def _build(root: Path, host: Host | None, *, clean: bool = False) -> dict[str, bytes]:
    report = build_site(root, BuildOptions(day=DAY, host=host, clean=clean, jobs=2))
    assert report.written
    return read_site(root)


def _with_setting(root: Path, host: str) -> None:
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("      source: en\n", f"      host: {host}\n      source: en\n")
    )


def test_every_text_has_twins_that_hold_the_same(site: Path) -> None:
    files = _build(site, Host.NGINX)
    texts = [path for path in files if path.endswith((".html", ".xml", ".svg", ".js"))]
    assert PAGE in texts
    for path in texts:
        if len(files[path]) >= 200:
            assert gzip.decompress(files[f"{path}.gz"]) == files[path], path
            assert brotli.decompress(files[f"{path}.br"]) == files[path], path
            assert len(files[f"{path}.br"]) < len(files[f"{path}.gz"]) * 1.05


def test_twins_are_the_same_each_time(site: Path) -> None:
    first = _build(site, Host.CADDY)
    assert name_differences(first, _build(site, Host.CADDY, clean=True)) == []


def test_a_page_that_changes_changes_its_twins_and_no_others(site: Path) -> None:
    _build(site, Host.NGINX)
    before = {path: path.stat().st_mtime_ns for path in (site / "build/site").rglob("*.br")}
    guide = site / "content/guides/parking-permit.md"
    text = guide.read_text(encoding="utf-8").replace("Keep the receipt", "Always keep the receipt")
    guide.write_text(text, encoding="utf-8")
    files = _build(site, Host.NGINX)
    assert b"Always keep the receipt" in gzip.decompress(files[f"{PAGE}.gz"])
    standing = {path: stamp for path, stamp in before.items() if path.exists()}
    gone = {path.parent.parent.name for path in before.keys() - standing.keys()}
    assert gone <= {"search"}, "parts of an index are named by what is in them"
    same = [path for path, stamp in standing.items() if path.stat().st_mtime_ns == stamp]
    assert site / f"build/site/{PAGE}.br" not in same
    assert len(same) > len(before) / 2


def test_the_twins_of_a_page_that_is_gone_go_with_it(site: Path) -> None:
    _build(site, Host.NGINX)
    (site / "content/guides/dog-license.md").unlink()
    for path in ("content/guides/parking-permit.md", "content/journeys"):
        for file in [site / path] if path.endswith(".md") else (site / path).glob("*.md"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("dog-license", "parking-permit"), encoding="utf-8")
    report = build_site(site, BuildOptions(day=DAY, host=Host.NGINX, preview=True))
    assert report.written
    assert [path for path in read_site(site) if "/dog-license/" in path] == []


def test_another_host_leaves_nothing_of_the_one_before(site: Path) -> None:
    _build(site, Host.NGINX)
    files = _build(site, Host.NETLIFY)
    assert "_headers" in files
    assert not any(path.endswith((".br", ".gz")) for path in files)
    plain = _build(site, None)
    assert "_headers" not in plain
    assert name_differences(plain, {k: v for k, v in files.items() if k[0] != "_"}) == []


def test_a_server_reads_its_files_where_nobody_fetches_them(site: Path) -> None:
    files = _build(site, Host.NGINX)
    assert not any("conf" in path for path in files)
    text = (site / "build/host/nginx/waypost.conf").read_text(encoding="utf-8")
    assert "(?:parking)/?$" in text


def test_the_setting_says_the_same_as_the_option(site: Path) -> None:
    asked = _build(site, Host.CLOUDFLARE)
    _with_setting(site, "cloudflare")
    assert name_differences(asked, _build(site, None)) == []


def test_a_host_that_nobody_knows_is_a_finding(site: Path) -> None:
    _with_setting(site, "apache")
    done = run_waypost(site, "build")
    assert done.returncode == 1
    assert "mkdocs.yml:11" in done.stdout
    assert "host must be one of nginx, caddy, netlify, cloudflare, github" in done.stdout


@pytest.mark.parametrize("lost", [f"{PAGE}.br", f"{PAGE}.gz"])
def test_a_twin_that_somebody_deleted_is_made_again(site: Path, lost: str) -> None:
    before = _build(site, Host.NGINX)
    (site / "build/site" / lost).unlink()
    assert name_differences(before, _build(site, Host.NGINX)) == []


def test_what_was_compressed_once_is_taken_again_and_forgotten_in_time(site: Path) -> None:
    _build(site, Host.NGINX)
    kept = [path for path in (site / "build/.cache/compressed").glob("*/*") if path.is_file()]
    old = time.time() - 7 * 86_400
    for path in kept:
        os.utime(path, (old, old))
    (site / "build/site" / f"{PAGE}.br").unlink()
    _build(site, Host.NGINX)
    left = {path for path in (site / "build/.cache/compressed").glob("*/*") if path.is_file()}
    assert len(left) == 2
    assert left <= set(kept)
