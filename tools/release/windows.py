"""Writes the properties of the Windows executable: name, version, copyright."""

from pathlib import Path

from evolve_desktop import __version__

_FORM = """VSVersionInfo(
    ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, OS=0x40004, fileType=0x1),
    kids=[
        StringFileInfo([StringTable('080904B0', [{strings}])]),
        VarFileInfo([VarStruct('Translation', [0x0809, 1200])]),
    ],
)
"""


def version_resource(work: Path) -> str:
    """Write the resource as a text for PyInstaller, and return its path."""
    numbers = (*(int(part) for part in __version__.split(".")), 0, 0, 0)[:4]
    told = {
        "CompanyName": "Evolve Desktop contributors",
        "FileDescription": "Evolve Desktop",
        "FileVersion": __version__,
        "InternalName": "evolve-desktop",
        "LegalCopyright": "Copyright (c) 2026 the Evolve Desktop contributors. MIT license.",
        "OriginalFilename": "evolve-desktop.exe",
        "ProductName": "Evolve Desktop",
        "ProductVersion": __version__,
    }
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in told.items())
    target = work / "version.txt"
    target.write_text(_FORM.format(numbers=numbers, strings=strings), encoding="utf-8")
    return str(target)
