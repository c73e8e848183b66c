"""The benefits corpus as a Waypost site: criteria are phrases, Spanish is what people wrote.

Touches the disk: reads the corpus and writes the site.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.real_sites.addresses import make_ids
from scripts.real_sites.benefit_source import (
    Benefit,
    LifeEvent,
    Locales,
    Words,
    load_benefits,
    load_events,
    load_locales,
)
from scripts.real_sites.catalogs import add_catalogs
from scripts.real_sites.markdown import escape_line_start, escape_text
from scripts.real_sites.site_files import SiteFiles, front_matter_file
from scripts.real_sites.statements import AGE, PhraseBank, find_numbers

_SETTINGS = {
    "site_name": "Benefits",
    "site_url": "https://benefits.example/",
    "docs_dir": "content",
    "site_dir": "build/site",
    "plugins": [
        {
            "waypost": {
                "source": "en",
                "territory": "US",
                "languages": {
                    "en": {"tier": "full", "main": "yes"},
                    "es": {"tier": "core", "main": "yes"},
                },
                # The government published these words as they stand, unstamped by a reviewer.
                "policy": {"critical": {"human": "shown"}},
            }
        }
    ],
}


@dataclass(frozen=True, slots=True)
class BenefitsConversion:
    """What became of the corpus, and what is no text of a page."""

    benefits: tuple[Benefit, ...]
    events: tuple[LifeEvent, ...]
    pages: Mapping[str, tuple[Words, ...]]
    """Plain pages, agencies and topics by id, with their texts in order."""
    left_out: Counter[str]
    notes: tuple[str, ...]


def convert_benefits(corpus: Path, site: Path) -> BenefitsConversion:
    """The corpus written as a site into the folder `site`, Spanish catalogues included."""
    locales = load_locales(corpus)
    benefits = load_benefits(corpus, locales)
    events = load_events(corpus, locales)
    bank = PhraseBank(criterion for benefit in benefits for criterion in benefit.criteria)
    providers = [benefit.provider.english for benefit in benefits]
    taken = {*(benefit.id for benefit in benefits), *(event.id for event in events)}
    agencies = make_ids(sorted(set(providers)), taken)
    files = SiteFiles(site)
    files.add_yaml("mkdocs.yml", _SETTINGS)
    for benefit in benefits:
        text = _render_benefit(benefit, bank, agencies)
        files.add(f"content/guides/{benefit.id}.md", text)
    for event in events:
        files.add(f"content/journeys/{event.id}.md", _render_event(event, benefits))
    pages = _add_pages(files, locales)
    topics = _add_topics(files, benefits, locales)
    names = _add_agencies(files, benefits, agencies, locales)
    files.add_yaml(
        "content/phrases.yml",
        {
            phrase.id: {
                "text": phrase.english,
                **({"params": {AGE: "number"}} if phrase.has_age else {}),
                "risk": "critical",
                "group": "who",
            }
            for phrase in bank.phrases
        },
    )
    spanish = {f"guides/{one.id}": _benefit_words(one) for one in benefits if one.has_spanish}
    spanish |= {f"journeys/{event.id}": _event_words(event) for event in events}
    for folder, group in (("pages", pages), ("agencies", names)):
        spanish |= {
            f"{folder}/{name}": tuple(map(_escaped, words)) for name, words in group.items()
        }
    files.save()
    add_catalogs(site, spanish, {one.id: one.spanish for one in bank.phrases if one.spanish})
    criteria = [criterion for benefit in benefits for criterion in benefit.criteria]
    criteria_keys = {one.key for one in criteria}
    translated = sum(one.has_spanish for one in benefits)
    counts = f"{len(events)} life events; {len(topics)} topics; {len(agencies)} agencies"
    notes = (
        f"{len(benefits)} benefits, {translated} of them in Spanish by people; {counts}",
        f"{len(criteria)} eligibility statements use {len(criteria_keys)} criteria",
        f"they are {len(bank.phrases)} phrases",
        *_find_other_numbers(benefits),
        *_find_other_links(benefits),
    )
    pages |= names | topics
    return BenefitsConversion(benefits, events, pages, _count_left_out(locales), notes)


def _render_benefit(benefit: Benefit, bank: PhraseBank, agencies: Mapping[str, str]) -> str:
    who: list[object] = []
    for criterion in benefit.criteria:
        ref = bank.use(criterion)
        who.append({ref.phrase: int(ref.age)} if ref.age else ref.phrase)
    languages = ["en", "es"] if benefit.link_in_spanish else ["en"]
    fields: dict[str, object] = {
        "title": _field(benefit.title.english),
        "summary": _field(benefit.summary.english),
        "topics": [_slug(tag) for tag in benefit.tags],
        "life_events": list(benefit.events),
        "agency": agencies[benefit.provider.english],
        "who": who,
        "ways": {"online": {"url": benefit.link.english, "languages": languages}},
    }
    body = f"[{escape_text(benefit.provider.english)}]({benefit.link.english})\n"
    if benefit.notice.english:
        body = f"{_paragraph(benefit.notice.english)}\n\n{body}"
    return front_matter_file(fields, body)


def _benefit_words(benefit: Benefit) -> tuple[Words, ...]:
    provider = Words(f"[{benefit.provider.english}]{{1}}", f"[{benefit.provider.spanish}]{{1}}")
    texts = [benefit.title, benefit.summary, benefit.notice]
    return (*(_escaped(text) for text in texts if text.english), provider)


def _render_event(event: LifeEvent, benefits: Sequence[Benefit]) -> str:
    tasks = [benefit.id for benefit in benefits if event.id in benefit.events]
    fields: dict[str, object] = {
        "title": _field(event.title.english),
        "summary": _field(event.summary.english),
        "steps": [{"title": _field(event.headline.english), "kind": "choice", "tasks": tasks}],
    }
    return front_matter_file(fields, _paragraph(event.description.english) + "\n")


def _event_words(event: LifeEvent) -> tuple[Words, ...]:
    return tuple(
        _escaped(text) for text in (event.title, event.summary, event.headline, event.description)
    )


def _add_pages(files: SiteFiles, locales: Locales) -> dict[str, tuple[Words, ...]]:
    """The disclaimer and the landing page."""
    notice = [locales.words(f"disclaimer.{key}") for key in ("heading", "bullet", "bullet1")]
    landing = [locales.words(f"landing-page.{key}") for key in ("title", "summary")]
    steps = [locales.words(f"landing-page.processListSteps.value{n}") for n in (1, 2, 3)]
    bullets = [f"- {escape_text(text.english)}" for text in notice[1:]]
    numbered = [f"{n}. {escape_text(text.english)}" for n, text in enumerate(steps, start=1)]
    fields = {"title": _field(notice[0].english)}
    files.add("content/pages/disclaimer.md", front_matter_file(fields, "\n".join(bullets) + "\n"))
    fields = {"title": _field(landing[0].english), "summary": _field(landing[1].english)}
    text = front_matter_file(fields, "\n".join(numbered) + "\n")
    files.add("content/pages/landing-page.md", text)
    return {"disclaimer": tuple(notice), "landing-page": (*landing, *steps)}


def _add_topics(
    files: SiteFiles, benefits: Sequence[Benefit], locales: Locales
) -> dict[str, tuple[Words, ...]]:
    """The topics' file; their texts, which nobody translated."""
    topics: dict[str, dict[str, str]] = {}
    for tag in sorted({tag for benefit in benefits for tag in benefit.tags}):
        name = locales.words(f"{_slug(tag).removeprefix('topic-')}.title").english
        summary = locales.words(f"{_slug(tag).removeprefix('topic-')}.summary").english
        about = {"summary": summary} if summary else {}
        topics[_slug(tag)] = {"name": name or tag.capitalize(), **about}
    escaped = {
        topic: {name: _field(text) for name, text in fields.items()}
        for topic, fields in topics.items()
    }
    files.add_yaml("content/topics.yml", escaped)
    return {
        name: tuple(Words(text, "") for text in fields.values()) for name, fields in topics.items()
    }


