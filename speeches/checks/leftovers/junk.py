"""A7–A8, A12: lines that sites put into copied texts.

A line is junk only as a whole, short, without the full stop of a sentence. Every quantifier is
bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.scope import Place, Scope

_LONGEST = 60
_DECORATION = " \u3000\t•·●◆■□▪►▶>»*|｜【】[]（）()…。.!！→←↓-—"
_OFFER = re.compile("[•●◆■○★·-][ 　]?[^，。；：:]{2,12}[：:][^，。；]{1,12}")
_OF_PAGES = r"第[ 　]?\d{1,3}[ 　]?页(?:[ 　，]?[共/][ 　]?\d{1,3}[ 　]?页)?"
_PAGE = re.compile(rf"[-—–－][ 　]?\d{{1,3}}[ 　]?[-—–－]|{_OF_PAGES}")
_VIEW = "(?:查看|阅读|浏览|观看|可见|下载|显示|解锁)"
_ACT = "(?:登录|登陆|注册|付费|支付|购买|充值|扫码|关注[^，。；]{0,8}|回复|开通[^，。；]{0,6}|订阅)"
_MEMBER = "(?:会员|VIP|vip|注册用户|付费用户|普通用户|游客|网站代理用户|网站代理)"
_WHOLE = "(?:全文|原文|完整版|完整内容|全部内容|剩余[^，。；]{0,6}|余下[^，。；]{0,6})"
_COIN = r"\d{1,5}(?:\.\d{1,2})?[ 　]?个?(?:积分|金币|书币|下载券|阅读券|学币|点券)"
_PAYWALL = re.compile(
    "|".join(
        (
            "(?:此处为?)?(?:隐藏|付费|加密|会员)(?:内容|部分|文章)",
            (
                "(?:此处|以下|本文|该|此|剩余|后面|以上)?(?:部分)?(?:内容|正文|全文|文档|资源|附件)"
                "[^，。；]{0,6}(?:需要?|须|请|仅限?|限)[^，。；]{0,10}"
                f"(?:权限|积分|{_MEMBER}|{_ACT})[^。；]{{0,24}}"
            ),
            f"{_MEMBER}[^，。；]{{0,6}}[：:][ 　]?(?:{_COIN}|\\d{{1,5}}元|免费[^，。；]{{0,6}})",
            f"{_MEMBER}[^，。；]{{0,4}}(?:免费|专享|可)?{_VIEW}[^，。；]{{0,6}}",
            f"(?:请|您?需要?)?先?{_ACT}(?:后|即可|以后)[^，。；]{{0,4}}{_VIEW}[^。；]{{0,10}}",
            f"(?:点击|立即|马上)?(?:{_VIEW}|购买|展开){_WHOLE}[^，。；]{{0,10}}",
            f".{{0,8}}(?:没有|无权|无法|不能){_VIEW}[^，。；]{{0,12}}权限",
            f"[^，。；]{{0,10}}(?:需|售价|价格|下载|购买|支付|消耗|阅读)[^，。；]{{0,6}}{_COIN}.{{0,12}}",
            ".{0,6}(?:阅读|查看|下载)(?:等级|权限)[：:].{1,8}",
            "扫码.{0,24}(?:密码|验证码)",
            r"-{0,3}(?:此处|中间|以下)?(?:内容)?(?:已)?隐藏[ 　]?\d{1,6}[ 　]?字.{0,12}",
            "(?:试读|预览)(?:阅读)?已?结束.{0,24}",
            ".{0,14}(?:您|请).{0,3}先(?:登录|登陆|注册)",
            f"(?:正式|普通|付费)?{_MEMBER}可?(?:完整|免费|在线)?{_VIEW}",
            "(?:剩余|以下|后续|其余)[^，。；]{0,6}(?:已|被|已被)(?:隐藏|加密|折叠)[^。；]{0,24}",
            "请(?:认真)?阅读下面的?提示信息",
        )
    )
)
_PAYWALL_HINTS = re.compile(
    "内容|VIP|vip|用户|会员|隐藏|结束|登[录陆]|注册|提示信息|游客|代理|查看|阅读|浏览|可见|下载|解锁|购买|展开|币|积分|券|密码|验证码"
)
_COUNTER = (
    r"(?:(?:浏览|阅读|点击|访问|查看|下载)(?:次数|人次|量|数|率)|浏览|阅读|点击|人气)[：:]"
    r"[ 　]?\d{1,9}[次人]?"
)
_WHEN = r"(?:发布|发文|更新|录入|上传)(?:时间|日期)[：:][ 　]?[^，。；\s]{1,20}(?:[ 　][\d:]{4,8})?"
_EDITOR = "(?:责任编辑|责编)[：:][^，。；]{1,20}"
_BY = (
    rf"(?:{_WHEN}|(?:文章|信息|稿件)?(?:来源|稿源|作者|编辑)[：:][ 　]?[^，。；\s]{{1,20}}"
    "|字体?号?[：:][ 　]?大[ 　]?中[ 　]?小)"
)
_SITE = re.compile(
    "|".join(
        (
            (
                f"(?:{_BY}[ 　|]{{0,6}}){{0,4}}(?:{_COUNTER}|{_WHEN}|{_EDITOR})"
                f"(?:[ 　|]{{0,6}}(?:{_BY}|{_COUNTER})){{0,4}}"
            ),
            "[上下]一?[篇页条][：:].{0,50}|[上下]一[篇页条]",
            (
                "(?:热门|相关|推荐|最新|精彩)(?:搜索|文章|阅读|推荐|链接|资讯|标签|范文|下载)"
                "(?:[：:].{0,50})?"
            ),
            "(?:当前|所在|您的)位置[：:].{0,50}|(?:网站)?首页[ 　]?[>»›].{0,50}",
            "微信扫一扫.{0,16}|扫一扫(?:[，,]?(?:手机|关注|分享|下载|查看).{0,12})?",
            "(?:长按|扫描|识别|扫码).{0,8}二维码.{0,16}",
            "正文复制|复制(?:全文|正文|本文|链接)|打印(?:本页|本文|全文)|关闭(?:窗口|本页)",
            "分享[到至](?:[：:]|微信|微博|QQ|朋友圈|好友).{0,20}|返回(?:顶部|首页|列表)",
            "加入收藏|设为首页|联系我们|友情链接|我要纠错|字体?号?[：:][ 　]?大[ 　]?中[ 　]?小",
            "版权所有.{0,40}|[Cc]opyright.{0,50}|.{0,20}ICP备.{0,20}",
            "网友评论.{0,40}|评论功能已关闭|精选留言|我要留言|发布评论|换一换|猜你喜欢|大家正在看",
            "打印】(?:[ 　]{0,3}【字体.{0,12})?|字体[：:][ 　\\[\\]]{0,6}",
            "(?:字体[：:][ 　]?大[ 　]?中[ 　]?小[】\\]]?[ 　]{0,3})?打印[ 　]{1,3}关闭",
            "侵权投诉|联系客服",
            "(?:转载|引用)请注明.{0,20}|免责声明.{0,40}",
            "(?:欢迎|敬请)?(?:关注|搜索|添加).{0,12}(?:公众号|订阅号|视频号).{0,12}",
            (
                "(?:更多|海量|精品|最新).{0,10}(?:范文|文稿|模板).{0,16}"
                "(?:尽在|请|点击|访问|下载|关注).{0,16}"
            ),
            ".{0,10}代写.{0,16}(?:微信|QQ|电话|联系).{0,16}",
        )
    )
)
_SITE_HINTS = re.compile(
    "浏览|阅读|点击|访问|查看|下载|人气|来源|发布|更新|责编|责任编辑|[篇页条：:]|热门|相关|推荐"
    "|最新|精彩|首页|扫|二维码|复制|打印|关闭|返回|分享|收藏|联系|链接|纠错|版权|opyright|ICP"
    "|注明|声明|评论|留言|喜欢|换一换|正在|字体|投诉|客服|公众号|订阅号|视频号|范文|代写|[-—–－]"
)
_TITLE_MARKS = re.compile('[ \u3000“”"《》]')


def _lines(scope: Scope, hints: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Short blocks with one of `hints`, that do not end as a sentence does."""
    for block, text in enumerate(scope.texts):
        if len(text) <= _LONGEST and not text.endswith("。") and hints.search(text):
            yield block, text


