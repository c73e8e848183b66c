"""Today's values of facts and parameters as a language writes them, for those who judge a text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from waypost.locales.formats import Formats, formats_for
from waypost.locales.message_syntax import MessageSyntaxError, parse_nodes, walk_arguments
from waypost.model.fact import Fact, FactValue, ValueTable
from waypost.model.guide import Guide
from waypost.model.literal import parse_argument
from waypost.model.markup import MarkupError, parse_markup, placeables
from waypost.model.phrase import Argument, ParameterType, PhraseUse
from waypost.model.text import Segment, Syntax
from waypost.pipeline.documents import Texts
from waypost.pipeline.project import Project
from waypost.site.shown_value import show_text, write_value

Shown = tuple[tuple[str, str], ...]
"""Ids and values, in the order of the text."""
_MOST_EXAMPLES = 3


class SiteValues(msgspec.Struct, frozen=True, dict=True):
    """The values of a site on its day; in which guides a phrase stands decides its examples."""

    project: Project
    texts: Texts

    @cached_property
    def own_facts(self) -> Mapping[str, Mapping[str, Fact]]:
        """The facts of each guide's own, by the name of its document."""
        return {
            f"guides/{prose.id}": {fact.id: fact for fact in prose.facts}
            for prose in self.texts.prose
            if isinstance(prose, Guide) and prose.facts
        }

    @cached_property
    def pages_by_phrase(self) -> Mapping[str, int]:
        """On how many pages each phrase stands; those of agencies, offices and alerts count."""
        counts: Counter[str] = Counter()
        for value, _ in self._holders:
            counts.update({use.phrase for use in _walk_uses(value)})
        return counts

    @cached_property
    def _holders(self) -> tuple[tuple[object, Mapping[str, Fact]], ...]:
        """All that may use a phrase, with the facts of its own."""
        shared = self.texts.shared
        places = (*shared.agencies.values(), *shared.offices.values(), *shared.alerts.values())
        return (
            *((prose, self.own_facts.get(f"guides/{prose.id}", {})) for prose in self.texts.prose),
            *((place, {}) for place in places),
        )

    @cached_property
    def examples(self) -> Mapping[str, Mapping[str, tuple[FactValue, ...]]]:
        """For each phrase and parameter, the values with which guides use it, each once."""
        found: dict[str, dict[str, list[FactValue]]] = defaultdict(lambda: defaultdict(list))
        for value, own in self._holders:
            for use in _walk_uses(value):
                phrase = self.texts.shared.phrases.get(use.phrase)
                if phrase is None:
                    continue
                types = {each.name: each.type for each in phrase.parameters}
                for argument in phrase.bind(use).arguments:
                    example = self._argument(argument, types, own)
                    if example is not None and example not in found[use.phrase][argument.name]:
                        found[use.phrase][argument.name].append(example)
        return {
            phrase: {name: tuple(values) for name, values in named.items()}
            for phrase, named in found.items()
        }

    def _argument(
        self, argument: Argument, types: Mapping[str, ParameterType], own: Mapping[str, Fact]
    ) -> FactValue | None:
        if argument.is_fact:
            fact = own.get(argument.value) or self.texts.shared.facts.get(argument.value)
            return None if fact is None else fact.on(self.project.day)
        kind = types.get(argument.name)
        if kind is None:
            return None
        try:
            return parse_argument(argument.value, kind, self.project.settings.currency)
        except ValueError:
            return None

    def show(self, document: str, segment: Segment, code: str) -> Shown:
        """Each fact or parameter of the segment with its value in the language `code`.

        A parameter of a phrase has the values of the guides that use it, three at most.
        """
        formats = formats_for(code, self.project.settings.territory)
        if segment.syntax is Syntax.MESSAGE:
            return self._show_parameters(document, segment, formats)
        own = self.own_facts.get(document, {})
        shown: list[tuple[str, str]] = []
        for name in _find_facts(segment.source):
            fact = own.get(name) or self.texts.shared.facts.get(name)
            if fact is not None:
                shown.append((name, _show(fact.on(self.project.day), formats)))
        return tuple(shown)

    def _show_parameters(self, document: str, segment: Segment, formats: Formats) -> Shown:
        if document != "phrases":
            return ()
        examples = self.examples.get(segment.address, {})
        try:
            names = [each.name for each in walk_arguments(parse_nodes(segment.source))]
        except MessageSyntaxError:
            return ()
        return tuple(
            (name, " / ".join(_show(each, formats) for each in examples[name][:_MOST_EXAMPLES]))
            for name in dict.fromkeys(names)
            if name in examples
        )


def _show(value: FactValue, formats: Formats) -> str:
    return "" if isinstance(value, ValueTable) else show_text(write_value(value), formats)


def _find_facts(source: str) -> list[str]:
    """The ids of the facts in a text, each once, in its order."""
    try:
        found = set(placeables(parse_markup(source)))
    except MarkupError:
        return []
    facts = [each for each in found if each.startswith("{")]
    return [each[1:-1] for each in sorted(facts, key=source.index)]


def _walk_uses(value: object) -> Iterator[PhraseUse]:
    """Every use of a phrase in a value of the model."""
    if isinstance(value, PhraseUse):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _walk_uses(part)
    elif not isinstance(value, str):
        for name in getattr(type(value), "__struct_fields__", ()):
            yield from _walk_uses(getattr(value, name))
