"""How is a workspace set up? Every HANSE_* variable of the environment, in one place, with what it does."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import available_timezones

from hanse.errors import HanseError


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable: its ``name``, its ``default`` as text, and what it does."""

    name: str
    default: str
    does: str

    def read(self, environment: Mapping[str, str] | None = None) -> str:
        return (os.environ if environment is None else environment).get(self.name, self.default)


SETTINGS = (
    Setting("HANSE_HOME", "./var", "The data directory: database, files, secret key. Made on the first run."),
    Setting(
        "HANSE_DATABASE_URL",
        "",
        "A PostgreSQL database, as `postgresql://user:password@host:5432/name`. Empty: SQLite in the data directory. "
        "PostgreSQL needs the package `psycopg` beside Hanse.",
    ),
    Setting(
        "HANSE_ADDRESS",
        "",
        "The address under which people reach the workspace, as `https://hanse.example.org`. With https, cookies are "
        "sent over https alone. Empty: links lead to the address that `hanse up` listens on, and none is mailed.",
    ),
    Setting("HANSE_ADMIN_EMAIL", "administrator@localhost", "The e-mail of the administrator made on the first run."),
    Setting(
        "HANSE_OPEN_TO_PUBLIC",
        "no",
        "`yes`: whoever is not signed in may read and search the documents, and read the campaigns, handled as public. "
        "`no`: everything needs a sign-in.",
    ),
    Setting(
        "HANSE_MAX_FILE_MB", "100", "Files larger than this many megabytes are refused, with a sentence that says so."
    ),
    Setting(
        "HANSE_CACHE",
        "",
        "The folder in which the gazetteer is kept once it is compiled (some 80 MB; made again where it is missing). "
        "Empty: `hanse` in the user's cache folder.",
    ),
    Setting("HANSE_TIME_ZONE", "UTC", "Time zone in which times are shown, as `Europe/Brussels`."),
    Setting(
        "HANSE_EMAIL_URL",
        "",
        "Where mail is handed in, as `smtp://user:password@host:587` (or `smtps://`). Needs HANSE_ADDRESS, to which "
        "the links in it lead. Empty: reminders are printed on the worker's console instead of sent, and an "
        "administrator hands out one-time links.",
    ),
    Setting("HANSE_EMAIL_FROM", "hanse@localhost", "The sender of that mail."),
    Setting("HANSE_LINK_HOURS", "72", "Hours for which a one-time link can be used."),
    Setting(
        "HANSE_REQUIRE_SECOND_FACTOR",
        "off",
        "Who has to show a second factor, a code of an app, at sign-in. `off`: whoever set one up. `office`: "
        "administrators, officers and reviewers too. `everybody`: all.",
    ),
    Setting(
        "HANSE_SEMANTIC",
        "auto",
        "Whether boards use sentence vectors (the package `hanse[semantic]`). `auto`: for asks in another language "
        "than a draft, where it is installed. `yes`: also to name the nearest passage by meaning. `no`: never. A "
        "change traces every board anew.",
    ),
    Setting(
        "HANSE_DATA_LICENCE",
        "https://creativecommons.org/licenses/by/4.0/",
        "The address of the licence under which the records of the registry may be used; it goes with every download.",
    ),
    Setting("HANSE_DEBUG", "no", "`yes`: show errors in full, for developers; never on a served workspace."),
)
"""In the order of the reference."""

LISTENS_AT = "HANSE_LISTENS_AT"
"""The variable by which ``hanse up`` tells server and worker where it listens; no setting, and nothing is trusted for
it: links are made of it where HANSE_ADDRESS is empty."""
SECONDS_OPEN = 60
"""For which a connection to the database serves one request after the other: to open and close one took longer than to
write a signature."""
MAIL_WAIT = 30
"""Seconds that a mail server has to answer."""
_SEMANTIC: dict[str, bool | None] = {"auto": None, "": None, "yes": True, "no": False}
_BY_NAME = {setting.name: setting for setting in SETTINGS}


def read(name: str) -> str:
    """The value of a setting, or its default; KeyError where there is no such setting."""
    return _BY_NAME[name].read()


