"""The texts of each corpus beside the pages that Waypost built from it.

Touches the disk: reads the corpora and the built pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.real_sites.benefit_source import Words
from scripts.real_sites.benefits import BenefitsConversion
from scripts.real_sites.page_text import read_main
from scripts.real_sites.plain_source import list_texts
from scripts.real_sites.proof import Proof
from scripts.real_sites.source import load_pages
from scripts.real_sites.veterans import Conversion


def prove_veterans(corpus: Path, site: Path, conversion: Conversion) -> Proof:
    """Every text of every file against its page."""
    proof = Proof()
    for source in load_pages(corpus / "pages"):
        page = f"en/{conversion.pages[source.path]}"
        proof.compare(f"{source.path} → {page}", list_texts(source), _load_page(site, page))
    return proof


def prove_benefits(site: Path, conversion: BenefitsConversion) -> tuple[Proof, Proof]:
    """Every text of every benefit, life event and page against the English, the Spanish page.

    In Spanish the texts are those that people wrote.
    """
    english, spanish = Proof(), Proof()
    for page, texts in _list_benefit_texts(conversion):
        shown = _load_page(site, f"en/{page}")
        english.compare(f"en/{page}", [text.english for text in texts], shown)
        translated = [text.spanish for text in texts if text.spanish]
        if translated:
            shown = _load_page(site, f"es/{page}")
            spanish.compare(f"es/{page}", translated, shown)
    return english, spanish


def _list_benefit_texts(conversion: BenefitsConversion) -> Iterator[tuple[str, list[Words]]]:
    for benefit in conversion.benefits:
        parts = [part for statement in benefit.statements for part in statement]
        if not benefit.has_spanish:
            parts = [Words(part.english, "") for part in parts]
        yield (
            benefit.id,
            [benefit.title, benefit.summary, *parts, benefit.notice, benefit.provider],
        )
    for event in conversion.events:
        yield event.id, [event.title, event.summary, event.description, event.headline]
    for name, texts in conversion.pages.items():
        yield name, list(texts)


def _load_page(site: Path, page: str) -> str:
    """The page's main text; "" where there is no page, so that all its texts count as missing."""
    path = site / "build" / "site" / page / "index.html"
    return read_main(path.read_text("utf-8")) if path.is_file() else ""
