"""The libraries of the bundle: complete but for the system's own; with less data Qt still sorts and tells the time."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaged.program import FOLDER

pytestmark = [
    pytest.mark.packaged,
    pytest.mark.skipif(sys.platform != "linux", reason="looks at the libraries of Linux"),
]

INSIDE = FOLDER / "_internal"
# What every desktop has, or a package that resources/system_packages.txt names: glibc, C++, X11, Wayland, OpenGL, fonts
# (which read XML with the same expat as Debian's Python), D-Bus, printing.
SYSTEM = {
    "ld-linux", "libc", "libdl", "libm", "libpthread", "librt", "libgcc_s", "libstdc++", "libz",
    "libX11", "libX11-xcb", "libxcb", "libwayland-client", "libwayland-cursor", "libwayland-egl",
    "libEGL", "libGL", "libexpat", "libfontconfig", "libfreetype", "libdbus-1", "libcups",
}  # fmt: skip
ASK_QT = """
from functools import cmp_to_key
from PySide6.QtCore import QCollator, QDateTime, QLocale, QTimeZone
for language in ("en", "de"):
    order = cmp_to_key(QCollator(QLocale(language)).compare)
    print(sorted(["zebra", "Zug", "Äpfel", "apfel", "éclair", "o", "ö"], key=order))
summer = QDateTime.fromSecsSinceEpoch(1782000000)
print(QTimeZone(b"Europe/Berlin").displayName(summer, QTimeZone.NameType.LongName, QLocale("en")))
print(QTimeZone.windowsIdToDefaultIanaId(b"W. Europe Standard Time"), QLocale("de").toUpper("straße"))
"""


def libraries() -> list[Path]:
    """Return the libraries of the folder, each once."""
    return [file for file in INSIDE.rglob("*.so*") if not file.is_symlink()]


def test_each_library_finds_what_it_links_in_the_bundle_or_in_every_desktop() -> None:
    there = {file.name for file in INSIDE.rglob("*.so*")}
    told = subprocess.run(
        ["readelf", "--dynamic", *libraries()],  # noqa: S607  (binutils)
        capture_output=True,
        text=True,
        check=True,
    )
    needed = set(re.findall(r"\(NEEDED\).*\[(.+)\]", told.stdout))
    assert {name for name in needed - there if re.split(r"\.so|-x86|-aarch", name)[0] not in SYSTEM} == set()


def test_no_library_looks_for_others_where_it_was_built() -> None:
    told = subprocess.run(
        ["readelf", "--dynamic", FOLDER / "evolve-desktop", *libraries()],  # noqa: S607  (binutils)
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.findall(r"\((?:RUNPATH|RPATH)\).*\[(.*)\]", told.stdout)
    assert {folder for folders in found for folder in folders.split(":") if not folder.startswith("$ORIGIN")} == set()


def test_qt_answers_the_same_with_the_smaller_data_of_the_bundle() -> None:
    (small,) = [file for file in libraries() if file.name.startswith("libicudata")]

    def ask(**more: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, **more}
        asking = [sys.executable, "-c", ASK_QT]
        return subprocess.run(asking, env=environment, capture_output=True, text=True, check=True)

    whole, smaller = ask(), ask(LD_PRELOAD=str(small))
    assert small.stat().st_size < 4_000_000
    assert (smaller.stdout, smaller.stderr) == (whole.stdout, whole.stderr)
