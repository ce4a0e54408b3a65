"""The sample: complete, and nothing in it that can be counted is typed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from speeches.checks.base import Level
from speeches.document.assemble import assemble
from speeches.enums import NodeKind
from speeches.models import Bureau, Department, FinalCopy, Node, Person, Speech, User
from speeches.services import outlining
from speeches.services.copies import current_copy, kept_copy
from speeches.services.exporting import pdf_file
from speeches.services.facts import facts_of
from speeches.services.proofreading import proof_of
from speeches.services.sample import DATA, SampleError, load_sample
from speeches.typeset.edition import BUILT_IN, STANDARD, Edition
from speeches.typeset.pages import typeset

pytestmark = pytest.mark.django_db
NUMERAL = "[一二两三四五六七八九十]"
TYPED = re.compile(
    rf"(?:^|[。；：\n]){NUMERAL}+(?:是|要|、)"  # 一、 一是 一要
    rf"|[（(](?:{NUMERAL}+|\d+)[）)]|(?:^|\n)\d+[.．、]|第{NUMERAL}+，"  # （一） （1） 1. 第一，
    rf"|“{NUMERAL}+(?:大|个)?[^五{NUMERAL[1:-1]}”]+”"  # “五稳” “四个坚持”, not “十五五”
    rf"|{NUMERAL}+(?:点意见|大工程|个坚持|个到位|[个项]?(?:方面|工程|任务|问题|措施|要求))"
)


def typed_texts(table: Any) -> Iterator[str]:
    """Every text of the file, as typed."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict | list):
        for each in table.values() if isinstance(table, dict) else table:
            yield from typed_texts(each)


@pytest.fixture
def sample() -> Speech:
    speech = load_sample().speech
    assert speech
    return speech


def blocks(speech: Speech) -> list[str]:
    return [block.text for block in assemble(facts_of(speech)).blocks]


def starting(texts: list[str], start: str) -> str:
    return next(text for text in texts if text.startswith(start))


def points(speech: Speech, kind: str) -> list[Node]:
    part = speech.nodes.get(parent=None, kind=kind)
    return list(Node.objects.siblings_under(speech.pk, part.pk))


def headings(speech: Speech, kind: str) -> list[str]:
    """Number and heading of the points under the part of this kind, as set."""
    texts = blocks(speech)
    return [
        re.match(r"（.）", text)[0] + node.heading  # type: ignore[index]  # or it fails here
        for node in points(speech, kind)
        for text in texts
        if re.match(f"（.）{node.heading}。", text)
    ]


def pdf_text(speech: Speech) -> str:
    """The words of the PDF without blanks, as a reader's machine extracts them."""
    content = pdf_file(current_copy(speech), STANDARD).content
    return re.sub(
        r"\s|— \d+ —",
        "",
        "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages),
    )


@pytest.mark.parametrize("name", ["sample.toml", "sample_final.toml"])
def test_in_it_no_count_no_number_of_a_heading_and_no_number_of_an_item_is_typed(name: str) -> None:
    told = tomllib.loads((DATA / name).read_text(encoding="utf-8"))
    texts = list(typed_texts([told["speech"], told["nodes"]]))
    assert [text for text in texts if TYPED.search(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "一、成绩",
        "（二）要点",
        "做法：一是抓",
        "好。二要抓",
        "“五稳”局面",
        "讲三点意见",
        "五大工程",
    ],
)
def test_what_must_not_be_typed_would_be_found(text: str) -> None:
    assert TYPED.search(text)


def test_it_is_a_whole_speech_of_a_bureau(sample: Speech) -> None:
    text = "".join(blocks(sample))
    assert 4000 <= len(text) <= 6000
    assert [
        len(headings(sample, kind)) for kind in ("achievements", "priorities", "requirements")
    ] == [5, 5, 4]
    assert User.objects.values_list("role").distinct().count() == 5


def test_its_only_marks_are_one_empty_figure_and_one_unconfirmed(sample: Speech) -> None:
    marked = assemble(facts_of(sample)).marked
    assert sorted(run.mark for run in marked if run.mark) == ["empty", "unconfirmed"]


def test_the_register_begins_with_the_leader_and_the_host(sample: Speech) -> None:
    first, second, *_ = Person.objects.all()
    assert sample.speaker == first.name
    assert sample.post.endswith(first.post)
    assert sample.meeting.host == second.post + second.name
    assert {User.objects.get(role=role).name for role in ("reviewer", "contributor")} <= set(
        Person.objects.values_list("name", flat=True)
    )


@pytest.mark.usefixtures("sample")
def test_in_neither_speech_is_anything_wrong_but_the_empty_figure() -> None:
    told = [
        finding.rule
        for speech in Speech.objects.with_meeting().order_by("pk")
        for finding in proof_of(speech, current_copy(speech), facts_of(speech)).open
        if finding.level is Level.ERROR
    ]
    assert told == ["A5"]


def test_its_problems_are_answered_by_its_priorities(sample: Speech) -> None:
    answered = {problem for node in points(sample, "priorities") for problem in node.answers.all()}
    assert answered == set(points(sample, "problems"))


@pytest.mark.usefixtures("sample")
def test_the_final_copy_is_a_speech_without_marks() -> None:
    final = FinalCopy.objects.get()
    assert kept_copy(final).document.marked == ()
    assert final.made_by == User.objects.get(role="reviewer")


