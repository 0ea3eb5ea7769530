"""What does the joining? DuckDB in this process, or a Spark cluster."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hanse.errors import HanseError

if TYPE_CHECKING:
    from ibis.backends import BaseBackend

MEMORY = "2GB"
"""What a comparison may hold, if nobody says otherwise."""
OWN_SHARE = 900 * 1024**2
"""Bytes of the memory that the join leaves to everything else: the interpreter, the vocabulary, a batch of passages."""
LEAST_MEMORY = 1_200 * 1024**2
_UNITS = {"": 1, "KB": 1024, "MB": 1024**2, "GB": 1024**3, "TB": 1024**4}
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)I?B?", re.IGNORECASE)
_SPARK = re.compile(r"(?:spark|sc)://\S+|local(?:\[(?:\d+|\*)\])?|yarn|k8s://\S+")


@contextmanager
def opened(engine: str, memory: str, folder: Path) -> Iterator[BaseBackend]:
    """The Ibis backend for ``engine``: "duckdb", or the address of a Spark master or a Spark Connect server.

    Raises HanseError for another engine, or where Spark or Java is missing.
    """
    room = bytes_of(memory)
    if engine == "duckdb":
        backend = _duckdb(room, folder)
    elif _SPARK.fullmatch(engine):
        backend = _spark(engine, folder)
    else:
        raise HanseError(
            f"“{engine}” is no engine that Hanse knows",
            do="use duckdb, or a Spark address such as spark://host:7077, sc://host:15002 or local[2]",
        )
    try:
        yield backend
    finally:
        backend.disconnect()


def bytes_of(memory: str) -> int:
    """ "2GB" or "1500 MB" as bytes; raises HanseError for anything else, and for less than a comparison needs."""
    said = _AMOUNT.fullmatch(memory.strip())
    if not said:
        raise HanseError(f"“{memory}” is no amount of memory", do="write it as 2GB or 1500MB")
    amount = int(float(said[1]) * _UNITS[f"{said[2].upper()}B" if said[2] else ""])
    if amount < LEAST_MEMORY:
        raise HanseError(f"{memory} of memory are too little", do=f"give {LEAST_MEMORY // 1024**2}MB or more")
    return amount


def _duckdb(room: int, folder: Path) -> BaseBackend:
    import ibis

    spill = folder / "spill"
    spill.mkdir()
    limit = f"{max((room - OWN_SHARE) // 1024**2, 250)}MiB"
    backend: BaseBackend = ibis.duckdb.connect(memory_limit=limit, temp_directory=str(spill))
    return backend


def _spark(engine: str, folder: Path) -> BaseBackend:
    try:
        import ibis
        from pyspark.sql import SparkSession
    except ImportError:
        raise HanseError("Spark is not installed here", do="install hanse[spark], or use the engine duckdb") from None
    builder: Any = SparkSession.builder.appName("hanse reuse")
    if engine.startswith("sc://"):
        builder = builder.remote(engine)
    else:
        builder = builder.master(engine).config("spark.ui.enabled", "false")
        builder = builder.config("spark.ui.showConsoleProgress", "false").config("spark.local.dir", str(folder))
    if engine.startswith("local"):
        if shutil.which("java") is None:
            raise HanseError("Spark needs Java and there is none here", do="install Java 17, or use the engine duckdb")
        builder = builder.config("spark.sql.shuffle.partitions", "4")
    try:
        return ibis.pyspark.connect(builder.getOrCreate())
    except Exception as error:
        reason = str(error).strip().splitlines()[0][:200] if str(error).strip() else type(error).__name__
        raise HanseError(f"Spark could not be reached ({reason})", where=engine, do="check the address") from error
