import pytest

from waypost.model.colour import Colour, contrast, find_nearest, luminance, parse_colour

WHITE, BLACK = Colour(255, 255, 255), Colour(0, 0, 0)


@pytest.mark.parametrize("text", ["#0b57a4", "0b57a4", " #0B57A4 "])
def test_a_colour_is_read_as_people_write_it(text: str) -> None:
    assert parse_colour(text) == Colour(0x0B, 0x57, 0xA4)


def test_three_digits_are_doubled() -> None:
    assert parse_colour("#0af") == Colour(0x00, 0xAA, 0xFF)


@pytest.mark.parametrize("text", ["", "#", "teal", "#12345", "#1234567", "rgb(1,2,3)", "#ggg"])
def test_anything_else_is_none(text: str) -> None:
    assert parse_colour(text) is None


def test_white_on_black_is_the_most() -> None:
    assert contrast(WHITE, BLACK) == contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == 1


@pytest.mark.parametrize(
    ("text", "ratio"),
    # From WebAIM's contrast checker, on white.
    [("#767676", 4.54), ("#777777", 4.48), ("#ff0000", 4.0), ("#0000ff", 8.59), ("#008000", 5.14)],
)
def test_known_ratios(text: str, ratio: float) -> None:
    colour = parse_colour(text)
    assert colour is not None
    assert int(contrast(colour, WHITE) * 100) / 100 == pytest.approx(ratio, abs=0.011)


def test_the_luminance_of_the_primaries_adds_up() -> None:
    parts = (Colour(255, 0, 0), Colour(0, 255, 0), Colour(0, 0, 255))
    assert sum(map(luminance, parts)) == pytest.approx(1)


def test_a_colour_that_passes_is_its_own_nearest() -> None:
    colour = Colour(11, 87, 164)
    assert find_nearest(colour, lambda _: True) == colour


def test_the_nearest_passes_and_the_one_before_it_does_not() -> None:
    yellow = Colour(255, 204, 0)
    near = find_nearest(yellow, lambda one: contrast(one, WHITE) >= 4.5)
    assert near is not None
    assert 4.5 <= contrast(near, WHITE) < 4.6
    # Still a yellow: red above green, and no blue.
    assert near.red > near.green > 60
    assert near.blue < 10


def test_none_is_found_where_none_can_be() -> None:
    assert find_nearest(WHITE, lambda one: contrast(one, WHITE) > 21.5) is None


@pytest.mark.parametrize("part", range(0, 256, 5))
def test_every_grey_is_found_again(part: int) -> None:
    least = contrast(Colour(part, part, part), BLACK)
    near = find_nearest(BLACK, lambda one: contrast(one, BLACK) >= least)
    assert near is not None
    assert abs(near.red - part) <= 2
    assert near.red == near.green == near.blue
