"""The letters as they should read: tests/letters/<name>.txt, blocks parted by a blank line.

After a change that is meant, write them anew and read the difference:

    GOLDEN=write python -m pytest tests/recruitment/documents
"""

import os
import re
from pathlib import Path

from casework.documents.blocks import Paper

LETTERS = Path(__file__).parents[2] / "letters"
WRITE = os.environ.get("GOLDEN") == "write"


def names() -> list[str]:
    """Return the names of the letters that are kept, such as "reservations.after"."""
    return sorted(path.stem for path in LETTERS.glob("*.txt"))


def kept(name: str) -> str:
    """Return how a letter should read."""
    return (LETTERS / f"{name}.txt").read_text(encoding="utf-8")


def written(paper: Paper) -> str:
    """Return how a paper reads, with 00000 for the number of its case: another in each run."""
    text = "\n\n".join("\n".join(block.plain()) for block in paper.blocks) + "\n"
    return re.sub(r"\bHT-(\d{4})-\d{5}\b", r"HT-\1-00000", text)


def write(papers: dict[str, Paper]) -> None:
    """Keep these papers, and no other, as they read now."""
    for path in LETTERS.glob("*.txt"):
        path.unlink()
    for name, paper in papers.items():
        (LETTERS / f"{name}.txt").write_text(written(paper), encoding="utf-8")
