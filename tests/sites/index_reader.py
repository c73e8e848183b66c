"""An index read back from its files, as a client reads it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from waypost.search.chunks import ListedPage, parse_chunk
from waypost.search.manifest import FileList, Manifest, parse_manifest, parse_names
from waypost.search.payload import as_units, parse_file, parse_table
from waypost.search.shards import parse_shard
from waypost.search.tails import parse_tails

Groups = tuple[tuple[tuple[str, str], ...], ...]
"""Of a shard: forms with their postings, those of one word together."""


@dataclass(frozen=True, slots=True)
class IndexReader:
    """The index of one language, by the paths of its files."""

    files: Mapping[str, bytes]
    language: str
    manifest: Manifest

    @classmethod
    def of(cls, files: Mapping[str, bytes], language: str) -> IndexReader:
        """The reader of the index of a language among the files of a site."""
        name, payload = parse_file(files[f"search/{language}.js"])
        if name != language:
            raise ValueError(f"the manifest is that of {name}, not of {language}")
        return cls(files, language, parse_manifest(payload))

    def path(self, name: str) -> str:
        """Where a file of the index stands."""
        return f"assets/search/{self.language}/{name}.js"

    def payload(self, name: str) -> str:
        """What a file of the index hands over."""
        found, payload = parse_file(self.files[self.path(name)])
        if found != name:
            raise ValueError(f"the file {name} names itself {found}")
        return payload

    def find_files(self, files: FileList, key: str) -> list[str]:
        """The names of the files to load for a key: at most a part of the list, and a range."""
        if not files.entries:
            return []
        name = _locate(files.entries, key)
        if not files.is_deep:
            return [name]
        return [name, _locate(parse_table(self.payload(name)), key)]

    def find_groups(self, key: str) -> Groups:
        """The groups of the shard in which a key stands, if it stands anywhere."""
        names = self.find_files(self.manifest.shards, key)
        return parse_shard(self.payload(names[-1])) if names else ()

    def shards(self) -> Iterator[Groups]:
        """The groups of every shard."""
        for name in self._names(self.manifest.shards):
            yield parse_shard(self.payload(name))

    def tails(self) -> Iterator[str]:
        """Every key that stands among the tails, backwards."""
        for name in self._names(self.manifest.tails):
            yield from parse_tails(self.payload(name))

    def pages(self) -> Iterator[ListedPage]:
        """Every page, in the order of its number."""
        chunks = self.manifest.chunks
        names = [name for _, name in chunks.entries]
        if chunks.is_deep:
            names = [name for part in names for _, name in parse_names(self.payload(part))]
        for name in names:
            yield from parse_chunk(self.payload(name))

    def _names(self, files: FileList) -> list[str]:
        names = [name for _, name in files.entries]
        if not files.is_deep:
            return names
        return [name for part in names for _, name in parse_table(self.payload(part))]


def _locate(entries: tuple[tuple[str, str], ...], key: str) -> str:
    lowers = [as_units(lower) for lower, _ in entries]
    return entries[max(bisect_right(lowers, as_units(key)) - 1, 0)][1]
