"""Phone numbers: shown as written, dialled in E.164, by plain rules about digits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_NANP = ("1", "")
# Calling code and the 0 that is left out behind it (ITU-T E.164 and E.129), for territories whose
# public services are likely to use Waypost. Others write + and the whole number.
_CALLING: Mapping[str, tuple[str, str]] = MappingProxyType(
    dict.fromkeys(("US", "CA", "PR", "GU", "VI", "AS", "MP", "BS", "JM", "TT", "BB"), _NANP)
    | {
        "AT": ("43", "0"),
        "AU": ("61", "0"),
        "BE": ("32", "0"),
        "BR": ("55", "0"),
        "CH": ("41", "0"),
        "CZ": ("420", ""),
        "DE": ("49", "0"),
        "DK": ("45", ""),
        "ES": ("34", ""),
        "FI": ("358", "0"),
        "FR": ("33", "0"),
        "GB": ("44", "0"),
        "IE": ("353", "0"),
        "IN": ("91", "0"),
        "IT": ("39", ""),
        "JP": ("81", "0"),
        "KR": ("82", "0"),
        "MX": ("52", ""),
        "NL": ("31", "0"),
        "NO": ("47", ""),
        "NZ": ("64", "0"),
        "PL": ("48", ""),
        "PT": ("351", ""),
        "SE": ("46", "0"),
        "UA": ("380", "0"),
        "ZA": ("27", "0"),
    }
)
_WRITTEN = re.compile(r"\+?[0-9A-Za-z() ./\u2011–-]+")
_EXTENSION = re.compile(r"\s*(?:,|;)?\s*(?:ext\.?|extension|x)\s*([0-9]{1,7})$", re.IGNORECASE)
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


def split_extension(text: str) -> tuple[str, str]:
    """The number, and its extension or ""."""
    found = _EXTENSION.search(text)
    return (text[: found.start()].strip(), found.group(1)) if found else (text.strip(), "")


def parse_dial(text: str, territory: str) -> str:
    """The number to dial: E.164, or a short number such as 911 as it is.

    Raises ValueError when the text is no number or lacks its area code.
    """
    if not _WRITTEN.fullmatch(text):
        raise ValueError(f"“{text}” is no phone number")
    digits = re.sub(r"[^0-9]", "", text.upper().translate(_KEYPAD))
    if text.startswith("+"):
        if not 8 <= len(digits) <= 15:
            raise ValueError(f"“{text}” is no phone number: + takes 8 to 15 digits")
        return f"+{digits}"
    if 3 <= len(digits) <= 6 and digits == text.strip():
        return digits
    code, trunk = _CALLING.get(territory, ("", ""))
    if not code:
        raise ValueError(f"“{text}” lacks + and the code of its country")
    if code == "1":
        return _dial_in_north_america(text, digits)
    if trunk and not digits.startswith(trunk):
        raise ValueError(f"“{text}” lacks its area code")
    if not 7 <= len(digits.removeprefix(trunk)) <= 12:
        raise ValueError(f"“{text}” is no phone number")
    return f"+{code}{digits.removeprefix(trunk)}"


def _dial_in_north_america(text: str, digits: str) -> str:
    national = digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
    if len(national) == 7:
        raise ValueError(f"“{text}” lacks its area code")
    if len(national) != 10 or national[0] in "01":
        raise ValueError(f"“{text}” is no phone number: ten digits are expected")
    return f"+1{national}"
