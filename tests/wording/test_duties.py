"""Duties and rights are read for the party asked about, in clauses written for these tests."""

from __future__ import annotations

import pytest

from hanse.errors import HanseError
from hanse.wording.duties import duties, modalities
from hanse.wording.duty_features import duty_features
from hanse.wording.parties import tokens

CASES = [
    ("The employee shall hand back all keys.", "employee", ("obligation",)),
    ("The employee shall hand back all keys.", "employer", ()),
    ("The employer shall pay the employee every month.", "employee", ("entitlement",)),
    ("The supplier must not disclose the recipe.", "supplier", ("prohibition",)),
    ("Neither the supplier nor the buyer may assign this agreement.", "buyer", ("prohibition",)),
    ("In no event shall the bank charge a fee.", "bank", ("prohibition",)),
    ("The licensee may copy the manual.", "licensee", ("permission",)),
    ("The licensee shall be permitted to copy the manual.", "licensee", ("permission",)),
    ("The consultant is entitled to four weeks of leave.", "consultant", ("entitlement",)),
    ("The consultant shall have the right to inspect the books.", "consultant", ("entitlement",)),
    ("The owner shall not be required to insure the boat.", "owner", ("no_obligation",)),
    ("The owner shall have no liability for theft.", "owner", ("no_obligation",)),
    ("The renter shall not be entitled to any refund.", "renter", ("no_entitlement",)),
    ("The renter hereby waives all claims.", "renter", ("no_entitlement",)),
    ("The renter agrees not to keep dogs.", "renter", ("prohibition",)),
    ("The goods shall be inspected by the buyer on arrival.", "buyer", ("obligation",)),
    ("If the seller shall fail to deliver, this agreement ends.", "seller", ()),
    ("The parties shall meet once a year.", "seller", ("obligation",)),
]


@pytest.mark.parametrize(("text", "agent", "expected"), CASES)
def test_the_rule_tells_what_a_clause_holds_for_a_party(text: str, agent: str, expected: tuple[str, ...]) -> None:
    assert modalities(text, agent) == expected


def test_a_duty_says_where_its_word_stands_and_what_is_to_be_done() -> None:
    text = "The lender shall, on request, release the mortgage."
    (duty,) = duties(text, "lender")
    assert text[slice(*duty.span)] == "shall"
    assert (duty.party, duty.kind, duty.verb, duty.condition) == ("AGENT", "obligation", "release", "")


def test_features_know_parties_by_role_and_not_by_name() -> None:
    lease = duty_features("The tenant shall pay the landlord.", "landlord")
    work = duty_features("The employer shall pay the employee.", "employee")
    assert lease == work
    assert "OTHER:obligation>pay AGENT" in lease


def test_a_genitive_belongs_to_its_party() -> None:
    assert [each.form for each in tokens("Tenant's keys and Tenant 's dogs", "tenant")][:1] == ["AGENT's"]


def test_an_agent_of_several_words_is_one_party() -> None:
    assert [each.form for each in tokens("the service provider's fee", "service provider")] == ["AGENT's", "fee"]


@pytest.mark.parametrize("odd", ["", "()", ", , ,", "shall", "no", "(((((", "Tenant 's"])
def test_odd_clauses_hold_nothing_and_break_nothing(odd: str) -> None:
    assert isinstance(duties(odd, "tenant"), tuple)
    assert modalities(odd, "") == ()


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(HanseError, match="is no text"):
        duties(7, "tenant")  # type: ignore[arg-type]
