"""Codes on paper: dark on light, with room around, the same each time."""

from __future__ import annotations

import re

import pytest
from zxingcpp import read_barcodes

from waypost.site.qr_code import render_qr_code


def _dark(svg: str) -> set[tuple[int, int]]:
    """The dark modules, as (row, column), as the path of the picture draws them."""
    path = re.search(r'stroke="#000" d="([^"]+)"', svg)
    assert path is not None
    x, y, found = 0, 0, set[tuple[int, int]]()
    for command, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", path[1]):
        if command == "h":
            found |= {(y, column) for column in range(x, x + int(first))}
            x += int(first)
        elif command == "M":
            x, y = int(first), int(float(second))
        else:
            x, y = x + int(first), y + int(second or 0)
    return found


def test_a_code_has_its_three_eyes_and_room_around() -> None:
    svg = render_qr_code("https://alder.example/renew/").decode()
    size = int(svg.split('viewBox="0 0 ')[1].split(" ")[0])
    dark = _dark(svg)
    for row, column in ((4, 4), (4, size - 11), (size - 11, 4)):
        assert {(row, column + each) for each in range(7)} <= dark
        assert (row + 1, column + 1) not in dark
        assert {(row + 3, column + each) for each in (2, 3, 4)} <= dark
    assert all(4 <= row < size - 4 and 4 <= column < size - 4 for row, column in dark)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/",
        "https://alder.example/renew/",
        f"https://alder.example/{'long-' * 40}/",
    ],
)
def test_what_is_drawn_is_read_as_the_address(address: str) -> None:
    svg = render_qr_code(address).decode()
    size = int(svg.split('viewBox="0 0 ')[1].split(" ")[0])
    picture = bytearray(b"\xff" * (size * 4) ** 2)
    for row, column in _dark(svg):
        for line in range(row * 4, row * 4 + 4):
            start = line * size * 4 + column * 4
            picture[start : start + 4] = bytes(4)
    view = memoryview(picture).cast("B", (size * 4, size * 4))
    assert [each.text for each in read_barcodes(view)] == [address]


def test_a_code_is_white_where_it_is_not_black() -> None:
    assert b'fill="#fff"' in render_qr_code("https://alder.example/renew/")


def test_the_same_address_gives_the_same_bytes() -> None:
    one, other = (render_qr_code("https://alder.example/renew/") for _ in range(2))
    assert one == other
