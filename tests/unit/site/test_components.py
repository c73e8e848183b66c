"""Components: one folder each, nothing twice, examples that become pages, and small styles."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.site.outline import outline
from waypost.site import components
from waypost.site.components import Component, Example, list_components, load_component
from waypost.site.example_page import LANGUAGES, render_example
from waypost.site.style_sheet import COMPONENTS, compile_style, load_style, minify_css
from waypost.translation.engines.pseudo import PseudoEngine

SITE = Path(components.__file__).parent
TEMPLATES = sorted(COMPONENTS.glob("*/template.html"))
_MOST_BYTES = 3000
"""Of a style sheet with all components that there are, compressed; no page uses them all."""

_IN_CSS = re.compile(r"\.([a-z][a-z-]*)")
_ATTRIBUTE = re.compile(r'class=(?:"([^"]*)"|([\w{}."~ -]*?)(?=[\s>{]))')
_USED = re.compile(r"c\.use\(([^)]*)\)")


def pseudo(text: str) -> str:
    return PseudoEngine().translate([text], "en", "fr")[0]


def classes_of_style(css: str) -> set[str]:
    selectors = re.sub(r"\{[^{}]*\}", " ", re.sub(r"@media[^{]*", "", css))
    return set(_IN_CSS.findall(selectors))


def classes_of_text(text: str) -> set[str]:
    """The classes that a template or a module writes; those it computes are words in quotes."""
    names: set[str] = set()
    for quoted, bare in _ATTRIBUTE.findall(text):
        names.update(name for name in (quoted or bare).split() if name.isalpha())
    return names


def text_of(name: str) -> str:
    return (COMPONENTS / name / "template.html").read_text("utf-8")


def every_example() -> Iterator[tuple[Component, Example]]:
    for name in list_components():
        component = load_component(name)
        for example in component.examples:
            yield component, example


def test_every_component_says_what_it_is_for() -> None:
    assert [path.parent.name for path in TEMPLATES] == list(list_components())
    for name in list_components():
        component = load_component(name)
        assert component.title
        assert component.purpose.endswith(".")
        assert component.criteria, f"{name} names no criterion of WCAG"
        for number, how in component.criteria.items():
            assert re.fullmatch(r"[1-4]\.[1-5]\.\d+", number), number
            assert how.endswith("."), how


def test_every_component_but_a_frame_has_an_example() -> None:
    frames = {"bare"}
    assert {name for name in list_components() if not load_component(name).examples} == frames


def test_no_macro_is_defined_twice() -> None:
    names = Counter(
        name
        for path in SITE.rglob("*.html")
        for name in re.findall(r"macro (\w+)", path.read_text())
    )
    assert {name: count for name, count in names.items() if count > 1} == {}
    for path in TEMPLATES:
        if path.parent.name not in {"base", "bare"}:
            assert f"macro {path.parent.name}(" in path.read_text("utf-8")


def test_no_class_has_rules_in_two_components() -> None:
    owners: dict[str, list[str]] = {}
    for path in TEMPLATES:
        for name in classes_of_style(load_style(path.parent.name)):
            owners.setdefault(name, []).append(path.parent.name)
    assert {name: folders for name, folders in owners.items() if len(folders) > 1} == {}


def test_no_rule_is_written_twice() -> None:
    for path in TEMPLATES:
        rules = re.findall(r"[^{}]+\{[^{}]*\}", load_style(path.parent.name))
        assert {rule: n for rule, n in Counter(rules).items() if n > 1} == {}, path.parent.name


@pytest.mark.parametrize("name", list_components())
def test_a_component_uses_the_classes_that_it_has_rules_for(name: str) -> None:
    component = load_component(name)
    written = text_of(name)
    for module in component.written_by:
        written += (SITE / f"{module}.py").read_text("utf-8")
    written += "".join(example.snippet for example in component.examples)
    if name == "base":
        written += "".join(path.read_text("utf-8") for path in TEMPLATES)
    words = set(re.findall(r"[a-z][a-z-]*", written))
    assert classes_of_style(load_style(name)) - words == set()


@pytest.mark.parametrize("name", list_components())
def test_every_class_of_a_component_has_a_rule_or_a_reason(name: str) -> None:
    text = text_of(name)
    near = {"base", name, *re.findall(r'"(\w+)"', " ".join(_USED.findall(text)))}
    ruled = set().union(*(classes_of_style(load_style(each)) for each in near))
    assert classes_of_text(text) - ruled - set(load_component(name).unstyled) == set()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("component", "example"), list(every_example()), ids=lambda each: each.name.replace(" ", "-")
)
def test_an_example_is_a_sound_page(component: Component, example: Example, code: str) -> None:
    html = render_example(example, code).decode("utf-8")
    page = outline(html)
    assert page.faults == [], component.name
    assert f"<html lang={code}" in html
    assert "\x02" not in html
    assert "\x0e" not in html


@pytest.mark.parametrize(
    ("component", "example"), list(every_example()), ids=lambda each: each.name.replace(" ", "-")
)
def test_an_example_speaks_pseudo(component: Component, example: Example) -> None:
    html = render_example(example, "fr", pseudo).decode("utf-8")
    assert outline(html).faults == [], component.name


def test_a_page_has_the_style_of_what_it_uses_and_no_other() -> None:
    example = load_component("costs").examples[0]
    (css,) = re.findall(r"<style>(.*?)</style>", render_example(example, "en").decode("utf-8"))
    assert css == compile_style(frozenset({"head", "costs"})).css
    assert load_style("glance").partition("{")[0] not in css


def test_what_holds_for_a_medium_stands_once_at_the_end() -> None:
    css = compile_style(frozenset({"call", "exit"})).css
    assert css.count("@media print") == 1
    assert css.index(".call{") < css.index("@media print")


def test_the_order_of_use_changes_nothing() -> None:
    assert compile_style(frozenset({"call", "exit"})) is compile_style(frozenset({"exit", "call"}))


def test_the_styles_of_all_components_are_small() -> None:
    css = compile_style(frozenset(list_components())).css
    assert len(gzip.compress(css.encode("utf-8"), 9)) <= 2 * _MOST_BYTES


def test_a_style_loses_only_what_its_authors_need() -> None:
    css = "/* why */\na , b {\n  margin: 0 auto;\n  x: y;\n}\n@media print { a:hover { x: y; } }"
    assert minify_css(css) == "a,b{margin:0 auto;x:y}@media print{a:hover{x:y}}"
