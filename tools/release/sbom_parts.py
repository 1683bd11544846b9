"""The parts of the executables one by one: their licences, their files with checksums, and what is inside them."""

import json
import platform
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import distribution, metadata
from pathlib import Path
from typing import Any  # JSON

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from packageurl import PackageURL
from PySide6.QtCore import qVersion

_FOLDERS = {"pyside6-essentials": "PySide6/", "pynacl": "nacl/", "cffi": "_cffi_backend"}
_QT = ("PySide6/Qt/", "libQt6", "libicu")
_FILE = re.compile(r"^file _internal/(\S+) \d+ ([0-9a-f]{64})$", re.MULTILINE)
_SYSTEM_LIBRARY = re.compile(r"lib[^/]+\.so[^/]*")
# What stands in the files of others, by "Licenses Used in Qt" and by PyNaCl's own list.
_IN_QT = {
    "HarfBuzz": "MIT",
    "ICU": "Unicode-3.0",
    "MD4C": "MIT",
    "PCRE2": "BSD-3-Clause",
    "double-conversion": "BSD-3-Clause",
    "libpng": "libpng-2.0",
}
_INSIDE = {"pynacl": {"libsodium": "ISC"}}


@dataclass(frozen=True, slots=True)
class Found:
    """The files of the folder, by their places in `_internal`, each with its SHA-256."""

    sums: dict[str, str]

    @classmethod
    def read(cls, dist: Path) -> "Found":
        """Read the manifest of a build."""
        return cls(dict(_FILE.findall((dist / "manifest.txt").read_text(encoding="utf-8"))))

    def files_of(self, package: str) -> list[Component]:
        """Return the files of a Python package."""
        start = _FOLDERS.get(package, f"{package}/")
        return self.files(place for place in self.sums if place.startswith(start) and not place.startswith(_QT))

    def files(self, places: Iterable[str]) -> list[Component]:
        """Return each file as a part with its checksum."""
        return [
            Component(name=place, type=ComponentType.FILE, bom_ref=f"file:{place}", hashes=[_sha256(self.sums[place])])
            for place in sorted(places)
        ]


def component(  # noqa: PLR0913  (what a list of parts tells of each)
    name: str,
    version: str | None,
    licence: str,
    *,
    kind: ComponentType = ComponentType.LIBRARY,
    purl: PackageURL | None = None,
    components: Iterable[Component] = (),
) -> Component:
    """Return a part with one licence, an SPDX expression or a name."""
    return Component(
        name=name,
        version=version,
        type=kind,
        licenses=[LicenseFactory().make_from_string(licence)],
        purl=purl,
        bom_ref=str(purl) if purl else f"{name}@{version or 'unknown'}",
        components=components,
    )


def inside(package: str) -> list[Component]:
    """Return the libraries that a Python package holds in its binary."""
    return [component(name, None, licence) for name, licence in _INSIDE.get(package, {}).items()]


def qt(found: Found) -> Component:
    """Return Qt with its files, and with the libraries inside these."""
    files = found.files(place for place in found.sums if place.startswith(_QT))
    parts = [component(name, None, licence) for name, licence in _IN_QT.items()]
    return component("Qt", qVersion(), "LGPL-3.0-only", kind=ComponentType.FRAMEWORK, components=[*parts, *files])


def python(found: Found) -> Component:
    """Return the interpreter with its library and extensions."""
    files = found.files(place for place in found.sums if place.startswith(("libpython", "python3", "base_library")))
    return component("CPython", platform.python_version(), "PSF-2.0", kind=ComponentType.PLATFORM, components=files)


def starter() -> Component:
    """Return the program at the head of each executable."""
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    return component("PyInstaller bootloader", metadata("pyinstaller")["Version"], licence)


def typefaces(found: Found) -> list[Component]:
    """Return the typefaces with their cuts."""
    kinds = {
        "SourceSerifPro": ("Source Serif Pro", "2.007"),
        "Lato": ("Lato", "1.104"),
        "IBMPlexSansArabic": ("IBM Plex Sans Arabic", "1.101"),
        "Amiri": ("Amiri", "1.002"),
    }
    return [
        component(
            name,
            version,
            "OFL-1.1",
            kind=ComponentType.DATA,
            components=found.files(place for place in found.sums if re.search(rf"/fonts/(\w+/)*{start}-", place)),
        )
        for start, (name, version) in kinds.items()
    ]


def debian_packages(found: Found) -> list[Component]:
    """Return the Debian packages of the system's libraries; none if the build machine is not a Debian."""
    names = [
        name for name in found.sums if _SYSTEM_LIBRARY.fullmatch(name) and not name.startswith(("libpython", *_QT))
    ]
    if not names or not Path("/usr/bin/dpkg-query").exists():
        return []
    owned: dict[str, list[str]] = {}
    for line in _output("dpkg-query", "--search", *(f"*/{name}" for name in names)).splitlines():
        owner, _, path = line.partition(": /")
        owned.setdefault(owner.split(":")[0], []).append(Path(path).name)
    return [_debian(package, found.files(set(files) & found.sums.keys())) for package, files in sorted(owned.items())]


def _debian(package: str, files: list[Component]) -> Component:
    version, architecture = _output("dpkg-query", "--show", "--showformat=${Version} ${Architecture}", package).split()
    purl = PackageURL("deb", "debian", package, version, {"arch": architecture})
    return component(package, version, _debian_licence(package), purl=purl, components=files)


def _debian_licence(package: str) -> str:
    """Return the names of the licences in a package's copyright file, in Debian's words."""
    text = Path("/usr/share/doc", package, "copyright").read_text(encoding="utf-8")
    names = re.findall(r"^License: *(\S.*)$", text, re.MULTILINE)
    return ", ".join(dict.fromkeys(names)) or f"see /usr/share/doc/{package}/copyright"


def add_crates(bom: Bom, typst: Component) -> None:
    """Add what the list of parts in typst's own metadata names: its Rust crates, and what each of them needs."""
    lists = [file for file in distribution("typst").files or [] if "sboms" in file.parts and file.suffix == ".json"]
    for file in lists:
        told = Bom.from_json(_renewed(json.loads(file.read_text())))  # type: ignore[attr-defined]  # made by a decorator
        typst.components.update(told.components)
        bom.dependencies.update(told.dependencies)
        own = told.metadata.component
        direct = next((one for one in told.dependencies if own and one.ref == own.bom_ref), None)
        needed = {one.ref for one in direct.dependencies} if direct else set()
        bom.register_dependency(typst, [crate for crate in told.components if crate.bom_ref in needed])
        if direct:
            bom.dependencies.discard(direct)


def _renewed(told: dict[str, Any]) -> dict[str, Any]:
    """Return a list of parts without the forms of CycloneDX 1.5 that 1.6 calls old."""
    told["metadata"].pop("tools", None)
    for part in told["components"]:
        if author := part.pop("author", None):
            part["authors"] = [{"name": author}]
    return told


def _sha256(content: str) -> HashType:
    return HashType(alg=HashAlgorithm.SHA_256, content=content)


def _output(*command: str) -> str:
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout
