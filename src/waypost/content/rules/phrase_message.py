"""A phrase is an ICU message that holds exactly its parameters."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.rule_input import Passage, RuleInput
from waypost.model.finding import Code, Finding, Place, Severity
from waypost.model.phrase import Phrase
from waypost.model.text import Role

CODE = Code(
    "C038",
    "A phrase that can't be formatted",
    Severity.ERROR,
    "The sentence stands on many pages; if it can't be read it is missing on all of them.",
    "Write each parameter in braces, name it under params, and close every brace.",
    "text: You are {age or older.",
    'text: "You are {age} or older."\\nparams: {age: number}',
)


def check_phrase_message(given: RuleInput) -> Iterator[Finding]:
    """A finding for a message that ICU can't read, or whose parameters differ from params."""
    phrase = given.subject
    if not isinstance(phrase, Phrase):
        return
    from waypost.locales.message import MessageSyntaxError, parse_message
    from waypost.locales.message_syntax import check_no_select, parse_nodes

    try:
        check_no_select(parse_nodes(phrase.message))
        message = parse_message(phrase.message, given.site.limits.source)
    except MessageSyntaxError as error:
        said = f"the phrase “{phrase.id}” can't be read: {error}"
        yield found(CODE, _place_of(given, phrase), said)
        return
    named = {parameter.name for parameter in phrase.parameters}
    used = set(message.arguments)
    for name in sorted(used - named):
        mend = f"Add it: params: {{{name}: number}}, or money, date, duration."
        yield found(
            CODE,
            _place_of(given, phrase),
            f"“{name}” stands in the text, and not under params",
            mend,
        )
    for name in sorted(named - used):
        mend = f"Write {{{name}}} in the text, or remove it from params."
        yield found(
            CODE,
            _place_of(given, phrase),
            f"“{name}” stands under params, and not in the text",
            mend,
        )


def _place_of(given: RuleInput, phrase: Phrase) -> Place:
    field = Passage(Role.PHRASE, "", "", f"{phrase.id}/text", 0)
    return given.spot(field, phrase.message[:20])
