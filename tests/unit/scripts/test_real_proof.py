"""The proof sees a lost, a changed and a moved sentence, and nothing where all is well."""

from __future__ import annotations

from scripts.real_sites.page_text import read_main
from scripts.real_sites.phones import find_phones, name_facts, normal_phones, show_phone
from scripts.real_sites.plain_source import list_texts, split_blocks
from scripts.real_sites.proof import Proof, find_text, normal_text
from scripts.real_sites.source import parse_page


def _compare(source: list[str], shown: str) -> Proof:
    proof = Proof()
    proof.compare("page", source, shown)
    return proof


def test_texts_in_order_are_found() -> None:
    proof = _compare(["Title", "One. Two."], "Title Who can apply One.  Two.")
    assert (proof.missing, proof.texts, proof.sentences) == ([], 2, 3)
    assert proof.between == {"Who can apply": 1}


def test_a_lost_a_changed_and_a_moved_text_are_missing() -> None:
    assert [one.text for one in _compare(["a b", "c d"], "a b").missing] == ["c d"]
    assert [one.text for one in _compare(["You must not"], "You must").missing] == ["You must not"]
    (moved,) = _compare(["one two", "three"], "three one two").missing
    assert (moved.text, moved.found_elsewhere) == ("three", True)


def test_part_of_a_word_is_not_the_word() -> None:
    assert find_text("for or", "or", 0) == 4
    assert find_text("form", "or", 0) == -1


def test_a_phone_number_counts_by_its_digits() -> None:
    assert normal_text("Call (800) 555-0100.") == normal_text("Call 1\u2011800\u2011555\u20110100.")
    assert normal_phones("1-800-555-0100") == "8005550100"
    assert show_phone("8005550100") == "1-800-555-0100"


def test_what_is_no_phone_number_is_left_alone() -> None:
    for text in ("2018-10-17", "VA Form 21-526", "$1,224", "1-877-222-VETS", "001-918-781-56789"):
        assert list(find_phones(text)) == []


def test_each_number_has_one_fact() -> None:
    facts = name_facts(["800-555-0100 or 1-800-555-0100", "1-800-555-0199"])
    assert facts == {"8005550100": "phone.tel_8005550100", "8005550199": "phone.tel_8005550199"}


def test_the_source_is_read_without_any_parser() -> None:
    body = (
        "# Title #\n\n<div markdown='1'>\nSome **bold** [link](/a_(b)/) &amp; more<br>\nnext\n"
        "</div>\n"
        "- item one\n  goes on\n1. two\n\n| a | b |\n| - | - |\n| c<br>d | e |\n<!-- no -->\n"
        "<script>no</script>\n<p>Say <b>\\*x\\*</b>.</P.\n"
    )
    assert [text.replace("*", "") for text in split_blocks(body)] == [
        "Title",
        "Some bold link & more",
        "next",
        "item one goes on",
        "two",
        "a",
        "b",
        "c",
        "d",
        "e",
        "Say x.",
    ]


def test_the_front_matter_that_was_shown_counts() -> None:
    page = parse_page(
        "a/b.md",
        "---\ntitle: T\ndescription: D\nplainlanguage: certified\nrelatedlinks:\n"
        "  - heading: H\n    links:\n      - {url: /x, title: <b>L</b>, description: E}\n"
        "social:\n  - heading: Ask\n    subsections:\n      - subhead: Call\n        links:\n"
        "          - {url: 'tel:1', number: 1-800-555-0100, title: 'Line:'}\n---\nBody.\n",
    )
    assert page.address == "/a/b"
    assert list_texts(page) == (
        *("T", "D", "Body.", "Ask", "Call", "Line: 1-800-555-0100"),
        *("H", "L", "E"),
    )


def test_only_the_main_part_of_a_page_is_read() -> None:
    html = "<nav>x</nav><main><h1>A&amp;B</h1><p>c<b>d</b><br>e</p><nav>y</nav></main>z"
    assert read_main(html) == "A&B cd e"
