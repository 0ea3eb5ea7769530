"""What does a record say in another language? Its texts beside a form, one language at a time."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.languages import Language, called, direction, menu, spoken
from hanse.workspace.registry.forms_translations import TranslationForm
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.translated import content


@needs(Right.RECORD)
def translate(request: HttpRequest, kind: Kind, pk: str) -> HttpResponse:
    """The texts of a record in ``?language=fr``; in the language of the page where none is asked for."""
    found = get_object_or_404(kind.records().visible_to(request.user), pk=pk)
    if not content(found):
        raise Http404
    asked = request.GET.get("language", "")
    language = asked if asked in Language.values else spoken().value
    form = TranslationForm(request.POST or None, record=found, language=language)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved: what it says in %(language)s.") % {"language": called(language)})
        return redirect(found)
    context = {
        "kind": kind,
        "record": found,
        "form": form,
        "language": language,
        "called": called(language),
        "direction": direction(language),
        "languages": menu(Language.values),
    }
    return render(request, "registry/translate.html", context)
