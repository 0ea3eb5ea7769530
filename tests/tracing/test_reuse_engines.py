"""Does every engine come to the same matches?"""

from __future__ import annotations

import random
import shutil
import sys

import pytest

import hanse
from hanse.errors import HanseError
from hanse.text.document import Document, Passage
from hanse.tracing.reuse.weights import COMMON
from tests.conftest import lacking

_TEXT = """mayors cities harbours lanterns orchards ferries permits budgets councils shelters winters bridges schools
the of and to in for with shall should may under between before after every each visas reviews sessions drafts"""
_WORDS = _TEXT.split()


@pytest.fixture(scope="module")
def spark():
    """One local Spark for all tests here; used by `hanse.reuse` because it is there."""
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None:
        lacking("there is no Java on this machine")
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.shuffle.partitions", "2").config("spark.driver.memory", "512m").getOrCreate()
    yield session
    session.stop()


def corpus(seed: int, size: int) -> list[Document]:
    """Documents of which many share passages, some edited, some word for word, some common to all."""
    dice = random.Random(seed)
    known = [" ".join(dice.choices(_WORDS, k=dice.randint(4, 40))) for _ in range(size)]
    made = []
    for number in range(size):
        words = dice.choice(known).split()
        words[dice.randrange(len(words))] = dice.choice(_WORDS)
        texts = (" ".join(words), dice.choice(known), "Thank you, Mr. President.")
        made.append(
            Document(f"d{number}", tuple(Passage(f"p{k}", text) for k, text in enumerate(texts)), language="en")
        )
    return made


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_spark_and_duckdb_give_the_same_matches_to_the_last_digit(spark):
    """Within one corpus, and between two; one test, so that one worker starts one Spark."""
    for given in ((corpus(3, COMMON + 10),), (corpus(1, COMMON + 10), corpus(2, 30))):
        embedded, clustered = hanse.reuse(*given), hanse.reuse(*given, engine="local[2]")
        assert len(embedded) > 50
        assert clustered == embedded
        assert clustered.notes == embedded.notes != ()


def test_without_spark_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(HanseError, match="Spark is not installed here; install hanse\\[spark\\]"):
        hanse.reuse(["one"], engine="local[1]")


def test_without_java_the_sentence_says_so(monkeypatch: pytest.MonkeyPatch):
    sql = pytest.importorskip("pyspark.sql")
    monkeypatch.setattr(sql.SparkSession, "getActiveSession", staticmethod(lambda: None))
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(HanseError, match="Spark needs Java and there is none here; install Java 17"):
        hanse.reuse(["one"], engine="local[1]")
