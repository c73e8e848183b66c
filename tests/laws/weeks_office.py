"""An office at work on two guides and their Spanish: editors, an engine, reviewers on branches.

Every step goes through the PO files as text, as it does where people work in git, and is compared
with the ledger afterwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec
import polib

from tests.laws.weeks_ledger import Claim, Ledger, Line, merge_ledgers, read_po, settle
from tests.laws.weeks_source import GuideSource, Sentence, begin_guide, document_of, fold
from waypost.model.policy import DEFAULT_POLICY
from waypost.model.text import Document, Risk
from waypost.model.translation import Freshness, Origin, Translation
from waypost.translation.catalog import Catalog
from waypost.translation.fill import apply_machine, plan_fill
from waypost.translation.index import index_segments
from waypost.translation.machine import translate_segments
from waypost.translation.memory import recall_all, remember
from waypost.translation.merge import merge_catalogs
from waypost.translation.po_catalog import parse_catalog
from waypost.translation.po_writer import render_catalog
from waypost.translation.rejection import reject
from waypost.translation.review import accept
from waypost.translation.state import resolve_file
from waypost.translation.sync import sync_catalog

REVIEWERS = ("ana", "ben")
STYLES = ("keeps all", "drops comments", "finishes", "finishes, drops comments", "unfinished")


class Parrot:
    """An engine whose words for a text depend on its version and the text alone."""

    name = "parrot"
    keeps_markup = True

    def __init__(self, version: int) -> None:
        self.version = str(version)

    def stamp(self, source: str, target: str) -> str:
        """Name, version and pair."""
        return f"parrot {self.version} {source}_{target}"

    def say(self, text: str) -> str:
        """The engine's words for `text`: facts stay, everything else is said in its own way."""
        return f"m{self.version} {text[::-1] if '{' not in text and '*' not in text else text}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """One text for each."""
        return [self.say(text) for text in texts]

    def close(self) -> None:
        """There is no process to end."""


@dataclass
class Branch:
    """The source, the PO files and the truth on one branch."""

    guides: dict[str, GuideSource]
    files: dict[str, str]
    ledger: Ledger

    def copy(self) -> Branch:
        """A branch of this one."""
        return Branch(dict(self.guides), dict(self.files), self.ledger.copy())

    def texts(self) -> set[tuple[str, str]]:
        """Every text of its files."""
        return {(name, line.target) for name, file in self.files.items() for line in read_po(file)}

    def document(self, name: str) -> Document:
        """The guide as it is translated."""
        return document_of(self.guides[name])

    def lines(self, name: str) -> list[Line]:
        """The entries that are in use."""
        return [line for line in read_po(self.files[name]) if not line.obsolete]


@dataclass
class Desk:
    """A reviewer's branch, and what main was when it began or last followed."""

    branch: Branch
    base: Branch


