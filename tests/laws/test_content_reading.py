"""Whatever an editor saves: it is read without an exception, and so are its checks."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.content.site_reading import DAY
from waypost.content.checks import check_prose, check_shared
from waypost.content.entry_reader import parse_facts, parse_phrases, parse_topics
from waypost.content.guide_reader import parse_guide
from waypost.content.place_reader import parse_agency, parse_alert, parse_office
from waypost.content.prose_reader import parse_journey
from waypost.content.rules.site_view import Limits, index_pages, view_site
from waypost.content.search_checks import KnownPages, check_search_file
from waypost.content.search_words import SearchFile, parse_search_words
from waypost.content.shared import load_shared
from waypost.content.yaml_reader import read_yaml
from waypost.model.content import Shared
from waypost.model.markup import parse_markup

_ROOT = Path(__file__).resolve().parents[2]
_SHARED = load_shared(_ROOT / "content", _ROOT).value or Shared({}, {}, {}, {}, {}, {})
_EDITS = (":", " ", "\n", "\t", "{", "}", "[", "]", "- ", "'", '"', "#", "&a", "*a", "!b", "---\n")
_WORDS = ("yes", "2027-02-30", "{fee}", "é", "\x00", "\ud7ff", "<b>", "(", "**", "|", "> ", "\r")
_CUTS = st.lists(
    st.tuples(st.integers(0, 6000), st.integers(0, 12), st.sampled_from(("", *_EDITS, *_WORDS))),
    min_size=1,
    max_size=6,
)


def _edit(text: str, cuts: list[tuple[int, int, str]]) -> str:
    for at, length, insert in cuts:
        start = at % (len(text) + 1)
        text = text[:start] + insert + text[start + length :]
    return text


def _files(folder: str) -> st.SearchStrategy[str]:
    paths = sorted((_ROOT / "content").glob(folder))
    return st.sampled_from([path.read_text("utf-8") for path in paths])


@given(st.text(max_size=300))
def test_any_yaml_is_read(text: str) -> None:
    read_yaml("a.yml", text, [])


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    parse_guide("content/guides/a.md", data)
    parse_facts("content/facts.yml", data)
    parse_agency("content/agencies/a.yml", data)


@given(_files("guides/*.md"), _CUTS)
def test_any_edit_of_a_guide_is_read_and_checked(
    text: str, cuts: list[tuple[int, int, str]]
) -> None:
    text = _edit(text, cuts)
    result = parse_guide("content/guides/a.md", text)
    assert result.value is not None or result.findings != ()
    if result.value is not None:
        parse_markup(result.value.title.source)
        site = view_site(_SHARED, index_pages((result.value,), _SHARED), DAY, Limits())
        for finding in (*result.findings, *check_prose(result.value, site, text)):
            assert 1 <= finding.place.line <= text.count("\n") + text.count("\r") + 1
            assert finding.mend


@given(_files("journeys/*.md"), _CUTS)
def test_any_edit_of_a_journey_is_read(text: str, cuts: list[tuple[int, int, str]]) -> None:
    result = parse_journey("content/journeys/a.md", _edit(text, cuts))
    assert result.value is not None or result.findings != ()


@given(_files("facts.yml"), _files("topics.yml"), _CUTS)
def test_any_edit_of_facts_and_topics_is_read(
    facts: str, topics: str, cuts: list[tuple[int, int, str]]
) -> None:
    assert parse_facts("content/facts.yml", _edit(facts, cuts)).value is not None
    assert parse_topics("content/topics.yml", _edit(topics, cuts)).value is not None


@given(_files("../src/waypost/content/phrases.yml"), _CUTS)
def test_any_edit_of_phrases_is_read_and_checked(
    text: str, cuts: list[tuple[int, int, str]]
) -> None:
    phrases = parse_phrases("content/phrases.yml", _edit(text[:6000], cuts)).value
    assert phrases is not None
    shared = Shared({}, phrases, {}, {}, {}, {})
    check_shared(view_site(shared, {}, DAY, Limits()), {})


@given(_files("agencies/*.yml"), _files("offices/*.yml"), _files("alerts/*.yml"), _CUTS)
def test_any_edit_of_a_place_is_read(
    agency: str, office: str, alert: str, cuts: list[tuple[int, int, str]]
) -> None:
    for text, parse in ((agency, parse_agency), (office, parse_office), (alert, parse_alert)):
        result = parse("content/x/a.yml", _edit(text, cuts))
        assert result.value is not None or result.findings != ()


_SEARCH = sorted((_ROOT / "translations").glob("*/search.yml"))
_SIGNS = ("=>", "=", "<=", "->", "，", ",", "synonyms:\n", "keywords:", "best_bets: {", "- dole\n")


@given(
    st.sampled_from([path.read_text("utf-8") for path in _SEARCH]),
    st.lists(
        st.tuples(st.integers(0, 6000), st.integers(0, 12), st.sampled_from((*_SIGNS, *_EDITS))),
        max_size=6,
    ),
)
def test_any_edit_of_the_words_for_the_search_is_read_and_checked(
    text: str, cuts: list[tuple[int, int, str]]
) -> None:
    text = _edit(text, cuts)
    result = parse_search_words("translations/es/search.yml", text)
    assert result.value is not None or result.findings != ()
    file = result.value or SearchFile("translations/es/search.yml")
    assert len(file.synonyms_at) == len(file.words.synonyms)
    found = check_search_file(file, KnownPages(frozenset({"food-help"})), "food".__eq__)
    for finding in (*result.findings, *found):
        assert 1 <= finding.place.line <= text.count("\n") + text.count("\r") + 1
        assert finding.mend


@given(st.binary(max_size=300), st.text(max_size=300))
def test_any_words_for_the_search_are_read(data: bytes, text: str) -> None:
    parse_search_words("translations/es/search.yml", data)
    parse_search_words("translations/es/search.yml", f"synonyms:\n  - {text}\n")
