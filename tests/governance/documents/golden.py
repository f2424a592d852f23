"""The papers as they should read: tests/governance/letters/<name>.txt.

After a change that is meant, write them anew and read the difference:

    GOLDEN=write python -m pytest tests/governance/documents
"""

from pathlib import Path

from tests.casework.documents import goldens

_LETTERS = goldens.Goldens(Path(__file__).parents[1] / "letters")

WRITE, written = goldens.WRITE, goldens.written
names, kept, write = _LETTERS.names, _LETTERS.kept, _LETTERS.write
