"""Draws the app's icon, one SVG, in every size that a system needs: python -m tools.release.icons DIR."""

import shutil
import sys
from pathlib import Path

from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICON = Path(__file__).parents[2] / "resources" / "icons" / "app.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_NAME = "evolve-desktop"


def draw(size: int, target: Path) -> Path:
    """Draw the icon as a PNG of `size` pixels and return its path."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(ICON)).render(painter)
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target)):
        raise OSError(target)
    return target


def for_the_executable(work: Path) -> str | None:
    """Return the icon of a Windows or macOS executable; PyInstaller converts it to the format of the system."""
    return None if sys.platform == "linux" else str(draw(1024 if sys.platform == "darwin" else 256, work / "app.png"))


def hicolor(folder: Path) -> None:
    """Fill a folder share/icons/hicolor: the SVG, and a PNG of each size."""
    for size in SIZES:
        draw(size, folder / f"{size}x{size}" / "apps" / f"{_NAME}.png")
    scalable = folder / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ICON, scalable / f"{_NAME}.svg")


if __name__ == "__main__":
    hicolor(Path(sys.argv[1]))
