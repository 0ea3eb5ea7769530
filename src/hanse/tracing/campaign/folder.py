"""How is a campaign folder read? Settings, then what is withheld, then dates and order, then the files themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from hanse.errors import BadCampaign, DuplicateFile, HanseError, UndatedDraft
from hanse.text.document import Document, strictest
from hanse.text.reading import read, slug, unused
from hanse.tracing import asks as asking
from hanse.tracing.adoption import with_standing
from hanse.tracing.asks.places import placed
from hanse.tracing.asks.table import AsksTable, asks_from_csv, asks_from_xlsx
from hanse.tracing.board import Ask
from hanse.tracing.campaign.files import FOLDERS, CampaignFile, campaign_files, natural
from hanse.tracing.campaign.order import Entry, in_order, with_parents
from hanse.tracing.campaign.settings import DocumentSettings, Settings, settings
from hanse.tracing.campaign.value import Campaign, no_drafts
from hanse.tracing.dates import edtf, in_name

_DOCUMENT_SUFFIXES = {".pdf", ".docx", ".doc", ".html", ".htm", ".txt", ".md", ".odt", ".rtf"}
_NOT_AN_ACTOR = re.compile(
    r"(?i)\b(joint|city|written|oral|final|statements?|declarations?|letters?|positions?|paper|submissions?|asks?|of|by|from"
    r"|the|on|contributions?|proposals?|déclaration|lettre|déclaracion|declaración|carta|de|du|v\d+)\b"
)


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
        asks = self._asks(table_files, statements, drafts)
        return Campaign(
            title=self.settings.title or _tidy(self._name()),
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

    def _name(self) -> str:
        """The folder's own name; of a zip the name of the one folder in it, else its file's."""
        if not self.path.is_file():
            return self.path.resolve().name
        tops = {each.member.removesuffix(each.path).strip("/") for each in self.files}
        return tops.pop() if len(tops) == 1 and "" not in tops else self.path.stem

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
            id = slug(str(PurePosixPath(file.path).with_suffix("")))
            id = unused(slug(file.path), ids) if id in ids else id
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
        dated, warnings = in_order(dated)
        self.warnings += warnings
        drafts, warnings = with_parents(self._read(dated, "draft"), dated, self._is_withheld)
        self.warnings += warnings
        return drafts

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

    def _asks(
        self, tables: list[CampaignFile], statements: tuple[Document, ...], drafts: tuple[Document, ...]
    ) -> tuple[Ask, ...]:
        """The asks of the table where there is one, tied to the statements that hold their words; else those found."""
        if not tables:
            found = [ask for statement in statements for ask in asking.find(statement)]
            return asking.with_contested_words(found, drafts)
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
                    asks.append(replace(ask, handling=strictest(ask.handling, handling)))
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
