"""The table of rights in the docs says what the code grants."""

from __future__ import annotations

from pathlib import Path

from hanse.workspace.accounts.rights import RIGHTS, Right, Role

GUIDE = Path(__file__).parents[3] / "docs" / "how-to" / "serve-a-team.md"
COLUMNS = (Role.ADMINISTRATOR, Role.OFFICER, Role.REVIEWER, Role.CITY, Role.RESEARCHER, Role.PUBLIC)


def test_every_right_stands_in_the_table_with_the_roles_that_have_it():
    lines = GUIDE.read_text(encoding="utf-8").splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("| right | what |"))
    told = {}
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        name, _what, *marks = (cell.strip() for cell in line.strip("|").split("|"))
        told[name] = {role for role, mark in zip(COLUMNS, marks, strict=True) if mark == "yes"}
    assert told == {right.value: {role for role in COLUMNS if right in RIGHTS[role]} for right in Right}
