"""What sites put into texts goes, what a speech says stays, and gaps are told."""

import tomllib

import pytest

from speeches.importing import junk
from speeches.importing.junk_rules import PATH, read, rules
from speeches.importing.lines import told_lines

STOP = "今年以来，全区上下稳扎稳打，较好完成了各项任务。"
# The numbers run on over the place where the junk stands.
PLAIN = ("在会议上的讲话", "一、上半年工作", STOP), ("二、下半年工作", STOP)
# They jump over it.
JUMPING = ("在会议上的讲话", "一、上半年工作", STOP), ("（三）狠抓落实。一要明确责任。", STOP)


def removed(text: str, around=PLAIN, known=None) -> list[tuple[str, str, bool]]:
    before, behind = around
    lines, _ = told_lines(tuple("\n".join([*before, text, *behind]).split("\n")))
    found = junk.find(lines, known or rules())
    return [
        (lines[index].text, found.verdicts[index].reason, index in found.gaps)
        for index in sorted(found.verdicts)
    ]


PAID = "网站的付费提示"
MISSING = [
    ("……（剩余1200字）", "原文省略"),
    ("以下共800字，登录并付费后可见", PAID),
    ("全文共9页，当前为试读第2页", PAID),
    ("售价：3元　已售：20份", PAID),
    ("登录后查看全文", PAID),
    ("请您登录后继续阅读！", PAID),
    ("本文剩余62%未读，开通VIP可继续", PAID),
    ("开通会员即可阅读全文", PAID),
    ("本文为付费文章，支付9.9元后可阅读全文", PAID),
    ("剩余内容需付费88金币解锁", PAID),
    ("您的积分不足，请充值后下载", PAID),
    ("试读已结束，购买后阅读完整版", PAID),
    ("未登录游客只能浏览部分内容", PAID),
    ("此内容已被折叠，点击展开", PAID),
    ("温馨提示：当前文档最多预览五页，下载文档查看全文", PAID),
    ("本文共 4320 字，剩余 3100 字需购买阅读", PAID),
    ("成为VIP畅读", PAID),
    ("仅展示前两页", PAID),
    ("仅限会员阅读", PAID),
    ("会员专享", PAID),
    ("全文预览已结束", PAID),
    ("以上仅为节选，完整版请联系客服", PAID),
    ("付费内容，请先购买", PAID),
    ("抱歉，您所在的组无法下载附件", PAID),
    ("如需查看请先回复", PAID),
    ("本资源需升级后下载", PAID),
    ("（以下略）", "原文省略"),
    ("……（某文秘网https://www.abc.cn省略1059字，正式成员可完整阅读）", "原文省略"),
    ("……（未完，全文共16529字，当前仅显示2972字）", "原文省略"),
    ("本章未完，请点击下一页 >>", "原文省略"),
    ("……", "原文省略"),
    ("省略1200字", "原文省略"),
    ("未完待续", "原文省略"),
    ("全文共9066字", "原文省略"),
]
OTHER = [
    ("【广告】润喉糖，订购热线：400-000-0000", "广告"),
    ("机关动态 | 通知公告 | 领导讲话 | 下载中心", "导航"),
    ("« 1 2 3 »", "导航"),
    ("查看更多同类文章", "导航"),
    ("字体大小：16px 阅读时间：约3分钟", "网页按钮"),
    ("已有 8 人赞过本文", "计数"),
    ("文丨小林 图丨小周", "来源和编辑"),
    ("来源：  某某网  www.a.example", "来源和编辑"),
    ("文档热度：★★ 上传人：小林 下载积分：5", "网页按钮"),
    ("转发给好友", "网页按钮"),
    ("下载本文Word", "下载提示"),
    ("上一篇：在全区大会上的讲话", "导航"),
    ("上一篇 下一篇", "导航"),
    ("当前位置：首页 > 领导讲话 > 正文", "导航"),
    ("首页 > 领导讲话", "导航"),
    ("政务公开>>领导之窗>>重要讲话", "导航"),
    ("关键词：讲话 教育", "导航"),
    ("点击进入专题", "导航"),
    ("返回首页", "导航"),
    ("本文标题：在推进会上的讲话", "导航"),
    (">>>点击查看更多", "导航"),
    ("继续滑动看下一个", "导航"),
    ("暂无评论，快来抢沙发", "导航"),
    ("热门搜索：讲话稿 述职报告", "导航"),
    ("浏览次数：1234", "计数"),
    ("阅读 1234 次", "计数"),
    ("点赞 25 收藏 13 评论 2", "计数"),
    ("128人已阅读", "计数"),
    ("来源：区教育局 作者：办公室 发布时间：2026-07-20 09:30 浏览：135次", "来源和编辑"),
    ("编辑：王芳 审核：李强 终审：赵敏", "来源和编辑"),
    ("（责任编辑：李明）", "来源和编辑"),
    ("【字体：大 中 小】 【打印本页】 【关闭窗口】", "网页按钮"),
    ("分享到： 微信 微博 QQ空间", "网页按钮"),
    ("返回本版首页 | 版面导航 | 标题导航", "网页按钮"),
    ("微信登录 手机登录", "网页按钮"),
    ("更新时间:2018-12-05 00:11作者:林老师", "来源和编辑"),
    ("上传人:李明 文档编号:1653931 上传时间:2022-12-12 格式:PPT 页数:43 大小:1.26MB", "来源和编辑"),
    ("版权说明：本文档由用户提供并上传", "网站的版权声明"),
    ("作者原创，不允许二次传播", "网站的版权声明"),
    ("[1] [2] [3] 下一页", "网页按钮"),
    ("共3页 1 2 3 下一页 末页", "网页按钮"),
    ("Copyright © 2026 某某网 版权所有", "网站的版权声明"),
    ("未经授权不得转载", "网站的版权声明"),
    ("免责声明：本站文章来源于网络，如有侵权请联系删除", "网站的版权声明"),
    ("京ICP备12345678号", "网站的版权声明"),
    ("https://www.example.com/a/b.html", "网址或二维码提示"),
    ("原文链接：http://a.b.cn/1", "网址或二维码提示"),
    ("长按识别二维码关注我们", "网址或二维码提示"),
    ("更多精彩内容请关注微信公众号：机关公文", "网址或二维码提示"),
    ("客服QQ：12345678", "网址或二维码提示"),
    ("需要更多公文材料请加微信：gongwen888", "广告"),
    ("广告", "广告"),
    ("欢迎访问某某公文网", "广告"),
    ("现价￥9.90", "广告"),
    ("立即购买", "广告"),
    ("— 3 —", "页码"),
    ("第3页 共9页", "页码"),
    ("----------", "分隔线"),
]


