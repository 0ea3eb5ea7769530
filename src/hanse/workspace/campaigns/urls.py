"""Where are campaigns found?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.campaigns.views import (
    asks,
    board,
    campaigns,
    cell,
    dates,
    delegations,
    downloads,
    history,
    texts,
    watch,
)

urlpatterns = [
    path("", campaigns.campaigns, name="campaigns"),
    path("new/", campaigns.new, name="campaign-new"),
    path("import/", campaigns.bring_in, name="campaign-import"),
    path("<str:pk>/", board.board, name="campaign"),
    path("<str:pk>/trace/", board.trace, name="campaign-trace"),
    path("<str:pk>/edit/", campaigns.edit, name="campaign-edit"),
    path("<str:pk>/watch/", watch.watch, name="campaign-watch"),
    path("<str:pk>/cells/<str:ask>/<str:draft>/", cell.cell, name="cell"),
    path("<str:pk>/cells/<str:ask>/<str:draft>/review/", cell.review, name="cell-review"),
    path("<str:pk>/cells/<str:ask>/<str:draft>/withdraw/", cell.withdraw, name="cell-withdraw"),
    path("<str:pk>/asks/", asks.asks, name="campaign-asks"),
    path("<str:pk>/asks/new/", asks.add, name="campaign-ask-new"),
    path("<str:pk>/asks/change/", asks.change, name="campaign-asks-change"),
    path("<str:pk>/asks/<str:ask>/", asks.edit, name="campaign-ask"),
    path("<str:pk>/asks/<str:ask>/split/", asks.split, name="campaign-ask-split"),
    path("<str:pk>/texts/", texts.texts, name="campaign-texts"),
    path("<str:pk>/texts/seen/", texts.doubts_seen, name="campaign-doubts-seen"),
    path("<str:pk>/texts/take/", texts.take, name="campaign-texts-take"),
    path("<str:pk>/texts/bring/", texts.bring, name="campaign-texts-bring"),
    path("<str:pk>/texts/<str:text>/out/", texts.take_out, name="campaign-text-out"),
    path("<str:pk>/texts/<str:text>/back/", texts.put_back, name="campaign-text-back"),
    path("<str:pk>/download/", downloads.downloads, name="campaign-downloads"),
    path("<str:pk>/download/<str:name>", downloads.download, name="campaign-download"),
    path("<str:pk>/delegations/", delegations.delegations, name="campaign-delegations"),
    path("<str:pk>/delegations/<str:position>/forget/", delegations.forget, name="campaign-position-forget"),
    path("<str:pk>/dates/", dates.dates, name="campaign-dates"),
    path("<str:pk>/dates/new/", dates.date, name="campaign-date-new"),
    path("<str:pk>/dates/<str:deadline>/", dates.date, name="campaign-date"),
    path("<str:pk>/history/", history.changes, name="campaign-history"),
]
