"""Where is what of the ledger? What the registry does with its records is under ``/changes/``."""

from __future__ import annotations

from django.urls import path

from hanse.workspace.impact.ledger import noting, views

urlpatterns = [
    path("impact/ledger/", views.ledger, name="ledger"),
    path("impact/ledger/positions.<str:form>", views.export, name="ledger-export"),
    path("impact/ledger/new/", noting.new, name="change-new"),
    path("impact/ledger/<str:ask>/<str:draft>/", views.finding, name="ledger-finding"),
    path("impact/ledger/<str:ask>/<str:draft>/outside/", noting.outside, name="ledger-outside"),
    path("impact/ledger/<str:ask>/<str:draft>/reply/", noting.reply, name="ledger-reply"),
]
