"""Korean nouns lose their particles, and nothing else."""

from __future__ import annotations

import pytest

from waypost.search.korean import trim_particles


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("학교에서", "학교"),
        ("학교까지는", "학교"),
        ("실업급여를", "실업급여"),
        ("운전면허가", "운전면허"),
        ("센터에서도", "센터"),
        ("신청하려면", "신청"),
        ("서류입니다", "서류"),
        ("아이들에게", "아이"),
    ],
)
def test_particles_are_trimmed(word: str, stem: str) -> None:
    assert trim_particles(word) == stem


@pytest.mark.parametrize(
    "word", ["나이", "도로", "의료", "은행", "면허증", "주택", "w2", "license", "비자x"]
)
def test_nouns_stay_whole(word: str) -> None:
    assert trim_particles(word) == word
