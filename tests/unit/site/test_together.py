from hypothesis import given
from hypothesis import strategies as st

from waypost.model.markup import MarkupError
from waypost.model.policy import DEFAULT_POLICY
from waypost.model.text import Risk
from waypost.model.translation import Freshness, Origin, Translation
from waypost.site.inline import render_inline
from waypost.site.known import HIDDEN, SHOWN, weigh_states
from waypost.site.program import OwnSlot
from waypost.site.shape import cut_marks
from waypost.site.together import fill_together, join_shapes

TARGETS = ('<a href="#a">', "", '<a href="#c">')
SOURCES = ("Pay **{fee}**.", "Plain.", "[Here]{1} & <there>.", "*One*\nTwo {fee}.")
WEIGHTS = weigh_states(DEFAULT_POLICY)

texts = st.one_of(
    st.sampled_from(SOURCES),
    st.lists(
        st.sampled_from(["**", "[", "]{1}", "{fee}", "\\*", "&", "<b>", "a", "\n", "“"]), max_size=5
    ).map("".join),
)
translations = st.one_of(
    st.none(),
    st.builds(Translation, texts, st.sampled_from(Origin), st.sampled_from(Freshness)),
)


def show(fact: str) -> str:
    return f"<bdi>{fact}</bdi>"


def make_slot(index: int, source: str, risk: Risk) -> OwnSlot:
    shape, tags = cut_marks(source, TARGETS)
    return OwnSlot(index, risk, 3, False, False, source, TARGETS, shape, tags)


SLOTS = [
    make_slot(at, source, Risk.CRITICAL if at == 1 else Risk.STANDARD)
    for at, source in enumerate(SOURCES)
]


@given(st.lists(translations, min_size=len(SLOTS), max_size=len(SLOTS)))
def test_side_by_side_gives_what_one_by_one_gives(own: list[Translation | None]) -> None:
    together = join_shapes(SLOTS)
    assert together is not None
    filled = fill_together(together, own, WEIGHTS, show)
    if filled is None:
        return
    html, noted = filled
    current, stale = WEIGHTS
    for at, translation in enumerate(own):
        assert translation is not None
        states = current if translation.freshness is Freshness.CURRENT else stale
        weight = states[id(translation.origin)][SLOTS[at].risk]
        assert weight != HIDDEN
        assert ((at, weight) in noted) is (weight != SHOWN)
        try:
            expected = render_inline(translation.text, TARGETS, show)
        except MarkupError:
            # A catalogue's reader lets no such text pass.
            continue
        assert html[at] == expected


def test_it_answers_for_texts_with_the_marks_of_their_sources() -> None:
    together = join_shapes(SLOTS)
    assert together is not None
    own = [Translation(each, Origin.REVIEWED, Freshness.CURRENT) for each in SOURCES]
    filled = fill_together(together, own, WEIGHTS, show)
    assert filled is not None
    assert filled[0] == [render_inline(each, TARGETS, show) for each in SOURCES]
    assert together.others == ()


def test_a_text_that_is_not_to_be_shown_leaves_it_to_the_careful_way() -> None:
    together = join_shapes(SLOTS)
    assert together is not None
    own = [Translation(each, Origin.MACHINE, Freshness.CURRENT) for each in SOURCES]
    assert fill_together(together, own, WEIGHTS, show) is None


def test_attributes_and_lines_for_people_in_danger_are_filled_one_by_one() -> None:
    plain = OwnSlot(4, Risk.STANDARD, 0, False, True, "x")
    crisis = OwnSlot(5, Risk.STANDARD, 0, False, False, "x", crisis=True)
    together = join_shapes([*SLOTS, plain, crisis])
    assert together is not None
    assert together.others == (4, 5)
