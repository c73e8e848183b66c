"""What `waypost search` prints: lines to read, or values for JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from waypost.content.search_words import search_file_path
from waypost.model.search import SearchPage
from waypost.pipeline.editors_search import Audited, EditorsSearch
from waypost.search.audit import Loss
from waypost.search.judgements import Score, Verdict
from waypost.search.likeness import Likeness
from waypost.search.similar import SimilarPage
from waypost.search.whoosh_index import FieldScore
from waypost.search.whoosh_search import Answer, Hit, Reason

_SECRET = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Signs that a terminal obeys. Queries and titles come from anybody."""
_MOST_FORMS = 12
_MOST_SIGNS = 100


def render_answer(search: EditorsSearch, answer: Answer, limit: int) -> Iterator[str]:
    """The ranking with a line for each reason, then the groups of the typed words."""
    count = len(answer.hits)
    name = search.source.offered.language.english
    shown = f"; the first {limit}" if limit < count else ""
    found = f"finds {_count(count, 'page')}{shown}" if count else "finds nothing"
    yield _plain(f"{name} ({search.source.code}): “{answer.query}” {found}.")
    if not count:
        path = search_file_path(search.source.code)
        yield f"    Words that people use for a page go into {path}."
    for number, hit in enumerate(answer.hits[:limit], 1):
        yield ""
        yield _plain(f"{number:>2}  {hit.page.id}: {hit.page.title} [{hit.points:.1f}]{_mark(hit)}")
        for reason in hit.reasons:
            yield _plain(f"      {_say_reason(search, hit.page, reason)}")
    if answer.groups:
        yield ""
        yield "Forms that the index takes for the same word:"
        for word, forms in answer.groups.items():
            more = ", …" if len(forms) > _MOST_FORMS else ""
            yield _plain(f"    {word}: {', '.join(forms[:_MOST_FORMS]) or 'none'}{more}")


def value_of_answer(search: EditorsSearch, answer: Answer, limit: int) -> dict[str, object]:
    """The same for programs."""
    return {
        "language": search.source.code,
        "query": answer.query,
        "pages": len(answer.hits),
        "results": [_value_of_hit(search, hit) for hit in answer.hits[:limit]],
        "groups": {word: list(forms) for word, forms in answer.groups.items()},
    }


def render_similar(page: SearchPage, similar: Sequence[SimilarPage]) -> Iterator[str]:
    """Each near page with its paragraphs beside those of the asked one."""
    if not similar:
        yield _plain(f"No page is much like {page.id} ({page.title}).")
        return
    yield _plain(f"Like {page.id} ({page.title}):")
    for each in similar:
        yield ""
        twins = f"{len(each.twins)} of {_count(each.paragraphs, 'paragraph')}"
        yield _plain(
            f"{each.page.id}: {each.page.title} [words {_percent(each.near)} alike; {twins}]"
        )
        for twin in each.twins:
            yield _plain(f"    {_percent(twin.near)} alike: {_shorten(twin.own)}")
            yield _plain(f"    {'':>{len(_percent(twin.near))}}  there: {_shorten(twin.other)}")


def value_of_similar(page: SearchPage, similar: Sequence[SimilarPage]) -> dict[str, object]:
    """The same for programs; shares from 0 to 1."""
    return {
        "page": page.id,
        "similar": [
            {
                "page": each.page.id,
                "title": each.page.title,
                "near": round(each.near, 3),
                "paragraphs": each.paragraphs,
                "twins": [
                    {"own": twin.own, "other": twin.other, "near": round(twin.near, 3)}
                    for twin in each.twins
                ],
            }
            for each in similar
        ],
    }


def render_score(score: Score) -> Iterator[str]:
    """How many judgements are right, against the floor, and each miss with what came first."""
    total = len(score.verdicts)
    first, three = _share(score.first, total), _share(score.top_three, total)
    state = "BELOW THE FLOOR" if score.is_below_floor else "ok"
    yield (
        f"{score.language}: {_count(total, 'query', 'queries')}; first {first} "
        f"(floor {score.floor.first} %), top three {three} (floor {score.floor.top_three} %): "
        f"{state}"
    )
    for each in score.misses:
        yield _plain(f"    {_say_miss(each)}")
    for each in score.behind if score.is_first_too_low else ():
        yield _plain(f"    {_say_miss(each)}")


def value_of_score(score: Score) -> dict[str, object]:
    """The same for programs."""
    return {
        "language": score.language,
        "queries": len(score.verdicts),
        "first": score.first,
        "top_three": score.top_three,
        "floor": {"first": score.floor.first, "top_three": score.floor.top_three},
        "is_below_floor": score.is_below_floor,
        "misses": [_value_of_verdict(each) for each in score.misses],
        "behind": [_value_of_verdict(each) for each in score.behind],
    }


