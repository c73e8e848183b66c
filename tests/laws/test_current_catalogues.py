"""The quick reader of catalogues and the careful one agree wherever the quick one answers."""

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.catalogs import broken, check_agreement
from waypost.model.text import Document, Risk, Role, Segment, Syntax
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.current import read_current
from waypost.translation.index import index_segments
from waypost.translation.po_writer import render_catalog
from waypost.translation.stamp import StampKind, make_stamp

SOURCES = (
    "Pay {fee}.",
    "Call **us**.",
    'Say "yes".',
    "One\nTwo",
    "Bring [the form]{1}.",
    "Pay {fee}.",
)
MESSAGES = (
    "You are {age} or older.",
    "You live here.",
    "{days, plural, one {# day} other {# days}}",
)
DOCUMENT = Document(
    "guides/x",
    "content/guides/x.md",
    tuple(
        Segment(f"body/a/p-{number}", source, Role.PARAGRAPH, Risk.STANDARD)
        for number, source in enumerate(SOURCES)
    )
    + tuple(
        Segment(f"body/a/p-{number}", source, Role.PHRASE, Risk.CRITICAL, syntax=Syntax.MESSAGE)
        for number, source in enumerate(MESSAGES, len(SOURCES))
    ),
)
INDEX = index_segments(DOCUMENT)
REVIEWERS = frozenset({"maria"})

targets = st.sampled_from(
    (
        *SOURCES,
        *MESSAGES,
        "Tiene {age} años o más.",
        "Tiene '{age}' años.",
        "L'{age} d'ici",
        "C''est ici, d'accord.",
        "{days, plural, one {# día} many {# días} other {# días}}",
        "{days, plural, one {# día}}",
        "Tiene {Age} {0}.",
        "Pague {fee}.",
        "Pague.",
        "¡**Llame**!",
        'Diga "sí" \\ o no',
        "Uno\nDos",
        "",
        " ",
        "****",
    )
)
stamps = st.sampled_from(
    [
        (StampKind.MACHINE, "pseudo 1 en_es"),
        (StampKind.DRAFT, "example 1"),
        (StampKind.REVIEWED, "maria 2026-11-21"),
        (StampKind.REVIEWED, "nobody 2026-11-21"),
        (StampKind.HUMAN, ""),
        None,
    ]
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    texts = (*SOURCES, *MESSAGES)
    number = draw(st.integers(0, len(texts)))
    source = draw(st.sampled_from(texts))
    if number < len(texts) and draw(st.integers(0, 4)):
        source = texts[number]
    target = draw(targets)
    kind = draw(stamps)
    stamp = None
    if kind is not None:
        made = target if draw(st.integers(0, 5)) else "edited since"
        stamp = make_stamp(kind[0], kind[1], source, made)
    flags = (FUZZY,) if draw(st.booleans()) else ()
    comments = ("a remark",) if not draw(st.integers(0, 5)) else ()
    context = ("paragraph, standard",)
    return Entry(f"body/a/p-{number}", source, target, stamp, flags, comments, context)


@given(st.lists(entries(), max_size=7, unique_by=lambda entry: entry.address), st.booleans())
def test_the_quick_reader_agrees_with_the_careful_one(listed: list[Entry], obsolete: bool) -> None:
    former = (Entry("old", "Old.", "Viejo."),) if obsolete else ()
    data = render_catalog(Catalog("es", tuple(listed), former)).encode()
    check_agreement(INDEX, data, REVIEWERS)


@given(
    st.lists(entries(), min_size=1, max_size=5, unique_by=lambda entry: entry.address),
    st.data(),
)
def test_it_agrees_on_files_that_somebody_has_broken(
    listed: list[Entry], data: st.DataObject
) -> None:
    lost = data.draw(broken(render_catalog(Catalog("es", tuple(listed)))))
    check_agreement(INDEX, lost, REVIEWERS)


def test_it_answers_for_what_waypost_writes() -> None:
    listed = tuple(
        Entry(
            segment.address,
            segment.source,
            segment.source,
            make_stamp(StampKind.MACHINE, "pseudo 1 en_es", segment.source, segment.source),
            (FUZZY,),
            (),
            ("paragraph, standard", "under “A”"),
        )
        for segment in DOCUMENT.segments
    )
    data = render_catalog(Catalog("es", listed)).encode()
    quick = read_current(INDEX, data, REVIEWERS)
    assert quick is not None
    assert None not in quick
