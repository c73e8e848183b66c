"""New texts that came to the wrong place: another text's translation, or the source itself.

In a sheet one deleted cell moves a whole column up by a row; each text is sound then, and beside
the wrong source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress

import msgspec

from waypost.locales.message_quotes import normal_message
from waypost.model.correction import Correction, text_mark
from waypost.model.fingerprint import fingerprint
from waypost.model.glossary import Glossary, TermRule
from waypost.model.markup import MarkupError, parse_markup, render_markup
from waypost.model.text import Segment, Syntax
from waypost.translation.catalog import Catalog, home_address
from waypost.translation.quality.function_words import function_words
from waypost.translation.quality.judge import judge
from waypost.translation.quality.pair import Defect, Pair
from waypost.translation.quality.words import fold, read_words, tokens
from waypost.translation.terms import find_terms

_NO_WORD = re.compile(r"[\W_]+")


def normal_text(text: str, syntax: Syntax) -> str:
    """The text as another that says the same: usual escapes, white space folded."""
    if syntax is Syntax.MESSAGE:
        text = normal_message(text)
    else:
        with suppress(MarkupError):
            text = render_markup(parse_markup(text))
    return " ".join(text.split())


class Owner(msgspec.Struct, frozen=True):
    """A text of the site to which a translation belongs, or has belonged."""

    document: str
    address: str
    sources: frozenset[str]
    """What its source says, or said when it was translated (`_fold_source`, fingerprints)."""

    @property
    def name(self) -> str:
        """Where it stands, for a person."""
        return f"{self.document}, {self.address}"


Owners = Mapping[str, tuple[Owner, ...]]
"""By the `text_mark` of the translation."""


def collect_owners(
    catalogs: Iterable[tuple[str, Catalog]], corrections: Iterable[Correction]
) -> Owners:
    """Whose each translation is or was: as the catalogues (by document) and the files say."""
    owners: dict[str, dict[Owner, None]] = {}
    for document, catalog in catalogs:
        for entry in (*catalog.entries, *catalog.obsolete):
            if entry.target.strip():
                sources = _mark_sources(entry.source, entry.previous)
                stamped = {entry.stamp.source} if entry.stamp is not None else set[str]()
                owner = Owner(document, home_address(entry), sources | stamped)
                owners.setdefault(text_mark(entry.target), {})[owner] = None
    nothing = text_mark("")
    for one in corrections:
        if one.mark and one.mark != nothing:
            owner = Owner(one.document, one.address, _mark_sources(one.source))
            owners.setdefault(one.mark, {})[owner] = None
    return {mark: tuple(found) for mark, found in owners.items()}


class Examiner(msgspec.Struct, frozen=True):
    """What a new text is held against before it is taken in."""

    source_language: str = ""
    language: str = ""
    glossary: Glossary = msgspec.field(default=Glossary(""))
    owners: Owners = msgspec.field(default_factory=dict)

    def find_defects(self, source: str, target: str, segment: Segment) -> tuple[Defect, ...]:
        """All that the checks say of the text."""
        return judge(self._pair(source, target, segment)) if self.language else ()

    def find_owner(self, document: str, source: str, target: str, segment: Segment) -> Owner | None:
        """The other text whose translation this is; None for a text of its own, or a new one."""
        marks = {text_mark(target), text_mark(normal_text(target, segment.syntax))}
        found = [owner for mark in marks for owner in self.owners.get(mark, ())]
        ours = _mark_sources(source)
        for owner in found:
            is_own = (owner.document, owner.address) == (document, segment.address)
            if is_own or owner.sources & ours:
                return None
        if not found or self._is_frame(source, segment.syntax):
            return None
        return min(found, key=lambda one: one.document != document)

    def is_source(self, source: str, target: str, segment: Segment) -> bool:
        """Whether the source was pasted back: several words, and not only names that are kept."""
        if self.language.partition("-")[0] in {"", self.source_language.partition("-")[0]}:
            return False
        ours, theirs = (read_words(text, segment.syntax) for text in (source, target))
        if ours is None or theirs is None:
            return False
        if fold(ours.everything).split() != fold(theirs.everything).split():
            return False
        words = ours.text
        for found in reversed(find_terms(words, self.glossary)):
            if found.term.rule is TermRule.KEPT:
                words = f"{words[: found.start]} {words[found.end :]}"
        left = [word for word in tokens(words) if word]
        return len(left) > 1 and any(not word[:1].isupper() for word in left)

    def _is_frame(self, source: str, syntax: Syntax) -> bool:
        """Whether only little words stand around values: several such are one in many languages."""
        words = read_words(source, syntax)
        little = function_words(self.source_language)
        return words is not None and little.issuperset(tokens(words.everything.lower()))

    def _pair(self, source: str, target: str, segment: Segment) -> Pair:
        return Pair(
            source,
            target,
            segment.syntax,
            segment.role,
            self.source_language,
            self.language,
            self.glossary,
        )


def _mark_sources(*sources: str) -> frozenset[str]:
    """What sources have in common that differ in signs and capitals only."""
    said = [source for source in sources if source]
    return frozenset([*map(fingerprint, said), *map(_fold_source, said)])


def _fold_source(source: str) -> str:
    return _NO_WORD.sub(" ", fold(source)).strip()
