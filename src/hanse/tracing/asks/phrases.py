"""In which words does a language ask? One Phrases a language; the rules that use them are the same for all."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrases:
    """Patterns, all case-insensitive, to be sought in a sentence whose quotations are masked."""

    asker: re.Pattern[str]
    """Who asks, as the subject of a clause: "we", "the undersigned mayors"."""
    request: re.Pattern[str]
    """A verb of asking, with what it governs: "call on", "ask for", "urge"."""
    opening_request: re.Pattern[str]
    """The same as the first words of a clause without subject: "Calls upon", "Urge"."""
    between: re.Pattern[str]
    """What may stand between asker and verb: "therefore", "would like to"; matches to the end of its text."""
    declined: re.Pattern[str]
    """Ends what stands before a verb of asking that asks for nothing: "do not", "have already"."""
    modal: re.Pattern[str]
    """An obligation put on others: "must", "should", "need to"."""
    needed: re.Pattern[str]
    """An impersonal one: "it is essential that"."""
    no_ask: re.Pattern[str]
    """After the modal: "be noted", "have been"."""
    subordinate: re.Pattern[str]
    """Before the modal, in its clause: "who", "if", "because"."""
    description: re.Pattern[str]
    """After the modal: "often", "today": how things are."""
    passive: re.Pattern[str]
    """After the modal: what is done to or for the subject: "be heard", "have a seat"."""
    people: re.Pattern[str]
    """Subjects that suffer rather than owe: "migrants", "families"."""
    owners: re.Pattern[str]
    """Local governments as a subject."""
    self_commitment: re.Pattern[str]
    """"we commit", "we will"."""
    preamble: re.Pattern[str]
    """First word of a preambular clause: "Recalling"."""
    lead: re.Pattern[str]
    """What can be taken off the front of an ask: "Therefore, we believe that"."""
    imperative: re.Pattern[str]
    """First word of an item that asks: "Ensure", "Give"."""
    command: re.Pattern[str]
    """An imperative that cannot be taken for a noun or a name, for sentences that are no items: "Give cities"."""
    asking_words: re.Pattern[str]
    """In a heading or chapeau: "our asks", "recommendations"."""
    own_words: re.Pattern[str]
    """In a heading or chapeau: "our commitments"."""
    textual: re.Pattern[str]
    """Names of parts of a text: "paragraph", "the words", "reference"."""
    delete: re.Pattern[str]
    replace: re.Pattern[str]
    insert: re.Pattern[str]
    retain: re.Pattern[str]
    deleted: re.Pattern[str]
    """Passive, after the words: "should be deleted"."""
    replaced: re.Pattern[str]
    inserted: re.Pattern[str]
    retained: re.Pattern[str]
    reads: re.Pattern[str]
    """"should read"."""
    by: re.Pattern[str]
    """Between old and new words: "with", "by"."""
    place: re.Pattern[str]
    """Right before a quotation that only says where: "after", "before"."""
    following: re.Pattern[str]
    """At the end of a sentence whose proposed words come next: "as follows:"."""
    textual_lead: re.Pattern[str]
    """On the front of an object: "the reference to"."""
    textual_tail: re.Pattern[str]
    """At the end of an object: "in paragraph 12"."""
    reason: re.Pattern[str]
    """Where the grounds begin: ", because", ", which"."""
    oppose: re.Pattern[str]
    process: re.Pattern[str]
    """Words of taking part in the process itself: "a seat at the table", "accredit"."""
    holders: re.Pattern[str]
    """Those who run the process, right after the verb of asking: "the co-facilitators"."""
    numbered: re.Pattern[str]
    """A part of the text by its number: "paragraph 12"."""
    current: re.Pattern[str]
    """On the front of wording that only stands there to be changed: "Current text:"."""
    proposed: re.Pattern[str]
    """On the front of wording that is wanted: "Proposed text:"."""
    new_wording: re.Pattern[str]
    """Announces words to be added: "the following new paragraph"."""
    reported: re.Pattern[str]
    """Before a modal that somebody else is said to have used: "the report says that"."""
    first_person: re.Pattern[str] | None = None
    """A verb of asking that carries its asker: "pedimos"."""


def words(pattern: str) -> re.Pattern[str]:
    """A case-insensitive pattern, its spaces matching any white space."""
    return re.compile(pattern.replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)
