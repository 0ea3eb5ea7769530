"""Actors, ties, instruments, works, pressure, and what sources say of them."""

from hanse.workspace.registry.models.actors import Actor, ActorKind, Name, Nature, Tier
from hanse.workspace.registry.models.acts import ACTS, BINDS, VOTES, Act, InstrumentKind, Level
from hanse.workspace.registry.models.claims import Claim
from hanse.workspace.registry.models.dated import Dated, Event, Happening
from hanse.workspace.registry.models.duplicates import Judgement, Merge, Verdict
from hanse.workspace.registry.models.imports import Columns, Import, Meant, NameJudgement, Stage
from hanse.workspace.registry.models.instruments import (
    Force,
    Gives,
    Instrument,
    Kept,
    Objective,
    Participation,
    Term,
)
from hanse.workspace.registry.models.pressure import Episode, Lever, Reprisal
from hanse.workspace.registry.models.record import EdtfField, Record, Records
from hanse.workspace.registry.models.sources import Attestation, Confidence, Source
from hanse.workspace.registry.models.ties import Ended, Grade, Membership, Office, Standing
from hanse.workspace.registry.models.translations import Translation
from hanse.workspace.registry.models.works import Clearance, Cleared, Funding, Project

__all__ = [
    "ACTS",
    "BINDS",
    "VOTES",
    "Act",
    "Actor",
    "ActorKind",
    "Attestation",
    "Claim",
    "Clearance",
    "Cleared",
    "Columns",
    "Confidence",
    "Dated",
    "EdtfField",
    "Ended",
    "Episode",
    "Event",
    "Force",
    "Funding",
    "Gives",
    "Grade",
    "Happening",
    "Import",
    "Instrument",
    "InstrumentKind",
    "Judgement",
    "Kept",
    "Level",
    "Lever",
    "Meant",
    "Membership",
    "Merge",
    "Name",
    "NameJudgement",
    "Nature",
    "Objective",
    "Office",
    "Participation",
    "Project",
    "Record",
    "Records",
    "Reprisal",
    "Source",
    "Stage",
    "Standing",
    "Term",
    "Tier",
    "Translation",
    "Verdict",
]
