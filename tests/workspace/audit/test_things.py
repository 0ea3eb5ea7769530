"""What are the things called that the log tells of?"""

from __future__ import annotations

from django.apps import apps

from hanse.workspace.audit.things import CALLED, called


def test_every_table_of_the_workspace_has_a_name_for_its_rows():
    ours = {each._meta.label_lower for each in apps.get_models() if each.__module__.startswith("hanse.")}
    assert {each for each in ours if not each.split(".")[1].startswith("historical")} <= set(CALLED)


def test_rows_of_a_room_that_is_no_more_keep_their_label():
    assert called("fairs.stall") == "fairs.stall"
