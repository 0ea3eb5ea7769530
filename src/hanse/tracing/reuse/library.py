"""Where do the words of a new draft stand already? A library of documents on disk that answers at once.

One SQLite file holds the passages of every document and their fingerprints; an answer is the same as that of a fresh
`hanse.reuse` of the draft against the documents. A change is made whole or not at all, whatever stops it; readers in
other processes see the last finished state while one writer writes, and a second writer waits for the first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from hanse.errors import HanseError
from hanse.text.document import Document, Handling, Passage
from hanse.tracing.given import passage_document
from hanse.tracing.reuse.fingerprints import fingerprints
from hanse.tracing.reuse.match import Matches
from hanse.tracing.reuse.query import found
from hanse.tracing.reuse.words import Vocabulary

FORMAT = 1
"""Grows with every change of the tables, of the fingerprints, or of what counts as a word."""
_MARK = 0x484E534C
"""SQLite's application_id, by which a library is told from other databases."""
_PATIENCE = 30.0
"""Seconds that a writer waits for another."""
_BATCH = 5_000
"""Passages that are fingerprinted together."""
_TABLES = """
create table documents (
    number integer primary key autoincrement, id text not null unique, title text not null, date text,
    actor text not null, language text not null, handling text not null, words integer not null
);
create table passages (
    number integer primary key, document integer not null references documents (number),
    id text not null, label text not null, page integer, kind text not null, text text not null
);
create index passages_of_documents on passages (document);
create table fingerprints (
    fingerprint integer not null, passage integer not null, primary key (fingerprint, passage)
) without rowid;
"""


_FIELDS = "id, title, date, actor, language, handling"


