"""Logs that hold no personal data."""

import logging
import traceback
from types import TracebackType


class DiscreetFormatter(logging.Formatter):
    """Says where an error happened and of what kind, not its message: that may quote a person."""

    def formatException(  # noqa: N802 (the standard library's name)
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """The stack as file, line and function, and the exception's class."""
        kind, _, where = ei
        frames = traceback.extract_tb(where)
        lines = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        return "\n".join([*lines, kind.__name__ if kind else ""])
