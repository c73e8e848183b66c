"""Files that pages load stand under a name of their content, and go when nothing loads them."""

from __future__ import annotations

import struct
from pathlib import Path

from tests.sites.running import build, build_afresh, lay_files, name_differences, read_site

PAGE = "en/parking-permit/index.html"


def _picture(width: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, 100)


def _with_picture(root: Path, width: int) -> None:
    guide = root / "content/guides/parking-permit.md"
    text = guide.read_text(encoding="utf-8")
    if "zones.png" not in text:
        guide.write_text(f"{text}\n![A map of the zones](maps/zones.png)\n", encoding="utf-8")
    lay_files(root, {"content/maps/zones.png": _picture(width), "content/maps/zones.pdf": b"%PDF"})


def _pictures(files: dict[str, bytes]) -> list[str]:
    return [path for path in files if path.endswith(".png")]


def test_a_picture_is_named_by_what_it_holds(site: Path) -> None:
    _with_picture(site, 300)
    assert build(site).written
    files = read_site(site)
    [path] = _pictures(files)
    assert path.startswith("assets/zones.")
    assert f'src="../../{path}" width=300 height=100'.encode() in files[PAGE]
    assert "maps/zones.pdf" in files


def test_another_picture_has_another_name_and_the_old_one_goes(site: Path, tmp_path: Path) -> None:
    _with_picture(site, 300)
    build(site)
    [before] = _pictures(read_site(site))
    _with_picture(site, 400)
    build(site)
    files = read_site(site)
    [after] = _pictures(files)
    assert after != before
    assert f'src="../../{after}" width=400'.encode() in files[PAGE]
    assert name_differences(files, build_afresh(site, tmp_path / "afresh")[1]) == []


def test_a_picture_that_somebody_deleted_is_made_again(site: Path) -> None:
    _with_picture(site, 300)
    build(site)
    [path] = _pictures(read_site(site))
    (site / "build/site" / path).unlink()
    build(site)
    assert _pictures(read_site(site)) == [path]


def test_every_guide_has_a_code_for_its_paper_where_the_address_is_known(site: Path) -> None:
    build(site)
    codes = [path for path in read_site(site) if path.startswith("assets/qr-")]
    guides = {path.stem for path in (site / "content").glob("*/*.md")}
    named = {code.removeprefix("assets/qr-").split(".")[0] for code in codes}
    assert named
    assert named <= guides


def test_without_an_address_no_code_leads_anywhere(site: Path) -> None:
    settings = site / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("site_url: https://alder.example/\n", ""), encoding="utf-8")
    build(site)
    assert not any(path.startswith("assets/qr-") for path in read_site(site))
