"""What parts does this Word file have? The package opened within limits, its parts parsed without trusting them."""

from __future__ import annotations

import posixpath
import zipfile
from typing import Any

from lxml import etree

from hanse.errors import DamagedFile, EncryptedFile, UnsupportedFile
from hanse.text.limits import check_size, opened_zip, part

Element = Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _ID[1:-3].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": MATH[1:-1].encode(),
}
"""Namespaces of "Strict Open XML" (ISO/IEC 29500), read as their transitional twins."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AGAIN = "fetch or save it again"


class Package:
    """The parts of a Word file. Raises the errors of `hanse.text.docx.layout`."""

    def __init__(self, data: bytes, where: str) -> None:
        check_size(data, where)
        self.where = where
        _refuse_others(data, where)
        self._zip = opened_zip(data, where)
        self._names = set(self._zip.namelist())
        self.main = self._main()
        self._related = self._relations(self.main)

    def document(self) -> Element:
        """The main part's root."""
        return self.parsed(self.main)

    def of_type(self, kind: str) -> Element | None:
        """The root of the part that stands in this relation to the main part ("styles", "numbering"), or None."""
        for relation, target in self._related.values():
            if relation == kind and target in self._names:
                return self.parsed(target)
        return None

    def by_id(self, relation: str) -> tuple[str, Element] | None:
        """Name and root of the part with this relationship id, or None where the file lacks it."""
        _, target = self._related.get(relation, ("", ""))
        return (target, self.parsed(target)) if target in self._names else None

    def has(self, kind: str) -> bool:
        """Whether a part of this relation is named."""
        return any(relation == kind for relation, _ in self._related.values())

    def properties(self) -> Element | None:
        """The root of the file's core properties (title, creator ...), or None."""
        for kind, target in self._relations("").values():
            if kind == "core-properties" and target in self._names:
                return self.parsed(target)
        return None

    def parsed(self, name: str) -> Element:
        """The root of a part; entities are never expanded, and a document type is refused."""
        text = part(self._zip, name, self.where)
        for strict, usual in _STRICT.items():
            text = text.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(text, parser)
        except etree.XMLSyntaxError:
            raise DamagedFile(f"its part {name} is damaged", where=self.where, do=_AGAIN) from None
        if root.getroottree().docinfo.doctype:
            raise DamagedFile(
                f"its part {name} declares a document type, which Word never does", where=self.where, do=_AGAIN
            )
        return root

    def _main(self) -> str:
        for kind, target in self._relations("").values():
            if kind == "officeDocument" and target in self._names:
                name = target
                break
        else:
            name = "word/document.xml"
        if name not in self._names or not self.parsed(name).tag.startswith(W):
            raise _not_word(self._zip, self.where)
        return name

    def _relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Relationship id -> (last word of its type, the part's name)."""
        folder, file = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if path not in self._names:
            return {}
        found = {}
        for relation in self.parsed(path).iter(f"{_REL}Relationship"):
            if relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                full = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], full)
        return found


def relation_id(element: Element) -> str:
    """The ``r:id`` of an element, or an empty string."""
    return str(element.get(_ID, ""))


def _refuse_others(data: bytes, where: str) -> None:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise EncryptedFile(
                "this Word file asks for a password", where=where, do="save a copy without password and read that"
            )
        if "WordDocument".encode("utf-16-le") in data:
            raise UnsupportedFile(
                "this is a file of Word 97-2003 (.doc)", where=where, do="open it in Word and save it as DOCX"
            )
        raise UnsupportedFile("this is an old Office file, not a DOCX", where=where, do="save it as DOCX")
    if data.lstrip()[:5] == b"{\\rtf":
        raise UnsupportedFile("this is Rich Text (RTF)", where=where, do="open it in Word and save it as DOCX")
    if not data.startswith(b"PK"):
        raise DamagedFile("this is not a Word file, whatever its name says", where=where, do="save it again as DOCX")


def _not_word(packed: zipfile.ZipFile, where: str) -> DamagedFile | UnsupportedFile:
    names = set(packed.namelist())
    if "mimetype" in names and "content.xml" in names:
        return UnsupportedFile("this is an OpenDocument file", where=where, do="save it as DOCX")
    for path, kind in (("xl/workbook.xml", "an Excel workbook"), ("ppt/presentation.xml", "a PowerPoint file")):
        if path in names:
            return UnsupportedFile(f"this is {kind}, not a Word file", where=where, do="save its text as DOCX or PDF")
    return DamagedFile("this packed file holds no Word text", where=where, do="save it again as DOCX")
