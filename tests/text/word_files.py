"""Word files written part by part, for tests that need one thing and know exactly what is in the file."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "hdr",
    "footer": "ftr",
}


def word_file(body: str, **parts: str) -> bytes:
    """A DOCX whose body holds ``body``; ``parts`` are the insides of other parts by name ("styles", "header")."""
    relations = "".join(f'<Relationship Id="{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in sorted(parts))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        packed.writestr(
            "_rels/.rels", _relations(f'<Relationship Id="a" Type="{R}/officeDocument" Target="word/document.xml"/>')
        )
        packed.writestr("word/_rels/document.xml.rels", _relations(relations))
        packed.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        for name, inside in parts.items():
            root = ROOTS[name]
            packed.writestr(f"word/{name}.xml", f"<w:{root} {NAMES}>{inside}</w:{root}>")
    return buffer.getvalue()


def _relations(inside: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def r(text: str, properties: str = "", tag: str = "t") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def p(inside: str = "", properties: str = "") -> str:
    """A paragraph; plain text becomes one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside if inside.startswith('<') or not inside else r(inside)}</w:p>"


def numbered(text: str, number: int | None = None, level: int | None = None, style: str = "") -> str:
    """A paragraph of list ``number`` at ``level``, or of a style."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    inner += f'<w:numId w:val="{number}"/>' if number is not None else ""
    return p(text, properties + (f"<w:numPr>{inner}</w:numPr>" if inner else ""))


def level(index: int, text: str, form: str = "decimal", start: int | None = 1, more: str = "") -> str:
    """A level of a list."""
    begin = f'<w:start w:val="{start}"/>' if start is not None else ""
    return f'<w:lvl w:ilvl="{index}">{begin}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(name: int, *levels: str, more: str = "") -> str:
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, overrides: str = "") -> str:
    """A list made from an abstract list."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def starts(index: int, at: int) -> str:
    """An override by which a list begins anew."""
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


def style(
    name: str, inside: str = "", based: str = "", called: str = "", kind: str = "paragraph", more: str = ""
) -> str:
    """A style with the id ``name``."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}" {more}><w:name w:val="{called or name}"/>{on}{inside}</w:style>'
    )


def ins(inside: str, author: str = "Ada", tag: str = "ins", date: str = "2018-03-05T10:00:00Z") -> str:
    """A tracked insertion (or another change, by its tag)."""
    return f'<w:{tag} w:id="1" w:author="{author}" w:date="{date}">{inside}</w:{tag}>'


def dele(text: str, author: str = "Ada", properties: str = "") -> str:
    """A tracked deletion."""
    return ins(r(text, properties, "delText"), author, "del")
