"""What is an ask about? A short theme from its keywords, or none."""

from __future__ import annotations

import re

_THEMES: tuple[tuple[str, str], ...] = (
    ("children", r"child|minor|youth|young|boys? and girls|enfan|mineur|jeune|niñ|menor|joven"),
    ("women and gender", r"wom[ae]n|girl|gender|femme|fille|genre\b|mujer|niña|género"),
    ("climate and disasters", r"climat|disaster|flood|drought|adaptation|catastroph|inond|desastre|inundaci"),
    ("detention", r"detention|detain|rétention|détention|detenci"),
    (
        "return and readmission",
        r"\breturn(?:s|ees?|ed)?\b|readmi|deport|réadmission|retour|retorno|readmisi"
        r"|expuls",
    ),
    (
        "regular pathways",
        r"pathway|visas?\b|resettle|family reuni|regular migration|réinstall|regroupement"
        r"|reasenta|reagrupa",
    ),
    (
        "identity and documents",
        r"identit|identification|document(?:s|ation)\b|birth regist|papers|état civil|pièces d"
        r"|registro civil",
    ),
    ("health", r"health|medical|hospital|vaccin|santé|médic|salud|sanitari"),
    ("education", r"educat|school|universit|literacy|éducat|école|educaci|escuela"),
    (
        "housing",
        r"housing|shelter|accommodation|homeless|rent(?:s|al)?\b|logement|hébergement|viviend"
        r"|alojamiento",
    ),
    ("work", r"labou?r|employ|\bjobs?\b|skills?|qualification|wage|travail|emploi|compétenc|trabajo|empleo"),
    ("trafficking", r"traffick|smuggl|exploitation|traite\b|trata\b|tráfico"),
    ("discrimination", r"discriminat|racis|xenophob|hate|discrimin|xénophob|xenof"),
    ("borders", r"border|frontière|frontera|search and rescue|sauvetage|salvamento"),
    ("data", r"\bdata\b|statistic|disaggregat|census|données|statisti|datos|estadístic"),
    ("funding", r"fund|financ|budget|resourc|invest|grant[s]?\b|money|ressourc|recursos|presupuest"),
    (
        "follow-up and review",
        r"review|follow-up|indicator|monitor|report(?:s|ing)?\b|suivi|examen|indicateur"
        r"|seguimiento|examen",
    ),
    ("services", r"services?\b|access to|water|transport|servici|accès|acceso"),
    (
        "participation",
        r"participat|consult|involve|seat\b|represent|voice|heard|include|invite|associ|siège"
        r"|entend|particip|inclu|asiento",
    ),
    ("recognition of cities", r"recogni|role of|reconna|rôle|reconoc|papel"),
    (
        "cities",
        r"cit(?:y|ies)|municipal|mayor|local (?:and regional )?(?:gov|auth)|villes?\b|maire"
        r"|collectivit|ciudad|alcald|local",
    ),
)
_COMPILED = tuple((name, re.compile(rf"(?i)\b(?:{stems})")) for name, stems in _THEMES)


def theme(text: str) -> str:
    """The theme with the most keywords in ``text``; the more special one where two have as many; empty for none."""
    counts = [(len(pattern.findall(text)), -place, name) for place, (name, pattern) in enumerate(_COMPILED)]
    most, _, name = max(counts)
    return name if most else ""
