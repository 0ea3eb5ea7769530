"""What does a form say of what it cannot take?"""

from __future__ import annotations

import re

import pytest
from django import forms
from django.core.exceptions import ValidationError

from hanse.workspace.accounts.models import User

DJANGOS = re.compile(r"This field|Enter a|Select a|Ensure (this|that)|not a valid|already exists")


@pytest.mark.parametrize(
    ("field", "given", "told"),
    [
        (forms.CharField(), "", "Fill this in."),
        (forms.CharField(max_length=3), "four", "It has 4 characters; take 3 at most."),
        (forms.CharField(min_length=3), "a", "It has 1 characters; take 3 or more."),
        (forms.CharField(), "a\x00", "It has a character that nobody can read (U+0000); leave it out."),
        (forms.BooleanField(), "", "Tick this to go on."),
        (forms.ChoiceField(choices=[("a", "A")]), "b", "This is not one of the list: take one that is."),
        (forms.ChoiceField(choices=[("a", "A")]), "", "Choose one."),
        (forms.MultipleChoiceField(choices=[("a", "A")]), [], "Choose at least one."),
        (forms.MultipleChoiceField(choices=[("a", "A")]), ["b"], "This is not one of the list: take one that is."),
        (forms.DateField(), "31 June", "Write a date that there is, as 2031-06-02."),
        (forms.DateTimeField(), "noon", "Write a day and a time, as 2031-06-02 14:30."),
        (forms.IntegerField(), "many", "Write a whole number, as 12."),
        (forms.IntegerField(max_value=9), "10", "Write a number of 9 at most."),
        (forms.IntegerField(min_value=9), "1", "Write a number of 9 or more."),
        (forms.DecimalField(), "many", "Write a number, as 12.5."),
        (forms.DecimalField(max_digits=2, decimal_places=1), "123", "Write 2 digits at most."),
        (forms.EmailField(), "otto", "Write an e-mail address, as name@example.org."),
        (forms.URLField(assume_scheme="https"), "ht!tp", "Write a whole address, as https://example.org/page."),
        (forms.FileField(), None, "Choose a file."),
    ],
)
def test_a_refusal_says_what_to_do(field, given, told):
    with pytest.raises(ValidationError) as refused:
        field.clean(given)
    assert told in refused.value.messages


@pytest.mark.django_db
def test_an_address_that_is_taken_is_refused_with_a_sentence(otto):
    with pytest.raises(ValidationError) as refused:
        User(email=otto.email, name="Twin", password="x").full_clean()
    assert not any(DJANGOS.search(each) for each in refused.value.message_dict["email"])


def test_no_field_of_django_s_keeps_a_sentence_that_does_not_say_what_to_do():
    kept = [
        f"{name}: {said}"
        for name, field in vars(forms).items()
        if isinstance(field, type) and issubclass(field, forms.Field)
        for said in map(str, field.default_error_messages.values())
        if DJANGOS.search(said) and name not in {"ImageField", "GenericIPAddressField", "SlugField"}
    ]
    assert kept == []
