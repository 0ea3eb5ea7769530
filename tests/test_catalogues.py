"""Are the words of the workspace there in its six languages, and would it be told if they were not?"""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from scripts import catalogues


def wrong(said: object, translated: object, **more: object) -> str:
    held = Catalog(locale="fr")
    if translated is not None:
        held.add(said, translated, **more)
    template = Catalog()
    template.add(said)
    return catalogues._wrong(next(each for each in template if each.id), held)


def test_every_word_is_there_in_every_language():
    assert list(catalogues.untranslated()) == []
    assert list(catalogues.missing()) == []


@pytest.mark.parametrize(
    ("said", "translated", "more", "told"),
    [
        ("Save", "Enregistrer", {}, ""),
        ("Save", None, {}, "not in the catalogue"),
        ("Save", "", {}, "not translated"),
        ("Save", "Enregistrer", {"flags": ["fuzzy"]}, "marked as fuzzy"),
        ("Of %(city)s", "De %(ville)s", {}, "other placeholders"),
        ("Of %(city)s", "D’une ville", {}, "other placeholders"),
        (("%(n)s city", "%(n)s cities"), ("%(n)s ville", "%(n)s villes"), {}, ""),
        (("one city", "%(n)s cities"), ("une ville", "%(n)s villes"), {}, ""),
        (("%(n)s city", "%(n)s cities"), ("%(n)s ville", ""), {}, "not translated"),
    ],
)
def test_what_is_wrong_with_a_translation_is_told(said, translated, more, told):
    assert wrong(said, translated, **more) == told


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>{% translate 'Save' %}</p>", []),
        ("<p>Save {{ name }}</p>", ["Save …"]),
        ("{% blocktranslate trimmed %}All <b>cities</b>{% endblocktranslate %}", []),
        ("<img alt='A map'>", ["A map"]),
        ("<a aria-label='{{ name }}' title='12'>→</a>", []),
        ("{% block main_class %}narrow{% endblock %}<code>hanse up</code><script>let x = 1</script>", []),
        ("{% comment %}for those who write templates{% endcomment %}{# and this #}", []),
        ("<h1>Hanse</h1><a>CSV</a>", []),
    ],
)
def test_words_bare_in_a_template_are_found(template, found):
    assert catalogues._bare_in_template(template, html=True) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("raise ValidationError(_('Say when.'))", []),
        ("raise ValidationError('Say when.')", ["Say when."]),
        ("messages.success(request, f'{n} saved')", ["f'{n} saved'"]),
        ("forms.CharField(label='Name', help_text=_('as it is written'))", ["Name"]),
        ("class Tier(TextChoices):\n    LOCAL = 'local', 'Local'\n    STATE = 'state', _('State')", ["Local"]),
        ("from django.utils.translation import gettext_lazy as _lazy, gettext as _", ["gettext_lazy as _lazy"]),
        ("log.info('nothing was due')", []),
    ],
)
def test_words_bare_in_the_code_are_found(code, found):
    assert catalogues._bare_in_code(code) == found


def test_languages_with_six_forms_and_with_one_get_as_many():
    assert catalogues.catalogue("ar").num_plurals == 6
    assert catalogues.catalogue("zh_Hans").num_plurals == 1


def test_a_word_that_is_also_the_first_form_of_a_number_is_told_apart():
    found = Catalog()
    catalogues._add(found, Path("a.html"), [(1, "Note it", [], None), (2, ("Note", "Note %(n)s"), [], None)])
    with pytest.raises(catalogues.AtOdds, match="give one of them a context"):
        catalogues._add(found, Path("b.html"), [(1, ("Note it", "Note the %(n)s"), [], None)])
    catalogues._add(found, Path("b.html"), [(1, ("Note it", "Note the %(n)s"), [], "of a calendar")])
