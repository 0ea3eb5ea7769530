"""A joint statement of ports: drafted, frozen, and asked to be signed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from hanse.workspace.mail.models import Letter
from hanse.workspace.registry.models import Actor
from hanse.workspace.statements import drafting
from hanse.workspace.statements.freezing import freeze
from hanse.workspace.statements.inviting import invite
from hanse.workspace.statements.models import ParagraphKind, Statement, Version

SAYS = {
    "name": "Ines Barr",
    "office": "Mayor",
    "mandate": "council",
    "reference": "2026/114",
    "mandated": "2026-03-12",
    "authorised": "on",
}
"""What a signer fills in."""


@pytest.fixture
def statement(otto) -> Statement:
    """One that is drafted: a title, a preambular and two operative paragraphs, English and French."""
    made = Statement.objects.create(
        title="Declaration of the Quiet Harbours", languages="en fr", rolling=True, handling="public"
    )
    draft = drafting.begin(made, otto)
    for kind, english, french in (
        (
            ParagraphKind.PREAMBULAR,
            "Recalling that ports receive whoever arrives,",
            "Rappelant que les ports accueillent,",
        ),
        (
            ParagraphKind.OPERATIVE,
            "Cities call upon States to fund reception in ports.",
            "Les villes appellent les États.",
        ),
        (ParagraphKind.OPERATIVE, "Cities will share what they learn.", "Les villes partageront leur savoir."),
    ):
        drafting.add(draft, kind, {"en": english, "fr": french}, otto)
    drafting.write(draft.paragraphs.get(place=0), "fr", "Déclaration des ports tranquilles", otto)
    return made


@pytest.fixture
def version(statement, otto) -> Version:
    """The same, frozen and open for signature."""
    return freeze(statement.draft, otto)


@pytest.fixture
def city(db: None) -> Callable[..., Actor]:
    def make(name: str, country: str = "KEN", **said: Any) -> Actor:
        return Actor.objects.create(name=name, country=country, kind="city", **{"handling": "public", **said})

    return make


@pytest.fixture
def link(version, otto) -> Callable[..., str]:
    """The address of a personal link for a city, as the letter has it."""

    def of(city: Actor, **said: Any) -> str:
        invite(said.pop("version", version), city, f"{city.pk}@example.org", by=otto, **said)
        letter = Letter.objects.filter(once__startswith="invitation").latest("made")
        return re.search(r"/sign/[-\w]+/", letter.text).group()

    return of
