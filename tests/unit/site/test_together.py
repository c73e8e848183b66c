from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from waypost.model.marks import find_shape, number_words
from waypost.model.policy import DEFAULT_POLICY
from waypost.model.text import Risk
from waypost.model.translation import Origin
from waypost.model.whole_texts import Cut, WholeTexts
from waypost.site.inline import render_inline
from waypost.site.known import HIDDEN, SHOWN, weigh_states
from waypost.site.program import OwnSlot
from waypost.site.shape import cut_marks
from waypost.site.together import fill_together, join_shapes

TARGETS = ('<a href="#a">', "", '<a href="#c">')
SOURCES = ("Pay **{fee}**.", "Plain.", "[Here]{1} & <there>.", "*One*\nTwo {fee}.", "{fee}")
SHAPES = tuple(tuple(find_shape(each)) for each in SOURCES)
NUMBER = sum(len(shape) + 1 for shape in SHAPES)
WEIGHTS = weigh_states(DEFAULT_POLICY)

words = st.text(st.sampled_from("a&<>\n“é漢 "), min_size=1, max_size=4)


def show(fact: str) -> str:
    return f"<bdi>{fact}</bdi>"


def make_slot(index: int, source: str, risk: Risk) -> OwnSlot:
    shape, tags = cut_marks(source, TARGETS)
    return OwnSlot(index, risk, 3, False, False, source, TARGETS, shape, tags)


SLOTS = [
    make_slot(at, source, Risk.CRITICAL if at == 1 else Risk.STANDARD)
    for at, source in reversed([*enumerate(SOURCES)])
]


def make_texts(said: Sequence[str], origins: Sequence[Origin]) -> WholeTexts:
    cut = Cut(SHAPES, number_words(SHAPES), (None,) * len(SHAPES))
    return WholeTexts(cut, said, origins)


@given(
    st.lists(words, min_size=NUMBER, max_size=NUMBER),
    st.lists(st.sampled_from(Origin), min_size=len(SOURCES), max_size=len(SOURCES)),
)
def test_side_by_side_gives_what_one_by_one_gives(said: list[str], origins: list[Origin]) -> None:
    together = join_shapes(SLOTS, SOURCES)
    assert together is not None
    own = make_texts(said, origins)
    weights = [WEIGHTS[0][id(origins[SLOTS[at].index])][SLOTS[at].risk] for at in together.slots]
    filled = fill_together(together, own, WEIGHTS, show)
    assert (filled is None) is (HIDDEN in weights)
    if filled is None:
        return
    html, noted = filled
    for at, shown, weight in zip(together.slots, html, weights, strict=True):
        assert ((at, weight) in noted) is (weight != SHOWN)
        assert shown == render_inline(own[SLOTS[at].index].text, TARGETS, show)


def test_one_origin_of_all_texts_is_their_state() -> None:
    reviewed = [Origin.REVIEWED] * len(SOURCES)
    assert make_texts(["a"] * NUMBER, reviewed).origin is Origin.REVIEWED
    assert make_texts(["a"] * NUMBER, [Origin.HUMAN, *reviewed[1:]]).origin is None


def test_a_text_that_is_not_to_be_shown_leaves_it_to_the_careful_way() -> None:
    together = join_shapes(SLOTS, SOURCES)
    assert together is not None
    own = make_texts(["a"] * NUMBER, [Origin.MACHINE] * len(SOURCES))
    assert fill_together(together, own, WEIGHTS, show) is None


def test_what_is_not_words_between_tags_is_filled_one_by_one() -> None:
    """Attributes, lines for people in danger, images, and texts that need no translation."""
    plain = OwnSlot(1, Risk.STANDARD, 0, False, True, "x")
    crisis = OwnSlot(1, Risk.STANDARD, 0, False, False, "x", crisis=True)
    image = OwnSlot(2, Risk.STANDARD, 0, False, False, "x", ('<img src="map.png" alt="',))
    together = join_shapes([*SLOTS, plain, crisis, image], SOURCES)
    assert together is not None
    assert together.others == (0, 5, 6, 7)
