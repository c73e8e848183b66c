"""Wall time of a command, the memory of all its processes, and what many runs say together.

Touches a process: runs commands and reads what the kernel says of their memory.
"""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_PSS = "Pss:"


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, the folder that it runs in, and its environment."""

    arguments: Sequence[str]
    folder: Path
    environment: dict[str, str]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds on the wall, and seconds of processor time of all processes together."""

    wall: float
    cpu: float


class CommandError(Exception):
    """A measured command failed; the message holds what it said."""


def run_timed(command: Command) -> Timing:
    """How long the command took until it ended well."""
    # Else one program would wait for what the one before it has left to write.
    os.sync()
    before = _children_cpu()
    started = time.perf_counter()
    done = subprocess.run(
        command.arguments,
        cwd=command.folder,
        env=command.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - started
    if done.returncode != 0:
        said = (done.stdout + done.stderr).strip()[-1500:]
        raise CommandError(f"{' '.join(command.arguments)} ended with {done.returncode}:\n{said}")
    return Timing(seconds, _children_cpu() - before)


def _children_cpu() -> float:
    """Processor time of the processes that this one has waited for, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure_memory(command: Command) -> int:
    """The peak of the proportional set sizes of the command's processes together, in bytes.

    Memory that processes share is counted once. Sampled every 10 ms, in a run that isn't timed.
    """
    process = subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env=command.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak = 0
    try:
        while process.poll() is None:
            peak = max(peak, sum(map(_load_pss, list_tree(process.pid))))
            time.sleep(0.01)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
    return peak


def list_tree(root: int) -> list[int]:
    """The process and all that descend from it, as far as they still run."""
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        try:
            for task in list(Path(f"/proc/{pid}/task").iterdir()):
                waiting += map(int, (task / "children").read_text("ascii").split())
        except OSError:  # it has just ended
            continue
    return found


def _load_pss(pid: int) -> int:
    try:
        return parse_pss(Path(f"/proc/{pid}/smaps_rollup").read_text("ascii"))
    except OSError:  # it has just ended
        return 0


def parse_pss(text: str) -> int:
    """The bytes that a smaps_rollup's line `Pss:  123 kB` says; 0 without one."""
    for line in text.splitlines():
        if line.startswith(_PSS):
            return int(line.split()[1]) * 1024
    return 0


def run_in_turn(runs: int, steps: Sequence[tuple[str, Callable[[], Timing]]]) -> dict[str, Timing]:
    """The medians of each step, all steps run one after the other, `runs` times over.

    So a machine that is slow for a while is slow for all of them.
    """
    timings: dict[str, list[Timing]] = {name: [] for name, _ in steps}
    for _ in range(runs):
        for name, step in steps:
            timings[name].append(step())
    return {
        name: Timing(median(one.wall for one in row), median(one.cpu for one in row))
        for name, row in timings.items()
    }
