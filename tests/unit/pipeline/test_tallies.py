"""Texts and words are counted by state, and by what readers see instead."""

from __future__ import annotations

import pytest

from waypost.model.policy import DEFAULT_POLICY
from waypost.model.tally import STATES, Tally, add_tallies
from waypost.model.text import Document, Risk, Role, Segment
from waypost.model.translation import Freshness, Origin, Translation
from waypost.model.whole_texts import WholeTexts
from waypost.pipeline.tallies import count_texts, find_engines, measure_sizes
from waypost.site.known import weigh_states
from waypost.translation.index import index_segments

_WEIGHTS = weigh_states(DEFAULT_POLICY)


def _document(*texts: tuple[str, Risk]) -> Document:
    return Document(
        "guides/a",
        "content/guides/a.md",
        tuple(
            Segment(f"p-{at}", source, Role.PARAGRAPH, risk)
            for at, (source, risk) in enumerate(texts)
        ),
    )


def test_each_text_is_in_one_state_and_wordless_ones_in_none() -> None:
    document = _document(
        ("One two.", Risk.CRITICAL),
        ("One two three.", Risk.CRITICAL),
        ("One.", Risk.LOW),
        ("{phone.desk}", Risk.CRITICAL),
        ("One two three four.", Risk.STANDARD),
    )
    sizes = measure_sizes(document, index_segments(document))
    found = [
        Translation("a", Origin.REVIEWED, Freshness.CURRENT),
        Translation("a", Origin.MACHINE, Freshness.CURRENT),
        Translation("a", Origin.HUMAN, Freshness.STALE),
        Translation("{phone.desk}", Origin.REVIEWED, Freshness.CURRENT),
        None,
    ]
    tally = count_texts(sizes, found, _WEIGHTS)
    assert dict(zip(STATES, zip(tally.texts, tally.words, strict=True), strict=True)) == {
        "reviewed": (1, 2),
        "human": (0, 0),
        "draft": (0, 0),
        "machine": (1, 3),
        "stale": (1, 1),
        "missing": (1, 4),
    }
    # A machine's critical text, and the one that lacks; the stale one at low risk is shown.
    assert (tally.source_texts, tally.source_words) == (2, 7)


@pytest.mark.parametrize("freshness", list(Freshness))
@pytest.mark.parametrize("origin", list(Origin))
@pytest.mark.parametrize("risk", list(Risk))
def test_what_stands_in_the_source_is_the_policys(
    risk: Risk, origin: Origin, freshness: Freshness
) -> None:
    document = _document(("One two.", risk))
    translation = Translation("a", origin, freshness)
    sizes = measure_sizes(document, index_segments(document))
    tally = count_texts(sizes, [translation], _WEIGHTS)
    assert tally.source_texts == (DEFAULT_POLICY.decide(risk, translation) is None)
    assert sum(tally.texts) == 1


@pytest.mark.parametrize("origin", list(Origin))
def test_texts_of_one_state_are_counted_as_each_would_be(origin: Origin) -> None:
    document = _document(("One.", Risk.LOW), ("{fee}", Risk.LOW), ("One two.", Risk.CRITICAL))
    index = index_segments(document)
    sizes = measure_sizes(document, index)
    assert index.wanted is not None
    whole = WholeTexts(index.wanted.cut, ["a", "", "", "b"], [origin] * 3)
    assert count_texts(sizes, whole, _WEIGHTS) == count_texts(sizes, list(whole), _WEIGHTS)


def test_no_risk_counts_above_the_most() -> None:
    document = _document(("One two.", Risk.CRITICAL))
    sizes = measure_sizes(document, index_segments(document), Risk.STANDARD)
    draft = Translation("a", Origin.DRAFT, Freshness.CURRENT)
    assert count_texts(sizes, [draft], _WEIGHTS).source_texts == 0


def test_tallies_add_up() -> None:
    one = Tally((1, 0, 0, 0, 0, 2), (5, 0, 0, 0, 0, 6), 2, 6)
    assert add_tallies([one, one]) == Tally((2, 0, 0, 0, 0, 4), (10, 0, 0, 0, 0, 12), 4, 12)
    assert add_tallies([]) == Tally()


def test_engines_are_those_of_active_entries() -> None:
    head = b'msgid ""\nmsgstr ""\n"Language: es\\n"\n\n'
    entry = b'# mt: %s src=0a1b2c3d4e5f tgt=0a1b2c3d4e5f\n%smsgctxt "%s"\nmsgid "a"\nmsgstr "b"\n\n'
    data = head + entry % (b"argos 1.12.1 en_es", b"", b"x")
    data += entry % (b"firefox 0.5.0 en_pt 1693087644", b"", b"y")
    data += entry % (b"argos 1.12.1 en_es", b"#, fuzzy\n", b"z")
    gone = entry % (b"apertium 3 eng-spa", b"", b"w")
    data += gone.replace(b"\nmsg", b"\n#~ msg")
    assert find_engines(data) == ("argos 1.12.1", "firefox 0.5.0")
    assert find_engines(head) == ()
    assert find_engines(b"# reviewed: ana 2026-01-01 src=1 tgt=2\nmsgctxt") == ()
