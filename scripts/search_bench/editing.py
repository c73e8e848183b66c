"""What one edited guide costs the search of a real site, as a preview takes it in.

Touches the disk and the process. Called with the folder of a site; prints as JSON, for each kind of
edit, the milliseconds of processor time that a language took, that the background process took in
all, and that the preview itself took to tell it and to hear of it, and how long it was until the
index stood. Each is of the guide where it was most.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from waypost.pipeline.build import cache_folder, sign
from waypost.pipeline.builder import Builder
from waypost.pipeline.cache import Cache
from waypost.pipeline.options import BuildOptions, resolve_day
from waypost.pipeline.search_aside import SearchAside
from waypost.pipeline.state import load_state

_GUIDES = 4
_REPEATED = 3
_LOOK = 0.005
_LONGEST = 300
"""Seconds that are waited for an index."""


def _add_sentence(text: str) -> str:
    return f"{text.rstrip()}\n\nBring the letters that a zeppelin brought.\n"


def _add_acronym(text: str) -> str:
    return f"{text.rstrip()}\n\nAsk the National Zeppelin Bureau (NZB).\n"


def _change_title(text: str) -> str:
    return text.replace("title: ", "title: Zeppelins and ", 1)


_EDITS: Mapping[str, Callable[[str], str]] = {
    "a sentence": _add_sentence,
    "an acronym": _add_acronym,
    "a title": _change_title,
}


@dataclass(frozen=True, slots=True)
class EditTime:
    """Milliseconds of one edit; processor time but for the last."""

    language: float
    process: float
    preview: float
    wait: float


class _Preview:
    """What `waypost serve` does, step by step."""

    def __init__(self, root: Path) -> None:
        options = BuildOptions(preview=True, keep_last_good=True, defer_search=True)
        today = resolve_day(options.day)
        folder = cache_folder(root, options)
        signature = sign(today, options)
        self._builder = Builder(root, options, today, Cache(folder), signature, load_state(folder))
        self.aside = SearchAside(self._builder.take_index)
        self._builder.build(time.perf_counter())
        self.index()

    def save(self, guide: Path, text: str) -> EditTime:
        """What the index takes after somebody has saved the guide."""
        guide.write_text(text, "utf-8")
        self.aside.stop()
        self._builder.build_again(time.perf_counter(), {guide})
        self._builder.save()
        return self.index()

    def index(self) -> EditTime:
        """What the indexes take to follow the pages; there may be nothing to do."""
        plan = self._builder.plan_index()
        if plan is None:
            raise RuntimeError("the site has no search")
        before, used = self.aside.pid, _read_clock(self.aside.pid)
        started, own = time.monotonic(), time.process_time()
        self.aside.start(plan)
        while (report := self.aside.poll()) is None and self.aside.is_busy:
            if time.monotonic() > started + _LONGEST:
                raise RuntimeError("no index was made anew")
            time.sleep(_LOOK)
        wait, own = time.monotonic() - started, time.process_time() - own
        # What it does once it has told of the index counts, too.
        time.sleep(20 * _LOOK)
        now = _read_clock(self.aside.pid)
        process = now - used if self.aside.pid == before else now
        language = report.seconds / report.languages if report is not None else 0.0
        return EditTime(*(1000 * each for each in (language, process, own, wait)))


def edit_guides(root: Path) -> dict[str, EditTime]:
    """The time of each kind of edit, of the guide that took longest.

    Each guide is edited and set back several times. Of these the least counts, since other
    processes can only lengthen what they are beside.
    """
    preview = _Preview(root)
    guides = sorted((root / "content" / "guides").glob("*.md"))
    guides = guides[:: len(guides) // _GUIDES][:_GUIDES]
    texts = {guide: guide.read_text("utf-8") for guide in guides}
    most: dict[str, EditTime] = {}
    try:
        for kind, edit in _EDITS.items():
            least: list[EditTime] = []
            for guide, text in texts.items():
                made = [
                    (preview.save(guide, edit(text)), preview.save(guide, text))
                    for _ in range(_REPEATED)
                ]
                least += [_choose(min, times) for times in zip(*made, strict=True)]
            most[kind] = _choose(max, least)
    finally:
        preview.aside.close()
        for guide, text in texts.items():
            guide.write_text(text, "utf-8")
    return most


def _choose(pick: Callable[[list[float]], float], times: Sequence[EditTime]) -> EditTime:
    names = [one.name for one in fields(EditTime)]
    return EditTime(*(pick([getattr(each, name) for each in times]) for name in names))


def _read_clock(process: int | None) -> float:
    """The seconds of processor time that a process took until now (Linux)."""
    return time.clock_gettime(~process << 3 | 2) if process is not None else 0.0


if __name__ == "__main__":
    edits = edit_guides(Path(sys.argv[1]))
    print(json.dumps({kind: asdict(each) for kind, each in edits.items()}))
