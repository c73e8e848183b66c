"""Numbers of forms as people type them."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"([a-z]{1,6})[_-]?([0-9]{1,6}[a-z]{0,2})", re.IGNORECASE)


def say_form_number(form_id: str) -> str:
    """`DL-44` of the id `dl_44`; "" for an id that is no number: `change_of_address`."""
    match = _NUMBER.fullmatch(form_id)
    return f"{match.group(1)}-{match.group(2)}".upper() if match else ""
