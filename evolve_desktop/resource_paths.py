"""Paths of the bundled files: beside the package in a checkout, inside it elsewhere; no other module knows them."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of bundled files in a checkout, a wheel or an executable."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def content_pack(language: str = "en") -> Path:
    """Return the folder of the content pack that ships with the app."""
    return resources() / "content" / language


def fonts() -> Path:
    """Return the folder of the typeface in which the article and the paper are set: TTF files, one a cut."""
    return resources() / "fonts"
