"""The only place that knows where bundled files are: beside the package in a checkout, inside it elsewhere."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of bundled files, the same for a checkout, a wheel and the executables."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def content_pack(language: str = "en") -> Path:
    """Return the folder of the content pack that ships with the app."""
    return resources() / "content" / language
