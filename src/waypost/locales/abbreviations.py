"""Abbreviations after whose point a sentence goes on; ICU would end it at the next capital.

All in lower case, point included. A language that isn't here has the list of English: forms and
offices keep their English abbreviations in every language.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BINDING: Final = {
    "en": _words(
        "dr. mr. mrs. ms. mx. prof. rev. hon. gov. sen. rep. gen. capt. lt. sgt. rm. apt. ste. "
        "bldg. ext. tel. attn. e.g. i.e. eg. ie. cf. vs. v. approx. est. fig. sec. art. par. p. "
        "pp. vol. ch. nos. mt. ft."
    ),
    "es": _words(
        "sr. sra. srta. sres. dr. dra. lic. ing. prof. profa. ud. uds. vd. vds. ee. núm. nro. n. "
        "tel. ext. av. avda. apdo. dpto. depto. apto. pág. págs. art. arts. p. ej. p.ej. vol. "
        "gral. sto. sta. aprox. máx. mín. cía."
    ),
    "fr": _words(
        "m. mm. mlle. dr. pr. me. st. ste. tél. art. p. pp. ex. p.ex. env. av. bd. boul. c.-à-d. "
        "cf. vol. chap. poste. app."
    ),
    "pt": _words(
        "sr. sra. dr. dra. prof. profa. av. r. tel. ex. p.ex. art. pág. núm. n. apto. aprox. st. "
        "sto. sta. cia."
    ),
    "de": _words(
        "dr. prof. hr. fr. nr. tel. z. b. z.b. d. h. d.h. bzw. ca. inkl. abs. art. evtl. ggf. "
        "vgl. st. u. a. u.a. max. min. ing. zzgl."
    ),
    "it": _words("sig. sig.ra. dott. dott.ssa. prof. tel. art. n. pag. es. c.so."),
    "pl": _words(
        "ul. al. pl. os. nr. dr. prof. tel. tj. np. godz. m.in. m. in. św. pkt. ust. art. str. "
        "zob. wg. inż. mgr. ok. woj."
    ),
    "ru": _words(
        "ул. пр. д. кв. корп. стр. оф. т.е. т. е. тел. им. обл. см. напр. гр. св. ст. п. пп. пер."
    ),
    "uk": _words("вул. просп. буд. кв. тел. ім. обл. див. напр. ст. п. пр."),
    "vi": _words("tp. q. p. đt. ths. ts. gs. bs. st."),
    "ht": _words("dr. m. mme. mlle. st. tel. no. egz. p.egz."),
    "tr": _words("dr. prof. sn. cad. sok. mah. no. tel. bkz. av."),
    "ar": _words("د. أ. م. ص. ت."),
}
"""No sentence ends with these."""

OPEN: Final = {
    "en": _words(
        "st. ave. blvd. rd. hwy. ln. ct. u.s. u.s.a. d.c. u.k. n.y. inc. ltd. co. corp. jr. sr. "
        "ph.d. m.d. d.d.s. r.n. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. "
        "mon. tue. tues. wed. thu. thurs. fri. sat. sun. min. max. hr. hrs. dept. gov't."
    ),
    "es": _words("uu. ee.uu. e.u. s.a. etc. d.c."),
    "fr": _words("etc. é.-u. inc. s.a. mme."),
}
"""A sentence may end with these: it does where a word of STARTERS follows."""

STARTERS: Final = {
    "en": _words(
        "you you'll you're your if the this that these those it it's its we we'll our they "
        "their there he she his her i my a an no not yes to for in on at by of from with "
        "without when while after before until once as but and or so also do don't does did is "
        "are was were can can't could may must should will would have has had be ask apply "
        "bring call check choose click come complete contact enter fill find get give go "
        "include keep learn leave look mail make only open pay pick please print read register "
        "renew request return save see send show sign start stop submit take tell then turn "
        "use visit wait write what where which who why how some most many all any each every "
        "both other another first next new"
    ),
    "es": _words(
        "usted ustedes si el la los las un una unos unas este esta estos estas eso su sus para "
        "por en con sin de del al a y o pero no sí también cuando después antes llame lleve "
        "traiga pague pida pregunte envíe complete firme use vaya visite vea solicite espere "
        "haga lea puede debe es son hay qué quién cómo dónde cuándo algunos todos cada luego"
    ),
    "fr": _words(
        "vous si le la les l'un un une des ce cet cette ces il elle ils elles on nous votre "
        "vos pour par en avec sans dans de du à au aux et ou mais ne non oui quand après avant "
        "appelez apportez payez demandez envoyez remplissez signez utilisez allez voyez est "
        "sont qui que quoi comment où pourquoi certains tous chaque"
    ),
}
"""Words that begin a sentence far more often than they follow an abbreviation with a capital."""

CONTINUING: Final = _words(
    "monday tuesday wednesday thursday friday saturday sunday et est edt ct cst cdt mt mst mdt pt "
    "pst pdt eastern central mountain pacific"
)
"""What goes on after the hour: "9 a.m. Monday", "5 p.m. Eastern"."""

HOURS: Final = _words("a.m. p.m. am. pm.")

ORDINALS: Final = _words("da de cs et fi hr hu lv nb nn no sk sl sr tr")
"""Languages that write an ordinal with a point: "am 1. Januar"."""
