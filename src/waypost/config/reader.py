"""mkdocs.yml read with places: all mistakes at once.

Touches the disk: `load_settings` reads the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from waypost.config.codes import (
    BAD_SETTING,
    EXPIRED_EXEMPTION,
    NO_SETTINGS,
    UNKNOWN_LANGUAGE,
)
from waypost.config.fields import FieldReader
from waypost.config.identity import COLOUR_NAMES, read_brand
from waypost.config.settings import SETTINGS_FILE, RuleSettings, Settings, TranslateSettings
from waypost.content.exemptions import Exemption
from waypost.content.located import Located, LocatedList, LocatedMap, LocatedText
from waypost.content.parsed import Parsed, parsed
from waypost.content.source import decode_source
from waypost.content.yaml_reader import read_mapping
from waypost.locales.registry import find_language, suggest_codes
from waypost.model.finding import Failure, Place
from waypost.model.host import Host
from waypost.model.language import Language, Tier
from waypost.model.policy import DEFAULT, Decision, Policy, State
from waypost.model.site import SiteLanguage
from waypost.model.text import Risk
from waypost.model.translation import Freshness, Origin
from waypost.translation.engines.choice import ENGINE_NAMES

_FIELDS = (
    *COLOUR_NAMES,
    "logo",
    "source",
    "territory",
    "currency",
    "contact",
    "contact_email",
    "emergency",
    "interpreter",
    "time_zone",
    "popular",
    "languages",
    "policy",
    "rules",
    "exemptions",
    "translate",
    "sheets",
    "search",
    "host",
)
_CONTACTS = ("contact", "contact_email", "emergency", "interpreter")
_PLACED = ("logo", "popular", "time_zone", *_CONTACTS)
"""What is looked at again once the content is known."""
SITE_ADDRESS = (
    r"(?=.{8,200}$)https?://(?!-)[\w-]+(?:\.[\w-]+)*\.?(?::[0-9]{1,5})?"
    r"(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9_.~-]+)*/?"
)
"""It stands in the rules of web servers, in sitemaps and in codes on paper: nothing but a host
and folders may be in it, with no sign that means something to one of them."""
_SITE_ADDRESS_WORDS = "a plain address with https://, such as https://county.example/services/"


def load_settings(root: Path) -> Parsed[Settings]:
    """The settings of the site in `root`, or findings; a Failure where there is no mkdocs.yml."""
    try:
        data = (root / SETTINGS_FILE).read_bytes()
    except FileNotFoundError:
        raise Failure(
            f"There is no {SETTINGS_FILE} in {root.resolve()}.",
            "Run the command in the site's folder, name it with --root, or start a site: "
            "waypost new site NAME",
        ) from None
    return parse_settings(root, data)


def parse_settings(root: Path, data: bytes) -> Parsed[Settings]:
    """The settings that `data` holds, with defaults for all that it doesn't say."""
    source = decode_source(SETTINGS_FILE, data)
    findings = list(source.findings)
    top = read_mapping(SETTINGS_FILE, source.text, findings)
    if top is None:
        return parsed(None, findings)
    reader = _Reader(findings)
    own = _own_part(top)
    if own is None:
        reader.add(NO_SETTINGS, top, "plugins.waypost is missing")
        return parsed(None, findings)
    value = reader.settings(root, top, own)
    return parsed(value, findings)


def _own_part(top: LocatedMap) -> LocatedMap | None:
    plugins = top.get("plugins")
    if isinstance(plugins, LocatedMap):
        own = plugins.get("waypost")
        return own if isinstance(own, LocatedMap) else None
    for plugin in plugins if isinstance(plugins, LocatedList) else ():
        if isinstance(plugin, LocatedMap) and isinstance(plugin.get("waypost"), LocatedMap):
            inner = plugin["waypost"]
            return inner if isinstance(inner, LocatedMap) else None
    return None


