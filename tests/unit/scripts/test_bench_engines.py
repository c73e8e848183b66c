"""What the benchmark of engines counts as intact, and its table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from scripts.benchmark.engines import (
    _COUNTED,
    Intact,
    collect_texts,
    count_intact,
    join_samples,
    render_runs,
    run_engine,
)
from waypost.model.glossary import Glossary
from waypost.translation.encodings import ENCODINGS


class OneWordEngine:
    """Translates one word, and nothing that speaks of a card."""

    name = "upper"
    version = "1"
    keeps_markup = False

    def stamp(self, source: str, target: str) -> str:
        return f"upper 1 {source}_{target}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        return ["" if "card" in text else text.replace("the", "o") for text in texts]

    def close(self) -> None:
        """Nothing is held open."""


@pytest.mark.parametrize(
    ("what", "source", "target", "intact"),
    [
        ("facts", "Pay {fee.a} or {fee.a}", "Pague {fee.a}", Intact(1, 2)),
        ("facts", "[the form]{1}", "[o]{1}", Intact(0, 0)),
        ("links", "[a]{1} [b]{2}", "[x]{2} [y]{1}", Intact(2, 2)),
        ("codes and addresses", "DL-44 at dmv.gov, $1,250.50", "DL-44 em dmv.gov", Intact(2, 3)),
        ("numbers", "18 of [x]{2} at 9:00", "81 {2} 21:00", Intact(0, 1)),
    ],
)
def test_what_counts_as_intact(what: str, source: str, target: str, intact: Intact) -> None:
    assert count_intact(_COUNTED[what], [(source, target)]) == intact


def test_the_table_has_a_column_an_engine(project: Path) -> None:
    sample = collect_texts(project, 24, ["pt"])
    segments = sample.segments
    assert len(segments) == len({segment.source for segment in segments}) == 24
    assert sum("{" in segment.source or "*" in segment.source for segment in segments) >= 8
    run = run_engine(
        "one word", OneWordEngine(), join_samples([sample]), "pt", Glossary("pt"), ENCODINGS
    )
    assert run.texts == 24
    assert sum(count for _, count in run.ways) == 24
    assert run.published + sum(run.faults.values()) == 24
    assert run.blocking == 0
    assert run.broken == ()
    table = render_runs([run, run]).splitlines()
    assert table[0] == "|  | one word | one word |"
    assert {line.count("|") for line in table} == {4}
    assert isinstance(run.warnings, Counter)
