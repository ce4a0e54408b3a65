"""Lines wrapped by a page are one paragraph again; headings, titles and items stand alone."""

import pytest

from speeches.importing.cleaning import clean

TITLE = "在全区半年度工作会议上的讲话"
FIRST = (
    "今天，我们召开全区半年度工作会议，主要任务是总结上半年工作，分析当前形势，部署下半年任务，"
    "动员全区上下进一步振奋精神、真抓实干，确保全年各项目标任务圆满完成。刚才，几个部门作了很好的发言。"
)
SECOND = (
    "上半年，全区上下迎难而上，主要指标稳中有进，新开工项目36个，完成投资12.5亿元，群众办事平均少跑"
    "两次，基层治理水平稳步提升，营商环境持续改善；社会大局保持和谐稳定，成绩来之不易。"
)
HEADING = "一、肯定成绩，坚定做好下半年工作的信心"
NUMBERED = (
    "（一）稳增长有力有效。上半年全区生产总值同比增长6.2%，固定资产投资保持两位数增长，居全市前列。"
)
PARAGRAPHS = (TITLE, "区长　赵明远", "同志们：", FIRST, HEADING, SECOND, NUMBERED)


def wrapped(*, at: int, indent: str, parted: bool, pages: str = "") -> str:
    """PARAGRAPHS as a page of `at` characters a line prints them, a page number every 4 lines."""
    lines: list[str] = []
    page = 0
    for paragraph in PARAGRAPHS:
        rest = "　　" + paragraph if indent and len(paragraph) > 15 else paragraph
        while rest:
            end = at - 1 if rest[at : at + 1] in tuple("，。、；：”）") else at
            lines.append(rest[:end].replace("　　", indent))
            rest = rest[end:]
            if pages and len(lines) > 5 * page + 3:
                page += 1
                lines += [pages.format(page), ""]
        lines += [""] * parted
    return "\n".join(lines)


def paragraphs(text: str) -> list[str]:
    return [paragraph.text for paragraph in clean(text).paragraphs]


@pytest.mark.parametrize("at", [22, 26, 31, 38])
@pytest.mark.parametrize("indent", ["", "　　", "    "])
@pytest.mark.parametrize("parted", [False, True])
@pytest.mark.parametrize("pages", ["", "— {} —", "{}", "第{}页"])
def test_a_wrapped_text_is_whole_again(at, indent, parted, pages):
    text = wrapped(at=at, indent=indent, parted=parted, pages=pages)
    assert paragraphs(text) == list(PARAGRAPHS)


def test_a_text_that_nobody_wrapped_stays_as_it_is():
    assert paragraphs("\n".join(PARAGRAPHS)) == list(PARAGRAPHS)


FULL = "全区上下迎难而上主要指标稳中有进新开工项目个数居全市前列完成投资"
OPEN = "\n".join([TITLE, FULL, FULL.replace("全区", "全市"), "再上台阶。"])
CLOSED = "全区上下迎难而上主要指标稳中有进新开工项目个数居全市前列。"


@pytest.mark.parametrize(
    ("before", "behind", "joined"),
    [
        # Amid a sentence.
        (FULL, "额位居前列。", True),
        (FULL, "，位居前列。", True),
        (FULL, "二、下半年工作", False),
        (FULL, "（二）抓落实", False),
        (FULL, "二要抓落实。", False),
        (FULL, "第二，抓落实。", False),
        # At the end of one.
        (CLOSED, "位居前列。", False),
        (CLOSED, "。位居前列。", False),
        (CLOSED.replace("。", "；"), "位居前列。", True),
        # A heading goes on only where what follows is short and no sentence.
        (f"二、{FULL[:-2]}", "额再创新高", True),
        (f"二、{FULL[:-2]}", "额位居前列。", False),
        (f"二、{FULL[:-2]}", FULL, False),
        (f"二、{FULL[:10]}，{FULL[11:-2]}", "额位居前列。", True),
        # Short lines.
        ("工作安排", "位居前列。", False),
        ("各位领导，各位来宾，", "同志们：", False),
        ("各位代表、各位委员、各位同志，女士们、先生们、", "朋友们：", False),
        ("《关于进一步加强全区教育工作的实施意见（", "试行）》已印发。", True),
    ],
)
def test_what_is_joined_in_a_wrapped_text(before, behind, joined):
    told = paragraphs(f"{OPEN}\n{before}\n{behind}")
    assert told[2:] == ([before + behind] if joined else [before, behind])


def test_lines_of_a_title_block_are_never_joined_however_wide():
    head = [
        "凝心聚力谋发展，真抓实干开新局，奋力谱写新篇章",
        "——在全区半年度工作暨重点项目推进会议上的讲话",
        "区委副书记、区人民政府区长、党组书记　赵明远",
        "（二〇二六年七月二十日，根据会议录音整理成文）",
    ]
    assert paragraphs("\n".join([*head, FIRST])) == [*head, FIRST]


def test_in_a_text_that_indents_the_margin_goes_on():
    lines = [f"　　{FULL[:-2]}", FULL, f"{FULL[:-1]}。", "二要抓落实抓出成效。"]
    text = "\n".join([TITLE, *lines, "　　再上台阶。", "二要改革创新。"])
    assert paragraphs(text) == [
        TITLE,
        "".join(lines).strip(),
        "再上台阶。",
        "二要改革创新。",
    ]


def test_a_wide_line_that_ends_in_a_comma_goes_on_in_any_text():
    before = "全区上下迎难而上，主要指标稳中有进，"
    assert paragraphs(f"{TITLE}\n{before}\n成绩来之不易。{SECOND}") == [
        TITLE,
        f"{before}成绩来之不易。{SECOND}",
    ]


def test_english_words_stay_two_words():
    lines = [TITLE, FULL, f"{FULL[:-3]}ice", "bear再上台阶。"]
    assert paragraphs("\n".join(lines))[1:] == [f"{FULL}{FULL[:-3]}ice bear再上台阶。"]


def test_no_line_is_joined_over_a_gap():
    assert paragraphs(f"{OPEN}\n{FULL}\n登录后查看全文\n额位居前列。")[2:] == [FULL, "额位居前列。"]
