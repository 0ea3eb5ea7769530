"""Where is what of the reports?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.impact.report import views

urlpatterns = [
    path("impact/reports/", views.reports, name="impact-reports"),
    path("impact/reports/new/", views.new, name="impact-report-new"),
    path("impact/reports/<slug:pk>/", views.report, name="impact-report"),
    path("impact/reports/<slug:pk>/report.pdf", views.file, name="impact-report-pdf"),
]
