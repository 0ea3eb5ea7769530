"""Where are campaigns found?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.campaigns.views import board, campaigns, cell

urlpatterns = [
    path("", campaigns.campaigns, name="campaigns"),
    path("new/", campaigns.new, name="campaign-new"),
    path("import/", campaigns.bring_in, name="campaign-import"),
    path("<str:pk>/", board.board, name="campaign"),
    path("<str:pk>/trace/", board.trace, name="campaign-trace"),
    path("<str:pk>/cells/<str:ask>/<str:draft>/", cell.cell, name="cell"),
    path("<str:pk>/cells/<str:ask>/<str:draft>/review/", cell.review, name="cell-review"),
]
