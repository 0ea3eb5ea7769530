"""Every setting is documented, and none is read that is not."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from django.core.management import call_command

import hanse.workspace
from hanse.errors import HanseError
from hanse.workspace import configuration

SOURCES = Path(hanse.workspace.__file__).parent
ROOT = Path(__file__).parents[2]


def test_the_reference_is_what_the_code_says():
    written = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    assert written == configuration.reference(), "python -m hanse.workspace reference > docs/reference/settings.md"


def test_every_variable_that_is_read_is_documented():
    read = set()
    for source in SOURCES.rglob("*.py"):
        read |= set(re.findall(r"[\"'](HANSE_[A-Z_]+)[\"']", source.read_text(encoding="utf-8")))
    assert read - {setting.name for setting in configuration.SETTINGS} == {configuration.LISTENS_AT}


def test_every_documented_variable_is_read():
    everything = "".join(
        source.read_text(encoding="utf-8")
        for source in SOURCES.parent.rglob("*.py")
        if source.name != "configuration.py"
    ) + "".join(re.findall(r"read\(\"(HANSE_\w+)\"\)", (SOURCES / "configuration.py").read_text(encoding="utf-8")))
    for setting in configuration.SETTINGS:
        assert setting.name in everything, setting.name


def test_every_setting_says_what_it_does():
    for setting in configuration.SETTINGS:
        assert setting.does.endswith("."), setting.name


def test_the_secret_key_is_made_once_and_kept_from_others(tmp_path):
    first = configuration.secret_key(tmp_path)
    assert configuration.secret_key(tmp_path) == first
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_without_a_data_directory_nothing_is_written(tmp_path):
    assert configuration.secret_key(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_postgresql_address_is_taken_apart(tmp_path):
    found = configuration.database("postgresql://hanse:p%40ss@db.example.org:5433/records", tmp_path)
    assert (found["NAME"], found["USER"], found["PASSWORD"]) == ("records", "hanse", "p@ss")
    assert (found["HOST"], found["PORT"]) == ("db.example.org", "5433")


def test_another_database_is_refused(tmp_path):
    with pytest.raises(HanseError, match="postgresql://"):
        configuration.database("mysql://somewhere/else", tmp_path)


def test_sqlite_takes_its_lock_when_a_transaction_begins(tmp_path):
    options = configuration.database("", tmp_path)["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "WAL" in options["init_command"]
    assert options["timeout"] >= 20


def test_mail_is_sent_only_where_it_can_be_and_printed_elsewhere():
    assert configuration.mail("")["EMAIL_BACKEND"].endswith("console.EmailBackend")
    found = configuration.mail("smtp://me:secret@mail.example.org:2525")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_TLS"]) == ("mail.example.org", 2525, True)
    assert found["EMAIL_TIMEOUT"]


def test_reminders_go_to_the_console_or_by_mail_that_says_where_to_stop_them():
    assert configuration.reminds("", "")
    assert configuration.reminds("smtp://mail.example.org", "https://hanse.example.org")
    assert not configuration.reminds("smtp://mail.example.org", "")


def test_no_link_is_mailed_whose_host_whoever_asks_for_it_could_choose():
    assert configuration.sends_mail("smtp://mail.example.org", "https://hanse.example.org")
    assert not configuration.sends_mail("smtp://mail.example.org", "")
    assert not configuration.sends_mail("", "https://hanse.example.org")


def test_every_model_has_its_migration(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_django_has_nothing_to_object(db):
    call_command("check", fail_level="WARNING", verbosity=0)


def test_a_setting_that_should_be_a_number_and_is_none_is_refused_in_one_sentence() -> None:
    assert configuration.number("HANSE_LINK_HOURS", {"HANSE_LINK_HOURS": "1.5"}) == 1.5
    for wrong in ("abc", "-1", "0", "inf", "nan", ""):
        with pytest.raises(HanseError, match=r"HANSE_LINK_HOURS: “.*” is not a number above 0; give one, as 72"):
            configuration.number("HANSE_LINK_HOURS", {"HANSE_LINK_HOURS": wrong})


def test_a_time_zone_that_nobody_knows_is_refused_in_one_sentence() -> None:
    assert configuration.time_zone("Europe/Brussels") == "Europe/Brussels"
    with pytest.raises(HanseError, match="HANSE_TIME_ZONE: “Brussels” is no time zone; give one as Europe/Brussels"):
        configuration.time_zone("Brussels")


@pytest.mark.parametrize(("said", "means"), [("auto", None), ("yes", True), ("No", False), ("", None)])
def test_sentence_vectors_have_three_settings(monkeypatch, said, means) -> None:
    monkeypatch.setenv("HANSE_SEMANTIC", said)
    assert configuration.semantic() is means


def test_any_other_word_about_sentence_vectors_is_refused_in_one_sentence(monkeypatch) -> None:
    monkeypatch.setenv("HANSE_SEMANTIC", "perhaps")
    with pytest.raises(HanseError, match="HANSE_SEMANTIC: “perhaps” is neither auto, yes nor no"):
        configuration.semantic()
