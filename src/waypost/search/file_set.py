"""The files of an index as they come together: new ones, and those that stand from last time."""

from __future__ import annotations

from collections.abc import Iterable

from waypost.search.payload import name_payload


class FileSet:
    """Payloads by the names of their files. Each name has one content."""

    def __init__(self, former: Iterable[str]) -> None:
        self._former = frozenset(former)
        self._payloads: dict[str, str] = {}
        self._kept: set[str] = set()
        self.is_salted = False

    def save(self, payload: str) -> str:
        """The name under which `payload` stands, its own and no other's."""
        salt = 0
        name = name_payload(payload)
        while name in self._kept or self._payloads.get(name, payload) != payload:
            self.is_salted = True
            salt += 1
            name = name_payload(payload, salt)
        self._payloads[name] = payload
        return name

    def keep(self, name: str) -> str:
        """The name of a file that stands as it is."""
        if name in self._payloads:
            self.is_salted = True
        self._kept.add(name)
        return name

    def new(self) -> dict[str, str]:
        """Name and payload of the files that aren't there yet."""
        return {
            name: payload for name, payload in self._payloads.items() if name not in self._former
        }

    def standing(self) -> set[str]:
        """The names of the files that are there already."""
        return {*self._kept, *(self._former & self._payloads.keys())}

    def names(self) -> set[str]:
        """The names of all files."""
        return {*self._payloads, *self._kept}
