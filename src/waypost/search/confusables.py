"""What writers of a second language, or of no schooling in their first, spell for one another.

A word and its misspelling share a skeleton. The pairs stand in the manifest as `from>to`, and the
client applies them as it is done here: to a folded word between `^` and `$`, in their order, each
wherever it occurs. A `^` stays: the client makes of it the sign that stands before skeletons. The
index holds skeletons of titles and keywords only, so they may be bold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Pairs = tuple[tuple[str, str], ...]

_DOUBLED = re.compile(r"(.)\1+")

# English as Spanish, Arabic, Chinese, Vietnamese and Tagalog speakers write it.
_ENGLISH = (
    "sch>sk tch>ch sh>S ch>C ght>t gh>g ^kn>^n ^wr>^r ^ps>^s ph>f wh>w qu>kw x>ks ck>k sc>s "
    "ce>se ci>si cy>sy c>k z>s tion>Sn sion>Sn v>b p>b f>b ade$>ed ate$>et able$>ible ans>ens "
    "ant$>ent ar$>er or$>er ee>i ea>i ei>i ie>i ay>e ai>e oo>u ou>u aw>o au>o ey>i e$> y>i "
    "e>i o>u j>g"
)
_SPANISH = (
    "ch>C h> qu>k gue>Ge gui>Gi ze>se zi>si ce>se ci>si sc>s xc>s z>s c>k x>s v>b w>b ll>y "
    "ge>je gi>ji G>g mb>nb mp>np y>i d$>"
)
_FRENCH = (
    "ph>f th>t qu>k eau>o au>o ai>e ei>e er$>e ez$>e es$>e oe>e ce>se ci>si cy>si ch>C sc>s "
    "c>k ge>je gi>ji z>s y>i h> s$> t$> d$> x$> e$> am>en an>en em>en rj>j rm>m rt>t rd>d "
    "rs>s rk>k"
)
_PORTUGUESE = (
    "ph>f qu>k lh>li nh>ni ch>x sh>x h> sc>s xc>s ce>se ci>si c>s z>s ge>je gi>ji ou>o ei>e "
    "y>i l$>u am$>ao w>v k>s"
)
_ITALIAN = "ch>K gh>g qu>ku h> ci>si ce>se sc>s K>k c>k z>s gli>li gn>ni v>b y>i"
_GERMAN = (
    "sch>S ph>f tz>z ts>z ck>k qu>kw chs>x ks>x th>t dt>t d>t b>p g>k v>f w>f ie>i ih>i ah>a "
    "eh>e oh>o uh>u aeu>oi ae>e oe>o ue>u eu>oi ei>ai y>i c>k z>s"
)
_POLISH = "rz>z ch>h sz>s cz>c dz>z ci>c si>s zi>z ni>n z>s o>u v>w x>ks q>k"
_CREOLE = (
    "tch>C ch>C sh>C qu>k q>k c>k x>z ph>f ou>u oo>u oy>wa oi>wa en>e an>e in>e on>o ye>i "
    "ie>i y>i rj>j rm>m rt>t rd>d rs>s rk>k r>w h> e$> s>z"
)
_VIETNAMESE = "ngh>ng gh>g gi>d r>d tr>ch x>s k>c q>c ph>f y>i"
_SOMALI = "dh>d kh>q q>k x>h c> sh>s j>d y>i w> o>u e>i"
_SWAHILI = "dh>z th>s sh>s ch>c gh>g ng>n r>l h> y>i v>f p>b j>z"
_FILIPINO = (
    "ng>n mg>n ts>C ch>C sy>s sh>s ly>li ny>n ni>n dy>j c>k qu>k q>k f>p v>b z>s h>j x>ks o>u "
    "e>i y>i"
)
_TURKISH = "g> q>k w>v x>ks j>c d$>t b$>p c>k"
_ARABIC = (
    "^ال>^ ^al>^ ظ>ض ص>س ث>س ط>ت ذ>ز ق>ك غ>خ ه$> kh>5 gh>5 sh>4 ch>4 th>s dh>z ph>f p>b v>f q>k "
    "c>k g>j 7>h 3> 2> 9>s 6>t a> e> i> o> u> y> w>"
)
_PERSIAN = (
    "ث>س ص>س ذ>ز ض>ز ظ>ز ط>ت ح>ه غ>ق ع>ا kh>5 gh>q sh>4 ch>4 zh>j ph>f v> q>k c>k a> e> i> o> "
    "u> y> w>"
)
_URDU = (
    "ث>س ص>س ذ>ز ض>ز ظ>ز ط>ت ح>ه ق>ك ع>ا ں>ن ڑ>ر ٹ>ت ڈ>د ے>ي kh>k gh>g sh>4 ch>4 zh>z ph>f "
    "bh>b dh>d th>t v> q>k c>k a> e> i> o> u> y> w>"
)
_HEBREW = (
    "ט>ת ק>כ ח>כ ע>א ה$>א ס>ש צ>ש ו> י> kh>h ch>h sh>s tz>s ts>s z>s ph>f f>p v>b q>k c>k a> "
    "e> i> o> u> y> w>"
)
_DEVANAGARI = (
    "क्ष>छ श>स ष>स ण>न ञ>न ङ>न व>ब य>ज ि>ी ु>ू े>ै ो>ौ ं> ऋ>री ृ>्री आ>अ ा> sh>s ch>c kh>k "
    "gh>g bh>b dh>d th>t ph>f jh>j z>j v>b q>k n> a> e> i> o> u> y> w>"
)
_BENGALI = (
    "শ>স ষ>স ণ>ন য>জ ড>র ঢ>র ি>ী ু>ূ ঁ> ঃ> ৎ>ত ঙ>ং sh>s ch>c kh>k gh>g bh>b dh>d th>t ph>f "
    "jh>j z>j v>b a> e> i> o> u> y> w>"
)
_PUNJABI = "ੰ> ਂ> ੱ> ਿ>ੀ ੁ>ੂ ਣ>ਨ sh>s ch>c kh>k gh>g bh>b dh>d th>t ph>f v>b z>j n> a> e> i> o> u> y> w>"
_CYRILLIC = (
    "ь> ъ> тся$>ца стн>сн здн>зн щ>ш сч>ш зч>ш жи>жы ши>шы і>и є>е о>а е>и я>и э>и ы>и ю>у "
    "д>т з>с в>ф б>п г>к ж>ш shch>S sch>S sh>S kh>h ch>C ts>c tz>c zh>j iy>i yi>i ye>e yo>e "
    "yu>u ju>u iu>u ya>a ja>a ia>a y>i x>h w>v e>i"
)
_GREEK = (
    "ει>ι οι>ι υι>ι ου>Y αυ>αφ ευ>εφ η>ι υ>ι αι>ε ω>ο gk>g gg>g mp>b nt>d ph>f ch>h x>h th>8 "
    "w>o ei>i oi>i ai>e ou>u y>i"
)
_AMHARIC = "sh>s ch>c ts>s tz>s ph>f q>k x>s gn>n ny>n a> e> i> o> u> y> w>"
_PINYIN = "zh>z ch>c sh>s ng>n v>u l>n h>f"
_KANA = "chi>ti tsu>tu shi>si ji>zi fu>hu ch>ty sh>sy ou>o"
_KOREAN = "eo>o eu>o u>o ae>e oe>e wi>i oi>i ch>j c>j g>k d>t b>p r>l sh>s"
_THAI = "่> ้> ๊> ๋> ็> ์> ศ>ส ษ>ส ซ>ส ณ>น ญ>ย ฎ>ด ฏ>ต ฐ>ถ ฑ>ท ฒ>ท ธ>ท ฆ>ค ฬ>ล ร>ล ใ>ไ ผ>พ ภ>พ"
_OTHER = "ph>f sh>s ch>c ck>k qu>k q>k c>k x>ks y>i v>b p>b z>s w>u j>i h>"

_TABLE = {
    "en": _ENGLISH, "es": _SPANISH, "ca": _SPANISH, "gl": _SPANISH, "fr": _FRENCH,
    "pt": _PORTUGUESE, "it": _ITALIAN, "de": _GERMAN, "nl": _GERMAN, "pl": _POLISH,
    "ht": _CREOLE, "vi": _VIETNAMESE, "so": _SOMALI, "om": _SOMALI, "sw": _SWAHILI,
    "rw": _SWAHILI, "rn": _SWAHILI, "ln": _SWAHILI, "fil": _FILIPINO, "tl": _FILIPINO,
    "ilo": _FILIPINO, "ceb": _FILIPINO, "tr": _TURKISH, "az": _TURKISH, "ar": _ARABIC,
    "arz": _ARABIC, "ary": _ARABIC, "acm": _ARABIC, "apc": _ARABIC, "aeb": _ARABIC,
    "fa": _PERSIAN, "prs": _PERSIAN, "ps": _PERSIAN, "haz": _PERSIAN, "ckb": _PERSIAN,
    "ur": _URDU, "pnb": _URDU, "sd": _URDU, "he": _HEBREW, "yi": _HEBREW, "hi": _DEVANAGARI,
    "ne": _DEVANAGARI, "mr": _DEVANAGARI, "bn": _BENGALI, "as": _BENGALI, "pa": _PUNJABI,
    "ru": _CYRILLIC, "uk": _CYRILLIC, "be": _CYRILLIC, "bg": _CYRILLIC, "mk": _CYRILLIC,
    "sr": _CYRILLIC, "kk": _CYRILLIC, "ky": _CYRILLIC, "mn": _CYRILLIC, "tg": _CYRILLIC,
    "el": _GREEK, "am": _AMHARIC, "ti": _AMHARIC, "zh": _PINYIN, "ja": _KANA, "ko": _KOREAN,
    "th": _THAI, "lo": "", "km": "", "my": "", "yue": "",
}  # fmt: skip


def parse_pairs(text: str) -> Pairs:
    """The pairs of a line: `from>to`, parted by spaces; `to` may be empty."""
    parts = (part.partition(">") for part in text.split())
    return tuple((before, after) for before, _, after in parts)


def find_pairs(language: str) -> Pairs:
    """The pairs of a language by its primary subtag; else those of Latin letters."""
    return parse_pairs(_TABLE.get(language, _OTHER))


def skeletonise(key: str, pairs: Sequence[tuple[str, str]]) -> str:
    """What is left of a folded word when letters that are confused are one; "" for too little.

    Letters doubled are one. A number has none: one wrong digit makes it another.
    """
    (left,) = skeletonise_each([key], pairs)
    return left


def skeletonise_each(keys: Sequence[str], pairs: Sequence[tuple[str, str]]) -> list[str]:
    """The same of many words, which hold no line breaks."""
    # All are one text: what is replaced never reaches from one line into the next.
    text = "".join([f"^{key}$\n" for key in keys])
    for before, after in pairs:
        text = text.replace(before, after)
    text = _DOUBLED.sub(r"\1", text.replace("^", "").replace("$", ""))
    return [
        left if len(left) > 1 and not key.isdigit() else ""
        for key, left in zip(keys, text.split("\n")[:-1], strict=True)
    ]