def _value_of_verdict(verdict: Verdict) -> dict[str, object]:
    return {
        "query": verdict.judgement.query,
        "pages": list(verdict.judgement.pages),
        "rank": verdict.rank,
        "found": list(verdict.found[:3]),
        "line": verdict.judgement.place.line,
    }


def render_audit(audited: Audited) -> Iterator[str]:
    """Each text that leads elsewhere, and each reason that explains nothing any more."""
    texts = _count(len(audited.probes), "title, name or keyword", "titles, names and keywords")
    lost, behind = len(audited.lost), len(audited.behind)
    yield f"{audited.language}: {texts}; {lost} lost, {behind} behind others"
    for each in audited.lost:
        yield _plain(f"    lost: {_say_loss(each)}")
    for each in audited.behind:
        yield _plain(f"    behind: {_say_loss(each)}")
    for text in audited.idle:
        yield _plain(f"    no reason needed in judgements.yml any more: “{text}”")


def value_of_audit(audited: Audited) -> dict[str, object]:
    """The same for programs."""
    return {
        "language": audited.language,
        "texts": len(audited.probes),
        "lost": [_value_of_loss(each) for each in audited.lost],
        "behind": [_value_of_loss(each) for each in audited.behind],
        "idle": list(audited.idle),
    }


def _value_of_loss(loss: Loss) -> dict[str, object]:
    return {
        "text": loss.probe.text,
        "kind": loss.probe.kind.value,
        "pages": list(loss.probe.pages),
        "found": list(loss.found),
    }


def _say_loss(loss: Loss) -> str:
    found = f"finds {', '.join(loss.found)}" if loss.found else "finds nothing"
    return f"{loss.probe.kind} of {' or '.join(loss.probe.pages)}: “{loss.probe.text}” {found}"


def _value_of_hit(search: EditorsSearch, hit: Hit) -> dict[str, object]:
    return {
        "page": hit.page.id,
        "title": hit.page.title,
        "language": hit.page.title_language,
        "points": round(hit.points, 3),
        "is_whole": hit.is_whole,
        "is_best_bet": hit.is_best_bet,
        "is_title": hit.is_title,
        "reasons": [
            {
                "word": reason.word,
                "form": reason.like.form,
                "likeness": reason.like.likeness.value,
                "weight": reason.like.weight,
                "points": round(reason.points, 3),
                "fields": [
                    {
                        "field": each.field.value,
                        "count": round(each.count, 2),
                        "points": round(each.points, 3),
                        "from": search.origins.find_origin(hit.page, reason.like.form, each.field),
                    }
                    for each in reason.fields
                ],
            }
            for reason in hit.reasons
        ],
    }


def _mark(hit: Hit) -> str:
    if hit.is_best_bet:
        return " (best bet)"
    if hit.is_title:
        return " (its title)"
    return "" if hit.is_whole else " (not every word)"


def _say_reason(search: EditorsSearch, page: SearchPage, reason: Reason) -> str:
    like = reason.like
    form = ""
    if like.likeness is not Likeness.EXACT:
        form = f" → {like.form} ({like.likeness.value}, × {like.weight:g})"
    fields = (_say_field(search, page, like.form, each) for each in reason.fields)
    return f"{reason.word}{form} [{reason.points:.1f}]: {'; '.join(fields)}"


def _say_field(search: EditorsSearch, page: SearchPage, form: str, score: FieldScore) -> str:
    origin = search.origins.find_origin(page, form, score.field)
    said = f", {origin}" if origin else ""
    return f"{score.field.value} {score.count:g} × [{score.points:.1f}]{said}"


def _say_miss(verdict: Verdict) -> str:
    judgement = verdict.judgement
    wanted = " or ".join(judgement.pages)
    first = ", ".join(verdict.found[:3]) or "nothing"
    rank = f", on rank {verdict.rank}" if verdict.rank else ""
    return f"{judgement.place}: “{judgement.query}” found {first}; wanted {wanted}{rank}"


def _plain(line: str) -> str:
    return _SECRET.sub("�", line)


def _count(number: int, noun: str, nouns: str = "") -> str:
    return f"{number:,} {noun if number == 1 else nouns or f'{noun}s'}"


def _share(part: int, total: int) -> str:
    return f"{part} of {total} ({100 * part / total:.0f} %)" if total else "0 of 0"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_SIGNS else f"{line[: _MOST_SIGNS - 1]}…"
