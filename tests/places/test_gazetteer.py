"""The gazetteer gives the places that bear a name, whoever asks and however often."""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hanse.errors import HanseError
from hanse.places import compiling
from hanse.places.gazetteer import cache_folder, gazetteer


def test_a_city_is_found_by_its_number() -> None:
    entry = gazetteer().city(2657896)
    assert entry is not None
    assert (entry.name, entry.country, entry.kind) == ("Zürich", "CHE", "city")
    assert (entry.lat, entry.lon) == pytest.approx((47.37, 8.55), abs=0.02)


def test_no_city_has_the_number_zero() -> None:
    assert gazetteer().city(0) is None


@pytest.mark.parametrize("name", ["Zürich", "ZURICH", "Zuerich", "Zurigo", "Цюрих"])
def test_every_name_leads_to_the_same_city(name: str) -> None:
    places = gazetteer()
    assert 2657896 in [entry.geonames_id for entry in places.named(places.fold(name))]


def test_its_own_name_is_told_from_others() -> None:
    places = gazetteer()
    assert [entry.own for entry in places.named("zurigo") if entry.geonames_id == 2657896] == [False]
    assert [entry.own for entry in places.named("zurich") if entry.geonames_id == 2657896] == [True]


def test_folding_twice_changes_nothing() -> None:
    fold = gazetteer().fold
    for name in ("Łódź", "Saint-Étienne", "L'Aquila", "北京", "القاهرة", "İstanbul", "Ærøskøbing", ""):
        assert fold(fold(name)) == fold(name)


def test_eight_threads_ask_at_once() -> None:
    places = gazetteer()
    keys = [places.fold(name) for name in ("Gent", "Kraków", "Recife", "Mombasa", "Hue", "Quito", "Lomé", "Turku")] * 50
    alone = [places.named(key) for key in keys]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(places.named, keys)) == alone


def test_a_folder_that_cannot_be_written_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("HANSE_CACHE", str(tmp_path / "file" / "folder"))
    with pytest.raises(HanseError, match="HANSE_CACHE"):
        gazetteer()


def test_the_cache_folder_follows_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HANSE_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "hanse"
    monkeypatch.setenv("HANSE_CACHE", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The gazetteer's file in a folder of its own, and a compiling that copies instead: the real one takes seconds."""
    whole = gazetteer().path
    monkeypatch.setenv("HANSE_CACHE", str(tmp_path))
    monkeypatch.setattr(compiling, "_compile_apart", lambda path: shutil.copyfile(whole, path))
    return Path(shutil.copyfile(whole, tmp_path / whole.name))


@pytest.mark.parametrize("left", [0, 50, 4096, 5_000_000])
def test_a_half_written_file_is_compiled_again(copied: Path, left: int) -> None:
    with copied.open("r+b") as file:
        file.truncate(left)
    assert [entry.name for entry in gazetteer().named("zurigo")] == ["Zurich", "Zürich"]


def test_a_file_that_is_no_database_is_compiled_again(copied: Path) -> None:
    copied.write_bytes(b"not a database" * 1000)
    assert [entry.name for entry in gazetteer().named("zurigo")] == ["Zurich", "Zürich"]


def test_damage_inside_is_mended_when_a_question_comes_upon_it(copied: Path) -> None:
    size = copied.stat().st_size
    with copied.open("r+b") as file:
        file.seek(8192)
        file.write(b"\0" * (size - 8192))
    places = gazetteer()
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(places.named, ["zurigo"] * 16))
    assert [[entry.name for entry in each] for each in found] == [["Zurich", "Zürich"]] * 16
    assert compiling.whole(copied)


def test_a_damaged_file_that_cannot_be_made_again_is_refused_in_a_sentence(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(compiling, "_compile_apart", full)
    copied.write_bytes(b"")
    with pytest.raises(HanseError, match="No space left"):
        gazetteer()


COMPILED_BY_COPYING = """
import shutil, sys, time
from hanse.places import compiling
def copied(path):
    with open(sys.argv[2], "a") as told:
        told.write("compiled\\n")
    time.sleep(0.5)
    shutil.copyfile(sys.argv[1], path)
compiling._compile_apart = copied
from hanse.places.gazetteer import gazetteer
print(gazetteer().city(2657896).name)
"""


def test_of_two_processes_that_want_it_at_once_one_compiles_and_both_can_ask(tmp_path: Path) -> None:
    cache, told = tmp_path / "cache", tmp_path / "told"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", COMPILED_BY_COPYING, str(gazetteer().path), str(told)],
            env={"HANSE_CACHE": str(cache), "PATH": "", "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    assert [process.communicate(timeout=120)[0].strip() for process in started] == ["Zürich"] * 2
    assert [file.suffix for file in sorted(cache.iterdir())] == [".sqlite", ".lock"]
    assert told.read_text() == "compiled\n"
