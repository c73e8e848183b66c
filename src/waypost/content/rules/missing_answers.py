"""A guide answers what everybody asks first."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.content.parsed import found
from waypost.content.rules.rule_input import RuleInput
from waypost.model.finding import Code, Finding, Severity
from waypost.model.guide import Guide, Ways

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
    """One finding that lists what the guide doesn't answer."""
    guide = given.subject
    if not isinstance(guide, Guide):
        return
    answers = {
        "who": guide.who or guide.automatic,
        "need": guide.need,
        "cost": guide.cost,
        "ways": guide.ways != Ways(),
    }
    missing = [name for name, answer in answers.items() if not answer and not _tries(given, name)]
    if missing:
        yield found(CODE, guide.place, f"the guide doesn't say: {', '.join(missing)}")


def _tries(given: RuleInput, name: str) -> bool:
    """Whether the field stands in the file, and only couldn't be read."""
    return f"\n{name}:" in given.text
