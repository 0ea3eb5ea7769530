"""Where was it published? Container, volume, issue, pages, publisher and place, from what follows the title."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hanse.citing.reference_marks import DAY, MONTH_DAY

_RANGE = r"[A-Za-z]?\d+(?:\s?[-–—−]\s?[A-Za-z]?\d+)?"
_ISSUE = r"[A-Za-z]?\d+(?:\s?[-–/&]\s?\d+)?[A-Z]?"
_Y = r"(?P<year>(?:1[5-9]|20)\d\d)"
_PUBLISHER = re.compile(
    r"\b(?:press|university|routledge|springer|publish\w*|elsevier|palgrave|wiley|sage|verlag|books|éditions"
    r"|editorial|brill|edward elgar|penguin|macmillan|hart|nomos|"
    r"oup|cup|polity|verso|zed|nations|organi[sz]ation|institute|centre|center|council|ministry|office|network"
    r"|commission|foundation|bank|oecd|iom|unhcr|city of|association|group)\b",
    re.IGNORECASE,
)
_FORMS = [
    re.compile(
        rf"^(?P<volume>\d{{1,4}}) (?P<container>[A-Z][\w.&’' ]+?) (?P<pages>\d+)(?:, (?P<pinpoint>{_RANGE}))? \({_Y}\)"
    ),
    re.compile(
        rf"^\(?{_Y}\)? (?P<volume>\d{{1,4}}):(?P<issue>\d+) (?P<container>[A-Z][^\d,]+?) (?P<pages>{_RANGE})"
        rf"(?:,? (?:at )?(?P<pinpoint>{_RANGE}))?"
    ),
    re.compile(
        rf"(?:^|[\s,])(?P<volume>\d{{1,4}})[/:.](?P<issue>\d{{1,2}})(?: \((?:{MONTH_DAY},? )?{_Y}\))(?:[:,]\s?(?:"
        rf"pp?\.\s?)?(?P<pages>{_RANGE}))?"
    ),
    re.compile(r"(?<=[A-Za-z)]),? (?P<volume>\d{1,4})\s?\([A-Z][a-z/-]+\),? pp?\.\s?(?P<pages>\d+[-–]\d+)"),
    re.compile(r"(?<=[A-Za-z)]), (?P<volume>\d{1,4}), (?P<pages>e?\d{4,7})(?=$|\.$)"),
    re.compile(
        rf"(?:^|[\s.,(]){_Y}(?: {MONTH_DAY})?;\s?(?P<volume>\d+)(?:\s?\((?P<issue>[^()]+)\))?(?::\s?(?P<pages>e?"
        rf"{_RANGE}))?"
    ),
    re.compile(
        rf"(?:^|[\s,])(?P<volume>\d{{1,4}}),? (?:no|nos|issue)\. (?P<issue>{_ISSUE}) \((?:{MONTH_DAY},? )?{_Y}\)("
        rf"?::\s?(?P<pages>{_RANGE}))?"
    ),
    re.compile(
        rf"^\(?{_Y}\)? (?P<volume>\d{{1,4}})(?:\s?\((?P<issue>{_ISSUE})\))? (?P<container>[A-Z][^\d,]+?)"
        rf" (?P<pages>{_RANGE})(?:, (?P<pinpoint>{_RANGE}))?"
    ),
    re.compile(
        rf"^\[{_Y}\] (?:(?P<volume>\d{{1,3}}) )?(?P<container>[A-Z][^\d,]+?) (?P<pages>{_RANGE})(?:,"
        rf" (?P<pinpoint>{_RANGE}))?"
    ),
    re.compile(
        r"(?:^|[\s,])(?:[Vv]ol(?:ume)?\.?\s*)?(?P<volume>\d{1,4})(?:,\s?|\s)?\((?P<issue>(?!(?:1[5-9]"
        rf"|20)\d\d\)){_ISSUE})\)(?:\s?\({_Y}\))?(?:[,:]\s*(?:pp?\.?\s*)?(?P<pages>e?{_RANGE})(?![\d/]))?"
    ),
    re.compile(
        r"(?:^|[\s,])[Vv]ol(?:ume|\.)?\s*(?P<volume>\d+|[IVXL]+)(?:[,.]?\s*\(?(?:[Nn]o|[Ii]ssue|[Ii]ss"
        rf"|[Nn]r)\.?\s*(?P<issue>{_ISSUE})\)?)?"
    ),
    re.compile(r"(?<=[A-Za-z)]), (?P<volume>\d{1,4}), (?:Article|art\.) (?:no\. )?(?P<pages>e?\d+)"),
    re.compile(rf"(?:^|[\s,])(?P<volume>\d{{1,4}}) \((?:{MONTH_DAY},? )?{_Y}\)(?:[:,]\s?(?P<pages>{_RANGE}))?"),
    re.compile(
        r"(?<=[A-Za-z)]),? (?P<volume>\d{1,4})(?:[:,]\s?(?:pp?\.\s?)?(?P<pages>\d+[-–—−]\d+|e\d+))(?=[,.;\s]|$)"
    ),
]
_PAGES = re.compile(
    r"[\s,;:(]*(?:\b(?:pp?|pages|pág|págs)\.?\s*(?P<a>[A-Za-z]?\d+(?:\s?[-–—−]\s?[A-Za-z]?\d+)?)"
    r"|\b(?:[Aa]rt(?:icle)?(?:\.|\b)(?: no\.| ID| number)?|[Aa]rticle)\s*(?P<b>e?\d{3,})"
    r"|[:,]\s?(?P<c>e?\d+[-–]\d+|e\d{3,})(?=[,.;\s)]|$))\)?"
)
_PINPOINT = re.compile(
    rf"[\s,;(]*\b(?:at\s+)?(?:at|paras?\.?|§+|¶+|art(?:icle)?s?\.?|pp?\.?)\s*(?P<a>{_RANGE}(?:\([a-z]\))?)\)?\.?$"
)
_EDITION = re.compile(
    r"[\s,;]*\(?\b(?:\d{1,2}(?:st|nd|rd|th)|[Rr]ev(?:ised|\.)?|[Ss]econd|[Tt]hird)\s+(?:edn?|edition)\b\.?,?\s*"
    r"|[\s,(]*\b(?:rev\. ed\.)"
)
_THESIS = re.compile(
    r"\b(?:(?:unpublished )?(?:Ph\.?D\.?|doctoral|master[’']?s?|M\.?A\.?|M\.?Sc\.?"
    r"|D\.?Phil\.?)[^,.;()\[\]]*?(?:thesis|dissertation|diss\.)|\b(?:thesis|dissertation)\b)",
    re.IGNORECASE,
)
_NAMED = r"(?:[A-ZÀ-ÞĀ-Ž][\w&’'-]*\s(?:of |on |for |and |in |the |& )*)*?"
_SERIES = re.compile(
    rf"(?P<series>{_NAMED}(?:(?:[Ww]orking|[Dd]iscussion|[Rr]esearch|[Pp]olicy|[Tt]echnical|[Oo]ccasional|[Ii]ssue) "
    r"(?:[Pp]apers?|[Rr]eports?|[Bb]riefs?|[Nn]otes?|[Ss]eries)(?: [Ss]eries)?|WP)),?\s+(?:(?:[Nn]os?|[Nn]r"
    r"|[Nn]umber)\b\.?\s*|#)?"
    r"(?P<issue>[A-Z]{0,4}-?\d[\d/.-]*)"
    rf"|(?P<plain>Tech(?:nical|\.)? Rep(?:ort|\.)?|{_NAMED}(?:[Pp]apers?|[Rr]eports?|[Bb]riefs?|[Ss]eries"
    r"|[Ss]tudies|[Nn]otes?|[Bb]riefings?)),?\s+"
    r"(?:[Nn]o|[Nn]r|[Nn]umber)\b\.?:?\s*(?P<count>[A-Z]{0,4}-?\d[\d/.-]*)(?!\s?\()"
)
_IN = re.compile(r"^(?:[Ii]n|[Ee]n|[Dd]ans)(?::|\b)\s+(?P<rest>.+)$")
_EDITED = re.compile(
    r",?\s*\(?\b(?:edited by|ed\. by|ed\.(?= [A-Z])|eds\.(?= [A-Z]))\s+(?P<names>[^.:()]+?(?:[A-Z]\.[^.:()]*?)*)("
    r"?=[.,]?\s*(?:\d|\(|[A-Z][\w ]+: )|[.,]\s|\)|$)"
)
_EDITORS_FIRST = re.compile(
    r"^(?P<names>.{3,160}?),?\s*\((?:[Ee]ds?|editors?|hrsg|dirs?|coords?)\.?\),?\s*"
    r"|^(?P<more>(?:(?:[A-Z]\.\s?)+[^:.]{2,30}?|[^:.,]+,? (?:[A-Z]\.\s?)+|[^:.,]+ [A-Z]{1,3}\b|[^:.]{3,80} and"
    r" [^:.]{3,40})(?:,? [^:]{3,80}?)?),"
    r"\s(?:[Ee]ds?|[Ee]ditors?)\.?,?\s+(?=[A-Z])"
)


@dataclass(slots=True)
class Details:
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    year: str = ""
    pinpoint: str = ""
    thesis: bool = False
    within: bool = False
    """It stands in a book ("in ...")."""
    series: str = ""
    held: list[str] = field(default_factory=list)


def details(rest: str, *, quoted: bool, note: bool, dated: bool) -> Details:
    """What follows the title; ``note`` where a bare number at the end is a page that is pointed to."""
    found = _read(_SHORTENED.sub(_DOT, rest), quoted=quoted, note=note, dated=dated)
    for name in ("container", "publisher", "place", "series"):
        setattr(found, name, getattr(found, name).replace(_DOT, "."))
    return found


_DOT = "\ue002"
"""Stands for the stop of a shortened word before a comma, which belongs to the word ("J. Urban Aff., vol. 3")."""
_SHORTENED = re.compile(r"(?<=[A-Za-z])(?<!\b[Ee]d)(?<!\b[Ee]ds)(?<!\bal)(?<!\bdiss)(?<!\bno)(?<!\bvol)\.(?=,)")


def _read(rest: str, *, quoted: bool, note: bool, dated: bool) -> Details:
    found = Details()
    rest = re.sub(r"[\s,.]*\b(?:Advance online publication|Online first)\b|\s*\(blog\)", "", rest, flags=re.IGNORECASE)
    rest = re.sub(rf",\s+{MONTH_DAY}\.?$", "", rest)
    rest = re.sub(r",\s+[A-Z][a-z]{2}\.?[-–/][A-Z][a-z]{2}\.?,?\s+(?=(?:19|20)\d\d\.?$)", ", ", rest)
    rest = _EDITION.sub(", ", rest).strip(" ,.;")
    rest = re.sub(r"\(\s*,\s*", "(", rest)
    if series := _SERIES.search(rest):
        found.series = (series["series"] or series["plain"]).strip()
        found.issue = (series["issue"] or series["count"]).rstrip(".-")
        rest = _cut(rest, series.start(), series.end())
    if thesis := _THESIS.search(rest):
        found.thesis = True
        rest = _cut(rest, thesis.start(), thesis.end())
    if news := re.search(rf"\s*\((?P<place>[A-ZÀ-ÞĀ-Ž][\w. -]+), (?P<day>{DAY})\)", rest):
        found.place, found.year = news["place"], news["day"][-4:] if news["day"][-4:].isdigit() else ""
        page = rest[news.end() :].strip(" ,")
        rest = f"{rest[: news.start()]}, {page}" if page else rest[: news.start()]
    if inside := _IN.match(rest):
        found.within, rest = True, inside["rest"]
    if note:
        rest = _pointed(rest, found)
    if not found.within and not found.series:
        rest = _numbered(rest, found)
    rest = _paged(rest, found)
    rest = _yeared(rest, found) if not dated else re.sub(rf"[\s,(]*{DAY}\)?", "", rest)
    if news := re.search(r"^(?P<paper>[A-Z][^\d,]+), (?P<page>[A-Z]?\d{1,3})$", rest):
        rest, found.pages = news["paper"], found.pages or news["page"]
    if found.within:
        rest = _without_editors(rest)
    if found.thesis and _university(rest, found):
        return found
    if found.within and (
        meeting := re.match(
            r"(Proc\b[^,]*|[^,]*\b(?:[Cc]onference|[Cc]onf\.|[Ss]ymposium|[Ww]orkshop)\b[^,]*), (?=[^:]*$)", rest
        )
    ):
        found.container, found.place = meeting[1], rest[meeting.end() :].strip(" ,.")
        return found
    _parted(rest, found, quoted)
    return found


def _university(rest: str, found: Details) -> bool:
    """A thesis's university, and the place after it."""
    parts = [part.strip(" .()[]") for part in rest.split(",")]
    for place, part in enumerate(parts):
        if (
            re.search(r"Univ|Institut|College|School of|École|Hochschule", part)
            and ":" not in part
            and ". " not in part
        ):
            found.publisher, found.place = part, ", ".join(filter(None, parts[place + 1 :]))
            return True
    return False


