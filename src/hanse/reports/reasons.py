"""Why this finding, in the reader's language? The sentence that tracing wrote in English, said again part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hanse.saying import Term, apart, gettext, locale, noop, semicolon, spoken, stop
from hanse.text.spoken import NAMES

_PARTS = (
    noop("no passage of this version has it"),
    noop("it stood in %(text)s (%(place)s) and no passage of this version has it"),
    noop("the nearest is %(place)s"),
    noop("%(place)s has it, and %(reason)s"),
    noop("%(place)s has it, but it is not agreed: %(reason)s"),
    noop("%(place)s has it, but weaker: %(reason)s"),
    noop("%(place)s has it %(manner)s"),
    noop("%(place)s has it %(manner)s, and %(reason)s"),
    noop("%(place)s has it %(manner)s, but it is not agreed: %(reason)s"),
    noop("%(place)s has it %(manner)s, but weaker: %(reason)s"),
    noop("%(place)s has it"),
    noop("%(place)s turns it round: %(reason)s"),
    noop("%(place)s has only part of it: %(reason)s"),
    noop("it had been deleted and came back"),
    noop("it was there before the ask (%(cited)s)"),
    noop("it was there before the ask"),
    noop("the words are agreed language (%(cited)s)"),
    noop("the words are agreed language"),
    noop("another actor asked for it too (%(cited)s)"),
    noop("another actor asked for it too"),
    noop("it is the nearest by meaning, found by sentence vectors"),
    noop("the ask is in %(mine)s and was compared by %(means)s"),
    noop("found by %(means)s, %(mine)s to %(theirs)s: the words cannot be compared one by one, so read both"),
    noop("the ask is in %(mine)s and the draft in %(theirs)s, between which Hanse compares only equal words"),
    noop("sentence vectors (hanse[semantic]) can"),
    noop("the ask says what is to be done and holds no words of the text, so whether those stand is open"),
)
"""What `hanse.tracing.why` joins to a sentence; where two fit, the first is meant."""

_REASONS = (
    noop("some elements are missing"),
    noop("words on it are only announced"),
    noop("it stands in the preamble, where nothing is decided"),
    noop("in the words it hangs on, %(reason)s"),
    noop("only as a proposal of %(names)s"),
    noop("only in square brackets"),
    noop("part of it only as a proposal of %(names)s"),
    noop("part of it only in square brackets"),
    noop("only in a tracked insertion by %(names)s"),
    noop("part of it only in a tracked insertion by %(names)s"),
    noop("the paragraph is in square brackets"),
    noop("the paragraph is one of several alternatives"),
    noop("the paragraph lists alternatives"),
    noop("a delegation wants it deleted"),
    noop("%(names)s wants it deleted"),
    noop("%(names)s has not agreed to it"),
    noop("%(names)s proposes it"),
    noop("brackets leave alternatives open"),
    noop("a placeholder stands in its place"),
    noop("its directive words are in brackets (“%(words)s”)"),
    noop("“%(words)s” is missing"),
    noop("“%(words)s” and “%(more)s” are missing"),
    noop("“%(words)s” and “%(more)s” and “%(last)s” are missing"),
    noop("“%(words)s” is left out"),
    noop("“%(words)s” is gone"),
    noop("“%(words)s” makes the circle narrower"),
    noop("the circle is narrowed to “%(words)s”"),
    noop("the verb “%(old)s” became “%(new)s”"),
    noop("“%(old)s” became “%(new)s”"),
    noop("“%(words)s” is denied"),
    noop("“%(words)s” is no longer denied"),
    noop("“%(words)s” is no longer named as the one to act"),
    noop("“%(words)s” is no longer “%(quality)s”"),
    noop("those who speak became “%(words)s”"),
    noop("giver and receiver changed places"),
    noop("the caveat “%(words)s” was added"),
    noop("the chapeau adds the caveat “%(words)s”"),
    noop("it is only quoted"),
    noop("it stands in a preambular clause"),
    noop("what was asked now stands under “%(words)s”"),
    noop("what was asked without a directive word now stands under “%(words)s”"),
    noop("the duty became an effort (“%(words)s”)"),
    noop("the act became the object of a lesser one (“%(words)s”)"),
    noop("the deadline “%(words)s” is gone"),
    noop("it is put off (“%(words)s”)"),
    noop("it is only tried out (“%(words)s”)"),
    noop("only a part of it (“%(words)s”)"),
    noop("an exception was made (“%(words)s”)"),
)
"""What the rooms of wording and tracing give as reasons."""

_MANNERS = (noop("word for word"), noop("in nearly the same words"), noop("in other words"))
_MEANS = (noop("sentence vectors and terms of the field"), noop("sentence vectors"), noop("terms of the field"))
_PLACE = noop("paragraph %(number)s")
_BOTH = noop("%(reason)s, and %(other)s")
_UNNAMED = noop("somebody unnamed")
_CITED = noop("%(text)s, paragraph %(number)s")
_LOWERED = re.compile(r"Paragraph \d|No passage|It |The |Another |Found |Sentence ")
"""Openings of a sentence that are small within it."""
_BLANK = re.compile(r"%\((\w+)\)s")
_BREAK = re.compile(r"; (?=[^“”]*(?:“[^“”]*”[^“”]*)*$)")
"""Between two parts, and not within words that are quoted."""


def said(why: str) -> str:
    """The sentence in the language that is spoken; empty where it is none of those that tracing makes."""
    if spoken() == "en" or not why.endswith("."):
        return ""
    told = []
    for number, part in enumerate(_BREAK.split(why[:-1])):
        again = (_part(part[:1].lower() + part[1:]) if number == 0 and _LOWERED.match(part) else "") or _part(part)
        if not again:
            return ""
        told.append(again)
    sentence = semicolon().join(told)
    return sentence[:1].upper() + sentence[1:] + stop()


def clause(reason: str) -> str:
    """One reason in the language that is spoken; empty where it is none of those that tracing gives."""
    return _reason(reason) if spoken() != "en" else ""


def _part(part: str) -> str:
    return _again(part, _PARTS)


def _reason(reason: str) -> str:
    """One reason, or the two that a sentence gives at most."""
    if again := _again(reason, _REASONS):
        return again
    for place in re.finditer(", and ", reason):
        one, other = _again(reason[: place.start()], _REASONS), _again(reason[place.end() :], _REASONS)
        if one and other:
            return gettext(_BOTH.said, reason=one, other=other)
    return ""


def _again(text: str, known: tuple[Term, ...]) -> str:
    """The first of the known sayings that this is, in the language that is spoken, with what stands in its blanks."""
    for saying in known:
        match = _pattern(saying.said).fullmatch(text)
        if match is None:
            continue
        blanks = {name: _blank(name, given) for name, given in match.groupdict().items()}
        if all(blanks.values()):
            return gettext(saying.said, **blanks)
    return ""


def _blank(name: str, given: str) -> str:
    """What stands in a blank: a clause said again, a place, or words that are quoted as they are; empty for none."""
    if name == "reason":
        return _reason(given)
    if name == "manner":
        return next((gettext(each.said) for each in _MANNERS if each.said == given), "")
    if name == "means":
        return next((gettext(each.said) for each in _MEANS if each.said == given), "")
    if name in ("mine", "theirs"):
        return " + ".join(_language(each) for each in given.split(" and "))
    if name == "names" and given == _UNNAMED.said:
        return gettext(_UNNAMED.said)
    if name == "cited" and (told := re.fullmatch(r"(.+), paragraph (\d\S*)", given)):
        return gettext(_CITED.said, text=apart(told[1]), number=told[2])
    if name == "place":
        return _named(given)
    return apart(given)


def _named(place: str) -> str:
    """A passage by its number or first words; empty for what is neither."""
    if told := re.fullmatch(r"paragraph (\d\S*)", place):
        return gettext(_PLACE.said, number=told[1])
    return apart(place) if re.fullmatch(r"“[^“”]*”|\S{1,40}(?: \S{1,12}){0,3}", place) else ""


def _language(name: str) -> str:
    code = _codes().get(name, "")
    return str(locale().languages.get(code, name)) if code else name


@cache
def _codes() -> dict[str, str]:
    return {name: code for code, name in NAMES.items()}


@cache
def _pattern(said: str) -> re.Pattern[str]:
    """What matches a saying; words in quotation marks hold none themselves, if the mark is closed behind them."""
    pieces: Iterator[str] = (re.escape(each) for each in _BLANK.split(said)[::2])
    names = _BLANK.findall(said)
    pattern = next(pieces)
    for name in names:
        following = next(pieces)
        quoted = pattern.endswith("“")
        pattern += f"(?P<{name}>{'[^“”]+' if quoted else '.+?'}){following}"
    return re.compile(pattern)
