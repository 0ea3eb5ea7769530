"""What do a survey's ready-made answers say in each of its languages?"""

from __future__ import annotations

import unicodedata

AGREEMENT = {
    "en": ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"),
    "fr": ("Pas du tout d’accord", "Pas d’accord", "Ni d’accord ni pas d’accord", "D’accord", "Tout à fait d’accord"),
    "es": (
        "Totalmente en desacuerdo",
        "En desacuerdo",
        "Ni de acuerdo ni en desacuerdo",
        "De acuerdo",
        "Totalmente de acuerdo",
    ),
    "ar": ("لا أوافق بشدة", "لا أوافق", "لا أوافق ولا أعارض", "أوافق", "أوافق بشدة"),
    "zh": ("非常不同意", "不同意", "既不同意也不反对", "同意", "非常同意"),
    "ru": (
        "Совершенно не согласен",
        "Не согласен",
        "Ни согласен, ни не согласен",
        "Согласен",
        "Полностью согласен",
    ),
}
"""The scale of agreement in five steps (Likert, 1932), from disagreement to agreement."""
YES_NO = {
    "en": ("Yes", "No"),
    "fr": ("Oui", "Non"),
    "es": ("Sí", "No"),
    "ar": ("نعم", "لا"),
    "zh": ("是", "否"),
    "ru": ("Да", "Нет"),
}
OR = {"en": " or ", "fr": " ou ", "es": " o ", "ar": " أو ", "zh": "或", "ru": " или "}


def isolated(text: str) -> str:
    """A text to be set into another: what runs from the right keeps to itself (FSI and PDI of Unicode's UAX 9)."""
    turned = any(unicodedata.bidirectional(each) in {"R", "AL"} for each in text)
    return f"\u2068{text}\u2069" if turned else text
