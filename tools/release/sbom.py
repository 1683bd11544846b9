"""Writes the list of parts of the executables, as CycloneDX 1.6: python -m tools.release.sbom DIST."""

import json
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import metadata, requires
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from evolve_desktop import __version__
from tools.release import linux_files, sbom_parts
from tools.release.sbom_parts import Found

_NOT_BUNDLED = {"pycparser"}  # cffi needs it only to read C
_PIN = re.compile(r"^([\w-]+)==([\w.]+)", re.MULTILINE)


def write(dist: Path) -> Path:
    """Write dist/release/evolve-desktop-VERSION.cdx.json and return its path."""
    text = listed(dist)
    if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise ValueError(fault)
    target = linux_files.handed_out(dist) / f"evolve-desktop-{__version__}.cdx.json"
    target.write_text(text, encoding="utf-8")
    return target


def listed(dist: Path) -> str:
    """Return the list, in which nothing differs between two runs."""
    told = json.loads(JsonV1Dot6(_bom(dist)).output_as_string())
    return json.dumps(told, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _bom(dist: Path) -> Bom:
    """Return the app, what it needs directly, and what each part of these needs or has inside."""
    app = sbom_parts.component("evolve-desktop", __version__, "MIT", kind=ComponentType.APPLICATION)
    bom = Bom(
        serial_number=uuid5(NAMESPACE_URL, f"evolve-desktop {__version__} {linux_files.moment()}"),
        metadata=BomMetaData(component=app, timestamp=datetime.fromtimestamp(linux_files.moment(), UTC)),
    )
    found = Found.read(dist)
    packages = _packages(found)
    parts = [sbom_parts.qt(found), sbom_parts.python(found), sbom_parts.starter(), *sbom_parts.typefaces(found)]
    debians = sbom_parts.debian_packages(found)
    for part in (*packages.values(), *parts, *debians):
        bom.components.add(part)
    qt, python = parts[:2]
    bom.register_dependency(app, [*packages.values(), *parts])
    for name, package in packages.items():
        needed = [packages[other] for other in _needed_by(name) if other in packages]
        bom.register_dependency(package, [*needed, *package.components, *([qt] if name.startswith("pyside6") else [])])
    bom.register_dependency(qt, [*qt.components, *debians])
    bom.register_dependency(python, debians)
    sbom_parts.add_crates(bom, packages["typst"])
    return bom


def _packages(found: Found) -> dict[str, Component]:
    """Return the packages pinned in requirements/run.txt, each with its licence, its files and what it has inside."""
    pinned = (linux_files.ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    packages = {}
    for name, version in _PIN.findall(pinned):
        if name not in _NOT_BUNDLED:
            told = metadata(name)
            licence = next(told[field] for field in ("License-Expression", "License") if field in told)
            purl = PackageURL("pypi", None, name, version)
            inside: Iterable[Component] = [*sbom_parts.inside(name), *found.files_of(name)]
            packages[name] = sbom_parts.component(name, version, licence, purl=purl, components=inside)
    return packages


def _needed_by(name: str) -> list[str]:
    """Return the names of the packages that a package needs here."""
    wanted = [Requirement(line) for line in requires(name) or []]
    return [canonicalize_name(one.name) for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
