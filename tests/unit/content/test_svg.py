import pytest

from waypost.content.svg import SvgError, measure_svg

_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 24 12">{}</svg>'
)


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0h1" fill="url(#g)"/>',
        '<defs><linearGradient id="g"/></defs><use xlink:href="#g"/><use href="#g"/>',
        "<style>@media (prefers-color-scheme: dark){path{fill:#fff}}</style>",
        "<title>Seal of the county</title>",
        '<metadata><r xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#" about="http://x.example/"/></metadata>',
        "<g style=\"fill:url('#g')\"/>",
    ],
)
def test_a_drawing_is_only_measured(inner: str) -> None:
    assert measure_svg(_DRAWING.format(inner).encode()) == (240, 120)


@pytest.mark.parametrize(
    ("inner", "why"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<g onclick="alert(1)"/>', "onclick"),
        ('<a href="#x"/>', "<a>"),
        ('<use xlink:href="https://other.example/a.svg#b"/>', "href"),
        ('<use href="data:image/svg+xml,x"/>', "href"),
        ('<use href="javascript:alert(1)"/>', "href"),
        ("<style>path{fill:url(https://other.example/a)}</style>", "style"),
        ('<style>@im\\port "https://other.example/a"</style>', "style"),
        ("<style>@font-face{}</style>", "style"),
        ("<style>path{fill:ur</style><style>l(//other.example/a)}</style>", "style"),
        ('<path style="fill:url( //other.example/a)"/>', "style"),
        ('<path fill="URL(https://other.example/a)"/>', "fill"),
        ('<div xmlns="http://www.w3.org/1999/xhtml"/>', "<div>"),
        ('<div xmlns=""/>', "<div>"),
        ('<image href="#a"/>', "<image>"),
        ('<set attributeName="href" to="https://other.example"/>', "<set>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<g xml:base="https://other.example/"/>', "xml:base"),
        ("<?xml-stylesheet href='a.css'?>", "xml-stylesheet"),
        ("<g>" * 70 + "</g>" * 70, "64"),
        ("<path></g>", "broken"),
        ('<style>p{fill:cross-fade("//other.example/a" 1%)}</style>', "style"),
        ("<style><title>@import</title></style>", "<title>"),
    ],
)
def test_what_could_act_or_load_is_refused(inner: str, why: str) -> None:
    with pytest.raises(SvgError) as caught:
        measure_svg(_DRAWING.format(inner).encode())
    assert why in str(caught.value)


def test_entities_are_refused_before_they_grow() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + _DRAWING.format("&b;")
    with pytest.raises(SvgError, match="entities"):
        measure_svg(bomb.encode())


@pytest.mark.parametrize("encoding", ["nothing", "base64", "idna", "utf-7", "unicode_escape"])
def test_an_encoding_that_browsers_may_read_otherwise_is_refused(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    with pytest.raises(SvgError, match="encoding"):
        measure_svg((head + _DRAWING.format("")).encode())


def test_utf_8_and_utf_16_may_be_named() -> None:
    head = '<?xml version="1.0" encoding="{}"?>' + _DRAWING.format("")
    assert measure_svg(head.format("UTF-8").encode()) == (240, 120)
    assert measure_svg(head.format("utf-16").encode("utf-16")) == (240, 120)


def test_the_drawing_programs_doctype_does_no_harm() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd">'
    assert measure_svg((doctype + _DRAWING.format("")).encode()) == (240, 120)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="120" height="60px"', (120, 600 // 10)),
        ('viewBox="0,0,300,100"', (300, 100)),
        ('width="1.5cm" height="3cm"', (150, 300)),
    ],
)
def test_the_size_comes_from_box_or_sides(attributes: str, size: tuple[int, int]) -> None:
    width, height = measure_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode())
    assert width * size[1] == height * size[0]


@pytest.mark.parametrize(
    "text",
    [
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 10"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%"/>',
        '<svg viewBox="0 0 1 1"/>',
        "not a drawing",
        "",
    ],
)
def test_what_is_no_drawing_with_a_size_is_refused(text: str) -> None:
    with pytest.raises(SvgError):
        measure_svg(text.encode())