class Library:
    """Documents that drafts are compared with; a context manager. ``path`` is a file, made if it is not there. Each
    thread opens its own.

    Raises HanseError for a file that is no library, is damaged, or was made by another version of Hanse; so does every
    method where the file turns out damaged, the disk full, or another writer at work for more than half a minute.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self.path = Path(path)
        self._vocabulary = Vocabulary()
        if not create and not self.path.exists():
            raise HanseError("there is no such library", where=str(path), do="make it by adding documents")
        with self._told():
            self._database = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
            self._database.execute("pragma cache_size = -64000")
            self._open()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._database.close()

    def __len__(self) -> int:
        with self._told():
            return int(self._database.execute("select count(*) from documents").fetchone()[0])

    def document(self, id: str) -> Document | None:
        """The document with that id, without its content."""
        with self._told():
            row = self._database.execute(f"select {_FIELDS} from documents where id = ?", (id,)).fetchone()
        return _document(*row) if row else None

    def documents(self) -> Iterator[Document]:
        """The documents, without their content, in the order in which they came."""
        with self._told():
            for row in self._database.execute(f"select {_FIELDS} from documents order by number"):
                yield _document(*row)

    def check(self) -> None:
        """Read all of it; raises HanseError where it is damaged."""
        with self._told():
            said = self._database.execute("pragma integrity_check(1)").fetchone()[0]
        if said != "ok":
            raise HanseError("the library is damaged", where=str(self.path), do="make it again from the documents")

    def add(self, documents: Document | Iterable[Document]) -> int:
        """Take in one document or many, all or none of them; how many they were.

        Raises HanseError where the library has a document with that id.
        """
        return self.replace(documents, only_new=True)

    def replace(self, documents: Document | Iterable[Document], *, only_new: bool = False) -> int:
        """As `add`; a document whose id the library has takes the other's place."""
        given = [documents] if isinstance(documents, Document) else documents
        taken = 0
        with self._writing():
            self._database.execute("create temp table arriving (fingerprint integer, passage integer)")
            waiting: list[tuple[int, str]] = []
            came: set[str] = set()
            for document in given:
                if self._number(document.id) is not None:
                    if only_new:
                        raise HanseError(
                            f"there is a document “{document.id}” already",
                            where=str(self.path),
                            do="replace it (--replace, or Library.replace)",
                        )
                    if document.id in came:
                        self._fingerprint(waiting)
                        self._arrive()
                        waiting = []
                    self._forget(document.id)
                came.add(document.id)
                waiting += self._keep(document)
                taken += 1
                if len(waiting) >= _BATCH:
                    self._fingerprint(waiting)
                    waiting = []
            self._fingerprint(waiting)
            self._arrive()
            self._database.execute("drop table arriving")
        return taken

    def remove(self, *ids: str) -> None:
        """Take out the documents with these ids, all or none; raises HanseError for one that is not there."""
        with self._writing():
            for id in ids:
                if self._number(id) is None:
                    raise HanseError(
                        f"there is no document “{id}”",
                        where=str(self.path),
                        do="look at the list (hanse library LIBRARY)",
                    )
                self._forget(id)

    def query(self, draft: str | Passage | Document, *, allowed: Collection[str] | None = None) -> Matches:
        """What of a draft stands in the library, as `hanse.reuse` tells it; the draft is the source.

        With ``allowed`` it is as if the library had the documents with these ids and no others: no count, weight or
        note shows that there are more.
        """
        with self._told():
            return found(self._database, passage_document(draft, "draft"), allowed)

    def _open(self) -> None:
        mark, made = (
            self._database.execute(f"pragma {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
        empty = not self._database.execute("select count(*) from sqlite_master").fetchone()[0]
        if empty and mark == 0:
            self._database.execute("pragma journal_mode = wal")
            with self._writing():
                if not self._database.execute("select count(*) from sqlite_master").fetchone()[0]:
                    for statement in _TABLES.split(";"):
                        self._database.execute(statement)
                    self._database.execute(f"pragma application_id = {_MARK}")
                    self._database.execute(f"pragma user_version = {FORMAT}")
        elif mark != _MARK:
            raise HanseError("the file is a database but no library", where=str(self.path), do="give another file")
        elif made != FORMAT:
            which = "a newer" if made > FORMAT else "an older"
            do = "update Hanse" if made > FORMAT else "make it again from the documents"
            raise HanseError(f"the library was made by {which} version of Hanse", where=str(self.path), do=do)

    def _number(self, id: str) -> int | None:
        row = self._database.execute("select number from documents where id = ?", (id,)).fetchone()
        return int(row[0]) if row else None

    def _keep(self, document: Document) -> list[tuple[int, str]]:
        """Write down a document and its passages; their numbers and texts."""
        number = self._database.execute(
            "insert into documents (id, title, date, actor, language, handling, words) values (?, ?, ?, ?, ?, ?, 0)",
            (document.id, document.title, document.date, document.actor, document.language, document.handling),
        ).lastrowid
        kept = []
        for each in document.passages:
            row = (number, each.id, each.number, each.page, each.kind, each.text)
            made = self._database.execute(
                "insert into passages (document, id, label, page, kind, text) values (?, ?, ?, ?, ?, ?)", row
            )
            kept.append((int(made.lastrowid or 0), each.text))
        return kept

    def _fingerprint(self, waiting: Sequence[tuple[int, str]]) -> None:
        if not waiting:
            return
        scanned = self._vocabulary.scan([text for _, text in waiting])
        prints, counts = fingerprints(scanned, self._vocabulary)
        holders = (number for (number, _), count in zip(waiting, counts.tolist(), strict=True) for _ in range(count))
        self._database.executemany("insert into arriving values (?, ?)", zip(prints.tolist(), holders, strict=True))
        sizes = (scanned.first[1:] - scanned.first[:-1]).tolist()
        self._database.executemany(
            "update documents set words = words + ? where number = (select document from passages where number = ?)",
            [(size, number) for size, (number, _) in zip(sizes, waiting, strict=True)],
        )

    def _arrive(self) -> None:
        """Put the fingerprints that arrived into their place, in order, which is many times faster than one by one."""
        self._database.execute(
            "insert or ignore into fingerprints select fingerprint, passage from arriving order by 1, 2"
        )
        self._database.execute("delete from arriving")

    def _forget(self, id: str) -> None:
        """Take out a document: its fingerprints are made again from its words to be found."""
        number = self._number(id)
        kept = self._database.execute("select number, text from passages where document = ?", (number,)).fetchall()
        prints, counts = fingerprints(self._vocabulary.scan([text for _, text in kept]), self._vocabulary)
        holders = (place for (place, _), count in zip(kept, counts.tolist(), strict=True) for _ in range(count))
        self._database.executemany(
            "delete from fingerprints where fingerprint = ? and passage = ?", zip(prints.tolist(), holders, strict=True)
        )
        self._database.execute("delete from passages where document = ?", (number,))
        self._database.execute("delete from documents where number = ?", (number,))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One change, made whole or not at all."""
        with self._told():
            self._database.execute("begin immediate")
            try:
                yield
                self._database.execute("commit")
            except BaseException:
                self._database.execute("rollback")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What SQLite complains of, in one sentence."""
        try:
            yield
        except sqlite3.Error as error:
            raise _sentence(error, str(self.path)) from error
        except UnicodeEncodeError as error:
            raise HanseError(
                "a text has half a character (a lone surrogate)", where=str(self.path), do="take it out of the text"
            ) from error


def _document(id: str, title: str, date: str | None, actor: str, language: str, handling: Handling) -> Document:
    return Document(id, (), title=title, date=date, actor=actor, language=language, handling=handling)


def _sentence(error: sqlite3.Error, where: str) -> HanseError:
    said = str(error)
    if isinstance(error, sqlite3.ProgrammingError):
        return HanseError("the library is closed, or another thread's", where=where, do="open it where it is used")
    if "locked" in said or "busy" in said:
        return HanseError("another process is writing to the library", where=where, do="try again when it is done")
    if "full" in said:
        return HanseError("the disk is full", where=where, do="make room and try again")
    if "readonly" in said or "unable to open" in said:
        return HanseError("the library cannot be opened or written", where=where, do="check the folder and its rights")
    return HanseError("the file is damaged or no library", where=where, do="make it again from the documents")
