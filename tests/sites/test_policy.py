"""What a reader sees of each translation, by its risk and state: the whole table, on real pages."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from tests.sites.pages import Page
from tests.sites.reviewing import accept_documents
from tests.sites.running import DAY, build, copy_sources, read_site
from waypost.model.fingerprint import fingerprint
from waypost.pipeline.project import open_project
from waypost.pipeline.review_status import review_status

# One text of each risk: document, address, source.
_TEXTS = {
    "critical": ("guides/parking-permit", "who/3/text", "Your car is registered in this town."),
    "standard": (
        "guides/parking-permit",
        "body/what-to-do/p-1",
        "Keep the receipt in your car. The form costs {form_fee}.",
    ),
    "low": (
        "guides/dog-license",
        "body/what-to-do/p-1",
        "Bring the paper from the vet. Pay {fee.dog_license} at the desk.",
    ),
}
_WORDS = {
    "critical": "Palabras graves.",
    "standard": "Palabras {form_fee}.",
    "low": "Palabras {fee.dog_license}.",
}
_SHOWN = {"critical": "Palabras graves.", "standard": "Palabras $5.", "low": "Palabras $12."}
_SOURCES = {
    "critical": "Your car is registered in this town.",
    "standard": "Keep the receipt in your car. The form costs $5.",
    "low": "Bring the paper from the vet. Pay $12 at the desk.",
}

# State → what stands on the page at critical, standard and low risk (docs: the policy table).
_TABLE = {
    "none": ("source", "source", "source"),
    "machine": ("source", "noted", "noted"),
    "draft": ("source", "noted", "noted"),
    "human": ("source", "shown", "shown"),
    "reviewed": ("shown", "shown", "shown"),
    "reviewed by nobody known": ("source", "shown", "shown"),
    "stale machine": ("source", "source", "noted"),
    "stale draft": ("source", "source", "noted"),
    "stale human": ("source", "source", "shown"),
    "stale reviewed": ("source", "source", "shown"),
}
_STAMPS = {
    "machine": "mt: argos 1.12.1 en_es",
    "draft": "draft: example 1",
    "human": "human:",
    "reviewed": "reviewed: ana 2026-11-21",
    "reviewed by nobody known": "reviewed: eve 2026-11-21",
}


@pytest.fixture(scope="module")
def reviewed(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with every Spanish text reviewed, so that one other text stands out."""
    root = copy_sources(small_site, tmp_path_factory.mktemp("reviewed") / "site")
    project = open_project(root, DAY)
    names = [row.document for row in review_status(project, ("es",))]
    accept_documents(project, "es", names, addresses=(), handle="ana")
    return root


@pytest.fixture
def town(reviewed: Path, tmp_path: Path) -> Path:
    return copy_sources(reviewed, tmp_path / "site")


def _write(root: Path, document: str, address: str, target: str, state: str) -> None:
    """A translation in a state, as it stands in a PO file."""
    path = root / "translations" / "es" / f"{document}.po"
    catalogue = polib.pofile(str(path), wrapwidth=0)
    (entry,) = (one for one in catalogue if one.msgctxt == address and not one.obsolete)
    kind = state.removeprefix("stale ")
    made_for = "A former sentence." if kind != state else entry.msgid
    entry.msgstr, entry.flags, entry.tcomment = "", [], ""
    if state != "none":
        entry.msgstr = target
        entry.tcomment = (
            f"{_STAMPS[kind]} src={fingerprint(made_for)} tgt={fingerprint(entry.msgstr)}"
        )
        if kind in {"machine", "draft"}:
            entry.flags = ["fuzzy"]
    catalogue.save(newline="\n")


def _page(root: Path, language: str, page: str) -> Page:
    return Page(page, read_site(root)[f"{language}/{page}/index.html"])


def _note(page: Page) -> bool:
    """Whether the line about texts that nobody has checked stands on the page."""
    return any(element.get("class") == "unchecked" for element in page.all("p"))


def test_a_page_of_reviewed_texts_has_no_note(town: Path) -> None:
    build(town)
    for name in ("parking-permit", "dog-license", "safe-place"):
        assert not _note(_page(town, "es", name)), name


@pytest.mark.parametrize("state", _TABLE)
def test_the_policy_table(state: str, town: Path) -> None:
    for risk, (document, address, source) in _TEXTS.items():
        (entry,) = (
            one
            for one in polib.pofile(str(town / "translations" / "es" / f"{document}.po"))
            if one.msgctxt == address
        )
        assert entry.msgid == source
        _write(town, document, address, _WORDS[risk], state)
    build(town)
    for risk, expected in zip(("critical", "standard", "low"), _TABLE[state], strict=True):
        page = _page(town, "es", _TEXTS[risk][0].removeprefix("guides/"))
        own, source = page.text_in("es"), page.text_in("en")
        if expected == "source":
            assert _SHOWN[risk] not in page.text(), (state, risk)
            assert _SOURCES[risk] in _without_marks(source), (state, risk, source)
        else:
            assert _SHOWN[risk] in _without_marks(own), (state, risk, own)
            assert _SOURCES[risk] not in _without_marks(page.text()), (state, risk)
    noted = {risk for risk, one in zip(_SHOWN, _TABLE[state], strict=True) if one == "noted"}
    assert _note(_page(town, "es", "parking-permit")) == ("standard" in noted), state
    assert _note(_page(town, "es", "dog-license")) == ("low" in noted), state


def _without_marks(text: str) -> str:
    """Isolated values run together with their sentence."""
    return " ".join(text.replace(" .", ".").split())


