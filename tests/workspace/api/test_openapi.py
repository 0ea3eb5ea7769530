"""Does the API do what its description says? Every endpoint with made-up input, checked against the schema."""

from __future__ import annotations

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from hanse.workspace.api.face import api
from hanse.workspace.api.models import Token
from hanse.workspace.wsgi import application

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
EXAMPLES = 3


@pytest.fixture
def headers(otto, table):
    for signal in (request_started, request_finished):
        # a request ends with its connections closed; the test's transaction needs them a while longer
        signal.disconnect(close_old_connections)
    yield {"Authorization": f"Bearer {Token.make(otto, 'test')}"}
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_every_answer_is_as_described(headers, subtests):
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    for address in sorted(api.get_openapi_schema()["paths"]):
        operation = described[address]["GET"]

        @given(case=operation.as_strategy())
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        def answered(case):
            # no schema can say which cursors and dates exist: those that do not are refused, as described
            case.call_and_validate(headers=headers, excluded_checks=(positive_data_acceptance,))

        with subtests.test(address):
            answered()
