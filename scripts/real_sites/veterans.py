"""The veterans corpus as a Waypost site: 383 pages, their links, phone numbers and agencies.

Touches the disk: reads the corpus and writes the site.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.real_sites.addresses import (
    LinkMap,
    list_headings,
    list_links,
    make_ids,
    name_headings,
    normal_address,
)
from scripts.real_sites.from_html import parse_html
from scripts.real_sites.front_matter import NOT_SHOWN, read_shown, read_words
from scripts.real_sites.markdown import MarkdownWriter
from scripts.real_sites.phones import find_phones, show_phone
from scripts.real_sites.site_files import SiteFiles, front_matter_file
from scripts.real_sites.source import (
    SourcePage,
    group_field,
    list_field,
    load_pages,
    render_page,
    text_field,
)
from scripts.real_sites.tree import Anchor, Block, Heading, Paragraph, Run, inline_text
from scripts.real_sites.veterans_shared import (
    RESERVED,
    Agency,
    Topic,
    read_agencies,
    read_aliases,
    read_facts,
    read_topics,
)

_SETTINGS = {
    "site_name": "Veterans guides",
    "site_url": "https://veterans.example/",
    "docs_dir": "content",
    "site_dir": "build/site",
    "plugins": [
        {
            "waypost": {
                "source": "en",
                "territory": "US",
                "contact": "phone.tel_8008271000",
                "emergency": "phone.tel_8002738255",
                "languages": {"en": {"tier": "full", "main": "yes"}},
            }
        }
    ],
}


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of the corpus: where each page is, and what is no text of it."""

    pages: Mapping[str, str]
    """Path of the source file → id of the page."""
    left_out: Counter[str]
    links: Counter[str]
    notes: tuple[str, ...]


def convert_veterans(corpus: Path, site: Path) -> Conversion:
    """The corpus written as a site into the folder `site`."""
    return convert_pages(load_pages(corpus / "pages"), site)


def convert_pages(
    sources: Sequence[SourcePage], site: Path, *, answers_at_old_addresses: bool = True
) -> Conversion:
    """The pages written as a site; links to other pages of the old site lead there."""
    topics = read_topics(sources)
    agencies = read_agencies(sources)
    taken = {
        *RESERVED,
        *(topic.id for topic in topics.values()),
        *(agency.id for agency in agencies.values()),
    }
    ids = make_ids([source.address for source in sources], taken)
    left_out: Counter[str] = Counter()
    bodies: dict[str, tuple[Block, ...]] = {}
    for source in sources:
        html, instructions = render_page(source)
        blocks, dropped = parse_html(html)
        left_out += instructions + dropped + _not_shown(source)
        bodies[source.address] = _join_body(source, blocks)
    links = _map_links(sources, ids, bodies)
    files = SiteFiles(site)
    facts = read_facts(sources, bodies)
    aliases = read_aliases(sources, ids) if answers_at_old_addresses else {}
    writers = Counter[str]()
    for source in sources:
        page_id = ids[source.address]
        blocks = name_headings(bodies[source.address], links.names.get(page_id, {}))
        page = _Page(source, page_id, blocks, aliases.get(source.address, ()))
        kind, text = _render(page, links, facts, topics, agencies)
        writers[kind] += 1
        files.add(f"content/{kind}/{page_id}.md", text)
    _add_shared(files, topics, agencies, facts)
    files.save()
    notes = (
        f"{len(sources)} files: {writers['guides']} guides, {writers['pages']} plain pages",
        "plain pages are files without any summary: most are entries that only lead elsewhere",
        f"{len(facts)} phone numbers are facts",
    )
    return Conversion({s.path: ids[s.address] for s in sources}, left_out, links.counts, notes)


@dataclass(frozen=True, slots=True)
class _Page:
    source: SourcePage
    id: str
    blocks: tuple[Block, ...]
    aliases: tuple[str, ...]


