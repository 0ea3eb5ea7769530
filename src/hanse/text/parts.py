"""Preamble or operative part? Told by labels, headings and preambular participles; left open where nothing tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hanse.text.document import Part, Passage

_PREAMBLE_HEADING = re.compile(
    r"(?:draft )?(?:preamble|preambular\b.*|preámbulo|préambule|preâmbulo|преамбула|الديباجة|ديباجة|序言)\W*",
    re.IGNORECASE,
)
_OPERATIVE_HEADING = re.compile(
    r"operative\b.*|dispositif|parte dispositiva|постановляющая часть|المنطوق|执行部分", re.IGNORECASE
)
_ANNEX_HEADING = re.compile(r"(?:annex|annexe|anexo|appendix|приложение|المرفق|附件)\b", re.IGNORECASE)
_PARTICIPLES = re.compile(
    r"[\s*_\[]*(?:(?:also|further|deeply|strongly|fully|gravely|particularly|seriously|expressing|keeping)\s+)*"
    r"(?:recalling|reaffirming|affirming|noting|recognizing|recognising|acknowledging|considering|having|concerned|"
    r"mindful|convinced|bearing|"
    r"welcoming|aware|alarmed|guided|taking|emphasizing|emphasising|stressing|underlining|underscoring|appreciating|"
    r"believing|cognizant|conscious|"
    r"declaring|desiring|desirous|determined|encouraged|expressing|inspired|keeping|observing|commending|reiterating|"
    r"resolved|seeking|viewing|"
    r"whereas|in light of|highlighting|deploring|disturbed|pursuant|"
    r"rappelant|réaffirmant|notant|consciente?s?|considérant|constatant|reconnaissant|soulignant|saluant|sachant|"
    r"préoccupée?s?|ayant|convaincue?s?|"
    r"prenant note|gardant|se félicitant|recordando|reafirmando|observando|reconociendo|teniendo|considerando|"
    r"subrayando|acogiendo|tomando|"
    r"preocupad[ao]s?|convencid[ao]s?|expresando|destacando|guiad[ao]s?|"
    r"напоминая|ссылаясь|подтверждая|вновь подтверждая|отмечая|признавая|учитывая|принимая|будучи|приветствуя|"
    r"подчеркивая|сознавая)\b"
    r"|\s*(?:و?إذ|回顾|重申|认识到|注意到|铭记|考虑到|欢迎|强调|意识到|深信|念及)",
    re.IGNORECASE,
)
_OPERATIVE = re.compile(
    r"[\s*_\[]*(?:(?:also|further|strongly|hereby)\s+)*(?:decides?|calls? (?:up)?on|requests?|urges?|encourages?|"
    r"invites?|recommends?|adopts?|endorses?|"
    r"declares?|reaffirms?|recogni[sz]es?|welcomes?|affirms?|stresses|emphasi[sz]es|takes note|expresses|resolves?|"
    r"(?:décid|demand|pri|invit|exhort|engag|encourag|recommand|adopt|approuv)ons|appelons|décide|demande|prie|invite|engage|encourage|recommande|adopte|decide|pide|solicita|exhorta|insta|alienta|"
    r"invita|recomienda|aprueba|"
    r"постановляет|призывает|просит|настоятельно|предлагает|рекомендует)\b|\s*(?:تقرر|تطلب|تدعو|تحث|تشجع|决定|请|呼吁|敦促|"
    r"鼓励|邀请|建议)",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"[,;，；،؛][\s\])”\"]*(?:and|et|y|и)?\s*(?:\W?agreed ad ref\W*)?$")


def parts(passages: Sequence[Passage]) -> list[Passage]:
    """The passages with their `Passage.part` filled in; "" where it is not known."""
    known: list[Part] = []
    current: Part = ""
    heading: int | None = None
    for passage, own in zip(passages, _by_participles(passages), strict=True):
        if passage.kind in ("heading", "title"):
            if is_preamble(passage.text):
                current, heading = "preamble", passage.level
            elif _OPERATIVE_HEADING.fullmatch(passage.text):
                current, heading = "operative", None
            elif _ANNEX_HEADING.match(f"{passage.label} {passage.text}".strip()):
                current, heading = "", None
            elif heading is not None and (passage.level <= heading or passage.number):
                current, heading = "operative", None
            known.append(current if passage.kind == "heading" else "")
            continue
        if current == "preamble" and own == "operative" and _OPERATIVE.match(passage.text):
            current, heading = "operative", None
        labelled: Part = (
            "preamble" if passage.number.startswith("PP") else "operative" if passage.number.startswith("OP") else ""
        )
        known.append(labelled or current or own)
    return [replace(passage, part=part) if part else passage for passage, part in zip(passages, known, strict=True)]


def is_preamble(heading: str) -> bool:
    """True for the heading over a preamble, in the UN's languages and Portuguese."""
    return _PREAMBLE_HEADING.fullmatch(heading) is not None


def _by_participles(passages: Sequence[Passage]) -> list[Part]:
    """A run of "Recalling ...," paragraphs is the preamble if decisions or numbered paragraphs come after it."""
    found: list[Part] = [""] * len(passages)
    run: list[int] = []
    for index, passage in enumerate(passages):
        text = passage.text
        if passage.kind == "heading":
            if found[index - 1 : index] == ["operative"]:
                run = []
                if _ANNEX_HEADING.match(f"{passage.label} {text}".strip()):
                    continue
            continue
        if _PARTICIPLES.match(text) and _OPEN_END.search(text) and passage.chapeau is None:
            run.append(index)
        elif run and (
            _OPERATIVE.match(text) or passage.number.rstrip(".").isdigit() or passage.number.startswith("Article")
        ):
            for place in run:
                found[place] = "preamble"
            found[index] = "operative"
        elif index and found[index - 1] == "operative" and passage.kind != "title":
            found[index] = "operative"
    return found
