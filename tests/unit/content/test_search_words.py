"""`search.yml`: what it says, what is wrong in it, and whose words join."""

from __future__ import annotations

from pathlib import Path

import pytest

from waypost.content.search_checks import KnownPages, check_search_file, check_search_files
from waypost.content.search_codes import UNKNOWN_PAGE
from waypost.content.search_words import (
    MOST_BEST_BETS,
    MOST_KEYWORDS,
    MOST_SYNONYMS,
    SearchFile,
    join_words,
    load_search_file,
    load_starter,
    parse_search_words,
)
from waypost.model.finding import Place
from waypost.model.search import SearchWords, Synonym

_PATH = "translations/en/search.yml"


def _parse(text: str) -> SearchFile:
    read = parse_search_words(_PATH, text)
    assert read.findings == ()
    assert read.value is not None
    return read.value


def _codes(text: str) -> list[str]:
    return [finding.code for finding in parse_search_words(_PATH, text).findings]


def test_a_file_says_keywords_synonyms_and_best_bets() -> None:
    file = _parse(
        'keywords:\n  food-help: [EBT  card, groceries]\nsynonyms: ["dole => unemployment pay"]\n'
        'best_bets: {"911": crisis}\n'
    )
    assert file.words == SearchWords(
        keywords={"food-help": ("EBT card", "groceries")},
        synonyms=(Synonym(("dole",), ("unemployment pay",), is_two_way=False),),
        best_bets={"911": "crisis"},
    )
    assert file.pages_at == (("food-help", Place(_PATH, 2, 3)), ("crisis", Place(_PATH, 4, 20)))
    assert file.synonyms_at == (Place(_PATH, 3, 12),)
    assert file.takes_starter


@pytest.mark.parametrize("text", ["", "\n\n", "# Words for the search\n#keywords:\n"])
def test_a_file_without_words_is_no_mistake(text: str) -> None:
    assert _parse(text) == SearchFile(_PATH)


def test_what_is_wrong_is_left_out_and_the_others_count() -> None:
    read = parse_search_words(
        _PATH,
        "keywords:\n  food-help: ['&', EBT card, [a]]\n  id-card:\nkeyword: {a: [b]}\n"
        "synonyms:\n  - dole\n  - giro => unemployment pay\n",
    )
    assert read.value is not None
    assert read.value.words.keywords == {"food-help": ("EBT card",)}
    assert [each.words for each in read.value.words.synonyms] == [("giro",)]
    assert sorted(finding.code for finding in read.findings) == [
        "C050",
        "C052",
        "C053",
        "C091",
        "C093",
    ]


def test_words_of_a_page_that_there_is_not_are_kept_and_found() -> None:
    file = _parse("keywords:\n  snap: [EBT]\n  food-halp: [EBT]\nbest_bets:\n  ebt: nothing\n")
    pages = KnownPages(frozenset({"food-help"}), {"snap": "food-help"})
    found = list(check_search_file(file, pages))
    assert [(one.code, one.place.line, one.mend) for one in found] == [
        ("C090", 2, "It is a former address: write food-help."),
        ("C090", 3, f"{UNKNOWN_PAGE.mend} Did you mean “food-help”?"),
        ("C090", 5, UNKNOWN_PAGE.mend),
    ]
    assert file.words.keywords["food-halp"] == ("EBT",)


def test_all_words_within_the_limits_are_taken() -> None:
    keywords = ", ".join(f"word{number}" for number in range(MOST_KEYWORDS))
    synonyms = "\n".join(f"  - a{number} => b" for number in range(MOST_SYNONYMS))
    bets = "\n".join(f"  q{number}: guide" for number in range(MOST_BEST_BETS))
    whole = f"keywords:\n  guide: [{keywords}]\nsynonyms:\n{synonyms}\nbest_bets:\n{bets}\n"
    file = _parse(whole)
    assert len(file.words.synonyms) == MOST_SYNONYMS
    assert len(file.words.best_bets) == MOST_BEST_BETS
    over = f"keywords:\n  guide: [{keywords}, more]\nsynonyms:\n{synonyms}\n  - c => d\n"
    assert _codes(f"{over}best_bets:\n{bets}\n  more: guide\n") == ["C096"] * 3


