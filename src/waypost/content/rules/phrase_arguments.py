"""A phrase gets the values that it needs, each of its type."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.content.parsed import found, suggest
from waypost.content.rules.kinds import PARAMETER_VALUES, say_kind, say_parameter
from waypost.content.rules.rule_input import RuleInput
from waypost.content.schema_codes import BAD_ORDER
from waypost.model.fact import Number
from waypost.model.finding import Code, Finding, Place, Severity
from waypost.model.guide import ReferenceKind
from waypost.model.literal import parse_argument, parse_date
from waypost.model.phrase import Argument, ParameterType, Phrase, PhraseUse

CODE = Code(
    "C037",
    "A phrase with a wrong value",
    Severity.ERROR,
    "The sentence can't be said in any language when a value is missing or of another type.",
    "Give the phrase the values that the message names.",
    "who:\\n  - age_at_least: adult",
    "who:\\n  - age_at_least: 18",
)

_COUNTED = frozenset({"age", "people", "years", "months", "weeks", "days"})


def check_phrase_arguments(given: RuleInput) -> Iterator[Finding]:
    """A finding for each value of a phrase that is missing, too much or of another type."""
    places = _place_uses(given)
    for use in given.uses:
        phrase = given.site.shared.phrases.get(use.phrase)
        if phrase is not None:
            yield from _check_use(given, use, phrase, places)


def _check_use(
    given: RuleInput, use: PhraseUse, phrase: Phrase, places: dict[str, list[Place]]
) -> Iterator[Finding]:
    place = _take_place(given, use, places)
    types = {parameter.name: parameter.type for parameter in phrase.parameters}
    given_names = [argument.name for argument in use.arguments]
    if "" in given_names:
        needs = ", ".join(types) or "none"
        message = f"“{phrase.id}” doesn't take one value without a name; it takes: {needs}"
        yield found(CODE, place, message, _say_form(phrase))
        return
    missing = [name for name in types if name not in given_names]
    if missing:
        message = f"“{phrase.id}” needs a value for {', '.join(missing)}"
        yield found(CODE, place, message, _say_form(phrase))
    for argument in use.arguments:
        kind = types.get(argument.name)
        if kind is None:
            mend = f"{_say_form(phrase)}{suggest(argument.name, types)}"
            yield found(CODE, place, f"“{phrase.id}” has no value “{argument.name}”", mend)
        else:
            yield from _check_value(given, argument, kind, place)
    yield from _check_order(use, types, place)


def _check_order(
    use: PhraseUse, types: dict[str, ParameterType], place: Place
) -> Iterator[Finding]:
    """A finding where the last day of a phrase is before its first."""
    if types.get("first") is not ParameterType.DATE or types.get("last") is not ParameterType.DATE:
        return
    said = {argument.name: argument.value for argument in use.arguments if not argument.is_fact}
    try:
        first, last = (parse_date(said.get(name, "")) for name in ("first", "last"))
    except ValueError:
        return
    if last < first:
        yield found(BAD_ORDER, place, f"“{use.phrase}” ends on {last}, before it begins on {first}")


def _check_value(
    given: RuleInput, argument: Argument, kind: ParameterType, place: Place
) -> Iterator[Finding]:
    if argument.is_fact:
        fact = given.find_fact(argument.value)
        if fact is not None and not isinstance(fact.value, PARAMETER_VALUES[kind]):
            is_kind = say_kind(type(fact.value))
            message = f"“{argument.name}” is {say_parameter(kind)}, and “{fact.id}” is {is_kind}"
            yield found(CODE, place, message)
        return
    try:
        value = parse_argument(argument.value, kind, given.site.limits.currency)
    except ValueError as error:
        yield found(CODE, place, f"“{argument.name}” is {say_parameter(kind)}: {error}")
        return
    if isinstance(value, Number) and value.value < 0 and argument.name in _COUNTED:
        yield found(CODE, place, f"“{argument.name}” is {argument.value}, and can't be below 0")


def _place_uses(given: RuleInput) -> dict[str, list[Place]]:
    """Where each phrase is used, in the order of the file."""
    places: dict[str, list[Place]] = {}
    for reference in given.references:
        if reference.kind is ReferenceKind.PHRASE:
            places.setdefault(reference.id, []).append(reference.place)
    return places


def _take_place(given: RuleInput, use: PhraseUse, places: dict[str, list[Place]]) -> Place:
    """The place of the use, taken from `places`; several uses are told apart by their values."""
    left = places.get(use.phrase, [])
    if not left:
        return given.place
    lines = given.text.split("\n")
    if len(left) > 1 and given.text:
        for place in left:
            rest = lines[place.line - 1][place.column - 1 :]
            if _looks_like(use, rest.removeprefix(use.phrase)):
                left.remove(place)
                return place
    return left.pop(0)


def _looks_like(use: PhraseUse, rest: str) -> bool:
    if use.arguments:
        return use.arguments[0].value in rest
    return not rest.lstrip(" :\"'")[:1].isalnum()


def _say_form(phrase: Phrase) -> str:
    if not phrase.parameters:
        return f"Write {phrase.id} alone."
    if len(phrase.parameters) == 1:
        return f"Write {phrase.id}: and {say_parameter(phrase.parameters[0].type)}."
    inner = ", ".join(f"{one.name}: …" for one in phrase.parameters)
    return f"Write {phrase.id}: {{{inner}}}."
