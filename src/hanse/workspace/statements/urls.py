"""Where are statements drafted, frozen and signed? Statements themselves are records of the registry."""

from __future__ import annotations

from django.urls import path

from hanse.workspace.statements.views import (
    amendments,
    asking,
    drafting,
    entering,
    freezing,
    invitations,
    printing,
    signing,
    statements,
    texts,
)

urlpatterns = [
    path("statements/new/", statements.new, name="statement-new"),
    path("statements/<slug:pk>/settings/", statements.settings, name="statement-settings"),
    path("statements/<slug:pk>/versions/<int:number>/", texts.version, name="statement-version"),
    path("statements/<slug:pk>/versions/<int:number>/text.txt", texts.canonical, name="statement-text"),
    path("statements/<slug:pk>/versions/<int:number>/print/", printing.anew, name="statement-print"),
    path(
        "statements/<slug:pk>/versions/<int:number>/<slug:occasion>/<str:language>.pdf",
        printing.pdf,
        name="statement-pdf",
    ),
    path("statements/<slug:pk>/versions/<int:number>/asks/", asking.asks, name="statement-asks"),
    path("statements/<slug:pk>/draft/", drafting.draft, name="statement-draft"),
    path("statements/<slug:pk>/draft/begin/", drafting.begin, name="statement-begin"),
    path("statements/<slug:pk>/draft/paragraphs/", drafting.add, name="statement-paragraph-add"),
    path("statements/<slug:pk>/draft/paragraphs/<slug:paragraph>/", drafting.write, name="statement-paragraph"),
    path(
        "statements/<slug:pk>/draft/paragraphs/<slug:paragraph>/change/",
        drafting.change,
        name="statement-paragraph-change",
    ),
    path("statements/<slug:pk>/draft/comments/", amendments.comment, name="statement-comment"),
    path("statements/<slug:pk>/draft/comments/<slug:comment>/settle/", amendments.settle, name="comment-settle"),
    path("statements/<slug:pk>/draft/amendments/", amendments.amend, name="statement-amend"),
    path("statements/<slug:pk>/draft/amendments/<slug:amendment>/", amendments.decide, name="amendment-decide"),
    path("statements/<slug:pk>/draft/people/", invitations.commenters, name="statement-commenters"),
    path("statements/<slug:pk>/freeze/", freezing.freeze, name="statement-freeze"),
    path("statements/<slug:pk>/close/", freezing.close, name="statement-close"),
    path("statements/<slug:pk>/invitations/", invitations.invitations, name="statement-invitations"),
    path(
        "statements/<slug:pk>/invitations/<slug:invitation>/take-back/",
        invitations.take_back,
        name="invitation-take-back",
    ),
    path("statements/<slug:pk>/sign/<slug:city>/", signing.by_account, name="statement-sign"),
    path("statements/<slug:pk>/enter/", entering.enter, name="statement-enter"),
    path("signatures/<slug:pk>/withdraw/", signing.withdraw, name="signature-withdraw"),
    path("sign/<str:token>/", signing.by_link, name="sign-link"),
    path("sign/<str:token>/<str:language>.pdf", printing.by_link, name="sign-link-pdf"),
    path("sign/withdraw/<str:token>/", signing.withdraw_by_link, name="withdraw-link"),
]
