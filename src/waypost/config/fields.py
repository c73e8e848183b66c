"""The fields of the settings: each read as what it must be, or a finding says why it isn't."""

from __future__ import annotations

import re
from collections.abc import Iterable

from waypost.config.codes import BAD_SETTING, UNKNOWN_SETTING
from waypost.config.settings import SETTINGS_FILE
from waypost.content.located import Located, LocatedList, LocatedMap, LocatedText
from waypost.content.parsed import found, suggest
from waypost.model.finding import Code, Finding, Place

_YES = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class FieldReader:
    """Reads fields and collects what is wrong with them."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings

    def add(self, code: Code, at: Located, message: str, mend: str = "") -> None:
        """A finding at this place."""
        place = Place(SETTINGS_FILE, at.line, at.column)
        self.findings.append(found(code, place, message, mend))

    def know(self, data: LocatedMap, names: Iterable[str]) -> None:
        """A finding for each name that is no setting."""
        known = tuple(names)
        for name, (line, column) in data.keys_at.items():
            if name not in known:
                place = Place(SETTINGS_FILE, line, column)
                message = f"“{name}” is not a setting.{suggest(name, known)}"
                mend = f"Known here: {', '.join(known)}."
                self.findings.append(found(UNKNOWN_SETTING, place, message, mend))

    def text(self, data: LocatedMap, name: str, default: str) -> str:
        """The text of a field."""
        value = data.get(name)
        if value is None:
            return default
        if isinstance(value, LocatedText):
            return str(value)
        self.add(BAD_SETTING, value, f"{name} must be a text")
        return default

    def line(self, data: LocatedMap, name: str, default: str) -> str:
        """The text on one line; it must not be empty."""
        text = self.text(data, name, default)
        if not text.strip():
            self.add(BAD_SETTING, data[name], f"{name} must not be empty")
            return default
        return " ".join(text.split())

    def names(self, data: LocatedMap, name: str) -> tuple[str, ...]:
        """A list of ids."""
        value = data.get(name)
        if value is None or value == "":
            return ()
        if isinstance(value, LocatedList) and all(isinstance(one, LocatedText) for one in value):
            return tuple(str(one) for one in value)
        self.add(BAD_SETTING, value, f"{name} must be a list of ids: [renew, food-help]")
        return ()

    def matching(self, data: LocatedMap, name: str, default: str, form: str, words: str) -> str:
        """A text of this form, which `words` describe."""
        text = self.text(data, name, default)
        if text and not re.fullmatch(form, text):
            self.add(BAD_SETTING, data[name], f"{name} must be {words}, not “{text}”")
            return default
        return text

    def folder(self, data: LocatedMap, name: str, default: str) -> str:
        """A folder inside the site's."""
        text = self.text(data, name, default).strip("/")
        if not text or text.startswith(("..", "/")) or "/../" in f"{text}/":
            self.add(BAD_SETTING, data[name], f"{name} must be a folder inside the site's root")
            return default
        return text

    def mapping(self, data: LocatedMap, name: str) -> LocatedMap:
        """Names with values; empty where there are none."""
        value = data.get(name)
        if isinstance(value, LocatedMap):
            return value
        if value is not None and value != "":
            self.add(BAD_SETTING, value, f"{name} must be names with values")
        return LocatedMap((1, 1), name)

    def flag(self, data: LocatedMap, name: str, default: str = "no") -> bool:
        """Yes or no."""
        word = self.text(data, name, default)
        if word.lower() not in _YES:
            self.add(BAD_SETTING, data[name], f"{name} must be yes or no, not “{word}”")
        return _YES.get(word.lower(), _YES[default])

    def choice(self, data: LocatedMap, name: str, default: str, allowed: Iterable[str]) -> str:
        """One of the words that are allowed."""
        word, words = self.text(data, name, default), tuple(allowed)
        if word in words:
            return word
        message = f"{name} must be one of {', '.join(words)}, not “{word}”"
        self.add(BAD_SETTING, data[name], message)
        return default
