"""The command line: data on stdout, complaints on stderr, exit codes, and never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hanse.cli import hanse

FIRST = "1. Parties shall share the harbour dues with their ferry towns.\n"
SECOND = "1. Parties should share the harbour dues with their ferry towns, as appropriate.\n"
ASKS = "id,actor,date,text,kind\nA1,Skagen,2030-01-05,Parties shall share the harbour dues with ferry towns,add\n"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(hanse, [str(word) for word in words])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "ferry"
    for name, text in {
        "asks/asks.csv": ASKS,
        "drafts/2030-02-01 zero draft.txt": FIRST,
        "drafts/2030-03-01 first revision.txt": SECOND,
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def test_trace_prints_the_board_as_json_on_stdout_alone(folder: Path) -> None:
    result = run("trace", folder, "--json")
    assert result.exit_code == 0, result.stderr
    board = json.loads(result.stdout)
    assert [ask["id"] for ask in board["asks"]] == ["A1"]
    assert [draft["date"] for draft in board["drafts"]] == ["2030-02-01", "2030-03-01"]
    assert [(cell["ask"], cell["draft"]) for cell in board["cells"]] == [
        ("A1", draft["id"]) for draft in board["drafts"]
    ]
    assert result.stderr == ""


def test_direction_names_the_words_that_changed_and_what_pulled() -> None:
    lines = run(
        "direction", "States shall fund ports.", "States should, where possible, fund ports."
    ).stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["weaker", "struck", "inserted", "because"]
    assert lines[1].endswith("“shall”")
    assert lines[2].endswith("“should, where possible”")
    assert "level -" in lines[3]
    assert "caveats -" in lines[3]
    assert run("direction", "Ports pay.", "Ports pay.").stdout.splitlines()[1].endswith("no word changed")
    foreign = run(
        "direction", "States shall consult mayors.", "Les États doivent consulter les maires des villes."
    ).stdout
    assert foreign.splitlines()[1].endswith("of different languages, whose words cannot be compared")


def test_the_same_folder_gives_the_same_bytes(folder: Path) -> None:
    assert run("trace", folder, "--json").stdout_bytes == run("trace", folder, "--json").stdout_bytes


def test_trace_without_an_output_prints_a_readable_board(folder: Path) -> None:
    result = run("trace", folder)
    assert result.exit_code == 0, result.stderr
    for word in ("zero draft", "2030-03-01", "A1", "Skagen", "met:"):
        assert word in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 120


def test_trace_names_what_was_read_as_the_cities_own_commitments(folder: Path) -> None:
    (folder / "asks" / "asks.csv").unlink()
    statement = "1. We call on Parties to share the dues with ferry towns. We commit to share our data.\n"
    (folder / "asks" / "2030-01-05 Skagen.txt").write_text(f"{statement}\n2. We will open our archives.\n")
    result = run("trace", folder)
    assert result.stdout.endswith(
        "2 sentences of the statements read as the cities' own commitments, not as asks:\n"
        "  2030-01-05 Skagen.txt, 1: We commit to share our data\n"
        "  2030-01-05 Skagen.txt, 2: We will open our archives\n"
    )
    assert "commit" not in run("trace", folder, "--json").stdout


def test_of_many_own_commitments_the_rest_is_counted(folder: Path) -> None:
    (folder / "asks" / "asks.csv").unlink()
    promises = "\n\n".join(f"{number}. We will open {number} archives {'of towns ' * 20}." for number in range(2, 27))
    (folder / "asks" / "2030-01-05 Skagen.txt").write_text(f"1. We call on Parties to share the dues.\n\n{promises}\n")
    shown = run("trace", folder).stdout.splitlines()
    assert "25 sentences of the statements" in "\n".join(shown)
    assert shown[-1] == "  and 5 more"
    assert max(map(len, shown)) <= 120


def test_an_undated_draft_gives_exit_code_1_and_the_rest_of_the_board(folder: Path) -> None:
    (folder / "drafts" / "rev.txt").write_text("1. More.")
    result = run("trace", folder, "--json")
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)["drafts"]) == 2
    assert "drafts/rev.txt" in result.stderr
    assert "--date" in result.stderr
    dated = run("trace", folder, "--json", "--date", "rev.txt=2030-02-15")
    assert dated.exit_code == 0
    assert [draft["date"] for draft in json.loads(dated.stdout)["drafts"]][1] == "2030-02-15"


@pytest.mark.parametrize(
    "words",
    [
        ("trace",),
        ("trace", "nowhere"),
        ("trace", "{folder}", "--date", "x"),
        ("trace", "{folder}", "--date", "x.txt=2030-01-01"),
        ("trace", "{folder}/asks"),
        ("trace", "{folder}/asks/asks.csv"),
        ("trace", "{folder}", "-o", "{folder}/nowhere/board.html"),
        ("trace", "{folder}", "-o", "{folder}"),
        ("trace", "{folder}", "--colour"),
        ("read",),
        ("read", "nowhere.txt"),
        ("uptake", "only one"),
        ("strength", "nowhere.txt"),
        ("sing",),
    ],
)
def test_where_nothing_can_be_done_the_exit_code_is_2_with_a_sentence(folder: Path, words: tuple[str, ...]) -> None:
    result = run(*(word.replace("{folder}", str(folder)) for word in words))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.strip()
    assert "Traceback" not in result.stderr
    assert "did not foresee" not in result.stderr


def test_an_unreadable_settings_file_stops_with_its_line(folder: Path) -> None:
    (folder / "campaign.toml").write_text('title = "x"\nforum =\n')
    result = run("trace", folder)
    assert result.exit_code == 2
    assert "line 2" in result.stderr


def test_several_outputs_can_be_asked_for_at_once(folder: Path, tmp_path: Path) -> None:
    names = {"-o": "board.html", "--csv": "board.csv", "--xlsx": "board.xlsx", "--docx": "sheet.docx"}
    words = [word for option, name in names.items() for word in (option, str(tmp_path / name))]
    result = run("trace", folder, "--json", *words)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["cells"]
    assert (tmp_path / "board.html").read_text().lstrip().lower().startswith("<!doctype html")
    assert "A1" in (tmp_path / "board.csv").read_text()
    assert (tmp_path / "board.xlsx").read_bytes().startswith(b"PK")
    assert (tmp_path / "sheet.docx").read_bytes().startswith(b"PK")
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("option", ["csv", "xlsx", "docx"])
def test_the_suffix_of_an_output_says_what_it_is(folder: Path, tmp_path: Path, option: str) -> None:
    by_suffix, by_option = tmp_path / f"one.{option}", tmp_path / f"two.{option}"
    assert run("trace", folder, "-o", by_suffix, f"--{option}", by_option).exit_code == 0
    assert by_suffix.read_bytes() == by_option.read_bytes()
    assert run("trace", folder, "-o", tmp_path / "board.json").exit_code == 0
    assert (tmp_path / "board.json").read_text() == run("trace", folder, "--json").stdout
    assert run("trace", folder, "-o", tmp_path / "board.pdf", "--language", "ar").exit_code == 0
    assert (tmp_path / "board.pdf").read_bytes().startswith(b"%PDF")


def test_an_output_to_a_dash_goes_to_stdout(folder: Path) -> None:
    result = run("trace", folder, "--csv", "-")
    assert result.exit_code == 0
    assert "A1,Skagen" in result.stdout


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("drafts/2030-02-15 secret.txt", "1. A quiet text.\n"),
        ("record/2029-02-15 secret.txt", FIRST),
        (
            "asks/2030-01-05 Statement of Secret.txt",
            "Parties shall share the harbour dues with ferry towns.\n",
        ),
        ("drafts/2030-02-01 secret copy.txt", FIRST),
        ("drafts/secret without a date.txt", "1. A quiet text.\n"),
        ("record/secret.pdf", "no PDF at all"),
    ],
)
def test_a_restricted_document_leaves_no_trace_in_any_output(
    folder: Path, tmp_path: Path, name: str, text: str
) -> None:
    def outputs(place: str) -> tuple[bytes, ...]:
        (tmp_path / place).mkdir()
        files = [tmp_path / place / file for file in ("board.html", "board.csv", "board.xlsx", "sheet.docx")]
        page, csv, xlsx, docx = files
        result = run("trace", folder, "--json", "-o", page, "--csv", csv, "--xlsx", xlsx, "--docx", docx)
        assert result.exit_code == 0, result.stderr
        assert "secret" in result.stderr.casefold()
        return (result.stdout_bytes, *(file.read_bytes() for file in files))

    (folder / "campaign.toml").write_text(f'[[documents]]\nfile = "{name}"\nhandling = "restricted"\n')
    without = outputs("without")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text)
    assert outputs("holding") == without


def test_restricted_documents_come_in_when_that_is_said(folder: Path, tmp_path: Path) -> None:
    (folder / "drafts" / "2030-02-15 secret.txt").write_text("1. A quiet text.\n")
    (folder / "campaign.toml").write_text('[[documents]]\nfile = "2030-02-15 secret.txt"\nhandling = "restricted"\n')
    assert "A quiet text." not in run("trace", folder, "--json").stdout
    said = run("trace", folder, "--json", "--include-restricted", "-o", tmp_path / "board.html")
    assert said.exit_code == 0, said.stderr
    assert "A quiet text." in said.stdout
    assert "restricted" in (tmp_path / "board.html").read_text().casefold()


def test_read_prints_numbered_passages(folder: Path) -> None:
    file = folder / "drafts" / "2030-02-01 zero draft.txt"
    result = run("read", file, "--json")
    assert result.exit_code == 0, result.stderr
    (document,) = json.loads(result.stdout)["documents"]
    assert [(each["number"], each["text"]) for each in document["passages"]] == [("1", FIRST[3:].strip())]
    assert FIRST[3:].strip() in run("read", file).stdout


def test_read_says_a_standing_once(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("1. No cemetery shall be moved. [agreed ad ref]\n")
    assert run("read", tmp_path / "draft.txt").stdout.count("[agreed ad ref]") == 1


def test_strength_names_the_caveats() -> None:
    assert "caveat: as appropriate" in run("strength", "States should, as appropriate, consult mayors.").stdout


def test_no_words_at_all_are_refused_in_a_sentence() -> None:
    result = run("uptake", "", "States shall consult mayors.")
    assert (result.exit_code, result.stderr.count("no words")) == (2, 1)


def test_an_output_that_cannot_be_made_is_refused_before_the_tracing(folder: Path, tmp_path: Path) -> None:
    result = run("trace", folder, "-o", tmp_path / "board.odt")
    assert result.exit_code == 2
    assert ".odt" in result.stderr
    assert not (tmp_path / "board.odt").exists()


def test_read_goes_on_when_one_file_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = run("read", tmp_path / "empty.txt", folder / "drafts", "--json")
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)["documents"]) == 2
    assert "empty.txt" in result.stderr


def test_unforeseen_errors_are_one_sentence_and_a_traceback_only_on_request(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the keel\nbroke")

    monkeypatch.setattr("hanse.tracing.campaign.open_campaign", broken)
    result = run("trace", folder)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "the keel broke" in result.stderr
    assert "Traceback" in run("--debug", "trace", folder).stderr


def test_an_interruption_ends_without_noise(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hanse.tracing.campaign.open_campaign", interrupted)
    result = run("trace", folder)
    assert result.exit_code == 130
    assert result.stderr.strip() == "Stopped."


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    text = folder / "drafts" / "2030-04-01 long.txt"
    text.write_text("\n\n".join(f"{n}. Ferries run at hour {n}." for n in range(1, 5_000)))
    command = f"{sys.executable} -c 'from hanse.cli import main; main()' read '{text}' | head -n 1"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert result.stderr == ""
    assert result.stdout.count("\n") == 1


def test_help_is_quick_for_it_loads_little() -> None:
    result = subprocess.run([sys.executable, "-m", "hanse.cli", "--help"], capture_output=True, text=True, check=False)
    assert result.returncode == 0
    loaded = "import sys, hanse.cli; print(*sys.modules)"
    modules = set(subprocess.check_output([sys.executable, "-c", loaded], text=True).split())
    assert not {"numpy", "numba", "django", "docx", "jieba", "pyarrow", "ibis"} & modules
    assert len(modules) < 300


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_device_gets_a_sentence(folder: Path) -> None:
    result = run("trace", folder, "--csv", "/dev/full")
    assert result.exit_code == 2
    assert "/dev/full: could not be written" in result.stderr


def test_a_french_ask_of_an_english_draft_is_found_with_the_switch_either_way() -> None:
    ask = "Les États financent directement les villes qui accueillent des réfugiés."
    new = "States shall provide direct funding to cities that receive refugees."
    result = run("uptake", ask, new, "--no-semantic")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("reflected, paraphrase")
    assert "by terms of the field, French to English" in result.stdout


def test_a_trace_takes_the_switch_too(folder: Path) -> None:
    plain, off = (run("trace", folder, "--json", *words) for words in ((), ("--no-semantic",)))
    assert off.exit_code == 0, off.stderr
    assert plain.stdout == off.stdout
