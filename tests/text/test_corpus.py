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


def test_an_empty_text_is_refused_by_its_line(tmp_path: Path) -> None:
    held, refused = read(tmp_path, '{"text": ""}', '{"text": " \\n"}', '{"text": "Quays."}')
    assert [error.where for error in refused] == ["corpus.jsonl, line 1", "corpus.jsonl, line 2"]
    assert {error.what for error in refused} == {"its text is empty"}
    assert [each.source for each in held] == ["corpus.jsonl, line 3"]


def test_a_file_without_the_fields_that_make_an_id_is_refused_and_a_second_id_is_told(tmp_path: Path) -> None:
    file = tmp_path / "corpus.jsonl"
    file.write_text('{"id": "a", "text": "Quays."}\n{"id": "a", "text": "Ferries."}\n', encoding="utf-8")
    refused: list[HanseError] = []
    assert not list(documents([file], id_fields=("nope",), refuse=refused.append))
    assert "“nope”" in refused[0].what
    told: list[tuple[str, str]] = []
    held = documents([file], renamed=lambda *both: told.append(both))
    assert [each.id for each in held] == ["a", "a-2"]
    assert told == [("a", "a-2")]