def _join_body(source: SourcePage, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """All that is shown below title and summary; an entry that only leads elsewhere is its link."""
    heading = text_field(source.fields, "heading")
    first: tuple[Block, ...] = (Heading(2, read_words(heading)),) if heading else ()
    body = (*first, *blocks, *read_shown(source.fields))
    href = text_field(source.fields, "href")
    if not body and href:
        return (Paragraph((Run(text_field(source.fields, "title"), href=href),)),)
    return body


def _not_shown(source: SourcePage) -> Counter[str]:
    """The texts of the front matter that are no text of the page."""
    counts = Counter(
        what for name, what in NOT_SHOWN.items() if text_field(source.fields, name).strip()
    )
    name = text_field(source.fields, "display_title")
    if name and name != text_field(source.fields, "title"):
        counts["name in the old site's menu (guides keep it as a search word)"] += 1
    for widget in group_field(source.fields, "widgets"):
        counts.update(what for name, what in NOT_SHOWN.items() if text_field(widget, name))
    return counts


def _map_links(
    sources: Sequence[SourcePage], ids: Mapping[str, str], bodies: Mapping[str, tuple[Block, ...]]
) -> LinkMap:
    """Where every link leads; each is resolved once here, so that all headings get their names."""
    addresses = dict(ids)
    for source in sources:
        for alias in list_field(source.fields, "aliases"):
            addresses.setdefault(normal_address(alias), ids[source.address])
    headings = {ids[address]: list_headings(blocks) for address, blocks in bodies.items()}
    links = LinkMap(addresses, headings)
    for address, blocks in bodies.items():
        for href in list_links(blocks):
            links.resolve(href, address)
    return LinkMap(addresses, headings, links.names)


def _render(
    page: _Page,
    links: LinkMap,
    facts: Mapping[str, str],
    topics: Mapping[str, Topic],
    agencies: Mapping[str, Agency],
) -> tuple[str, str]:
    """The folder that the page belongs in, and its file's text."""
    fields = page.source.fields
    writer = MarkdownWriter(lambda href: links.resolve(href, page.source.address), facts)
    summary = field_text(text_field(fields, "description"), facts)
    blocks = page.blocks
    if not summary and (lead := _lead(blocks)) is not None:
        summary, blocks = field_text(inline_text(lead.inline), facts), _without(blocks, lead)
    title = field_text(text_field(fields, "title"), facts)
    shown: dict[str, object] = {"title": title}
    if summary:
        shown["summary"] = summary
        name = field_text(text_field(fields, "display_title"), facts)
        if name and name != title:
            shown["also_known_as"] = [name]
        folder = page.source.path.partition("/")[0]
        if folder in topics:
            shown["topics"] = [topics[folder].id]
        if folder in agencies:
            shown["agency"] = agencies[folder].id
    if page.aliases:
        shown["aliases"] = list(page.aliases)
    text = front_matter_file(shown, writer.render(blocks))
    return ("guides" if summary else "pages"), text


def field_text(text: str, facts: Mapping[str, str]) -> str:
    """A field of the front matter as a text of Waypost: its words, and facts for phone numbers."""
    from waypost.model.markup import escape_markup

    words, out, at = inline_text(read_words(text)), list[str](), 0
    for phone in find_phones(words):
        out += [escape_markup(words[at : phone.start]), "{" + facts[phone.digits] + "}"]
        at = phone.end
    return "".join([*out, escape_markup(words[at:])])


def _lead(blocks: Sequence[Block]) -> Paragraph | None:
    """The paragraph that opens the page, if it is words alone and so can be its summary."""
    for block in blocks:
        if isinstance(block, Anchor):
            continue
        if isinstance(block, Paragraph) and all(
            isinstance(one, Run) and not one.href and not one.strong for one in block.inline
        ):
            return block
        return None
    return None


def _without(blocks: Sequence[Block], lead: Block) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block is not lead)


def _add_shared(
    files: SiteFiles,
    topics: Mapping[str, Topic],
    agencies: Mapping[str, Agency],
    facts: Mapping[str, str],
) -> None:
    files.add_yaml("mkdocs.yml", _SETTINGS)
    shelves = {topic.id: {"name": topic.name} for topic in topics.values()}
    files.add_yaml("content/topics.yml", shelves)
    shared: dict[str, object] = {facts[key]: {"phone": show_phone(key)} for key in facts}
    for agency in {agency.id: agency for agency in agencies.values()}.values():
        url = f"url.{agency.id.replace('-', '_')}"
        shared[url] = {"url": agency.url}
        # Waypost asks for a summary; the corpus has only the name.
        shown = {"name": agency.name, "summary": agency.name, "phone": agency.phone, "url": url}
        files.add_yaml(f"content/agencies/{agency.id}.yml", shown)
    files.add_yaml("content/facts.yml", shared)
