"""What was done here? The log: one row an act, each tied to the one before by its hash; only ever added to."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from hanse.saying import colon
from hanse.workspace.accounts.rights import Role
from hanse.workspace.audit.chain import START
from hanse.workspace.audit.things import called


class Verb(models.TextChoices):
    """What somebody did."""

    ADDED = "added", pgettext_lazy("somebody did", "added")
    CHANGED = "changed", pgettext_lazy("somebody did", "changed")
    REMOVED = "removed", pgettext_lazy("somebody did", "removed")
    DELETED = "deleted", pgettext_lazy("somebody did", "deleted")
    STARTED = "started", pgettext_lazy("somebody did", "started")
    DOWNLOADED = "downloaded", pgettext_lazy("somebody did", "downloaded")
    SIGNED_IN = "signed in", pgettext_lazy("somebody did", "signed in")
    SIGN_IN_FAILED = "sign-in failed", pgettext_lazy("somebody did", "failed to sign in")
    SIGNED_OUT = "signed out", pgettext_lazy("somebody did", "signed out")
    PASSWORD = "password", pgettext_lazy("somebody did", "set a password")
    SECOND_FACTOR = "second factor", pgettext_lazy("somebody did", "changed a second factor")
    INVITED = "invited", pgettext_lazy("somebody did", "invited")
    CAME_IN = "came in", pgettext_lazy("somebody did", "came in by a link")
    ROLE = "role", pgettext_lazy("somebody did", "set a role")


class Entry(models.Model):
    """One row of the log. It is written by `hanse.workspace.audit.pending` alone; the database refuses to change it.

    ``who`` is the person's number and ``email`` their address at that time, both empty for the workspace itself.
    ``record`` is empty where an act is on ``count`` records at once; ``first_state`` and ``last_state`` then bound the
    numbers of the states that it wrote in their history. ``state`` is a digest of what was written.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    who = models.BigIntegerField(null=True, db_index=True)
    email = models.CharField(max_length=254, blank=True)
    verb = models.CharField(max_length=20, choices=Verb.choices)
    model = models.CharField(max_length=60, blank=True)
    record = models.CharField(max_length=40, blank=True)
    count = models.PositiveIntegerField(default=1)
    first_state = models.BigIntegerField(null=True)
    last_state = models.BigIntegerField(null=True)
    state = models.CharField(max_length=80, blank=True)
    said = models.CharField(max_length=200, blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["-number"]
        indexes = [models.Index(fields=["model", "record"], name="audit_by_record")]

    @property
    def thing(self) -> str:
        """What kind of record it is about, in words."""
        return called(self.model) if self.model else ""

    @property
    def told(self) -> str:
        """What was noted beside the act, in the language of the page where it is one of the words of the house."""
        before, to, after = self.said.partition(" to ")
        if self.verb == Verb.ROLE and to and {before, after} <= set(Role.values):
            return _("%(before)s to %(after)s") % {"before": Role(before).label, "after": Role(after).label}
        return _(self.said) if self.said else ""

    def __str__(self) -> str:
        return f"{self.number}{colon()}{self.email or _('the workspace')} {self.get_verb_display()}"


class Head(models.Model):
    """Where the log ends: the number and the hash of its last row. Locked by whoever adds to it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=START)
