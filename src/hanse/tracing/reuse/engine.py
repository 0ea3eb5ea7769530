"""What does the joining? DuckDB in this process, or a Spark cluster."""

from __future__ import annotations

import os
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from hanse.errors import HanseError

if TYPE_CHECKING:
    from ibis.backends import BaseBackend

MEMORY = "2GB"
"""What a comparison may hold, if nobody says otherwise."""
OWN_SHARE = 900 * 1024**2
"""Bytes of the memory that the join leaves to everything else: the interpreter, the vocabulary, a batch of passages."""
LEAST_MEMORY = 1_200 * 1024**2
_PATIENCE = 5.0
"""Seconds in which a Spark address must answer."""
_PORTS = {"spark": 7077, "sc": 15002}
_CONNECT = "Spark Connect needs packages that are not installed here"
_UNITS = {"": 1, "KB": 1024, "MB": 1024**2, "GB": 1024**3, "TB": 1024**4}
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)I?B?", re.IGNORECASE)
_SPARK = re.compile(r"(?:spark|sc)://\S+|local(?:\[(?:\d+|\*)\])?|yarn|k8s://\S+")


@contextmanager
def opened(engine: str, memory: str, folder: Path) -> Iterator[BaseBackend]:
    """The Ibis backend for ``engine``: "duckdb", or the address of a Spark master or a Spark Connect server.

    A Spark session that is there already is used and left as it is. Raises HanseError for another engine, where Spark
    or Java is missing, and where the join runs out of memory or room.
    """
    if engine == "duckdb":
        with _duckdb(bytes_of(memory), folder) as backend:
            yield backend
    else:
        with _spark(engine) as backend:
            yield backend


def check(engine: str, memory: str) -> None:
    """Raise HanseError for an engine or an amount of memory that is none, before anything is read."""
    bytes_of(memory)
    if engine != "duckdb" and not _SPARK.fullmatch(str(engine)):
        raise HanseError(
            f"“{engine}” is no engine that Hanse knows",
            do="use duckdb, or a Spark address such as spark://host:7077, sc://host:15002 or local[2]",
        )


def bytes_of(memory: str) -> int:
    """ "2GB" or "1500 MB" as bytes; raises HanseError for anything else, and for less than a comparison needs."""
    said = _AMOUNT.fullmatch(str(memory).strip())
    if not said:
        raise HanseError(f"“{memory}” is no amount of memory", do="write it as 2GB or 1500MB")
    amount = int(float(said[1]) * _UNITS[f"{said[2].upper()}B" if said[2] else ""])
    if amount < LEAST_MEMORY:
        raise HanseError(f"{memory} of memory are too little", do=f"give {LEAST_MEMORY // 1024**2}MB or more")
    return amount


@contextmanager
def _duckdb(room: int, folder: Path) -> Iterator[BaseBackend]:
    import duckdb
    import ibis

    limit = f"{max((room - OWN_SHARE) // 1024**2, 250)}MiB"
    try:
        backend = ibis.duckdb.connect(memory_limit=limit, temp_directory=str(folder / "spill"))
        try:
            yield backend
        finally:
            backend.disconnect()
    except duckdb.OutOfMemoryException:
        raise HanseError(
            "the join ran out of memory", do="give more with memory=, or a scratch folder with more room"
        ) from None
    except duckdb.IOException as error:
        reason = str(error).strip().splitlines()[0][:200]
        raise HanseError(
            f"the join could not go on ({reason})", where=str(folder), do="give a folder with more room"
        ) from None


@contextmanager
def _spark(engine: str) -> Iterator[BaseBackend]:
    try:
        import ibis
        from pyspark.sql import SparkSession
    except ImportError:
        raise HanseError("Spark is not installed here", do="install hanse[spark], or use the engine duckdb") from None
    session = SparkSession.getActiveSession()
    backend = ibis.pyspark.connect(session or _started(engine))
    try:
        yield backend
    finally:
        if session is None:
            backend.disconnect()


def _started(engine: str) -> Any:
    """A new Spark session, at an address that answers."""
    from pyspark.sql import SparkSession

    if engine.startswith("sc://") and find_spec("grpc") is None:
        raise HanseError(_CONNECT, where=engine, do="install pyspark[connect], or use the engine duckdb")
    _answers(engine)

    builder: Any = SparkSession.builder.appName("hanse reuse")
    if engine.startswith("sc://"):
        builder = builder.remote(engine)
    else:
        builder = (
            builder.master(engine).config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
        )
        if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
            raise HanseError("Spark needs Java and there is none here", do="install Java 17, or use the engine duckdb")
    if engine.startswith("local"):
        builder = builder.config("spark.sql.shuffle.partitions", "4")
    try:
        return builder.getOrCreate()
    except ImportError as error:
        raise HanseError(_CONNECT, where=engine, do="install pyspark[connect], or use the engine duckdb") from error
    except Exception as error:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        raise HanseError(f"Spark could not be reached ({reason})", where=engine, do="check the address") from error


def _answers(engine: str) -> None:
    """Raise HanseError where nobody listens at the address, which Spark itself would find out only after minutes."""
    if urlsplit(engine).scheme not in _PORTS:
        return
    reasons = [_refusal(master) for master in _masters(engine)]
    if all(reasons):
        raise HanseError(
            f"Spark could not be reached ({reasons[0]})", where=engine, do="check the address, or use the engine duckdb"
        )


def _masters(engine: str) -> list[tuple[str, int]]:
    """Hosts and ports: spark:// may name several masters."""
    scheme, rest = engine.split("://", 1)
    found = []
    for each in rest.partition("/")[0].split(","):
        try:
            parts = urlsplit(f"//{each}")
            found.append((parts.hostname or "", parts.port or _PORTS[scheme]))
        except ValueError:
            raise HanseError("this is no address", where=engine, do=f"write it as {scheme}://host:port") from None
    return found


def _refusal(master: tuple[str, int]) -> str:
    """Why nobody answers there; empty where somebody does."""
    try:
        socket.create_connection(master, timeout=_PATIENCE).close()
    except OSError as error:
        return (error.strerror or str(error)).lower()
    return ""
