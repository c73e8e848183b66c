"""Each house rule: what it finds, and at least as often what it leaves alone."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from tests.unit.content.site_reading import DAY
from waypost.content.checks import check_ids, check_prose, check_shared
from waypost.content.codes import ALL_CODES
from waypost.content.entry_reader import parse_facts, parse_phrases, parse_topics
from waypost.content.guide_reader import parse_guide
from waypost.content.place_reader import parse_agency, parse_office
from waypost.content.prose_reader import parse_page
from waypost.content.rules import RULE_CODES, RULES
from waypost.content.rules.dates import add_months
from waypost.content.rules.rule_input import strip_marks
from waypost.content.rules.site_view import Limits, find_unreadable, index_pages, view_site
from waypost.content.rules.written_values import _VALUES
from waypost.model.content import Shared
from waypost.model.finding import Finding

_FACTS = """
phone.desk: {phone: 505-555-0142, tty: 505-555-0149}
phone.emergency: {phone: 911}
email.desk: {email: desk@town.example}
url.apply: {url: "https://apply.town.example/"}
fee.permit: {money: 35, until: 2027-06-30, then: 38}
fee.range: {money: 20 to 40}
time.reply: {duration: 10 days}
day.renewal: {date: 2027-01-31}
form.permit: {code: PP-12}
address.hall: {address: [Town Hall]}
"""
_PHRASES = """
lives_here: {text: You live here.}
age: {text: "You are {years} or older.", params: {years: number}}
income: {text: "{people} people, {amount}", params: {people: number, amount: money}}
by_day: {text: "By {day}", params: {day: date}}
"""
_AGENCY = """
name: Roads
summary: Signs.
phone: phone.desk
teams: {street_team: Street team}
review_months: 6
"""
_HEAD = {
    "title": "Get a permit",
    "summary": "Park on your street.",
    "topics": "[roads]",
    "agency": "streets",
    "who": "[lives_here]",
    "need": "[lives_here]",
    "cost": "[{amount: free}]",
    "ways": "{phone: agency}",
}


def _shared() -> Shared:
    facts = parse_facts("content/facts.yml", _FACTS).value
    phrases = parse_phrases("content/phrases.yml", _PHRASES).value
    topics = parse_topics("content/topics.yml", "roads: {name: Roads}\n").value
    agency = parse_agency("content/agencies/streets.yml", _AGENCY).value
    office = parse_office("content/offices/hall.yml", "name: Hall\n").value
    assert facts is not None
    assert phrases is not None
    assert topics is not None
    assert agency is not None
    assert office is not None
    return Shared(facts, phrases, topics, {"streets": agency}, {"hall": office}, {})


def _findings(body: str = "", limits: Limits = Limits(), **fields: str) -> list[Finding]:  # noqa: B008 - a frozen value
    head = _HEAD | fields
    front = "".join(f"{name}: {value}\n" for name, value in head.items() if value)
    text = f"---\n{front}---\n\n{body}"
    guide = parse_guide("content/guides/permit.md", text).value
    about = parse_page(
        "content/pages/about.md", "---\ntitle: About\n---\n\n## Who writes\n\nWe.\n"
    ).value
    assert guide is not None
    assert about is not None
    shared = _shared()
    site = view_site(shared, index_pages((guide, about), shared), DAY, limits)
    return list(check_prose(guide, site, text))


def _codes(body: str = "", **fields: str) -> list[str]:
    return [one.code for one in _findings(body, Limits(), **fields)]


def _do(text: str) -> str:
    return f"## What to do\n\n{text}\n"


def test_a_good_guide_is_left_alone() -> None:
    assert _codes(_do("Fill in the form. Pay {fee.permit}, or call {phone.desk}.")) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"agency": "street"},
        {"topics": "[raods]"},
        {"who": "[lives_her]"},
        {"related": "[abuot]"},
        {"requires": "[roads, nothing]"},
        {"life_events": "[moving]"},
        {"cost": "[{amount: fee.none}]"},
        {"ways": "{phone: phone.none}"},
        {"ways": "{phone: agency, mail: {form: pp_13}}"},
        {"ways": "{phone: agency, in_person: {offices: [hal]}}"},
        {"who": "[{age: number.none}]"},
        {"area": "'In {place.none}'"},
        {"language_help": "[interpreter]"},
        {"deadlines": "[{by: expiry}]"},
        {"reviewed": "{on: 2026-11-01, by: steet_team}"},
    ],
)
def test_an_id_that_nothing_has_is_found(fields: dict[str, str]) -> None:
    assert _codes(**fields) == ["C020"]


@pytest.mark.parametrize(
    "fields",
    [
        {"related": "[about, hall, roads, streets]"},
        {"facts": "{late: {money: 3}}", "cost": "[{amount: late}]"},
        {"ways": "{phone: agency, mail: {form: pp_12}}", "forms": "[{id: pp_12, name: Form}]"},
        {"ways": "{phone: agency, in_person: {offices: [hall]}}"},
        {"deadlines": "[{by: lives_here}, {by: day.renewal, grace: time.reply}]"},
        {"area": "'In {form.permit}'"},
        {"time": "time.reply"},
        {"reviewed": "{on: 2026-11-01, by: street_team}"},
        {"reviewed": "{on: 2026-11-01, by: Street team}"},
    ],
)
def test_an_id_that_something_has_is_not(fields: dict[str, str]) -> None:
    assert _codes(**fields) == []


def test_links_to_pages_are_looked_up() -> None:
    said = "See [us](about), [all languages](languages), [dates](deadlines) and [signs](roads)."
    assert _codes(_do(said)) == []
    assert _codes(_do("See [us](abuot).")) == ["C020"]


@pytest.mark.parametrize(
    "text",
    [
        "Call 505-555-0142.",
        "Call (505) 555-0142.",
        "Call +1 505.555.0142 now.",
        "By TTY: 505-555-0149",
        "Call 911 now.",
        "Write to Desk@town.example.",
        "Pay $35.",
        "Pay $ 35 today.",
        "Pay 35 dollars.",
        "From July on pay $38.",
        "Pay $20 to $40.",
        "Pay $20–40.",
        "Open https://apply.town.example/.",
        "Ask by January 31, 2027.",
        "Use form PP-12.",
        "Bring **$35** in cash.",
    ],
)
def test_the_value_of_a_fact_is_found(text: str) -> None:
    assert _codes(_do(text)) == ["C021"]


@pytest.mark.parametrize(
    "text",
    [
        "Pay {fee.permit}.",
        "Bring 35 photos, or 10 days of patience.",
        "It has 911 pages.",
        "In 2027 the 31st of January is a Sunday.",
        "Use form PP-13 and Medicare part B-12.",
        "Room 505-A, floor 5.",
        "Take bus 505 5550 times.",
        "About $1 million was spent.",
        "Case 2026-11-21-0001.",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    assert _codes(_do(text)) == []


@pytest.mark.parametrize(
    "text", ["Pay $36.", "Call 505-555-0199.", "Write to x@town.example.", "Pay $1,250.50 a year."]
)
def test_other_amounts_and_numbers_to_call_are_a_warning(text: str) -> None:
    assert _codes(_do(text)) == ["C022"]


@pytest.mark.parametrize(
    "text", ["About $35 million was spent.", "About $1,000 million was spent."]
)
def test_no_amount_is_cut_out_of_a_larger_one(text: str) -> None:
    assert _codes(_do(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "1" * 60_000,
        "1 " + "a" * 60_000,
        "1 " + "a." * 30_000,
        "1" + ",111" * 15_000,
        "1 " + "a-" * 30_000,
        "a@" * 30_000,
        "$" + "1" * 60_000 + " million",
    ],
)
def test_a_long_text_is_read_in_time_that_grows_with_its_length(text: str) -> None:
    begun = process_time()
    list(_VALUES.finditer(text))
    assert process_time() - begun < 2


def test_lengths_of_time_count_only_when_they_are_the_guides_own() -> None:
    assert _codes(_do("Wait 3 weeks."), facts="{wait: {duration: 3 weeks}}") == ["C021"]
    assert _codes(_do("Wait 10 days.")) == []


def test_a_value_in_a_field_is_found_where_it_stands() -> None:
    (finding,) = _findings(summary="Pay $35 and park.")
    assert (finding.code, finding.place.line, finding.place.column) == ("C021", 3, 14)
    assert finding.mend == "Use the fact: {fee.permit}. It is defined in content/facts.yml:6."


def test_a_value_in_a_list_is_found_where_it_stands() -> None:
    (finding,) = _findings(_do("1. One.\n2. Pay **$35** here."))
    assert (finding.place.line, finding.place.column) == (15, 10)


@pytest.mark.parametrize(
    ("ways", "agency", "codes"),
    [
        ("{online: {url: url.apply}}", "", ["C023", "C024"]),
        ("{online: {url: url.apply}}", "streets", ["C024"]),
        ("{mail: {address: address.hall}}", "", ["C023"]),
        ("{online: {url: url.apply}, mail: {address: address.hall}}", "streets", []),
        ("{online: {url: url.apply}, phone: phone.desk}", "", []),
        ("{in_person: {offices: [hall]}}", "", []),
    ],
)
def test_somebody_can_be_reached_and_not_only_online(
    ways: str, agency: str, codes: list[str]
) -> None:
    assert _codes(ways=ways, agency=agency) == codes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[Click here](about)", True),
        ("To apply, [here](about).", True),
        ("[**Read more**!](about)", True),
        ("[](about)", True),
        ("[Who writes this site](about)", False),
        ("[Here is how to apply](about)", False),
        ("Click here: [apply for a permit](about)", False),
        ("[Online permit](https://x.example)", False),
    ],
)
def test_the_words_of_a_link(text: str, found: bool) -> None:
    assert ("C025" in _codes(_do(text))) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("![](card.png)", True),
        ("![image](card.png)", True),
        ("![card.png](card.png)", True),
        ("See ![ ](card.png) it.", True),
        ("![The number is at the top](card.png)", False),
        ("See ![a blue sign](card.png) there.", False),
        ("[photo](about)", False),
        ("!\\[\\](card.png)", False),
    ],
)
def test_the_words_of_an_image(text: str, found: bool) -> None:
    assert ("C026" in _codes(_do(text))) is found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## What to do\n\n#### A\n\nx\n", True),
        ("### A\n\nx\n", True),
        ("## What to do\n\n### A\n\n#### B\n\n### C\n\nx\n", False),
        ("## What to do\n\n### A\n\n#### B\n\n## More\n\n### C\n\nx\n", False),
    ],
)
def test_headings_go_down_one_level_at_a_time(body: str, found: bool) -> None:
    assert ("C027" in _codes(body)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DO NOT SEND cash.", True),
        ("You MUST sign.", True),
        ("PLEASE READ THIS first.", True),
        ("WE CAN’T HELP.", True),
        ("Ask about SNAP and WIC.", False),
        ("You get SSI or SSDI.", False),
        ("I-9, W-2 and the DMV.", False),
        ("Form NO 5 is blue.", False),
        ("NASA, FEMA and USCIS agree.", False),
    ],
)
def test_capitals(text: str, found: bool) -> None:
    assert ("C028" in _codes(_do(text))) is found


def test_a_long_sentence_is_found_and_two_short_ones_are_not() -> None:
    long = "Bring " + "one more paper and " * 8 + "a pen."
    assert _codes(_do(long)) == ["C029"]
    assert _codes(_do("Bring one paper and a pen. " * 6)) == []
    assert _codes(summary=long) == ["C029"]


def test_limits_can_be_set_and_switched_off() -> None:
    text = _do("Bring one more paper and a pen.")
    assert [one.code for one in _findings(text, Limits(sentence_words=5))] == ["C029"]
    assert _findings(text, Limits(sentence_words=0)) == []


def test_a_hard_page_is_found_in_english_only() -> None:
    hard = _do("Remuneration necessitates comprehensive verification. " * 30)
    assert _codes(hard) == ["C030"]
    assert _findings(hard, Limits(reading_grade=0)) == []
    assert _findings(hard, Limits(source="es")) == []
    assert _codes(_do("We pay you when we have seen it. " * 30)) == []


@pytest.mark.parametrize(
    ("reviewed", "found"),
    [
        ("{on: 2026-01-10, next: 2026-11-20}", True),
        ("{on: 2026-01-10}", True),
        ("{on: 2026-01-10, next: 2026-11-21}", False),
        ("{on: 2026-05-21}", False),
        ("", False),
    ],
)
def test_a_review_that_is_due(reviewed: str, found: bool) -> None:
    assert ("C031" in _codes(reviewed=reviewed)) is found


def test_months_end_on_their_last_day() -> None:
    assert add_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert add_months(date(2026, 1, 15), 12) == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        ("{money: 3, until: 2026-11-20}", True),
        ("{money: 3, until: 2026-11-21}", False),
        ("{money: 3, until: 2026-11-20, then: 4}", False),
        ("{money: 3}", False),
    ],
)
def test_a_fact_that_has_ended(fact: str, found: bool) -> None:
    assert ("C034" in _codes(facts=f"{{late: {fact}}}")) is found


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("about#who-writes", False),
        ("#what-to-do", False),
        ("#main", False),
        ("about#who", False),
        ("about#write", True),
        ("forms/permit.pdf", False),
        ("{url.apply}", False),
        ("{phone.desk}", False),
        ("https://x.example/#x", False),
        ("#what", True),
        ("{fee.permit}", True),
        ("/maps/town", True),
        ("www.town.example", True),
        ("", True),
    ],
)
def test_where_a_link_leads(href: str, found: bool) -> None:
    assert ("C032" in _codes(_do(f"See [the rules]({href})."))) is found


def test_a_heading_of_ones_own() -> None:
    assert _codes("## How to get it\n\nx\n") == ["C033"]
    assert _codes("## What to do\n\n### How to get it\n\nx\n\n## more\n\nx\n") == []


def test_missing_answers_are_one_finding() -> None:
    (finding,) = _findings(who="", cost="")
    assert finding.message == "the guide doesn't say: who, cost"
    assert _codes(who="", automatic="lives_here") == []


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("age", True),
        ("age: adult people", True),
        ("age: 3 days", True),
        ("age: fee.permit", True),
        ("age: {year: 18}", True),
        ("lives_here: 4", True),
        ("income: {people: 3}", True),
        ("income: 3", True),
        ("by_day: 2027-02-30", True),
        ("income: {people: 3, amount: 10 days}", True),
        ("age: 18", False),
        ("age: {years: 18}", False),
        ("lives_here", False),
        ("income: {people: 3, amount: fee.permit}", False),
        ("income: {people: 3, amount: $1,200}", False),
        ("by_day: 2027-02-28", False),
        ("by_day: day.renewal", False),
        ("by_day: 12-24", False),
        ("unknown: 3", False),
        ("text: You are here.", False),
    ],
)
def test_the_values_of_a_phrase(who: str, found: bool) -> None:
    value = f"[{{{who}}}]" if ":" in who else f"[{who}]"
    if "$1,200" in who:
        value = '[{income: {people: 3, amount: "$1,200"}}]'
    assert ("C037" in _codes(who=value)) is found


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ('{text: "You have {n, plural, one {a car} other {# cars}.", params: {n: number}}', True),
        ('{text: "You have {n} cars."}', True),
        ('{text: "You have cars.", params: {n: number}}', True),
        ('{text: "You have {n, plural, one {a car} other {# cars}}.", params: {n: number}}', False),
        ('{text: "You have {n} cars.", params: {n: number}}', False),
        ('{text: "You have a car."}', False),
    ],
)
def test_the_message_of_a_phrase(phrase: str, found: bool) -> None:
    phrases = parse_phrases("content/phrases.yml", f"x: {phrase}\n").value
    assert phrases is not None
    shared = Shared({}, phrases, {}, {}, {}, {})
    site = view_site(shared, {}, DAY, Limits())
    codes = [one.code for one in check_shared(site, {})]
    assert codes == (["C038"] if found else [])


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"ways": "{phone: fee.permit}"}, True),
        ({"ways": "{phone: agency, online: {url: phone.desk}}"}, True),
        ({"ways": "{phone: agency, mail: {address: url.apply}}"}, True),
        ({"deadlines": "[{by: time.reply}]"}, True),
        ({"deadlines": "[{by: day.renewal, grace: day.renewal}]"}, True),
        ({"time": "fee.permit"}, True),
        ({"cost": "[{amount: time.reply}]"}, True),
        ({"ways": "{phone: phone.desk, mail: {address: address.hall}}"}, False),
        ({"deadlines": "[{by: day.renewal, grace: time.reply}]"}, False),
        ({"time": "time.reply"}, False),
        ({"cost": "[{amount: fee.range}]"}, False),
    ],
)
def test_the_kind_of_a_fact(fields: dict[str, str], found: bool) -> None:
    assert ("C039" in _codes(**fields)) is found


def test_what_could_not_be_read_is_not_said_to_be_missing() -> None:
    sources = {
        "content/facts.yml": "a: {money: x}\nfee.permit: {money: 3}\n",
        "content/x/b.yml": "",
    }
    shared = _shared()
    assert find_unreadable(shared, {}, sources) == {"a", "b"}


def test_ids_and_aliases_are_used_once() -> None:
    shared = _shared()
    guide = parse_guide(
        "content/guides/hall.md", "---\ntitle: A\nsummary: B\naliases: [roads, es/old]\n---\n"
    ).value
    assert guide is not None
    findings = check_ids([guide], shared, ["en", "es"])
    assert sorted(one.code for one in findings) == ["C014", "C015", "C015"]
    assert check_ids([], shared, ["en", "es"]) == ()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("plain", "plain"),
        ("**a** *b* [c]{1} {d}", "a b c {d}"),
        ("\\*a\\* \\[b\\] \\{c\\} \\\\", "*a* [b] {c} \\"),
    ],
)
def test_the_words_of_a_text(source: str, words: str) -> None:
    assert strip_marks(source) == words


def test_codes_are_unique_sorted_and_whole() -> None:
    ids = [code.id for code in ALL_CODES]
    assert ids == sorted(set(ids))
    for code in ALL_CODES:
        assert code.title
        assert code.why.endswith("."), code.id
        assert code.mend.endswith((".", ")")) or ":" in code.mend, code.id
        assert code.bad != code.good, code.id


def test_every_rule_has_its_codes() -> None:
    modules = {rule.__module__ for rule in RULES}
    assert len(modules) == 19
    assert len(RULE_CODES) == len({code.id for code in RULE_CODES})
