"""The review desk in a real browser, opened from its folder: read, move by keys, correct, save."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select

from tests.browser.barriers import ALL, CONTRAST, find_violations, load_axe
from tests.browser.chromium import DESK, PHONE, read_complaints, use_media, use_screen
from tests.sites.reviewing import accept_documents
from tests.sites.running import DAY, find_segment, run_waypost
from tests.sites.small_site import lay_small_site
from waypost.desk.rendered import find_marks
from waypost.model.text import Syntax
from waypost.pipeline.desk import write_desk
from waypost.pipeline.project import open_project
from waypost.translation.po_reader import read_targets

_PARKING = "es/guides.parking-permit.html"
_PO = "translations/es/guides/parking-permit.po"
_STEP = "body/what-to-do/li-1"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with texts in every state, and its desk in build/desk."""
    root = tmp_path_factory.mktemp("desk") / "site"
    lay_small_site(root)
    guide = root / "content" / "guides" / "dog-license.md"
    text = guide.read_text("utf-8")
    guide.write_text(text.replace("each year", "every two years"), "utf-8")
    path = root / _PO
    text = path.read_text("utf-8")
    begin, end = find_segment(text, "body/more/p-1")
    entry = text[begin:end]
    broken = f'{entry[: entry.index("msgstr ")]}msgstr "<script>alert(1)</script> [roto"\n'
    path.write_text(text[:begin] + broken + text[end:], "utf-8")
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(f"repo_url: https://git.example/alder/site\n{text}", "utf-8")
    project = open_project(root, DAY)
    accept_documents(project, "es", ["guides/parking-permit"], addresses=("title",), handle="ana")
    write_desk(project, ("es", "ar", "fr"), None)
    return root


