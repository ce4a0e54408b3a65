"""The parts of a .docx and how they are related (ECMA-376 part 2), parsed without any network.

python-docx is no help here: it reads every part, pictures too, and gives up on relations that lead
nowhere (Target="NULL", "#书签"), which other programs leave behind, and on ISO/IEC 29500 strict.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from lxml import etree

from speeches.importing.errors import ImportRefused

DAMAGED = "文件已损坏，读不出文字。请用 Word 或 WPS 打开后另存为 docx 再导入。"
CONTENT_TYPES = "[content_types].xml"

Element = Any  # lxml ships no types


class Relation(NamedTuple):
    """One part's pointer to another; `kind` is the last word of its type: styles, numbering …"""

    kind: str
    target: str
    is_external: bool


class Package:
    """The parts of a .docx that `archive.inspect` has let through. Names in lower case (OPC)."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._entries = {one.filename.lower(): one for one in self._archive.infolist()}

    @property
    def names(self) -> Collection[str]:
        return self._entries.keys()

    def read(self, name: str) -> bytes:
        """The bytes of the part `name`, which must be there."""
        return self._archive.read(self._entries[name])

    def find_xml(self, name: str) -> Element | None:
        """The root of the part `name`, or None if there is none."""
        return self.xml(name) if name in self._entries else None

    def xml(self, name: str) -> Element:
        """The root of the part `name`, which must be there. Raises ImportRefused if broken."""
        # No entity is resolved, no file or address fetched, libxml2's limits stay on.
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            raise ImportRefused(DAMAGED) from error

    def content_types(self) -> tuple[str, ...]:
        """Every type that the package declares, used or not."""
        return tuple(one.get("ContentType", "") for one in self.xml(CONTENT_TYPES))

    def xml_names(self) -> Iterator[str]:
        """The parts that are XML by name or by declaration.

        Not pictures: an .svg may bring its DOCTYPE along, and nobody parses it.
        """
        by_extension, by_name = self._types()
        for name in self._entries:
            extension = name.rpartition(".")[2]
            declared = by_name.get(name) or by_extension.get(extension, "")
            is_xml = extension in ("xml", "rels") or declared.endswith("xml")
            if is_xml and declared != "image/svg+xml":
                yield name

    def _types(self) -> tuple[dict[str, str], dict[str, str]]:
        by_extension: dict[str, str] = {}
        by_name: dict[str, str] = {}
        for one in self.xml(CONTENT_TYPES):
            declared = one.get("ContentType", "").lower()
            by_extension[one.get("Extension", "").lower()] = declared
            by_name[one.get("PartName", "").lower().removeprefix("/")] = declared
        return by_extension, by_name

    def relations(self, name: str) -> Iterator[Relation]:
        """Where the part `name` points to; the package itself is the part ``""``."""
        folder, file = posixpath.split(name)
        root = self.find_xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        for one in () if root is None else root:
            target = posixpath.join("/", folder, one.get("Target", "").lower())
            yield Relation(
                one.get("Type", "").rpartition("/")[2],
                posixpath.normpath(target).lstrip("/"),
                one.get("TargetMode", "Internal") != "Internal",
            )

    def all_relations(self) -> Iterator[Relation]:
        """Those of every part, also of parts that nothing leads to."""
        for name in self._entries:
            folder, file = posixpath.split(name)
            if file.endswith(".rels") and posixpath.basename(folder) == "_rels":
                yield from self.relations(
                    posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
                )

    def related(self, name: str, kind: str) -> Iterator[Element]:
        """The roots of the parts of one kind that the part `name` points to.

        What leads nowhere or outside is passed over.
        """
        for relation in self.relations(name):
            if relation.kind == kind and not relation.is_external:
                root = self.find_xml(relation.target)
                if root is not None:
                    yield root

    def main(self) -> str:
        """The name of the part that holds the text. Raises ImportRefused if there is none."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument" and relation.target in self._entries:
                return relation.target
        raise ImportRefused(DAMAGED)
