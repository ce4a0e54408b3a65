"""The PDF engine: what it may load, what it complains of, and what it leaves behind."""

import gc
import logging
from contextlib import suppress
from threading import Thread

import pytest

from speeches.export.errors import ExportError
from speeches.export.pdf import Bundle, paint
from speeches.typeset.edition import Face
from speeches.typeset.fonts import find_fonts
from tests.export import reading_pdf as read


def test_only_the_bundled_files_can_be_fetched() -> None:
    bundle = Bundle({"font:0": b"font"})
    assert bundle.fetch("font:0").read() == b"font"
    with pytest.raises(ValueError, match=r"^file:///etc/passwd is not one of the bundled files$"):
        bundle.fetch("file:///etc/passwd")


@pytest.mark.parametrize(
    ("markup", "style"),
    [
        ('<img alt="x" src="file:///etc/passwd">', ""),
        ("", "@import 'file:///etc/passwd';"),
        ("", "p { colour: red }"),
    ],
)
def test_whatever_the_engine_complains_of_ends_the_export(markup: str, style: str) -> None:
    with pytest.raises(ExportError, match=r"^PDF 没有做成：有一个字体文件或者样式文件不能用"):
        paint(f'<html lang="zh-CN"><title>题</title>{markup}', style, {})


def test_complaints_of_another_export_are_not_ours() -> None:
    class Meanwhile(dict[str, bytes]):
        """While the font is fetched, another export in another thread fails."""

        def __getitem__(self, address: str) -> bytes:
            other = Thread(target=logging.getLogger("weasyprint").error, args=("other",))
            other.start()
            other.join()
            return super().__getitem__(address)

    files = Meanwhile({"font:0": find_fonts().font(Face.FANG).path.read_bytes()})
    style = '@font-face { font-family: "f"; src: url("font:0") } p { font-family: "f" }'
    content = paint('<html lang="zh-CN"><title>题</title><p>中', style, files)
    assert read.lines(content) == [["中"]]


@pytest.mark.parametrize("was_on", [True, False])
@pytest.mark.parametrize("markup", ["", "<img src='elsewhere:'>"])
def test_the_collector_of_garbage_is_left_as_it_was(was_on: bool, markup: str) -> None:
    (gc.enable if was_on else gc.disable)()
    try:
        with suppress(ExportError):
            paint(f'<html lang="zh-CN"><title>题</title>{markup}', "", {})
        assert gc.isenabled() is was_on
    finally:
        gc.enable()
