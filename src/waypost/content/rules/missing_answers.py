"""A guide answers what everybody asks first; a journey says what to do in each step."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.rule_input import Passage, RuleInput
from waypost.model.finding import Code, Finding, Severity
from waypost.model.guide import Guide, ServiceStatus, Ways
from waypost.model.journey import Journey
from waypost.model.text import Role

CODE = Code(
    "C036",
    "Answers are missing",
    Severity.WARNING,
    "Who is it for, what must I bring, what does it cost, how do I do it: without these a "
    "resident goes there in vain.",
    "Add the fields; cost: [{amount: free}] says that it costs nothing.",
    "title: Renew your license",
    "title: Renew your license\\nwho: [lives_here]\\nneed: [photo_id]\\ncost: [{amount: fee}]\\n"
    "ways: {phone: agency}",
)


def check_answers(given: RuleInput) -> Iterator[Finding]:
    """One finding that lists what the guide doesn't answer, or one for each empty step."""
    if isinstance(given.subject, Journey):
        yield from _check_steps(given, given.subject)
    guide = given.subject
    if not isinstance(guide, Guide):
        return
    answers = {
        "who": guide.who or guide.automatic,
        "need": guide.need,
        "cost": guide.cost,
        "ways": guide.ways != Ways(),
        "status_reason": guide.status is ServiceStatus.OPEN or guide.status_reason,
    }
    missing = [name for name, answer in answers.items() if not answer and not _tries(given, name)]
    if missing:
        yield found(CODE, guide.place, f"the guide doesn't say: {', '.join(missing)}")


def _check_steps(given: RuleInput, journey: Journey) -> Iterator[Finding]:
    if not journey.steps and not _tries(given, "steps"):
        yield found(CODE, journey.place, "the journey has no steps", "Add steps: with their tasks.")
    if not journey.steps and "\nsteps: []" in given.text:
        place = given.spot(Passage(Role.FIELD, "", "", "steps", 0), "[")
        yield found(CODE, place, "the journey has no steps", "Add its steps with their tasks.")
    for step in journey.steps:
        if not step.tasks:
            words = step.title.source
            place = given.spot(Passage(Role.FIELD, words, words, step.title.address, 0), "")
            mend = "Add tasks: with the ids of guides, or with texts."
            yield found(CODE, place, f"the step “{words}” has no task", mend)


def _tries(given: RuleInput, name: str) -> bool:
    """Whether the field stands in the file, and only couldn't be read."""
    return f"\n{name}:" in given.text
