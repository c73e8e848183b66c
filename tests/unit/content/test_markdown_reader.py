from __future__ import annotations

from time import process_time

import pytest

from waypost.content.anchors import slugify
from waypost.content.body import Body
from waypost.content.markdown_codes import MARKDOWN_CODES
from waypost.content.markdown_reader import read_blocks
from waypost.content.sections import divide
from waypost.model.block import (
    Align,
    Block,
    Figure,
    Heading,
    Inline,
    Item,
    List,
    Note,
    NoteKind,
    Paragraph,
    Quote,
    Table,
    Target,
    TargetKind,
)
from waypost.model.finding import Code, Finding
from waypost.model.guide import Reference, ReferenceKind, SectionKey


def _body(text: str) -> Body:
    return Body("a.md", text, 1, list[Finding](), list[Reference]())


def _read(text: str) -> tuple[Block[Inline], ...]:
    body = _body(text)
    blocks = read_blocks(body)
    assert body.findings == []
    return blocks


def _leaf(text: str) -> Inline:
    (block,) = _read(text)
    assert isinstance(block, Paragraph)
    return block.leaf


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Plain words.", "Plain words."),
        ("**strong** and *emphasis*", "**strong** and *emphasis*"),
        ("__strong__ and _emphasis_", "**strong** and *emphasis*"),
        ("two\nlines", "two lines"),
        ("two  \nlines", "two\nlines"),
        ("two\\\nlines", "two\nlines"),
        ("5 \\* 3 [x] {y z}", "5 \\* 3 \\[x\\] \\{y z\\}"),
        ("Pay {fee.my_license} or {fee_b_c}.", "Pay {fee.my_license} or {fee_b_c}."),
        ("**{fee.a_b}** _{fee.c_d}_", "**{fee.a_b}** *{fee.c_d}*"),
        ("\\{fee\\}", "\\{fee\\}"),
        ("a &amp; b &nbsp; c", "a & b \u00a0 c"),
        ("snake_case_word", "snake_case_word"),
        ("<https://x.example/a>", "[https://x.example/a]{1}"),
        ("a\\\\b", "a\\\\b"),
        ("2 * 3 * 4", "2 \\* 3 \\* 4"),
    ],
)
def test_inline_markdown_becomes_segment_text(markdown: str, text: str) -> None:
    assert _leaf(markdown).text == text


def test_targets_are_numbered_in_the_order_of_the_text() -> None:
    leaf = _leaf("See [**one**](b#c), ![a map](m.png) and [two]({url.x} 'title').")
    assert leaf.text == "See [**one**]{1}, [a map]{2} and [two]{3}."
    assert leaf.targets == (
        Target(TargetKind.LINK, "b#c"),
        Target(TargetKind.IMAGE, "m.png"),
        Target(TargetKind.LINK, "{url.x}"),
    )


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("parking", "parking"),
        ("parking/", "parking"),
        ("parking.md", "parking"),
        ("../guides/parking.md#fees", "parking#fees"),
        ("./parking#fees", "parking#fees"),
        ("#fees", "#fees"),
        ("https://x.example/%C3%A9?a=b&c", "https://x.example/%C3%A9?a=b&c"),
        ("mailto:a@x.example", "mailto:a@x.example"),
        ("forms/a.pdf", "forms/a.pdf"),
        ("{url.x}", "{url.x}"),
    ],
)
def test_an_address_stays_or_becomes_an_id(href: str, target: str) -> None:
    assert _leaf(f"[words]({href})").targets == (Target(TargetKind.LINK, target),)


def test_facts_and_pages_are_references_with_places() -> None:
    body = _body("Pay {fee}.\n\n- See [it](parking#a)\n  or [there]({url.x}).")
    read_blocks(body)
    assert [(one.kind, one.id, one.place.line, one.place.column) for one in body.references] == [
        (ReferenceKind.FACT, "fee", 1, 5),
        (ReferenceKind.PAGE, "parking", 3, 11),
        (ReferenceKind.FACT, "url.x", 4, 14),
    ]


def test_nested_lists_keep_their_numbers() -> None:
    (block,) = _read("3. one\n   - inner\n\n     more\n4. two\n")
    inner = List(
        ordered=False,
        start=1,
        items=(Item((Paragraph(Inline("inner", (), 2)), Paragraph(Inline("more", (), 4)))),),
    )
    assert block == List(
        ordered=True,
        start=3,
        items=(
            Item((Paragraph(Inline("one", (), 1)), inner)),
            Item((Paragraph(Inline("two", (), 5)),)),
        ),
    )


def test_a_table_keeps_its_alignment() -> None:
    (block,) = _read("| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | **2** |\n")
    assert block == Table(
        (Align.LEFT, Align.CENTER, Align.RIGHT, Align.NONE),
        tuple(Inline(text, (), 1) for text in "abcd"),
        ((Inline("1", (), 3), Inline("**2**", (), 3), Inline("", (), 3), Inline("", (), 3)),),
    )


def test_an_image_alone_is_a_figure() -> None:
    (block,) = _read("![The *front* {of} it](card.png)\n")
    assert block == Figure("card.png", Inline("The front {of} it", (), 1))


