"""What axe-core finds on a page. Touches the disk and the browser.

axe-core 4.14.1 lies beside this file (MPL-2.0, see its LICENSE), compressed and unchanged: the
newest wrapper that PyPI has for every Python we support brings a version without WCAG 2.1.
"""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium import webdriver

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUICK = {"resultTypes": ["violations"], "preload": False}
ALL: dict[str, object] = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    **QUICK,
}
CONTRAST: dict[str, object] = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, **QUICK}
"""In the dark only the colours are others."""
_RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, JSON.parse(arguments[0]))
  .then(found => done(found.violations), why => done(String(why)));
"""
_PACKED = Path(__file__).with_name("axe-core") / "axe.min.js.gz"
_CRITERION = re.compile(r"wcag(\d)(\d)(\d+)")


@dataclass(frozen=True, slots=True)
class Barrier:
    """An element that breaks a rule of axe-core."""

    rule: str
    help: str
    criteria: tuple[str, ...]
    """The success criteria of WCAG that the rule tests: `1.4.3`; none for a best practice."""
    html: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.help}: {self.html}"


def load_axe() -> str:
    """The script of axe-core."""
    return gzip.decompress(_PACKED.read_bytes()).decode("utf-8")


def find_violations(browser: webdriver.Chrome, options: dict[str, object]) -> list[Barrier]:
    """Each barrier that axe sees on the open page, which has axe-core at hand."""
    violations: list[dict[str, Any]] | str = browser.execute_async_script(_RUN, json.dumps(options))
    assert not isinstance(violations, str), violations
    return [
        Barrier(each["id"], each["help"], _find_criteria(each["tags"]), node["html"][:160])
        for each in violations
        for node in each["nodes"]
    ]


def _find_criteria(tags: list[str]) -> tuple[str, ...]:
    matches = (_CRITERION.fullmatch(tag) for tag in tags)
    return tuple(".".join(match.groups()) for match in matches if match)
