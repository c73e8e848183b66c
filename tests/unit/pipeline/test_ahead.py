"""What a first build loads before it starts its processes, while one core has nothing to do."""

from __future__ import annotations

import json
import subprocess
import sys

_PROGRAM = """
import json, sys
import waypost.pipeline.ahead, waypost.pipeline.project, waypost.pipeline.search
print(json.dumps(sorted({"dataclasses", "jinja2", "markdown_it", "pydantic"} & set(sys.modules))))
"""


def test_what_reads_content_is_loaded_after_the_processes_have_begun() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout) == []