@pytest.mark.parametrize(("line", "reason"), MISSING)
def test_a_line_that_stands_for_content_is_a_gap(line, reason):
    assert removed(line) == [(line, reason, True)]


@pytest.mark.parametrize(("line", "reason"), OTHER)
def test_a_line_that_stands_for_nothing_is_no_gap(line, reason):
    assert removed(line) == [(line, reason, False)]


@pytest.mark.parametrize(
    ("text", "gap"),
    [("上一篇：在全区大会上的讲话", True), ("广告\n浏览次数：12", True), ("— 3 —", False)],
)
def test_where_the_numbers_jump_over_junk_content_is_missing(text, gap):
    assert [is_gap for _, _, is_gap in removed(text, JUMPING)][:1] == [gap]


BLOCKS = {
    "offers in a frame": """更多内容在此
尊享页

• 青铜身份权益:3.5点
• 白银身份权益:全开
• 黄金身份权益:全开
马上成为白银""",
    "offers that speak of members": """★ 银牌会员：5元/篇
★ 金牌会员：2元/篇
登录购买""",
    "what stands beside": """VIP套餐
￥9.90
请登录后继续阅读
★ 月卡：19元
88金币""",
    "what stands between": """登录后查看全文
关于身份的说明
开通会员即可阅读全文""",
}


@pytest.mark.parametrize("text", BLOCKS.values(), ids=BLOCKS.keys())
@pytest.mark.parametrize("around", [PLAIN, JUMPING], ids=["plain", "jumping"])
def test_a_block_goes_whole_and_is_one_gap(text, around):
    told = removed(text, around)
    assert [line for line, _, _ in told] == [line for line in text.split("\n") if line]
    assert [is_gap for _, _, is_gap in told] == [True, *[False] * (len(told) - 1)]


