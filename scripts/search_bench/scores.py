"""How often the right document came first, or among the first five."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from scripts.search_bench.engines import Engine
from scripts.search_bench.queries import Kind, Query


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of the queries of a kind in a language, in percent."""

    first: float
    """The document that was meant came first."""
    five: float
    """It was among the first five."""


Scores = Mapping[tuple[Engine, str, Kind], Score]


def count_hits(queries: Sequence[Query], answers: Sequence[Sequence[str]]) -> Score:
    """The shares of the queries whose document their answer holds."""
    pairs = list(zip(queries, answers, strict=True))
    first = sum(answer[:1] == [query.document] for query, answer in pairs)
    five = sum(query.document in answer[:5] for query, answer in pairs)
    return Score(100 * first / len(pairs), 100 * five / len(pairs))


def take_mean(scores: Scores, engine: Engine, kind: Kind) -> Score | None:
    """The mean over the languages in which the kind could be asked; None where it couldn't."""
    own = [score for (who, _, what), score in scores.items() if who is engine and what is kind]
    if not own:
        return None
    return Score(mean(each.first for each in own), mean(each.five for each in own))
