"""What the accessibility statement says of the last audit: `audit.json` beside the settings.

The form is that of `waypost.config.audit_report`. Touches the disk.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scripts.sweeping.visit import Visit
from waypost.config.audit_report import AUDIT_FILE
from waypost.files.atomic import save_text


def record_audit(root: Path, tools: Mapping[str, str], visits: Sequence[Visit]) -> Path:
    """The file that now holds the result."""
    path = root / AUDIT_FILE
    data = describe_audit(tools, visits, datetime.now(UTC).date().isoformat())
    save_text(path, json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    return path


def describe_audit(tools: Mapping[str, str], visits: Sequence[Visit], day: str) -> dict[str, Any]:
    """The audit: day, tools, how many pages, and on how many of them a criterion was broken."""
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for visit in visits:
        for look in visit.looks:
            for barrier in look.barriers:
                for criterion in barrier.criteria:
                    pages[criterion].add(visit.path)
    return {
        "date": day,
        "tools": [{"name": name, "version": version} for name, version in tools.items()],
        "pages": len(visits),
        "problems": [
            {"criterion": criterion, "pages": len(paths)}
            for criterion, paths in sorted(pages.items(), key=lambda one: _order(one[0]))
        ],
    }


def _order(criterion: str) -> tuple[int, ...]:
    return tuple(map(int, criterion.split(".")))
