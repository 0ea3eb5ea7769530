"""Who wrote it? A list of authors, in whatever order its style puts family and given names."""

from __future__ import annotations

import re

from hanse.citing.reference import Author

_INITIALS = re.compile(
    r"(?:[A-ZÀ-ÞĀ-Ž]{1,2}[a-z]?\.(?:\s?-\s?)?\s?){1,5}|[A-ZÀ-ÞĀ-Ž](?:[ -][A-ZÀ-ÞĀ-Ž])*|[A-ZÀ-ÞĀ-Ž]{1,3}(?:-[A-ZÀ-"
    r"ÞĀ-Ž])?"
)
_DOTTED_START = re.compile(r"^((?:(?!St\.)[A-ZÀ-ÞĀ-Ž][a-z]?\.[\s-]*)+)(\S.*)$")
_VANCOUVER = re.compile(r"^(\S.*?)\s([A-ZÀ-ÞĀ-Ž]{1,3}(?:-[A-Z])?)$")
_DOTTED_END = re.compile(r"^([^\W\d_][^.,]*[^\W\d_])\s((?:[A-ZÀ-ÞĀ-Ž]\.[\s-]?){1,4})$")
"""A family and its initials, with no comma between: "Vearey J. M."."""
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "las",
        "los",
        "el",
        "al",
        "bin",
        "ibn",
        "ter",
        "ten",
        "te",
        "zu",
        "zur",
        "af",
        "av",
        "ben",
        "abu",
        "y",
        "e",
        "ní",
        "nic",
        "ó",
        "mac",
        "an",
        "ua",
        "st.",
        "’t",
        "'t",
        "in",
        "op",
        "dal",
        "dalla",
        "dello",
        "degli",
        "zum",
        "vom",
        "aït",
        "ait",
    ]
)
_AND = re.compile(r",?\s+(?:and|et|y|und|e|with|avec|con|mit)\s+|\s+/\s+|,?\s*&\s*|\s*;\s*(?:and\s+|&\s*)?")
_OTHERS = re.compile(r"[,;]?\s*(?:\bet\s+al\b\.?|\band others\b|\by otros\b|\bet autres\b|…|\.\.\.)\s*,?\s*")
_EDITORS = re.compile(r"[,;]?\s*\(?\b(?:eds?|Eds?|editors?|Editors?|hrsg|dirs?|coords?|comps?|trans)\b\.?\)?\.?,?\s*$")
_SUFFIX = re.compile(r",?\s+(Jr\.?|Sr\.?|II|III|IV)$")
_BODY = re.compile(
    r"\b(?:organi[sz]ation|secretary|secretary-general|ministry|council|city of|cities|united|nations|commission"
    r"|committee|network"
    r"|department|office|bank|program(?:me)?|"
    r"forum|university|institute?|centre|center|agency|secretariat|government|union|association|foundation|group"
    r"|assembly|coalition|alliance|"
    r"municipality|mayors|state of|republic|league|fund|federation|society|bureau|division|authority|court"
    r"|parliament|congress|platform|partnership|"
    r"initiative|mechanism|team|staff|observatory|directorate|service|party|board|company|press|lab|project"
    r"|consortium|caucus|hub|working|mission|"
    r"organisation|ministère|ministerio|ville|ayuntamiento|conseil|consejo|comité|bundesamt|stadt|interior"
    r"|comisión|defensoría|diputación|generalitat|instituto|fundación|red de|asamblea|naciones|nations|unies|unidas"
    r"|assemblée|générale?|secrétariat|oficina|secrétaire|secretario|secretaría|conferencia|conférence|relator|rapporteuse|bundesministerium|ministero"
    r"|städtetag|landkreis|gemeinde|câmara|prefeitura|associação|comissão|commissione|comune di|région|mairie"
    r"|métropole|agence|unicef|innocenti|gov’t|comm’n|ass’n|int’l|inst\.|dep’t|council’s|statistics|health|women"
    r"|wales|africa|america|europe|france|americas|bar|pueblo|panel|taskforce|task force|academies|academy"
    r"|watch|rights|amnesty|médecins|médicos|doctors|relief|international|refugees?|children|migrants?|migration"
    r"|stiftung|fondation|fondazione|cour|corte|cámara|chambre|sénat|tribunal|verband|verein|behörde|kanton"
    r"|landeshauptstadt|comune|città|regione|collectif|réseau|netzwerk|observatoire|contrôleur|haut conseil|ligue"
    r"|excom|desa|independent expert|unit|rescue|ajuntament|gemeente|défenseur|treasury|rapporteur"
    r"|high commissioner|eurocities|times|post|news|for|of|the|on)\b",
    re.IGNORECASE,
)
SUBBODY = re.compile(
    r"^(?:Department|Division|Office|General Assembly|Security Council|Human Rights|Economic and Social"
    r"|Committee|Secretar|Population|Directorate|Bureau|Ministry|High Commissioner|Working Group|Statistics"
    r"|Statistical|Economic Commission|Working|Commission|Centre|Unit|UN-Habitat|Treaty|Conference|Group"
    r"|Programme)",
    re.IGNORECASE,
)
_OPENS_BODY = re.compile(
    r"^(?:[A-Z][A-Z-]{2,}s?\b|United |International |World |European |Council |City of|Ministry|UN\b|UN-|Inter"
    r"|African |Asian |The |Ministero |Ministère |Ministerio )"
)


