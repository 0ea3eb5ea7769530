"""Where are people found?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.focal_points import views

urlpatterns = [
    path("", views.people, name="people"),
    path("<int:pk>/", views.person, name="person"),
    path("<int:pk>/link/", views.link, name="link"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("<int:pk>/second-factor/", views.reset_factor, name="reset-factor"),
    path("<int:pk>/sign-out/", views.sign_out, name="sign-out"),
    path("<int:pk>/cities/", views.speak, name="speak"),
    path("<int:pk>/hand-over/", views.hand, name="hand-over"),
    path("cities/<int:pk>/end/", views.end, name="end-speaking"),
]
