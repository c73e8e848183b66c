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
        "bldg. ext. tel. attn. p.o. fl. e.g. i.e. eg. ie. cf. vs. v. approx. est. fig. sec. art. "
        "par. p. pp. vol. ch. nos. mt. ft."
    ),
    "es": _words(
        "sr. sra. srta. sres. dr. dra. lic. ing. prof. profa. ud. uds. vd. vds. ee. núm. nro. n. "
        "tel. ext. av. avda. apdo. dpto. depto. apto. pág. págs. art. arts. p. ej. p.ej. vol. "
        "gral. sto. sta. aprox. máx. mín. cía. col. c.p. carr. pza. esq. párr. cap. ref."
    ),
    "fr": _words(
        "m. mm. mlle. dr. pr. me. st. ste. tél. art. p. pp. ex. p.ex. env. av. bd. boul. c.-à-d. "
        "cf. vol. chap. poste. app. alin. réf. rte."
    ),
    "pt": _words(
        "sr. sra. dr. dra. prof. profa. av. r. tel. ex. p.ex. art. pág. núm. n. apto. aprox. st. "
        "sto. sta. cia. p. pp. trav. pça. exmo. exma. eng."
    ),
    "de": _words(
        "dr. prof. hr. fr. nr. tel. z. b. z.b. d. h. d.h. bzw. ca. inkl. abs. art. evtl. ggf. "
        "vgl. st. u. a. u.a. max. min. ing. zzgl. str. gem. i. d. r. i.d.r. "
        "sog. bspw. v. a. v.a."
    ),
    "it": _words(
        "sig. sig.ra. sigg. dott. dott.ssa. prof. prof.ssa. avv. ing. tel. art. artt. n. nn. pag. "
        "pagg. es. p.es. c.so. p.za. v.le. l.go. int. cfr. all."
    ),
    "pl": _words(
        "ul. al. pl. os. nr. dr. prof. tel. tj. np. godz. m.in. m. in. św. pkt. ust. art. str. "
        "zob. wg. inż. mgr. ok. woj."
    ),
    "ru": _words(
        "ул. пр. д. кв. корп. стр. оф. т.е. т. е. тел. им. обл. см. напр. гр. св. ст. п. пп. пер."
    ),
    "uk": _words("вул. просп. буд. кв. тел. ім. обл. див. напр. ст. п. пр."),
    "vi": _words("tp. q. p. đt. ths. ts. gs. bs. st. pgs. ks. vd."),
    "ht": _words("dr. m. mme. mlle. st. tel. no. egz. p.egz."),
    "tr": _words("dr. prof. doç. sn. cad. sok. sk. mah. blv. apt. no. tel. bkz. av. örn. yrd."),
    "ar": _words("د. أ. م. ص. ت. أ.د. ص.ب."),
    "hi": _words("डॉ. डा. श्री. सुश्री. प्रो. पं. मो. कु. ई. सं. पृ. नं. रु."),
    "mr": _words("डॉ. डा. श्री. सौ. प्रा. कु. क्र. रु. पृ. सं."),
    "ne": _words("डा. डॉ. प्रा. श्री. पृ. नं. रु. वि.सं. मो."),
    "bn": _words("ডা. ড. ডঃ. মো. মু. অধ্যা. নং. পৃ. মোসা."),
    "pa": _words("ਡਾ. ਪ੍ਰੋ. ਸ. ਸ੍ਰੀ. ਨੰ. ਰੁ."),
    "gu": _words("ડૉ. ડો. શ્રી. પ્રો. નં. રૂ. પૃ."),
    "ta": _words("டாக். திரு. பேரா. எண். ரூ. பக்."),
    "te": _words("డా. శ్రీ. ప్రొ. నం. రూ. పే."),
    "kn": _words("ಡಾ. ಶ್ರೀ. ಪ್ರೊ. ನಂ. ರೂ. ಪು."),
    "ml": _words("ഡോ. ശ്രീ. പ്രൊഫ. നം. രൂ. പേ."),
    "sw": _words("dk. bw. prof. mh. s.l.p. tel. dr. k.m."),
    "so": _words("dr. prof. mr. mrs. tel. lam. md."),
    "fil": _words("g. gng. bb. dr. dra. atty. engr. brgy. blg. hal. kgg. sto. sta. st. tel. rm."),
    "id": _words(
        "bpk. sdr. sdri. dr. drs. dra. ir. prof. jl. gg. kel. kec. kab. tlp. telp. hlm. a.n. u.p. "
        "yth. rt. rw. hj."
    ),
    "nl": _words(
        "dhr. mevr. mw. dr. drs. ir. mr. prof. ing. tel. nr. nrs. bijv. bv. art. blz. p. m.b.t. "
        "o.a. d.w.z. t.a.v. t.n.v. i.v.m. incl. excl. max. min. ca. evt. vgl. resp. str. st."
    ),
    "ro": _words(
        "dl. dna. dr. prof. ing. str. bd. nr. bl. sc. et. ap. jud. mun. tel. art. alin. lit. pct. "
        "pag. cca. max. min. sf."
    ),
    "el": _words("κ. κα. κος. δρ. αρ. τηλ. οδ. λεωφ. π.χ. δηλ. βλ. σελ. αρθ. παρ. τ.κ. αγ."),
    "cs": _words(
        "p. pí. dr. ing. mgr. mudr. judr. ul. nám. č. tel. tj. např. tzn. odst. str. čl. max. min. "
        "popř. příp. sv. cca."
    ),
    "sk": _words(
        "p. pí. dr. ing. mgr. mudr. judr. ul. nám. č. tel. tj. napr. tzn. ods. str. čl. max. min. "
        "príp. sv. cca."
    ),
    "hu": _words("dr. prof. ifj. id. özv. krt. tel. pl. ún. ill. kb. vö."),
    "hr": _words("g. gđa. dr. mr. prof. ing. ul. br. tel. npr. tj. čl. st. str. sv. cca. tzv."),
    "sr": _words(
        "г. гђа. др. мр. проф. инж. ул. бр. тел. нпр. тј. чл. ст. стр. св. тзв. g. gđa. dr. mr. "
        "prof. ing. ul. br. tel. npr. tj. čl. st. str. sv. tzv."
    ),
    "sl": _words("g. ga. dr. mag. prof. ing. ul. št. tel. npr. tj. čl. odst. str. sv. oz."),
    "bg": _words(
        "г-н. г-жа. д-р. проф. инж. ул. бул. ж.к. бл. вх. ет. ап. тел. напр. т.е. чл. ал."
    ),
    "sq": _words("z. znj. dr. prof. ing. rr. bul. nr. tel. p.sh. dmth."),
    "lt": _words("p. dr. prof. doc. pr. al. nr. tel. pvz. t. y. t.y. str."),
    "lv": _words("dr. prof. tel. nr. piem. t.i. lpp. plkst."),
    "et": _words("hr. pr. dr. prof. tn. pst. mnt. nr. tel. nt. lk."),
    "fi": _words("hra. rva. nti. tri. prof. ins. puh. nro. n:o. esim. ns. klo. v."),
    "sv": _words(
        "hr. dr. prof. ing. tel. nr. t.ex. t. ex. bl.a. d.v.s. fr.o.m. t.o.m. kl. ca. jfr."
    ),
    "da": _words("hr. fr. dr. prof. ing. tlf. nr. f.eks. bl.a. dvs. d.v.s. kl. ca. jf. stk."),
    "nb": _words("hr. fr. dr. prof. ing. tlf. nr. f.eks. bl.a. dvs. d.v.s. kl. ca. jf."),
    "ca": _words(
        "sr. sra. srta. dr. dra. prof. av. avda. ctra. núm. tel. ext. pàg. art. p. ex. p.ex. vol. "
        "sta. st. aprox. màx. mín. cia."
    ),
    "gl": _words(
        "sr. sra. dr. dra. prof. av. avda. núm. tel. ext. páx. art. p. ex. p.ex. vol. sto. sta. "
        "aprox. máx. mín. cía."
    ),
    "hy": _words("պրն. տկն. պրոֆ. փող. հեռ. օր. էջ."),
    "he": _words("פרופ. רח. ברח. טל. עמ. מס. שד. ת. ת.ד."),
    "af": _words("mnr. mev. dr. prof. tel. nr. bv. bl. art. str. st. d.w.s. o.a."),
}
"""No sentence ends with these."""

