"""A translation is written in the letters of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from waypost.locales.registry import find_language
from waypost.model.finding import Code, Severity
from waypost.translation.quality.by_language import name_variants
from waypost.translation.quality.pair import Pair, PairCheck
from waypost.translation.quality.scripts import LATIN, count_letters, is_zawgyi, letters_of
from waypost.translation.quality.words import read_words

WRONG_SCRIPT = Code(
    "T024",
    "The letters are those of another script than the language's",
    Severity.WARNING,
    "The reader can't read it: it is another language, or the source with a few words changed. "
    "Names and programmes may keep their letters.",
    "Translate into the language of the folder, or move the text to its own.",
    'msgid "Pay now."\nmsgstr "Заплатите сейчас же."',
    'msgid "Pay now."\nmsgstr "Pague ahora."',
)

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?<![A-Za-z0-9_%+-])[A-Za-z0-9_%+-]+(?:[@./:]+[A-Za-z0-9_%+-]+)+")
_FEW = 12
"""So many letters of another script may be a name, a programme or a unit."""
# The most frequent characters that only one of the two forms of Chinese has.
_SIMPLE = frozenset(
    "国们会这为后个对说队时将尔于员来场发赛进过现与经议亚并罗开顿还维选内当区领该从关机联动没无间实报问欧称认总诺长马达参据两结击战统证鲜数让党处给门着莱业举体决电种"
    "视众导调应强计车几约组观伤终题兰头岁续运难伦节产况万带纳资复样点离获诉谈钟声奥学军华确萨么势显气变脱边风儿竞继苏严别单猪记论乐传务却历响师杀线胜话际随争尽担级细"
    "营试预亲创帮织绝袭专图护税见闻则听圣寻权独纪觉许贝购项飞剧协县备属杰极网鲁优团满紧罚败锁买压叙术检热补赢验写卫广怀断汤浓类练脚轻销东丰义亿厅张态毁汉疗责连险额冲"
    "审归录济灾爱积装规设请谋费转远须饰临乱仅双园岛换枪欢温监纽绩访评识质频书价办医吗围够宾弃弹构测状筑绪职荣负锋错韩顾习农凯厂坏妇宝干库径愤执扩扰挥标脑虑词语读踪较"
    "辩迈顶飓侧劲号坚尸届忧恶惊惩拥择栖献筹络讲货赖赞输阵馆驻麦乔养减凤凭占奖宁庄愿拨损摆条环碍编艰训询谢辑迹逊邓针镑镜阳阶韦鲍黄乌伞启坠夺异忆扫扬挡摄暂杂杆梦楼横泪"
    "涨潜灵稳胁药虽讨诸谁贡赋轮辆适释键闭陆静骑丽兴册刚劳卖卢宫庆废彻恋戏户拦挤斗桥泻滩狱玛盖码礼篮绿缓缩脸蓝誉误谴财贵贾轿辞迟遗邻链闹顺饶驱龄丧云伟励勋叶啸圆壮夸奋"
)
_FULL = frozenset(
    "國會們為這後個對時員說場發將於來過並現隊與賽進區禮計讓開動機議亞經無選數爾關當報擊聯領參戰諾頓歐統長門兩間韓從車況沒結導帶總羅頭專應認還問調變電黨卻決稱續運證達"
    "內獲華務據預維該資業舉處訴試協歲談難傷勢強蘭顯眾視邊鐘氣給萊親觀體點擔組風麼學實權爭確萬傳團種記兒勝寶殺繼聲蘇雲奧幾準級見設豬倫敗產終脫論軍輕辦離馬則熱優單壓夠"
    "極約罰贏錄義裝護隨飛師彈滿畫節聞聽裡訊話銷項題備劇嘗嚴廳東樂樣獨線聖覺費較須係別槍網連遠險儘圖採斷檢濃織號衛觸許請豐負責雙驗創妝擁標歷毀災築細絕練縣訪購億幫愛態"
    "條編臨術製討農釋際隻顧圍堅寫廠憤擇歡測湯營瑪稅紀績規買轉醫雖僅價園復慮棲濟狀療盧積納衝鎖頻類颶飾館驚鬆魯龍執墜尋屬張換搶書棄獎畢異監絡職薩藍襲語講質輸辯順勵嗎島"
    "懷漲競籌紅紐緊習腳莊藥補評詞賓趕蹤週遊針鳳審廣徵慘憂掃擋敘敵歸殘減範紛興訂訓輯鋒錯鍵鏡陣陽階靜額餘騎鬧乾亂傑傘傾償凱劃啟婦屍徹慣慶憶戲掙揮搖撥擺擾攔暫榮檔燒盃盡"
    "碼礙籃腦艱藉複誕誤誰謀識讀貝適邁陸雜響飯飽養饒鬥鮮齊佈佔側偵兇嚐夢奮娛庫徑懲損晉桿樓橋橫櫃洩淚溫滯灘猶獵獻籲純絲繳脅臥艷藝託詢詳謝譴讚財貢貨貴趨遜遲鄉銅鎊閉靈韋"
)


@lru_cache(256)
def _is_known(code: str) -> bool:
    return any(find_language(name) is not None for name in name_variants(code))


def find_script_fault(pair: Pair) -> Iterator[str]:
    """One message if most letters are of another script, or of the other form of Chinese."""
    target = read_words(pair.target, pair.syntax)
    if target is None or not _is_known(pair.language):
        return
    text = target.everything
    if pair.language == "my" and is_zawgyi(text):
        yield "the text is in Zawgyi, not in Unicode: most phones show it garbled"
        return
    own = letters_of(pair.language)
    if own is None:
        return
    is_latin = own.pattern == LATIN.pattern
    if is_latin and text.isascii():
        return
    if not is_latin:
        text = _ADDRESS.sub(" ", text)
    foreign = count_letters(text) - count_letters(text, _letters_only(own))
    if foreign > 3:
        source = read_words(pair.source, pair.syntax)
        names = set(_WORD.findall(source.everything)) if source is not None else set()
        # Names of places and streets keep their letters; a sentence left as it was doesn't.
        word = _WORD if is_latin else LATIN
        kept = word.sub(lambda found: "" if _is_name(found[0], names) else found[0], text)
        foreign = count_letters(kept) - count_letters(kept, _letters_only(own))
        ours = count_letters(text, own)
        few = 3 if is_latin else _FEW
        if foreign > max(few, ours):
            yield "the letters are those of another script than the language's"
            return
        if not ours and source is not None and text == source.everything and _is_sentence(text):
            yield "the text was left in the letters of the source"
            return
    if "zh" in name_variants(pair.language):
        form = find_other_form(text, pair.language)
        if form is not None:
            yield f"the characters are {form} ones"


@lru_cache(64)
def _letters_only(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Letters of the script without marks: what counts as a letter everywhere."""
    return re.compile(rf"(?:(?=[^\W\d_]){pattern.pattern[:-1]})+")


def _is_name(word: str, names: set[str]) -> bool:
    return word in names and word[:1].isupper()


def _is_sentence(text: str) -> bool:
    return len([word for word in _WORD.findall(text) if word[0].islower()]) > 2


def find_other_form(text: str, code: str) -> str | None:
    """Which form of Chinese `text` is in, where it isn't that of the language; else None."""
    letters = set(text)
    simple, full = len(letters & _SIMPLE), len(letters & _FULL)
    is_full = "zh-Hant" in name_variants(code)
    ours, theirs = (full, simple) if is_full else (simple, full)
    if theirs < 3 or theirs < 2 * ours:
        return None
    return "simplified" if is_full else "traditional"


CHECK = PairCheck(WRONG_SCRIPT, is_blocking=True, find=find_script_fault)
