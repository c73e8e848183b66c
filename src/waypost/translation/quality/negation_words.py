"""How languages say no: words and parts of words that turn a sentence into its opposite.

Words stand alone; parts (`…` written as a plain fragment) are found within a word. Wide on
purpose: a word that only sometimes says no (few, refuse, instead of) belongs in the list of a
translation, since to cry wolf is worse than to miss one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from waypost.translation.quality.by_language import is_unspaced, name_variants
from waypost.translation.quality.words import fold

# In a source: what certainly says no. Ways to say at most, at least, whether are taken out first.
_STRONG = {
    "en": (
        "not never no cannot without nobody nothing none neither nor nowhere",
        "n't",
        r"\b(?:no|not) (?:later|earlier|sooner|more|less|fewer|longer|matter|doubt|only|just|least|"
        r"necessarily|one of|wonder|unlike|uncommon|to mention)\b|\bwhether or not\b|\bor not\b|"
        r"\bif not\b|\bwhy not\b|\bno\.? ?\d|\bnone other\b|\bno-?one\b|\bnothing but\b|"
        r"\bwithout (?:a )?doubt\b|\bcan'?t help\b|\bno,|\bor no\b|\byes or no\b|\bnot until\b|"
        r"\bno problem\b|\b(?:isn't|aren't|don't|doesn't|didn't|wasn't|won't|can't) (?:it|you|they|"
        r"we|he|she)\?|\bis no longer\b",
    ),
    "es": (
        "no nunca jamás ningún ninguna ninguno sin nadie nada ni tampoco",
        "",
        r"\bno,|\bno solo\b",
    ),
    "pt": ("não nunca jamais nenhum nenhuma sem ninguém nada nem", "", r"\bnao so\b"),
    "fr": ("ne pas jamais aucun aucune sans personne rien ni", "n'", r"\bne .{1,20} que\b"),
}
_WEAK = {
    "en": (
        "not never no cannot without nobody nothing none neither nor nowhere unable unless except "
        "only refuse refused lack lacks fail fails deny denied instead hardly barely free exempt",
        "n't in-eligible ineligible invalid impossible illegal unlawful",
    ),
    "es": (
        "no nunca jamás ningún ninguna ninguno ningunos ningunas sin nadie nada ni tampoco salvo "
        "excepto menos apenas carece carecen falta faltan ausencia incapaz incapaces evite evitar "
        "prohibido prohibida gratis gratuito gratuita exento exenta solo sólo negativa dejó deje",
        "inelegib imposib inválid ilegal invalid insuficien despreoc desconoc inconform rechaz "
        "impid impos prohíb prohib evit descart deneg neg desestim inval incump desempl indefin "
        "ilimit indocument descono insegur inex injust inmov irreg impe",
    ),
    "pt": (
        "não nunca jamais nenhum nenhuma sem ninguém nada nem tampouco salvo exceto menos apenas "
        "falta faltam incapaz proibido grátis isento só somente deixar deixou",
        "inelegí impossí inváli ilegal insufici rejeit imped proib evit recus neg desconhec descart "
        "desempreg ilimit injust irreg inex",
    ),
    "gl": ("non nunca ningún ningunha sen ninguén nada nin tampouco agás só", "impos ileg"),
    "ca": ("no mai cap sense ningú res ni tampoc excepte només", "impos il·leg"),
    "fr": (
        "ne n pas jamais aucun aucune sans personne rien ni non sauf hormis faute manque manquent "
        "interdit interdite gratuit gratuite seul seulement guère nul nulle hors",
        "n' inéligib impossib invalid illég insuffis refus empêch interdi évit inconn incapab "
        "dépourv irré inex mécontent déni",
    ),
    "ht": ("pa p pap poko pat pou_pa san okenn non ni anyen jamè janm pèsonn entèdi gratis sèlman refize sof", "p'"),
    "it": ("non no mai nessun nessuno nessuna senza niente nulla né neanche nemmeno salvo tranne solo", "imposs illeg inval rifiut evit n'"),
    "ro": ("nu n fără nici niciun nicio niciodată nimeni nimic decât doar", "nu- n- imposib ileg inval"),
    "de": (
        "nicht kein keine keinen keinem keiner keines ohne nie niemals niemand niemanden nichts weder noch "
        "nur statt außer kaum nein kostenlos mangels nirgends keinerlei ungültig anstatt",
        "keines un nicht los verweiger verhinder verbot verbiet fehl ablehn vermeid miss",
    ),
    "nl": ("niet geen geenszins zonder nooit niemand niets noch nergens alleen behalve gratis nee", "on loos weiger"),
    "sv": ("inte ej icke ingen inget inga utan aldrig varken ingenting endast bara gratis", "o"),
    "da": ("ikke ej ingen intet uden aldrig hverken ingenting kun gratis", "u"),
    "nb": ("ikke ei ingen intet uten aldri verken ingenting bare kun gratis", "u"),
    "fi": (
        "ei en et emme ette eivät eikä enkä etkä ilman älä älkää eihän eiväthän ellei elleivät ettei "
        "etteivät vain mitään kukaan koskaan tuskin muttei muttemme vailla vaan jottei joskaan kieltä",
        "maton mätön matta mättä ttoma ttömä mattom mättöm eikä epä kieltä kielsi estä ettei eivät",
    ),
    "et": ("ei pole mitte ilma ära ärge ainult keegi", "mata tu"),
    "pl": (
        "nie bez nigdy nikt nikogo nic niczego ani żaden żadna żadne żadnych żadnego żadnej nikomu tylko brak "
        "braku oprócz poza zamiast niż niczym nigdzie wbrew darmo",
        "nie bez brak odmó odmaw",
    ),
    "cs": ("ne bez nikdy nikdo nic ani žádný žádná žádné žádných jen kromě", "ne ni bez žádn"),
    "sk": ("nie bez nikdy nikto nič ani žiadny žiadna žiadne len okrem", "ne ni bez žiadn"),
    "hu": ("nem ne sem se nincs nincsenek nélkül soha senki semmi csak", "nem tlan tlen talan telen"),
    "sq": ("nuk s'  mos pa asnjë askush kurrë jo as vetëm", "s' pa"),
    "hr": ("ne nije nisu bez nikad nikada nitko niko ništa ni niti nema nemate nemaju samo osim", "ne ni bez"),
    "sl": ("ne ni niso brez nikoli nihče nič niti nima samo razen", "ne ni brez"),
    "tr": (
        "değil değildir yok yoktur hiç hiçbir hayır asla ne olmadan olmaksızın sadece hariç dışında yerine "
        "ücretsiz",
        "değil yok ma me mı mi mu mü sız siz suz süz meden madan maz mez",
    ),
    "az": ("deyil yox heç yalnız", "ma mə mır mir sız siz suz süz maz məz"),
    "uz": ("emas yo'q hech faqat", "ma siz mas may"),
    "vi": (
        "không chẳng chưa đừng chớ không_ai vô miễn phi bất ngoại thiếu từ_chối trừ cấm mà ngoài thất "
        "mất tránh chỉ khỏi",
        "",
    ),
    "id": ("tidak bukan tak tanpa belum jangan tiada tidaklah bukanlah hanya kecuali gratis", "tidak bukan"),
    "ms": ("tidak bukan tak tanpa belum jangan tiada hanya kecuali", "tidak bukan"),
    "fil": (
        "hindi huwag wala walang di ni maliban bawal libre hinding hindi_rin di- imposible wag wala't "
        "walanghintong lamang lang kahit bukod",
        "hindi huwag wala di- imposib maliban tangg kulang",
    ),
    "ilo": ("saan haan awan di saanen malaksid", "saan awan"),
    "ceb": ("dili wala ayaw walay gawas", "dili wala"),
    "so": (
        "ma aan aanu aanay aanan la'aan lahayn maaha maya aanaan aanad uusan aysan inaan inaanu inaanay midna cidna "
        "waxba weligeed weli mana aanee haddaan ha kuma kama uma iska_la'aan iyadoo_aan sideedaba ahayn karo_ma kaliya kaliyah "
        "keliya marnaba marna la'aanta lama aanse maanta_ma diid qofna muusan maysan aaney yaysan yuusan "
        "yaanay maan may maad waaye",
        "aan la'aa lahayn ma usan ysan waay diid 'aan reeb xayir mana kuma kama midna aysan uusan anan",
    ),
    "om": ("hin miti malee alatti dhabuu hin- mitii", "hin dhab"),
    "sw": (
        "si sio siyo hakuna hapana bila kamwe isipokuwa wala hata la hamna sijui hawana hana haina hauna "
        "hayana sivyo pasipo badala tu mbali kutokuwa bure",
        "ha si kuto sio siye siyo hu asi wasi isi usi kosa katai kata zui lazi",
    ),
    "ha": ("ba babu bai bata basu kada ban", "ba"),
    "yo": ("kò kì kò_sí má láìsí", ""),
    "hmn": ("tsis txhob yuav_tsis tsuas", ""),
    "ru": (
        "не ни нет без никогда никто никого никому ничего ничто никакой никаких никакого никакие нельзя "
        "только кроме вне отказ вместо нигде отсутствие отсутствии бесплатно",
        "не бес без ни отказ отсут избеж запре отриц",
    ),
    "uk": (
        "не ні ані немає без ніколи ніхто нікого нікому нічого ніщо жодний жодного жодна жодних жодної жоден жодному "
        "жодної лише тільки крім окрім поза замість нема відмов",
        "не без ні жод відмо відсут уник забор запереч",
    ),
    "be": ("не ні няма без ніколі ніхто нічога толькі акрамя", "не ня без ні"),
    "bg": ("не без никога никой нищо няма нито никаква никакви нима само освен", "не без ни бе няма"),
    "sr": ("не није нису без никад нико ништа ни нити нема немате само осим", "не ни без"),
    "mk": ("не без никогаш никој ништо нема ниту само освен", "не без ни"),
    "mn": ("гүй биш үгүй битгий", "гүй биш"),
    "kk": ("емес жоқ ешқандай тек", "ма ме ба бе па пе сыз сіз"),
    "ky": ("эмес жок эч", "ба бе бо бө па пе сыз сиз суз"),
    "tg": ("не нест на бе ҳеҷ", "на не бе"),
    "el": ("δεν μη μην όχι χωρίς ποτέ κανείς κανένας καμία τίποτα ούτε μόνο δίχως", "δεν μη αν"),
    "ar": (
        "",
        "لا لم لن ليس ليست غير دون بدون ما عدم بلا سوى إلا إل ممنوع رفض يرفض مجان نفي فقط انعدام منع تجنب "
        "يستحيل مستحيل",
    ),
    "fa": ("نه بی بدون هیچ هرگز مگر جز بجز غیر عدم فاقد فقط رایگان خیر نیز_نه نا",
           "ن بدون هیچ هرگز غیر عدم بی نا رد"),
    "ur": ("", "نہیں نہ بغیر کوئی_نہیں بلا غیر مت صرف سوائے بجائے انکار نا"),
    "ps": ("", "نه نشته پرته بې مه ني هیڅ یوازې نۀ"),
    "ku": ("ne na ne- bê tu qet nîne nabe nikare", "na ne bê"),
    "ku-Arab": ("", "نا نە بێ نی مە هیچ"),
    "he": ("", "לא אין אינ ללא בלי אל מעולם בלתי אף איש שום מבלי אסור רק חוץ ולא חסר נעדר סיר מנע אי-"),
    "yi": ("", "ניט נישט קיין אָן נאר"),
    "hi": ("", "नहीं न ना मत बिना बगैर बग़ैर कोई_नहीं कभी_नहीं अन गैर ग़ैर इनकार इंकार सिवाय अलावा रहित केवल वंचित मना अ"),
    "ne": ("", "न ैन दैन छैन बिना बाहेक ेन ोइन दिन मात्र अ"),
    "mr": ("", "नाही न नका शिवाय विना नये नसे"),
    "bn": ("", "না নেই নয় নয় নি বিনা ছাড়া ছাড়া ব্যতীত কোনো কোন অ শুধু ব্যর্থ বাদে নিষ নাই ন"),
    "as": ("", "না নাই নহ নো বিনা অবিহনে ন"),
    "pa": ("", "ਨਹੀਂ ਨਾ ਬਿਨਾਂ ਬਿਨ੍ਹਾਂ ਕੋਈ_ਨਹੀਂ ਬਗੈਰ ਬਗ਼ੈਰ ਗੈਰ ਗ਼ੈਰ ਨਾਂ ਇਨਕਾਰ ਮਨ੍ਹਾ ਸਿਵਾਏ ਬਿਨ ਅਣ ਸਿਰਫ ਕਦੇ ਨ"),
    "gu": ("", "નહીં નહિ ન ના વગર વિના સિવાય"),
    "ta": ("", "இல்ல அல்ல ாத ாம முடியா கூடா வேண்டா ாது"),
    "te": ("", "లేదు కాదు లేకుండా వద్దు లేని కాని లేరు లేక రాదు"),
    "am": ("", "አይ አል አት ሳይ የለ ሳት ሌለ እንዳይ አን ያል ያለ ምንም ውጭ በስተቀር ብቻ እምቢ አያ ስላል ካል ባይ ለማይ የማ ማይ ከማ ባል ሊ ነፃ ሳ ላል ሌሉ"),
    "ti": ("", "ኣይ ዘይ ብዘይ የለ እንተዘይ ከይ"),
    "ko": ("", "않 못 없 아니 안 말 불 무 미 비 모르 금지 거부 외에 제외 대신 거절"),
    "ja": ("", "ない なく なけ なかっ ず ぬ ません 無 不 非 未 なし まい だけ のみ 禁 以外 否 ん 拒 避 欠"),
    "zh": ("", "不 没 沒 无 無 未 非 勿 别 別 否 免 毫 莫 缺 除 仅 只 拒 禁 避 失 难 難 绝 絕"),
    "th": ("", "ไม่ มิ ไร้ ห้าม ยกเว้น ปราศจาก อย่า หา ยัง เว้น เปล่า ขาด ปฏิเสธ ไม"),
    "lo": ("", "ບໍ່ ບໍ ຢ່າ ປາດສະຈາກ ຍົກເວັ້ນ ຫ້າມ ບໍ່ມີ"),
    "km": ("", "មិន គ្មាន ឥត ពុំ កុំ អត់ ដោយឥត មិនមែន ទេ លើកលែង ហាម បដិសេធ គ្មា"),
    "my": ("", "မ ဘဲ မဟုတ် မရှိ မပါ ငြင်း ကန့် အခမဲ့ မှလွဲ"),
    "hy": ("", "չ ոչ առանց մի բացի ան միայն"),
    "ka": ("", "არ ვერ გარეშე ნუ უ მხოლოდ"),
    "bo": ("", "མ་ མི་ མེད མིན"),
    "eu": ("ez gabe inoiz inork ezer", "ez"),
    "cy": ("ni nid dim heb na nac nad peidiwch", "an"),
    "sm": ("le leai aua", "lē"),
}  # fmt: skip


@lru_cache(128)
def find_strong(code: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What says no in a source of this language, and what only looks like it; None if unknown."""
    for name in name_variants(code):
        if name in _STRONG:
            words, parts, idioms = _STRONG[name]
            return _compile(words, parts, is_spaced=True), re.compile(idioms)
    return None


@lru_cache(256)
def find_weak(code: str) -> re.Pattern[str] | None:
    """What may say no in a translation into this language; None if unknown."""
    for name in name_variants(code):
        if name in _WEAK:
            words, parts = _WEAK[name]
            return _compile(words, parts, is_spaced=not is_unspaced(code))
    return None


def _compile(words: str, parts: str, *, is_spaced: bool) -> re.Pattern[str]:
    alone = "|".join(re.escape(fold(word.replace("_", " "))) for word in words.split())
    within = "|".join(re.escape(fold(part.replace("_", " "))) for part in parts.split())
    choices = [within] if within else []
    if alone:
        choices.append(rf"(?<![^\W_])(?:{alone})(?![^\W_])" if is_spaced else alone)
    return re.compile("|".join(choices))
