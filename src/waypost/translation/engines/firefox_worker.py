"""The process that holds Firefox' models; started by `firefox`, never imported by it.

Touches the engine, and the disk: reads a model's files. `worker` says how it is asked. Models are
given to the engine as bytes, so that it has no reason to look for them or to download any.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from waypost.translation.engines.firefox_models import find_files
from waypost.translation.engines.worker import serve

_MODELS_IN_MEMORY = 3
MOST_CHARACTERS = 400
"""The engine cuts longer sentences off without a word: a model of English and Portuguese lost the
end of one with 539 characters and 108 words. So none comes near."""


@lru_cache(maxsize=_MODELS_IN_MEMORY)
def open_model(folder: str) -> Callable[[Sequence[str]], list[str | None]]:
    """A function that translates sentences with the model in `folder`."""
    from fxtranslate import Translator

    files = find_files(Path(folder))
    if files is None:
        raise FileNotFoundError(f"there is no model in {folder}")
    translator = Translator(
        files.model.read_bytes(),
        files.source_words.read_bytes(),
        files.target_words.read_bytes(),
        files.shortlist.read_bytes() if files.shortlist else None,
    )

    def translate(texts: Sequence[str]) -> list[str | None]:
        return [
            translator.translate(text).strip() if len(text) <= MOST_CHARACTERS else None
            for text in texts
        ]

    return translate


if __name__ == "__main__":
    serve(open_model)