def _cut(text: str, start: int, end: int) -> str:
    before, after = text[:start].rstrip(" ,;(["), text[end:].lstrip(" ,;.)]")
    return f"{before}, {after}".strip(" ,") if before and after else before or after


def _pointed(rest: str, found: Details) -> str:
    """The page that a note points to, taken off the end."""
    both = re.search(rf"(?:\))[,:]?\s+(?P<a>{_RANGE}), (?:at |p\. )?(?P<b>{_RANGE})\.?$", rest)
    if both and found.within:
        found.pages, found.pinpoint = both["a"], both["b"]
        return rest[: both.start() + 1]
    if (colon := re.search(r"\d,? \([^()]*\d{4}\):\s?(?P<a>\d+)\.?$", rest)) and not found.within:
        found.pinpoint = colon["a"]
        return rest[: colon.start("a")].rstrip(" :")
    if pin := re.search(rf"(?:\)|\d[-–]\d+)(?P<gap>,?\s+(?:at |pp?\.\s?|paras?\.? ?)?)(?P<a>{_RANGE})\.?$", rest):
        name = "pages" if found.within and re.search("[-–]", pin["a"]) else "pinpoint"
        setattr(found, name, pin["a"])
        return rest[: pin.start("gap")].rstrip(" ,")
    pin = _PINPOINT.search(rest)
    if (pin and not ("-" in pin["a"] or "–" in pin["a"])) or (
        pin and found.within is False and re.search(r"\)\s*,?\s*pp?\.", rest) and not re.search(r"\d \(\d{4}\)", rest)
    ):
        found.pinpoint = pin["a"]
        return rest[: pin.start()]
    return rest


