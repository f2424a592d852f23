"""What is wrong with a file."""


class Unfit(ValueError):
    """A file that is not taken. The message is to be read after the file's name."""


DAMAGED = "is cut off or damaged. Save it again."
LOCKED = "is protected by a password. Save it without one."