class _Reader(FieldReader):
    """Reads what each setting means."""

    def settings(self, root: Path, top: LocatedMap, own: LocatedMap) -> Settings | None:
        self.know(own, _FIELDS)
        source = self.language(own.get("source"), "en")
        languages = self.languages(own, source)
        territory = self.matching(own, "territory", "US", r"[A-Z]{2}", "two capitals, such as US")
        currency = self.matching(own, "currency", "USD", r"[A-Z]{3}", "three capitals, such as USD")
        url = self.matching(top, "site_url", "", SITE_ADDRESS, _SITE_ADDRESS_WORDS)
        brand = read_brand(own)
        self.findings += brand.findings
        if source is None:
            return None
        return Settings(
            root=root,
            name=self.line(top, "site_name", "Public services"),
            url=url if not url or url.endswith("/") else f"{url}/",
            content=self.folder(top, "docs_dir", "content"),
            site=self.folder(top, "site_dir", "build/site"),
            source=source,
            territory=territory,
            currency=currency,
            languages=languages,
            contact=self.text(own, "contact", ""),
            contact_email=self.text(own, "contact_email", ""),
            emergency=self.text(own, "emergency", ""),
            interpreter=self.text(own, "interpreter", ""),
            policy=self.policy(self.mapping(own, "policy")),
            rules=self.rules(self.mapping(own, "rules")),
            exemptions=tuple(self.exemptions(own.get("exemptions"))),
            translate=self.translate(self.mapping(own, "translate"), languages),
            repo_url=self.matching(
                top, "repo_url", "", r"https?://\S+", "an address with https://"
            ),
            edit_uri=self.text(top, "edit_uri", ""),
            sheets=self.flag(own, "sheets", "yes"),
            search=self.flag(own, "search", "yes"),
            host=self.host(own),
            brand=brand.value,
            logo=self.text(own, "logo", "").strip("/"),
            time_zone=self.text(own, "time_zone", ""),
            popular=self.names(own, "popular"),
            places={
                name: Place(SETTINGS_FILE, part[name].line, part[name].column)
                for part, names in ((top, ("docs_dir",)), (own, _PLACED))
                for name in names
                if name in part
            },
        )

    def host(self, data: LocatedMap) -> Host | None:
        return Host(self.choice(data, "host", Host.NGINX, Host)) if "host" in data else None

    def language(self, code: Located | None, default: str) -> Language | None:
        found_language = find_language(str(code) if isinstance(code, LocatedText) else default)
        if found_language is None and code is not None:
            near = suggest_codes(str(code))
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            self.add(UNKNOWN_LANGUAGE, code, f"“{code}” is not a known language code.{hint}")
        return found_language

    def languages(self, own: LocatedMap, source: Language | None) -> tuple[SiteLanguage, ...]:
        data = self.mapping(own, "languages")
        listed: list[SiteLanguage] = []
        for code, at in data.keys_at.items():
            language = self.language(LocatedText(code, at, f"languages/{code}", quoted=False), "en")
            fields = self.mapping(data, code)
            self.know(fields, ("tier", "main"))
            # A tier that can't be read is one mistake: as full it would be asked for reviews too.
            is_plain = isinstance(data[code], LocatedText) and not data[code]
            is_full = "tier" not in fields and (is_plain or isinstance(data[code], LocatedMap))
            default = Tier.FULL if is_full else Tier.CORE
            tier = Tier(self.choice(fields, "tier", default.value, [one.value for one in Tier]))
            if language is not None:
                listed.append(SiteLanguage(language, tier, main=self.flag(fields, "main")))
        if source is None:
            return tuple(listed)
        others = [one for one in listed if one.language.code != source.code]
        return (SiteLanguage(source, Tier.FULL, main=True), *others)

    def policy(self, data: LocatedMap) -> Policy:
        table = {risk: dict(row) for risk, row in DEFAULT.items()}
        loosened: list[str] = []
        self.know(data, [risk.word for risk in Risk])
        for risk in Risk:
            fields = self.mapping(data, risk.word)
            for name in fields:
                state = _STATES.get(name)
                if state is None:
                    self.know(fields, _STATES)
                    continue
                word = self.choice(fields, name, table[risk][state].value, list(Decision))
                if word != DEFAULT[risk][state].value:
                    table[risk][state] = Decision(word)
                    if _RANK[Decision(word)] > _RANK[DEFAULT[risk][state]]:
                        loosened.append(f"{risk.word}/{name}={word}")
        return Policy(table, tuple(loosened))

    def rules(self, data: LocatedMap) -> RuleSettings:
        self.know(data, ("reading_grade", "sentence_words"))
        grade = self.matching(data, "reading_grade", "9", r"\d+(\.\d+)?", "a grade, such as 9")
        words = self.matching(data, "sentence_words", "25", r"\d+", "a number of words")
        return RuleSettings(float(grade), int(words))

    def translate(self, data: LocatedMap, languages: tuple[SiteLanguage, ...]) -> TranslateSettings:
        self.know(data, ("engine", "engines"))
        default = self.choice(data, "engine", ENGINE_NAMES[0], ENGINE_NAMES)
        engines = self.mapping(data, "engines")
        self.know(engines, [one.language.code for one in languages])
        return TranslateSettings(
            default,
            {code: self.choice(engines, code, default, ENGINE_NAMES) for code in engines},
        )

    def exemptions(self, data: Located | None) -> Iterable[Exemption]:
        if data is None or data == "":
            return
        if not isinstance(data, LocatedList):
            self.add(BAD_SETTING, data, "exemptions must be a list")
            return
        for item in data:
            if not isinstance(item, LocatedMap):
                self.add(BAD_SETTING, item, "an exemption has code, path, reason and until")
                continue
            self.know(item, ("code", "path", "reason", "until"))
            words = {name: self.text(item, name, "") for name in ("code", "path", "reason")}
            missing = [name for name, word in words.items() if not word.strip()]
            try:
                until = date.fromisoformat(self.text(item, "until", ""))
            except ValueError:
                self.add(EXPIRED_EXEMPTION, item, "until must be a date such as 2027-01-31")
                continue
            if missing:
                self.add(EXPIRED_EXEMPTION, item, f"the exemption lacks {' and '.join(missing)}")
                continue
            place = Place(SETTINGS_FILE, item.line, item.column)
            yield Exemption(until=until, place=place, **words)


_STATES: Mapping[str, State] = {
    **{origin.value: (origin, Freshness.CURRENT) for origin in Origin},
    **{f"stale {origin.value}": (origin, Freshness.STALE) for origin in Origin},
}
_RANK = {Decision.SOURCE: 0, Decision.NOTED: 1, Decision.SHOWN: 2}
