"""The stories that come with Headship, which are also its demonstration."""

from pathlib import Path

FILES = Path(__file__).parent / "files"


def shipped() -> list[Path]:
    """Return the files of the stories that come with Headship, in order of their names.

    The stories of a headship stand in the folder itself, those of another kind in one below it.
    """
    return sorted(FILES.rglob("*.yaml"))
