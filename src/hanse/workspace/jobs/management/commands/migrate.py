"""How is a database made in seconds? Django's ``migrate``, which renders after a step only the model that it changed.

Django renders anew, step by step, every model that is tied to the changed one over however many ties: with people and
histories everywhere that is nearly all of them, some four hundred times. What a step does to the database it reads
from the changed model alone, but where a field that others point at is altered, renamed or removed: then all are
rendered, as they are before a step that runs code (``ProjectState.is_delayed``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.commands import migrate
from django.db.migrations.state import ModelState, ProjectState

_add_model, _add_field = ProjectState.add_model, ProjectState.add_field


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with sparing():
            super().handle(*args, **options)


@contextmanager
def sparing() -> Iterator[None]:
    """As long as this lasts, a state of migrations renders no more than it must."""
    ours = {"add_model": add_model, "add_field": add_field, "reload_model": reload_model}
    theirs = {name: getattr(ProjectState, name) for name in ours}
    _give(ours)
    try:
        yield
    finally:
        _give(theirs)


def _give(methods: dict[str, Any]) -> None:
    for name, method in methods.items():
        setattr(ProjectState, name, method)


def add_model(state: ProjectState, model: ModelState) -> None:
    """A model that is new: nothing points at it yet."""
    rendered = state.__dict__.pop("apps", None)
    _add_model(state, model)
    if rendered is not None:
        state.apps = rendered
        _alone(state, model.app_label, model.name_lower)


def add_field(state: ProjectState, app_label: str, model_name: str, *said: Any, **more: Any) -> None:
    """A field that is new: nothing points at it yet."""
    rendered = state.__dict__.pop("apps", None)
    _add_field(state, app_label, model_name, *said, **more)
    if rendered is not None:
        state.apps = rendered
        _alone(state, app_label, model_name)


def reload_model(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:
    """What Django would delay concerns the model alone; whatever else makes all models anew."""
    if "apps" not in state.__dict__:
        return
    if delay:
        _alone(state, app_label, model_name)
    else:
        del state.__dict__["apps"]


def _alone(state: ProjectState, app_label: str, model_name: str) -> None:
    state.is_delayed = True
    with state.apps.bulk_update():
        state.apps.unregister_model(app_label, model_name)
    state.apps.render_multiple([state.models[app_label, model_name]])
