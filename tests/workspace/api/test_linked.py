"""What does a page tell machines of its record, and what does it keep to itself?"""

from __future__ import annotations

import json
import re

import pytest

from hanse.workspace.registry.models import Name

pytestmark = pytest.mark.django_db


def linked(client, address):
    page = client.get(address).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return json.loads(found[1]) if found else None


def test_a_public_page_carries_its_record_with_the_types_of_schema_org(visit, table, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    said = linked(visit(None), "/networks/league/")
    assert said["@type"] == "Organization"
    assert said["@id"].endswith("/networks/league/")
    assert said["foundingDate"] == "2009"
    city = linked(visit(None), "/cities/vell/")
    assert city["sameAs"] == ["https://sws.geonames.org/3128760/"]
    assert city["geo"]["latitude"] == 41.37


def test_what_is_not_public_is_not_told(visit, table, otto, settings):
    assert linked(visit(otto), "/networks/league/") is None
    settings.HANSE_OPEN_TO_PUBLIC = True
    assert linked(visit(otto), "/networks/quiet/") is None
    assert "Quiet" not in json.dumps(linked(visit(otto), "/cities/vell/"))


def test_a_name_cannot_end_the_element_it_stands_in(visit, table, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    Name.objects.create(actor=table.vell, name="</script><b>", handling="public")
    assert linked(visit(None), "/cities/vell/")["alternateName"] == ["</script><b>"]
