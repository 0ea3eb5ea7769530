"""In which language is a page shown? The reader's choice, else the browser's; programs are answered in English."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.utils.translation import get_supported_language_variant
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import public
from hanse.workspace.languages import Language, menu, spoken, understood

YEAR = 365 * 24 * 3600


class InTheReadersLanguage(LocaleMiddleware):
    """Django's, but for programs: what they read keeps its words, whoever asks."""

    def process_request(self, request: HttpRequest) -> None:
        translation.activate(self.language(request))
        request.LANGUAGE_CODE = translation.get_language()

    def language(self, request: HttpRequest) -> str:
        """For the API English; else the browser's last choice, the account's, what the browser asks for."""
        if request.path_info.startswith("/api/v1/"):
            return "en"
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) or getattr(request.user, "language", "")
        if chosen[:2] in Language.values:
            return get_supported_language_variant(understood(chosen))
        return translation.get_language_from_request(request)


@public
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Take a language, for this browser and, after sign-in, for the letters that one gets; back to the page."""
    asked = request.POST.get("language", "")
    onward = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure())
    answer = redirect(onward if own else "home")
    if asked in Language.values:
        if request.user.is_authenticated and request.user.language != asked:
            request.user.language = asked
            request.user.save(update_fields=["language"])
        variant = get_supported_language_variant(asked)
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, variant, max_age=YEAR, httponly=True, samesite="Lax")
    return answer


def context(request: HttpRequest) -> dict[str, Any]:
    """For every template: the ``tongue`` of the page, which way it runs, and the ``tongues`` to choose from."""
    here = spoken()
    return {"tongue": _tongue(here), "tongues": _choices(here)}


@cache
def _tongue(here: Language) -> dict[str, str]:
    return menu([here])[0]


@cache
def _choices(here: Language) -> SafeString:
    """The buttons are the same on every page of a language."""
    return render_to_string("parts/tongues_buttons.html", {"tongues": menu(Language.values), "here": here})
