"""Cards, and a card with a heading, sentences and buttons."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import OnClick, button, heading, label, shape_card

Button = tuple[str, str, OnClick]
"""The text, the object name, and the slot of a click."""


class Card(QFrame):
    """A frame with a role that the style sheet knows (`card`, `hint`, `notice`); `body` is its layout."""

    def __init__(self, role: str = "card") -> None:
        super().__init__()
        self.body = shape_card(self, role, QVBoxLayout(self))

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the end."""
        for widget in widgets:
            self.body.addWidget(widget)


def button_row(buttons: Sequence[Button]) -> FlowLayout:
    """Return the buttons side by side, in as many rows as they need."""
    row = FlowLayout()
    for text, name, on_click in buttons:
        row.addWidget(button(text, name, on_click))
    return row


def action_card(title: str, sentences: Sequence[str], buttons: Sequence[Button]) -> tuple[QFrame, QVBoxLayout]:
    """Return the card and its layout, which may take more."""
    card = Card()
    card.add(heading(title), *map(label, sentences))
    card.body.addLayout(button_row(buttons))
    return card, card.body