def _numbered(rest: str, found: Details) -> str:
    for form in _FORMS:
        match = form.search(rest)
        if not match:
            continue
        for name, value in match.groupdict().items():
            if value:
                setattr(found, name, re.sub(r"\s*([-–—−])\s*", "–", value) if name == "pages" else value)
        start = match.start()
        after = rest[match.end() :]
        if issue := re.match(rf"^[,.]?\s*(?:no|issue|iss|nr)\.?\s*(?P<issue>{_ISSUE})", after, re.IGNORECASE):
            found.issue, after = issue["issue"], after[issue.end() :]
        return (
            f"{rest[:start].rstrip(' ,')} ; {after.lstrip(' ,.;:')}".strip(" ;")
            if after.strip(" ,.;:")
            else rest[:start].rstrip(" ,.")
        )
    if issue := re.search(rf"[,\s]+\(?(?:[Nn]os?|[Ii]ssue|[Nn]r|n°)\.?\s*(?P<issue>{_ISSUE})\)?", rest):
        found.issue = issue["issue"]
        return _cut(rest, issue.start(), issue.end())
    return rest


def _paged(rest: str, found: Details) -> str:
    match = _PAGES.search(rest)
    if not match:
        return rest
    if not found.pages:
        found.pages = re.sub(r"\s*[-–—−]\s*", "–", match["a"] or match["b"] or match["c"])
    return _cut(rest, match.start(), match.end())


