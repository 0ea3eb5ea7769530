"""Which files make up a campaign? Those of a folder or of a zip of one, listed in one order whatever the disk says."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from hanse.errors import BadCampaign, DamagedFile, EncryptedFile, OversizedFile, UnreadableFile

MOST_FILES = 5_000
MOST_BYTES_UNPACKED = 1_000_000_000
"""Of all files of a zip together."""
LARGEST_FILE_UNPACKED = 300_000_000
STEEPEST_PACKING = 200
"""Unpacked to packed bytes; deflate reaches 1,032, documents rarely pass 30."""

FOLDERS = ("asks", "drafts", "record")
_NOISE = re.compile(r"(?i)^(\..*|~\$.*|thumbs\.db|desktop\.ini|__macosx)$")


@dataclass(frozen=True)
class CampaignFile:
    """One file: its ``path`` inside the campaign ("drafts/2030-01-31 zero draft.docx"), and a way to its bytes."""

    path: str
    disk: Path | None = None
    archive: zipfile.ZipFile | None = field(default=None, repr=False)
    member: str = ""

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name

    @property
    def folder(self) -> str:
        """asks, drafts, record; or empty for a file that lies in none of them."""
        first = self.path.split("/", 1)[0].casefold()
        return first if first in FOLDERS and "/" in self.path else ""

    def source(self) -> Path | bytes:
        """What `hanse.read` takes: the file on disk, or the bytes out of the zip."""
        return self.disk if self.disk is not None else self.bytes()

    def bytes(self) -> bytes:
        """The whole file. Raises UnreadableFile where the disk or the zip does not give it."""
        try:
            if self.disk is not None:
                return self.disk.read_bytes()
            assert self.archive is not None
            return self.archive.read(self.member)
        except OSError as error:
            raise UnreadableFile(f"could not be opened ({error.strerror or error})", where=self.path) from error
        except Exception as error:  # zipfile, zlib and lzma each raise their own
            raise DamagedFile("its packed data is broken", where=self.path, do="pack the folder again") from error

    def sha256(self) -> str:
        """Of the file's bytes, as hex."""
        digest = hashlib.sha256()
        if self.disk is None:
            digest.update(self.bytes())
            return digest.hexdigest()
        try:
            with self.disk.open("rb") as stream:
                while chunk := stream.read(1 << 20):
                    digest.update(chunk)
        except OSError as error:
            raise UnreadableFile(f"could not be opened ({error.strerror or error})", where=self.path) from error
        return digest.hexdigest()


def natural(path: str) -> tuple[tuple[int, int | str], ...]:
    """A sorting key in which "rev 9" comes before "rev 10"."""
    parts = re.split(r"(\d+)", path.casefold())
    return (*((0, int(part)) if part.isdecimal() else (1, part) for part in parts if part), (2, path))


def campaign_files(path: Path) -> tuple[CampaignFile, ...]:
    """All files of a campaign folder or zip, in natural order of their paths; the disk's noise is left out.

    Raises BadCampaign where ``path`` is neither; DamagedFile, EncryptedFile or OversizedFile for a zip that cannot be
    trusted. Nothing is ever unpacked to disk, and no name leads outside the campaign.
    """
    if path.is_dir():
        files = list(_in_folder(path))
    elif path.is_file() and zipfile.is_zipfile(path):
        files = list(_in_zip(path))
    elif path.exists():
        raise BadCampaign(
            "is neither a folder nor a zip", where=str(path), do="give the campaign's folder, or a zip of it"
        )
    else:
        raise BadCampaign("there is no such folder", where=str(path), do="check the path")
    return tuple(sorted(files, key=lambda file: natural(file.path)))


def _in_folder(root: Path) -> Iterator[CampaignFile]:
    def refuse(error: OSError) -> None:
        raise BadCampaign("a folder could not be opened", where=str(error.filename), do="check who may read it")

    for here, folders, names in os.walk(root, onerror=refuse):
        folders[:] = sorted(name for name in folders if not _NOISE.match(name))
        for name in names:
            disk = Path(here, name)
            pipe_or_device = disk.exists() and not disk.is_file()
            if not _NOISE.match(name) and not pipe_or_device:
                printable = os.fsencode(disk.relative_to(root).as_posix()).decode("utf-8", errors="replace")
                relative = unicodedata.normalize("NFC", printable)
                yield CampaignFile(relative, disk=disk)


def _in_zip(path: Path) -> Iterator[CampaignFile]:
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise DamagedFile("is a damaged zip", where=path.name, do="pack the folder again") from error
    members = [info for info in archive.infolist() if not info.is_dir()]
    names = {info.filename: _member_path(info, path.name) for info in members}
    members = [info for info in members if not any(_NOISE.match(part) for part in names[info.filename].split("/"))]
    _weigh(members, path.name)
    top = _one_top_folder([names[info.filename] for info in members])
    seen: set[str] = set()
    for info in members:
        inside = names[info.filename].removeprefix(top)
        if inside in seen:
            raise BadCampaign(f"holds two files named {inside}", where=path.name, do="keep one of them")
        seen.add(inside)
        yield CampaignFile(inside, archive=archive, member=info.filename)


def _member_path(info: zipfile.ZipInfo, where: str) -> str:
    """The member's path, checked: relative, without "..", not a link."""
    name = info.filename
    if not info.flag_bits & 0x800:  # not declared UTF-8: many packers write it all the same
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    name = unicodedata.normalize("NFC", name.replace("\\", "/"))
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or re.match(r"^[A-Za-z]:", name) or "\0" in name:
        raise BadCampaign(
            f"holds a file whose path leads outside the folder ({name})", where=where, do="do not open it"
        )
    if stat.S_ISLNK(info.external_attr >> 16):
        raise BadCampaign(f"holds a link instead of a file ({name})", where=where, do="pack the file itself")
    return "/".join(part for part in parts if part not in ("", "."))


def _weigh(members: list[zipfile.ZipInfo], where: str) -> None:
    if len(members) > MOST_FILES:
        raise OversizedFile(f"holds {len(members)} files, more than {MOST_FILES}", where=where, do="pack fewer files")
    if any(info.flag_bits & 0x1 for info in members):
        raise EncryptedFile("is a zip with a password", where=where, do="pack it again without one")
    unpacked = sum(info.file_size for info in members)
    packed = sum(info.compress_size for info in members)
    largest = max((info.file_size for info in members), default=0)
    bomb = unpacked > 10_000_000 and unpacked > STEEPEST_PACKING * max(packed, 1)
    if unpacked > MOST_BYTES_UNPACKED or largest > LARGEST_FILE_UNPACKED or bomb:
        raise OversizedFile(
            f"would unpack to {unpacked // 1_000_000} MB", where=where, do="give the folder itself, or a smaller zip"
        )


def _one_top_folder(paths: list[str]) -> str:
    """The folder in which the whole zip lies, with its slash; empty where the campaign lies at the top."""
    tops = {path.split("/", 1)[0] if "/" in path else "" for path in paths}
    if len(tops) == 1 and (top := tops.pop()) and top.casefold() not in FOLDERS:
        return top + "/"
    return ""
