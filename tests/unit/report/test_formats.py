import json

from waypost.model.finding import Finding, Place, Severity, sort_findings
from waypost.report.formats import has_errors, render_github, render_json, render_text

FEE = Finding(
    Place("content/guides/parking.md", 14, 9),
    "C021",
    'the fee "$35" is written in the text',
    "Use the fact: {fee.parking_permit}.\nIt is defined in content/facts.yml:8.",
)
OLD = Finding(
    Place("content/guides/parking.md", 2), "C030", "100 % past", "Check it.", Severity.WARNING
)


def test_text_says_place_severity_message_code_and_mend() -> None:
    assert render_text([FEE]) == (
        'content/guides/parking.md:14:9: error: the fee "$35" is written in the text [C021]\n'
        "    Use the fact: {fee.parking_permit}.\n"
        "    It is defined in content/facts.yml:8.\n"
        "1 error.\n"
    )


def test_text_commands_no_terminal() -> None:
    hostile = Finding(Place("a\x1b[2J.md", 1), "C001", "x\n::error::y\u202ez", "\x9bMend")
    said = render_text([hostile])
    assert said == "a�[2J.md:1:1: error: x�::error::y�z [C001]\n    �Mend\n1 error.\n"


def test_text_counts_by_severity() -> None:
    assert render_text([FEE, OLD, OLD]).endswith("1 error and 2 warnings.\n")
    assert render_text([]) == "No findings.\n"


def test_json_has_one_object_a_finding() -> None:
    (row,) = json.loads(render_json([FEE]))
    assert (row["path"], row["line"], row["column"]) == ("content/guides/parking.md", 14, 9)
    assert row["severity"] == "error"


def test_github_annotations_are_one_line_each_and_escaped() -> None:
    lines = render_github([FEE, OLD]).splitlines()
    assert lines[0].startswith("::error file=content/guides/parking.md,line=14,col=9,title=C021::")
    assert "%0A" in lines[0]
    assert lines[1].endswith("::100 %25 past%0ACheck it.")


def test_findings_are_sorted_by_place_and_said_once() -> None:
    assert sort_findings([FEE, OLD, FEE]) == (OLD, FEE)


def test_only_errors_stop_publication() -> None:
    assert has_errors([OLD, FEE])
    assert not has_errors([OLD])
