"""What every Word file that we make is put through: two checkers, and LibreOffice."""

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import ooxml_integrity
import openxml_audit

from scripts.tools import LIBREOFFICE, PDFTOPPM

Word = Path | str | bytes
BATCH = 100  # files; LibreOffice gives up without a word on some hundreds at once


def problems(word: Word) -> tuple[list[str], list[str]]:
    """Return the errors and the warnings that openxml-audit and ooxml-integrity find in `word`."""
    with tempfile.TemporaryDirectory() as folder:
        path = _written(word, Path(folder))
        found = [*_audited(path), *_inspected(path)]
    return [text for bad, text in found if bad], [text for bad, text in found if not bad]


def _written(word: Word, folder: Path) -> Path:
    if not isinstance(word, bytes):
        return Path(word)
    path = folder / "paper.docx"
    path.write_bytes(word)
    return path


def _audited(path: Path) -> list[tuple[bool, str]]:
    result = openxml_audit.OpenXmlValidator(max_errors=0).validate(path)
    error = openxml_audit.ValidationSeverity.ERROR
    return [(e.severity == error, f"openxml-audit: {e}") for e in result.errors]


def _inspected(path: Path) -> list[tuple[bool, str]]:
    return [
        (finding.severity == ooxml_integrity.ERROR, f"ooxml-integrity: {finding}")
        for finding in ooxml_integrity.check(path)
    ]


def to_pdf(path: Path, folder: Path) -> Path:
    """Return the PDF that LibreOffice makes in `folder` of the Word file at `path`."""
    return _converted(path, folder, "pdf", ".pdf")


def to_pdfs(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Return the PDFs that LibreOffice makes in `folder` of many Word files, a batch at a time."""
    for start in range(0, len(paths), BATCH):
        _convert(paths[start : start + BATCH], folder, "pdf")
    return sorted(folder.glob("*.pdf"))


def pages_of(pdf: Path) -> list[str]:
    """Return the text of each page of a PDF."""
    found = PDFTOPPM.path()
    if found is None:
        raise FileNotFoundError(f"Please install {PDFTOPPM.name}.")
    program = Path(found).with_name("pdftotext")  # they come together
    said = subprocess.run([program, "-layout", pdf, "-"], check=True, capture_output=True)
    return said.stdout.decode().removesuffix("\f").split("\f")


def to_text(path: Path, folder: Path) -> str:
    """Return the text that LibreOffice reads in the Word file at `path`, lists numbered."""
    made = _converted(path, folder, "txt:Text (encoded):UTF8", ".txt")
    return made.read_text(encoding="utf-8-sig")


def _converted(path: Path, folder: Path, kind: str, suffix: str) -> Path:
    _convert([path], folder, kind)
    return folder / f"{path.stem}{suffix}"


def _convert(paths: Sequence[Path], folder: Path, kind: str) -> None:
    profile = f"-env:UserInstallation={_profile().as_uri()}"
    options = [profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    command = [_soffice(), *options, *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def _soffice() -> str:
    found = LIBREOFFICE.path()
    if found is None:
        raise FileNotFoundError(f"Please install {LIBREOFFICE.name}.")
    return found


@cache
def _profile() -> Path:
    """Return a profile of this process's own: LibreOffice refuses to share one."""
    folder = Path(tempfile.mkdtemp(prefix="headship-soffice-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