def authors(text: str, *, inverted: bool = False) -> tuple[tuple[Author, ...], bool]:
    """The authors in printed order, and whether "others" follow them; ``inverted`` where the style puts the family of
    the first author first, so that several words without comma or initial name a body."""
    text = _EDITORS.sub("", text.strip().strip(",;: "))
    text = (
        text.rstrip(".")
        if re.search(r"[^\W\d_]{2}\.$", text) and not _STOPPED.search(text) and not _OTHERS.search(text[-8:])
        else text
    )
    text = _SUFFIXED.sub(r"\1", _LEFT_OUT.sub(", ", text))
    whole = _OTHERS.sub(" ", text).strip(" ,;")
    others = whole != text and _OTHERS.search(text) is not None
    if not whole or _NO_AUTHOR.match(whole):
        return (), others
    if people := _mixed(whole):
        return people, others
    if _organisation(whole) or (inverted and _INVERTED_BODY.fullmatch(whole)):
        return tuple(Author(_named(each)) for each in _bodies(whole)), others
    return tuple(_people(whole)), others


_LEFT_OUT = re.compile(r",?\s*(?:…|\.\s?\.\s?\.)\s*(?:&\s*)?(?=\w)")
"""What stands for authors between the first ones and the last."""
_SUFFIXED = re.compile(r"( [A-ZÀ-ÞĀ-Ž]{1,3}) (?:Jr|Sr|II|III|[23](?:nd|rd))\b\.?(?=,|$)")
_NO_AUTHOR = re.compile(
    r"(?:Letter|Note verbale|(?:[A-Z]\.){0,3}\s?Res(?:olution)?\b(?! [A-Z][a-z])|Identical letters)"
)
_INVERTED_BODY = re.compile(r"(?!.*(?:^|\s)[A-ZÀ-ÞĀ-Ž]{1,2}\.?(?:\s|$))[^,;]+\s[^,;]+")


def _mixed(text: str) -> tuple[Author, ...]:
    """People as "Family AB" among bodies; else nothing."""
    pieces = re.split(r"\s*[,;]\s*", text)
    short = [_VANCOUVER.match(each) if not _BODY.search(each) else None for each in pieces]
    if (
        not any(short)
        or all(short)
        or not all(each or _BODY.search(piece) for each, piece in zip(short, pieces, strict=True))
    ):
        return ()
    return tuple(Author(each[1], each[2]) if each else Author(piece) for each, piece in zip(short, pieces, strict=True))


def _named(body: str) -> str:
    return body.strip() if _STOPPED.search(body) else body.strip().rstrip(",.")


_STOPPED = re.compile(r"\b(?:[A-Z]\.[A-Z]|Inst|Off|Comm|Ctr|Auth|Org|Inc|Ltd|Corp)\.$")
"""A body whose last word is shortened, so that the stop is its own."""


def _organisation(text: str) -> bool:
    """Whether a list names bodies rather than people."""
    if re.search(r"(?:^|[\s,])[A-ZÀ-ÞĀ-Ž]\.(?:[\s,;&-]|$|[A-Z]\.)", text) and not re.match(r"^U\.(?:S|N|K)\.", text):
        return False
    pieces = re.split(r"\s*[;,]\s*", text)
    if all(_VANCOUVER.match(each) and not _BODY.search(each) for each in pieces):
        return False
    if _BODY.search(text):
        return True
    words = text.replace("(", "").replace(")", "").split()
    return (
        (len(words) == 1 and "," not in text)
        or all(re.fullmatch(r"[A-Z]{3,}\w*(?:-\w+)?", each) for each in re.split(r",\s*|\s+(?:and|&)\s+", text))
        or bool(re.match(r"(?:UN|U\.N\.|EU) [A-Z]", text))
        or bool(re.match(r"[A-Z]{3,}(?:-[A-Z]\w+)?s? ", text) and not text.isupper() and "," not in text)
        or "-Habitat" in text
    )


def _bodies(text: str) -> list[str]:
    """Several bodies are told apart where each side of an "and" can stand alone."""
    parts = [part for part in re.split(r"\s*;\s*|,\s+&\s+", text) if part]
    found: list[str] = []
    for part in parts:
        pieces: list[str] = []
        for piece in re.split(r",\s+(?!and\b)", part):
            short = re.fullmatch(r"(?:[A-Z]{2,}\w*(?:-\w+)?)", piece)
            if pieces and not short and (SUBBODY.match(piece) or not _OPENS_BODY.match(piece)):
                pieces[-1] += f", {piece}"
            else:
                pieces.append(piece)
        for piece in pieces:
            found += _parted(piece)
    return found


