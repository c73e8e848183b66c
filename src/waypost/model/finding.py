"""A mistake of an author, translator or page (`Finding`), and machine trouble (`Failure`)."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How much a finding weighs: an error stops publication, a warning never does."""

    ERROR = "error"
    WARNING = "warning"


class Place(msgspec.Struct, frozen=True, order=True):
    """Where something stands: path relative to the site's root, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Code(msgspec.Struct, frozen=True):
    """The public description of one kind of finding; printed into docs/findings.md."""

    id: str
    title: str
    severity: Severity
    why: str
    mend: str
    bad: str
    good: str


class Finding(msgspec.Struct, frozen=True):
    """One mistake: its code, where it is, what is wrong, and how to mend it."""

    place: Place
    code: str
    message: str
    mend: str
    severity: Severity = msgspec.field(default=Severity.ERROR)

    @property
    def order(self) -> tuple[Place, str, str]:
        """The sort key: by place, then code, then message."""
        return (self.place, self.code, self.message)


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """`findings` by place, code and message, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.order))


class Failure(Exception):
    """Something broken in the machine (no model, no browser, unreadable disk), with its mend."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message, mend)
        self.message = message
        self.mend = mend


class BrokenSource(Failure):
    """Settings or content so broken that a command can't go on: its findings say why."""

    def __init__(self, message: str, mend: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(message, mend)
        self.args = (message, mend, findings)
        self.findings = findings


_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_IN_THE_WAY = {errno.ENOTDIR, errno.EISDIR, errno.EEXIST}
_FULL = {errno.ENOSPC, errno.EDQUOT}


def describe_disk_error(error: OSError) -> Failure:
    """The trouble with a file or folder as a Failure: which one, why, and what to do."""
    path = f"{error.filename}: " if error.filename else ""
    if error.errno in _FORBIDDEN:
        mend = "Look at the permissions, or work in a copy that you may write to."
    elif error.errno in _IN_THE_WAY:
        mend = "A file stands where a folder must be, or a folder where a file must be. Move it."
    elif error.errno in _FULL:
        mend = "Free some space and try again."
    else:
        mend = "Look whether the path is right, and try again."
    return Failure(f"{path}{error.strerror or error}", mend)