class Office:
    """All branches; each method is something that somebody does."""

    def __init__(self) -> None:
        guides = {name: begin_guide(name, first) for name, first in (("a", 0), ("b", 40))}
        empty = {name: render_catalog(Catalog("es")) for name in guides}
        self.main = Branch(guides, empty, Ledger())
        self.desks: dict[str, Desk] = {}
        self.day = date(2026, 11, 23)
        self.engine = 1
        self.written = 0
        self.sentences = 100
        self.reviewers = frozenset(REVIEWERS)
        self.sync(self.main)

    def branch_of(self, who: str) -> Branch:
        """The branch where somebody works, new where she has none; editors work on main."""
        if who not in REVIEWERS:
            return self.main
        if who not in self.desks:
            self.desks[who] = Desk(self.main.copy(), self.main.copy())
        return self.desks[who].branch

    # What editors do.

    def edit(self, name: str, what: str, at: int) -> None:
        """An editor changes the guide on main; its PO files follow only when somebody syncs."""
        edited = self._edit(self.main.guides[name], what, at)
        words = [fold(each.words) for each in edited.sentences()]
        if len(words) == len(set(words)):
            self.main.guides[name] = edited
        self.check(self.main)

    def _edit(self, guide: GuideSource, what: str, at: int) -> GuideSource:
        self.sentences += 1
        if what == "fee":
            return replace(guide, fee=guide.fee + 1)
        if what == "rename heading":
            parts = list(guide.parts)
            part = parts[at % len(parts)]
            heading = replace(part.heading, words=f"Part {part.heading.number}, {self.sentences}")
            parts[at % len(parts)] = replace(part, heading=heading)
            return replace(guide, parts=tuple(parts))
        if what == "title":
            return replace(guide, title=replace(guide.title, words=f"Permit {self.sentences}"))
        slots = guide.slots()
        if what in {"add", "bring back", "copy"} or not slots:
            return self._add(guide, what, at)
        field, at_part, position = slots[at % len(slots)]
        sentences = guide.list_at(field, at_part)
        sentence = sentences[position]
        if what in {"move", "delete"}:
            del sentences[position]
            shorter = guide.put_list(field, at_part, sentences)
            if what == "delete":
                return shorter.remember(sentence)
            return self._insert(shorter, sentence, at // 7)
        changed = {
            "reword": lambda: sentence.reword(self.sentences),
            "typo": lambda: sentence.mistype(self.sentences),
            "typography": sentence.set_in_type,
        }[what]()
        sentences[position] = changed
        return guide.put_list(field, at_part, sentences).remember(sentence)

    def _add(self, guide: GuideSource, what: str, at: int) -> GuideSource:
        new = Sentence.make(self.sentences)
        if what == "copy":
            others = [each for each in self.main.guides.values() if each.name != guide.name]
            known = [s for each in others for s in each.sentences()]
            new = known[at % len(known)]
        elif what == "bring back" and guide.past:
            new = guide.past[at % len(guide.past)]
        return self._insert(guide, new, at)

    def _insert(self, guide: GuideSource, sentence: Sentence, at: int) -> GuideSource:
        fields = [("who", 0)]
        fields += [(kind, n) for n in range(len(guide.parts)) for kind in ("paragraphs", "items")]
        name, part = fields[at % len(fields)]
        sentences = guide.list_at(name, part)
        sentences.insert(at % (len(sentences) + 1), sentence)
        return guide.put_list(name, part, sentences)

    def another_week(self) -> None:
        """Time goes by; engines get newer, and a reviewer leaves or comes back."""
        self.day += timedelta(days=7)
        week = self.day.toordinal() // 7
        self.engine += week % 12 == 0
        self.reviewers = frozenset(REVIEWERS[:1] if week % 5 == 0 else REVIEWERS)
        self.check(self.main)

    # What Waypost does.

    def sync(self, branch: Branch) -> None:
        """`waypost sync`."""
        for name in branch.guides:
            synced = self._synced(branch, name)
            branch.files[name] = render_catalog(synced)
            again = sync_catalog(branch.document(name), self._parse(branch, name), {"fee": "$30"})
            assert render_catalog(again) == branch.files[name], "syncing again changes something"
        self.check(branch, synced=True)

    def _synced(self, branch: Branch, name: str) -> Catalog:
        return sync_catalog(branch.document(name), self._parse(branch, name), {"fee": "$30"})

    def _parse(self, branch: Branch, name: str) -> Catalog:
        reading = parse_catalog(branch.files[name].encode("utf-8"))
        assert reading.is_whole
        return msgspec.structs.replace(reading.catalog, language="es")

    def translate(self) -> None:
        """`waypost translate` on main: sync, then the memory, then the engine."""
        branch, engine = self.main, Parrot(self.engine)
        self.sync(branch)
        before = {name: branch.lines(name) for name in branch.guides}
        stamp = engine.stamp("en", "es")
        catalogs = {name: self._parse(branch, name) for name in branch.guides}
        memory = remember(
            [(branch.document(name), catalog) for name, catalog in catalogs.items()],
            self.reviewers,
        )
        for name, catalog in catalogs.items():
            wanted = plan_fill(branch.document(name), catalog, DEFAULT_POLICY, stamp)
            recalled, unknown = recall_all(catalog, wanted, memory)
            done = translate_segments(engine, [each.source for each in unknown], "en", "es")
            results = {
                segment.address: each.text
                for segment, each in zip(unknown, done, strict=True)
                if each.text is not None
            }
            branch.files[name] = render_catalog(apply_machine(recalled, results, stamp))
        for name, lines in before.items():
            self._check_machine(branch, name, lines, engine)
        self.check(branch, synced=True)

    def _check_machine(
        self, branch: Branch, name: str, before: Sequence[Line], engine: Parrot
    ) -> None:
        """A machine writes what it says or what is known of the same text, and over nobody."""
        ledger = branch.ledger
        former = {line.address: line for line in before}
        for line in branch.lines(name):
            was = former[line.address]
            if line.target == was.target:
                continue
            if was.target:
                claim = ledger.claims[(name, was.target)]
                is_stale = claim.made_for != fold(line.source)
                assert claim.kind == "machine" or is_stale, f"{was} was current"
            source = fold(line.source)
            known = [
                claim
                for (document, text), claim in ledger.claims.items()
                if document != name and text == line.target and claim.made_for == source
            ]
            if line.target == engine.say(line.source):
                known.append(Claim("machine", source))
            assert known, f"nobody has said {line}"
            said = line.comments.split("\n")[-1].partition(":")[0].replace("mt", "machine")
            (kept, *_) = [claim for claim in known if claim.kind == said]
            ledger.claim((name, line.target), kept)
            is_rejected = (name, source, line.target) in ledger.vain
            assert kept.kind != "machine" or not is_rejected, f"{line} was rejected"
            if kept.kind != "machine":
                ledger.owned.add((name, line.target))

    # What people do with translations.

    def write(self, who: str, name: str, at: int, style: str) -> None:
        """Somebody writes a text in a tool of her own, which leaves or drops what it likes."""
        branch = self.branch_of(who)
        file = polib.pofile(branch.files[name], wrapwidth=78 if at % 3 == 0 else 0)
        entries = [entry for entry in file if not entry.obsolete]
        if not entries:
            return
        entry = entries[at % len(entries)]
        (line,) = [each for each in branch.lines(name) if each.address == entry.msgctxt]
        self.written += 1
        fact = " {fee}" if "{fee}" in entry.msgid else ""
        text = f"h{self.written} palabras de {who}{fact}"
        if fact and at % 11 == 0:
            text = text.removesuffix(fact)
        entry.msgstr = text
        if "drops" in style:
            entry.tcomment = ""
            branch.ledger.drop_comments(name, line)
        if "finishes" in style:
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            entry.previous_msgid = None
        elif style == "unfinished" and not entry.fuzzy:
            entry.flags.append("fuzzy")
        stamped = " tgt=" in entry.tcomment
        branch.ledger.write(name, line, text, fuzzy=entry.fuzzy, stamped=stamped)
        branch.files[name] = str(file)
        self.check(branch)

    def clear(self, who: str, name: str, at: int) -> None:
        """Somebody deletes a translation."""
        branch = self.branch_of(who)
        file = polib.pofile(branch.files[name], wrapwidth=0)
        entries = [entry for entry in file if not entry.obsolete and entry.msgstr]
        if not entries:
            return
        entry = entries[at % len(entries)]
        (line,) = [each for each in branch.lines(name) if each.address == entry.msgctxt]
        branch.ledger.write(name, line, "", fuzzy=False, stamped=False)
        entry.msgstr = ""
        branch.files[name] = str(file)
        self.check(branch)

    def save(self, who: str, name: str, at: int) -> None:
        """Somebody's tool saves the file as it likes it: wrapped lines, other ends of lines."""
        branch = self.branch_of(who)
        file = polib.pofile(branch.files[name], wrapwidth=(0, 40, 78)[at % 3])
        file.metadata["X-Generator"] = "Another tool"
        ends = ("\n", "\r\n")[at % 2]
        branch.files[name] = str(file).replace("\n", ends)
        self.check(branch)

    def accept(self, who: str, name: str, at: int) -> None:
        """A reviewer stamps one text, current or not, or every current one (`at` of 0)."""
        if who not in self.reviewers:
            return
        branch = self.branch_of(who)
        self.sync(branch)
        catalog = self._parse(branch, name)
        there = [entry.address for entry in catalog.entries if entry.target]
        if not there:
            return
        wanted = frozenset({there[at % len(there)]} if at else ())
        before = {line.address: line for line in branch.lines(name)}
        copies = Counter(line.target for line in read_po(branch.files[name]))
        done = accept(catalog, wanted, who, self.day)
        for address in done.addresses:
            line = before[address]
            if not wanted:
                # A merge may leave a text twice. Where a reviewer has then named one copy as right
                # for its own source too, the last claim for these words is that of either copy.
                claim = branch.ledger.find(name, line, copies[line.target])
                assert claim.made_for == fold(line.source), f"{line} is stale"
            branch.ledger.accept(name, line.source, line.target, who)
        branch.files[name] = render_catalog(done.catalog)
        self.check(branch, synced=True)

    def reject(self, who: str, name: str, at: int) -> None:
        """A reviewer doesn't want to see this text here again."""
        branch = self.branch_of(who)
        self.sync(branch)
        catalog = self._parse(branch, name)
        there = [entry.address for entry in catalog.entries if entry.target]
        if not there:
            return
        (line,) = [each for each in branch.lines(name) if each.address == there[at % len(there)]]
        claim = branch.ledger.claims[(name, line.target)]
        rejected = (name, claim.made_for, line.target)
        branch.ledger.rejected.add(rejected)
        branch.ledger.vain.add(rejected)
        done = reject(catalog, frozenset({line.address}), "says another thing")
        branch.files[name] = render_catalog(done.catalog)
        self.check(branch)

    # Branches.

    def merge(self, who: str) -> None:
        """A reviewer's branch is merged into main; her branch goes on from there."""
        if who not in self.desks:
            return
        desk = self.desks[who]
        self.main = self._merge(desk.base, self.main, desk.branch, self.main.guides)
        self.desks[who] = Desk(self.main.copy(), self.main.copy())

    def follow(self, who: str) -> None:
        """A reviewer brings main's changes into her branch."""
        if who not in self.desks:
            return
        desk = self.desks[who]
        merged = self._merge(desk.base, desk.branch, self.main, self.main.guides)
        self.desks[who] = Desk(merged, self.main.copy())

    def _merge(
        self, base: Branch, ours: Branch, theirs: Branch, guides: dict[str, GuideSource]
    ) -> Branch:
        known = [each.ledger.only(each.texts()) for each in (base, ours, theirs)]
        ledger, others = merge_ledgers(known[0], known[1], known[2])
        files: dict[str, str] = {}
        for name in guides:
            merged = merge_catalogs(
                self._parse(base, name),
                self._parse(ours, name),
                self._parse(theirs, name),
                self.reviewers,
            )
            files[name] = render_catalog(merged.catalog)
            settle(ledger, name, read_po(files[name]), others)
            for dispute in merged.disputes:
                history = ledger.history[(name, dispute.text)]
                every = {(name, claim.made_for, dispute.text) for claim in history}
                assert every & ledger.rejected, f"nobody has rejected {dispute}"
            for conflict in merged.conflicts:
                sources = [
                    {claim.made_for for claim in ledger.history[(name, text)]}
                    for text in (conflict.kept, conflict.former)
                ]
                same = sources[0] & sources[1]
                assert same, f"{conflict} of different texts: {sources}"
                changed = base.files[name] not in (ours.files[name], theirs.files[name])
                assert changed, f"{conflict}, where one side has changed nothing"
        branch = Branch(dict(guides), files, ledger)
        # Where both sides have reordered a guide, only a sync knows its order.
        self.sync(branch)
        return branch

    # What must be true.

    def check(self, branch: Branch, *, synced: bool = False) -> None:
        """Nothing is lost, every state is the true one, and nothing unsafe is published."""
        for name in branch.guides:
            lines = read_po(branch.files[name])
            pairs = [(line.address, line.source) for line in lines]
            assert len(pairs) == len(set(pairs)), "gettext takes no such file"
            there = {line.target for line in lines}
            lost = {text for document, text in branch.ledger.owned if document == name} - there
            assert not lost, f"lost: {lost}"
            self._check_states(branch, name, lines)
            self._check_former(branch.ledger, name, lines)
            self._check_rejected(branch.ledger, name, lines)
            if synced:
                self._check_nothing_waits(branch, name, lines)

    def _check_states(self, branch: Branch, name: str, lines: Sequence[Line]) -> None:
        document = branch.document(name)
        sources = {segment.address: segment.source for segment in document.segments}
        expected = branch.ledger.expect(name, sources, lines, self.reviewers)
        data = branch.files[name].encode("utf-8")
        found = resolve_file(index_segments(document), data, self.reviewers)
        for segment, translation in zip(document.segments, found, strict=True):
            text, state = expected[segment.address]
            assert _state(translation) == (text, state), f"{segment}: {translation}, {text} {state}"
            shown = DEFAULT_POLICY.decide(segment.risk, translation)
            if segment.risk is Risk.CRITICAL and shown is not None:
                assert state == ("reviewed", "current"), f"{segment} is published as {state}"

    def _check_former(self, ledger: Ledger, name: str, lines: Sequence[Line]) -> None:
        """What waits as a former pair stands beside the source that it was made for."""
        copies = Counter(line.target for line in lines)
        for line in lines:
            if line.obsolete and line.target:
                claim = ledger.find(name, line, copies[line.target])
                assert claim.made_for == fold(line.source), f"{line} was made for {claim.made_for}"

    def _check_rejected(self, ledger: Ledger, name: str, lines: Sequence[Line]) -> None:
        """What somebody has rejected for a source stands nowhere for it as a machine's words."""
        copies = Counter(line.target for line in lines)
        for line in lines:
            if line.target and not line.obsolete:
                claim = ledger.find(name, line, copies[line.target])
                is_vain = (name, claim.made_for, line.target) in ledger.vain
                assert claim.kind != "machine" or not is_vain, f"{line} was rejected"

    def _check_nothing_waits(self, branch: Branch, name: str, lines: Sequence[Line]) -> None:
        """A person's words for exactly a source that stands are shown beside it.

        And no words stand beside one source while the other, which they were made for, stands too.
        """
        document, ledger = branch.document(name), branch.ledger
        active = {line.address: line for line in lines if not line.obsolete}
        assert list(active) == [segment.address for segment in document.segments]
        waiting = {
            claim.made_for
            for (where, text), claim in ledger.claims.items()
            if where == name
            # An engine may say for another source what a reviewer has made her own for this one.
            and claim.kind != "machine"
            and (name, text) in ledger.owned
            and (name, claim.made_for, text) not in ledger.rejected
        }
        copies = Counter(line.target for line in lines)
        there = {fold(segment.source) for segment in document.segments}
        for segment in document.segments:
            source, line = fold(segment.source), active[segment.address]
            if line.target:
                made_for = ledger.find(name, line, copies[line.target]).made_for
                assert made_for == source or made_for not in there, f"{line} belongs elsewhere"
            claim = ledger.find(name, line, copies[line.target]) if line.target else None
            is_persons = claim is not None and claim.kind != "machine" and claim.made_for == source
            assert is_persons or source not in waiting, f"a person's words wait for {segment}"


def _state(translation: Translation | None) -> tuple[str, tuple[str, str] | None]:
    if translation is None:
        return ("", None)
    origin, freshness = Origin(translation.origin), Freshness(translation.freshness)
    return (translation.text, (origin.value, freshness.value))
