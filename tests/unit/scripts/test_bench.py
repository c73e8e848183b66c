"""The benchmark's own arithmetic, and that all programs get the same texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.benchmark.guides import (
    LANGUAGES,
    drop_aliases,
    is_guide,
    pick_evenly,
    write_settings,
)
from scripts.benchmark.measure import Timing, list_tree, parse_pss, run_in_turn
from scripts.benchmark.mirror import MarkdownMirror, list_plain_guides
from scripts.benchmark.programs import Sentence, edit_sentence
from scripts.benchmark.run import parse_options
from scripts.benchmark.table import Row, render_table
from scripts.real_sites.source import SourcePage
from waypost.config.reader import parse_settings
from waypost.content.guide_reader import parse_guide
from waypost.locales.registry import find_language

_GUIDE = """\
---
title: Get a card
summary: Call {phone.help}.
---

# not this
- nor this

Bring a **photo ID** and [the form](https://example.org/f).\\
Then wait.

## What to do

1. Call {phone.help}.
2. Wait
   - at home

| Who | Fee |
| --- | --- |
| You | \\*5 |
"""


def _page(name: str, words: int = 100) -> SourcePage:
    return SourcePage(f"{name}.md", f"/{name}", {"description": "x"}, "word " * words)


def test_pages_are_picked_at_even_distances() -> None:
    pages = [_page(str(number)) for number in range(10)]
    assert [page.path for page in pick_evenly(pages, 4)] == ["0.md", "2.md", "5.md", "7.md"]
    assert pick_evenly(pages, 99) == tuple(pages)


def test_a_page_of_few_words_is_no_guide() -> None:
    assert is_guide(_page("a"))
    assert not is_guide(_page("b", words=5))
    assert not is_guide(SourcePage("c.md", "/c", {}, "word " * 100))


def test_a_copied_guide_has_no_former_address() -> None:
    head = "---\ntitle: A\naliases:\n  - old\n- older\nsummary: B\n---\n\n- item\n"
    assert drop_aliases(head) == "---\ntitle: A\nsummary: B\n---\n\n- item\n"
    assert drop_aliases("---\naliases: [a]\ntitle: A\n---\n") == "---\ntitle: A\n---\n"


def test_every_language_is_known_and_stands_once() -> None:
    assert len(set(LANGUAGES)) == len(LANGUAGES) >= 100
    assert [code for code in LANGUAGES if find_language(code) is None] == []


def test_only_the_build_that_says_so_has_sheets(tmp_path: Path) -> None:
    for sheets in (False, True):
        write_settings(tmp_path, LANGUAGES[:2], sheets=sheets)
        settings = parse_settings(tmp_path, (tmp_path / "mkdocs.yml").read_bytes())
        assert settings.findings == ()
        assert settings.value is not None
        assert settings.value.sheets is sheets


def test_memory_is_read_from_the_kernels_words() -> None:
    assert parse_pss("Rss:  900 kB\nPss:  123 kB\nPss_Dirty: 9 kB\n") == 123 * 1024
    assert parse_pss("") == 0


def test_a_tree_of_processes_begins_with_its_root() -> None:
    assert list_tree(1)[0] == 1


def test_programs_take_turns_and_the_median_counts() -> None:
    calls: list[str] = []
    values = {"a": iter([1.0, 9.0, 2.0]), "b": iter([3.0, 3.0, 8.0])}

    def step(name: str) -> Timing:
        calls.append(name)
        wall = next(values[name])
        return Timing(wall, wall / 2)

    medians = run_in_turn(3, [("a", lambda: step("a")), ("b", lambda: step("b"))])
    assert medians == {"a": Timing(2.0, 1.0), "b": Timing(3.0, 1.5)}
    assert "".join(calls) == "ababab"


def test_one_sentence_is_edited_and_put_back(tmp_path: Path) -> None:
    path = tmp_path / "content" / "guides" / "card.md"
    path.parent.mkdir(parents=True)
    guide = "---\ntitle: A\n---\n\n- item\n\nBring it.\n\nWait.\n"
    path.write_text(guide, "utf-8")
    sentence = Sentence(tmp_path, "card")
    first, second = sentence.edit(), sentence.edit()
    assert first != second
    assert path.read_text("utf-8") == guide.replace("Bring it.", f"Bring it. ({second})")
    sentence.restore()
    assert path.read_text("utf-8") == guide


def test_a_guide_without_a_paragraph_can_not_be_edited() -> None:
    with pytest.raises(ValueError, match="no paragraph"):
        edit_sentence("---\ntitle: A\n---\n\n- item\n", "x")


def test_the_table_compares_with_hugo() -> None:
    hugo = Timing(4.0, 8.0)
    text = render_table(
        [Row("Waypost", 5000, 2.0, 3.0, hugo, 300_000_000), Row("MkDocs", 5000, 25.0)]
    )
    assert text.splitlines()[2:] == [
        "| Waypost | 5,000 | 2.000 | 0.50 | 3.00 | 0.38 | 0.40 | 300 MB |",
        "| MkDocs | 5,000 | 25.000 | – | – | – | 5.00 | – |",
    ]


def test_quick_is_small() -> None:
    options = parse_options(["--quick"])
    assert (options.runs, options.guides, options.languages) == (2, 20, 10)
    with pytest.raises(SystemExit):
        parse_options(["--languages", "1"])


def test_others_get_the_translated_texts_in_the_same_structure(tmp_path: Path) -> None:
    body = _GUIDE.replace("# not this\n- nor this\n\n", "")
    (tmp_path / "content" / "guides").mkdir(parents=True)
    (tmp_path / "content" / "guides" / "card.md").write_text(body, "utf-8")
    facts = "phone.help:\n  phone: 505-555-0100\n"
    (tmp_path / "content" / "facts.yml").write_text(facts, "utf-8")
    catalog = tmp_path / "translations" / "es" / "guides" / "card.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgctxt "title"\nmsgid "Get a card"\nmsgstr "Obtenga una tarjeta"\n',
        "utf-8",
    )
    english, spanish = (guide for _, guide in list_plain_guides(tmp_path, ["en", "es"]))
    assert (english.title, spanish.title) == ("Get a card", "Obtenga una tarjeta")
    assert english.summary == "Call 505-555-0100."
    assert english.body == spanish.body
    expected = body.split("---\n\n")[1].replace("{phone.help}", "505-555-0100")
    assert english.body == expected.replace("(https://example.org/f)", "(<https://example.org/f>)")


def test_a_mirrored_guide_is_the_same_guide() -> None:
    body = _GUIDE.replace("# not this\n- nor this\n\n", "")
    guide = parse_guide("content/guides/card.md", body).value
    assert guide is not None
    head = "---\ntitle: Get a card\nsummary: Short.\n---\n\n"
    again = MarkdownMirror({"phone.help": "505-555-0100"}).render(guide.body)
    twice = parse_guide("content/guides/card.md", head + again).value
    assert twice is not None
    assert MarkdownMirror({}).render(twice.body) == again
