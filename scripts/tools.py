"""The programs that the tests need besides Python: found, installed where allowed, or named.

As a command it makes sure of all of them: on Debian, as root, it installs what is missing;
elsewhere it says in one line what to install and exits 1.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tool:
    """A program: the variable that may name it, where else it may be, its Debian packages."""

    name: str
    variable: str
    commands: tuple[str, ...]
    places: tuple[str, ...]
    packages: tuple[str, ...]

    def path(self) -> str | None:
        """Where the program is: as its variable says, on the PATH, or in a usual place."""
        named = os.environ.get(self.variable)
        if named:
            return shutil.which(named)
        found = (shutil.which(command) for command in (*self.commands, *self.places))
        return next((path for path in found if path), None)


CHROMIUM = Tool(
    name="Chromium",
    variable="HEADSHIP_CHROMIUM",
    commands=("chromium", "chromium-browser", "google-chrome"),
    places=(
        "/usr/bin/chromium",
        "/snap/bin/chromium",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ),
    packages=("chromium", "fonts-liberation"),
)
LIBREOFFICE = Tool(
    name="LibreOffice Writer",
    variable="HEADSHIP_SOFFICE",
    commands=("soffice", "libreoffice"),
    places=(
        "/usr/bin/soffice",
        "/usr/lib/libreoffice/program/soffice",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ),
    packages=("libreoffice-writer",),
)
PDFTOPPM = Tool(
    name="pdftoppm",
    variable="HEADSHIP_PDFTOPPM",
    commands=("pdftoppm",),
    places=("/usr/bin/pdftoppm", "/opt/homebrew/bin/pdftoppm", "/usr/local/bin/pdftoppm"),
    packages=("poppler-utils",),
)
TOOLS = (CHROMIUM, LIBREOFFICE, PDFTOPPM)


def missing() -> list[Tool]:
    """The tools that are not on this machine."""
    return [tool for tool in TOOLS if not tool.path()]


def may_install() -> bool:
    """Whether this is Debian, or its like, and we are root."""
    return os.geteuid() == 0 and Path("/etc/debian_version").exists()


def install(tools: list[Tool]) -> None:
    """Install the tools' Debian packages; CalledProcessError if apt-get fails."""
    apt = shutil.which("apt-get") or "/usr/bin/apt-get"
    packages = [package for tool in tools for package in tool.packages]
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    options = ["install", "--yes", "--reinstall", "--no-install-recommends"]
    for arguments in (["update"], [*options, *packages]):
        subprocess.run([apt, "-qq", *arguments], env=quiet, check=True, stdout=sys.stderr)


def main() -> int:
    """Make sure of every tool; 0 if all are there, else 1 after one line on what to install."""
    if missing() and may_install():
        try:
            install(missing())
        except (OSError, subprocess.CalledProcessError) as error:
            sys.stderr.write(f"apt-get did not succeed: {error}\n")
    names = ", ".join(f"{tool.name} (or name it in {tool.variable})" for tool in missing())
    if names:
        sys.stderr.write(f"The tests need these programs; please install: {names}\n")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main())
