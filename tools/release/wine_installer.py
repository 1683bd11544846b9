"""Makes the installer of Windows by NSIS, installs with it under Wine, and removes the app again."""

import subprocess
import time
from pathlib import Path

from evolve_desktop import __version__
from tools.release.wine import Wine

_KEYS = (
    r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\evolve-desktop",
    r"HKCU\Software\Classes\evolve-desktop.backup",
    r"HKCU\Software\Classes\.evolve",
)
_PATIENCE = 120


def install_and_remove(wine: Wine, source: Path) -> str:
    """Install for one person, check the app there, remove it, and return a sentence; what was kept has to stay."""
    (source / "dist" / "release").mkdir(exist_ok=True)
    making = ["makensis", "-V1", "-DFOR_WINE", f"-DVERSION={__version__}", "packaging/windows/installer.nsi"]
    subprocess.run(making, cwd=source, check=True)
    (setup,) = (source / "dist" / "release").glob("*-windows-setup.exe")
    wine.run([setup, "/S"], source)
    programs = wine.local / "Programs" / "evolve-desktop"
    wine.run([programs / "evolve-desktop.exe", "--self-check"], source)
    for key in _KEYS:
        wine.run(["reg", "query", key], source)
    kept, own = wine.local / "evolve-desktop" / "check-ins" / "kept", programs / "a file of the person's own"
    for file in (kept, own):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    wine.run([programs / "uninstall.exe", "/S"], source)
    _wait_until_gone(programs / "uninstall.exe")
    keys = [key for key in _KEYS if "Unable" not in wine.run(["reg", "query", key], source, may_fail=True)]
    if keys or not kept.is_file() or list(programs.iterdir()) != [own]:
        raise SystemExit(f"the app was not removed cleanly: {keys}, {sorted(programs.rglob('*'))}, {kept.exists()}")
    return "the installer put the app in its place, and took all of it away again but what was kept"


def _wait_until_gone(file: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while file.exists():  # it goes on in a copy of itself
        if time.monotonic() > end:
            raise SystemExit(f"{file} does not go")
        time.sleep(1)
