"""What a process remembers of indexes, and what it leaves to the cache."""

from __future__ import annotations

from waypost.model.search import SearchWords
from waypost.pipeline.search_memory import IndexMemory, IndexRecord, KnownIndex
from waypost.pipeline.search_pages import FoundPages
from waypost.search.expansion import Expander
from waypost.search.index import build_index


def _known(code: str) -> tuple[IndexRecord, KnownIndex]:
    state = build_index([], {}, code, "en").state
    expander = Expander(SearchWords(), code, "en", ())
    record = IndexRecord(f"made from {code}", "", (), 0, {})
    return record, KnownIndex(FoundPages("", {}, {}), state, "", expander)


def test_the_first_languages_are_remembered_as_long_as_there_is_room() -> None:
    memory = IndexMemory(room=100)
    for code in ("en", "es", "fr"):
        assert memory.has_room(code)
        memory.keep(code, *_known(code), size=45)
    for code in ("en", "es"):
        record, _ = memory.recall(code)
        assert record is not None
        assert record.key == f"made from {code}"
    assert memory.recall("fr") == (None, None)


def test_one_that_outgrows_the_room_is_forgotten() -> None:
    memory = IndexMemory(room=100)
    memory.keep("en", *_known("en"), size=90)
    assert not memory.has_room("en")
    memory.keep("en", *_known("en"), size=120)
    assert memory.recall("en") == (None, None)


def test_what_isnt_written_anew_still_takes_its_room() -> None:
    memory = IndexMemory(room=100)
    memory.keep("en", *_known("en"), size=90)
    memory.keep("en", *_known("en"), size=0)
    memory.keep("es", *_known("es"), size=20)
    assert memory.recall("es") == (None, None)
