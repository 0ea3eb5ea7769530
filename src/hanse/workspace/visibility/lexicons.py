"""Which lexicon is in force, which was before, and how does a new version come about?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.wording.named import STEMMED, WORDED, Lexicon, lexicon_from, shipped, shipped_file
from hanse.workspace.visibility.models import LexiconVersion

LANGUAGES = (*WORDED, *STEMMED)
NAME = "Who is named, as this office counts"
Words = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Group, language, phrases."""


def in_force() -> Lexicon:
    """What is counted with: the office's newest version, or the library's own."""
    newest = LexiconVersion.objects.first()
    return newest.lexicon if newest and not newest.shipped else shipped()


def version_of(sha256: str) -> LexiconVersion | None:
    """The first version with these words; None for the library's own that nobody has changed yet."""
    return LexiconVersion.objects.filter(sha256=sha256).order_by("number").first()


def lexicon_of(sha256: str) -> Lexicon | None:
    """A lexicon by the digest of its file, while it is known here."""
    if sha256 == shipped().sha256:
        return shipped()
    known = version_of(sha256)
    return known.lexicon if known else None


def changed(lexicon: Lexicon, language: str, words: Mapping[str, tuple[str, ...]], number: int) -> str:
    """The file of a lexicon in which the groups have these phrases in one language, as the version of that number."""
    merged = {
        group: {**held, language: words.get(group, held.get(language, ()))} for group, held in lexicon.words.items()
    }
    return written(merged, number)


def written(words: Words, number: int) -> str:
    """A lexicon as TOML; the same words and number, the same bytes."""
    lines = [f"name = {_quoted(NAME)}", f"version = {_quoted(f'office {number}')}"]
    for group, held in words.items():
        lines += ["", f"[{_quoted(group)}]"]
        for language in LANGUAGES:
            if held.get(language):
                lines.append(f"{language} = [{', '.join(map(_quoted, held[language]))}]")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def next_number() -> int:
    """Of the next version; 0 is the library's own, before anybody changed it."""
    newest = LexiconVersion.objects.first()
    return newest.number + 1 if newest else 0


@transaction.atomic
def add(file: str, *, why: str, author: Any) -> LexiconVersion:
    """Put a lexicon in force; the library's own, where it was, stays reachable.

    Raises HanseError where the file is none, or counts with the same words as the one in force.
    """
    keep_shipped()
    made = lexicon_from(file.encode(), _("the new lexicon"))
    if _same(made.words, in_force().words):
        raise HanseError(_("no word was changed"), do=_("add or drop one, or leave the lexicon as it is"))
    return LexiconVersion.objects.create(
        number=next_number(), file=file, sha256=made.sha256, why=why[:300], author=author
    )


@transaction.atomic
def back_to(version: LexiconVersion, *, why: str, author: Any) -> LexiconVersion:
    """Put an older version's words in force again, as a version of its own: nothing of the history is lost.

    Raises HanseError where they are in force already.
    """
    newest = LexiconVersion.objects.first()
    if newest and newest.sha256 == version.sha256:
        raise HanseError(_("these words are in force already"), do=_("choose another version"))
    return LexiconVersion.objects.create(
        number=next_number(),
        file=version.file,
        sha256=version.sha256,
        shipped=version.shipped and version.sha256 == shipped().sha256,
        why=why[:300],
        author=author,
    )


def keep_shipped() -> None:
    """Write down the library's own lexicon while it is in force, so that what was counted with it can be counted again
    when the library has another."""
    if in_force().sha256 == shipped().sha256 and version_of(shipped().sha256) is None:
        LexiconVersion.objects.create(
            number=next_number(), file=shipped_file().decode(), sha256=shipped().sha256, shipped=True
        )


def _same(one: Words, other: Words) -> bool:
    return _plain(one) == _plain(other)


def _plain(words: Words) -> dict[str, dict[str, frozenset[str]]]:
    return {group: {language: frozenset(held) for language, held in of.items() if held} for group, of in words.items()}


def difference(one: Lexicon, other: Lexicon) -> list[tuple[str, str, list[str], list[str]]]:
    """What the second has and the first has not, and the other way round: group, language, added, dropped."""
    found = []
    for group in dict.fromkeys((*one.words, *other.words)):
        for language in LANGUAGES:
            before = one.words.get(group, {}).get(language, ())
            after = other.words.get(group, {}).get(language, ())
            added, dropped = [w for w in after if w not in before], [w for w in before if w not in after]
            if added or dropped:
                found.append((group, language, added, dropped))
    return found
