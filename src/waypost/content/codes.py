"""Every kind of finding about content, in the order of the codes."""

from __future__ import annotations

from waypost.content.exemptions import EXPIRED
from waypost.content.file_codes import FILE_CODES
from waypost.content.markdown_codes import MARKDOWN_CODES
from waypost.content.rules import RULE_CODES
from waypost.content.schema_codes import SCHEMA_CODES
from waypost.content.search_codes import SEARCH_CODES
from waypost.model.finding import Code

ALL_CODES: tuple[Code, ...] = tuple(
    sorted(
        (*FILE_CODES, *RULE_CODES, EXPIRED, *SCHEMA_CODES, *MARKDOWN_CODES, *SEARCH_CODES),
        key=lambda code: code.id,
    )
)