@pytest.mark.parametrize("state", [name for name in _TABLE if name != "reviewed"])
def test_a_critical_phrase_is_shown_only_when_reviewed(state: str, town: Path) -> None:
    """In every guide that uses it, and in none is it shown half."""
    words = "Usted vive aquí."
    _write(town, "phrases", "lives_here", words, state)
    build(town)
    for name in ("parking-permit", "dog-license", "safe-place"):
        page = _page(town, "es", name)
        assert words not in page.text(), (state, name)
        assert "You live in this county." in page.text_in("en"), (state, name)
    _write(town, "phrases", "lives_here", words, "reviewed")
    build(town)
    for name in ("parking-permit", "dog-license", "safe-place"):
        page = _page(town, "es", name)
        assert words in page.text_in("es"), name
        assert "You live in this county." not in page.text(), name


@pytest.mark.parametrize("state", ["machine", "draft", "human"])
def test_a_crisis_guide_is_found_by_its_title_in_every_language(state: str, town: Path) -> None:
    path = town / "translations" / "es" / "guides" / "safe-place.po"
    addresses = [entry.msgctxt or "" for entry in polib.pofile(str(path))]
    for address in addresses:
        placeable = " {phone.desk}" if address.endswith("what-to-do/p-1") else ""
        _write(town, "guides/safe-place", address, f"Palabras de {address}{placeable}", state)
    build(town)
    page = _page(town, "es", "safe-place")
    assert page.text_in("es", page.one("h1")) == "Palabras de title"
    # Where it is listed too.
    for listing in ("a-z", "family"):
        assert "Palabras de title" in _page(town, "es", listing).text(), listing
    for address in addresses:
        if address.startswith("body/"):
            assert f"Palabras de {address}" not in page.text(), address


def test_an_unpublished_page_answers_and_says_where_help_is(town: Path) -> None:
    """Polish has no translations at all."""
    build(town)
    page = _page(town, "pl", "parking-permit")
    assert page.one("html").get("lang") == "pl"
    assert [meta.get("content") for meta in page.all("meta") if meta.get("name") == "robots"] == [
        "noindex"
    ]
    links = [link.get("href", "") for link in page.one("main").iter("a")]
    assert "../../en/parking-permit/" in links
    assert "tel:+15055550142" in links
    assert "Your car is registered in this town" not in page.text()
    # The words that Waypost drafts in Polish bring their dates along in it.
    assert "Kopia z dnia 21 listopada 2026." in page.text_in("pl")
    head = [link.get("hreflang") for link in page.all("link") if link.get("rel") == "alternate"]
    assert "pl" not in head
    # The published page doesn't name it either, and the sitemap doesn't list it.
    files = read_site(town)
    english = Page("", files["en/parking-permit/index.html"])
    published = {one.get("hreflang") for one in english.all("link") if one.get("hreflang")}
    assert published == {"en", "es", "x-default"} | ({"ar"} & published)
    assert b"parking-permit" not in files.get("sitemap-pl.xml", b"")
    assert b"parking-permit" in files["sitemap-en.xml"]


def test_a_crisis_guide_stands_where_nobody_has_translated_it(town: Path) -> None:
    """Polish has no translations at all: numbers and text are there all the same."""
    build(town)
    page = _page(town, "pl", "safe-place")
    assert page.one("html").get("lang") == "pl"
    assert page.one("main").get("lang") == "en"
    assert "noindex" not in [meta.get("content") for meta in page.all("meta")]
    call = next(link for link in page.one("main").iter("a") if link.get("class") == "call")
    assert call.get("href") == "tel:+15055550143"
    assert "You need not give your name." in page.text_in("en")
    assert b"pl/safe-place/" in read_site(town)["sitemap-pl.xml"]


def test_a_page_that_is_mostly_source_says_so_and_is_marked(town: Path) -> None:
    document = "guides/parking-permit"
    path = town / "translations" / "es" / f"{document}.po"
    kept = "body/if-you-are-refused/p-1"
    for entry in polib.pofile(str(path)):
        if entry.msgctxt not in {kept, "title", "summary"}:
            _write(town, document, entry.msgctxt or "", "", "none")
    (town / "translations" / "es" / "phrases.po").unlink()
    build(town)
    page = _page(town, "es", "parking-permit")
    assert page.one("html").get("lang") == "es"
    assert page.one("main").get("lang") == "en"
    assert "Keep the receipt in your car." in page.text_in("en")
    # The reader's own words are marked as theirs, the notice first.
    shown = polib.pofile(str(path))
    (own,) = (one.msgstr for one in shown if one.msgctxt == kept)
    assert own.partition("{")[0] in page.text_in("es", page.one("main"))
    (title,) = (one.msgstr for one in shown if one.msgctxt == "title")
    assert page.text_in("es", page.one("h1")) == title
    # The first words of the page say in the reader's language what it is.
    notice = page.text_in("es", page.one("main"))[:40]
    assert page.text(page.one("main")).startswith(notice)


def test_a_policy_that_a_site_loosens_holds_on_its_pages(town: Path) -> None:
    document, address, _ = _TEXTS["critical"]
    _write(town, document, address, _WORDS["critical"], "draft")
    build(town)
    assert _SHOWN["critical"] not in _page(town, "es", "parking-permit").text()
    settings = town / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(f"{text}      policy: {{critical: {{draft: noted}}}}\n", "utf-8")
    build(town)
    page = _page(town, "es", "parking-permit")
    assert _SHOWN["critical"] in page.text_in("es")
    assert _note(page)
