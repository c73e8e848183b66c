"""Real guides become sites without losing a sentence, wherever the collections lie beside us."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
CORPORA = PROJECT.parent / "shared" / "corpora"


def test_no_sentence_of_a_real_guide_is_lost(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *(sys.executable, str(PROJECT / "scripts" / "real-sites")),
            *("--corpora", str(CORPORA), "--output", str(tmp_path)),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if CORPORA.is_dir():
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        assert done.stdout.count(" 0 lost or changed") == 3
    else:
        assert done.returncode == 2
        assert "--corpora" in done.stderr + done.stdout
