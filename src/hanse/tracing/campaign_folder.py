"""How is a campaign folder read? Settings, then what is withheld, then dates and order, then the files themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path, PurePosixPath

from hanse.errors import BadCampaign, DuplicateFile, HanseError, UndatedDraft
from hanse.text.document import Document
from hanse.text.reading import read, slug
from hanse.tracing import asks as asking
from hanse.tracing.adoption import with_standing
from hanse.tracing.asks.places import placed
from hanse.tracing.asks.table import AsksTable, asks_from_csv, asks_from_xlsx
from hanse.tracing.board import Ask
from hanse.tracing.campaign import Campaign, no_drafts
from hanse.tracing.campaign_dates import edtf, in_name, overlap
from hanse.tracing.campaign_files import FOLDERS, CampaignFile, campaign_files, natural
from hanse.tracing.campaign_settings import DocumentSettings, Settings, settings

_DOCUMENT_SUFFIXES = {".pdf", ".docx", ".doc", ".html", ".htm", ".txt", ".md", ".odt", ".rtf"}
_NOT_AN_ACTOR = re.compile(
    r"(?i)\b(joint|city|written|oral|final|statements?|declarations?|letters?|positions?|paper|submissions?|asks?|of|by|from"
    r"|the|on|contributions?|proposals?|déclaration|lettre|déclaracion|declaración|carta|de|du|v\d+)\b"
)


@dataclass(frozen=True)
class Entry:
    """A file of the campaign with all that is known of it before it is read."""

    file: CampaignFile
    said: DocumentSettings
    name: str
    """The file's name without date and suffix."""
    date: str | None
    id: str

    @property
    def title(self) -> str:
        return self.said.title or self.name


