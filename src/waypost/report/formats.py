"""Findings as text, JSON or GitHub annotations, in one fixed order."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from waypost.model.finding import Finding, Severity

_SECRET = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Signs that a terminal obeys. What is told comes from files, and so from anybody."""


def render_text(findings: Sequence[Finding]) -> str:
    """Two lines a finding: where and what, then how to mend it; a count at the end."""
    lines: list[str] = []
    for finding in findings:
        said = f"{finding.place}: {finding.severity}: {finding.message} [{finding.code}]"
        lines.append(_SECRET.sub("�", said))
        lines.extend(f"    {_SECRET.sub('�', line)}" for line in finding.mend.splitlines())
    lines.append(_count(findings))
    return "\n".join(lines) + "\n"


def _count(findings: Sequence[Finding]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    if not findings:
        return "No findings."
    parts = [
        f"{number} {word}{'' if number == 1 else 's'}"
        for number, word in ((errors, "error"), (warnings, "warning"))
        if number
    ]
    return f"{' and '.join(parts)}."


def render_json(findings: Sequence[Finding]) -> str:
    """A JSON array of objects with path, line, column, severity, code, message, mend."""
    rows = [
        {
            "path": finding.place.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "severity": finding.severity.value,
            "code": finding.code,
            "message": finding.message,
            "mend": finding.mend,
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def render_github(findings: Sequence[Finding]) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    return "".join(
        f"::{finding.severity.value} file={_property(finding.place.path)},"
        f"line={finding.place.line},col={finding.place.column},"
        f"title={_property(finding.code)}::" + _data(finding.message + "\n" + finding.mend) + "\n"
        for finding in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = MappingProxyType(
    {"text": render_text, "json": render_json, "github": render_github}
)
"""The report formats by the name that `--format` takes."""


def has_errors(findings: Sequence[Finding]) -> bool:
    """Whether any finding stops publication."""
    return any(finding.severity is Severity.ERROR for finding in findings)
