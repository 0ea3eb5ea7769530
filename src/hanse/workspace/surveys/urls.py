"""Where are surveys written, sent, answered and counted? Surveys themselves are records of the registry."""

from __future__ import annotations

from django.urls import path

from hanse.workspace.surveys.views import answering, asking, results, writing

urlpatterns = [
    path("new/", writing.new, name="survey-new"),
    path("answer/<str:token>/", answering.answer, name="survey-answer"),
    path("answer/<str:token>/keep/", answering.keep, name="survey-keep"),
    path("<slug:pk>/questions/", writing.questions, name="survey-questions"),
    path("<slug:pk>/questions/<int:question>/", writing.question, name="survey-question"),
    path("<slug:pk>/translations/<str:language>/", writing.translation, name="survey-translation"),
    path("<slug:pk>/preview/", writing.preview, name="survey-preview"),
    path("<slug:pk>/round/", writing.next_round, name="survey-round"),
    path("<slug:pk>/open/", asking.open_, name="survey-open"),
    path("<slug:pk>/close/", asking.close, name="survey-close"),
    path("<slug:pk>/invitations/", asking.invitations, name="survey-invitations"),
    path("<slug:pk>/invitations/<slug:invitation>/take-back/", asking.take_back, name="survey-take-back"),
    path("<slug:pk>/remind/", asking.remind, name="survey-remind"),
    path("<slug:pk>/publish/", results.publish, name="survey-publish"),
    path("<slug:pk>/results.csv", results.csv, name="survey-csv"),
    path("<slug:pk>/claims/<int:question>/", results.claim, name="survey-claim"),
]
