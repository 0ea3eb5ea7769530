"""No word is ever lost: whatever is read, passages and furniture together hold the file's words in order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import hanse
from hanse.errors import EmptyFile
from hanse.text.characters import normalise

LABELS = [
    "",
    "1. ",
    "2. ",
    "(a) ",
    "(b) ",
    "(i) ",
    "OP3 ",
    "PP2 alt 1 ",
    "12 bis. ",
    "Article 4 ",
    "I. ",
    "- ",
    "1.1 ",
    "[5. ",
    "2030 ",
]
WORDS = [
    "Towns",
    "act",
    "[EU:",
    "ports]",
    "[shall]",
    "and",
    "pay;",
    "meet:",
    "well.",
    "decen-",
    "(agreed)",
    "7",
    "I.",
    "]",
    "[",
]
paragraphs = st.builds(
    lambda label, words: label + " ".join(words), st.sampled_from(LABELS), st.lists(st.sampled_from(WORDS), max_size=14)
)
texts = st.builds(
    lambda parts, joint: joint.join(parts),
    st.lists(paragraphs, max_size=12),
    st.sampled_from(["\n", "\n\n", "\n \n", "\f"]),
)


def letters(words: list[str]) -> str:
    return "".join(words).replace("-", "")


@settings(max_examples=150, deadline=None)
@given(texts)
def test_plain_text_is_read_whole(text: str) -> None:
    try:
        document = hanse.read(text.encode(), name="x.txt")
    except EmptyFile:
        assert not text.strip()
        return
    assert letters(list(document.words())) == letters(normalise(text).split())
    assert len({passage.id for passage in document.passages}) == len(document.passages)
    ids = {passage.id for passage in document.passages}
    for passage in document.passages:
        assert passage.chapeau is None or passage.chapeau in ids - {passage.id}
        for proposal in passage.proposals:
            assert 0 <= proposal.span[0] <= proposal.span[1] <= len(passage.text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_characters_are_read_whole(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    try:
        document = hanse.read(data, name="x.txt")
    except hanse.HanseError:
        return
    assert letters(list(document.words())) == letters(normalise(data.decode("utf-8-sig")).split())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["Towns", "act", "[EU: ports]", "pay;", "meet:", "2030"]), min_size=1, max_size=9),
        min_size=1,
    )
)
def test_html_is_read_whole(parts: list[list[str]]) -> None:
    tags = ["p", "li", "h2", "div", "td", "blockquote"]
    page = "".join(f"<{tags[n % 6]}>{' '.join(words)}</{tags[n % 6]}>" for n, words in enumerate(parts))
    document = hanse.read(f"<html><body>{page}</body></html>".encode(), name="x.html")
    read = [word for word in document.words() if word != "•"]
    assert letters(read) == letters(" ".join(" ".join(words) for words in parts).split())
