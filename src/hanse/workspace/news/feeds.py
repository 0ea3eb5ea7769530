"""How does news reach other programs? As Atom feeds (RFC 4287) of what is public, the same bytes for the same news."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from hanse.workspace.accounts.rights import reading
from hanse.workspace.languages import speaking
from hanse.workspace.news.latest import FROM, PLURALS, Item, latest

MOST = 50
NAME = "Hanse"
"""What the pages call the workspace."""
FEEDS_SINCE = "2026"
"""The year in the identities of the feeds themselves."""
NO_NEWS = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed without entries was last changed."""
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


class Atom(Atom1Feed):
    """Entries are dated by themselves: a feed without any does not change with the hour."""

    def latest_post_date(self) -> datetime:
        return max((each["updateddate"] for each in self.items), default=NO_NEWS)


@require_safe
@reading
def feed(request: HttpRequest, kind: str = "") -> HttpResponseBase:
    """All news, or that of one kind: what everybody may see, whoever asks. A closed workspace has no public news."""
    if not settings.HANSE_OPEN_TO_PUBLIC or (kind and kind not in FROM):
        raise Http404
    with speaking("en"):  # the same bytes for everybody
        items = latest(AnonymousUser(), MOST, kind)
        body = _written(request, items, kind)
    changed = max((each.when for each in items), default=NO_NEWS)
    etag = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    answer = HttpResponse(body, content_type="application/atom+xml; charset=utf-8")
    answer["ETag"], answer["Last-Modified"] = etag, http_date(changed.timestamp())
    answer["Cache-Control"] = "public, max-age=300"
    found = get_conditional_response(request, etag=etag, last_modified=int(changed.timestamp()), response=answer)
    return found or answer


def _written(request: HttpRequest, items: list[Item], kind: str) -> bytes:
    site = settings.HANSE_ADDRESS or f"{request.scheme}://{request.get_host()}"
    path = reverse("news-feed-of", args=[kind]) if kind else reverse("news-feed")
    made = Atom(
        title=f"{NAME}: {PLURALS[kind]}" if kind else NAME,
        subtitle=site.partition("://")[2],
        link=f"{site}/",
        description="",
        language="en",
        feed_url=site + path,
        feed_guid=_identity(site, FEEDS_SINCE, path),
        author_name=NAME,
    )
    for each in items:
        page = site + each.address
        made.add_item(
            title=_printable(each.title),
            link=page,
            description=_printable(each.about),
            unique_id=_identity(site, f"{each.made:%Y-%m-%d}", each.address),
            pubdate=each.made if each.made <= each.when else each.when,
            updateddate=each.when,
            categories=(each.kind,),
        )
    return made.writeString("utf-8").encode("utf-8")


def _identity(site: str, day: str, path: str) -> str:
    """A tag of RFC 4151, which has neither scheme nor port: the same whether it is asked for over http or https."""
    return f"tag:{urlsplit(site).hostname},{day}:{path}"


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("", text)
