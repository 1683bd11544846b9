"""Has the desktop open what was saved here; nothing of it is remembered, and nothing goes to the network."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

translate = QCoreApplication.translate


def open_file(path: Path) -> str:
    """Open a file with the program that the desktop has for it; return why that failed, or an empty string."""
    if not path.exists():
        return translate("Desktop", "{name} is not in {folder} any more.").format(
            name=path.name, folder=name_of_folder(path)
        )
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return ""
    return translate("Desktop", "This computer has no program here that opens {name}. It is in {folder}.").format(
        name=path.name, folder=path.parent
    )


def show_folder(path: Path) -> str:
    """Show the folder that a file is in; return why that failed, or an empty string."""
    if path.parent.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
        return ""
    return translate("Desktop", "This computer did not show the folder. It is {folder}.").format(folder=path.parent)


def name_of_folder(path: Path) -> str:
    """Return the name of the folder that a file is in, as one says it; of the topmost folder, its path."""
    return path.parent.name or str(path.parent)