def _whole(block: int, text: str, message: str) -> Hit:
    return Hit(block, 0, len(text), message, "")


def is_junk(text: str) -> bool:
    """Whether a whole line is what sites put there."""
    bare = text.strip(_DECORATION)
    return len(text) <= _LONGEST and bool(_PAYWALL.fullmatch(bare) or _SITE.fullmatch(bare))


def _paywall(scope: Scope) -> Iterator[Hit]:
    message = "这是网站的付费提示，不是讲话的内容；删去以后，这里可能缺一段，请找到原稿核对。"
    found = {
        block
        for block, text in _lines(scope, _PAYWALL_HINTS)
        if scope.places[block] is Place.BODY and _PAYWALL.fullmatch(text.strip(_DECORATION))
    }
    for step in (1, -1) if found else ():
        for block in range(len(scope.texts))[::step]:
            if block - step in found and _OFFER.fullmatch(scope.texts[block]):
                found.add(block)
    return (_whole(block, scope.texts[block], message) for block in sorted(found))


def _site(scope: Scope) -> Iterator[Hit]:
    message = "这是网页上的导航、计数或广告，不是讲话的内容，删去。"
    for block, text in _lines(scope, _SITE_HINTS):
        bare = text.strip(_DECORATION)
        if _SITE.fullmatch(bare) and not _PAYWALL.fullmatch(bare):
            yield _whole(block, text, message)
        elif _PAGE.fullmatch(text):
            yield _whole(block, text, "这是页码，不是讲话的内容，删去。")


