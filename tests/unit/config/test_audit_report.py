import json
import os
from datetime import date
from pathlib import Path

import pytest

from waypost.config.audit_report import load_audit, parse_audit
from waypost.model.audit import Audit, AuditProblem

GOOD = {
    "date": "2026-11-22",
    "tools": [{"name": "axe-core", "version": "4.14.1"}, {"name": "Chromium", "version": "156"}],
    "pages": 96,
    "problems": [{"criterion": "1.4.10", "pages": 1}, {"criterion": "1.4.3", "pages": 2}],
}


def parse(**other: object) -> tuple[Audit | None, list[str]]:
    read = parse_audit(json.dumps({**GOOD, **other}, indent=2).encode())
    assert {one.code for one in read.findings} <= {"S010"}
    return read.value, [one.message for one in read.findings]


def test_the_report_is_told_in_the_order_of_the_criteria() -> None:
    audit, said = parse()
    assert said == []
    assert audit == Audit(
        date(2026, 11, 22),
        ("axe-core 4.14.1", "Chromium 156"),
        96,
        (AuditProblem("1.4.3", 2), AuditProblem("1.4.10", 1)),
    )


def test_a_report_without_problems_is_one() -> None:
    audit, said = parse(problems=[])
    assert said == []
    assert audit is not None
    assert audit.problems == ()


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"date": "yesterday"}, "date must be a day such as 2026-11-22"),
        ({"pages": "many"}, "pages must be a number of pages"),
        ({"date": "2026-W47-7"}, "date must be a day such as 2026-11-22"),
        (
            {"tools": [{"name": "axe", "version": [4]}]},
            "names and versions are texts of 1 to 100 letters",
        ),
        (
            {"tools": [{"name": "n" * 101, "version": "4"}]},
            "names and versions are texts of 1 to 100 letters",
        ),
        ({"pages": "٣"}, "pages must be a number of pages"),
        ({"pages": -1}, "pages must be a number of pages"),
        ({"tools": "axe"}, "tools must be a list"),
        ({"tools": ["axe"]}, "a tool has a name and a version"),
        ({"tools": [{"name": "axe"}]}, "version is missing"),
        ({"problems": None}, "problems must be a list"),
        ({"problems": [{"criterion": "1.4.3"}]}, "pages is missing"),
        (
            {"problems": [{"criterion": "9.9.9", "pages": 1}]},
            "criterion must be one of WCAG 2.2, level A or AA: 1.4.3",
        ),
        ({"problems": [{"criterion": "1.4.3", "pages": 1}] * 2}, "criterion 1.4.3 stands twice"),
        ({"problms": []}, "“problms” says nothing here. Did you mean “problems”?"),
    ],
)
def test_half_a_report_is_none(other: dict[str, object], message: str) -> None:
    audit, said = parse(**other)
    assert audit is None
    assert message in said


def test_the_place_is_that_in_the_file() -> None:
    (finding,) = parse_audit(json.dumps({**GOOD, "date": "?"}, indent=2).encode()).findings
    assert str(finding.place) == "audit.json:2:11"


def test_what_is_no_json_is_told_of() -> None:
    assert parse_audit(b"{").value is None
    assert parse_audit(b"{").findings
    assert parse_audit(b"[]").findings


def test_a_site_without_a_report_is_well(tmp_path: Path) -> None:
    read = load_audit(tmp_path)
    assert (read.value, read.findings) == (None, ())


def test_nothing_is_read_through_a_link_that_leads_out(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text(json.dumps(GOOD), "utf-8")
    root = tmp_path / "site"
    root.mkdir()
    (root / "audit.json").symlink_to(tmp_path / "secret.json")
    read = load_audit(root)
    assert read.value is None
    assert [one.code for one in read.findings] == ["S010"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "audit.json")
    assert [one.code for one in load_audit(tmp_path).findings] == ["S010"]


def test_a_folder_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "audit.json").mkdir()
    (finding,) = load_audit(tmp_path).findings
    assert finding.message == "this is a folder, and no file"


def test_a_report_that_is_far_too_long_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "audit.json").write_text('{"date": "' + "x" * 100_000 + '"}', encoding="utf-8")
    (finding,) = load_audit(tmp_path).findings
    assert "100,000 are the most" in finding.message
