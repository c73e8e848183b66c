"""Every kind of finding, as docs/findings.md lists them."""

from __future__ import annotations

import re

from waypost.config.codes import CONFIG_CODES
from waypost.content.codes import ALL_CODES as CONTENT_CODES
from waypost.content.judgements import JUDGEMENT_CODES
from waypost.exchange.codes import ALL_CODES as EXCHANGE_CODES
from waypost.model.finding import Code
from waypost.translation.codes import ALL_CODES as TRANSLATION_CODES
from waypost.translation.gate import GATE_CODES

ALL_CODES: tuple[Code, ...] = (
    *CONTENT_CODES,
    *TRANSLATION_CODES,
    *GATE_CODES,
    *CONFIG_CODES,
    *EXCHANGE_CODES,
    *JUDGEMENT_CODES,
)

_HEAD = """# Findings

What `waypost check` and `waypost build` may say, by code. An **error** stops publication, never a
preview; a **warning** stops nothing. This page is printed by `waypost codes` and held current by a
test.
"""


def find_code(id: str) -> Code | None:
    """The code with this id, upper or lower case."""
    return next((code for code in ALL_CODES if code.id == id.upper()), None)


def render_code(code: Code) -> str:
    """One code as Markdown: why it matters, how to mend it, a bad and a good example."""
    return (
        f"## {code.id}: {_literal(code.title)}\n\n"
        f"*{code.severity.value}*\n\n"
        f"**Why.** {_literal(code.why)}\n\n"
        f"**Mend.** {_prose(code.mend)}\n\n"
        f"Bad:\n\n{_fenced(code.bad)}\n\n"
        f"Good:\n\n{_fenced(code.good)}\n"
    )


def render_codes() -> str:
    """docs/findings.md: every code in order."""
    return "\n".join([_HEAD, *(render_code(code) for code in ALL_CODES)])


def _prose(text: str) -> str:
    first, *rest = text.split("\n")
    first = _literal(first)
    return first if not rest else f"{first}\n\n{_fenced(chr(10).join(rest))}"


def _literal(text: str) -> str:
    """Markdown that shows the signs of Markdown in the text; `code` stays code."""
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(
        part if part.startswith("`") else re.sub(r"[\\*\[\]<>]", r"\\\g<0>", part) for part in parts
    )


def _fenced(example: str) -> str:
    lines = example.replace("\\n", "\n").replace("\\t", "\t")
    return f"```text\n{lines or '(an empty file)'}\n```"