def _titles(scope: Scope) -> Iterator[Hit]:
    titles: set[str] = set()
    for block, (text, place) in enumerate(zip(scope.texts, scope.places, strict=True)):
        bare = _TITLE_MARKS.sub("", text)
        if not bare:
            continue
        if bare in titles and place in (Place.TITLE, Place.BODY):
            yield _whole(block, text, "标题重复了，留一个就够了。")
        elif place is Place.TITLE:
            titles.add(bare)


RULES = (
    Rule(
        id="A7",
        family=Family.LEFTOVERS,
        title="网站的付费提示",
        level=Level.ERROR,
        source="前后一致：不是讲话的内容",
        why="从网站上抄来的稿子，付费提示的地方往往缺了正文。",
        bad=(
            "各项任务按时完成。\n⟦隐藏内容→⟧\n⟦此处内容需要权限查看→⟧\n下面讲第二个问题。",
            "⟦• 普通用户特权:8.8积分→⟧\n⟦• 会员用户特权：免费→⟧\n⟦会员免费查看→⟧",
            "⟦登录后查看全文→⟧\n⟦点击阅读全文→⟧",
        ),
        good=(
            "群众登录后即可查看办理进度。",
            "推行会员免费阅读服务，注册用户有3万人。",
            "标题| （一）登录注册更方便",
        ),
        find=_paywall,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="A8",
        family=Family.LEFTOVERS,
        title="网页上的导航、计数和广告",
        level=Level.ERROR,
        source="前后一致：不是讲话的内容",
        why="网页上的栏目、计数和按钮常和正文一起被复制下来。",
        bad=(
            "题| 在年中会上的讲话\n⟦来源：本站 发布时间：2025-07-01 浏览次数：35→⟧\n同志们：",
            "谢谢大家！\n⟦上一篇：在培训班上的讲话→⟧\n⟦热门搜索：工作总结→⟧",
            "⟦微信扫一扫→⟧\n⟦正文复制→⟧\n⟦【打印本页】→⟧",
        ),
        good=(
            "网站浏览次数达到35万次。",
            "标题| 一、上一篇文章怎么做好",
            "要加强热门搜索的引导，把相关文章写好。",
        ),
        find=_site,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="A12",
        family=Family.LEFTOVERS,
        title="标题重复",
        level=Level.WARNING,
        source="前后一致：标题只写一次",
        why="复制网页时，网页的标题和文章的标题会各来一次。",
        bad=(
            "题| 在年中会上的讲话\n题| ⟦在年中会上的讲话→⟧",
            "题| 在年中会上的讲话\n⟦在年中会上的讲话→⟧\n今天开会。",
            "题| 勇担使命 再立新功\n题| ⟦勇担使命再立新功→⟧\n署名| 李明",
        ),
        good=(
            "题| 在年中会上的讲话\n题| （二〇二五年）",
            "题| 勇担使命\n副题| ——在年中会上的讲话",
            "题| 在年中会上的讲话\n今天，我在年中会上的讲话分三部分。",
        ),
        find=_titles,
        remedy=Remedy.SAFE,
    ),
)
