"""The size of an image, read from the first bytes of its file."""

from __future__ import annotations

import struct

_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers of a JPEG's frame; the three others of the range are tables."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers of a JPEG without a length."""
_TURNED = (5, 6, 7, 8)
"""EXIF's orientations of a picture that lies on its side."""


def measure_image(data: bytes) -> tuple[int, int]:
    """(width, height) in pixels of a PNG, GIF, JPEG, WebP or AVIF; (0, 0) for anything else."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return _pair(">II", data, 16)
        if data.startswith((b"GIF87a", b"GIF89a")):
            return _pair("<HH", data, 6)
        if data.startswith(b"\xff\xd8"):
            return _measure_jpeg(data)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _measure_webp(data)
        if data[4:12] in (b"ftypavif", b"ftypavis"):
            at = data.find(b"ispe")
            return _pair(">II", data, at + 8) if at >= 0 else (0, 0)
    except (struct.error, IndexError):
        pass
    return 0, 0


def _pair(form: str, data: bytes, at: int) -> tuple[int, int]:
    first, second = struct.unpack_from(form, data, at)
    return int(first), int(second)


def _measure_jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while True:
        while data[at] == 0xFF:
            at += 1
        marker = data[at]
        at += 1
        if marker in _ALONE:
            continue
        if marker in _FRAMES:
            height, width = _pair(">HH", data, at + 3)
            return (height, width) if _is_turned(data[:at]) else (width, height)
        if marker == 0xDA:
            return 0, 0
        at += _pair(">HH", data, at)[0]


def _is_turned(head: bytes) -> bool:
    """Whether a photograph says that it lies on its side."""
    start = head.find(b"Exif\0\0")
    if start < 0:
        return False
    tiff = head[start + 6 :]
    order = "<" if tiff[:2] == b"II" else ">"
    directory = struct.unpack_from(f"{order}I", tiff, 4)[0]
    for number in range(struct.unpack_from(f"{order}H", tiff, directory)[0]):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, directory + 2 + 12 * number)
        if tag == 0x0112:
            return value in _TURNED
    return False


def _measure_webp(data: bytes) -> tuple[int, int]:
    match data[12:16]:
        case b"VP8 ":
            width, height = _pair("<HH", data, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            bits = struct.unpack_from("<I", data, 21)[0]
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            return (
                int.from_bytes(data[24:27], "little") + 1,
                int.from_bytes(data[27:30], "little") + 1,
            )
        case _:
            return 0, 0
