"""The lines that stand for both readers of a sheet: what to say on the phone, what signs mean."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.model.fact import Phone
from waypost.site.known import hold_place
from waypost.site.sheet_content import Line, LineKind, SheetContent, labelled, list_item, plain
from waypost.site.sheet_program import IF_MISSING, IF_OLD, IF_UNCHECKED
from waypost.site.shown_value import write_english

LANGUAGE = hold_place("language")
"""What stands in a compiled sheet for the reader's language, as one says it on the phone."""


def list_call(content: SheetContent) -> Iterator[Line]:
    """The call, step by step: whom to call, what to press, what to say."""
    phone, interpreter = _find_phone(content), content.around.frame.interpreter
    first = phone or interpreter
    if first is None:
        return
    yield Line(LineKind.HEADING, content.word("sheet_call"))
    marks = content.marks
    has_own = first.interpreter is not None or interpreter in {None, first}
    steps = [content.word("call", phone=first)]
    if not has_own and interpreter is not None:
        steps = [content.word("interpreter_line", phone=interpreter)]
        first = interpreter
    if first.interpreter is not None:
        steps.append(content.word("interpreter_key", key=marks.code(first.interpreter.key)))
    said = marks.written(write_english(_words_to_say(first)))
    steps.append(content.word("interpreter_say", words=said))
    if not has_own and phone is not None:
        steps.append(content.word("sheet_ask", phone=phone))
    document = marks.document.name if marks.document is not None else ""
    title = marks.other(document, content.guide.title, soft=False)
    steps.append(content.word("sheet_about", title=title))
    for number, step in enumerate(steps, 1):
        yield plain(list_item(step, f"{number}."))
    reached = phone or first
    if reached.hours is not None:
        yield plain(marks.value(reached.hours))
    if reached.after_hours:
        yield plain(content.word("after_hours") + " " + marks.dial(reached.after_hours))
    if reached.tty:
        yield plain(content.word("tty") + " " + marks.dial(reached.tty))


def _find_phone(content: SheetContent) -> Phone | None:
    """The number that the guide is about, else its agency's."""
    agency, way = content.agency, content.guide.ways.phone
    agency_phone = agency.phone if agency is not None else ""
    named = way.phone if way is not None and way.phone else agency_phone
    value = content.marks.facts.get(named)
    return value if isinstance(value, Phone) else None


def _words_to_say(phone: Phone) -> str:
    """“Interpreter, please. Spanish”, or “Spanish, please”: with a place for the language."""
    if phone.interpreter is None or not phone.interpreter.say:
        return f"{LANGUAGE}, please"
    return f"{phone.interpreter.say.rstrip('. !')}. {LANGUAGE}"


def list_legend(content: SheetContent) -> Iterator[Line]:
    """What the signs of lines mean; each line stands where its sign does."""
    phone = content.around.frame.interpreter
    language = content.marks.written(write_english(LANGUAGE))
    yield Line(LineKind.LEGEND, content.word("machine_note"), IF_UNCHECKED)
    yield Line(LineKind.LEGEND, content.word("stale_note"), IF_OLD)
    if phone is not None:
        missing = content.word("not_translated", phone=phone, language=language)
    else:
        missing = content.word("not_translated_no_phone", language=language)
    yield Line(LineKind.LEGEND, labelled(content.word("state_missing"), missing), IF_MISSING)
