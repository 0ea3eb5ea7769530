"""Five thousand references stay quick, on pages of fifty; none is lost."""

from __future__ import annotations

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hanse.workspace.citations.models import CitingPassage, Held

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MANY = 5_000


def long_paper():
    cited = "\n\n".join(f"Towns of kind {n} were counted (Okafor{letters(n)}, {1950 + n % 70})." for n in range(MANY))
    listed = "\n\n".join(
        f"Okafor{letters(n)}, B. ({1950 + n % 70}). Port towns of kind {letters(n)}. Tide Press." for n in range(MANY)
    )
    return f"# Everything on ports\n\nRuth Ferreira\n\n## Review\n\n{cited}\n\n## References\n\n{listed}\n"


def letters(n):
    return "".join("abcdefghij"[int(digit)] for digit in f"{n:04}")


def test_five_thousand_references_are_read_and_shown(paper, visit, otto):
    one = "# Port towns of kind aaab\n\nB. Okafor\n\n## Notes\n\nNothing is cited.\n"
    held = paper("1951 Kind.md", one, read=False, title="Port towns of kind aaab")
    document = paper("2020 Ports.md", long_paper())
    assert document.references.count() == MANY
    assert CitingPassage.objects.filter(document=document).count() == MANY
    assert {each.document for each in Held.objects.filter(reference__document=document)} == {held}
    base = f"{document.get_absolute_url()}references/"
    for address in (base, f"{base}?page=100", f"{base}check/", f"{base}check/?side=not-held&page=7"):
        begun = time.process_time()
        with CaptureQueriesContext(
            connection,
        ) as asked:
            answer = visit(otto).get(address)
        took = time.process_time() - begun
        assert answer.status_code == 200
        assert answer.content.count(b"Tide Press.</p>") == 50
        assert len(asked) < 40
        assert took < 3
    table = visit(otto).get(f"{base}check.csv").content.decode()
    assert len(table.splitlines()) == MANY + 1