def test_a_block_of_offers_is_known_without_any_list():
    told = tomllib.loads(PATH.read_text(encoding="utf-8"))
    nothing = ["无此字样"]
    told["kind"] = [dict(kind, lines=nothing, hints=nothing) for kind in told["kind"][:1]]
    told["words"], told["beside"] = {"none": nothing}, ["none"]
    text = BLOCKS["offers in a frame"]
    assert len(removed(text, JUMPING, read(told))) == 6


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("相关阅读\n在教师节大会上的讲话\n在工作会议上的讲话", 0),
        ("相关阅读：\n在教师节大会上的讲话\n浏览次数：12", 0),
        ("相关阅读\n在教师节大会上的讲话\n这一段是正文，不能丢。", 2),
    ],
)
def test_titles_under_a_heading_of_the_site_go_with_it(text, kept):
    assert len(text.split("\n")) - len(removed(text)) == kept


def test_at_the_end_of_the_text_titles_go_and_thanks_leave_no_gap():
    text = "谢谢大家！\n登录后查看全文\n猜你喜欢\n在教师节大会上的讲话"
    assert removed(text, (PLAIN[0], ())) == [
        ("登录后查看全文", PAID, False),
        ("猜你喜欢", "导航", False),
        ("在教师节大会上的讲话", "导航", False),
    ]


def test_before_the_title_nothing_is_missing():
    assert removed("登录后查看全文", ((), PLAIN[0])) == [("登录后查看全文", PAID, False)]


SPOKEN = """协会全体会员要增强服务意识
推行会员积分管理
会员代表大会的讲话
各位会员、同志们：
人均经费：850元
• 学前教育：3所\n• 小学：5所\n• 初中：2所
● 城东片区：8.8亿元\n● 城西片区：12亿元\n以上两片
一要加强网站建设，规范信息发布，及时更新栏目内容。
推进付费服务改革
加强注册登记管理
关注民生改善民生
购买服务全部落地
（掌声）
责任单位：区教育局\n完成时限：2026年12月底\n责任单位：区教育局\n责任单位：区教育局
报告人：李明
时间：2026年7月20日
2026年7月20日
下面，我讲三点意见
对未经授权转载行为要依法查处。
要打击侵权盗版，及时删除违法信息。
版权保护工作稳步推进
谢谢大家！
12
相关工作要求
更多群众得到实惠
上半年，网站访问量1234万次，同比增长15%。
扫码支付覆盖率达到98%
打造公众满意的服务平台
开通服务热线12345
每户只需支付50元。
下一步工作打算
重点推荐项目
升级改造3所学校
点赞身边好人
分享改革成果
限时办结制度全面推行
优惠政策兑现88万元
立即行动起来
编辑出版《大事记》
关注民生，以实际成效来看工作。
群众扫码即可查看办事进度。
学习要坚持阅读原文、学深悟透。
阅读原文、领会精神。
其余15%的任务需在年底前完成。
每次奖励5积分。
加入会员单位120家
组织下载国家反诈中心APP
课件制作经费每校5000元。
只要15分钟就能办成
涉及侵权案件15起
加强版权所有者权益保护。
本站不断加强管理，确保安全。
信息来自网格员走访。
你们不能只关注眼前利益。
升级改造后可容纳2000人
（二）付费阅读、登录后查看全文等新业态发展迅速
15%
请大家扫描会场二维码签到。
未完成的任务要列出清单
未完待续的改革要接着干
限时优惠政策要用好用足。
登录平台即可查看全部政策。
办理会员卡12万张，惠及职工
剩余任务要挂图作战
每天阅读30分钟
已有3.2万人次参观
内部资料要保管好
会议材料要精简
文/理分科的做法要改
图/表要规范
定价：每吨18元，已售：128吨
转发给基层
学习资料\n群众满意。\n学习资料
____"""


@pytest.mark.parametrize("text", SPOKEN.replace("\\n", "\n").split("\n\n") + SPOKEN.split("\n"))
def test_what_a_speech_says_stays(text):
    assert removed(text) == []


@pytest.mark.parametrize("text", [line for line in SPOKEN.split("\n") if line != "12"])
def test_what_a_speech_says_stays_beside_junk(text):
    assert removed(f"登录后查看全文\n{text}") == [("登录后查看全文", PAID, True)]
