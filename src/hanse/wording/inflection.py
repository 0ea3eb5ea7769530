"""Which forms of a verb do stemmers fail to lead back to it? Irregular, contracted and enclitic ones."""

from __future__ import annotations

from functools import cache

from hanse.wording.flat import flat
from hanse.wording.lexicon import lexicon


def inflected(phrase: str, language: str) -> tuple[str, ...]:
    """Other forms of ``phrase``, whose first word may be a verb: "put an end to" has none, "give effect to" has
    "gave effect to" and "given effect to". Lower case, no diacritics; empty where the first word is no verb.
    """
    first, gap, rest = flat(phrase).replace("'", " ").partition(" ")
    if first in ("s", "se") and rest:
        first, gap, rest = rest.partition(" ")
    return tuple(f"{form}{gap}{rest}" for form in _forms(first, language) if form != first)


@cache
def _forms(verb: str, language: str) -> tuple[str, ...]:
    if language == "en":
        return tuple(lexicon("en", "inflections")["irregular"].get(verb, "").split())
    forms = _conjugated(verb, language)
    if language == "es" and forms:
        root = verb.removesuffix("se") if verb.endswith(("arse", "erse", "irse")) else verb
        forms += tuple(root + pronoun for pronoun in lexicon("es", "inflections")["enclitics"]["pronouns"].split())
        forms += tuple(f"{form}se" for form in _conjugated(root, "es") if form.endswith(("a", "e")))
    return forms


def _conjugated(verb: str, language: str) -> tuple[str, ...]:
    """The forms by the longest ending of an infinitive that fits; none for what is no infinitive."""
    if language == "es" and verb.endswith(("arse", "erse", "irse")):
        verb = verb.removesuffix("se")
    endings = {flat(ending): made for ending, made in lexicon(language, "inflections")["endings"].items()}
    fitting = [ending for ending in endings if verb.endswith(ending) and len(verb) > 3]
    if not fitting:
        return ()
    ending = max(fitting, key=len)
    return tuple(verb.removesuffix(ending) + flat(form) for form in endings[ending].split())
