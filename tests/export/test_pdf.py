"""The PDF: the same lines as on the page, in the right fonts, on the grid."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfReader

from speeches.document.tree import Block, Document, Mark, Role
from speeches.export.embedding import embedding, substitutes
from speeches.export.errors import ExportError
from speeches.export.pdf import pdf
from speeches.export.text import text
from speeches.typeset.edition import BUILT_IN, POINTS_PER_MM, STANDARD, Align, Edition, Face
from speeches.typeset.fonts import FontBook, find_fonts
from speeches.typeset.metrics import font_metrics
from speeches.typeset.pages import Pages, typeset
from speeches.typeset.squeezing import HALF
from tests.export import reading_pdf as read
from tests.typeset.building import (
    SPEECH,
    TITLE_BLOCK,
    heading,
    lines_of,
    paragraph,
    run,
    set_in_pages,
    title,
)
from tests.typeset.making_fonts import font, save, save_collection
from tests.typeset.writing import paragraph_of

FAMILIES = {
    Face.BIAOSONG: "方正小标宋_GBK",
    Face.HEI: "黑体",
    Face.KAI: "楷体",
    Face.FANG: "仿宋",
    Face.SONG: "宋体",
}
ASCII = "".join(map(chr, range(0x20, 0x7F)))


@pytest.fixture(scope="module")
def book() -> FontBook:
    return find_fonts()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a font for every face that has ASCII, —, 〓 and 中."""
    for face, family in FAMILIES.items():
        save(font(family, ASCII + "—〓中"), tmp_path / f"{face}.ttf")
    return tmp_path


def set_in_fonts(book: FontBook, *blocks: Block, edition: Edition = STANDARD) -> Pages:
    return typeset(Document(blocks), edition, font_metrics(book))


def painted(book: FontBook, *blocks: Block, draft_marks: bool = False) -> bytes:
    return pdf(set_in_pages(*blocks), book, title="题", author="人", draft_marks=draft_marks)


def test_the_text_of_the_pdf_is_the_lines_on_the_pages(book: FontBook) -> None:
    pages = set_in_pages(*SPEECH, *[paragraph("数字“一二三”——1,234.5万元，" * 30)] * 2)
    expected = [
        [*filter(None, page), f"— {number} —"]
        for number, page in enumerate(lines_of(pages), start=1)
    ]
    assert read.lines(pdf(pages, book, title="题", author="人")) == expected


def test_every_role_is_painted_in_its_own_font(book: FontBook) -> None:
    content = painted(
        book,
        title("题中“一”——二……"),
        paragraph("——副题", role=Role.SUBTITLE),
        paragraph("同志们：", role=Role.SALUTATION),
        heading(1, "一、", "一级"),
        heading(2, "（一）", "二级"),
        heading(3, "1.", "三级"),
        paragraph(run("（二）", 2), run("稳。", 2), "增长“8.6%”——好……"),
    )
    assert read.fonts_of_texts(content) == [
        ("题中“一”——二……", "FandolSong-Bold"),
        ("——副题", "FandolKai-Regular"),
        ("同志们：", "FandolFang-Regular"),
        ("一、一级", "FandolHei-Regular"),
        ("（一）二级", "FandolKai-Regular"),
        ("1.三级", "FandolFang-Regular"),
        ("（二）稳。", "FandolKai-Regular"),
        ("增长“8.6%”——好……", "FandolFang-Regular"),
        ("— 1 —", "FandolSong-Regular"),
    ]


def test_the_fonts_of_the_role_table_are_embedded_and_no_others(book: FontBook) -> None:
    table = {book.font(face).postscript for face in Face}
    assert read.embedded(painted(book, *SPEECH)) == {*table, "NotoSerifCJKsc-Regular"}


def test_characters_missing_from_the_font_come_from_another(book: FontBook) -> None:
    names = "喆珺旸昇堃𠮷"
    content = painted(book, paragraph("李" + names + "等"), heading(1, "一、", "喆"))
    assert read.fonts_of_texts(content) == [
        ("李", "FandolFang-Regular"),
        (names, "NotoSerifCJKsc-Regular"),
        ("等", "FandolFang-Regular"),
        ("一、", "FandolHei-Regular"),
        ("喆", "NotoSansCJKsc-Regular"),
        ("— 1 —", "FandolSong-Regular"),
    ]
    assert read.boxes(content) == 0