def _yeared(rest: str, found: Details) -> str:
    if day := re.search(rf"[\s,(]*{DAY}\)?", rest):
        year = re.search(r"\d{4}", day[0])
        found.year = found.year or (year[0] if year else "")
        rest = _cut(rest, day.start(), day.end())
    years = list(re.finditer(r"[\s,;(]*\b((?:1[5-9]|20)\d\d)[a-z]?\b\)?", rest))
    if years and not found.year:
        last = years[-1]
        found.year = last[1]
        before = rest[: last.start()]
        rest = before + (")" if last[0].endswith(")") and "(" in before else "") + rest[last.end() :]
    return re.sub(rf"[,;\s]+{MONTH_DAY}\.?(?=[,;\s)]*$)", "", rest).strip(" ,;")


_INITIAL_FIRST = re.compile(r",\s+(?:[A-Z]\.[\s-]?)+[A-ZÀ-ÞĀ-Ža-z]")
_EDITORS_LATE = re.compile(r",\s+(?:[A-ZÀ-ÞĀ-Ž][\w’'.-]*\s)[^:()]*?,?\s*\(?\b[Ee]ds?\b\.?\)?,?\s*")


def _without_editors(rest: str) -> str:
    if later := _EDITED.search(rest):
        stop = ". " if rest[later.end() : later.end() + 1] == "." else ", "
        return rest[: later.start()] + (
            stop + rest[later.end() :].strip(" ,.") if rest[later.end() :].strip(" ,.") else ""
        )
    late = _EDITORS_LATE.search(rest)
    if (first := _EDITORS_FIRST.match(rest)) and first["names"]:
        return rest[first.end() :]
    if late and _INITIAL_FIRST.match(late[0]):
        return f"{rest[: late.start()]}. {rest[late.end() :].strip(' ,.')}"
    if first := _EDITORS_FIRST.match(rest):
        return rest[first.end() :]
    if late:
        return f"{rest[: late.start()]}. {rest[late.end() :].strip(' ,.')}"
    return re.sub(r"\s*\([^()]*\b[Ee]ds?\b\.?\)", "", rest)


