"""What keeps a PO file from being read whole, as findings: a few of each file, then a count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waypost.model.finding import Finding, Place
from waypost.translation import catalog_codes as codes
from waypost.translation.po_lines import Fault

_MOST = 5


def describe_faults(path: str, faults: Sequence[Fault], more: str = "") -> Iterator[Finding]:
    """The findings of one file; `more` is added to each mend."""
    lines = [fault for fault in faults if not fault.is_encoding]
    shown = [fault for fault in faults if fault.is_encoding] + lines[:_MOST]
    for fault in shown:
        code = codes.ENCODING if fault.is_encoding else codes.SYNTAX
        place = Place(path, fault.line, fault.column)
        yield Finding(place, code.id, fault.message, f"{fault.mend}{more}", code.severity)
    left = lines[_MOST:]
    if left:
        message = f"and {len(left)} more line{'' if len(left) == 1 else 's'} of this file"
        mend = "Bring the file back with git if it isn't a PO file any more; else mend each line."
        place = Place(path, left[0].line, left[0].column)
        yield Finding(place, codes.SYNTAX.id, message, f"{mend}{more}", codes.SYNTAX.severity)
