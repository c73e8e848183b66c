"""All that one visit to a page shows: on each screen and in each light. Touches the browser."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from selenium import webdriver

from scripts.sweeping.pages import Page
from tests.browser.barriers import ALL, Barrier, find_violations, load_axe
from tests.browser.chromium import (
    DESK,
    PHONE,
    Screen,
    read_complaints,
    read_requests,
    use_media,
    use_screen,
)
from tests.browser.page_defects import (
    COUNT_BLOCKING,
    FIND_DEAD_ENDS,
    LISTEN,
    READ_LINES,
    READ_VIOLATIONS,
    find_defects,
    set_scripts,
)
from tests.browser.serving import ICON

SCREENS: tuple[Screen, ...] = (PHONE, DESK)
SCHEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Look:
    """The page on one screen in one light."""

    width: int
    scheme: str
    barriers: tuple[Barrier, ...]
    defects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """All that was seen of a page."""

    path: str
    language: str
    looks: tuple[Look, ...] = ()
    policies: tuple[str, ...] = ()
    """What broke the security policy."""
    complaints: tuple[str, ...] = ()
    """What the browser's console holds."""
    blocking: int = 1
    """Requests before the first paint."""
    elsewhere: tuple[str, ...] = ()
    """Requests to other hosts."""
    requests: int = 1
    script: tuple[str, ...] = ()
    """What only a reader with script is told, or can do."""
    links: tuple[str, ...] = field(default=())

    @property
    def is_clean(self) -> bool:
        """Whether nothing is wrong."""
        looks = any(look.barriers or look.defects for look in self.looks)
        told = self.policies or self.complaints or self.elsewhere or self.script or self.links
        return not looks and not told and self.blocking == 1

    def as_data(self) -> dict[str, Any]:
        """The visit as JSON knows it."""
        return asdict(self)


def prepare_browser(browser: webdriver.Chrome) -> None:
    """Every new page has axe-core at hand, and tells of broken policies."""
    for source in (LISTEN, load_axe()):
        browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})


def visit_page(browser: webdriver.Chrome, base: str, page: Page) -> Visit:
    """What the page under `base` shows."""
    set_scripts(browser, run=True)
    use_media(browser, prefers_color_scheme="light")
    use_screen(browser, PHONE)
    read_complaints(browser)
    read_requests(browser)
    browser.get(base + page.address)
    requests = [each for each in read_requests(browser) if not each.endswith(f"/{ICON}")]
    policies = browser.execute_script(READ_VIOLATIONS)
    complaints = read_complaints(browser)
    blocking = browser.execute_script(COUNT_BLOCKING)
    lines = browser.execute_script(READ_LINES)
    looks: list[Look] = []
    for screen in SCREENS:
        for scheme in SCHEMES:
            use_media(browser, prefers_color_scheme=scheme)
            defects = find_defects(browser, screen)
            barriers = find_violations(browser, ALL)
            looks.append(Look(screen.width, scheme, tuple(barriers), tuple(defects)))
    return Visit(
        page.path,
        page.language,
        tuple(looks),
        tuple(policies),
        tuple(complaints),
        int(blocking),
        tuple(each for each in requests if not each.startswith(base)),
        len(requests),
        tuple(_visit_without_script(browser, base, page, lines)),
    )


def _visit_without_script(
    browser: webdriver.Chrome, base: str, page: Page, with_script: list[str]
) -> list[str]:
    """What only script shows, and what can't be used without it."""
    if page.has_script:
        use_media(browser, prefers_color_scheme="light")
        use_screen(browser, PHONE)
        set_scripts(browser, run=False)
        try:
            browser.get(base + page.address)
            without = set(browser.execute_script(READ_LINES))
            dead = browser.execute_script(FIND_DEAD_ENDS)
        finally:
            set_scripts(browser, run=True)
    else:
        without, dead = set(with_script), browser.execute_script(FIND_DEAD_ENDS)
    missing = [f"only with script: {line}" for line in with_script if line not in without]
    return [*missing, *dead]
