"""The compiled copies of the packs, as the build makes them."""

from pathlib import Path

from evolve_desktop import resource_paths
from evolve_desktop.content.compiled import read_compiled
from tools.release.packs import compile_packs


def test_each_pack_is_compiled(tmp_path: Path) -> None:
    content = resource_paths.resources() / "content"
    made = compile_packs(content, tmp_path / "compiled")
    packs = sorted(folder for folder in content.iterdir() if folder.is_dir())
    assert [file.stem for file in sorted(made.iterdir())] == [folder.name for folder in packs]
    assert all(read_compiled(made / f"{folder.name}.msgpack", folder) for folder in packs)