@pytest.mark.parametrize(
    ("markdown", "kind"),
    [
        ("> [!note]\n> Come early.", NoteKind.NOTE),
        ("> [!CRITICAL]\n> Come early.", NoteKind.CRITICAL),
        ("> [!note] Come early.", NoteKind.NOTE),
        ("> [!note]\n>\n> Come early.", NoteKind.NOTE),
    ],
)
def test_notes(markdown: str, kind: NoteKind) -> None:
    (block,) = _read(markdown)
    assert isinstance(block, Note)
    assert block.kind is kind
    assert [one.leaf.text for one in block.blocks if isinstance(one, Paragraph)] == ["Come early."]


def test_a_quotation_is_no_note() -> None:
    (block,) = _read("> Come early. [!note]\n")
    assert isinstance(block, Quote)


def test_headings_have_ids() -> None:
    blocks = _read("## Late fees\n### Late fees\n### More {#own-id}\n#### Pay {fee} **now**\n")
    assert [(one.level, one.id, one.leaf.text) for one in blocks if isinstance(one, Heading)] == [
        (2, "late-fees", "Late fees"),
        (3, "late-fees-2", "Late fees"),
        (3, "own-id", "More"),
        (4, "pay-now", "Pay {fee} **now**"),
    ]


def test_spaces_in_a_heading_are_read_once() -> None:
    begun = process_time()
    (heading,) = _read("## x" + " " * 60_000 + "y\n")
    assert process_time() - begun < 2
    assert isinstance(heading, Heading)


def test_a_heading_does_not_take_the_id_of_a_part_of_the_page() -> None:
    (heading,) = _read("## Cost\n")
    assert isinstance(heading, Heading)
    assert heading.id == "cost-2"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("What to do", "what-to-do"),
        ("If you’re refused: now?", "if-youre-refused-now"),
        ("Qué hacer", "que-hacer"),
        ("Größe", "große"),
        ("做什么", "做什么"),
        ("क्या करें", "क्या-करें"),
        ("{fee.x}", "section"),
        ("See [it](somewhere)", "see-it"),
    ],
)
def test_a_slug_says_the_title_in_an_address(title: str, slug: str) -> None:
    assert slugify(title) == slug


def test_sections_stand_under_fixed_headings_or_their_own() -> None:
    text = "Intro.\n\n## WHAT TO DO:\n\nA.\n\n### Sub\n\n## Own way\n\n## Qué más {#more}\n\nB.\n"
    assert [
        (one.id, one.key, one.heading and one.heading.text, len(one.blocks))
        for one in divide(_read(text))
    ] == [
        ("intro", None, None, 1),
        ("what-to-do", SectionKey.DO, None, 2),
        ("own-way", None, "Own way", 0),
        ("more", SectionKey.MORE, None, 1),
    ]


def _codes(markdown: str) -> list[str]:
    body = _body(markdown)
    read_blocks(body)
    return [one.code for one in body.findings]


@pytest.mark.parametrize("code", MARKDOWN_CODES, ids=lambda code: code.id)
def test_every_code_is_found_in_its_bad_example_and_not_in_its_good_one(code: Code) -> None:
    assert code.id in _codes(code.bad.replace("\\n", "\n"))
    assert _codes(code.good.replace("\\n", "\n")) == []


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("<div>\nAll <em>the</em> words\n</div>", "All the words"),
        ("One <b>two</b> three", "One two three"),
        ("<ul>\n<li>One</li><li>Two &amp; three</li>\n</ul>", "One\nTwo & three"),
        ("<!-- nobody reads this -->\n\nWords", "Words"),
        ("<script>\nalert(1)\n</script>\n\nWords", "Words"),
        ("<p>{fee} [x] *y*</p>", "\\{fee\\} \\[x\\] \\*y\\*"),
        ("    indented", "indented"),
        ("***both***", "**both**"),
        ("**a *b* c**", "**a b c**"),
        ("*a **b** c*", "*a b c*"),
        ("[a ![b](c.png) d](e)", "[a b d]{1}"),
        ("`code`", "code"),
    ],
)
def test_what_a_page_can_not_show_keeps_its_words(markdown: str, text: str) -> None:
    body = _body(markdown)
    blocks = read_blocks(body)
    assert body.findings != []
    assert [one.leaf.text for one in blocks if isinstance(one, Paragraph)] == [text]


def test_one_finding_for_a_tag_that_opens_and_none_for_its_end() -> None:
    assert _codes("a <b>c</b> <i>d</i>") == ["C070", "C070"]


def test_an_image_of_another_host_is_found() -> None:
    assert _codes("![a](https://x.example/a.png)") == ["C080"]
    assert _codes("![a](//x.example/a.png)") == ["C080"]


@pytest.mark.parametrize(
    "href",
    [
        *("javascript:x", "JaVaScRiPt:x", "data:text/html,x", "//x.example", "vbscript:x"),
        *("file:x", "https:/evil.example", "https:evil.example", "http:/evil.example", "https://"),
        *("https://a@b.example/", "https://town.example:x@b.example", "https://a\\\\@b.example"),
        "https://a&#x202e;b.example",
    ],
)
def test_an_unsafe_address_is_found(href: str) -> None:
    assert _codes(f"[words]({href})") == ["C080"]


@pytest.mark.parametrize(
    "href",
    ["https://a.example/@b", "https://a.example?to=a@b.example", "https://a.example:8443/#@"],
)
def test_a_whole_address_is_fine(href: str) -> None:
    assert _codes(f"[words]({href})") == []


def test_nothing_gives_nothing() -> None:
    assert _read("") == ()
    assert _read(" \n\n") == ()
