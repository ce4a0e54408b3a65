"""Bytes of a text file become text; whatever is no text is refused by its first bytes.

Encodings: UTF-8 and GB18030 (GB 18030—2022, which holds GBK and GB 2312), with or without a byte
order mark; UTF-16 with one.
"""

from __future__ import annotations

import codecs
import re

from speeches.importing.errors import ImportRefused

_SAVE_AS = "请另存为 docx 再导入，或把文字复制后粘贴。"
_OFFICE = f"这是旧版 Office 或 WPS 的文件（.doc、.wps 等），{_SAVE_AS}"
_ZIP = "这是压缩格式的文件，不是纯文本。Word 文档请以 .docx 为扩展名导入。"
_PICTURE = "这是图片，里面没有文字可取，请先识别成文字再导入。"
_WEB_PAGE = f"这是保存下来的网页，{_SAVE_AS}"
_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"PK\x03\x04", _ZIP),
    (b"PK\x05\x06", _ZIP),
    (b"%PDF", f"这是 PDF 文件，{_SAVE_AS}"),
    (b"{\\rtf", f"这是 RTF 文件，{_SAVE_AS}"),
    (b"Rar!", _ZIP),
    (b"7z\xbc\xaf", _ZIP),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"<!doctype", _WEB_PAGE),
    (b"<html", _WEB_PAGE),
    (b"<?xml", f"这是 XML 文件，{_SAVE_AS}"),
    (b"mime-version:", _WEB_PAGE),
)
_NO_TEXT = f"这不是文本文件，{_SAVE_AS}"
_NO_ENCODING = "看不出这个文件用的是哪种编码，请另存为 UTF-8 编码的文本或 docx 再导入。"
_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    ("\ufeff".encode("gb18030"), "gb18030"),
)
# Control characters but those that lay out a text; 0x1A ends texts of old systems.
# A few get into texts by accident; cleaning takes them out.
_SHARE_OF_CONTROL = 50
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f]")


def decode(data: bytes) -> str:
    """The text in `data`, without its byte order mark.

    Raises ImportRefused for what is no text, and for text in an encoding that is not known here.
    """
    refuse_by_first_bytes(data)
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _readable(data.removeprefix(mark), (encoding,))
    return _readable(data, ("utf-8", "gb18030"))


def refuse_by_first_bytes(data: bytes) -> None:
    """Raises ImportRefused for the kinds of files that people take for a text."""
    head = data[:64].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for beginning, sentence in _REFUSED:
        if head.startswith(beginning.lower()):
            raise ImportRefused(sentence)


def _readable(data: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _SHARE_OF_CONTROL * len(_CONTROL.findall(text)) > len(text):
            raise ImportRefused(_NO_TEXT)
        return text
    raise ImportRefused(_NO_TEXT if b"\0" in data else _NO_ENCODING)
