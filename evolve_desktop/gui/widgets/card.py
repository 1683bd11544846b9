"""A card with a heading, sentences, and buttons for what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import card_frame, heading, label

Button = tuple[str, str, Callable[[], None]]
"""The words, the object name, and what a click does."""


def button_row(buttons: Sequence[Button]) -> FlowLayout:
    """Return the buttons side by side, in as many rows as they need."""
    row = FlowLayout()
    for words, name, do in buttons:
        button = QPushButton(words)
        button.setObjectName(name)
        button.clicked.connect(do)
        row.addWidget(button)
    return row


def action_card(title: str, sentences: Sequence[str], buttons: Sequence[Button]) -> tuple[QFrame, QVBoxLayout]:
    """Return the card and its layout, which may take more."""
    frame, body = card_frame("card")
    body.addWidget(heading(title))
    for sentence in sentences:
        body.addWidget(label(sentence))
    body.addLayout(button_row(buttons))
    return frame, body
