"""What is one question of a survey? Its kind, its words in each language, and which answers its share counts."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.keys import key
from hanse.workspace.surveys.languages import AGREEMENT, OR, YES_NO
from hanse.workspace.surveys.models.surveys import Survey

MOST_OPTIONS = 20
FEWEST_OPTIONS = 2


class Asks(models.TextChoices):
    """What a question takes."""

    SCALE = "scale", gettext_lazy("A step of a scale")
    SINGLE = "single", gettext_lazy("One of several")
    MULTIPLE = "multiple", gettext_lazy("Several of several")
    YES_NO = "yes-no", gettext_lazy("Yes or no")
    TEXT = "text", gettext_lazy("Free text")


READY = {Asks.SCALE: AGREEMENT, Asks.YES_NO: YES_NO}
"""What is offered where no options are written, by language."""
SHARE = {Asks.SCALE: "4 5", Asks.YES_NO: "1"}
"""Which of those the share counts: agreement, and yes."""


class Question(models.Model):
    """One question. ``translations`` holds for each language its ``text``, ``help`` and ``options``."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="questions")
    place = models.PositiveSmallIntegerField(default=0)
    key = models.CharField(max_length=12, default=key, editable=False)
    """The same in all rounds: by it they are compared."""
    kind = models.CharField(gettext_lazy("kind"), max_length=8, choices=Asks.choices, default=Asks.SCALE)
    text = models.TextField(gettext_lazy("question"), max_length=1000)
    help = models.TextField(gettext_lazy("guidance"), max_length=1000, blank=True)
    options = models.TextField(gettext_lazy("to choose from"), max_length=4000, blank=True)
    """One a line; empty for what `READY` offers."""
    share = models.CharField(gettext_lazy("its share counts"), max_length=60, blank=True)
    """Numbers of options, as "4 5"."""
    required = models.BooleanField(gettext_lazy("has to be answered"), default=False)
    translations = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["place", "id"]
        constraints = [models.UniqueConstraint(fields=["survey", "key"], name="question_once_a_round")]

    def __str__(self) -> str:
        return self.text

    @property
    def closed(self) -> bool:
        """Whether answers are chosen, not written."""
        return self.kind != Asks.TEXT

    @property
    def ready(self) -> bool:
        """Whether its options are ready-made in all languages."""
        return self.kind in READY and not self.options.strip()

    def wording(self, language: str) -> str:
        """In a language, or as it was written first."""
        return self._in(language, "text") or self.text

    def guidance(self, language: str) -> str:
        return self._in(language, "help") or self.help

    def choices(self, language: str) -> list[str]:
        """The options in a language; as they were written first where they are not translated one by one."""
        if not self.closed:
            return []
        if self.ready:
            return list(READY[Asks(self.kind)][language])
        own, translated = _lines(self.options), _lines(self._in(language, "options"))
        return translated if len(translated) == len(own) else own

    @property
    def counts(self) -> tuple[int, ...]:
        """Numbers of the options that the share counts, from 1."""
        return tuple(sorted({int(each) for each in self.share.replace(",", " ").split() if each.isdigit()}))

    def definition(self, language: str) -> str:
        """What the share counts, in words: "Agree or Strongly agree"; "" where it has no share."""
        named = self.choices(language)
        return OR[language].join(named[each - 1] for each in self.counts if 0 < each <= len(named))

    def missing(self, language: str) -> list[str]:
        """What of it is not said in a language: "text", "options", "help"."""
        if language == self.survey.language:
            return []
        lacks = [] if self._in(language, "text") else ["text"]
        if self.closed and not self.ready and len(_lines(self._in(language, "options"))) != len(_lines(self.options)):
            lacks.append("options")
        return [*lacks, "help"] if self.help and not self._in(language, "help") else lacks

    def _in(self, language: str, part: str) -> str:
        return str((self.translations.get(language) or {}).get(part) or "")

    def clean(self) -> None:
        """Raises ValidationError for options that are too few, too many or twice there, and a share of none of them."""
        super().clean()
        named = _lines(self.options)
        if self.closed and not self.ready and len(named) < FEWEST_OPTIONS:
            raise ValidationError({"options": _("Write at least two to choose from, one a line.")})
        if len(named) > MOST_OPTIONS:
            raise ValidationError({"options": _("At most %d can be chosen from.") % MOST_OPTIONS})
        if len({each.casefold() for each in named}) < len(named):
            raise ValidationError({"options": _("One of them is there twice.")})
        if self.kind == Asks.YES_NO and named and len(named) != len(YES_NO["en"]):
            raise ValidationError({"options": _("Yes or no has two answers; leave it empty for these.")})
        if not self.share and self.ready:
            self.share = SHARE[Asks(self.kind)]
        self._check_share()

    def _check_share(self) -> None:
        parts = self.share.replace(",", " ").split()
        most = len(self.choices(self.survey.language if self.survey_id else "en"))
        if not self.closed:
            self.share = ""
        elif any(not each.isdecimal() or not 1 <= int(each) <= most for each in parts):
            raise ValidationError({"share": _("Write the numbers of its options, as 4 5; there are %d.") % most})


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