class Folder:
    """One reading of one campaign folder; `campaign` is the only way in."""

    def __init__(
        self, path: Path, dates: Mapping[str, str], include_restricted: bool, progress: Callable[[str], None]
    ) -> None:
        self.path, self.include_restricted, self.progress = path, include_restricted, progress
        self.files = campaign_files(path)
        self.warnings: list[str] = []
        self.refused: list[HanseError] = []
        self.withheld: list[str] = []
        self.settings = self._settings()
        self.said = self._match(self.settings.documents)
        self.dates = self._dates(dates)

    def campaign(self) -> Campaign:
        """Read everything, the files in one fixed order."""
        if not any(file.folder == "drafts" for file in self.files):
            raise no_drafts(self.path.name)
        files = self._without_withheld()
        self._mention_strays(files)
        table_files = [file for file in files if _is_table(file)]
        entries = self._entries([file for file in files if file.folder and not _is_table(file)])
        entries = self._without_duplicates(entries)
        drafts = self._drafts([entry for entry in entries if entry.file.folder == "drafts"])
        statements = self._read([entry for entry in entries if entry.file.folder == "asks"], "statement")
        record = self._record([entry for entry in entries if entry.file.folder == "record"])
        asks = self._asks(table_files, statements)
        return Campaign(
            title=self.settings.title or _tidy(self.path.stem if self.path.is_file() else self.path.resolve().name),
            forum=self.settings.forum,
            asks=asks,
            drafts=drafts,
            record=record,
            statements=statements,
            warnings=tuple(self.warnings),
            refused=tuple(self.refused),
            withheld=tuple(self.withheld),
            fictional=self.settings.fictional,
        )

    # -- settings ----------------------------------------------------------------------------------------------------

    def _settings(self) -> Settings:
        for file in self.files:
            if file.path.casefold() == "campaign.toml":
                found = settings(file.bytes())
                self.warnings += found.warnings
                return found
        return Settings()

    def _match(self, documents: Iterable[DocumentSettings]) -> dict[str, DocumentSettings]:
        """Settings by the path of the file that they mean."""
        said: dict[str, DocumentSettings] = {}
        for entry in documents:
            where = f"campaign.toml, line {entry.line}"
            path = self._find(entry.file, where)
            if path is None and entry.handling == "restricted":
                self.withheld.append(f"{where}: {entry.file} is marked restricted, but there is no such file.")
            elif path is None:
                self.warnings.append(f"{where}: there is no file {entry.file}.")
            elif path in said:
                raise BadCampaign(
                    f"{path} has an entry already in line {said[path].line}", where=where, do="keep one of them"
                )
            else:
                said[path] = entry
        return said

    def _dates(self, dates: Mapping[str, str]) -> dict[str, str]:
        found = {}
        for name, date in dates.items():
            path = self._find(name, "--date")
            if path is None:
                raise BadCampaign(f"there is no file {name}", where="--date", do="give its path inside the campaign")
            try:
                found[path] = edtf(date)
            except ValueError as error:
                raise BadCampaign(str(error), where=f"--date {name}", do="write it as 2030-01-31") from error
        return found

    def _find(self, name: str, where: str) -> str | None:
        """The path that ``name`` means: a path inside the campaign, or a file's bare name."""
        wanted = unicodedata.normalize("NFC", name).replace("\\", "/").removeprefix("./").casefold()
        paths = [file.path for file in self.files if file.path.casefold() == wanted]
        paths = paths or [file.path for file in self.files if file.name.casefold() == wanted]
        if len(paths) > 1:
            raise BadCampaign(f"{name} can mean {' or '.join(paths)}", where=where, do="write the path with its folder")
        return paths[0] if paths else None

    # -- which files -------------------------------------------------------------------------------------------------

    def _without_withheld(self) -> list[CampaignFile]:
        kept = []
        for file in self.files:
            entry = self.said.get(file.path)
            if entry and entry.handling == "restricted" and not self.include_restricted:
                self.withheld.append(f"{file.path}: is restricted and was left out.")
            else:
                kept.append(file)
        return kept

    def _mention_strays(self, files: Iterable[CampaignFile]) -> None:
        for file in files:
            stray = not file.folder and PurePosixPath(file.name).suffix.casefold() in _DOCUMENT_SUFFIXES
            if stray and not file.name.casefold().startswith("readme"):
                self.warnings.append(f"{file.path}: lies outside {', '.join(FOLDERS)} and was not read.")

    def _entries(self, files: Iterable[CampaignFile]) -> list[Entry]:
        """Every file with its date and id; a file whose name holds an impossible date is refused."""
        entries, ids = [], set[str]()
        for file in sorted(
            files, key=lambda file: (("drafts", "asks", "record").index(file.folder), natural(file.path))
        ):
            said = self.said.get(file.path) or DocumentSettings(file=file.path, line=0)
            given = self.dates.get(file.path) or said.date
            try:
                dated, name = in_name(PurePosixPath(file.name).stem)
            except ValueError as error:
                dated, name = None, PurePosixPath(file.name).stem
                if not given:
                    self.refused.append(
                        BadCampaign(f"the date in its name is wrong ({error})", where=file.path, do="rename the file")
                    )
                    continue
            id = _unused(slug(str(PurePosixPath(file.path).with_suffix(""))), ids, slug(file.path))
            ids.add(id)
            entries.append(Entry(file, said, _tidy(name) or file.name, given or dated, id))
        return entries

    def _without_duplicates(self, entries: Iterable[Entry]) -> list[Entry]:
        kept: list[Entry] = []
        first: dict[str, str] = {}
        for entry in entries:
            try:
                digest = entry.file.sha256()
            except HanseError as error:
                self.refused.append(error)
                continue
            if digest in first:
                self.refused.append(
                    DuplicateFile(f"is the same file as {first[digest]}", where=entry.file.path, do="keep one of them")
                )
                continue
            first[digest] = entry.file.path
            kept.append(entry)
        return kept

    # -- reading -----------------------------------------------------------------------------------------------------

    def _drafts(self, entries: Iterable[Entry]) -> tuple[Document, ...]:
        dated = []
        for entry in entries:
            if entry.date is None:
                self.refused.append(
                    UndatedDraft(
                        "is a draft without a date",
                        where=entry.file.path,
                        do=f"name it “YYYY-MM-DD {entry.file.name}”, or give its date in campaign.toml, "
                        f'or say --date "{entry.file.path}=YYYY-MM-DD"',
                    )
                )
            else:
                dated.append(entry)
        dated = self._in_order(dated)
        return self._with_parents(self._read(dated, "draft"), dated)

    def _in_order(self, entries: list[Entry]) -> list[Entry]:
        ordered = sorted(entries, key=lambda entry: (entry.date or "", natural(entry.file.name), entry.file.path))
        for before, after in pairwise(ordered):
            if overlap(before.date or "", after.date or "") and not (before.said.parent or after.said.parent):
                self.warnings.append(
                    f"{after.file.path}: has the same date as {before.file.path} and was put after it by its name."
                )
        return ordered

    def _with_parents(self, drafts: tuple[Document, ...], entries: Iterable[Entry]) -> tuple[Document, ...]:
        """Drafts with their parents' ids, every parent before its children."""
        names = {entry.id: entry for entry in entries}
        parents: dict[str, str] = {}
        for draft in drafts:
            wanted = names[draft.id].said.parent
            if not wanted:
                continue
            parent = _meant(wanted, [names[each.id] for each in drafts if each.id != draft.id])
            if parent is None and not self._is_withheld(wanted):
                self.warnings.append(f"{names[draft.id].file.path}: its parent “{wanted}” is not among the drafts.")
            if parent is not None:
                parents[draft.id] = parent
        order: list[Document] = []
        waiting = list(drafts)
        while waiting:
            placed_ids = {draft.id for draft in order}
            ready = next((each for each in waiting if parents.get(each.id, "") in ("", *placed_ids)), None)
            if ready is None:
                self.warnings.append(f"{names[waiting[0].id].file.path}: is its own ancestor; its parent was ignored.")
                parents.pop(waiting[0].id)
                continue
            waiting.remove(ready)
            order.append(replace(ready, parent=parents.get(ready.id)))
        return tuple(order)

    def _is_withheld(self, name: str) -> bool:
        wanted = name.casefold()
        marked = [each for each in self.settings.documents if each.handling == "restricted"]
        return any(
            wanted in (each.file.casefold(), PurePosixPath(each.file).name.casefold(), each.title.casefold())
            or wanted == PurePosixPath(each.file).stem.casefold()
            for each in marked
        )

    def _record(self, entries: list[Entry]) -> tuple[Document, ...]:
        documents = self._read(entries, "")
        names = {entry.id: entry for entry in entries}
        for document in documents:
            if document.date is None:
                self.warnings.append(
                    f"{names[document.id].file.path}: has no date and counts as earlier than every draft."
                )
        documents = tuple(
            with_standing(document, names[document.id].name, names[document.id].said.adopted) for document in documents
        )
        return tuple(sorted(documents, key=lambda each: (each.date or "", natural(names[each.id].file.path))))

    def _read(self, entries: Iterable[Entry], kind: str) -> tuple[Document, ...]:
        documents = []
        for entry in entries:
            self.progress(entry.file.path)
            actor = entry.said.actor or (_tidy(_NOT_AN_ACTOR.sub(" ", entry.name)) if kind == "statement" else "")
            try:
                document = read(
                    entry.file.source(),
                    name=entry.file.name,
                    id=entry.id,
                    title=entry.title,
                    date=entry.date,
                    actor=actor,
                    symbol=entry.said.symbol,
                    kind=entry.said.kind or kind,
                    handling=entry.said.handling,
                )
            except HanseError as error:
                self.refused.append(_at(error, entry.file.path))
                continue
            self.warnings += [f"{entry.file.path}: {warning}" for warning in document.warnings]
            documents.append(replace(document, date=entry.date, source=entry.file.name))
        return tuple(documents)

    # -- asks --------------------------------------------------------------------------------------------------------

    def _asks(self, tables: list[CampaignFile], statements: tuple[Document, ...]) -> tuple[Ask, ...]:
        """The asks of the table where there is one, tied to the statements that hold their words; else those found."""
        if not tables:
            return tuple(ask for statement in statements for ask in asking.find(statement))
        asks: list[Ask] = []
        for file in tables:
            try:
                table = _table(file)
            except HanseError as error:
                self.refused.append(error)
                continue
            self.warnings += table.warnings
            self.refused += table.refused
            taken = {ask.id for ask in asks}
            for ask in table.asks:
                if ask.id in taken:
                    self.refused.append(
                        BadCampaign(f"the id “{ask.id}” is taken already", where=file.path, do="give it another id")
                    )
                elif ask.handling == "restricted" and not self.include_restricted:
                    self.withheld.append(f"{file.path}: ask {ask.id} is restricted and was left out.")
                else:
                    handling = self.said[file.path].handling if file.path in self.said else "public"
                    asks.append(replace(ask, handling=handling) if handling != "public" else ask)
        return placed(asks, statements)


