"""Does an inserted qualifier make the circle narrower, or does it only add, bind or join?"""

from __future__ import annotations


def _by_language(**words: str) -> dict[str, frozenset[str]]:
    return {language: frozenset(given.split()) for language, given in words.items()}


QUALIFIERS = _by_language(
    en="with who whose whom that which where when if of in under holding having within for from at on only",
    fr="avec qui dont que ou si de d du des en sous titulaires dans pour a au aux seulement",
    es="con que quienes cuyo cuya donde si de del en bajo titulares dentro para por a solo",
)
"""Words that open a qualifier behind a noun."""
CIRCUMSTANCES = _by_language(
    en="in during at along near over under between beyond outside inside across within where when while only operating "
    "located situated built made held owned older younger throughout",
    fr="en dans pendant durant lors pres le sous entre hors lorsque quand seulement situes situees au aux",
    es="en durante cerca bajo entre fuera cuando mientras solo situados situadas ubicados ubicadas dentro",
)
"""Words that open a circumstance before or after a whole clause."""
_ADDITIONS = _by_language(
    en="and or including as also",
    fr="et ou y compris ainsi notamment",
    es="y e o u incluidos incluidas incluido incluida asi",
)
_FREE = _by_language(
    en="particular order partnership cooperation close consultation coordination collaboration accordance line keeping "
    "conformity full addition view conjunction support their its this that these those all every each any both same "
    "least international equal regular basis example instance local national regional global levels level time manner "
    "way ways light regard respect context framework spirit participation assistance involvement help benefit charge "
    "reserved per concerning relating regarding owed pertaining timely",
    fr="particulier partenariat cooperation etroite consultation coordination collaboration accord conformite vue "
    "outre leur leurs ce cette ces tous toutes chaque international egalite niveau niveaux local national regional "
    "mondial cadre esprit participation aide appui lieu temps",
    es="particular asociacion cooperacion estrecha consulta coordinacion colaboracion conformidad vista ademas su sus "
    "este esta estos estas todos todas cada internacional igualdad nivel niveles local nacional regional mundial marco "
    "espiritu participacion ayuda apoyo tiempo",
)
"""Where one of these is among the first words of a qualifier, it adds or joins: "in partnership with"."""
_BINDING = _by_language(
    en="law laws charter compact convention obligations international human rights full fully effective effectively "
    "meaningful meaningfully adequate timely direct directly equal all every each also further particular especially "
    "safe secure dignified inclusive sustainable comprehensive",
    fr="droit charte pacte convention obligations international droits plein pleine effectif effective tous toutes",
    es="derecho carta pacto convencion obligaciones internacional derechos pleno plena efectivo efectiva todos todas",
)
"""Words whose qualifiers bind or widen instead of limiting: conformity with law, "full and effective"."""
_MORE_BEFORE = """permanent dedicated new joint common strong robust ambitious binding mandatory independent free public
decent affordable accessible transparent accountable participatory sustained predictable long multi urgent fair just
proper ought have has yet been being"""
_MORE_THAN_ASKED = frozenset(_MORE_BEFORE.split())
"""Words before a noun, or before a verb, that take nothing away."""
_OF = frozenset(["of", "de"])
_MORE_OR_LESS = frozenset(["more", "less", "fewer", "plus", "moins", "mas", "menos"])
_ADDED = {
    "fr": "gratuit rapid permanent direct plein durable digne sur ordonne public universel equitable efficac effecti "
    "adequat renforc nouve nouv conjoint immediat regulier complet contraignant obligatoire independant ouvert "
    "transparent sign concern interess susmention precit present requis necessaire utile local nation internation "
    "mondi humain",
    "es": "gratuit rapid permanent direct plen durader sostenib dign segur ordenad public universal equitativ eficac "
    "efectiv adecuad reforzad nuev conjunt inmediat regular complet vinculante obligatori independient abiert "
    "transparent significativ interesad afectad mencionad citad present necesari util local nacion internacion "
    "mundial human",
}
_ADDED_BEHIND = {language: tuple(starts.split()) for language, starts in _ADDED.items()}
"""How adjectives begin that take nothing away when they are put behind a noun."""
LONGEST_BEFORE = 2
"""Words before a noun that may be one qualifier."""
_FIRST = 3
"""Words at the start of a qualifier that say what it does."""


def narrows(words: list[str], language: str, *, around: bool = False) -> bool:
    """Whether a run of folded words limits what it is put behind: a noun, or (``around``) a whole clause."""
    if not words or _joins(words, language):
        return False
    counted = len(words) > 2 and words[0] in _OF and words[1] in _MORE_OR_LESS
    openers = CIRCUMSTANCES[language] if around else QUALIFIERS[language] | CIRCUMSTANCES[language]
    return counted or words[0] in openers


def narrows_before(words: list[str], language: str) -> bool:
    """Whether one or two words put before a noun limit it ("child victims"). English only: elsewhere they follow."""
    return (
        language == "en"
        and len(words) <= LONGEST_BEFORE
        and not any(word.endswith("ly") or word in _MORE_THAN_ASKED for word in words)
        and not _joins(words, language)
    )


def narrows_behind(words: list[str], language: str) -> bool:
    """Whether one word put behind a noun limits it in French and Spanish ("hôpitaux universitaires")."""
    return (
        language in _ADDED_BEHIND
        and len(words) == 1
        and not words[0].endswith(("ment", "mente"))
        and not words[0].startswith(_ADDED_BEHIND[language])
        and not _joins(words, language)
    )


def _joins(words: list[str], language: str) -> bool:
    return (
        language not in QUALIFIERS
        or words[0] in _ADDITIONS.get(language, ())
        or any(word in _FREE.get(language, ()) for word in words[:_FIRST])
        or any(word in _BINDING.get(language, ()) for word in words)
    )
