"""Cases of rules that read more than the text: the facts of a speech, or a bureau's settings.

`wrong`, `right` and `silent` as in cases/*.toml.
"""

from __future__ import annotations

from speeches.checks.consistency.shown_facts import SPEECH, answering, figure, node, points, said
from speeches.checks.examples import Example
from speeches.checks.settings import Settings
from speeches.document.facts import Kind, NodeFacts, SpeechFacts

DAY = "2026年10月15日"
WARM = ("出行更暖", "就医更暖", "办事更暖")
ROADS = figure("公路里程", "1260", "公里")
STATIONS = figure("客运站", "46", "个", confirmed=False)


def grouped(text: str, body: str, *headings: str, name: str) -> Example:
    """A part 一、民生 whose points are set on their own lines behind its text."""
    part = node(Kind.NARRATIVE, "民生", *points(Kind.POINT, *headings), body=body, collective=name)
    return said(text, part)


def warm(number: str, fix: str = "") -> Example:
    """“三暖”, called something else."""
    shown = f"⟦{number}→{fix}⟧" if fix else number
    lines = "\n".join(f"（{at}）{each}" for at, each in zip("一二三", WARM, strict=True))
    body = f"办好了“{number}个更暖”。"
    text = f"一、民生\n办好了“{shown}个更暖”。\n{lines}"
    return grouped(text, body, *WARM, name="个更暖")


def great(text: str, closing: str) -> Example:
    """Two works called 大工程, and what the closing says of them."""
    told = points(Kind.PRIORITY, "修路工程", "建站工程")
    part = node(Kind.PRIORITIES, "打算", *told, collective="大工程")
    lines = f"一、打算\n（一）修路工程\n（二）建站工程\n{text}"
    return said(lines, part, closing=closing)


def typed(text: str) -> Example:
    """What the ledger is held against, typed."""
    return said(text, opening=text, figures=(ROADS,))


def so_far(text: str, opening: str) -> Example:
    """At a meeting on the first half of a year."""
    return said(text, opening=opening, figures=(ROADS,), period="2026年上半年")


def elsewhere(number: str, shown: str) -> Example:
    """The same name in the closing, which is less sure."""
    lines = "\n".join(f"（{at}）{each}" for at, each in zip("一二三", WARM, strict=True))
    part = node(Kind.NARRATIVE, "民生", *points(Kind.POINT, *WARM), collective="个更暖")
    text = f"一、民生\n{lines}\n守住“{shown}个更暖”。"
    return said(text, part, closing=f"守住“{number}个更暖”。")


def alike(*headings: str, name: str = "个更暖") -> Example:
    bare = [each.strip("⟦⟧") for each in headings]
    lines = "\n".join(f"（{at}）{each}" for at, each in zip("一二三四", headings, strict=False))
    return grouped(f"一、民生\n总的看不错。\n{lines}", "总的看不错。", *bare, name=name)


def items(*bodies: str) -> Example:
    """Points without headings: what they begin with counts."""
    children = [node(Kind.ITEM, body=each.replace("⟦", "").replace("⟧", "")) for each in bodies]
    lines = "\n".join(f"（{at}）{each}" for at, each in zip("一二三", bodies, strict=False))
    return said(f"一、要求\n{lines}", node(Kind.NARRATIVE, "要求", *children, collective="个坚持"))


def problems(text: str, *bodies: str, answers: tuple[int, ...]) -> Example:
    """Problems run in one by one as paragraphs, and one work that answers those with these keys."""
    told = node(Kind.PROBLEMS, "不足", *(node(Kind.PROBLEM, body=each) for each in bodies))
    work = node(Kind.PRIORITY, "抓整改", answers=answering(*answers))
    return said(text, told, node(Kind.PRIORITIES, "打算", work))


def works(text: str, *children: NodeFacts, meeting: str = "全市交通工作会议") -> Example:
    return said(text, node(Kind.PRIORITIES, "打算", *children), meeting=meeting)


def work(heading: str, owner: str = "", day: str = "", *below: NodeFacts) -> NodeFacts:
    return node(Kind.PRIORITY, heading, *below, department=owner, deadline=day)


TWO_PROBLEMS = "一、不足\n（一）{}，群众等得久。\n（二）{}，人手少。\n二、打算\n（一）抓整改"
BODIES = ("班次偏少，群众等得久。", "站点偏远，人手少。")
TWO_WORKS = "一、打算\n（一）{}\n（二）{}"

