"""Is this file too large to read? Limits on what is taken in, checked before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib

from hanse.errors import DamagedFile, EmptyFile, OversizedFile

MAX_BYTES = 200 * 1024 * 1024
"""The largest file that is read."""
MAX_UNPACKED = 400 * 1024 * 1024
"""The most that a packed file (DOCX, XLSX) may unpack to, all parts together."""
MAX_PART = 150 * 1024 * 1024
"""The most that one part of a packed file may unpack to."""
MAX_RATIO = 200
"""A part beyond one megabyte may not be larger than this many times its packed size."""
MAX_PARTS = 10_000


def check_size(data: bytes, where: str) -> None:
    """Raise EmptyFile for no bytes at all, OversizedFile for more than `MAX_BYTES`."""
    if not data:
        raise EmptyFile("the file is empty", where=where, do="export or fetch it again")
    if len(data) > MAX_BYTES:
        raise OversizedFile(
            f"the file is larger than the limit of {_megabytes(MAX_BYTES)}",
            where=where,
            do="leave out its pictures, or split it",
        )


def opened_zip(data: bytes, where: str) -> zipfile.ZipFile:
    """A packed file, opened and within the limits; nothing is unpacked.

    Raises DamagedFile for a truncated one, OversizedFile for what would unpack to too much.
    """
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
        parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError):
        raise DamagedFile("the file is truncated or damaged", where=where, do="fetch or save it again") from None
    total = sum(part.file_size for part in parts)
    worst = max(parts, key=lambda part: part.file_size / (part.compress_size or 1), default=None)
    if len(parts) > MAX_PARTS or total > MAX_UNPACKED or any(part.file_size > MAX_PART for part in parts):
        raise _bomb(f"it would unpack to {_megabytes(total)} in {len(parts)} parts", where)
    if worst and worst.file_size > 1_048_576 and worst.file_size > MAX_RATIO * max(worst.compress_size, 1):
        raise _bomb(f"its part {worst.filename} would unpack to {_megabytes(worst.file_size)}", where)
    return packed


def part(packed: zipfile.ZipFile, name: str, where: str) -> bytes:
    """One part unpacked, never beyond the size that the packed file declares for it."""
    try:
        declared = packed.getinfo(name).file_size
        with packed.open(name) as stream:
            data = stream.read(min(declared, MAX_PART) + 1)
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, NotImplementedError, OSError, RuntimeError):
        raise DamagedFile("the file is truncated or damaged", where=where, do="fetch or save it again") from None
    if len(data) > declared:
        raise _bomb(f"its part {name} unpacks to more than it declares", where)
    return data


def _bomb(what: str, where: str) -> OversizedFile:
    return OversizedFile(f"the file is packed like a zip bomb: {what}", where=where, do="save it again")


def _megabytes(size: int) -> str:
    return f"{size / 1_048_576:.0f} MB"