def _parted(rest: str, found: Details, quoted: bool) -> None:
    """Container, place and publisher from what is left."""
    rest = rest.strip(" ,.;")
    if imprint := re.search(r"[\s,.;(]*\((?P<in>[^()]*?[A-Za-z][^()]*)\)", rest):
        inside = imprint["in"].strip(" ,")
        if ":" in inside or _PUBLISHER.search(inside):
            _imprint(inside, found)
            rest = _cut(rest, imprint.start(), imprint.end())
        elif quoted is False and re.search(r"\d", inside) is None:
            rest = _cut(rest, imprint.start(), imprint.end())
    stop = (
        r"\s;\s"
        if re.search(r"\b[A-Z][a-z]{1,4}\. [A-Z][a-z]{1,5}\.", rest) and ":" not in rest
        else r"(?<!\b[A-Z])\.\s+|\s;\s"
    )
    pieces = [piece.strip(" ,.;") for piece in re.split(stop, rest) if piece.strip(" ,.;")]
    if not pieces:
        return
    inner = found.within or (quoted and not found.thesis and not found.series) or found.volume or found.pages
    if inner and not found.container:
        first = pieces.pop(0)
        if not pieces and found.within and not found.publisher and (cut := re.search(r",\s+(?=[^,]*$|[^,]+: )", first)):
            pieces, first = [first[cut.end() :]], first[: cut.start()]
        found.container = first
    if pieces and not found.publisher:
        _imprint(", ".join(pieces), found)


def _imprint(text: str, found: Details) -> None:
    """ "Place: Publisher", "Publisher, Place", or a publisher alone."""
    text = text.strip(" ,.;()[]")
    if colon := re.match(r"^(?P<place>[^:]{2,60}):\s+(?P<publisher>.+)$", text):
        found.place, found.publisher = colon["place"].strip(), colon["publisher"].strip(" ,")
        return
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) > 2 and all(len(part.split()) < 3 and not _PUBLISHER.search(part) for part in parts[-2:]):
        found.publisher, found.place = ", ".join(parts[:-2]), ", ".join(parts[-2:])
    elif len(parts) > 1 and len(parts[-1].split()) <= 3 and not _PUBLISHER.search(parts[-1]):
        found.publisher, found.place = ", ".join(parts[:-1]), parts[-1]
    elif len(parts) > 1 and _PUBLISHER.search(parts[-1]) and not _PUBLISHER.search(parts[0]):
        found.place, found.publisher = parts[0], ", ".join(parts[1:])
    else:
        found.publisher = text
