"""The questions of the search benchmark: what they are made of, and that they stay the same."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from random import Random

import pytest

from scripts.search_bench.documents import (
    Document,
    MissingCorpusError,
    load_built_guides,
    load_news,
)
from scripts.search_bench.engines import Engine, render_page
from scripts.search_bench.forms import learn_forms
from scripts.search_bench.limits import (
    judge_cpu,
    judge_means,
    judge_pace,
    judge_rivals,
    judge_weights,
)
from scripts.search_bench.pace import Pace
from scripts.search_bench.queries import Kind, Query, draw_queries, is_unique
from scripts.search_bench.scores import Score, count_hits, take_mean
from scripts.search_bench.synthetic import make_documents
from scripts.search_bench.typos import misspell, replace_sign
from scripts.search_bench.weighing import Weight, group_visits, weigh_file
from scripts.search_bench.words import (
    is_word,
    read_vocabulary,
    split_clusters,
    split_segments,
)

_TOPICS = ("harbor", "library", "kitchen", "orchard", "railway", "theater", "factory", "village")


def _write_documents() -> tuple[Document, ...]:
    """Eight documents, each with words of its own beside those that stand everywhere."""
    documents = []
    for number, place in enumerate(_TOPICS):
        sentences = [f"The {place} is there", f"Somebody keeps the {place} tidy."]
        for letter in "abcdefghij":
            words = [f"{place}{letter}{end}" for end in ("ka", "mo", "pu")]
            sentences.append(f"People there find {' '.join(words)}, and something.")
        documents.append(Document(f"doc-{number}", tuple(sentences)))
    return tuple(documents)


DOCUMENTS = _write_documents()
VOCABULARY = read_vocabulary("en", DOCUMENTS)


def _draw(kind: Kind, count: int = 40, seed: int = 1) -> tuple[Query, ...]:
    forms = {word: (f"{word}s",) for words in VOCABULARY.words for word in words}
    return draw_queries(kind, DOCUMENTS, VOCABULARY, forms, count, seed)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_seed_gives_the_same_queries_and_another_seed_others(kind: Kind) -> None:
    assert _draw(kind) == _draw(kind)
    assert _draw(kind) != _draw(kind, seed=2)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_document_is_asked_for_as_often_as_was_asked(kind: Kind) -> None:
    queries = _draw(kind, count=40)
    assert len(queries) >= 40
    assert {query.document for query in queries} == {document.id for document in DOCUMENTS}


def test_exact_words_stand_in_one_sentence_in_this_order_and_are_rare() -> None:
    sentences = {each.id: each.sentences for each in DOCUMENTS}
    for query in _draw(Kind.EXACT):
        words = query.text.split(" ")
        assert 2 <= len(words) <= 3
        assert all(VOCABULARY.frequency[word.casefold()] <= 2 for word in words)
        rows = [split_segments(sentence, "en") for sentence in sentences[query.document]]
        assert any(
            all(word in row for word in words)
            and [row.index(word) for word in words] == sorted(row.index(word) for word in words)
            for row in rows
        ), query


def test_a_prefix_keeps_three_letters_and_six_tenths() -> None:
    words = {word for own in VOCABULARY.words for word in own}
    for query in _draw(Kind.PREFIX):
        *_, start = query.text.casefold().split(" ")
        assert len(start) >= 3
        assert any(
            word.startswith(start) and 0.6 * len(word) <= len(start) < len(word) for word in words
        ), query


def test_a_typo_changes_one_word_and_leaves_the_others() -> None:
    words = {word for own in VOCABULARY.words for word in own}
    for query in _draw(Kind.TYPO):
        strange = [word for word in query.text.casefold().split(" ") if word not in words]
        assert len(strange) <= 1


def test_typos_are_of_every_kind_and_at_every_place() -> None:
    random = Random(5)
    slipped = [misspell("library", "abcdefghijklmnopqrstuvwxyz", random) for _ in range(600)]
    assert all(slipped)
    texts = [text for text in slipped if text]
    assert {len(text) for text in texts} == {6, 7, 8}
    assert any(sorted(text) == sorted("library") for text in texts)
    assert sum(not text.startswith("l") for text in texts) > 60
    assert sum(not text.endswith("y") for text in texts) > 60
    assert "library" not in texts


def test_a_typo_in_a_word_that_begins_with_a_letter_never_begins_with_a_mark() -> None:
    random = Random(7)
    marks = [chr(0x93E), chr(0x940), chr(0x94D), "क", "त"]
    for _ in range(300):
        slipped = misspell("कितना", marks, random)
        assert slipped is None or unicodedata.category(slipped[0])[0] == "L"


def test_a_korean_typo_is_of_letters_and_gives_whole_syllables() -> None:
    random = Random(3)
    slipped = {misspell("도서관은", ["가", "들", "편"], random) for _ in range(200)} - {None}
    assert len(slipped) > 10
    assert all(0xAC00 <= ord(sign) < 0xD7A4 for word in slipped if word for sign in word)


def test_a_wrong_sign_keeps_the_length() -> None:
    slipped = replace_sign("图书馆", ["山", "水"], Random(1))
    assert slipped is not None
    assert sum(a != b for a, b in zip(slipped, "图书馆", strict=True)) == 1


def test_endings_that_are_exchanged_often_give_other_forms() -> None:
    sentences = []
    for number in range(450):
        root = "".join(chr(97 + number // 26**place % 26) for place in range(3)) + "umit"
        sentences.append(f"{root}ed then {root}ing")
    documents = [Document("a", tuple(sentences)), Document("b", ("Quiet", "university universe"))]
    forms = learn_forms(read_vocabulary("en", documents), None)
    assert forms["aaaumited"] == ("aaaumiting",)
    assert "university" not in forms


def test_forms_need_a_translation_in_common() -> None:
    words = [
        "".join(chr(97 + number // 26**place % 26) for place in range(3)) + "umit"
        for number in range(420)
    ]
    texts = [f"{word}{end}" for end in ("ed", "ing") for word in words]
    alike = [f"dar{word}" for word in (*words, *words)]
    unlike = [*alike[:420], *(word[::-1] for word in words)]
    own, same, other = (
        [Document(f"d{number}", (text,)) for number, text in enumerate(each)]
        for each in (texts, alike, unlike)
    )
    vocabulary = read_vocabulary("en", own)
    assert len(learn_forms(vocabulary, read_vocabulary("es", same))) == 840
    assert learn_forms(vocabulary, read_vocabulary("es", other)) == {}


@pytest.mark.parametrize("code", ["zh-Hans", "ja", "th", "km", "my"])
def test_scripts_without_spaces_have_no_endings_to_exchange(code: str) -> None:
    assert learn_forms(read_vocabulary(code, DOCUMENTS), None) == {}


def test_a_run_of_a_script_without_spaces_stands_in_a_sentence() -> None:
    text = ("图书馆星期一不开门", "请您星期二再来借书", "办理驾驶执照需要带身份证")
    documents = tuple(Document(f"d{number}", text) for number in range(3))
    queries = draw_queries(
        Kind.UNSPACED, documents, read_vocabulary("zh-Hans", documents), {}, 12, 1
    )
    assert len(queries) >= 12
    for query in queries:
        assert 4 <= len(query.text) <= 8
        assert any(query.text in sentence for sentence in text)


def test_two_neighbours_are_written_together_where_words_have_spaces() -> None:
    for query in _draw(Kind.UNSPACED):
        assert " " not in query.text
        assert any(
            query.text in sentence.replace(" ", "").replace(".", "")
            for document in DOCUMENTS
            for sentence in document.sentences
        )


def test_a_kind_that_half_of_the_documents_cannot_give_is_not_asked() -> None:
    assert draw_queries(Kind.INFLECTED, DOCUMENTS, VOCABULARY, {}, 40, 1) == ()


def test_a_query_is_unique_if_no_other_document_has_its_words() -> None:
    assert is_unique(Query("people Harboraka", "doc-0"), VOCABULARY)
    assert not is_unique(Query("People there", "doc-0"), VOCABULARY)


def test_words_and_what_stands_between_them_are_the_text() -> None:
    for text, code in [("Don't stop, 3 men!", "en"), ("ไปโรงเรียน 2 วัน", "th"), ("𝒳 ist da", "de")]:
        assert "".join(split_segments(text, code)) == text
        assert "".join(split_clusters(text)) == text


@pytest.mark.parametrize(
    ("segment", "expected"),
    [("don't", True), ("ไป", True), ("İzmir", True), ("3", False), ("a1", False), (" ", False)],
)
def test_what_a_word_is(segment: str, expected: bool) -> None:
    assert is_word(segment) is expected


def test_synthetic_words_come_as_often_as_words_do() -> None:
    texts = ["one " * 9 + "two " * 5 + "three " * 3 + "four"]
    made = make_documents("en", texts, 30, 1)
    assert made == make_documents("en", texts, 30, 1)
    assert len({each.id for each in made}) == 30
    words = [word for each in made for sentence in each.sentences for word in sentence.split()]
    counts = [words.count(word) for word in ("one", "two", "three", "four")]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] / counts[1] == pytest.approx(2, rel=0.1)


def test_hits_are_counted_at_the_first_place_and_among_five() -> None:
    queries = [Query("a", "x"), Query("b", "x"), Query("c", "x"), Query("d", "x")]
    answers = [["x", "y"], ["y", "x"], [], ["a", "b", "c", "d", "e", "x"]]
    assert count_hits(queries, answers) == Score(25, 50)


def test_a_limit_holds_or_does_not() -> None:
    scores = {
        (Engine.WAYPOST, "en", Kind.EXACT): Score(96, 100),
        (Engine.WAYPOST, "es", Kind.EXACT): Score(95, 100),
        (Engine.PAGEFIND, "en", Kind.EXACT): Score(90, 100),
        (Engine.PAGEFIND, "es", Kind.EXACT): Score(98, 100),
    }
    assert take_mean(scores, Engine.WAYPOST, Kind.EXACT) == Score(95.5, 100)
    assert take_mean(scores, Engine.WAYPOST, Kind.TYPO) is None
    (means,) = judge_means(scores)
    (behind,) = judge_rivals(scores)
    assert means.holds
    assert not behind.holds
    assert behind.measured == "es -3.0"


def test_bytes_are_held_to_both_limits() -> None:
    light, heavy = Weight(17_000, 30_000, 4_000, 5), Weight(19_000, 19_000, 0, 5)
    rival = Weight(150_000, 150_000, 9_000, 7)
    every, eighth = judge_weights(
        "x",
        {
            (Engine.WAYPOST, "en"): light,
            (Engine.WAYPOST, "my"): heavy,
            (Engine.PAGEFIND, "en"): rival,
            (Engine.PAGEFIND, "my"): rival,
        },
    )
    assert not every.holds
    assert "over: my" in every.measured
    assert eighth.holds
    assert eighth.measured == "1/8.3"


def test_processor_time_is_held_to_a_third() -> None:
    hundred, third = judge_cpu("x", 2.0, 5.0, 100, 10)
    assert (hundred.holds, third.holds) == (False, False)
    assert all(verdict.holds for verdict in judge_cpu("x", 1.0, 5.0, 100, 10))


def test_the_slowest_language_is_held_to_the_limits() -> None:
    paces = {"en": Pace(2, 20, 9, 15, 1), "km": Pace(4, 49, 12, 30, 1)}
    answer, quick, slow = judge_pace(paces)
    assert (answer.holds, quick.holds, slow.holds) == (True, True, False)
    assert slow.measured == "km 30 ms"


def test_visits_take_the_kinds_in_turn_and_never_a_query_twice() -> None:
    queries = [[Query(f"{kind}{number}", "x") for number in range(50)] for kind in "abc"]
    visits = group_visits(queries, 6, 2)
    assert [len(visit) for visit in visits] == [3] * 6
    assert {visit[0].text[0] for visit in visits} == {"a", "b", "c"}
    texts = [query.text for visit in visits for query in visit]
    assert len(set(texts)) == len(texts)


def test_a_file_is_weighed_as_a_host_would_send_it(tmp_path: Path) -> None:
    plain, packed = tmp_path / "plain", tmp_path / "packed"
    plain.write_bytes(b"a" * 10_000)
    packed.write_bytes(Random(1).randbytes(100))
    assert weigh_file(plain) < 100
    assert weigh_file(packed) == 100


def test_a_document_is_escaped_on_its_page() -> None:
    page = render_page(Document("x", ("A & <b>", "C", "D <script>")), "en")
    assert "<script>" not in page
    assert "A &amp; &lt;b&gt;" in page


def test_missing_texts_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingCorpusError, match="The news are not at"):
        load_news(tmp_path, ())


def test_guides_are_read_as_their_pages_show_them(tmp_path: Path) -> None:
    (tmp_path / "content" / "guides").mkdir(parents=True)
    (tmp_path / "content" / "guides" / "dogs.md").write_text("x", "utf-8")
    page = tmp_path / "build" / "site" / "en" / "dogs" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        "<title>Dogs</title><header><p>Site</p></header><main><h1>Dogs</h1><p>License <b>your</b> "
        "dog.</p><ul><li>Pay<li>Wait</ul></main>",
        "utf-8",
    )
    (found,) = load_built_guides(tmp_path, "en")
    assert found.id == "dogs"
    assert found.title == "Dogs"
    assert found.summary == "License your dog."


def test_end_tags_that_a_page_leaves_out_end_its_blocks(tmp_path: Path) -> None:
    (tmp_path / "content" / "guides").mkdir(parents=True)
    (tmp_path / "content" / "guides" / "permit.md").write_text("", "utf-8")
    page = tmp_path / "build" / "site" / "en" / "permit" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        "<!doctype html><main><p>Copy of today<h1>Get a permit</h1><p>It is free.<ul>"
        "<li>Ask<li><p>Wait</ul><dl><dt>Where<dd>Here</dl></main>",
        "utf-8",
    )
    (document,) = load_built_guides(tmp_path, "en")
    assert document.sentences == ("Get a permit", "It is free.", "Ask", "Wait", "Where", "Here")
