"""Where a document leads: what is a plain link, and what would be fetched when it is opened."""

from urllib.parse import urlsplit

PLAIN = {"", "http", "https", "mailto", "tel"}
SHARE = ("\\\\", "//")  # how the address of a file on another machine begins


def is_plain(target: str) -> bool:
    """Whether a link is one that a reader follows by hand: to a page, an address, a place in it."""
    try:
        scheme = urlsplit(target.strip()).scheme
    except ValueError:
        return False
    return scheme in PLAIN and not target.strip().startswith(SHARE)


def is_inside(target: str) -> bool:
    """Whether an address is of a part of the document itself."""
    path = target.strip().replace("\\", "/")
    try:
        parts = urlsplit(path)
    except ValueError:
        return False
    outside = parts.scheme or parts.netloc or path.startswith("/") or ".." in path.split("/")
    return not outside
