"""What do people say about a sheet?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.documents.forms import Suggestions
from hanse.workspace.registry.exchange.columns import COMMON, references
from hanse.workspace.registry.exchange.headings import about_actor, targets
from hanse.workspace.registry.exchange.importing import DIFFERS, kinds, needed
from hanse.workspace.registry.exchange.reading_csv import ENCODINGS
from hanse.workspace.registry.exchange.references import References
from hanse.workspace.registry.exchange.sheets import SheetName, Table
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.models import Import

DATES = [
    ("", gettext_lazy("as the column shows")),
    ("day first", gettext_lazy("day first: 3 December")),
    ("month first", gettext_lazy("month first: 12 March")),
]


class SheetForm(forms.Form):
    """A file, and what its rows are."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV or TSV in any encoding, or XLSX; or the zip of an export of everything"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.xlsm,.zip"}),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Its rows are"), help_text=gettext_lazy("what one row of the sheet is; a zip says it itself")
    )

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["file"].widget.template_name = "django/forms/widgets/input.html"
        self.fields["kind"].choices = [(kind.plural, kind.labels) for kind in kinds()]


class ReadingForm(forms.Form):
    """How the file is read."""

    sheet = forms.ChoiceField(required=False, label=gettext_lazy("Sheet"))
    header_row = forms.IntegerField(required=False, min_value=1, max_value=1000, label=gettext_lazy("Header in row"))
    encoding = forms.ChoiceField(required=False, label=gettext_lazy("Encoding"))
    dates = forms.ChoiceField(required=False, label=gettext_lazy("Dates such as 3/12/2018"), choices=DATES)
    fill = forms.BooleanField(
        required=False, label=gettext_lazy("Cells merged downwards are true of each of their rows")
    )

    def __init__(self, data: Any, sheet: Import, found: Table | None, **said: Any) -> None:
        super().__init__(data, **said)
        names = found.sheets if found else ()
        offered = [(each.name, _sheet(each)) for each in names]
        self.fields["sheet"].choices = offered or [(sheet.sheet, sheet.sheet)]
        self.fields["encoding"].choices = [
            ("", _("found from its bytes")),
            *((code, str(called)) for code, called in ENCODINGS.items()),
        ]
        packed = sheet.name.lower().endswith((".xlsx", ".xlsm")) or len(names) > 0
        if len(names) < 2:
            del self.fields["sheet"]
        if packed:
            del self.fields["encoding"]


class FixedForm(forms.Form):
    """What is true of all rows, where no column says it."""

    prefix = "all"

    def __init__(self, data: Any, kind: Kind, user: Any, **said: Any) -> None:
        super().__init__(data, **said)
        self.kind = kind
        self.named: dict[str, References] = {}
        """What the fields can mean that name a record."""
        words = targets(kind)
        self.fields["handling"] = forms.ChoiceField(label=_("Handling"), choices=Handling.choices)
        wanted = [name for name in kind.columns if name in {*needed(kind), *references(kind)} or _chosen(kind, name)]
        for name in wanted:
            if name in COMMON or name == about_actor(kind):
                continue
            label = words[name].capitalize()
            field = kind.model._meta.get_field(name)
            if field.choices and _chosen(kind, name):
                offered = [("", _("as its column says, or not documented")), *((v, w) for v, w in field.choices if v)]
                self.fields[name] = forms.ChoiceField(required=False, label=label, choices=offered)
            else:
                self.fields[name] = forms.CharField(required=False, label=label)
                if name in references(kind):
                    self.named[name] = References(field.related_model, user)
                    if listed := _listed(self.named[name], name):
                        self.fields[name].widget = Suggestions(listed)

        stand = [
            ("", _("they stand, and the sheet's is noted beside them")),
            ("wins", _("the sheet's takes their place")),
        ]
        label = _("Values that other sources attest")
        self.fields[DIFFERS] = forms.ChoiceField(required=False, label=label, choices=stand)

    def clean(self) -> dict[str, Any]:
        """What names a record is that record from here on: every row would be refused for it later."""
        said = super().clean()
        for name, known in self.named.items():
            if not (cell := (said.get(name) or "").strip()):
                continue
            try:
                pk = known.picked(cell, (self.kind.name, name))
            except HanseError as error:
                self.add_error(name, error.sentence)
            else:
                said[name] = f"{known.known[pk][0]} [{pk}]".strip()
        return said

    def said(self) -> dict[str, str]:
        return {name: cell.strip() for name, cell in self.cleaned_data.items() if cell.strip()}


def _sheet(each: SheetName) -> str:
    return _("%(name)s (hidden)") % {"name": each.name} if each.hidden else each.name


def _chosen(kind: Kind, name: str) -> bool:
    return bool(kind.model._meta.get_field(name).choices) and name in ("grade", "status", "kind", "tier", "act")


MOST_LISTED = 1000


def _listed(known: References, name: str) -> list[str]:
    """What can be named there, as "UCLG [uclg]", where it is not too much."""
    found = [f"{title} [{pk}]" for pk, (title, sort) in known.known.items() if name != "network" or sort == "network"]
    return sorted(found) if len(found) <= MOST_LISTED else []
