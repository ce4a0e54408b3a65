"""LibreOffice, the judge at hand of what Word makes of a file.

It gets a profile and a font configuration of its own, in which the official names of the faces
stand for the free ones that our pages are set in.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from speeches.typeset.fonts import SYSTEM_FOLDERS

PROGRAM = "soffice"
_STANDING_FOR = {
    "方正小标宋_GBK": "FandolSong",
    "黑体": "FandolHei",
    "楷体_GB2312": "FandolKai",
    "仿宋_GB2312": "FandolFang",
    "宋体": "FandolSong",
}


class Office:
    """A LibreOffice whose profile and caches are in `folder`; the first start makes them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "fonts.conf").write_text(_font_configuration(folder), encoding="utf-8")

    def convert(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """.docx files by name as PDF, all in one run of the program."""
        for name, content in files.items():
            (self._folder / f"{name}.docx").write_bytes(content)
        command = [
            PROGRAM,
            f"-env:UserInstallation={(self._folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(self._folder),
            *(str(self._folder / f"{name}.docx") for name in files),
        ]
        environment = os.environ | {
            "HOME": str(self._folder),
            "FONTCONFIG_FILE": str(self._folder / "fonts.conf"),
        }
        subprocess.run(command, env=environment, capture_output=True, check=True)
        return {name: (self._folder / f"{name}.pdf").read_bytes() for name in files}


def without_hanging(content: bytes) -> bytes:
    """The file as LibreOffice 7.4 must be told that no mark hangs into the margin.

    It takes the switch for its opposite (ECMA-376-1, 17.3.1.21: 0 forbids hanging), and leaves
    out of the PDF some of the marks that it hangs.
    """
    target = BytesIO()
    with ZipFile(BytesIO(content)) as file, ZipFile(target, "w") as changed:
        for name in file.namelist():
            part = file.read(name)
            forbidden, allowed = (b'<w:overflowPunct w:val="%d"/>' % value for value in (0, 1))
            changed.writestr(name, part.replace(forbidden, allowed))
    return target.getvalue()


def lines(pdf: bytes) -> list[list[str]]:
    """The lines of every page, the page number last."""
    command = ["pdftotext", "-layout", "-", "-"]
    answer = subprocess.run(command, input=pdf, capture_output=True, check=True)
    pages = answer.stdout.decode().split("\f")[:-1]
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]


def _font_configuration(folder: Path) -> str:
    folders = "".join(f"<dir>{path}</dir>" for path in (*SYSTEM_FOLDERS, "/usr/share/fonts"))
    names = "".join(
        f'<match target="pattern"><test name="family"><string>{official}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{free}</string></edit></match>'
        for official, free in _STANDING_FOR.items()
    )
    return f"<fontconfig>{folders}{names}<cachedir>{folder / 'fonts'}</cachedir></fontconfig>"
