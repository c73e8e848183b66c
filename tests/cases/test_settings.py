"""Settings of a site's own look give exactly the findings that stand beside them.

A case is a folder with `mkdocs.yml`, and `content/` where it needs one; `expected.txt` holds the
findings.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from waypost.config.identity import load_site_logo
from waypost.config.reader import load_settings
from waypost.report.formats import render_text

_CASES = Path(__file__).parent / "settings"
_NAMES = sorted(path.name for path in _CASES.iterdir())


@pytest.mark.parametrize("name", _NAMES)
def test_a_case_gives_its_findings(name: str) -> None:
    read = load_settings(_CASES / name)
    assert read.value is not None
    findings = (*read.findings, *load_site_logo(read.value).findings)
    assert render_text(findings) == (_CASES / name / "expected.txt").read_text("utf-8")


def test_every_code_of_a_sites_look_has_a_case() -> None:
    texts = "".join((_CASES / name / "expected.txt").read_text("utf-8") for name in _NAMES)
    assert {code for code in ("S003", "S008", "S009") if f"[{code}]" in texts} == {
        "S003",
        "S008",
        "S009",
    }
