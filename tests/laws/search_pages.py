"""Pages, words and edits from which the laws of the index are tried."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from waypost.model.replacing import replace
from waypost.model.search import ExtraTerm, SearchField, SearchPage, SearchText

LANGUAGES = ("es", "vi", "de", "zh-Hans", "km", "ar", "ko", "en")
_WORDS = """
    license licenses licence LICENSE food foods stamp stamps W-2 401(k) año ano AÑO años Straße
    strasse xin xỉn chào chao 驾照 驾驶执照 รถ ប័ណ្ណ رخصة الرخصة 운전면허를 운전면허 𐐷𐐷a 𐐷𐐷b ﬁne <b>
    __proto__ c\\d e"f ~tilde =equal
""".split()  # noqa: SIM905 - a list of them would be a page long

words = st.one_of(
    st.sampled_from([*_WORDS, "x" * 90, "a\tb", "g\u2028h", "i\x00j"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.integers(0, 400).map(lambda number: f"word{number}"),
)
texts = st.lists(words, max_size=30).map(" ".join)
ids = st.sampled_from([f"page-{number}" for number in range(9)])


@st.composite
def search_texts(draw: st.DrawFn, language: str) -> SearchText:
    field = draw(st.sampled_from(list(SearchField)))
    code = draw(st.sampled_from((language, "en", "es")))
    return SearchText(field, code, draw(texts))


@st.composite
def search_pages(draw: st.DrawFn, language: str) -> SearchPage:
    """A page; long ones are frequent enough that there are several files."""
    many = tuple(draw(st.lists(search_texts(language), max_size=4)))
    if draw(st.booleans()):
        start = draw(st.integers(0, 3000))
        body = " ".join(f"w{(start * 7 + at * at) % 5003:x}" for at in range(400))
        many = (*many, SearchText(SearchField.BODY, language, body))
    return SearchPage(
        draw(ids),
        draw(st.sampled_from(("", "cars", "money"))),
        draw(texts),
        draw(st.sampled_from((language, "en", "fr"))),
        draw(texts),
        many,
        draw(st.sampled_from(("", "en"))),
    )


def sites(language: str, least: int = 0) -> st.SearchStrategy[list[SearchPage]]:
    """Pages of a site, each with an id of its own."""
    return st.lists(
        search_pages(language), min_size=least, max_size=7, unique_by=lambda page: page.id
    )


@st.composite
def extra_terms(draw: st.DrawFn, pages: list[SearchPage]) -> list[ExtraTerm]:
    if not pages:
        return []
    forms = st.sampled_from(("dole", "food stamps", "~lisense", "=how do i renew", "carné", "w12"))
    fields = st.sampled_from((SearchField.NAMES, SearchField.TITLE, SearchField.FOREIGN))
    extra = st.builds(
        ExtraTerm,
        st.integers(0, len(pages) - 1),
        forms,
        fields,
        st.sampled_from((0.25, 0.5, 100.0)),
    )
    return draw(st.lists(extra, max_size=8))


def sort_by_page(
    pages: Sequence[SearchPage], extras: Iterable[ExtraTerm]
) -> dict[str, list[ExtraTerm]]:
    """The terms as an index takes them: by the id of their page."""
    added: dict[str, list[ExtraTerm]] = {}
    for extra in extras:
        added.setdefault(pages[extra.page].id, []).append(extra._replace(page=0))
    return added


@st.composite
def edited(draw: st.DrawFn, pages: list[SearchPage], language: str) -> list[SearchPage]:
    """The same site after somebody added, removed, renamed, moved or changed pages."""
    site = list(pages)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(len(site) - 1, 0)))
        match draw(st.sampled_from(("change", "change", "append", "add", "remove", "rename"))):
            case "change" if site:
                site[at] = replace(site[at], texts=draw(search_pages(language)).texts)
            case "append" if site:
                more = SearchText(SearchField.BODY, language, draw(words))
                site[at] = replace(site[at], texts=(*site[at].texts, more))
            case "add":
                site.append(draw(search_pages(language)))
            case "remove" if site:
                del site[at]
            case "rename" if site:
                site[at] = replace(site[at], id=draw(ids), topic=draw(st.sampled_from(("", "z"))))
            case _:
                pass
    return list({page.id: page for page in site}.values())