def test_the_user_can_be_told_what_was_substituted(book: FontBook) -> None:
    pages = set_in_pages(paragraph("李喆\ue000，好\U000e0100"), heading(1, "旸"))
    found = substitutes(pages, book)
    assert [(face, character, font and font.postscript) for face, character, font in found] == [
        (Face.FANG, "喆", "NotoSerifCJKsc-Regular"),
        (Face.FANG, "\ue000", None),
        (Face.HEI, "旸", "NotoSansCJKsc-Regular"),
    ]


def test_a_character_that_one_face_lacks_is_printed_where_another_has_it(
    book: FontBook,
) -> None:
    only_hei = {face: fonts[:1] for face, fonts in book.fonts.items()}
    fang = (*only_hei[Face.FANG], book.fonts[Face.FANG][-1])
    pages = set_in_pages(heading(1, "旸"), paragraph("旸"))
    embedded = embedding(pages, FontBook(only_hei | {Face.FANG: fang}))
    assert [block.text for block in embedded.pages.document.blocks] == ["〓", "旸"]


def test_what_no_font_has_is_printed_as_a_sign_and_never_as_a_box(book: FontBook) -> None:
    text = "坏\ud800\x00字\u202e符\ue000😀\ufffe喆\U000e0100，\ufe00好\u0915"
    content = painted(book, title(text), paragraph(text + "\u2028\t"))
    assert [line.rstrip() for line in read.lines(content)[0]] == [
        "坏字符〓〓〓喆，好〓",
        "坏字符〓〓〓喆，好〓",
        "— 1 —",
    ]
    assert read.boxes(content) == 0


@pytest.mark.parametrize("fallback", ["中。", "喆，", "李喆〔待补〕"])
def test_every_line_stands_on_the_grid(book: FontBook, fallback: str) -> None:
    marked = run(fallback, 0, Mark.EMPTY)
    parts = (run("（一）", 2), run("稳中有进。", 2), "一" * 120, marked, "一" * 2000)
    content = painted(book, paragraph(*parts), draft_marks=True)
    full = read.baselines(content)[:-1]
    steps = [[(height - page[0]) / STANDARD.pitch for height in page[:22]] for page in full]
    assert steps == [pytest.approx(list(range(22)), abs=0.001)] * 3


def test_full_lines_fill_the_type_area_exactly(book: FontBook) -> None:
    content = painted(book, paragraph("一" * 500))
    assert read.extent(content) == pytest.approx((28, 184), abs=0.1)


def random_blocks(seed: int) -> list[Block]:
    """Paragraphs with a run-in heading, marked figures, and a title block before them."""
    random = Random(seed)  # noqa: S311 - always the same
    paragraphs = [
        paragraph(
            run("（一）", 2), run("保障“稳”字（试行）。", 2), paragraph_of(random),
            run("3.5亿元", 0, Mark.UNCONFIRMED), "，", paragraph_of(random),
        )
        for _ in range(6)
    ]  # fmt: skip
    return [*TITLE_BLOCK, *paragraphs, heading(1, "一、", "成绩"), paragraph("喆珺“‘𠮷’”（好），")]


@pytest.mark.parametrize("edition", BUILT_IN, ids=lambda edition: edition.key)
@pytest.mark.parametrize("seed", range(4))
def test_every_line_begins_and_ends_where_typeset_has_it(
    book: FontBook, edition: Edition, seed: int
) -> None:
    pages = set_in_fonts(book, *random_blocks(seed), edition=edition)
    found = read.edges(pdf(pages, book, title="题", author="人"))
    left = edition.margin_left * POINTS_PER_MM
    for page, places in zip(pages.pages, found, strict=True):
        lines = [line for line in page.lines if line]
        for line, (begins, ends) in zip(lines, places[:-1], strict=True):
            style = edition.style(pages.document.blocks[line.block])
            # A mark that the engine has placed by itself has its blank half beyond the edge.
            beyond = HALF * style.size if line.end - 1 in line.squeezed else 0.0
            width = line.width + (beyond if ends - begins > line.width + 1 else 0.0)
            assert ends - begins == pytest.approx(width, abs=0.1)
            if style.align is Align.LEFT:
                assert begins == pytest.approx(left + line.indent, abs=0.02)


