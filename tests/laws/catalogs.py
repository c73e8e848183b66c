"""Documents, catalogues and PO files of any kind, for hypothesis to draw."""

from __future__ import annotations

from collections.abc import Set

from hypothesis import strategies as st

from waypost.model.text import Document, Risk, Role, Segment
from waypost.translation.catalog import FUZZY, Catalog, Entry
from waypost.translation.current import read_current
from waypost.translation.index import SegmentIndex
from waypost.translation.po_reader import read_targets
from waypost.translation.stamp import Stamp, StampKind
from waypost.translation.state import resolve

# Every sign that an escape, a line reader or a quote may stumble over, and some plain words.
signs = st.sampled_from(
    [*"ab é字\"\\'{}*[]#~|:,.", "\n", "\t", "\r", "\v", "\x1c", "\x85", "\u2028"]
)
texts = st.lists(st.one_of(signs, st.sampled_from(["msgid", "fee", "\\n", '\\"'])), max_size=8).map(
    "".join
)
words = st.text(alphabet="abc éß,.#:~|!", min_size=1, max_size=12).map(str.strip).filter(bool)
hashes = st.text(alphabet="0123456789abcdef", min_size=12, max_size=12)
stamps = st.one_of(
    st.builds(Stamp, st.just(StampKind.HUMAN), st.just(""), hashes, hashes),
    st.builds(Stamp, st.just(StampKind.REVIEWED), st.just("ana 2026-11-21"), hashes, hashes),
    st.builds(Stamp, st.just(StampKind.MACHINE), st.just("argos 1.12.1 en_es"), hashes, hashes),
)
entries = st.builds(
    Entry,
    address=st.one_of(st.just(""), words),
    source=texts.filter(bool),
    target=texts,
    stamp=st.none() | stamps,
    flags=st.sampled_from([(), (FUZZY,), ("no-wrap",), (FUZZY, "no-wrap")]),
    comments=st.lists(words.map(lambda x: x.lstrip("#").strip()).filter(bool), max_size=2).map(
        tuple
    ),
    context=st.lists(words, max_size=2).map(tuple),
    previous=st.just("") | texts,
)
obsolete = entries.map(
    lambda e: Entry(e.address, e.source, e.target, e.stamp, e.flags, e.comments, (), e.previous)
)
catalogs = st.builds(
    Catalog,
    st.sampled_from(["es", "zh-Hans"]),
    st.lists(entries, max_size=4).map(tuple),
    st.lists(obsolete, max_size=3).map(tuple),
    st.lists(words.map(lambda x: x.lstrip("#").strip()).filter(bool), max_size=2).map(tuple),
)

sources = st.sampled_from(
    [
        "Pay {fee}.",
        "Bring your ID.",
        "Bring your photo ID.",
        "Call us.",
        "Wait a week.",
        "Yes",
        "No",
    ]
)


_JUNK = st.sampled_from(
    ["", '"', "\\", "\n", "#", "msgid", " ", "x", "\0", "msgstr[1]", "\n\n", "# "]
)


@st.composite
def broken(draw: st.DrawFn, text: str) -> bytes:
    """The text of a file with a few signs of it lost, and others in their place."""
    at = draw(st.integers(0, len(text)))
    length = draw(st.integers(0, 8))
    return (text[:at] + draw(_JUNK) + text[at + length :]).encode()


@st.composite
def documents(draw: st.DrawFn, risks: st.SearchStrategy[Risk] | None = None) -> Document:
    """A guide of a few fields and paragraphs; the same words may stand twice."""
    risk = risks or st.sampled_from(Risk)
    segments = [Segment("title", draw(sources), Role.TITLE, Risk.STANDARD)]
    for heading in ("do", "more"):
        for kind, role in (("p", Role.PARAGRAPH), ("li", Role.ITEM)):
            segments += [
                Segment(f"body/{heading}/{kind}-{n}", text, role, draw(risk), heading=heading)
                for n, text in enumerate(draw(st.lists(sources, max_size=3)), start=1)
            ]
    return Document("guides/x", "content/guides/x.md", tuple(segments))


def check_agreement(index: SegmentIndex, data: bytes, reviewers: Set[str]) -> None:
    """The quick reader says what the careful one says, wherever it answers."""
    quick = read_current(index, data, reviewers)
    if quick is not None:
        assert list(quick) == resolve(index, read_targets(data), reviewers)