ALIKE: Final = {
    "tl": "fil",
    "ms": "id",
    "bs": "hr",
    "mk": "bg",
    "no": "nb",
    "nn": "nb",
    "hif": "hi",
    "bho": "hi",
    "mai": "hi",
}
"""Languages that abbreviate as another does."""

OPEN: Final = {
    "en": _words(
        "st. ave. blvd. rd. hwy. ln. ct. u.s. u.s.a. d.c. u.k. n.y. inc. ltd. co. corp. jr. sr. "
        "ph.d. m.d. d.d.s. r.n. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. "
        "mon. tue. tues. wed. thu. thurs. fri. sat. sun. min. max. hr. hrs. dept. gov't."
    ),
    "es": _words(
        "uu. ee.uu. e.u. s.a. etc. d.c. ene. feb. abr. jun. jul. ago. sep. sept. oct. nov. dic."
    ),
    "fr": _words(
        "etc. é.-u. inc. s.a. janv. févr. avr. juill. juil. sept. oct. nov. déc. lun. mar. jeu. "
        "ven. sam. dim."
    ),
    "pt": _words("etc. eua. s.a. jan. fev. abr. mai. jun. jul. ago. set. out. nov. dez."),
}
"""A sentence may end with these: it does where a word of STARTERS follows, or, in a language
without such words, where no number follows."""

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
