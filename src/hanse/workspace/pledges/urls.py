"""Where is what of this room? What the registry does with records of its kinds is under ``/pledges/``, ``/calls/``."""

from __future__ import annotations

from django.urls import path

from hanse.workspace.pledges.views import calls, drafts, embed, exports, joint, offers, practices, reports, review

urlpatterns = [
    path("calls/new/", calls.new, name="call-new"),
    path("calls/<slug:pk>/form/", calls.form, name="call-form"),
    path("calls/<slug:pk>/open/", calls.open_, name="call-open"),
    path("calls/<slug:pk>/close/", calls.close, name="call-close"),
    path("calls/<slug:pk>/pledge/", drafts.begin, name="pledge-begin"),
    path("pledges/mine/", drafts.mine, name="pledges-mine"),
    path("pledges/review/", review.queue, name="pledges-review"),
    path("pledges/embed/", embed.embed, name="pledges-embed"),
    path("pledges/layouts/<slug:layout>.<slug:form>", exports.export, name="pledges-layout"),
    path("pledges/<slug:pk>/draft/", drafts.draft, name="pledge-draft"),
    path("pledges/<slug:pk>/withdraw/", drafts.withdraw, name="pledge-withdraw"),
    path("pledges/<slug:pk>/joint/<slug:city>/", joint.agree, name="pledge-joint"),
    path("pledges/<slug:pk>/joint/<slug:city>/record/", joint.agreed_elsewhere, name="pledge-joint-record"),
    path("pledges/<slug:pk>/review/", review.review, name="pledge-review"),
    path("pledges/<slug:pk>/comment/", review.comment, name="pledge-comment"),
    path("pledges/<slug:pk>/step/", review.step, name="pledge-step"),
    path("pledges/<slug:pk>/decide/", review.decide, name="pledge-decide"),
    path("pledges/<slug:pk>/report/", reports.report, name="pledge-report"),
    path("pledges/<slug:pk>/reports/<int:number>/show/", reports.show, name="pledge-report-show"),
    path("pledges/<slug:pk>/offer/", offers.offer, name="pledge-offer"),
    path("pledges/<slug:pk>/offers/<int:number>/", offers.answer, name="pledge-offer-answer"),
    path("pledges/<slug:pk>/recognise/", practices.recognise, name="pledge-recognise"),
    path("pledges/<slug:pk>/practice/", practices.make, name="practice-make"),
    path("practices/<slug:pk>/write/", practices.edit, name="practice-write"),
    path("practices/<slug:pk>/publish/", practices.publish, name="practice-publish"),
    path("practices/<slug:pk>/adopt/", practices.adopt, name="practice-adopt"),
]
