"""What is reported, and how is a report had? The list, the form, the page, and the same on paper."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _

from hanse.reports.impact_told import told
from hanse.workspace.accounts.rights import Right, may, needs, reading
from hanse.workspace.history import changes
from hanse.workspace.impact.models import Report
from hanse.workspace.impact.report import making
from hanse.workspace.impact.report.forms import HandlingForm, ReportForm
from hanse.workspace.impact.report.settling import settled
from hanse.workspace.jobs.models import Job
from hanse.workspace.languages import direction

PER_PAGE = 40


@reading
def reports(request: HttpRequest) -> HttpResponse:
    """All reports that somebody may read, the latest first."""
    held = Report.objects.visible_to(request.user).defer("sheet").select_related("by")
    made = held if may(request.user, Right.DESK) else held.exclude(digest="")
    page = Paginator(made, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "impact/report/reports.html", {"page": page})


@needs(Right.DESK)
def new(request: HttpRequest) -> HttpResponse:
    """Say for whom and of which period; the report is made in the background."""
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = form.save(commit=False)
        made.by = request.user
        making.begin(made)
        return redirect(made)
    return render(request, "impact/report/new.html", {"form": form})


@reading
def report(request: HttpRequest, pk: str) -> HttpResponse:
    """A report, line by line as it is printed; while it is made, how far that is. Who makes reports says here, too, who
    may read it."""
    held = _one(request, pk)
    if request.method == "POST":
        return _handled(request, held)
    if not held.sheet:
        return _making(request, held)
    said = told(settled(held), theme="page")
    context = {"report": held, "told": said, "say": said["say"], "direction": direction(held.language)}
    if may(request.user, Right.DESK):
        context |= {"form": HandlingForm(instance=held), "changes": changes(held)}
    return render(request, "impact/report/report.html", context)


def _handled(request: HttpRequest, report: Report) -> HttpResponse:
    """Change who may read a report; what it says, and its numbers, stay."""
    if not may(request.user, Right.DESK):
        raise Http404
    form = HandlingForm(request.POST, instance=report)
    if not form.is_valid():
        messages.error(request, _("Choose who may read it: public, internal or restricted."))
    elif form.has_changed():
        report.save(update_fields=["handling"])
        messages.success(request, _("Who may read this report was changed."))
    return redirect(report)


def _making(request: HttpRequest, report: Report) -> HttpResponse:
    if not may(request.user, Right.DESK):
        raise Http404
    jobs = Job.objects.visible_to(request.user).filter(kind=making.WORK, arguments__report=report.pk)
    return render(request, "impact/report/making.html", {"report": report, "job": jobs.first()})


@reading
def file(request: HttpRequest, pk: str) -> HttpResponse:
    """The same as PDF."""
    held = _one(request, pk)
    if not held.sheet:
        raise Http404
    name = f"{slugify(held.title)[:60] or 'impact-report'}-{held.pk}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(making.pdf(held), content_type="application/pdf", headers=headers)


def _one(request: HttpRequest, pk: str) -> Report:
    return get_object_or_404(Report.objects.visible_to(request.user), pk=pk)
