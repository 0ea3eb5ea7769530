"""Who works here? People, who sign in by e-mail, and the one-time links that let them in."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from hanse.workspace.accounts.rights import Role
from hanse.workspace.accounts.signals import link_made
from hanse.workspace.languages import Language


class People(BaseUserManager["User"]):
    """Users, found by e-mail whatever its case."""

    def get_by_natural_key(self, email: str | None) -> User:
        return self.get(email__iexact=email)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A new user; without a password, one who has yet to set it by a one-time link."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser):
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.RESEARCHER)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices, blank=True, default="")
    """In which letters are written; none: the language of whoever sends them."""
    is_active = models.BooleanField(default=True)
    joined = models.DateTimeField(auto_now_add=True)

    objects = People()
    history = HistoricalRecords(excluded_fields=["password", "last_login"])

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        ordering = ["email"]
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_email")]

    def __str__(self) -> str:
        return self.name or self.email


class Named(models.Model):
    """That a record handled as restricted names a person, who may see it beside the office."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="named_for")
    model = models.CharField(max_length=60)
    """As ``registry.reprisal``: the model's label, lower case."""
    record = models.CharField(max_length=40)
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["made", "id"]
        indexes = [models.Index(fields=["model", "record"])]
        constraints = [models.UniqueConstraint(fields=["person", "model", "record"], name="named_once")]


class Link(models.Model):
    """A one-time link by which somebody sets a password. Only a digest of it is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)
    revoked = models.DateTimeField(null=True)
    """Since when it lets nobody in, though it was not used: withdrawn, or a newer one was made."""

    class Meta:
        ordering = ["-made", "-id"]

    @classmethod
    def make(cls, user: User) -> str:
        """The token of a fresh link; earlier unused ones of this user stop working."""
        token = secrets.token_urlsafe(32)
        cls.revoke(user)
        expires = timezone.now() + timedelta(hours=settings.HANSE_LINK_HOURS)
        cls.objects.create(user=user, digest=digest(token), expires=expires)
        link_made.send(sender=cls, person=user)
        return token

    @classmethod
    def revoke(cls, user: User) -> int:
        """Let nobody in by the links that this user has; how many those were."""
        return cls.objects.filter(user=user, used=None, revoked=None).update(revoked=timezone.now())

    @classmethod
    def find(cls, token: str) -> Link | None:
        """The link of a token, while it can be used."""
        open_links = cls.objects.filter(used=None, revoked=None, expires__gt=timezone.now(), user__is_active=True)
        return open_links.filter(digest=digest(token)).select_related("user").first()

    def spend(self) -> bool:
        """Use the link up; False where somebody was quicker, or it was withdrawn meanwhile."""
        return bool(Link.objects.filter(pk=self.pk, used=None, revoked=None).update(used=timezone.now()))


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def first_administrator() -> tuple[User, str | None]:
    """The first administrator, made where there is none, and a link's token while no administrator can sign in."""
    administrators = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True)
    ready = [user for user in administrators if user.has_usable_password()]
    if ready:
        return ready[0], None
    user = administrators.first() or User.objects.create_user(settings.HANSE_ADMIN_EMAIL, role=Role.ADMINISTRATOR)
    return user, Link.make(user)