def test_without_one_category_heading_lead_and_pdf_count_four(
    sample: Speech,
) -> None:
    outlining.delete_node(points(sample, "achievements")[1], actor=None)
    texts, printed = blocks(sample), pdf_text(sample)
    heading = starting(texts, "一、")
    lead = texts[texts.index(heading) + 1]
    assert [text.count("“四稳”") for text in (heading, lead)] == [1, 1]
    assert (printed.count("“四稳”"), printed.count("“五稳”")) == (2, 0)
    assert headings(sample, "achievements") == [
        "（一）学位供给稳中有增",
        "（二）考试招生平稳顺畅",
        "（三）教师队伍稳定向好",
        "（四）安全防线稳固可靠",
    ]


def test_with_a_sixth_category_the_slogan_counts_six(sample: Speech) -> None:
    part = sample.nodes.get(kind="achievements")
    fields = {"heading": "经费保障稳中向好", "heading_run_in": True, "body": "投入只增不减。"}
    outlining.add_node(sample, part, actor=None, kind=NodeKind.CATEGORY, **fields)
    assert "".join(blocks(sample)).count("“六稳”") == 2
    assert pdf_text(sample).count("“六稳”") == 2
    assert headings(sample, "achievements")[-1] == "（六）经费保障稳中向好"


def test_where_two_priorities_are_swapped_the_list_and_the_numbers_follow(sample: Speech) -> None:
    part = sample.nodes.get(kind="priorities")
    first, second, *rest = (node.pk for node in points(sample, "priorities"))
    outlining.reorder(sample, part, [second, first, *rest], actor=None)
    listed = "课堂提质工程、学位统筹工程、健康护航工程、良师培育工程、党建固本工程等“五大工程”"
    assert listed in "".join(blocks(sample))
    assert listed in pdf_text(sample)
    assert headings(sample, "priorities")[:2] == ["（一）课堂提质工程", "（二）学位统筹工程"]


def test_without_a_part_the_opening_announces_two_points(sample: Speech) -> None:
    outlining.delete_node(sample.nodes.get(kind="requirements"), actor=None)
    texts = blocks(sample)
    assert "下面，我讲两点意见。" in texts
    assert [text[:2] for text in texts if re.match("[一二三四]、", text)] == ["一、", "二、"]
    assert "我讲两点意见。" in pdf_text(sample)


def test_the_pdf_reads_as_the_document_does(sample: Speech) -> None:
    printed = re.sub(r"\s", "", "".join(blocks(sample)))
    assert pdf_text(sample) == printed


def test_loading_it_again_makes_nothing(sample: Speech) -> None:
    again = load_sample()
    assert (again.accounts, again.speech) == ((), sample)
    assert (Bureau.objects.count(), Speech.objects.count(), User.objects.count()) == (1, 2, 5)


SLIPS = [
    ("[speech]\ntitle", "[speech]\ntitel", r"\[speech\]：不认识 titel。"),
    ("[meeting]", "[metting]", r"bad.toml：不认识 metting。"),
    ('role = "leader"', 'role = "chief"', r"\[\[people\]\] 程敬川：没有“chief”这种角色。"),
    ('role = "leader"', 'role = "reviewer"', None),
    ('role = "drafter"', 'role = "leader"', "示例文件里缺少 UserRole.DRAFTER。"),
    ('post = "办公室主任"\n', "", r"示例文件里缺少 'post'。"),
    ('department = "计划财务处"', 'department = "财务处"', r"没有“财务处”这个处室。"),
    ('answers = ["places"]', 'answers = ["place"]', r"学位统筹工程：没有 key 为“place”的问题。"),
    ('unit = "万名"', f'unit = "{"万" * 21}"', r"\[\[figures\]\] 专任教师：.*20"),
    ('kind = "achievements"', 'kind = "item"', r"\[\[nodes\]\] 看清成绩与差距"),
    ('kind = "half_year"', 'kind = "weekly"', r"\[meeting\]：.*weekly"),
    ('name = "澄川市教育局"', 'name = ""', r"\[bureau\]："),
    ("since = 2023-11-06", "from = 2023-11-06", r"\[\[register\]\] 程敬川：不认识 from。"),
    ("until = 2025-08-31", "until = 2015-08-31", r"\[\[register\]\] 顾念慈："),
    ("[bureau]", "[bureau", r"示例文件 .*bad.toml 读不出来："),
]


@pytest.mark.parametrize(("right", "wrong", "said"), SLIPS)
def test_a_slip_in_the_file_is_refused_with_its_place_and_nothing_is_made(
    right: str, wrong: str, said: str | None, tmp_path: Path
) -> None:
    text = (DATA / "sample.toml").read_text(encoding="utf-8")
    assert right in text
    path = tmp_path / "bad.toml"
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    if said is None:  # two people of a role are no slip
        assert len(load_sample(draft=path).accounts) == 5
        return
    with pytest.raises(SampleError, match=said):
        load_sample(draft=path)
    counts = [table.objects.count() for table in (Bureau, Department, Person, User, Speech)]
    assert counts == [0, 0, 0, 0, 0]


def test_a_final_copy_that_is_not_ready_is_refused() -> None:
    with pytest.raises(SampleError, match=r"^示例不能定稿：还不能定稿，请先处理："):
        load_sample(final=DATA / "sample.toml")


@pytest.mark.parametrize("edition", BUILT_IN, ids=lambda edition: edition.key)
def test_no_line_of_it_is_spread_or_drawn_beyond_the_bound(
    sample: Speech, edition: Edition
) -> None:
    assert typeset(assemble(facts_of(sample)), edition).strained() == []
