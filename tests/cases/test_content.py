"""Broken content gives exactly the findings that stand beside it.

A case is a folder of `content/` that is laid over the faultless site in `base`; `expected.txt`
holds the findings. A file that isn't plain UTF-8 ends with `.escaped`, its bytes written as \\xNN;
one that ends with `.link` or `.pipe` stands for a link to what it says, or for a named pipe.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.unit.content.site_reading import check_folder, render_findings
from waypost.content.codes import ALL_CODES
from waypost.content.exemptions import EXPIRED

_CASES = Path(__file__).parent / "content"
_NAMES = sorted(path.name for path in _CASES.iterdir() if path.name != "base")


def _lay(case: str, root: Path) -> None:
    for source in (_CASES / "base", _CASES / case):
        for path in sorted(source.rglob("*")):
            target = root / path.relative_to(source)
            if path.is_dir():
                target.mkdir(exist_ok=True)
            elif path.suffix == ".escaped":
                text = path.read_text("utf-8")
                target.with_suffix("").write_bytes(
                    text.encode().decode("unicode_escape").encode("latin-1")
                )
            elif path.suffix == ".link":
                target.with_suffix("").symlink_to(path.read_text("utf-8").strip())
            elif path.suffix == ".pipe":
                os.mkfifo(target.with_suffix(""))
            elif path.name != "expected.txt":
                shutil.copy(path, target)


def test_the_site_below_the_cases_is_faultless(tmp_path: Path) -> None:
    _lay("base", tmp_path)
    assert render_findings(check_folder(tmp_path)) == ""


@pytest.mark.parametrize("name", _NAMES)
def test_a_case_gives_its_findings(name: str, tmp_path: Path) -> None:
    _lay(name, tmp_path)
    expected = (_CASES / name / "expected.txt").read_text("utf-8")
    assert render_findings(check_folder(tmp_path)) == expected


def test_every_code_has_a_case() -> None:
    texts = "".join((_CASES / name / "expected.txt").read_text("utf-8") for name in _NAMES)
    shown = set(re.findall(r"\[(C\d{3})\]$", texts, re.MULTILINE))
    assert shown == {code.id for code in ALL_CODES} - {EXPIRED.id}


def test_every_case_tells_how_to_mend() -> None:
    for name in _NAMES:
        lines = (_CASES / name / "expected.txt").read_text("utf-8").splitlines()
        assert lines, f"{name} finds nothing"
        assert all(line.startswith("    ") and line.strip() for line in lines[1::2]), name