CASES: dict[str, dict[str, list[Example | str]]] = {
    "C14": {
        "wrong": [
            said("公路里程达到⟦1620公里⟧。", opening="公路里程达到1620公里。", figures=(ROADS,)),
            so_far("1—6月，全市完成公路里程⟦1160公里⟧。", "1—6月，全市完成公路里程1160公里。"),
        ],
        "right": [
            said("山区公路里程320公里。", opening="山区公路里程320公里。", figures=(ROADS,)),
            said("公路里程1,260公里。", opening="公路里程1,260公里。", figures=(ROADS,)),
            said("其中改造公路里程60公里。", opening="其中改造公路里程60公里。", figures=(ROADS,)),
            typed("新建公路里程30公里。"),
            typed("公路里程近1300公里。"),
            typed("2020年，公路里程900公里。"),
            typed("公路里程1500公里的目标。"),
            typed("公路里程1500公里以上。"),
            so_far("1—7月，全市完成公路里程1160公里。", "1—7月，全市完成公路里程1160公里。"),
            said("公路里程以上。", opening="公路里程以上。", figures=(figure("公路里程", "", ""),)),
        ],
        "silent": [
            said("公路里程达到1260公里。", opening="公路里程达到{公路里程}。", figures=(ROADS,)),
        ],
    },
    "C16": {
        "wrong": [
            said("⟦1—8月⟧，客流回升。", opening="1—8月，客流回升。", period="2026年上半年"),
            so_far("⟦一至七月份⟧，客流回升。", "一至七月份，客流回升。"),
            so_far("今年⟦前七个月⟧，客流回升。", "今年前七个月，客流回升。"),
            said("⟦1—7月⟧，客流回升。", opening="1—7月，客流回升。", period="2026年1—6月"),
        ],
        "right": [
            said("1—8月，客流回升。", opening="1—8月，客流回升。", period="2026年"),
            so_far("1—3月，客流回升。", "1—3月，客流回升。"),
            so_far("提前七个月完成。", "提前七个月完成。"),
            so_far("今年前两个月，客流偏少。", "今年前两个月，客流偏少。"),
        ],
        "silent": [said("1—6月，客流回升。", opening="1—6月，客流回升。", period="2026年上半年")],
    },
    "E10": {
        "wrong": [
            said(
                "在⟦全市公路建设推动会⟧上的讲话",
                title="在全市公路建设推动会上的讲话",
                meeting="全市公路建设推进会",
            ),
            said(
                "题| 在全市公路建设推进会上的讲话\n"
                "我们召开⟦全市公路建设推动会→全市公路建设推进会⟧。",
                title="在全市公路建设推进会上的讲话",
                opening="我们召开全市公路建设推动会。",
                meeting="全市公路建设推进会",
            ),
        ],
        "right": [
            said("今天召开推进会。", opening="今天召开推进会。", meeting="推动会"),
            said(
                "今天上午召开了全市公路建设会议，下午召开全市公路运输会议。",
                opening="今天上午召开了全市公路建设会议，下午召开全市公路运输会议。",
                meeting="全市公路运输会议",
            ),
            said(
                "今天，我们学习贯彻全市公路建设会议的文件。",
                opening="今天，我们学习贯彻全市公路建设会议的文件。",
                meeting="全市公路运输会议",
            ),
            said(
                "这次按全市公路建设会议的部署来。",
                opening="这次按全市公路建设会议的部署来。",
                meeting="全市公路运输会议",
            ),
            said(
                "上个月，我们召开全市公路建设会议，定了任务。",
                opening="上个月，我们召开全市公路建设会议，定了任务。",
                meeting="全市公路运输会议",
            ),
            Example(
                "今天召开公路建设推进会。",
                settings=Settings(file_name="公路建设推动会"),
            ),
            Example(
                "题| 重任在肩",
                SpeechFacts(SPEECH, title="重任在肩", meeting="公路建设推进会"),
                Settings(file_name="公路建设推动会"),
            ),
            Example(
                "题| 在公路建设推进会上的讲话",
                settings=Settings(file_name="公路建设推进会"),
            ),
        ],
        "silent": [
            said(
                "在全市公路建设推进会上的讲话",
                title="在全市公路建设推进会上的讲话",
                meeting="全市公路建设推进会",
            ),
        ],
    },
    "H1": {
        "wrong": [
            warm("四", "三"),
            warm("两", "三"),
            elsewhere("五", "⟦五→三⟧"),
            great("抓好⟦三→两⟧大工程。", "抓好三大工程。"),
        ],
        "right": [
            great("抓好两大工程。", "抓好两大工程。"),
            great("这是第三大工程。", "这是第三大工程。"),
            grouped(
                "一、民生\n按照市委提出的“五个更暖”要求。",
                "按照市委提出的“五个更暖”要求。",
                name="个更暖",
            ),
            grouped(
                "一、民生\n落实省政府“五个更暖”部署。", "落实省政府“五个更暖”部署。", name="个更暖"
            ),
            grouped("一、民生\n以“一个更暖”促全面。", "以“一个更暖”促全面。", name="个更暖"),
            elsewhere("三", "三"),
            grouped("一、民生\n做到四个更暖。", "做到四个更暖。", name="个更暖"),
            said("办好了“四个更暖”。", opening="办好了“四个更暖”。"),
        ],
        "silent": [warm("三")],
    },
    "H2": {
        "wrong": [
            alike("出行更暖", "⟦就医更近⟧", "办事更暖"),
            items("坚持学习，天天向上。", "⟦勤奋工作⟧，任劳任怨。", "坚持创新，敢为人先。"),
        ],
        "right": [
            alike("出行更暖", "就医更近", "办事更快"),
            alike("出行更暖", "就医更近"),
            alike("一号公路", "二号公路", "北站", name="大"),
            alike("出行更暖", "就医更暖", "办事更暖", name=""),
        ],
        "silent": [alike("出行更暖", "就医更暖", "办事更暖")],
    },
    "H3": {
        "wrong": [
            said("现有⟦46个⟧客运站。", opening=" 现有{客运站}客运站。", figures=(STATIONS,)),
            said(
                "公路⟦1260公里⟧。",
                opening="公路{里程}。",
                figures=(figure("里程", "1260", "公里", confirmed=False, department="公路处"),),
            ),
        ],
        "right": [
            said("公路1260公里。", opening="公路{公路里程}。", figures=(ROADS,)),
            said("〔待补：里程〕。", opening="{里程}。", figures=(figure("里程", "", "公里"),)),
        ],
        "silent": [said("现有46个客运站。", opening="现有46个客运站。", figures=(STATIONS,))],
    },
    "H4": {
        "wrong": [
            said("公路总里程⟦1260公里⟧。", opening="公路总里程1260公里。", figures=(ROADS,)),
            said("客运站有⟦46个→{客运站}⟧。", opening="客运站有46个。", figures=(STATIONS,)),
            said("⟦46个→{客运站}⟧客运站。", opening="46个客运站。", figures=(STATIONS,)),
        ],
        "right": [
            said("铁路1260公里。", opening="铁路1260公里。", figures=(ROADS,)),
            said("46个站，客运站少。", opening="46个站，客运站少。", figures=(STATIONS,)),
            said("公路里程11260公里。", opening="公路里程11260公里。", figures=(ROADS,)),
            said("里程1260。", opening="里程1260。", figures=(figure("里程", "1260", ""),)),
        ],
        "silent": [
            said("公路总里程1260公里。", opening="公路总里程{公路里程}。", figures=(ROADS,)),
        ],
    },
    "H5": {
        "wrong": [
            problems(TWO_PROBLEMS.format("⟦班次偏少⟧", "站点偏远"), *BODIES, answers=(3,)),
            problems(TWO_PROBLEMS.format("班次偏少", "⟦站点偏远⟧"), *BODIES, answers=(2,)),
        ],
        "right": [
            problems(TWO_PROBLEMS.format("班次偏少", "站点偏远"), *BODIES, answers=()),
            problems("一、不足\n二、打算\n（一）抓整改", " ", answers=(2,)),
        ],
        "silent": [problems(TWO_PROBLEMS.format("班次偏少", "站点偏远"), *BODIES, answers=(2, 3))],
    },
    "H6": {
        "wrong": [
            works(
                TWO_WORKS.format("⟦修路⟧", "建站"),
                work("修路", "公路处"),
                work("建站", "站务处", DAY),
            ),
            works(TWO_WORKS.format("⟦修路⟧", "⟦建站⟧"), work("修路"), work("建站", day=DAY)),
            works("一、打算\n（一）⟦修路⟧", work("修路")),
        ],
        "right": [
            works(TWO_WORKS.format("修路", "建站"), work("修路"), work("建站"), meeting=""),
            works(
                "一、打算\n（一）修路\n1.定线路",
                work("修路", "", DAY, node(Kind.ITEM, "定线路", department="公路处")),
            ),
            works("一、打算\n（一）\n1.定线路", work("", "", "", node(Kind.ITEM, "定线路"))),
        ],
        "silent": [
            works(
                TWO_WORKS.format("修路", "建站"),
                work("修路", "公路处", DAY),
                work("建站", "站务处", DAY),
            )
        ],
    },
}
