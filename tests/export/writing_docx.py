"""A short way to a Word file."""

from speeches.document.tree import Block
from speeches.export.docx import docx
from speeches.typeset.edition import STANDARD, Edition
from tests.typeset.building import set_in_pages


def written(
    *blocks: Block, edition: Edition = STANDARD, draft_marks: bool = False, stamp: str = ""
) -> bytes:
    pages = set_in_pages(*blocks, edition=edition)
    return docx(pages, title="题", author="人", draft_marks=draft_marks, stamp=stamp)