def test_lines_with_marks_over_letters_are_left_to_the_engine(book: FontBook) -> None:
    pages = set_in_fonts(book, paragraph("一" * 20 + "e\u0301，（二）" + "三" * 40))
    found = read.edges(pdf(pages, book, title="题", author="人"))[0]
    assert [ends for _, ends in found[:2]] == pytest.approx([184 * POINTS_PER_MM] * 2, abs=0.4)


def test_a_bold_level_is_the_bold_cut_of_its_font_or_made_bolder(tmp_path: Path) -> None:
    for face, family in FAMILIES.items():
        save(font(family, ASCII + "—〓中"), tmp_path / f"{face}.ttf")
    heavy = font(FAMILIES[Face.FANG], ASCII + "中", style="Bold", postscript="Cut")
    save(heavy, tmp_path / "heavy.ttf")
    levels = tuple(replace(style, bold=True) for style in STANDARD.levels)
    book = find_fonts([tmp_path], ())
    pages = set_in_fonts(
        book,
        heading(2, "kai"),
        paragraph(run("kai", 2), "a"),
        heading(3, "fang"),
        edition=replace(STANDARD, levels=levels),
    )
    content = pdf(pages, book, title="题", author="人")
    names = [name for _, name in read.fonts_of_texts(content)]
    assert names == ["Made-Regular", "Cut-Bold", "Made-Regular"]
    shown = re.findall(rb"(\d) Tr|\] (TJ)", read.painting(content)[0])
    assert b"".join(mode or b"." for mode, _ in shown) == b"2.2.0.0.0."


def test_nothing_is_made_bolder_where_no_level_is_bold(book: FontBook) -> None:
    assert b" Tr" not in b"".join(read.painting(painted(book, *SPEECH)))


@pytest.mark.parametrize("seed", range(3))
def test_the_text_of_the_pdf_is_the_plain_text(book: FontBook, seed: int) -> None:
    pages = set_in_fonts(book, *random_blocks(seed), *SPEECH)
    content = pdf(pages, book, title="题", author="人")
    numbered = "".join("".join(page[:-1]) for page in read.lines(content))
    assert squeezed(numbered) == squeezed(text(pages.document))


def squeezed(text: str) -> str:
    """Blanks are left out: those at the ends of lines are not printed."""
    return re.sub(r"\s", "", text)


def test_25_pages_are_less_than_a_megabyte(book: FontBook) -> None:
    random = Random(1)  # noqa: S311 - always the same
    pages = set_in_fonts(book, *[paragraph(paragraph_of(random)) for _ in range(70)])
    content = pdf(pages, book, title="题", author="人")
    assert 25 <= len(pages.pages) <= 30
    assert len(content) < 2**20


def test_the_pdf_names_itself_and_is_tagged(book: FontBook) -> None:
    content = pdf(set_in_pages(*SPEECH), book, title="讲话<“1”>\ud800", author='局长"<李>\x00')
    reader = PdfReader(BytesIO(content))
    root = reader.trailer["/Root"]
    assert reader.metadata
    assert (reader.metadata.title, reader.metadata.author) == ("讲话<“1”>", '局长"<李>')
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("zh-CN", True)
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    assert read.tags(content) == [
        "/H1", "/Div", "/P", "/P", "/Div", "/P", "/P", "/H2", "/P", "/P", "/H3", "/H4", "/H5", "/P",
        "/P",
    ]  # fmt: skip


