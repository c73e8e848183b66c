"""The size of an image, by its first bytes."""

from __future__ import annotations

import struct

import pytest

from waypost.site.image_size import measure_image

_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480)
_FRAME = b"\xff\xc0" + struct.pack(">HBHH", 17, 8, 480, 640) + bytes(10)
_TABLE = b"\xff\xdb" + struct.pack(">H", 67) + bytes(65)


def _exif(turned: int) -> bytes:
    """What a camera says of a picture that was held like this."""
    entry = struct.pack("<HHIHH", 0x0112, 3, 1, turned, 0)
    body = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 1) + entry + bytes(4)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _webp(kind: bytes, body: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + kind + bytes(4) + body


@pytest.mark.parametrize(
    "data",
    [
        _PNG,
        b"GIF89a" + struct.pack("<HH", 640, 480),
        b"\xff\xd8" + _TABLE + b"\xff" + _FRAME,
        b"\xff\xd8" + _exif(1) + _TABLE + _FRAME,
        _webp(b"VP8 ", bytes(6) + struct.pack("<HH", 640, 480)),
        _webp(b"VP8L", b"/" + struct.pack("<I", 639 | 479 << 14)),
        _webp(b"VP8X", bytes(4) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")),
        b"\0\0\0\x1cftypavif" + bytes(40) + b"ispe" + struct.pack(">III", 0, 640, 480),
    ],
    ids=["png", "gif", "jpeg", "exif", "webp", "lossless", "extended", "avif"],
)
def test_each_form_tells_its_size(data: bytes) -> None:
    assert measure_image(data) == (640, 480)


def test_a_photograph_on_its_side_is_measured_upright() -> None:
    assert measure_image(b"\xff\xd8" + _exif(6) + _FRAME) == (480, 640)


@pytest.mark.parametrize("whole", [_PNG, b"\xff\xd8" + _exif(6) + _TABLE + _FRAME])
def test_a_file_that_is_cut_off_has_no_size(whole: bytes) -> None:
    sizes = {measure_image(whole[:end]) for end in range(len(whole) - 12)}
    assert sizes == {(0, 0)}


def test_anything_else_has_no_size() -> None:
    assert measure_image(b"<svg width='640' height='480'/>") == (0, 0)
