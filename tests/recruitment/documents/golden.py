"""The letters as they should read: tests/letters/<name>.txt, blocks parted by a blank line.

After a change that is meant, write them anew and read the difference:

    GOLDEN=write python -m pytest tests/recruitment/documents
"""

from pathlib import Path

from tests.casework.documents import goldens

_LETTERS = goldens.Goldens(Path(__file__).parents[2] / "letters")

WRITE, written = goldens.WRITE, goldens.written
names, kept, write = _LETTERS.names, _LETTERS.kept, _LETTERS.write
