import struct
from pathlib import Path

import pytest

from tests.unit.config.test_reader import own, read
from waypost.config.identity import load_site_logo
from waypost.model.colour import Colour
from waypost.model.logo import Logo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><path d="M0 0h1"/></svg>'


def site_with(root: Path, name: str, data: bytes) -> tuple[Logo | None, tuple[str, ...]]:
    (root / "content").mkdir(exist_ok=True)
    (root / "content" / name).write_bytes(data)
    settings, findings = read(own(f"logo: {name}"))
    assert settings is not None
    assert not findings
    from waypost.model.replacing import replace

    loaded = load_site_logo(replace(settings, root=root))
    return loaded.value, tuple(one.message for one in loaded.findings)


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\x06" * 8


@pytest.mark.parametrize("name", ["colour", "color"])
def test_one_colour_is_enough(name: str) -> None:
    settings, findings = read(own(f'{name}: "#1a7f37"'))
    assert not findings
    assert settings is not None
    assert settings.brand is not None
    assert settings.brand.light == Colour(0x1A, 0x7F, 0x37)
    assert settings.brand.dark != settings.brand.light


def test_a_dark_colour_of_its_own_is_taken_as_it_is() -> None:
    settings, findings = read(own('colour: {light: "#1a7f37", dark: "#7ee2a8"}'))
    assert not findings
    assert settings is not None
    assert settings.brand is not None
    assert settings.brand.dark == Colour(0x7E, 0xE2, 0xA8)


def test_a_site_needs_no_colour() -> None:
    settings, findings = read(own("source: en"))
    assert not findings
    assert settings is not None
    assert settings.brand is None
    assert load_site_logo(settings).value is None


def test_an_emblem_stands_beside_the_name_and_a_wordmark_in_its_place(tmp_path: Path) -> None:
    emblem, _ = site_with(tmp_path, "seal.svg", SVG.format(12, 10).encode())
    wordmark, _ = site_with(tmp_path, "name.svg", SVG.format(40, 10).encode())
    assert emblem is not None
    assert not emblem.is_wordmark
    assert wordmark is not None
    assert wordmark.is_wordmark


def test_a_png_has_its_size(tmp_path: Path) -> None:
    logo, said = site_with(tmp_path, "a.png", png(200, 80))
    assert said == ()
    assert logo == Logo("a.png", 200, 80)


def test_a_heavy_logo_is_refused(tmp_path: Path) -> None:
    logo, (said,) = site_with(tmp_path, "a.png", png(200, 80) + bytes(20_000))
    assert logo is None
    assert "20,000 are the most" in said


def test_a_logo_as_large_as_a_wall_is_refused(tmp_path: Path) -> None:
    logo, (said,) = site_with(tmp_path, "a.png", png(4000, 80))
    assert logo is None
    assert "4000 × 80 pixels" in said


def test_no_link_leads_to_a_logo_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text(SVG.format(1, 1))
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "logo.svg").symlink_to(tmp_path / "secret.svg")
    settings, _ = read(own("logo: logo.svg"))
    assert settings is not None
    from waypost.model.replacing import replace

    (finding,) = load_site_logo(replace(settings, root=tmp_path)).findings
    assert "leads out of content/" in finding.message
