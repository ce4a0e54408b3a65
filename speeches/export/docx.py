"""Word (.docx) by python-docx: the blocks of the pages in styles, so that an office can go on.

Order, blank lines and the lines of a title are those of the pages. Lines of paragraphs are for
Word to break, and pages for it to turn: it puts as many characters in a line and as many lines
on a page as the edition has. That a page turns at the end of a sentence is beyond it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import chain, groupby, islice
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document as NewFile
from docx.document import Document as File
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from speeches.document.tree import Block, Heading, Run
from speeches.export.docx_markup import clean, element, paragraph, parsed, root, text_run
from speeches.export.docx_page import lay_out
from speeches.export.docx_styles import (
    NORMAL,
    TWIPS,
    font_table,
    run_style_of,
    style_of,
    styles,
)
from speeches.typeset.edition import Align, Edition
from speeches.typeset.lines import Line
from speeches.typeset.pages import Pages

# What stays of the file that python-docx starts from.
_KEPT = (
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
)
_LONGEST_PROPERTY = 255  # characters; python-docx and Word take no more
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP file can say


def docx(
    pages: Pages, *, title: str, author: str, draft_marks: bool = False, stamp: str = ""
) -> bytes:
    """The pages as a Word file; the same pages give the same bytes.

    `draft_marks` shows what is still to be settled; `stamp` stands at the head of every page.
    Characters that XML cannot hold are left out.
    """
    file = _empty()
    file.styles.element.extend(parsed(styles(pages.edition)))
    file.settings.element.extend(parsed(_settings(pages.edition)))
    file.element.body[:0] = parsed("".join(_paragraphs(pages, draft_marks=draft_marks)))
    lay_out(file, pages.edition, stamp)
    _name_fonts(file, pages.edition)
    properties = file.core_properties
    properties.title = clean(title)[:_LONGEST_PROPERTY]
    properties.author = clean(author)[:_LONGEST_PROPERTY]
    properties.language = "zh-CN"
    return _undated(file)


def _empty() -> File:
    """python-docx's own file without its styles, theme, thumbnail, and what it says of itself."""
    file = NewFile()
    package = file.part.package
    for relations in (file.part.rels, package.rels):
        for key in [key for key, each in relations.items() if each.reltype not in _KEPT]:
            del relations[key]
    properties = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    for whole in (file.styles.element, file.settings.element, properties.element):
        whole[:] = []
    return file


def _settings(edition: Edition) -> str:
    """Marks in a row are squeezed, as on the pages (17.15.1.18).

    With compatibilityMode 15 Word does not open the file as one of an older version.
    """
    mode = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word"}
    return "".join(
        (
            element("zoom", percent=100),
            element("defaultTabStop", val=round(2 * edition.size * TWIPS)),
            element("characterSpacingControl", val="compressPunctuation"),
            element("compat", element("useFELayout") + element("compatSetting", **mode, val=15)),
            element("themeFontLang", val="zh-CN", eastAsia="zh-CN"),
        )
    )


def _name_fonts(file: File, edition: Edition) -> None:
    """Say which fonts may stand in for one that a reader's machine lacks."""
    table = root("fonts", font_table(edition)).encode()
    place, kind = PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE
    part = Part(place, kind, table, file.part.package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def _paragraphs(pages: Pages, *, draft_marks: bool) -> Iterator[str]:
    """Blocks and blank lines in the order of the pages; a block goes on over a page's end."""
    lines = chain.from_iterable(page.lines for page in pages.pages)
    for index, group in groupby(lines, key=lambda line: line.block if line else None):
        if index is None:
            yield from (paragraph(NORMAL) for _ in group)
            continue
        block = pages.document.blocks[index]
        texts = [run.text for run in block.runs]
        if pages.edition.style(block).align is Align.CENTER:
            texts = _in_lines(texts, [line for line in group if line])
        yield paragraph(style_of(block), _runs(block, texts, draft_marks=draft_marks))


def _runs(block: Block, texts: list[str], *, draft_marks: bool) -> str:
    """The runs of a block that print these texts; neighbours in the same style become one."""
    styled = [
        (_run_style(block, run, draft_marks=draft_marks), text)
        for run, text in zip(block.runs, texts, strict=True)
        if text
    ]
    return "".join(
        text_run("".join(text for _, text in group), style)
        for style, group in groupby(styled, key=lambda each: each[0])
    )


def _run_style(block: Block, run: Run, *, draft_marks: bool) -> str:
    level = 0 if isinstance(block, Heading) else run.level
    return run_style_of(level, run.mark if draft_marks else None)


def _in_lines(texts: list[str], lines: list[Line]) -> list[str]:
    """The texts of runs as they stand in the lines of the page, with a line break between two.

    Blanks that vanish at the ends of lines on the page vanish here, too.
    """
    text = "".join(texts)
    characters = [""] * (len(text) + 1)  # an empty line may begin behind the last
    for line in lines:
        characters[line.start : line.end] = text[line.start : line.end]
    for line in lines[1:]:
        characters[line.start] = "\n" + characters[line.start]
    left = iter(characters)
    return ["".join(islice(left, len(each))) for each in texts]


def _undated(file: File) -> bytes:
    """The file's bytes; python-docx writes the time of writing at every part."""
    dated, undated = BytesIO(), BytesIO()
    file.save(dated)
    with ZipFile(dated) as source, ZipFile(undated, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, _NO_DATE), source.read(name), ZIP_DEFLATED)
    return undated.getvalue()
