"""How does an authored paper look as its authors send it? A Word file with real footnotes or endnotes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from benchmarks.gold.manuscript import Paper, Run

_DATE = (2024, 1, 1, 0, 0, 0)


def docx(paper: Paper) -> bytes:
    """The paper as DOCX; the same paper gives the same bytes."""
    document = Document()
    document.core_properties.title = paper.title
    document.core_properties.author = "; ".join(paper.authors)
    document.core_properties.created = document.core_properties.modified = datetime(*_DATE)
    _furnish(document, paper)
    document.add_heading(paper.title, 0)
    document.add_paragraph(", ".join(paper.authors))
    kind = "endnote" if paper.marks == "endnotes" else "footnote"
    for block in paper.blocks:
        if isinstance(block, str):
            document.add_heading(block, 1)
        else:
            paragraph = document.add_paragraph()
            for number, sentence in enumerate(block):
                if number:
                    paragraph.add_run(" ")
                for run in sentence.runs:
                    _write(paragraph, run, kind)
    if any(paper.notes):
        _notes(document, paper, kind)
    if paper.list_heading:
        _list(document, paper)
    return _dated(document)


def _furnish(document: WordDocument, paper: Paper) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = paper.running_head
    page = section.footer.paragraphs[0].add_run()
    for piece in (
        '<w:fldChar {} w:fldCharType="begin"/>',
        "<w:instrText {}>PAGE</w:instrText>",
        '<w:fldChar {} w:fldCharType="end"/>',
    ):
        page._r.append(parse_xml(piece.format(nsdecls("w"))))
    if paper.columns > 1:
        columns = section._sectPr.find(qn("w:cols"))
        if columns is None:
            columns = parse_xml(f"<w:cols {nsdecls('w')}/>")
            section._sectPr.append(columns)
        columns.set(qn("w:num"), str(paper.columns))


def _write(paragraph: Paragraph, run: Run, kind: str) -> None:
    if run.note:
        mark = paragraph.add_run()
        mark.font.superscript = True
        mark._r.append(parse_xml(f'<w:{kind}Reference {nsdecls("w")} w:id="{run.number}"/>'))
    else:
        written = paragraph.add_run(run.text)
        written.font.superscript = True if run.raised else None


def _notes(document: WordDocument, paper: Paper, kind: str) -> None:
    """The part of the package that holds the notes; the first two are the lines between text and notes."""
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    pieces = [
        f'<w:{kind} w:type="{line}" w:id="{number}"><w:p><w:r><w:{line}/></w:r></w:p></w:{kind}>'
        for number, line in ((-1, "separator"), (0, "continuationSeparator"))
    ]
    for number, note in paper.notes:
        texts = "".join(f'<w:r><w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>' for run in note)
        mark = f'<w:r>{raised}<w:{kind}Ref/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
        pieces.append(f'<w:{kind} w:id="{number}"><w:p>{mark}{texts}</w:p></w:{kind}>')
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    xml = f"{head}<w:{kind}s {nsdecls('w')}>{''.join(pieces)}</w:{kind}s>"
    main = document.part
    part = Part(
        PackURI(f"/word/{kind}s.xml"),
        f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml",
        xml.encode(),
        main.package,
    )
    main.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES if kind == "endnote" else RELATIONSHIP_TYPE.FOOTNOTES)


def _list(document: WordDocument, paper: Paper) -> None:
    document.add_heading(paper.list_heading, 1)
    for number, (_, text) in enumerate(paper.references, 1):
        before = {"brackets": f"[{number}]\t", "superscript": f"{number}. "}.get(paper.marks, "")
        document.add_paragraph(before + text)


def _dated(document: WordDocument) -> bytes:
    """The file with every member of its archive dated alike."""
    saved, made = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return made.getvalue()
