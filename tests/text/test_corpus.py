"""Which documents does a corpus hold?"""

from __future__ import annotations

from pathlib import Path

from hanse.errors import HanseError
from hanse.text.corpus import documents
from hanse.text.document import Document


def read(tmp_path: Path, *lines: str) -> tuple[list[Document], list[HanseError]]:
    file = tmp_path / "corpus.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    refused: list[HanseError] = []
    return list(documents([file], refuse=refused.append)), refused


def test_a_line_is_a_document_with_what_it_states(tmp_path: Path) -> None:
    line = '{"id": "a", "text": "Quays stay open.", "date": "2030-01", "actor": "Velane", "language": "en"}'
    held, refused = read(tmp_path, line)
    assert [(each.id, each.date, each.actor, each.language) for each in held] == [("a", "2030-01", "Velane", "en")]
    assert [passage.text for passage in held[0].passages] == ["Quays stay open."]
    assert refused == []


def test_passages_are_taken_as_they_are(tmp_path: Path) -> None:
    held, _ = read(tmp_path, '{"passages": ["One.", "Two."], "text": null}')
    assert [passage.text for passage in held[0].passages] == ["One.", "Two."]


def test_lines_without_a_text_are_refused_one_by_one_and_the_rest_is_read(tmp_path: Path) -> None:
    wrong = ['{"text": null}', '{"text": ["x"]}', '{"passages": [1]}', "[]", '{"text": "x", "handling": "secret"}']
    held, refused = read(tmp_path, *wrong, '{"id": "good", "text": "Quays."}')
    assert [each.id for each in held] == ["good"]
    assert len(refused) == len(wrong)
    assert all("corpus.jsonl" in error.where for error in refused)


def test_half_a_character_costs_no_other(tmp_path: Path) -> None:
    held, refused = read(tmp_path, r'{"text": "Médina \ud800 et quais"}')
    assert held[0].passages[0].text == "Médina \N{REPLACEMENT CHARACTER} et quais"
    assert refused == []