def _is_table(file: CampaignFile) -> bool:
    return file.folder == "asks" and PurePosixPath(file.name).suffix.casefold() in (".csv", ".tsv", ".xlsx")


def _table(file: CampaignFile) -> AsksTable:
    if file.name.casefold().endswith(".xlsx"):
        return asks_from_xlsx(file.bytes(), file.path)
    return asks_from_csv(file.bytes(), file.path)


def _at(error: HanseError, path: str) -> HanseError:
    """The same error, placed at the file's path inside the campaign."""
    return type(error)(error.what, where=path, do=error.do)


def _tidy(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).strip(" -.,;")


def _unused(id: str, taken: set[str], longer: str) -> str:
    if id not in taken:
        return id
    candidates = [longer, *(f"{longer}-{n}" for n in range(2, len(taken) + 3))]
    return next(each for each in candidates if each not in taken)


def _meant(wanted: str, entries: Iterable[Entry]) -> str | None:
    """The id of the draft that ``wanted`` names by path, name, name without suffix, id or title."""
    wanted = wanted.casefold()
    for entry in entries:
        name = PurePosixPath(entry.file.name)
        names = (entry.file.path, entry.file.name, name.stem, entry.id, entry.title, entry.name)
        if wanted in (each.casefold() for each in names):
            return entry.id
    return None
