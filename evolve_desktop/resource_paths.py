"""Paths of the bundled files: beside the package in a checkout, inside it elsewhere; no other module knows them."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of bundled files in a checkout, a wheel or an executable."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def content_packs() -> Path:
    """Return the folder of all content packs that ship with the app, one folder a language."""
    return resources() / "content"


def package() -> Path:
    """Return the folder of the package itself."""
    return _PACKAGE


def app_icon() -> Path:
    """Return the app's icon, an SVG file."""
    return resources() / "icons" / "app.svg"


def desktop_entry() -> Path:
    """Return the entry for the menus of Linux desktops."""
    inside = _PACKAGE / "resources" / "evolve-desktop.desktop"
    return inside if inside.is_file() else _PACKAGE.parent / "packaging" / "linux" / inside.name


def content_pack(language: str = "en") -> Path:
    """Return the folder of the content pack that ships with the app."""
    return content_packs() / language


def compiled_pack(folder: Path) -> Path | None:
    """Return where the build puts the quick copy of a pack; None for a pack that does not ship with the app."""
    return resources() / "compiled" / f"{folder.name}.msgpack" if folder.parent == resources() / "content" else None


def fonts() -> Path:
    """Return the folder of the typeface in which the article and the paper are set: TTF files, one a cut."""
    return resources() / "fonts"
