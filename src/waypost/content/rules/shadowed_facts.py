"""A name stands for one fact, wherever it is written."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.rule_input import RuleInput
from waypost.model.finding import Code, Finding, Severity

CODE = Code(
    "C044",
    "A guide's own fact with the name of a shared one",
    Severity.WARNING,
    "In this guide the name stands for another value than everywhere else, and who changes the "
    "shared fact doesn't see it.",
    "Give the guide's own fact another name, or remove it and use the shared one.",
    "facts: {phone.desk: {phone: 505-555-0101}}",
    "facts: {phone.permit_desk: {phone: 505-555-0101}}",
)


def check_shadowed_facts(given: RuleInput) -> Iterator[Finding]:
    """A finding for each fact of the guide's own whose name content/facts.yml has too."""
    for name, fact in given.local_facts.items():
        shared = given.site.shared.facts.get(name)
        if shared is not None:
            home = f"{shared.place.path}:{shared.place.line}"
            yield found(CODE, fact.place, f"“{name}” is a shared fact too, defined in {home}")
