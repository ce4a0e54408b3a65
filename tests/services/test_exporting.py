"""Files: their names, what is in them, and that a PDF is painted once."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.files.storage import storages
from pytest_django import Settings

from reportsite import environment
from speeches.document.assemble import assemble
from speeches.document.facts import NodeFacts, Row, SpeechFacts
from speeches.enums import FileFormat
from speeches.models import Export, Speech
from speeches.services.copies import Copy
from speeches.services.exporting import FORMATS, export, file_name, pdf_file
from speeches.services.finalising import mark_final
from speeches.services.fonts import fonts
from speeches.typeset import fonts as faces
from speeches.typeset.edition import LARGE, STANDARD, Edition, Face
from speeches.typeset.fonts import MissingFonts
from tests import factories
from tests.export import reading_pdf as read

DAY = datetime.date(2020, 7, 30)


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """The folder of this test's own store."""
    exports = environment.private_storage(
        "EXPORT_STORAGE", str(tmp_path / "exports"), base=tmp_path
    )
    settings.STORAGES = settings.STORAGES | {"exports": exports}
    return tmp_path / "exports"


def copy(title: str = "题", date: datetime.date | None = DAY, **fields: str) -> Copy:
    document = assemble(SpeechFacts(Row("speech", 1), title=title, **fields))
    return Copy(document, revision=3, date=date, is_draft=True)


def kept(folder: Path) -> dict[str, int]:
    """The files of the store with the time of their last change, in ns."""
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("*/*")}


@pytest.mark.parametrize(
    ("title", "date", "name"),
    [
        ("题名", DAY, "题名_v3_2020-07-30.pdf"),
        ("题名", None, "题名_v3.pdf"),
        ("两行\n题名", DAY, "两行题名_v3_2020-07-30.pdf"),
        ('A/B\\C:D*E?F"G<H>I|J', None, "A_B_C_D_E_F_G_H_I_J_v3.pdf"),
        ("../../etc/passwd", None, "_.._etc_passwd_v3.pdf"),
        (" .题名. ", None, "题名_v3.pdf"),
        ("制表\t符\x07", None, "制表_符__v3.pdf"),
        ("", None, "讲话稿_v3.pdf"),
        ("…", None, "…_v3.pdf"),
        ("长" * 500, None, "长" * 60 + "_v3.pdf"),
        ("𠀀" * 60, None, "𠀀" * 45 + "_v3.pdf"),
        ("喆珺𠮷", None, "喆珺𠮷_v3.pdf"),
    ],
)
def test_a_file_is_named_by_title_revision_and_date(
    title: str, date: datetime.date | None, name: str
) -> None:
    assert file_name(copy(title, date), "pdf") == name


@pytest.mark.parametrize(
    ("edition", "title", "name"),
    [
        (LARGE, "题名", "题名_大字版_v3_2020-07-30.pdf"),
        (replace(LARGE, name="局里/大字"), "题名", "题名_局里_大字_v3_2020-07-30.pdf"),
        (
            replace(LARGE, name="字" * 30),
            "长" * 90,
            "长" * 29 + "_" + "字" * 30 + "_v3_2020-07-30.pdf",
        ),
    ],
)
def test_another_edition_than_the_standard_stands_in_the_name(
    edition: Edition, title: str, name: str
) -> None:
    assert file_name(copy(title), "pdf", edition) == name


@pytest.mark.parametrize(
    ("made", "name"),
    [
        ("pdf", "题_大字版_送审稿_v3_2020-07-30.pdf"),
        ("docx", "题_大字版_送审稿_v3_2020-07-30.docx"),
        ("txt", "题_v3_2020-07-30.txt"),
        ("html", "题_大字版_送审稿_v3_2020-07-30.html"),
    ],
)
def test_a_draft_is_named_by_its_stamp_too_where_it_carries_one(made: str, name: str) -> None:
    final = replace(copy(), is_draft=False)
    assert FORMATS[made](copy(), LARGE, "送审稿").name == name
    assert FORMATS[made](final, LARGE, "送审稿").name == name.replace("_送审稿", "")


