"""The reader of complete catalogues says what the careful one says, wherever it answers."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.catalogs import broken, check_agreement
from waypost.model.marks import BETWEEN, find_shape
from waypost.model.replacing import replace
from waypost.model.text import Document, Risk, Role, Segment
from waypost.model.whole_texts import WholeTexts
from waypost.pipeline.tallies import find_engines
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.complete import name_engines
from waypost.translation.current import open_current, read_current
from waypost.translation.index import index_segments
from waypost.translation.po_writer import render_catalog
from waypost.translation.stamp import StampKind, make_stamp

SOURCES = ("Pay {fee}.", "Call **us**.", 'Say "yes".', "One\nTwo", "Bring [the form]{1}.", "Go.")
SEGMENTS = tuple(
    Segment(f"body/a/p-{number}", source, Role.PARAGRAPH, Risk.STANDARD)
    for number, source in enumerate(SOURCES)
)
INDEX = index_segments(Document("guides/x", "content/guides/x.md", SEGMENTS))
REVIEWERS = frozenset({"maria"})

signs = st.text(st.sampled_from("aé\u0301“'\"\\–  \n\t*{}[]1\0\u202e漢.\xa0"), max_size=6)
stamps = st.sampled_from(
    [
        (StampKind.MACHINE, "pseudo 1 en_es"),
        (StampKind.DRAFT, "example 1"),
        (StampKind.REVIEWED, "maria 2026-11-21"),
        (StampKind.REVIEWED, "nobody 2026-11-21"),
        (StampKind.HUMAN, ""),
    ]
)


@st.composite
def entries(draw: st.DrawFn, segment: Segment) -> Entry:
    """An entry made for its segment, mostly with the same marks in its text."""
    target = draw(signs) + segment.source + draw(signs)
    if not draw(st.integers(0, 8)):
        target = draw(st.one_of(signs, st.sampled_from(SOURCES)))
    kind, by = draw(stamps)
    made = target if draw(st.integers(0, 12)) else "edited since"
    flags = (FUZZY,) if kind in {StampKind.MACHINE, StampKind.DRAFT} else ()
    stamp = make_stamp(kind, by, segment.source, made)
    return Entry(segment.address, segment.source, target, stamp, flags, (), ("paragraph",))


catalogs = st.tuples(*[entries(segment) for segment in SEGMENTS])


@given(catalogs)
def test_it_agrees_with_the_careful_reader(listed: tuple[Entry, ...]) -> None:
    data = render_catalog(Catalog("es", listed)).encode()
    check_agreement(INDEX, data, REVIEWERS)


@given(catalogs)
def test_it_names_the_engines_that_the_file_names(listed: tuple[Entry, ...]) -> None:
    data = render_catalog(Catalog("es", listed)).encode()
    entries_read = open_current(data)
    if entries_read is not None:
        assert name_engines(entries_read) == find_engines(data)


@given(catalogs, st.data())
def test_it_agrees_on_files_that_somebody_has_broken(
    listed: tuple[Entry, ...], data: st.DataObject
) -> None:
    lost = data.draw(broken(render_catalog(Catalog("es", listed))))
    check_agreement(INDEX, lost, REVIEWERS)


def test_it_answers_for_a_complete_file_like_the_reader_entry_by_entry() -> None:
    data = render_catalog(Catalog("es", _translate(SEGMENTS))).encode()
    whole = read_current(INDEX, data, REVIEWERS)
    assert INDEX.wanted is not None
    assert whole is not None
    assert list(whole) == read_current(replace(INDEX, wanted=None), data, REVIEWERS)
    assert whole[-1] == whole[len(whole) - 1]
    assert whole[1:3] == list(whole)[1:3]


def test_texts_without_words_stand_in_their_places() -> None:
    only_marks = [
        Segment(f"body/b/p-{number}", source, Role.PARAGRAPH, Risk.STANDARD)
        for number, source in enumerate(("{fee}", "**{fee}**\n–", "1"))
    ]
    first, second, third = only_marks
    segments = (first, *SEGMENTS[:2], second, third, *SEGMENTS[2:])
    index = index_segments(Document("guides/x", "content/guides/x.md", segments))
    data = render_catalog(Catalog("es", _translate(SEGMENTS))).encode()
    whole = read_current(index, data, REVIEWERS)
    assert isinstance(whole, WholeTexts)
    assert list(whole) == read_current(replace(index, wanted=None), data, REVIEWERS)
    marks = [mark for each in segments for mark in (BETWEEN, *find_shape(each.source))][1:]
    texts = "".join(
        f"{word}{mark}" for word, mark in zip(whole.words, [*marks, ""], strict=True)
    ).split(BETWEEN)
    assert texts == [one.text for one in whole]


def _translate(segments: Sequence[Segment]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            each.address,
            each.source,
            f"“Sí” {each.source}",
            make_stamp(StampKind.MACHINE, "pseudo 1 en_es", each.source, f"“Sí” {each.source}"),
            (FUZZY,),
            (),
            ("paragraph",),
        )
        for each in segments
    )
