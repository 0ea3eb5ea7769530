"""Who is asked, and what was answered? Of an anonymous survey only sums are kept, never one person's answers.

Two things are written when somebody answers an anonymous survey: that the invitation is spent, without a time; and one
more in the sums of the options that were chosen. Free texts go into a box a question, which is kept in the order of the
alphabet. There is no row a person, no time, no order of arrival, and nothing that holds two answers of one person.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from hanse.workspace.keys import key
from hanse.workspace.registry.models import Actor
from hanse.workspace.surveys.models.questions import Question
from hanse.workspace.surveys.models.surveys import Survey


class Invitation(models.Model):
    """That somebody is asked; ``answered`` once. ``draft`` can be read by the personal link alone."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="surveyed")
    """For whom they answer; of a named survey always."""
    made = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answered = models.BooleanField(default=False)
    taken_back = models.DateTimeField(null=True)
    reminded = models.DateTimeField(null=True)
    draft = models.TextField(blank=True)
    """Sealed by `hanse.workspace.surveys.drafts`."""

    class Meta:
        ordering = ["email"]
        constraints = [models.UniqueConstraint(fields=["survey", "email"], name="asked_once")]


class Link(models.Model):
    """A personal link of an invitation, of which only a digest is kept. A reminder brings a second one."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)


class Tally(models.Model):
    """How many chose an option of a question in an anonymous survey."""

    ALL, SHARE = 0, -1
    """In place of an option: who answered the question at all; who chose one of those that its share counts."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="tallies")
    option = models.SmallIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "option"], name="tallied_once")]


class Box(models.Model):
    """The free texts under a question of an anonymous survey, in the order of the alphabet."""

    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="box")
    texts = models.JSONField(default=list)


class Paper(models.Model):
    """One actor's answers to a named survey, by the number of the question."""

    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="paper")
    said = models.JSONField(default=dict)
    """By the question's number as text: numbers of the options that were chosen, or a text."""
    given = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["given", "id"]
