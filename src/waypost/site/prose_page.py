"""The pages of plain prose."""

from __future__ import annotations

from waypost.model.block import Hole
from waypost.model.guide import Section
from waypost.model.place import PlainPage
from waypost.model.site import PageKind
from waypost.model.text import Document, Risk
from waypost.site.cards import SHOWN_ON
from waypost.site.guide_page import view_section
from waypost.site.program import Program
from waypost.site.statement import view_audit
from waypost.site.surroundings import Surroundings, begin_marks, build_page


def build_plain_program(
    page: PlainPage, body: tuple[Section[Hole], ...], document: Document, around: Surroundings
) -> Program:
    """The program of a plain page."""
    marks = begin_marks(around, page.id, document, floor=Risk.LOW)
    context: dict[str, object] = {
        "title": page.title,
        "summary": page.summary,
        "may_be_stub": True,
        "page_id": page.id,
        "languages": page.id == SHOWN_ON,
        "audit": view_audit(around.frame.audit),
        "email": around.frame.contact_email,
        "sections": tuple(view_section(section, marks) for section in body),
    }
    return build_page(PageKind.PAGE, "prose.html", marks, around, context)
