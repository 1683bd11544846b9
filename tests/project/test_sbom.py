"""The list of parts: valid, with licences and checksums, and with the parts that stand inside of others."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LONG
from tools.release import sbom

QT = "PySide6/Qt/lib/libQt6Core.so.6"
SODIUM = "nacl/_sodium.abi3.so"
MANIFEST = f"""file evolve-desktop 10 {"0" * 64}
file _internal/{QT} 20 {"1" * 64}
file _internal/{SODIUM} 30 {"2" * 64}
link _internal/libQt6Core.so.6 -> {QT}
module typst
"""
Part = dict[str, Any]  # JSON

pytestmark = LONG  # it is checked against the whole schema of such lists, which takes two seconds to read


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Part:
    dist = tmp_path_factory.mktemp("dist")
    (dist / "manifest.txt").write_text(MANIFEST, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1800000000")
        written = sbom.write(dist).read_text(encoding="utf-8")
        assert sbom.listed(dist) == written
    read: Part = json.loads(written)
    return read


def part(told: Part, name: str) -> Part:
    (found,) = [one for one in told["components"] if one["name"] == name]
    return dict(found)


def test_every_part_names_its_licence(told: Part) -> None:
    assert {one["name"] for one in told["components"] if not one.get("licenses")} == set()
    assert part(told, "pynacl")["licenses"] == [{"license": {"id": "Apache-2.0"}}]


def test_each_file_stands_in_its_part_with_its_checksum(told: Part) -> None:
    files = {one["name"]: one["hashes"] for one in part(told, "Qt")["components"] if one["type"] == "file"}
    assert files == {QT: [{"alg": "SHA-256", "content": "1" * 64}]}
    assert SODIUM in {one["name"] for one in part(told, "pynacl")["components"]}


def test_what_is_inside_of_others_is_named_there(told: Part) -> None:
    assert {"HarfBuzz", "ICU"} <= {one["name"] for one in part(told, "Qt")["components"]}
    assert "libsodium" in {one["name"] for one in part(told, "pynacl")["components"]}
    crates = part(told, "typst")["components"]
    assert {"typst", "typst-pdf", "rustybuzz"} <= {one["name"] for one in crates}
    assert all(one.get("licenses") for one in crates if one["type"] == "library")


def test_the_graph_leads_from_the_app_to_every_part(told: Part) -> None:
    leads = {one["ref"]: one.get("dependsOn", []) for one in told["dependencies"]}
    reached, new = set[str](), {told["metadata"]["component"]["bom-ref"]}
    while new:
        reached |= new
        new = {ref for one in new for ref in leads.get(one, [])} - reached
    assert {one["bom-ref"] for one in told["components"]} <= reached
    (cffi, qt) = part(told, "cffi")["bom-ref"], part(told, "Qt")["bom-ref"]
    assert cffi in leads[part(told, "pynacl")["bom-ref"]]
    assert qt in leads[part(told, "pyside6-essentials")["bom-ref"]]


def test_nothing_is_told_of_a_package_that_is_not_inside(told: Part, checkout: Path) -> None:
    pinned = (checkout / "requirements" / "run.txt").read_text(encoding="utf-8")
    assert "pycparser==" in pinned
    assert "pycparser" not in {one["name"] for one in told["components"]}
