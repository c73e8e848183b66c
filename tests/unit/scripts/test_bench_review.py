"""What the benchmark of reviews says of what it measured."""

from __future__ import annotations

from scripts.benchmark.review import Waiting, leave_gaps, render_waits

_HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def _entry(number: int) -> str:
    return (
        f"# mt: pseudo 1 en_es src=00000000000{number} tgt=aaaaaaaaaaaa\n#. paragraph, standard\n"
        f'#, fuzzy\nmsgctxt "p-{number}"\nmsgid "One."\nmsgstr ""\n"Uno."\n'
    )


def test_some_texts_are_missing_and_some_stale() -> None:
    catalogue = "\n\n".join(
        [_HEAD.rstrip("\n"), *(_entry(number).rstrip("\n") for number in range(10))]
    )
    head, *entries = leave_gaps(catalogue, 0).split("\n\n")
    assert head == _HEAD.rstrip("\n")
    assert entries[0] == '#. paragraph, standard\nmsgctxt "p-0"\nmsgid "One."\nmsgstr ""'
    assert "src=0123456789ab" in entries[5]
    for number in (1, 2, 3, 4, 6, 7, 8, 9):
        assert entries[number] == _entry(number).rstrip("\n")


def test_the_table_names_the_limits() -> None:
    rows = [Waiting("review status", 3.0, 0.75, 40_000_000), Waiting("review list", 2, 1.5, 1)]
    assert render_waits(rows).splitlines()[2:] == [
        "| review status | 3.00 | 0.75 | 2 | 40 MB |",
        "| review list | 2.00 | 1.50 | – | 0 MB |",
    ]


def test_what_is_slow_or_large_is_not_fast() -> None:
    assert Waiting("review status", 9.0, 1.9, 299_000_000).is_fast
    assert not Waiting("review status", 9.0, 2.1, 1).is_fast
    assert not Waiting("review list", 9.0, 0.1, 301_000_000).is_fast