def _parted(body: str) -> list[str]:
    for joint in re.finditer(r",?\s+(?:and|&)\s+", body):
        left, right = body[: joint.start()], body[joint.end() :]
        alone = (
            " " not in left or (_BODY.search(left) and not re.search(r"\b(?:of|for|on)\s+\w+$", left)) or "(" in left
        )
        same = left.split()[0] == right.split()[0] and " " in left
        if same or (_OPENS_BODY.match(right) and alone):
            return [*_parted(left), *_parted(right)]
    return [body]


_GIVEN = re.compile(
    r"(?:Alan|Allen|Andrew|Ann|Anne|Benjamin|Bruce|Charles|Christopher|Craig|Daniel|David|Edward|Elizabeth|Eric"
    r"|Frank|Fred|George|Harold|Harvie|Henry|Jack|James|Jane|Jeffrey|John|Joseph|Karl|Kenneth|Lee|Louis|Marie"
    r"|Mark|Mary|Michael|Neil|Patrick|Paul|Peter|Philip|Richard|Robert|Ronald|Ruth|Sarah|Scott|Stephen|Steven"
    r"|Stuart|Susan|Thomas|Timothy|Tyler|Walter|Wayne|William)"
)
"""Names that are given after an initial: "W. Michael Reisman"."""
_INITIAL = re.compile(r"(?:^|[\s,])[A-ZÀ-ÞĀ-Ž]\.?(?:[\s,;&-]|$|[A-Z]\.)")
_COMPOUND = re.compile(r"^([^\W\d_]+) (y) ([^\W\d_]+,)(?= [A-ZÀ-Þ][a-zß-ÿ]+)")
"""A family of two names: "Ramón y Cajal, Santiago"."""


def _people(text: str) -> list[Author]:
    text = _COMPOUND.sub("\\1\ue003\\2\ue003\\3", text)
    groups = [group.strip(" ,").replace("\ue003", " ") for group in _AND.split(text) if group.strip(" ,")]
    found: list[Author] = []
    for group in groups:
        if len(groups) > 1 and _BODY.search(group) and " " in group and not _INITIAL.search(group) and "," not in group:
            found.append(Author(group.removeprefix("the ")))
            continue
        pieces = [piece for piece in re.split(r"\s*,\s*", group) if piece]
        while pieces:
            first, rest = pieces[0], pieces[1:]
            if rest and _SUFFIX.match(f" {rest[0]}"):
                first, rest = f"{first} {rest[0]}", rest[1:]
            if rest and _is_given(
                rest[0],
                first,
                inverted=not found or not _natural(first),
                last=len(rest) == 1,
                alone=len(groups) == 1 and len(pieces) == 2,
            ):
                found.append(Author(first, _clean(rest[0])))
                pieces = rest[1:]
                if pieces and _SUFFIX.match(f" {pieces[0]}"):
                    pieces = pieces[1:]
            else:
                found.append(_natural_order(first))
                pieces = rest
    return found


def _is_given(piece: str, before: str, *, inverted: bool, last: bool, alone: bool) -> bool:
    """Whether ``piece`` holds the given names of the family ``before`` it."""
    if _INITIALS.fullmatch(piece.strip()):
        return not (_DOTTED_START.match(before) or _VANCOUVER.match(before))
    if _DOTTED_START.match(before) or _VANCOUVER.match(before) or _VANCOUVER.match(piece) or _DOTTED_START.match(piece):
        return False
    if _DOTTED_END.match(before) and _DOTTED_END.match(piece):
        return False
    words = [word for word in before.split() if word.lower() not in _PARTICLES]
    if len(words) < len(before.split()) and before.split()[0].lower() not in _PARTICLES and not alone:
        return False
    return (
        inverted
        and len(words) <= 2
        and (len(words) == 1 or len(piece.split()) == 1 or alone)
        and not _BODY.search(piece)
    )


def _natural(name: str) -> bool:
    words = [word for word in name.split() if word.lower() not in _PARTICLES]
    return len(words) > 1


def _clean(given: str) -> str:
    return given.strip()


def _natural_order(name: str) -> Author:
    """A name in the order in which it is spoken, or family and bare initials."""
    name = name.strip()
    suffix = ""
    if ends := _SUFFIX.search(name):
        name, suffix = name[: ends.start()], ""
    if dotted := _DOTTED_START.match(name):
        words = dotted[2].split()
        middle = 0
        while (
            middle < len(words) - 1
            and words[middle].lower() not in _PARTICLES
            and words[middle][0].isupper()
            and len(words) > middle + 1
            and (_DOTTED_START.match(f"{words[middle]} x") or _GIVEN.fullmatch(words[middle]))
        ):
            middle += 1
        return Author(" ".join(words[middle:]) + suffix, " ".join([dotted[1].strip(), *words[:middle]]))
    if short := _VANCOUVER.match(name) or _DOTTED_END.match(name):
        return Author(short[1], short[2])
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES and words[start - 1] != "E":
        start -= 1
    if start <= 0:
        return Author(name)
    return Author(" ".join(words[start:]), " ".join(words[:start]))