def _add_agencies(
    files: SiteFiles, benefits: Sequence[Benefit], agencies: Mapping[str, str], locales: Locales
) -> dict[str, tuple[Words, ...]]:
    """The agencies' files; their texts in Spanish are the agency's own or the commonest name."""
    own = {
        text: key.removesuffix(".title")
        for key, text in locales.english.items()
        if key.endswith(".title") and f"{key.removesuffix('title')}lede" in locales.english
    }
    out: dict[str, tuple[Words, ...]] = {}
    for name, agency in agencies.items():
        key = own.get(name, "")
        names = Counter(
            one.provider.spanish for one in benefits if one.provider.english == name
        ) - Counter([""])
        commonest = names.most_common(1)[0][0] if names else ""
        title = Words(name, locales.words(f"{key}.title").spanish or commonest)
        summary = locales.words(f"{key}.summary")
        if not summary.english:  # Waypost asks for one; the corpus has only the name.
            summary = title
        fields = {"name": _field(name), "summary": _field(summary.english)}
        files.add_yaml(f"content/agencies/{agency}.yml", fields)
        out[agency] = (title, summary)
    return out


def _find_other_numbers(benefits: Sequence[Benefit]) -> list[str]:
    """Where a person's Spanish says another number than the English: imported as it is."""
    return [
        f"the Spanish of {benefit.id} says {', '.join(find_numbers(one.spanish))} where the English"
        f" says {', '.join(find_numbers(one.english))}: kept as people wrote it"
        for benefit in benefits
        for one in benefit.criteria
        if one.spanish and find_numbers(one.english) != find_numbers(one.spanish)
    ]


def _find_other_links(benefits: Sequence[Benefit]) -> list[str]:
    count = sum(bool(b.link.spanish) and b.link.spanish != b.link.english for b in benefits)
    return [
        f"{count} benefits lead to another address in Spanish; a link has one target in Waypost"
    ]


def _count_left_out(locales: Locales) -> Counter[str]:
    """The texts of the corpus that are no text of a page, by what they are."""
    counts: Counter[str] = Counter()
    for key, text in locales.english.items():
        if not text.strip():
            continue
        if "Filter." in key or ".eligibilityCriteria." in key:
            counts["label or heading of the old site's form"] += 1
        elif key.startswith("criteria.") and ".values" in key:
            counts["answer that the old site's form offers"] += 1
        elif key.endswith(".lede"):
            counts["lede: the summary once more"] += 1
        elif key.endswith(".headline"):
            counts["headline: the title once more, or a placeholder"] += 1
    return counts


def _slug(tag: str) -> str:
    return "topic-" + tag.replace(" ", "-")


def _field(text: str) -> str:
    from waypost.model.markup import escape_markup

    return escape_markup(text)


def _escaped(words: Words) -> Words:
    return Words(_field(words.english), _field(words.spanish))


def _paragraph(text: str) -> str:
    return escape_line_start(escape_text(text))
