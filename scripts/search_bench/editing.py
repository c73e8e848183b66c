"""What one edited guide costs the search of a real site, as a preview takes it in.

Touches the disk and the process. Called with the folder of a site; prints as JSON how many
milliseconds of processor time each language took, and how many the background process in all:
that is forked with the pages, finds the page that changed, and writes the index.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from waypost.pipeline.build import SearchReport, cache_folder, sign
from waypost.pipeline.builder import Builder
from waypost.pipeline.options import BuildOptions, resolve_day
from waypost.pipeline.search_aside import SearchAside
from waypost.pipeline.state import load_state

_EDITS = 5
_LONGEST = 300
"""Seconds that are waited for an index."""
_SENTENCE = "Bring the {number} letters that a zeppelin{number} brought."


def index_aside(builder: Builder, aside: SearchAside) -> tuple[SearchReport, float]:
    """The report of the indexes, and the milliseconds of the process that made them."""
    before = _count_children()
    plan = builder.plan_index()
    if plan is None:
        raise RuntimeError("the site has no search")
    aside.start(plan)
    due = time.monotonic() + _LONGEST
    while (report := aside.poll()) is None:
        if time.monotonic() > due:
            raise RuntimeError("no index was made anew")
        time.sleep(0.005)
    return report, _count_children() - before


def edit_guides(root: Path) -> dict[str, float]:
    """The least of five edits, each of another guide, and each with a word that is new."""
    options = BuildOptions(preview=True, keep_last_good=True, defer_search=True)
    today = resolve_day(options.day)
    folder = cache_folder(root, options)
    builder = Builder(root, options, today, folder, sign(today, options), load_state(folder))
    aside = SearchAside(builder.take_index)
    builder.build(time.perf_counter())
    builder.save()
    guides = sorted((root / "content" / "guides").glob("*.md"))
    guides = guides[:: len(guides) // _EDITS][: _EDITS + 1]
    texts = {guide: guide.read_text("utf-8") for guide in guides}
    own, process = [], []
    try:
        for number, (guide, text) in enumerate(texts.items()):
            sentence = _SENTENCE.format(number=number)
            guide.write_text(f"{text.rstrip()}\n\n{sentence}\n", "utf-8")
            builder.build_again(time.perf_counter(), {guide})
            builder.save()
            report, used = index_aside(builder, aside)
            own.append(1000 * report.seconds / report.languages)
            process.append(used)
    finally:
        for guide, text in texts.items():
            guide.write_text(text, "utf-8")
    # The first one may bring all other pages up to date.
    return {"language": min(own[1:]), "process": min(process[1:])}


def _count_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (used.ru_utime + used.ru_stime)


if __name__ == "__main__":
    print(json.dumps(edit_guides(Path(sys.argv[1]))))
