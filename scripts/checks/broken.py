"""The seeded set: broken translations beside the correct ones that they were made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random

from scripts.checks.mutations import MUTATIONS, Mutation
from scripts.checks.pairs import Page
from waypost.model.replacing import replace
from waypost.model.text import Role
from waypost.translation.quality.judge import find_blocking, judge, judge_page
from waypost.translation.quality.pair import Defect, Pair
from waypost.translation.quality.scripts import find_script

Found = tuple[str, str, bool]
"""A defect's code and message, and whether it blocks."""


@dataclass(frozen=True, slots=True)
class Case:
    """One mistake: what kind, in which language, and whether the checks saw it."""

    kind: str
    is_blocking: bool
    language: str
    right: tuple[Pair, ...]
    wrong: tuple[Pair, ...]
    is_held_out: bool
    codes: frozenset[str]
    judge: Callable[[Sequence[Pair]], frozenset[Found]]

    @property
    def is_seen(self) -> bool:
        """Whether the broken texts have a defect that the correct ones haven't got."""
        return any(
            is_blocking or not self.is_blocking
            for _, _, is_blocking in self.judge(self.wrong) - self.judge(self.right)
        )

    @property
    def is_named(self) -> bool:
        """Whether the defect is the one that the mistake is called by."""
        found = self.judge(self.wrong) - self.judge(self.right)
        return any(code in self.codes for code, _, _ in found)


def judge_texts(pairs: Sequence[Pair]) -> frozenset[Found]:
    """The codes of all defects of texts taken alone, and whether each blocks."""
    return _codes(defect for pair in pairs for defect in judge(pair))


def judge_whole_page(pairs: Sequence[Pair]) -> frozenset[Found]:
    """The codes of all defects of a page, those of its texts and those of them together."""
    together = _codes(defect for _, defect in judge_page(pairs))
    blocked = [defect for pair in pairs if (defect := find_blocking(pair)) is not None]
    # One wrong number isn't a page in another language: most of its texts must be at fault.
    return together | (_codes(blocked) if len(blocked) * 2 > len(pairs) else frozenset())


def _codes(defects: Iterable[Defect]) -> frozenset[Found]:
    return frozenset((one.code.id, one.message, one.is_blocking) for one in defects)


def break_texts(
    pages: Sequence[Page],
    seed: int,
    *,
    per_kind: int = 3,
    mutations: Sequence[Mutation] = MUTATIONS,
) -> tuple[Case, ...]:
    """Up to `per_kind` cases of each kind in each language; every second page is held out."""
    cases: list[Case] = []
    for language in sorted({page.language for page in pages}):
        random = Random(f"{seed} {language}")
        texts = [
            (pair, number % 2 == 1)
            for number, page in enumerate(each for each in pages if each.language == language)
            for pair in page.pairs
        ]
        for mutation in mutations:
            random.shuffle(texts)
            found = 0
            for pair, is_held_out in texts:
                broken = mutation.break_pair(pair, random)
                if broken is not None:
                    right, wrong = broken
                    found += 1
                    cases.append(_case(mutation, (right,), (wrong,), is_held_out=is_held_out))
                if found == per_kind:
                    break
    return tuple(cases)


def _case(
    mutation: Mutation, right: tuple[Pair, ...], wrong: tuple[Pair, ...], *, is_held_out: bool
) -> Case:
    return Case(
        mutation.name,
        mutation.is_blocking,
        right[0].language,
        right,
        wrong,
        is_held_out,
        mutation.codes,
        judge_texts,
    )


def break_pages(pages: Sequence[Page], seed: int, *, per_kind: int = 3) -> tuple[Case, ...]:
    """Pages in another language, in another script, left in English, and in two manners."""
    by_name: dict[str, dict[str, Page]] = {}
    for page in pages:
        by_name.setdefault(page.name, {})[page.language] = page
    cases: list[Case] = []
    names = sorted(by_name)
    for language in sorted({page.language for page in pages}):
        random = Random(f"{seed} {language} pages")
        chosen = random.sample(names, min(per_kind, len(names)))
        for name in chosen:
            here = by_name[name]
            if language not in here:
                continue
            is_held_out = names.index(name) % 2 == 1
            cases += _break_page(here, language, random, is_held_out=is_held_out)
    return tuple(cases)


def _break_page(
    here: dict[str, Page], language: str, random: Random, *, is_held_out: bool
) -> list[Case]:
    page = here[language]
    script = _script(page)
    same = sorted(code for code in here if code != language and _script(here[code]) == script)
    other = sorted(code for code in here if _script(here[code]) not in {script, ""})
    wrong: list[tuple[str, bool, str, tuple[Pair, ...]]] = []
    for kind, codes, choices in (
        ("page in another language", "T026 T024", same),
        ("page in another script", "T024 T026", other),
    ):
        if choices:
            texts = here[random.choice(choices)].pairs
            pairs = zip(page.pairs, texts, strict=True)
            broken = tuple(replace(pair, target=text.target) for pair, text in pairs)
            wrong.append((kind, True, codes, broken))
    left = tuple(replace(pair, target=pair.source) for pair in page.pairs)
    wrong.append(("page left in the source", True, "T026 T024", left))
    cases = [
        Case(
            kind,
            is_blocking,
            language,
            page.pairs,
            broken,
            is_held_out,
            frozenset(codes.split()),
            judge_whole_page,
        )
        for kind, is_blocking, codes, broken in wrong
    ]
    first, second = page.pairs[0], page.pairs[1]
    right = (*page.pairs[:5], replace(first, role=Role.ITEM), replace(first, role=Role.ITEM))
    broken = (*right[:-1], replace(first, role=Role.ITEM, target=second.target))
    cases.append(
        Case(
            kind="same text in two ways",
            is_blocking=False,
            language=language,
            right=right,
            wrong=broken,
            is_held_out=is_held_out,
            codes=frozenset({"T036"}),
            judge=judge_whole_page,
        )
    )
    return cases


def _script(page: Page) -> str:
    return find_script("".join(pair.target for pair in page.pairs[:6]))
