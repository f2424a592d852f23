"""Papers as they should read, kept one to a file: blocks parted by a blank line.

After a change that is meant, write them anew with GOLDEN=write and read the difference.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from casework.documents.blocks import Paper

WRITE = os.environ.get("GOLDEN") == "write"


@dataclass(frozen=True)
class Goldens:
    """The papers of one kind of case, kept in a folder: <name>.txt."""

    folder: Path

    def names(self) -> list[str]:
        """Return the names of the papers that are kept, such as "reservations.after"."""
        return sorted(path.stem for path in self.folder.glob("*.txt"))

    def kept(self, name: str) -> str:
        """Return how a paper should read."""
        return (self.folder / f"{name}.txt").read_text(encoding="utf-8")

    def write(self, papers: Mapping[str, Paper]) -> None:
        """Keep these papers, and no other, as they read now."""
        for path in self.folder.glob("*.txt"):
            path.unlink()
        for name, paper in papers.items():
            (self.folder / f"{name}.txt").write_text(written(paper), encoding="utf-8")


def written(paper: Paper) -> str:
    """Return how a paper reads, with 00000 for the number of its case: another in each run."""
    text = "\n\n".join("\n".join(block.plain()) for block in paper.blocks) + "\n"
    return re.sub(r"\b(HT|PM)-(\d{4})-\d{5}\b", r"\1-\2-00000", text)
