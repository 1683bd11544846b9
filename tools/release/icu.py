"""Reduces the 32 MB of data of Qt's ICU to the parts that Qt uses: sorting, time zones and the names of encodings."""

import re
import shutil
import subprocess
from pathlib import Path, PurePath

from tools.release.bundle import Entry

# A language without data of its own is sorted by the rules of `root`; Qt's dates and numbers never come from ICU.
_TREES = ("", "coll", "zone")
_KEPT = re.compile(
    r"(root|en|en_US|pool|res_index|icuver|icustd|supplementalData|metadata|likelySubtags|keyTypeData|langInfo"
    r"|numberingSystems|plurals|currencyNumericCodes|ucadata|tzdbNames|zoneinfo64|timezoneTypes|metaZones|windowsZones"
    r"|cnvalias|uemoji|ulayout|nfkc|nfkc_cf|uts46)\.(res|icu|nrm)"
)
_TOOLS = {"icupkg": "icu-devtools", "objcopy": "binutils", "ld": "binutils"}


def smaller(entry: Entry, work: Path) -> Entry:
    """Return the entries with ICU's data replaced by a smaller library, which is made in the folder `work`."""
    place, source, kind = entry
    is_data = PurePath(place).name.startswith("libicudata")
    return (place, str(_trimmed(Path(source), work)), kind) if is_data else entry


def _trimmed(library: Path, work: Path) -> Path:
    for tool, package in _TOOLS.items():
        if shutil.which(tool, path=_path()) is None:
            raise SystemExit(f"{tool} is not there. On Debian: apt install {package}")
    (work / "small").mkdir(parents=True, exist_ok=True)
    version = library.suffixes[-1].removeprefix(".")
    data = work / f"icudt{version}l.dat"
    _run("objcopy", "--output-target=binary", "--only-section=.rodata", str(library), str(data))
    names = _run("icupkg", "--list", str(data)).split()
    (work / "removed.txt").write_text("\n".join(name for name in names if not _is_kept(name)), encoding="ascii")
    small = work / "small" / data.name  # ICU finds its items by this name, too
    _run("icupkg", "--remove", str(work / "removed.txt"), str(data), str(small))
    small.rename(work / "small.dat")
    return _linked(work, library.name, f"icudt{version}_dat")


def _linked(work: Path, name: str, symbol: str) -> Path:
    """Make a library from work/small.dat with the one symbol that ICU looks for."""
    _run("ld", "--relocatable", "--format=binary", "--output=small.o", "small.dat", at=work)
    section = [".data=.rodata,alloc,load,readonly,data,contents", "--set-section-alignment=.data=16"]
    _run("objcopy", "--rename-section", *section, "small.o", at=work)
    _run("objcopy", f"--redefine-sym=_binary_small_dat_start={symbol}", "--strip-unneeded",
         f"--keep-symbol={symbol}", "small.o", at=work)  # fmt: skip
    _run("ld", "--shared", f"--soname={name}", "-z", "noexecstack", f"--output={name}", "small.o", at=work)
    return work / name


def _is_kept(item: str) -> bool:
    tree, _, name = item.rpartition("/")
    return tree in _TREES and _KEPT.fullmatch(name) is not None


def _path() -> str:
    return "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"  # Debian keeps icupkg in sbin


def _run(tool: str, *arguments: str, at: Path | None = None) -> str:
    command = [str(shutil.which(tool, path=_path())), *arguments]
    return subprocess.run(command, cwd=at, check=True, capture_output=True, text=True).stdout
