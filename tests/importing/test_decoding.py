"""Bytes become text, or a sentence says why not."""

import codecs

import pytest

from speeches.importing.decoding import decode
from speeches.importing.errors import ImportRefused

TEXT = "在会议上的讲话\r\n同志们：\n㐀𠀀"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("gb18030"),
        "\ufeff".encode("gb18030") + TEXT.encode("gb18030"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_text_comes_in_from_every_encoding_an_office_uses(data):
    assert decode(data) == TEXT


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("同志们：".encode("gbk"), "同志们："),
        (f"{'全局上下' * 20}\x07\x1a".encode(), f"{'全局上下' * 20}\x07\x1a"),
    ],
)
def test_what_is_left_of_old_systems_is_no_reason_to_refuse(data, text):
    assert decode(data) == text


SAVE_AS = "请另存为 docx 再导入，或把文字复制后粘贴。"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00",
            f"这是旧版 Office 或 WPS 的文件（.doc、.wps 等），{SAVE_AS}",
        ),
        (
            b"PK\x03\x04\x14\x00",
            "这是压缩格式的文件，不是纯文本。Word 文档请以 .docx 为扩展名导入。",
        ),
        (b"%PDF-1.7\n", f"这是 PDF 文件，{SAVE_AS}"),
        (b"{\\rtf1\\ansi", f"这是 RTF 文件，{SAVE_AS}"),
        (b"\x89PNG\r\n\x1a\n", "这是图片，里面没有文字可取，请先识别成文字再导入。"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html>", f"这是保存下来的网页，{SAVE_AS}"),
        (b"<HTML><body>", f"这是保存下来的网页，{SAVE_AS}"),
        (b"<?xml version='1.0'?>", f"这是 XML 文件，{SAVE_AS}"),
        (b"MZ\x90\x00\x03\x00", f"这不是文本文件，{SAVE_AS}"),
        (b"\x01\x02\x03ab", f"这不是文本文件，{SAVE_AS}"),
        (b"\xff\xfe\x00", f"这不是文本文件，{SAVE_AS}"),
        (
            b"\xff\xff\xff",
            "看不出这个文件用的是哪种编码，请另存为 UTF-8 编码的文本或 docx 再导入。",
        ),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data, sentence):
    with pytest.raises(ImportRefused) as refused:
        decode(data)
    assert str(refused.value) == sentence
