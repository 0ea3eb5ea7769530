"""With which questions does a call begin? Those of the two compacts' own forms, of the last call, or none.

Sources: the submission form of the pledging initiative of the United Nations Network on Migration
(migrationnetwork.un.org/submit-pledges), and the forms for pledges and for updates of the Global Refugee Forum
(globalcompactrefugees.org, unhcr.tfaforms.net/45).
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.pledges.models import Asks, Call, Means, Question

BEGINNINGS = (
    ("gcm", gettext_lazy("Global Compact for Migration: what its pledging initiative asks")),
    ("gcr", gettext_lazy("Global Compact on Refugees: what the Global Refugee Forum asks")),
    ("both", gettext_lazy("Both compacts in one form")),
    ("last", gettext_lazy("The questions of the last call")),
    ("none", gettext_lazy("No questions yet")),
)
INSTRUMENTS = {"gcm": ("gcm", "agenda-2030"), "gcr": ("gcr", "agenda-2030"), "both": ("gcm", "gcr", "agenda-2030")}
PRINCIPLES = (
    "People-centred",
    "International cooperation",
    "National sovereignty",
    "Rule of law and due process",
    "Sustainable development",
    "Human rights",
    "Gender-responsive",
    "Child-sensitive",
    "Whole-of-government approach",
    "Whole-of-society approach",
)
"""Source: Global Compact for Safe, Orderly and Regular Migration (A/RES/73/195), paragraph 15."""
KINDS_GCM = ("Financial", "Human resources", "Process", "Policy")
KINDS_GCR = ("Financial", "Material", "Technical", "Policy", "Resettlement and complementary pathways", "Other")
AREAS_GCR = (
    "Burden and responsibility sharing",
    "Education",
    "Jobs and livelihoods",
    "Energy and infrastructure",
    "Solutions",
    "Protection capacity",
    "Statelessness",
)
QUALITY_GCR = (
    "Additional",
    "Needs-driven",
    "Quantifiable",
    "Made together with refugees",
    "Age, gender and diversity considered",
)


def _asked(which: str) -> list[dict[str, Any]]:
    """The fields of a beginning, in order."""
    gcm, gcr = which in ("gcm", "both"), which in ("gcr", "both")
    kinds = dict.fromkeys([*(KINDS_GCM if gcm else ()), *(KINDS_GCR if gcr else ())])
    asked = [
        {"key": "objectives", "type": Asks.OBJECTIVES, "label": _("Objectives"), "required": True,
         "guidance": _("Those that the pledge serves directly. Few are better than many.")},
        {"key": "kind", "type": Asks.CHOICES, "label": _("Type of pledge"), "means": Means.KIND,
         "options": "\n".join(kinds)},
    ]  # fmt: skip
    if gcm:
        asked.append(
            {"key": "principles", "type": Asks.CHOICES, "label": _("Guiding principles"), "means": Means.PRINCIPLES,
             "options": "\n".join(PRINCIPLES)}
        )  # fmt: skip
    if gcr:
        asked.append(
            {"key": "area", "type": Asks.CHOICES, "label": _("Area of focus"), "means": Means.AREA,
             "options": "\n".join(AREAS_GCR)}
        )  # fmt: skip
    asked += [
        {"key": "population", "type": Asks.TEXT, "label": _("Who benefits"), "means": Means.POPULATION,
         "guidance": _("Groups, and about how many; never fewer than ten, never persons.")},
        {"key": "indicators", "type": Asks.LONG, "label": _("How progress is measured"), "means": Means.INDICATORS,
         "words": 200, "guidance": _("One or two numbers that you can report each year.")},
        {"key": "amount", "type": Asks.MONEY, "label": _("Budget"), "means": Means.AMOUNT,
         "guidance": _("What your city itself sets aside, where it is known.")},
        {"key": "needs", "type": Asks.LONG, "label": _("Support needed"), "means": Means.NEEDS, "words": 150,
         "guidance": _("Money or skills that others could match.")},
    ]  # fmt: skip
    if gcr:
        asked.append(
            {"key": "quality", "type": Asks.CHOICES, "label": _("Quality criteria"), "means": Means.QUALITY,
             "options": "\n".join(QUALITY_GCR)}
        )  # fmt: skip
    asked.append({"key": "link", "type": Asks.LINK, "label": _("Further information"), "means": Means.LINK})
    return asked


def begin_with(call: Call, which: str) -> None:
    """Give a new call its first questions and instruments."""
    from hanse.workspace.registry.models import Instrument

    if which == "last" and call.previous is not None:
        call.instruments.set(call.previous.instruments.all())
        for each in call.previous.questions.all():
            each.pk, each.call, each._state.adding = None, call, True
            each.save()
    elif which in INSTRUMENTS:
        call.instruments.set(Instrument.objects.standing().filter(pk__in=INSTRUMENTS[which]))
        for place, each in enumerate(_asked(which), 1):
            Question.objects.create(call=call, place=place, **each)
