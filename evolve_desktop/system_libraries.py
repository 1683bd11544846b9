"""Which libraries a window needs and Linux does not find, told in a sentence with the packages that bring them."""

import ctypes
from dataclasses import dataclass
from pathlib import PurePath

from evolve_desktop import resource_paths
from evolve_desktop.errors import Sentence


@dataclass(frozen=True, slots=True)
class Library:
    """A library of the system, and the package that brings it."""

    name: str
    debian: str
    fedora: str


def needed() -> list[Library]:
    """Return all that a window needs, from the list that `make` reads as well."""
    lines = (resource_paths.resources() / "system_packages.txt").read_text(encoding="utf-8").splitlines()
    return [Library(*line.split()[2:]) for line in lines if line.split()[:2] == ["window", "library"]]


def missing() -> list[Library]:
    """Return what a window needs and does not find here."""
    culprits = {culprit(library.name) for library in needed()}
    return [library for library in needed() if library.name in culprits]


def culprit(name: str) -> str:
    """Load a library; return the name of the one that is missing, which may be one that this one needs, or nothing."""
    try:
        ctypes.CDLL(name)
    except OSError as error:
        return PurePath(str(error).partition(":")[0]).name
    return ""


def sentence(libraries: list[Library]) -> Sentence:
    """Name the missing libraries, and how to get them."""
    names = ", ".join(library.name for library in libraries)
    debian = " ".join(dict.fromkeys(library.debian for library in libraries))
    fedora = " ".join(dict.fromkeys(library.fedora for library in libraries))
    return Sentence(
        "a window needs {names}; `apt install {debian}` brings that on Debian, `dnf install {fedora}` on Fedora.",
        names=names,
        debian=debian,
        fedora=fedora,
    )
