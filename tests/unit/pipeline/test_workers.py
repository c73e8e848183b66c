import os
import time
from collections.abc import Sequence

import pytest

from waypost.model.finding import Failure
from waypost.pipeline.workers import Crew, map_forked, map_in_two_steps


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    assert map_forked(lambda number: number * number, range(9), jobs) == [
        number * number for number in range(9)
    ]


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_second_step_has_what_the_first_kept_and_what_all_told(jobs: int) -> None:
    def first(task: int) -> tuple[str, int]:
        return f"kept {task}", task

    def second(kept: str, total: int) -> tuple[str, int]:
        return kept, total

    def total(told: Sequence[int]) -> int:
        return sum(told)

    assert map_in_two_steps(first, total, second, range(3), jobs) == [
        ("kept 0", 3),
        ("kept 1", 3),
        ("kept 2", 3),
    ]


def _fail(number: int) -> str:
    if number == 3:
        raise Failure("broken", "mend it")
    return ""


def test_a_failure_in_a_process_is_the_same_failure_here() -> None:
    with pytest.raises(Failure, match="broken") as caught:
        map_forked(_fail, range(4), 2)
    assert caught.value.mend == "mend it"


def _die(number: int) -> None:
    if number == 1:
        os._exit(9)


def test_a_process_that_dies_is_a_failure_and_no_hang() -> None:
    with pytest.raises(Failure, match="ended from outside"):
        map_forked(_die, range(4), 2)


def _find_no_file(number: int) -> None:
    if number == 1:
        raise PermissionError(13, "Permission denied", "build/site")


@pytest.mark.parametrize("jobs", [1, 2])
def test_trouble_with_a_file_in_a_process_is_the_same_trouble_here(jobs: int) -> None:
    with pytest.raises(PermissionError) as caught:
        map_forked(_find_no_file, range(4), jobs)
    assert caught.value.filename == "build/site"


def _keep(ready: str) -> tuple[str, int]:
    return f"kept {ready}", len(ready)


def _total(told: Sequence[int]) -> int:
    return sum(told)


def _add(kept: str, total: int) -> tuple[str, int]:
    return kept, total


def test_a_crew_gets_ready_before_it_is_told_what_to_do() -> None:
    crew = Crew(lambda task: "x" * task, range(4), 3)
    try:
        assert crew.map_in_two_steps(_keep, _total, _add) == [
            ("kept ", 6),
            ("kept x", 6),
            ("kept xx", 6),
            ("kept xxx", 6),
        ]
    finally:
        crew.end()


def test_a_crew_that_is_told_nothing_ends() -> None:
    crew = Crew(time.sleep, [60.0, 60.0], 2)
    started = time.monotonic()
    crew.end()
    assert time.monotonic() - started < 30


def test_a_failure_while_a_crew_gets_ready_is_the_same_failure_here() -> None:
    crew: Crew[int, str] = Crew(_fail, range(4), 2)
    try:
        with pytest.raises(Failure, match="broken"):
            crew.map_in_two_steps(_keep, _total, _add)
    finally:
        crew.end()
