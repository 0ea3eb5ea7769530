"""What the tests of printed documents share: a statement in six languages, and how its PDF is read back."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from hanse.reports.statement import Group, Paragraph, Signed, StatementSheet

TEXTS: dict[str, tuple[str, ...]] = {
    "en": (
        "We, mayors of forty cities, recall that most migrants live in cities.",
        "We call upon States to include local governments in the review, and to report on it every two years.",
        "We shall ensure access to basic services for all residents, regardless of status.",
    ),
    "fr": (
        "Nous, maires de quarante villes, rappelons que la plupart des migrants vivent dans les villes.",
        "Nous demandons aux États d’associer les collectivités locales à l’examen : qu’il soit fait tous les deux ans.",
        "Nous garantirons l’accès aux services essentiels, où que l’on naisse, de l’œuvre commune à la fête.",
    ),
    "es": (
        "Nosotras y nosotros, alcaldes de cuarenta ciudades, recordamos que la mayoría de los migrantes vive en ellas.",
        "¿Quién acoge? ¡Las ciudades! Pedimos a los Estados que incluyan a los gobiernos locales en el examen.",
        "Garantizaremos el acceso a los servicios básicos a todas las personas, también a los niños y niñas.",
    ),
    "ar": (
        "نحن رؤساء أربعين مدينة نذكّر بأن معظم المهاجرين يعيشون في المدن.",
        "ندعو الدول إلى إشراك الحكومات المحلية في الاستعراض وإلى تقديم تقرير عنه كل سنتين.",
        "سنكفل حصول جميع السكان على الخدمات الأساسية بصرف النظر عن وضعهم.",
    ),
    "zh": (
        "我们，四十座城市的市长，回顾大多数移民生活在城市。",
        "我们呼吁各国让地方政府参与审查，并每两年就此提出报告。",
        "我们将确保所有居民无论身份如何都能获得基本服务。",
    ),
    "ru": (
        "Мы, мэры сорока городов, напоминаем, что большинство мигрантов живёт в городах.",
        "Мы призываем государства привлечь местные власти к обзору и отчитываться о нём каждые два года.",
        "Мы обеспечим доступ к основным услугам для всех жителей независимо от их статуса.",
    ),
}
TITLES = {
    "en": "Cities on the second review",
    "fr": "Les villes et le deuxième examen",
    "es": "Las ciudades ante el segundo examen",
    "ar": "المدن والاستعراض الثاني",
    "zh": "城市与第二次审查",
    "ru": "Города ко второму обзору",
}
NAMES = (
    ("Brønshøj", "Danmark", "Æsa Þórsdóttir", "Mayor"),
    ("Μύκονος", "Ελλάδα", "Ελένη Παπαδοπούλου", "Δήμαρχος"),
    ("Łódź", "Polska", "Grażyna Świątek", "Prezydent Miasta"),
    ("طنجة", "المغرب", "فاطمة الزهراء", "عمدة"),
    ("武汉", "中国", "陈玥", "市长"),
    ("Ужгород", "Україна", "Їжак Ґалаґан", "міський голова"),
    ("Bắc Ninh", "Việt Nam", "Nguyễn Thị Hường", "Chủ tịch"),
)


def statement(language: str = "en", **changed: object) -> StatementSheet:
    """A small statement in a language, with signatures in many scripts; any field can be changed."""
    marks = ("", "late", "", "rolling", "", "on behalf", "")
    signed = tuple(
        Signed(*names, date=f"2031-05-{day:02}", mark=mark)
        for day, (names, mark) in enumerate(zip(NAMES, marks, strict=True), 1)
    )
    fields: dict[str, object] = {
        "title": TITLES[language],
        "language": language,
        "date": "2031-05-01",
        "sha256": sha256("".join(TEXTS[language]).encode()).hexdigest(),
        "address": "https://hanse.example/statements/second-review/",
        "authentic": "en",
        "paragraphs": tuple(Paragraph(f"{n}.", text) for n, text in enumerate(TEXTS[language], 1)),
        "groups": (Group("Europe", signed[:3]), Group("Africa and Asia", signed[3:])),
        "as_of": "2031-06-02",
        "counting": "One signature a city and version of the text.",
        "withdrawn": 1,
        "versions": tuple(other for other in TEXTS if other != language),
    }
    return StatementSheet(**(fields | changed))  # type: ignore[arg-type]


def text_of(pdf: bytes) -> str:
    """All that a PDF says, as the extractor gives it, page after page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


MARGIN = 22 / 25.4 * 72
"""Points from the edge of a page, within which its running head and foot stand."""


def body_of(pdf: bytes) -> str:
    """What a PDF says between running heads and feet: a sentence that goes over a page is whole."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(
            page.get_textpage().get_text_bounded(bottom=MARGIN, top=page.get_height() - MARGIN) for page in document
        )
    finally:
        document.close()


def pages_of(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


@dataclass(frozen=True)
class Tag:
    """An element of the structure tree: what it is, how deep it lies, what it says in place of a picture."""

    kind: str
    depth: int
    alt: str


def tags_of(pdf: bytes) -> list[Tag]:
    """The structure tree as a screen reader walks it, page after page."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[Tag] = []
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        for number in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found += _walked(pdfium.FPDF_StructTree_GetChildAtIndex(tree, number), 0)
        pdfium.FPDF_StructTree_Close(tree)
    return found


def tagged(pdf: bytes) -> bool:
    """True where the catalogue says that the file is marked."""
    return bool(pdfium.FPDFCatalog_IsTagged(pypdfium2.PdfDocument(pdf)))


def links_of(pdf: bytes) -> set[str]:
    """Every address that a page leads to."""
    document = pypdfium2.PdfDocument(pdf)
    return {address for page in document for address in _addresses(document, page)}


def _addresses(document: Any, page: Any) -> Iterator[str]:
    start, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, start, link):
        action = pdfium.FPDFLink_GetAction(link)
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
        yield buffer.value.decode()


def _walked(element: Any, depth: int) -> Iterator[Tag]:
    yield Tag(
        _said(pdfium.FPDF_StructElement_GetType, element), depth, _said(pdfium.FPDF_StructElement_GetAltText, element)
    )
    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, number):
            yield from _walked(child, depth + 1)


def _said(ask: Any, element: Any) -> str:
    size = ask(element, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le")


def plain(text: str) -> str:
    """A text without what a page adds to it: NFKC, no spaces or line ends, no invisible marks of direction."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(char for char in folded if not char.isspace() and unicodedata.category(char) not in {"Cf", "Cc"})