def test_a_synonym_that_no_page_says_leads_nowhere() -> None:
    file = _parse("synonyms: [dole => unemployment pay, pay => dole, aid = help, aids = pay]\n")
    said = {"pay"}
    found = list(check_search_file(file, KnownPages(frozenset()), said.__contains__))
    assert [(one.code, one.message) for one in found] == [
        ("C097", "no page is named by “unemployment pay”"),
        ("C097", "the arrow points the wrong way: pages say “pay”, none says “dole”"),
        ("C097", "no page is named by “aid” or “help”"),
    ]
    assert found[1].mend == "Write: dole => pay"


def test_a_line_with_a_wrong_sign_has_one_mend() -> None:
    file = parse_search_words(_PATH, "synonyms: [dole <= pay, leave -> dole, aid = help]\n").value
    assert file is not None
    found = list(check_search_file(file, KnownPages(frozenset()), {"dole", "leave"}.__contains__))
    assert [(one.code, one.message) for one in found] == [
        ("C097", "no page is named by “aid” or “help”")
    ]


def test_files_that_no_language_reads_are_found() -> None:
    paths = [
        "translations/en/search.yml",
        "translations/eo/search.yml",
        "translations/es/search.yaml",
        "translations/search.yml",
        "translations/es/guides/search.po",
        "translations/es/Search.yml",
        "translations/es/SEARCH.YAML",
        "content/search.yml",
    ]
    found = list(check_search_files(paths, ["en", "es"]))
    assert [(one.code, one.place.path) for one in found] == [
        ("C098", "translations/eo/search.yml"),
        ("C098", "translations/es/SEARCH.YAML"),
        ("C098", "translations/es/Search.yml"),
        ("C098", "translations/es/search.yaml"),
        ("C098", "translations/search.yml"),
    ]


def test_a_language_knows_the_words_of_the_source_apart_from_its_own() -> None:
    own = _parse('keywords: {food: [estampillas]}\nbest_bets: {"911": crisis}\n')
    source = _parse(
        'keywords: {food: [EBT]}\nsynonyms: [dole => pay]\nbest_bets: {"9 1 1": x, snap: food}\n'
    )
    words = join_words(own, source)
    assert words.keywords == {"food": ("estampillas",)}
    assert words.synonyms == ()
    assert words.foreign_keywords == {"food": ("EBT",)}
    assert [each.words for each in words.foreign_synonyms] == [("dole",)]
    assert words.best_bets == {"911": "crisis", "9 1 1": "x", "snap": "food"}
    assert join_words(source, None) == source.words


def test_a_best_bet_of_its_own_takes_the_place_of_the_source_language_s() -> None:
    own, source = _parse("best_bets: {SNAP: comida}\n"), _parse("best_bets: {snap: food}\n")
    assert join_words(own, source).best_bets == {"SNAP": "comida"}


def test_the_starter_bank_counts_until_a_site_switches_it_off(tmp_path: Path) -> None:
    starter = load_starter("en")
    assert starter
    read = load_search_file(tmp_path, "en")
    assert read.findings == ()
    assert read.value is not None
    assert join_words(read.value, None).synonyms == starter
    folder = tmp_path / "translations" / "en"
    folder.mkdir(parents=True)
    (folder / "search.yml").write_text("starter_synonyms: no\nsynonyms: [a => b]\n", "utf-8")
    read = load_search_file(tmp_path, "en")
    assert read.value is not None
    assert [each.words for each in join_words(read.value, None).synonyms] == [("a",)]


def test_a_region_has_the_starter_bank_of_its_language_and_others_have_none() -> None:
    assert load_starter("es-MX") == load_starter("es") != ()
    assert load_starter("chk") == ()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_starter_bank_is_faultless(language: str) -> None:
    from waypost.content import search_words

    path = Path(search_words.__file__).with_name("starter_synonyms") / f"{language}.yml"
    assert parse_search_words(path.name, path.read_bytes()).findings == ()


def test_a_link_that_leads_out_of_the_site_is_not_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("keywords: {food: [secret]}\n", "utf-8")
    folder = tmp_path / "site" / "translations" / "chk"
    folder.mkdir(parents=True)
    (folder / "search.yml").symlink_to(outside)
    read = load_search_file(tmp_path / "site", "chk")
    assert read.value == SearchFile("translations/chk/search.yml")
