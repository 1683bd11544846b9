"""A button that leads to a part of the red flags."""

from PySide6.QtWidgets import QPushButton, QSizePolicy

from evolve_desktop.content.red_flags import FlagPart
from evolve_desktop.gui.ways import Ways


def part_button(part: FlagPart, name: str, ways: Ways) -> QPushButton:
    """Return the button; `name` is its object name."""
    button = QPushButton(part.show_label or part.title)
    button.setObjectName(name)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    button.clicked.connect(lambda: ways.to_part(part.tier))
    return button
