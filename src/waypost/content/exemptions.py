"""Findings that a site knows of and tolerates until a date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fnmatch import fnmatchcase

import msgspec

from waypost.content.parsed import found, sort_findings
from waypost.model.finding import Code, Finding, Place, Severity

EXPIRED = Code(
    "C040",
    "An exemption that has ended",
    Severity.ERROR,
    "An exemption without an end would hide its finding for ever; this one was to be over by now.",
    "Mend what it hides and remove it, or give it a new date and reason.",
    "- {code: C030, path: content/guides/tax.md, reason: being rewritten, until: 2025-01-01}",
    "- {code: C030, path: content/guides/tax.md, reason: being rewritten, until: 2027-01-01}",
)


class Exemption(msgspec.Struct, frozen=True):
    """Findings of a code in the files that `path` matches (`*` stands for anything)."""

    code: str
    path: str
    reason: str
    until: date
    place: Place
    """Where the site's settings say so."""

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is tolerated while the exemption lasts."""
        return finding.code == self.code and fnmatchcase(finding.place.path, self.path)


def apply_exemptions(
    findings: Iterable[Finding], exemptions: Iterable[Exemption], day: date
) -> tuple[Finding, ...]:
    """What is left of `findings`, and a finding for each exemption that has ended."""
    exemptions = tuple(exemptions)
    lasting = [one for one in exemptions if one.until >= day]
    ended = [
        found(EXPIRED, one.place, f"the exemption of {one.code} in {one.path} ended on {one.until}")
        for one in exemptions
        if one.until < day
    ]
    left = (one for one in findings if not any(exempt.covers(one) for exempt in lasting))
    return sort_findings((*left, *ended))
