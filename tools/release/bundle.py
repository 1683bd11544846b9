"""Decides which collected files go into the executable: those named here and the libraries that they need."""

import re
import subprocess
import sys
from pathlib import PurePath

from evolve_desktop import languages

# A file as PyInstaller lists it: its place in the bundle, its path now (for a link: the target), its kind.
Entry = tuple[str, str, str]

# Kind of plugin → the plugins to keep; "*" keeps all of them.
PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qsvg"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"*"},
    "styles": {"*"},
    "wayland-decoration-client": {"*"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": {"*"},
}

# Libraries of the build machine to include: Qt or Python link them and a desktop may lack them. All others come from
# the system: a second copy of X11, fontconfig, D-Bus, Wayland, cups, GTK or C++ would conflict with its own.
TRAVELLING = (
    "libffi", "libglib-2.0", "libgthread-2.0", "libpcre2-8", "libpython3", "libuuid",
    "libxcb-", "libxkbcommon", "libzstd",
)  # fmt: skip

# Python modules that the analysis finds and the app does not need.
LEFT_OUT = [
    # the network, never
    "_hashlib", "_socket", "_ssl", "asyncio", "email", "ftplib", "http", "netrc", "select", "selectors", "socket",
    "socketserver", "ssl", "urllib.error", "urllib.request", "urllib.response", "webbrowser", "xmlrpc",
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick",
    # tools for building and testing
    "_distutils_hack", "attr", "attrs", "cffi", "distutils", "doctest", "packaging", "pdb", "pkg_resources",
    "pycparser", "pydoc", "setuptools", "trove_classifiers", "typing_extensions", "unittest", "yaml",
    # too large for their little use
    "_pydecimal", "bz2", "concurrent", "lzma", "multiprocessing", "sqlite3", "tkinter",
    # macOS keeps its settings in a format that takes an XML parser
    *(["xml.dom", "xml.etree", "xml.sax"] if sys.platform == "darwin" else ["plistlib", "xml"]),
]  # fmt: skip

# PyInstaller's bootloader loads the interpreter, so no library links it.
_PYTHON = re.compile(r"(lib)?python3.*|Python(3)?", re.IGNORECASE)


def kept_binaries(entries: list[Entry]) -> list[Entry]:
    """Return Python's extensions, the plugins named above, and all libraries that these link, directly or not."""
    kept = {_name(place): source for place, source, kind in entries if _is_root(place, kind)}
    there = {_name(place): source for place, source, kind in entries if kind == "BINARY" and not _is_the_systems(place)}
    found = dict(kept)
    while found:
        found = {name: there[name] for name in linked_by(list(found.values())) & there.keys() - kept.keys()}
        kept |= found
    return [entry for entry in entries if _name(entry[0]) in kept]


def kept_data(entries: list[Entry], binaries: list[Entry]) -> list[Entry]:
    """Return the data without links to files that are left out, and frameworks that are; of Qt's words only our own.

    Those are the words of Qt's dialogs in the languages that ship, English aside, which is in the libraries.
    A framework of macOS keeps all that is its own: without its links and its Info.plist it cannot be signed.
    """
    kept = {_name(place) for place, _, _ in binaries}
    frameworks = {_framework(place) for place, _, _ in binaries}

    own_words = {f"qtbase_{language}.qm" for language in languages.shipped() if language != languages.SOURCE}

    def stays(place: str, source: str, kind: str) -> bool:
        if "translations" in PurePath(place).parts:
            return _name(place) in own_words
        if framework := _framework(place):
            return framework in frameworks
        return kind != "SYMLINK" or _name(source) in kept

    return [entry for entry in entries if stays(*entry)]


def _framework(place: str) -> PurePath | None:
    return next((folder for folder in PurePath(place).parents if folder.suffix == ".framework"), None)


def _name(place: str) -> str:
    name = PurePath(place).name
    return name.lower() if sys.platform == "win32" else name


def _is_root(place: str, kind: str) -> bool:
    path = PurePath(place)
    if kind == "EXTENSION":
        return True
    if "plugins" in path.parts:
        chosen = PLUGINS.get(path.parent.name, set())
        return "*" in chosen or path.stem.removeprefix("lib") in chosen
    return _PYTHON.fullmatch(path.name) is not None


def _is_the_systems(place: str) -> bool:
    path = PurePath(place)
    if "plugins" in path.parts:
        return True  # named above, or unwanted
    return sys.platform == "linux" and len(path.parts) == 1 and not path.name.startswith(TRAVELLING)


def linked_by(files: list[str]) -> set[str]:
    """Return the names of the libraries that these files link directly."""
    if sys.platform == "linux":
        told = subprocess.run(["readelf", "--dynamic", *files], capture_output=True, text=True, check=True)  # noqa: S607  (binutils)
        return set(re.findall(r"\(NEEDED\).*\[(.+)\]", told.stdout))
    from PyInstaller.depend.bindepend import get_imports  # type: ignore[import-untyped]  # noqa: PLC0415  (reads PE, Mach-O)

    return {_name(found) for file in files for found, _ in get_imports(file)}