class Desk:
    """A browser with the desk open."""

    def __init__(self, browser: webdriver.Chrome, folder: Path) -> None:
        self.browser = browser
        self.base = folder.as_uri()

    def open(self, path: str) -> None:
        self.browser.get(f"{self.base}/{path}")

    def find(self, selector: str) -> WebElement:
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def find_all(self, selector: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def text(self, address: str) -> WebElement:
        """The card of the text."""
        return self.find(f'[data-address="{address}"]')

    def press(self, *keys: str) -> None:
        """The keys go to whatever has the focus."""
        for key in keys:
            self.browser.switch_to.active_element.send_keys(key)

    def focused(self) -> str:
        """The address of the text that has the focus, or the element's tag."""
        element = self.browser.switch_to.active_element
        return element.get_attribute("data-address") or element.tag_name

    def correct(self, address: str, words: str) -> WebElement:
        """The field of the text's correction, with these words in it."""
        card = self.text(address)
        self.click(card.find_element(By.CSS_SELECTOR, "[data-correct]"))
        field = card.find_element(By.TAG_NAME, "textarea")
        field.clear()
        field.send_keys(words)
        return field

    def click(self, element: WebElement) -> None:
        """A click in the middle of the screen, clear of what sticks to its edges."""
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def run(self, script: str) -> Any:
        return self.browser.execute_script(script)


@pytest.fixture
def desk(browser: webdriver.Chrome, site: Path) -> Iterator[Desk]:
    """The desk in the light on a wide screen; nothing is kept of an earlier test."""
    use_media(browser, prefers_color_scheme="light")
    use_screen(browser, DESK)
    opened = Desk(browser, site / "build" / "desk")
    opened.open("index.html")
    opened.run("localStorage.clear()")
    read_complaints(browser)
    yield opened
    # The driver leaves pages without a click, so that the warning of unsaved words can't be shown.
    complaints = [each for each in read_complaints(browser) if "'beforeunload'" not in each]
    assert complaints == []
    opened.run("localStorage.clear()")
    browser.get("about:blank")


@pytest.fixture(scope="module")
def axe(browser: webdriver.Chrome) -> Iterator[None]:
    """Every new page has axe-core at hand."""
    added = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": load_axe()})
    yield
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


PAGES = (
    "index.html",
    "coverage.html",
    "es/index.html",
    _PARKING,
    "es/guides.dog-license.html",
    "ar/guides.parking-permit.html",
    "ar/phrases.html",
    "fr/interface.html",
)


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_barrier(desk: Desk, path: str) -> None:
    desk.open(path)
    for button in desk.find_all("[data-correct]")[:2]:
        desk.click(button)
        desk.press("{x}")
    for summary in desk.find_all("summary"):
        desk.click(summary)
    assert find_violations(desk.browser, ALL) == [], "light, on a desk"
    use_media(desk.browser, prefers_color_scheme="dark")
    use_screen(desk.browser, PHONE)
    desk.open(path)
    assert find_violations(desk.browser, CONTRAST) == [], "dark, on a phone"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(desk: Desk, path: str) -> None:
    use_screen(desk.browser, PHONE)
    desk.open(path)
    for button in desk.find_all("[data-correct]")[:1]:
        desk.click(button)
        desk.press("a")
    assert desk.run("return document.documentElement.scrollWidth") <= PHONE.width


def test_dark_follows_the_system_until_one_chooses(desk: Desk) -> None:
    use_media(desk.browser, prefers_color_scheme="dark")
    scheme = "return document.body.getAttribute('data-md-color-scheme')"
    desk.open("index.html")
    assert desk.run(scheme) == "slate"
    desk.find(".desk-scheme").click()
    assert desk.run(scheme) == "default"
    desk.open(_PARKING)
    assert desk.run(scheme) == "default"


def test_text_of_a_right_to_left_language_runs_so(desk: Desk) -> None:
    desk.open("ar/guides.parking-permit.html")
    side = desk.find("[data-shown]")
    assert (side.get_attribute("lang"), side.value_of_css_property("direction")) == ("ar", "rtl")
    field = desk.correct(_STEP, "نص {fee.parking_permit}")
    assert (field.get_attribute("lang"), field.value_of_css_property("direction")) == ("ar", "rtl")


def test_keys_lead_from_text_to_text(desk: Desk) -> None:
    desk.open(_PARKING)
    shown = [card.get_attribute("data-address") for card in desk.find_all("[data-text]")]
    desk.press("j")
    assert desk.focused() == shown[0]
    desk.press("j", "j", "k")
    assert desk.focused() == shown[1]
    desk.press(Keys.ARROW_DOWN)
    assert desk.focused() == shown[2]
    desk.press(Keys.ARROW_UP)
    assert desk.focused() == shown[1]
    desk.press("e")
    assert desk.focused() == "textarea"
    desk.press("j")
    assert desk.focused() == "textarea", "letters are letters in a field"
    desk.press(Keys.ESCAPE)
    assert desk.focused() == shown[1]
    desk.press("s")
    assert desk.browser.switch_to.active_element.get_attribute("name") == "by"


def test_keys_can_be_switched_off(desk: Desk) -> None:
    desk.open(_PARKING)
    desk.find("[name=keys]").click()
    desk.press(Keys.TAB, "j")
    assert desk.focused() != "article"
    desk.open("ar/guides.parking-permit.html")
    assert not desk.find("[name=keys]").is_selected()
    desk.press("j")
    assert desk.focused() == "body"


def test_everything_is_reached_by_tab(desk: Desk) -> None:
    desk.open(_PARKING)
    desk.press(Keys.TAB)
    first = desk.browser.switch_to.active_element
    assert first.get_attribute("textContent") == "Skip to the content"
    seen: set[str] = set()
    for _ in range(200):
        element = desk.browser.switch_to.active_element
        if element.tag_name == "body":
            break
        seen.add((element.get_attribute("outerHTML") or "").partition(">")[0])
        element.send_keys(Keys.TAB)
    assert sum("data-correct" in tag for tag in seen) == 1, "all buttons begin alike"
    assert sum("data-edit" in tag for tag in seen) == len(desk.find_all("[data-edit]"))
    assert any('name="state"' in tag for tag in seen)


def test_only_what_is_asked_for_is_shown(desk: Desk) -> None:
    desk.open(f"{_PARKING}?show=open")
    state = Select(desk.find("[name=state]"))
    assert state.first_selected_option.get_attribute("value") == "open"
    assert len(desk.find_all("[data-text]:not([hidden])")) < len(desk.find_all("[data-text]"))
    state.select_by_value("doubted")
    (card,) = desk.find_all("[data-text]:not([hidden])")
    assert card.get_attribute("data-address") == "body/more/p-1"
    assert desk.find(".tools-count").text.startswith("1 text of ")
    state.select_by_value("")
    Select(desk.find("[name=order]")).select_by_value("page")
    orders = [int(card.get_attribute("data-order") or 0) for card in desk.find_all("[data-text]")]
    assert orders == sorted(orders)


def test_lost_marks_are_told_while_one_writes(desk: Desk) -> None:
    desk.open(_PARKING)
    field = desk.correct(_STEP, "Pague.")
    said = desk.text(_STEP).find_element(By.CSS_SELECTOR, ".editor-said")
    assert said.text == "{fee.parking_permit} is missing."
    assert field.get_attribute("aria-invalid") == "true"
    assert "1 text misses a mark" in desk.find(".saving-count").text
    field.send_keys(" {fee.parking_permit}")
    assert said.text == ""
    assert field.get_attribute("aria-invalid") == "false"
    field.send_keys(" [aquí")
    assert "A [ or ] stands alone" in said.text


MARKS: tuple[tuple[str, list[str], str, int], ...] = (
    ("Pague {fee}", ["{fee}"], "markup", 0),
    ("Pague {fee} y {fee}", ["{fee}"], "markup", 1),
    (r"Pague \{fee\}", ["{fee}"], "markup", 1),
    ("[aquí]{1}", ["[]{1}"], "markup", 0),
    ("[aquí]{2}", ["[]{1}"], "markup", 2),
    ("**ya** *no*", [], "markup", 0),
    ("**ya*", [], "markup", 2),
    ("{n, plural, one {un {x}} other {# '{y}' {x}}}", ["{n}", "{x}"], "message", 0),
    ("{n, plural, one {un} other {#}}", ["{n}", "{x}"], "message", 1),
    ("l'eau {x}", ["{x}"], "message", 0),
    ("{n, plural, one {un}", ["{n}"], "message", 1),
    ("  ", [], "markup", 1),
)


@pytest.mark.parametrize(("target", "marks", "syntax", "count"), MARKS)
def test_marks_are_counted_as_the_checks_count_them(
    desk: Desk, target: str, marks: list[str], syntax: str, count: int
) -> None:
    desk.open(_PARKING)
    said = desk.browser.execute_script(
        "return WaypostMarks.check(...arguments)", target, marks, syntax
    )
    assert len(said) == count, said


def test_the_script_finds_the_marks_that_the_checks_find(desk: Desk, project: Path) -> None:
    texts = {
        (text, Syntax.MESSAGE if path.stem in {"phrases", "interface"} else Syntax.MARKUP)
        for language in ("es", "ar")
        for path in (project / "translations" / language).rglob("*.po")
        for entry in read_targets(path.read_bytes())
        for text in entry[2:]
        if text
    }
    known = sorted((text, syntax, find_marks(text, syntax)) for text, syntax in texts)
    assert sum(bool(marks) for _, _, marks in known) > 100
    desk.open(_PARKING)
    wrong = desk.browser.execute_script(
        "return arguments[0].filter(([text, syntax, marks]) =>"
        " WaypostMarks.check(text, marks, syntax).length)",
        known,
    )
    assert wrong == []


def test_a_correction_outlives_the_page(desk: Desk) -> None:
    desk.open(_PARKING)
    desk.correct(_STEP, "Rellene el formulario. Pague {fee.parking_permit}.")
    desk.open("es/index.html")
    assert desk.find(".saving-count").text.startswith("1 correction to Spanish, not saved")
    desk.open("ar/index.html")
    assert not desk.find("[data-saving]").is_displayed(), "each language has its own"
    desk.open(_PARKING)
    field = desk.text(_STEP).find_element(By.TAG_NAME, "textarea")
    assert field.get_property("value") == "Rellene el formulario. Pague {fee.parking_permit}."
    desk.click(desk.text(_STEP).find_element(By.XPATH, ".//button[.='Take it back']"))
    assert not desk.find("[data-saving]").is_displayed()
    assert desk.focused() == _STEP


def test_closing_the_page_warns_of_what_is_not_saved(desk: Desk) -> None:
    warns = """
      const event = new Event("beforeunload", { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    """
    desk.open(_PARKING)
    assert not desk.run(warns)
    desk.correct(_STEP, "Pague {fee.parking_permit}.")
    assert desk.run(warns)
    desk.run(
        "document.querySelector('.crumbs a').addEventListener('click', e => e.preventDefault())"
    )
    desk.click(desk.find(".crumbs a"))
    assert not desk.run(warns), "the desk's own pages keep the corrections"
    desk.click(desk.find("h1"))
    assert desk.run(warns)
    desk.run("document.querySelector('[data-save]').click()")
    assert not desk.run(warns)


def test_a_saved_file_is_taken_by_the_import(desk: Desk, site: Path, tmp_path: Path) -> None:
    allow = {"behavior": "allow", "downloadPath": str(tmp_path)}
    desk.browser.execute_cdp_cmd("Browser.setDownloadBehavior", allow)
    desk.open(_PARKING)
    words = 'Rellene "el" formulario\\\\. Pague {fee.parking_permit}. </textarea><b>'
    desk.correct(_STEP, words)
    note = desk.text(_STEP).find_element(By.CSS_SELECTOR, "input[type=text]")
    note.send_keys("Más claro")
    desk.open("es/guides.dog-license.html")
    desk.correct("summary", "Cada perro necesita una licencia.")
    desk.find("[name=by]").send_keys("María")
    desk.find("[data-save]").click()
    file = _wait_for_file(tmp_path)
    assert file.name.startswith("corrections-es-")
    saved = json.loads(file.read_text("utf-8"))
    corrections = saved.pop("corrections")
    assert saved == {"waypost": "corrections", "version": 1, "language": "es", "by": "María"}
    assert [each["address"] for each in corrections] == ["summary", _STEP]
    assert (corrections[1]["target"], corrections[1]["note"]) == (words, "Más claro")
    assert corrections[1]["source"].startswith("Fill in the form.")
    assert "saved to a file." in desk.find(".saving-count").text

    done = run_waypost(site, "review", "import", str(file))
    assert "Traceback" not in done.stderr
    text = (site / "translations/es/guides/dog-license.po").read_text("utf-8")
    begin, end = find_segment(text, "summary")
    assert 'msgstr "Cada perro necesita una licencia."' in text[begin:end]

    desk.find("[data-forget]").click()
    assert desk.run("return Object.keys(localStorage).filter(k => k.includes('guides/'))") == []


def _wait_for_file(folder: Path) -> Path:
    for _ in range(100):
        found = [path for path in folder.iterdir() if path.suffix == ".json"]
        if found and found[0].stat().st_size:
            return found[0]
        time.sleep(0.05)
    raise AssertionError("nothing was downloaded")


def test_without_a_script_everything_can_be_read(desk: Desk) -> None:
    desk.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        desk.open(_PARKING)
        assert all(card.is_displayed() for card in desk.find_all("[data-text]"))
        assert not any(button.is_displayed() for button in desk.find_all("[data-correct]"))
        assert desk.find("[data-edit]").is_displayed()
    finally:
        desk.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_source_that_moved_is_told_beside_a_kept_correction(desk: Desk) -> None:
    desk.open(_PARKING)
    desk.correct(_STEP, "Pague {fee.parking_permit}.")
    desk.run(
        """
        const key = Object.keys(localStorage).find(key => key.includes("guides/parking-permit"));
        const kept = JSON.parse(localStorage[key]);
        kept.source = "Another sentence.";
        localStorage[key] = JSON.stringify(kept);
        """
    )
    desk.open(_PARKING)
    moved = desk.text(_STEP).find_element(By.CSS_SELECTOR, ".editor-moved")
    assert moved.text.endswith("It said: Another sentence.")
