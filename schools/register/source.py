"""A register as lines of text: plain or gzip, in UTF-8 with its mark or in its own encoding."""

import codecs
import gzip
import zlib
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import Path

from schools.register.problems import RegisterError

GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_lines(path: Path, unmarked: Callable[[bytes], str]) -> Iterator[str]:
    """Yield the file's lines with their ends, as text; RegisterError if it cannot be read.

    `unmarked` says from the first line which encoding a file without a mark is in. A byte that the
    encoding does not have comes through as a lone surrogate, so that whoever knows the column can
    name it.
    """
    line = 0
    try:
        with path.open("rb") as file, _unpacked(file) as stream:
            encoding = ""
            for line, raw in enumerate(stream, start=1):
                encoding = encoding or _marked(raw) or unmarked(raw)
                yield raw.decode(encoding, "surrogateescape")
                if not raw.endswith((b"\n", b"\r")):
                    raise RegisterError("it has no line end: the file is cut short.", line=line)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise RegisterError(
            "the compressed file is cut short or damaged here.", line=line + 1
        ) from error
    except OSError as error:
        raise RegisterError(
            f"{path} cannot be read: {error.strerror}.", way_out="Check the file's name."
        ) from error


def _unpacked(file: BufferedReader) -> BufferedReader | gzip.GzipFile:
    start = file.peek(4)
    if start.startswith(ZIP):
        raise RegisterError("This is a zip archive or a workbook.", way_out="Unpack the CSV file.")
    return gzip.GzipFile(fileobj=file) if start.startswith(GZIP) else file


def _marked(first: bytes) -> str:
    if first.startswith(UTF_16):
        raise RegisterError("The file is in UTF-16, not in Windows-1252 or UTF-8.")
    return "utf-8-sig" if first.startswith(codecs.BOM_UTF8) else ""
