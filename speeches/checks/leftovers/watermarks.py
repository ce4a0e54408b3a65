"""A9–A10: names of sites, addresses and mail inside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.leftovers.masks import ANYWHERE
from speeches.checks.scope import Scope

_WATERMARK = re.compile(
    "[（(](?:本文)?(?:来源|摘自|转自|出处)[：:][^（）()\n，。]{0,8}(?:秘书|文秘|范文|公文|写作|文档|论文|文库|材料)(?:网|吧|之家|论坛)[）)]"
    "|(?:\\d{5,8}[ 　]?(?:秘书|文秘|范文|公文|写作|文档|论文|文库|材料)"
    "|(?:第一|无忧|好|老|新|我的)(?:秘书|文秘|范文|公文|文档|论文))"
    "(?:网|吧|之家|论坛)(?![上络格站点民友人])(?:[…. 　]{0,6}(?:https?://|www\\.)[!-~]{0,60})?"
    "|(?:秘书|文秘|范文|公文)(?:之家|网|论坛)(?:版权所有|整理提供|首发)"
    "|(?:秘书|文秘|范文)(?:之家|网|论坛)[…. 　]{0,6}(?:https?://|www\\.)[!-~]{0,60}"
)
_ADDRESS = re.compile(
    r"[（(]?(?P<address>https?://[!-'*-~]{1,200}|www\.[!-'*-~]{2,100}"
    r"|(?<![A-Za-z0-9._-])[A-Za-z0-9._-]{2,40}@[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){1,3})[）)]?"
)
# An address right behind one of these words is meant to be said.
_SAID_BEHIND = re.compile(
    "(?:登录|登陆|访问|打开|进入|浏览|输入|点击|网址|网站|官网|平台|主页|域名|邮箱|信箱|邮件|[发报投]送?[至到]|通过|网)"
    "[：:为是到“（( ]{0,2}$"
)


def _watermark(scope: Scope) -> Iterator[Hit]:
    message = "这里夹着网站的水印，删去。"
    needs = ("网", "吧", "之家", "论坛")
    for seen in scope.search(_WATERMARK, needs=needs, where=ANYWHERE, raw=True):
        yield Hit(seen.block, seen.start, seen.end, message, "")


def _address(scope: Scope) -> Iterator[Hit]:
    message = "讲话稿里不留网址、邮箱；要请大家登录的，写明网站的名称。"
    for seen in scope.search(_ADDRESS, needs=("http", "www.", "@"), where=ANYWHERE, raw=True):
        start, end = seen.start, seen.end
        text = scope.texts[seen.block]
        if text[start] not in "（(" or text[end - 1] not in "）)":
            start += seen.match.start("address") - seen.match.start()
            end = start + len(seen.match["address"])
        if not _SAID_BEHIND.search(text[max(start - 8, 0) : start]):
            yield Hit(seen.block, start, end, message, "")


RULES = (
    Rule(
        id="A9",
        family=Family.LEFTOVERS,
        title="句子里夹着网站的水印",
        level=Level.ERROR,
        source="前后一致：不是讲话的内容",
        why="有的网站把自己的名字插进句子里防抄，读起来就断了。",
        bad=(
            "对校舍进行⟦602318文秘网→⟧了全面检查。",
            "要抓好落实⟦第一范文网→⟧，不能松劲。",
            "各地都要重视⟦秘书之家……www.abcde.com→⟧",
        ),
        good=(
            "建成12345公里管网，材料网上报送。",
            "办好公文写作培训班，文秘人员都要参加。",
            "采购材料602318吨，范文编写组作了说明。",
        ),
        find=_watermark,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="A10",
        family=Family.LEFTOVERS,
        title="正文里有网址或邮箱",
        level=Level.ERROR,
        source="前后一致：不是讲话的内容",
        why="网址没有办法念，多半是复制时带来的。",
        bad=(
            "教育事业取得新成绩⟦https://www.abcde.com/1.html→⟧。",
            "各单位要认真落实⟦（www.abcde.cn）→⟧。",
            "这项工作要抓紧⟦abc@abcde.com→⟧，不能拖。",
        ),
        good=(
            "请大家登录www.abcde.gov.cn，填写问卷。",
            "意见请发到邮箱abc@abcde.com，月底截止。",
            "要管好互联网+政务服务的网址和邮箱。",
        ),
        find=_address,
        remedy=Remedy.SUGGESTED,
        twin="A9",
    ),
)
