import os

import pytest

from waypost.model.finding import Failure
from waypost.pipeline.workers import map_forked, map_in_two_steps


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    assert map_forked(lambda number: number * number, range(9), jobs) == [
        number * number for number in range(9)
    ]


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_second_step_sees_what_the_first_kept_and_what_all_found(jobs: int) -> None:
    kept: dict[int, int] = {}

    def first(task: int) -> int:
        kept[task] = task * 10
        return task

    def second(task: int, total: int) -> tuple[int, int]:
        return kept[task], total

    assert map_in_two_steps(first, sum, second, range(4), jobs) == [
        (0, 6),
        (10, 6),
        (20, 6),
        (30, 6),
    ]


def _fail(number: int) -> None:
    if number == 3:
        raise Failure("broken", "mend it")


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
