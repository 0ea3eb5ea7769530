"""A campaign folder or zip becomes asks, drafts in order, and a record; what cannot be taken is named."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from hanse.errors import BadCampaign, DuplicateFile, OversizedFile, UndatedDraft
from hanse.tracing.campaign import Campaign, open_campaign
from hanse.tracing.campaign.files import natural

FIRST = "1. Parties shall share the harbour dues with their ferry towns.\n"
SECOND = "1. Parties should share the harbour dues with their ferry towns, as appropriate.\n"
PRIOR = "1. The lighthouse fund is open to every island council.\n"
ASKS = "id,actor,date,text,kind\nA1,Skagen,2030-01-05,Parties shall share the harbour dues with ferry towns,add\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(
        tmp_path / "ferry",
        {
            "asks/asks.csv": ASKS,
            "drafts/2030-02-01 zero draft.txt": FIRST,
            "drafts/2030-03-01 first revision.txt": SECOND,
            "record/2029-06-30 lighthouse resolution.txt": PRIOR,
        },
    )


def make(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def packed(folder: Path, to: Path, *, top: str = "", extra: dict[str, str] | None = None) -> Path:
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*"), reverse=True):
            if path.is_file():
                archive.write(path, top + path.relative_to(folder).as_posix())
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return to


def sentences(campaign: Campaign) -> str:
    return "\n".join(error.sentence for error in campaign.refused)


def test_a_folder_gives_asks_drafts_and_record(folder: Path) -> None:
    campaign = open_campaign(folder)
    assert [(ask.id, ask.actor, ask.date, ask.kind) for ask in campaign.asks] == [("A1", "Skagen", "2030-01-05", "add")]
    assert [(draft.title, draft.date) for draft in campaign.drafts] == [
        ("zero draft", "2030-02-01"),
        ("first revision", "2030-03-01"),
    ]
    assert [(text.title, text.date, text.adopted) for text in campaign.record] == [
        ("lighthouse resolution", "2029-06-30", True)
    ]
    assert campaign.refused == ()


def test_a_zip_gives_what_its_folder_gives(folder: Path, tmp_path: Path) -> None:
    (folder / "campaign.toml").write_text('title = "Ferry towns"')
    plain = open_campaign(folder)
    flat = open_campaign(packed(folder, tmp_path / "flat.zip"))
    deep = open_campaign(packed(folder, tmp_path / "deep.zip", top="ferry/", extra={"__MACOSX/ferry/._x.txt": "x"}))
    assert plain == flat == deep


@pytest.mark.parametrize(
    "name", ["../drafts/2030-01-01 x.txt", "/drafts/2030-01-01 x.txt", "a\\..\\..\\x.txt", "C:/x.txt"]
)
def test_a_zip_that_leads_outside_is_refused(folder: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(BadCampaign, match="outside the folder"):
        open_campaign(packed(folder, tmp_path / "slip.zip", extra={name: "text"}))
    assert not (tmp_path.parent / "drafts").exists()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(folder: Path, tmp_path: Path) -> None:
    bomb = packed(folder, tmp_path / "bomb.zip", extra={"record/zeros.txt": "0" * 50_000_000})
    with pytest.raises(OversizedFile, match="50 MB"):
        open_campaign(bomb)


def test_what_is_no_campaign_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("hello")
    (tmp_path / "empty").mkdir()
    make(tmp_path / "bare", {"asks/asks.csv": ASKS, "drafts/.hidden": "x"})
    for path in ("note.txt", "nowhere", "empty", "bare"):
        with pytest.raises(BadCampaign) as error:
            open_campaign(tmp_path / path)
        assert error.value.do


def test_the_date_said_on_the_command_line_wins_then_the_settings_then_the_name(folder: Path) -> None:
    (folder / "campaign.toml").write_text(
        '[[documents]]\nfile = "2030-02-01 zero draft.txt"\ndate = 2030-02-02\n'
        '[[documents]]\nfile = "drafts/2030-03-01 first revision.txt"\ndate = "2030-03-02"\n'
    )
    campaign = open_campaign(folder, dates={"drafts/2030-03-01 first revision.txt": "2030-03-03"})
    assert [draft.date for draft in campaign.drafts] == ["2030-02-02", "2030-03-03"]


def test_a_draft_without_a_date_is_refused_with_the_three_ways_and_the_rest_goes_on(folder: Path) -> None:
    make(folder, {"drafts/rev 2.txt": "1. Another text."})
    campaign = open_campaign(folder)
    assert len(campaign.drafts) == 2
    (error,) = campaign.refused
    assert isinstance(error, UndatedDraft)
    for way in ("drafts/rev 2.txt", "YYYY-MM-DD", "campaign.toml", "--date"):
        assert way in error.sentence


def test_a_date_can_be_given_for_an_undated_draft(folder: Path) -> None:
    make(folder, {"drafts/rev 2.txt": "1. Another text."})
    campaign = open_campaign(folder, dates={"rev 2.txt": "2030-02-15"})
    assert [draft.title for draft in campaign.drafts] == ["zero draft", "rev 2", "first revision"]


@pytest.mark.parametrize("dates", [{"nowhere.txt": "2030-01-01"}, {"2030-02-01 zero draft.txt": "2030-02-30"}])
def test_a_wrong_date_option_is_refused(folder: Path, dates: dict[str, str]) -> None:
    with pytest.raises(BadCampaign, match="--date"):
        open_campaign(folder, dates=dates)


def test_an_impossible_date_in_a_name_is_refused(folder: Path) -> None:
    make(folder, {"drafts/2030-02-30 rev.txt": "1. Another text."})
    campaign = open_campaign(folder)
    assert "2030-02-30" in sentences(campaign)
    assert len(campaign.drafts) == 2


def test_a_year_at_the_start_of_a_name_is_a_title(folder: Path) -> None:
    make(folder, {"record/2030 Agenda.txt": "1. Goals for ports."})
    campaign = open_campaign(folder)
    assert (campaign.record[0].title, campaign.record[0].date) == ("2030 Agenda", None)
    assert any("2030 Agenda" in warning and "no date" in warning for warning in campaign.warnings)


def test_two_drafts_of_one_day_stand_in_the_order_of_their_names_with_a_warning(folder: Path) -> None:
    make(folder, {"drafts/2030-02-01 a rev 10.txt": "1. Ten.", "drafts/2030-02-01 a rev 9.txt": "1. Nine."})
    campaign = open_campaign(folder)
    assert [draft.title for draft in campaign.drafts] == ["a rev 9", "a rev 10", "zero draft", "first revision"]
    assert sum("same date" in warning for warning in campaign.warnings) == 2


def test_a_parent_stands_before_its_branches(folder: Path) -> None:
    make(folder, {"drafts/2030-02-01 a branch.txt": "1. A branch."})
    (folder / "campaign.toml").write_text('[[documents]]\nfile = "2030-02-01 a branch.txt"\nparent = "zero draft"\n')
    campaign = open_campaign(folder)
    assert [draft.title for draft in campaign.drafts] == ["zero draft", "a branch", "first revision"]
    assert campaign.drafts[1].parent == campaign.drafts[0].id


def test_drafts_that_descend_from_each_other_are_told(folder: Path) -> None:
    (folder / "campaign.toml").write_text(
        '[[documents]]\nfile = "2030-02-01 zero draft.txt"\nparent = "first revision"\n'
        '[[documents]]\nfile = "2030-03-01 first revision.txt"\nparent = "zero draft"\n'
    )
    campaign = open_campaign(folder)
    assert len(campaign.drafts) == 2
    assert any("ancestor" in warning for warning in campaign.warnings)


def test_the_same_file_twice_is_refused_and_both_are_named(folder: Path) -> None:
    make(folder, {"drafts/2030-04-01 copy.txt": FIRST})
    campaign = open_campaign(folder)
    (error,) = campaign.refused
    assert isinstance(error, DuplicateFile)
    assert "drafts/2030-04-01 copy.txt" in error.sentence
    assert "drafts/2030-02-01 zero draft.txt" in error.sentence
    assert len(campaign.drafts) == 2


def test_an_unreadable_file_is_named_and_the_rest_goes_on(folder: Path) -> None:
    make(folder, {"record/2029-01-01 empty.txt": "", "drafts/2030-05-01 broken.pdf": b"%PDF-1.7\nnot really"})
    campaign = open_campaign(folder)
    assert len(campaign.drafts) == 2
    assert "record/2029-01-01 empty.txt" in sentences(campaign)
    assert "drafts/2030-05-01 broken.pdf" in sentences(campaign)


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        ('title = "x"\nforum = unquoted\n', 2),
        ('title = "x"\n\n[[documents]]\nfile = "a"\nhandling = "secret"\n', 3),
        ("title = 5\n", 1),
        ('title = "x"\n[[documents]]\ntitle = "no file"\n', 2),
        ('[[documents]]\nfile = "a"\n[[documents]]\nfile = "b"\ndate = "soon"\n', 3),
        ('documents = "all"\n', 1),
    ],
)
def test_a_mistake_in_the_settings_is_told_with_its_line(folder: Path, toml: str, line: int) -> None:
    (folder / "campaign.toml").write_text(toml)
    with pytest.raises(BadCampaign, match=rf"campaign\.toml, line {line}:"):
        open_campaign(folder)


def test_settings_of_a_missing_file_and_unknown_words_are_warned_of(folder: Path) -> None:
    (folder / "campaign.toml").write_text('colour = "red"\n[[documents]]\nfile = "gone.txt"\nmood = "good"\n')
    warnings = "\n".join(open_campaign(folder).warnings)
    assert "gone.txt" in warnings
    assert "colour" in warnings
    assert "mood" in warnings


def test_kinds_and_symbols_tell_agreed_language_from_proposals(folder: Path) -> None:
    make(
        folder,
        {
            "record/2028-01-01 charter of ferries.txt": "1. Ferries run.",
            "record/2028-01-02 draft resolution on ferries.txt": "1. Ferries may run.",
            "record/2028-01-03 A_RES_99_7.txt": "1. Ferries shall run.",
            "record/2028-01-04 island group.txt": "1. Ferries ran.",
            "record/2028-01-05 notes.txt": "1. Ferries stop.",
            "record/2028-01-06 opening.txt": "Resolution adopted by the Assembly of Ports\n\n1. Ferries go.",
        },
    )
    (folder / "campaign.toml").write_text(
        '[[documents]]\nfile = "2028-01-05 notes.txt"\nkind = "treaty"\nsymbol = "PT/1"\n'
        '[[documents]]\nfile = "2028-01-04 island group.txt"\nkind = "proposal"\nactor = "Island Group"\n'
    )
    found = {text.title: text for text in open_campaign(folder).record}
    assert {title for title, text in found.items() if text.adopted} == {
        "charter of ferries",
        "A RES 99 7",
        "notes",
        "opening",
        "lighthouse resolution",
    }
    assert found["A RES 99 7"].symbol == "A/RES/99/7"
    assert found["island group"].actor == "Island Group"


def test_without_restricted_documents_nothing_differs_from_a_folder_that_lacks_them(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "campaign.toml").write_text(
        'title = "Ferry towns"\n'
        '[[documents]]\nfile = "drafts/2030-03-01 zero draft.txt"\nhandling = "restricted"\n'
        '[[documents]]\nfile = "drafts/2030-03-01 first revision.txt"\nparent = "drafts/2030-03-01 zero draft.txt"\n'
    )
    lacking = open_campaign(folder)
    make(folder, {"drafts/2030-03-01 zero draft.txt": SECOND})  # the same bytes as a public one, and the same day
    holding = open_campaign(folder)
    assert holding.withheld != lacking.withheld
    for field in ("title", "asks", "drafts", "record", "statements", "warnings", "refused"):
        assert repr(getattr(holding, field)) == repr(getattr(lacking, field))
    assert "zero draft" in " ".join(holding.withheld)


def test_restricted_documents_come_in_when_that_is_said(folder: Path) -> None:
    (folder / "campaign.toml").write_text(
        '[[documents]]\nfile = "2029-06-30 lighthouse resolution.txt"\nhandling = "restricted"\n'
    )
    assert open_campaign(folder).record == ()
    campaign = open_campaign(folder, include_restricted=True)
    assert [text.handling for text in campaign.record] == ["restricted"]


def test_an_ask_is_as_protected_as_its_row_or_its_table_whichever_is_stricter(folder: Path) -> None:
    (folder / "campaign.toml").write_text('[[documents]]\nfile = "asks/asks.csv"\nhandling = "internal"\n')
    rows = "id,actor,date,text,kind,handling\na1,X,,Ports open.,add,\na2,X,,Ports shut.,add,restricted\n"
    (folder / "asks" / "asks.csv").write_text(rows)
    campaign = open_campaign(folder, include_restricted=True)
    assert [ask.handling for ask in campaign.asks] == ["internal", "restricted"]


def test_asks_are_tied_to_the_statement_that_holds_their_words(folder: Path) -> None:
    make(
        folder,
        {
            "asks/2030-01-05 Statement of Skagen.txt": "Dear colleagues.\n\n"
            "1. Therefore “Parties shall share the  harbour dues with ferry towns”, and soon.\n"
        },
    )
    campaign = open_campaign(folder)
    (ask,) = campaign.asks
    (statement,) = campaign.statements
    assert statement.actor == "Skagen"
    assert ask.document == statement.id
    assert ask.passage is not None
    assert ask.span is not None
    quoted = statement.passage(ask.passage).text[slice(*ask.span)]
    assert quoted.split() == ask.text.split()


def test_the_order_in_which_the_disk_lists_files_does_not_matter(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "ferry2"
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file():
            make(other, {path.relative_to(folder).as_posix(): path.read_bytes()})
    (other / "campaign.toml").write_text('title = "ferry"')
    assert repr(open_campaign(other)) == repr(open_campaign(folder))


def test_numbers_in_names_are_ordered_as_numbers() -> None:
    assert sorted(["rev 10", "rev 9", "Rev 2"], key=natural) == ["Rev 2", "rev 9", "rev 10"]


def test_a_pipe_in_the_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "drafts" / "2030-05-01 pipe.txt")
    assert len(open_campaign(folder).drafts) == 2


def test_statements_without_a_table_give_the_asks_that_are_found_in_them(folder: Path) -> None:
    (folder / "asks" / "asks.csv").unlink()
    make(folder, {"asks/2030-02-05 Statement of Skagen.txt": "Delete paragraph 1. We urge States to fund ferries.\n"})
    campaign = open_campaign(folder)
    assert [(ask.actor, ask.kind, ask.text) for ask in campaign.asks] == [
        ("Skagen", "delete", FIRST[3:].strip()),
        ("Skagen", "add", "urge States to fund ferries"),
    ]


def test_a_zip_without_a_title_is_called_after_the_folder_in_it(tmp_path):
    import zipfile

    path = tmp_path / "c.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("our-campaign/drafts/2030-01-01 a.txt", "States shall consult mayors.")
        archive.writestr("our-campaign/asks/asks.csv", "id,actor,date,text\n1,X,2029,States shall consult mayors.\n")
    assert open_campaign(path).title.lower().replace("-", " ") == "our campaign"
