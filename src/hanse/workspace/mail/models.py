"""What is to be sent, to whom, and how far is it? A letter waits, is claimed, and is sent or given up."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hanse.workspace.keys import key


class Letter(models.Model):
    """One message to one address.

    It is written as ``begun`` before it is handed in. Where a worker dies between, nobody can know whether it went out:
    it is not sent again, and its page says so.
    """

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    once = models.CharField(max_length=200, unique=True, default=key)
    """What the letter is about: a second one of the same is not written."""
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="letters"
    )
    address = models.EmailField(_("e-mail"))
    subject = models.CharField(max_length=200)
    text = models.TextField()
    secret = models.BooleanField(default=False)
    """Whether the text lets somebody in: it is wiped once it went out."""
    headers = models.JSONField(default=dict)
    made = models.DateTimeField(auto_now_add=True)
    due = models.DateTimeField(default=timezone.now, db_index=True)
    begun = models.DateTimeField(null=True)
    sent = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-made", "id"]

    def __str__(self) -> str:
        return gettext("%(subject)s, to %(address)s") % {"subject": self.subject, "address": self.address}

    @property
    def state(self) -> str:
        """In a word of the page: waiting, sent, refused, given up, not known."""
        if self.sent:
            return gettext("sent")
        if self.begun:
            return gettext("whether it went out is not known")
        if not self.problem:
            return gettext("waiting")
        return gettext("given up") if self.tries >= TRIES else gettext("refused, will be tried again")


TRIES = 5
"""So often a letter that the server refused is handed in."""
