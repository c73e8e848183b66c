"""Every code of a finding about translations, as docs/findings.md prints it.

Only what lists codes imports this: it brings every check with it.
"""

from __future__ import annotations

from waypost.model.finding import Code
from waypost.translation.catalog_codes import CATALOG_CODES
from waypost.translation.file_codes import FILE_CODES
from waypost.translation.glossary_codes import GLOSSARY_CODES
from waypost.translation.machine_codes import MACHINE_CODES
from waypost.translation.quality.check_list import QUALITY_CODES
from waypost.translation.review_codes import REVIEW_CODES
from waypost.translation.views import VIEWS

ALL_CODES: tuple[Code, ...] = tuple(
    sorted(
        (
            *CATALOG_CODES,
            *QUALITY_CODES,
            *GLOSSARY_CODES,
            *MACHINE_CODES,
            *REVIEW_CODES,
            *FILE_CODES,
            VIEWS,
        ),
        key=lambda code: code.id,
    )
)
