"""What can be wrong with a register file, said so that its reader knows where and what to do."""

AGAIN = "Download the register again, as one CSV file, and import that."
CHECK_CELL = "Correct that cell, or download the register again."


class RegisterError(Exception):
    """The file cannot be imported. Its text is fit to show: where, what, the way out."""

    def __init__(
        self, problem: str, *, line: int | None = None, column: str = "", way_out: str = AGAIN
    ) -> None:
        """Take what is wrong, and where: the physical line and the column's name, if known."""
        places = [f"line {line}"] if line else []
        places += [f"column {column}"] if column else []
        where = ", ".join(places)
        sentence = f"{where[0].upper()}{where[1:]}: {problem}" if where else problem
        super().__init__(f"{sentence} {way_out} Nothing was changed.")