def test_headings_are_bookmarks_run_in_or_not(book: FontBook) -> None:
    content = painted(
        book,
        title("在全市教育系统上半年重点工作汇报会上的讲话提纲"),
        heading(1, "一、", "成绩"),
        paragraph(run("（一）", 2), run("稳。", 2), "好"),
        paragraph(run("1.", 3), run("人" * 30, 3), "好"),
        heading(1, "二、", "问题"),
        heading(2, "（一）", "不足" * 20),
    )
    assert read.bookmarks(content) == [
        "在全市教育系统上半年重点工作汇报会上的讲话提纲",
        ["一、成绩", ["（一）稳。", ["1." + "人" * 30]], "二、问题", ["（一）" + "不足" * 20]],
    ]


def test_marks_show_in_drafts_only(book: FontBook) -> None:
    marked = paragraph(run("〔待补〕", 0, Mark.EMPTY), "好")
    draft, final = (painted(book, marked, draft_marks=marks) for marks in (True, False))
    colour = b"0.968627 0.85098 0.658824 rg"
    assert [colour in read.painting(each)[0] for each in (draft, final)] == [True, False]


def test_a_stamp_stands_on_every_page_above_the_type_area(book: FontBook) -> None:
    pages = set_in_pages(*[paragraph("字")] * 30)
    plain = pdf(pages, book, title="题", author="人")
    stamped = pdf(pages, book, title="题", author="人", stamp="征求意见稿")
    assert read.lines(stamped) == [["征求意见稿", *lines] for lines in read.lines(plain)]
    assert read.fonts_of_texts(stamped)[0] == ("征求意见稿", "FandolHei-Regular")
    both = zip(read.baselines(plain), read.baselines(stamped), strict=True)
    added = [height * 25.4 / 72 for without, with_it in both for height in with_it[: -len(without)]]
    assert [25 < height < 30 for height in added] == [True, True]


def test_a_document_without_blocks_is_one_page(book: FontBook) -> None:
    assert read.lines(painted(book)) == [["— 1 —"]]


@pytest.mark.parametrize(
    ("blocks", "count"),
    [
        ([paragraph("一" * 100_000)], 163),
        ([heading(4, "（1）", "题"), paragraph("谈")] * 1000, 91),
        ([title("题" * 20_000)], 46),
        ([paragraph("a" * 20_000)], 16),
    ],
)
def test_a_document_of_any_size_is_exported(
    book: FontBook, blocks: list[Block], count: int
) -> None:
    assert len(PdfReader(BytesIO(painted(book, *blocks))).pages) == count


def test_a_font_out_of_a_collection_is_the_one_meant(folder: Path) -> None:
    (folder / "fang.ttf").unlink()
    save_collection(folder / "x.ttc", font("别的", "—中"), font("仿宋", "—中a", postscript="Meant"))
    content = painted(find_fonts([folder], ()), paragraph("中a"))
    assert read.fonts_of_texts(content) == [("中a", "Meant-Regular"), ("— 1 —", "Made-Regular")]


def test_a_typed_sign_that_no_font_has_does_no_harm_to_the_markup(tmp_path: Path) -> None:
    for face, family in FAMILIES.items():
        save(font(family, "0123456789 —〓中"), tmp_path / f"{face}.ttf")
    content = painted(find_fonts([tmp_path], ()), paragraph("<中>&"))
    assert read.lines(content) == [["〓中〓〓", "— 1 —"]]


def test_a_font_that_cannot_be_loaded_ends_the_export(folder: Path) -> None:
    made = font("仿宋", "中")
    for table in ("glyf", "loca"):
        del made[table]
    save(made, folder / "fang.ttf")
    with pytest.raises(ExportError) as refusal:
        painted(find_fonts([folder], ()), paragraph("中"))
    assert str(refusal.value) == (
        "PDF 没有做成：有一个字体文件或者样式文件不能用，请换一份或者移走。"
        "排版程序的报告是“Font-face 'Made-Regular-0' cannot be loaded”。"
    )


def test_a_font_that_is_damaged_later_ends_the_export_and_is_named(folder: Path) -> None:
    found = find_fonts([folder], ())
    painted(found, paragraph("中"))
    (folder / "fang.ttf").write_bytes(b"no font")
    with pytest.raises(ExportError) as refusal:
        painted(found, paragraph("中"))
    assert str(refusal.value) == (
        f"字体文件 {folder}/fang.ttf 已损坏或者不是字体：请换一份，或者移走。"
    )
