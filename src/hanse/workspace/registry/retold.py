"""How is a sentence that is stored in English told in the page's language? By the message that it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.utils.translation import gettext


def retold(sentence: str, messages: Iterable[str], words: Mapping[str, Any] | None = None) -> str:
    """A sentence that follows one of ``messages``, in the language of the page; any other as it stands.

    ``messages`` have places as "%(km)s"; ``words`` say what a word that stands in one is called, where it is no name.
    """
    for message in messages:
        if met := _made_from(message).fullmatch(sentence):
            return gettext(message) % {name: (words or {}).get(said, said) for name, said in met.groupdict().items()}
    return sentence


@cache
def _made_from(message: str) -> re.Pattern[str]:
    parts = re.split(r"%\((\w+)\)s", message)
    parts[::2] = map(re.escape, parts[::2])
    parts[1::2] = [f"(?P<{name}>.+)" for name in parts[1::2]]
    return re.compile("".join(parts))
