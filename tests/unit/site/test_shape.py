from hypothesis import given
from hypothesis import strategies as st

from waypost.model.markup import MarkupError, parse_markup
from waypost.site.inline import render_inline
from waypost.site.shape import cut_marks, fill_marks

TARGETS = ('<a href="#a">', "", '<a href="#c">')

marked = st.lists(
    st.sampled_from(
        ["**", "*", "[", "]{1}", "]{2}", "]{3}", "{fee}", "\\*", "\\", "&", "<b>", "a", " ", "\n"]
    ),
    max_size=14,
).map("".join)


def show(fact: str) -> str:
    return f"<bdi>{fact}</bdi>"


@given(marked, marked)
def test_the_quick_way_gives_what_the_careful_one_gives(source: str, text: str) -> None:
    try:
        parse_markup(source)
    except MarkupError:
        return
    shape, tags = cut_marks(source, TARGETS)
    for each in (source, text):
        quick = fill_marks(each, shape, tags, show)
        if quick is not None:
            assert quick == render_inline(each, TARGETS, show)


def test_the_words_between_the_marks_may_be_any() -> None:
    shape, tags = cut_marks("Pay **{fee}** [here]{1}.", TARGETS)
    assert fill_marks("¡**{fee}** & [aquí]{1}!", shape, tags, show) == (
        '¡<strong><bdi>fee</bdi></strong> &amp; <a href="#a">aquí</a>!'
    )


def test_another_order_of_marks_takes_the_careful_way() -> None:
    shape, tags = cut_marks("Pay **{fee}** [here]{1}.", TARGETS)
    assert fill_marks("[Aquí]{1} **{fee}**", shape, tags, show) is None


def test_images_take_the_careful_way() -> None:
    assert cut_marks("[map]{1}", ('<img src="map.png" alt="',)) == ((), ())
