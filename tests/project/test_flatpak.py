"""The manifest of the Flatpak: no network, no home, every source by its checksum."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tools.release import flatpak


@pytest.fixture
def manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "evolve-desktop-1.2.3-linux-x86_64.tar.xz").write_bytes(b"packed")
    return flatpak.write(tmp_path)


def read(manifest: Path) -> dict[str, Any]:  # JSON
    return dict(json.loads(manifest.read_text(encoding="utf-8")))


def test_it_reaches_no_network_and_no_folder_of_the_person(manifest: Path) -> None:
    rights = set(read(manifest)["finish-args"])
    assert rights == {"--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri", "--socket=cups"}


def test_every_source_has_its_checksum(manifest: Path) -> None:
    (source,) = [source for module in read(manifest)["modules"] for source in module["sources"]]
    assert source["sha256"] == hashlib.sha256((manifest.parent / source["path"]).read_bytes()).hexdigest()


def test_its_name_is_that_of_the_description(manifest: Path, checkout: Path) -> None:
    described = (checkout / "packaging/linux/evolve-desktop.metainfo.xml.in").read_text(encoding="utf-8")
    assert f"<id>{read(manifest)['id']}</id>" in described
    assert manifest.stem == read(manifest)["id"]


@pytest.mark.skipif(shutil.which("flatpak-builder") is None, reason="not installed here: flatpak-builder")
def test_flatpak_builder_understands_it(manifest: Path) -> None:
    shown = subprocess.run(
        ["flatpak-builder", "--show-manifest", manifest],  # noqa: S607  (the one that the system has)
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.returncode == 0, shown.stderr
    assert json.loads(shown.stdout)["command"] == "evolve-desktop"