def on(name: str) -> bool:
    """Whether a yes-or-no setting says yes."""
    return read(name).strip().lower() in {"yes", "true", "1", "on"}


def semantic() -> bool | None:
    """What HANSE_SEMANTIC says, as `hanse.trace` takes it; HanseError where it is no word it knows."""
    given = read("HANSE_SEMANTIC").strip().lower()
    if given not in _SEMANTIC:
        raise HanseError(f"“{given}” is neither auto, yes nor no", where="HANSE_SEMANTIC", do="give one, or unset it")
    return _SEMANTIC[given]


def second_factor() -> str:
    """What HANSE_REQUIRE_SECOND_FACTOR says: off, office or everybody; HanseError where it is no word it knows."""
    given = read("HANSE_REQUIRE_SECOND_FACTOR").strip().lower() or "off"
    if given not in {"off", "office", "everybody"}:
        where, do = "HANSE_REQUIRE_SECOND_FACTOR", "give one, or unset it"
        raise HanseError(f"“{given}” is neither off, office nor everybody", where=where, do=do)
    return given


def number(name: str, environment: Mapping[str, str] | None = None) -> float:
    """A setting that is a number above 0; HanseError where it is none."""
    given = _BY_NAME[name].read(environment)
    try:
        value = float(given)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        default = _BY_NAME[name].default
        raise HanseError(f"“{given}” is not a number above 0", where=name, do=f"give one, as {default}, or unset it")
    return value


def time_zone(given: str) -> str:
    """The name of a time zone as given; HanseError where nobody knows it."""
    if given not in available_timezones():
        raise HanseError(f"“{given}” is no time zone", where="HANSE_TIME_ZONE", do="give one as Europe/Brussels")
    return given


def listens_at() -> str:
    """The address that ``hanse up`` listens on, as it tells server and worker; "" where they were started otherwise."""
    return os.environ.get(LISTENS_AT, "")


def home() -> Path:
    """The data directory, absolute."""
    return Path(read("HANSE_HOME")).expanduser().resolve()


def secret_key(home: Path) -> str:
    """The key that signs sessions: kept in the data directory, readable by its owner alone.

    Where the data directory does not exist yet (documentation, tests) the key lives as long as the process.
    """
    path = home / "secret-key"
    if not home.is_dir():
        return secrets.token_urlsafe(50)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text(encoding="ascii")


def database(url: str, home: Path) -> dict[str, Any]:
    """Django's settings of the database; HanseError where the URL is not PostgreSQL's.

    SQLite takes the write lock when a transaction begins: two that read first and write later would refuse each other.
    """
    if not url:
        return {
            "ENGINE": "hanse.workspace.audit.engines.sqlite3",
            "NAME": home / "hanse.sqlite3",
            "CONN_MAX_AGE": SECONDS_OPEN,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise HanseError(
            "is not the address of a PostgreSQL database",
            where="HANSE_DATABASE_URL",
            do="begin it with postgresql:// or leave it empty for SQLite",
        )
    return {
        "ENGINE": "hanse.workspace.audit.engines.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": SECONDS_OPEN,
    }


def sends_mail(url: str, address: str) -> bool:
    """Whether links can be mailed: without an address of our own a link would lead wherever its asker says we are."""
    return bool(url and address)


def reminds(url: str, address: str) -> bool:
    """Whether reminders go out: printed on the console, or by mail that can say under which address to stop them."""
    return not url or bool(address)


def mail(url: str) -> dict[str, Any]:
    """Django's settings of outgoing mail, by name; it is printed on the console where the URL is empty."""
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(url)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_TIMEOUT": MAIL_WAIT,
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
    }


def reference() -> str:
    """The page docs/reference/settings.md, made from the list above."""
    rows = [f"| `{each.name}` | `{each.default}` | {each.does} |" for each in SETTINGS]
    rows = [row.replace("| `` |", "| (empty) |") for row in rows]
    return "\n".join(
        [
            "# Settings of the workspace",
            "",
            "All are variables of the environment. This page is made from the code, by",
            "`python -m hanse.workspace reference`.",
            "",
            "| variable | default | what it does |",
            "| --- | --- | --- |",
            *rows,
            "",
        ]
    )