def test_a_token_in_the_title_stands_in_the_name_as_it_prints() -> None:
    parts = (NodeFacts(Row("node", 1), heading="成绩"), NodeFacts(Row("node", 2), heading="打算"))
    facts = SpeechFacts(Row("speech", 1), title="谈{数量}点", nodes=parts)
    assert file_name(Copy(assemble(facts), 1, None, is_draft=True), "txt") == "谈两点_v1.txt"


def test_an_unchanged_speech_is_painted_once(folder: Path) -> None:
    first = pdf_file(copy(), STANDARD)
    stood = kept(folder)
    assert (pdf_file(copy(), STANDARD), kept(folder)) == (first, stood)
    assert len(stood) == 1


def test_another_text_edition_or_stamp_is_painted_anew(folder: Path) -> None:
    for made, edition, stamp in (
        (copy(), STANDARD, ""),
        (copy("题名"), STANDARD, ""),
        (copy(), LARGE, ""),
        (copy(), STANDARD, "送审稿"),
        (replace(copy(), is_draft=False), STANDARD, ""),
    ):
        pdf_file(made, edition, stamp)
    assert len(kept(folder)) == 5


def test_a_bureau_s_new_font_paints_the_speech_anew(
    folder: Path, settings: Settings, tmp_path: Path
) -> None:
    own = tmp_path / "fonts"
    own.mkdir()
    settings.FONT_DIRS = [own]
    pdf_file(copy(), STANDARD)
    shutil.copyfile(fonts(STANDARD).font(Face.KAI).path, own / "moved.otf")
    pdf_file(copy(), STANDARD)
    assert len(kept(folder)) == 1
    with (own / "moved.otf").open("ab") as file:
        file.write(b"\0")
    pdf_file(copy(), STANDARD)
    assert len(kept(folder)) == 2


def test_a_final_copy_carries_no_stamp_and_is_kept_once(folder: Path) -> None:
    final = replace(copy(), is_draft=False)
    pages = [read.lines(pdf_file(final, STANDARD, stamp).content) for stamp in ("送审稿", "")]
    assert (pages[0], len(kept(folder))) == (pages[1], 1)


def test_a_draft_carries_its_stamp_in_every_format_that_has_pages() -> None:
    formats = [made for made in FORMATS if made not in (FileFormat.TXT, FileFormat.DOCX)]
    assert {
        made: b"paper-stamp" in FORMATS[made](copy(), STANDARD, "送审稿").content
        for made in formats
    } == {
        "pdf": False,
        "html": True,
    }
    assert read.lines(pdf_file(copy(), STANDARD, "送审稿").content)[0][0] == "送审稿"


@pytest.mark.parametrize("made", FileFormat.values)
def test_every_format_that_is_recorded_can_be_made(made: str) -> None:
    file = FORMATS[made](copy(), LARGE, "")
    assert (file.name.rpartition(".")[2], len(file.content) > 0) == (made, True)


@pytest.mark.django_db
def test_a_file_that_cannot_be_made_leaves_no_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces, "SYSTEM_FOLDERS", ())
    with pytest.raises(MissingFonts):
        export(factories.speech(), FileFormat.PDF, STANDARD, actor=None)
    assert list(Export.objects.all()) == []


@pytest.mark.django_db
def test_a_final_speech_is_recorded_without_the_stamp_that_it_does_not_carry() -> None:
    speech = factories.speech()
    mark_final(speech, actor=None)
    now = Speech.objects.with_meeting().get(pk=speech.pk)
    export(now, FileFormat.PDF, STANDARD, stamp="送审稿", actor=None)
    assert [record.stamp for record in Export.objects.all()] == [""]


def test_tests_keep_their_files_in_memory() -> None:
    assert type(storages["exports"]).__name__ == "InMemoryStorage"
