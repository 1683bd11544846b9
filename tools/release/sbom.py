"""Writes the list of parts of the executables, as CycloneDX 1.6: python -m tools.release.sbom DIST."""

import json
import platform
import re
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import metadata
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from PySide6.QtCore import qVersion

from evolve_desktop import __version__
from tools.release import linux_files

Component = dict[str, object]

_NOT_BUNDLED = {"pycparser"}  # cffi needs it only to read C
_TRAVELLED = re.compile(r"^(?:file|link) _internal/(lib[^/ ]+\.so[^/ ]*) \d", re.MULTILINE)


def write(dist: Path) -> Path:
    """Write dist/release/evolve-desktop-VERSION.cdx.json and return its path."""
    told = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid5(NAMESPACE_URL, f"evolve-desktop {__version__} {linux_files.moment()}").urn,
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(linux_files.moment(), UTC).isoformat(),
            "component": _component("application", "evolve-desktop", __version__, "MIT"),
        },
        "components": [*_python_packages(), *_foundations(), *_libraries_of_the_system(dist)],
    }
    target = linux_files.handed_out(dist) / f"evolve-desktop-{__version__}.cdx.json"
    target.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    return target


def _component(kind: str, name: str, version: str, licence: str, purl: str = "") -> Component:
    known: Component = {"type": kind, "bom-ref": purl or f"{name}@{version}", "name": name, "version": version}
    if licence:
        known["licenses"] = [{"expression": licence}]
    return {**known, "purl": purl} if purl else known


def _python_packages() -> list[Component]:
    """Return the packages pinned in requirements/run.txt, each with the licence of its metadata."""
    pinned = (linux_files.ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    found = []
    for name, version in re.findall(r"^([\w-]+)==([\w.]+)", pinned, re.MULTILINE):
        if name not in _NOT_BUNDLED:
            licence = metadata(name)["License-Expression"] or ""
            found.append(_component("library", name, version, licence, f"pkg:pypi/{name}@{version}"))
    return found


def _foundations() -> list[Component]:
    starter = metadata("pyinstaller")["Version"]
    return [
        _component("framework", "Qt", qVersion(), "LGPL-3.0-only"),
        _component("data", "Source Serif Pro", "2.007", "OFL-1.1"),
        _component("data", "Lato", "1.104", "OFL-1.1"),
        _component("data", "IBM Plex Sans Arabic", "1.101", "OFL-1.1"),
        _component("data", "Amiri", "1.002", "OFL-1.1"),
        _component("platform", "CPython", platform.python_version(), "PSF-2.0"),
        _component("library", "PyInstaller bootloader", starter, "GPL-2.0-or-later WITH Bootloader-exception"),
    ]


def _libraries_of_the_system(dist: Path) -> list[Component]:
    """Return the Debian packages of the bundled libraries; none if the build machine is not a Debian."""
    if not Path("/usr/bin/dpkg-query").exists():
        return []
    names = _TRAVELLED.findall((dist / "manifest.txt").read_text(encoding="utf-8"))
    owners = _output("dpkg-query", "--search", *(f"*/{name}" for name in names if not name.startswith("libpython")))
    packages = sorted({line.split(":")[0] for line in owners.splitlines() if ": /" in line})
    form = "${Package} ${Version} ${Architecture}\n"
    told = _output("dpkg-query", "--show", f"--showformat={form}", *packages).split("\n")
    return [_from_debian(*line.split()) for line in told if line]


def _from_debian(name: str, version: str, architecture: str) -> Component:
    purl = f"pkg:deb/debian/{name}@{version.replace('+', '%2B').replace(':', '%3A')}?arch={architecture}"
    return _component("library", name, version, "", purl)


def _output(*command: str) -> str:
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
