"""What can be seen of the registry, and done to it?"""

from hanse.workspace.registry.views.duplicates import duplicates, judge, merge, take_back
from hanse.workspace.registry.views.editing import add, bring_back, edit, remove
from hanse.workspace.registry.views.history import history, restore
from hanse.workspace.registry.views.lists import count, records, registry, removed
from hanse.workspace.registry.views.pages import record
from hanse.workspace.registry.views.sources import attest, claim
from hanse.workspace.registry.views.suggestions import suggest
from hanse.workspace.registry.views.translating import translate

__all__ = [
    "add",
    "attest",
    "bring_back",
    "claim",
    "count",
    "duplicates",
    "edit",
    "history",
    "judge",
    "merge",
    "record",
    "records",
    "registry",
    "remove",
    "removed",
    "restore",
    "suggest",
    "take_back",
    "translate",
]
