"""How much of a page is published in a language, found without filling it."""

from __future__ import annotations

from collections.abc import Iterable

from waypost.model.site import Level
from waypost.model.translation import Freshness
from waypost.model.whole_texts import WholeTexts
from waypost.site.fill import Own, choose_level
from waypost.site.locale import PageLocale
from waypost.site.program import OwnSlot, Program
from waypost.site.together import weigh_together


def measure_level(program: Program, locale: PageLocale, own: Own) -> Level:
    """The level that `fill_program` will find, for the price of a look at each slot.

    Asked for every language before any page is written, since a page names the languages in which
    it is published.
    """
    if locale.is_source:
        return Level.WHOLE
    shown = 0
    slots: Iterable[OwnSlot] = program.own
    together = program.together
    if (
        together is not None
        and isinstance(own, WholeTexts)
        and weigh_together(together, own, locale.weights) is not None
    ):
        shown = together.words
        slots = [program.own[at] for at in together.others]
    current, stale = locale.weights
    fresh = Freshness.CURRENT
    for slot in slots:
        # As `locale.weigh`, without a call for every text of the site.
        if slot.words and (translation := own[slot.index]) is not None and translation.text:
            weights = current if translation.freshness is fresh else stale
            if weights[id(translation.origin)][slot.risk]:
                shown += slot.words
    shown += sum(
        slot.words for slot in program.phrases if slot.words and locale.phrase(slot) is not None
    )
    return choose_level(program, shown)
