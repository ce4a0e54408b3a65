"""A17–A21: what copying, scanning and converting made of characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.leftovers.masks import ANYWHERE
from speeches.checks.scope import HAN, Scope

_LOST_QUOTES = re.compile(
    rf"(?<=[{HAN[1:-1]}，。；：、）》”])[?？](?P<inner>{HAN}{{2,12}}+)[?？](?=[{HAN[1:-1]}，。；、,;:])"
)
_ASKS = re.compile("[吗呢么怎哪谁何否几]|多少|是不是|能不能|^[一二三四五六七八九十][是要看问查]")
_CLAUSE = 40  # characters before a mark that tell whether it asks
_LOST_POINT = re.compile(
    r"(?<![\d.])\d{1,4}[ 　]\d{1,2}(?=[万亿]|[%％]|个百分点)|\d[%％](?=\d{1,3}(?:\.\d{1,2})?[%％])"
)
_TRADITIONAL: Mapping[int, int] = MappingProxyType(
    str.maketrans(
        "總結會議開學國黨員動發實際現業進過個們來時產從務長報導績濟經營隊設質級層領領導強調險環節體製義運輸鎮鄉縣區廳處室門單戰標準規劃劃創優勢點難題選擇聯繫織組織統籌圍繞樹觀認識責擔當勞資項目貫徹決執幹與為於後裡這樣沒關係應該對們讓說話讀書寫論壇術師辦專職權機構範圍團結電網絡數據信號線農村漁業財稅銀貸務億萬兩雙獎懲紀錄律監督審計檢查驗証證據評價",
        "总结会议开学国党员动发实际现业进过个们来时产从务长报导绩济经营队设质级层领领导强调险环节体制义运输镇乡县区厅处室门单战标准规划划创优势点难题选择联系织组织统筹围绕树观认识责担当劳资项目贯彻决执干与为于后里这样没关系应该对们让说话读书写论坛术师办专职权机构范围团结电网络数据信号线农村渔业财税银贷务亿万两双奖惩纪录律监督审计检查验证证据评价",
    )
)
_OLD = "".join(chr(code) for code, new in _TRADITIONAL.items() if code != new)
_SYLLABLE = "[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,4}"
_NOISY = re.compile(rf"[{_OLD}]++(?:[（(]{_SYLLABLE}[)）])?|(?<={HAN})\({_SYLLABLE}\)")
_UNREADABLE = re.compile(
    "[\ue000-\uf8ff\ufffd\x01-\x08\x0e-\x1f\x7f-\x9f叧収亊癿叐仸兲刜劢辪]{1,20}"
)
_GARBLED = re.compile("锟斤拷|烫烫烫|屯屯屯")
_BULLETS = re.compile("[\uf000-\uf0ff]")  # of symbol fonts: A23
_DIGIT = MappingProxyType(str.maketrans("0123456789", "〇一二三四五六七八九"))
_ONE = re.compile(
    r"[1-9进统第万唯另这](?<![\d.].)(?:"
    "(?<=进)(?<!前进)1步|(?<=统)(?<![系总传]统)1(?=思想|部署|领导|规划|标准|战线|战|认识|行动)"
    r"|(?<=第)1(?=时间|责任人|书记|要务|位的位置)|(?<=[1-9])分之[1-9](?!\d)|(?<=万)无1失"
    "|(?<=唯)1(?=的|标准)|(?<=[另这])1方面"
    "|(?<=1)(?<!第1)(?:定(?=[要能程会])|系列|体化|如既往|以贯之|把手(?![电锯枪套])|手抓|盘棋|张网(?!格)|带1路|抓到底|大批|分为二"
    "|股劲|条心|心1意|切(?=工作|从|为了)|律(?=不|按|要)|致(?=性|好评|认为|同意)|(?<=团结1)致|(?<=协调1)致|(?<=高度1)致|(?<=步调1)致|贯(?=[的坚要])"
    "|线(?=教师|职工|干部|人员)))"
)


def _quotes(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_LOST_QUOTES, needs="?？"):
        clause = re.split(
            "[，。；：、！]", scope.texts[seen.block][max(seen.start - _CLAUSE, 0) : seen.start]
        )[-1]
        inner = seen.match["inner"]
        if not (_ASKS.search(clause) or _ASKS.search(inner)):
            message = "这里的问号可能是丢失的引号，请核对。"
            yield Hit(seen.block, seen.start, seen.end, message, f"“{inner}”")


def _point(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_LOST_POINT, needs="%％亿万点"):
        is_blank = " " in seen.match[0] or "\u3000" in seen.match[0]
        message = "两个数字之间可能丢了{}，请核对。".format("小数点" if is_blank else "顿号")
        yield Hit(seen.block, seen.start, seen.end, message)


def _noisy(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_NOISY, where=ANYWHERE, raw=True):
        plain = re.sub(rf"[（(]{_SYLLABLE}[)）]", "", seen.match[0]).translate(_TRADITIONAL)
        what = "这里是繁体字" if plain else "这里夹着拼音"
        mend = f"请用规范的简化字“{plain}”" if plain else "删去"
        yield Hit(seen.block, seen.start, seen.end, f"{what}，{mend}。", plain)


def _unreadable(scope: Scope) -> Iterator[Hit]:
    message = "这里是乱码或识别错的字，请对照原稿改正。"
    garbled = scope.search(_GARBLED, needs=("锟斤拷", "烫烫烫", "屯屯屯"), where=ANYWHERE)
    for seen in (*scope.search(_UNREADABLE, where=ANYWHERE, raw=True), *garbled):
        if seen.start or not _BULLETS.match(seen.match[0]):
            yield Hit(seen.block, seen.start, seen.end, message)


def _ones(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_ONE, needs=("1", "分之")):
        right = seen.match[0].translate(_DIGIT)
        message = f"这里的数字要用汉字，写成“{right}”。"
        yield Hit(seen.block, seen.start, seen.end, message, right)


RULES = (
    Rule(
        id="A17",
        family=Family.LEFTOVERS,
        title="引号变成了问号",
        level=Level.WARNING,
        source="前后一致：句中成对的问号",
        why="文件换编码时，引号会变成问号。",
        bad=(
            "要落实⟦?双减?→“双减”⟧政策。",
            "开展⟦？规范行为？→“规范行为”⟧主题活动。",
            "用好⟦?一张蓝图?→“一张蓝图”⟧，绘到底。",
        ),
        good=(
            "为什么？因为任务重？我们要想一想。",
            "谁来干？怎么干？我们要回答好。",
            "要落实“双减”政策，好不好？大家都说好。",
        ),
        find=_quotes,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="A18",
        family=Family.LEFTOVERS,
        title="小数点或顿号可能丢了",
        level=Level.WARNING,
        source="前后一致：数字之间有空格或没有停顿",
        why="复制时丢了小数点，数字就大了十倍百倍。",
        bad=(
            "完成投资⟦13 87⟧亿元。",
            "两项指标分别增长⟦8%⟧7.5%。",
            "合格率提高了⟦2 5⟧个百分点。",
        ),
        good=(
            "完成投资13.87亿元。",
            "两项指标分别增长8%、7.5%。",
            "总额62 400万元，编号13 87号。",
        ),
        find=_point,
    ),
    Rule(
        id="A19",
        family=Family.LEFTOVERS,
        title="繁体字或夹着拼音",
        level=Level.WARNING,
        source="《通用规范汉字表》（2013）",
        why="网站会把个别字换成繁体、插上拼音来防抄。",
        bad=(
            "下面作工作⟦總結(jié)→总结⟧。",
            "大家要⟦認→认⟧真落实。",
            "全面部署⟦(shǔ)→⟧下半年任务。",
        ),
        good=(
            "下面作工作总结。",
            "大家要认真落实著名专家的意见（见附件）。",
            "全面部署（shu）下半年任务，乾坤未定。",
        ),
        find=_noisy,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="A20",
        family=Family.LEFTOVERS,
        title="乱码和识别错的字",
        level=Level.WARNING,
        source="《通用规范汉字表》（2013）",
        why="扫描识别和转换格式时认错的字，别人读不懂。",
        bad=(
            "下面⟦叧収⟧上半年工作。",
            "完成投资⟦\ufffd⟧亿元。",
            "抓好安全⟦\ue123⟧生产。",
        ),
        good=(
            "下面回顾上半年工作。",
            "彳亍不前的状况要改变。",
            "完成投资5亿元，不要烫伤。",
        ),
        find=_unreadable,
    ),
    Rule(
        id="A21",
        family=Family.LEFTOVERS,
        title="“一”写成了“1”",
        level=Level.ERROR,
        source="GB/T 15835—2011，4.2.3：固定词语里的数字用汉字",
        why="词语里的“一”不是数字，批量替换时容易改错。",
        bad=(
            "要⟦进1步→进一步⟧⟦统1→统一⟧思想。",
            "已经有⟦3分之1→三分之一⟧的学校达标。",
            "⟦1把手→一把手⟧要⟦1如既往→一如既往⟧抓落实。",
        ),
        good=(
            "前进1步、后退2步，统共1个。",
            "得分之1是基础分，占13分之1以下。",
            "第1期培训班定于11月开班，要进一步统一思想。",
        ),
        find=_ones,
        remedy=Remedy.SUGGESTED,
    ),
)
