"""What the pages of the veterans corpus share: topics, agencies, phone facts, former addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts.real_sites.addresses import make_ids, normal_address
from scripts.real_sites.from_html import leaf_texts
from scripts.real_sites.phones import name_facts
from scripts.real_sites.source import SourcePage, group_field, list_field, text_field
from scripts.real_sites.tree import Block, inline_text

_BENEFITS_LINE = "1-800-827-1000"
_CRISIS_LINE = "1-800-273-8255"
RESERVED = {"404", "index", "search", "home", "languages", "topics", "a-z", "assets", "sitemap"}
"""Names that pages may not have."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A shelf: a top folder with a hub page."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Agency:
    """Whom a hub page names as the administration to ask."""

    id: str
    name: str
    url: str
    phone: str


def read_facts(
    sources: Sequence[SourcePage], bodies: Mapping[str, tuple[Block, ...]]
) -> dict[str, str]:
    """The fact's id for the digits of each phone number that stands on any page."""
    texts = [text_field(source.fields, "description") for source in sources]
    texts += [inline_text(one) for blocks in bodies.values() for one in leaf_texts(blocks)]
    return name_facts([*texts, _BENEFITS_LINE, _CRISIS_LINE])


def read_topics(sources: Sequence[SourcePage]) -> dict[str, Topic]:
    """The topic of each top folder that has a hub page, by the hub's name."""
    topics: dict[str, Topic] = {}
    for source in sources:
        folder, _, name = source.path.partition("/")
        if name == "index.md" and any(group_field(source.fields, "hublinks")):
            shown = text_field(source.fields, "display_title") or text_field(source.fields, "title")
            topics[folder] = Topic(f"topic-{folder}", shown)
    return topics


def read_agencies(sources: Sequence[SourcePage]) -> dict[str, Agency]:
    """The agency of each top folder: whom its first page names as the administration to ask."""
    agencies: dict[str, Agency] = {}
    for source in sources:
        for group in group_field(source.fields, "social"):
            name = text_field(group, "admin")
            folder = source.path.partition("/")[0]
            if name and folder not in agencies:
                made = make_ids([name], ())[name]
                url = text_field(group, "url").replace("http://", "https://")
                agencies[folder] = Agency(made, name, url, "phone.tel_8008271000")
    return agencies


def read_aliases(
    sources: Sequence[SourcePage], ids: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """The former addresses that each page answers at; none is another page's address."""
    used = set(ids.values()) | RESERVED
    out: dict[str, tuple[str, ...]] = {}
    own = {normal_address(source.address).strip("/") for source in sources}
    for source in sources:
        former = [source.address.strip("/")]
        others = [normal_address(one).strip("/") for one in list_field(source.fields, "aliases")]
        former += [one for one in others if one not in own]
        chosen = []
        for alias in former:
            if alias and alias not in used and not alias.startswith("#"):
                used.add(alias)
                chosen.append(alias)
        out[source.address] = tuple(chosen)
    return out
