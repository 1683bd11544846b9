"""The base of every panel of the red flags page, a collapsible one, and small parts that several of them share."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import msgspec
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from evolve_desktop.checkin.red_flag_guidance import Guidance
from evolve_desktop.content.red_flags import FlagPart, OrdinaryLine, Tier
from evolve_desktop.gui.widgets.announcements import say
from evolve_desktop.gui.widgets.focus import put_in_tab_order
from evolve_desktop.gui.widgets.labels import button, label, shape_card
from evolve_desktop.gui.widgets.text_layout import text_column

Shown = TypeVar("Shown")


class RedFlagNavigation(msgspec.Struct, frozen=True, kw_only=True):
    """`to_part` opens a part, `to_help` the help lines, `open_in` the next steps in the row of a flag.

    `on_opened` gets the widgets that may have opened in a row, so that they scroll into view.
    """

    to_part: Callable[[Tier], None]
    to_help: Callable[[], None]
    open_in: Callable[[str], None]
    on_opened: Callable[[Sequence[QWidget]], None]


class GuidancePanel(QWidget):
    """A part of the red flags page."""

    def refresh(self, guidance: Guidance) -> None:
        """Make the panel equal to the session; for most, the guidance says all that is needed."""

    def set_content(self, *widgets: QWidget, spacing: int = 14) -> None:
        """Lay these widgets out under each other, each as wide as there is room, and ask none how narrow it may be."""
        text_column(self, *widgets, spacing=spacing)

    def hold_card(self, *widgets: QWidget, kind: str = "card", name: str = "") -> None:
        """Lay these widgets out in a card with this object name."""
        card = QFrame()
        card.setObjectName(name)
        shape_card(card, kind, text_column(card, *widgets))
        self.set_content(card)


class Collapsible(GuidancePanel, Generic[Shown]):
    """Holds one panel while there is something to show, built anew when that changes: no old word stays in it, hidden.

    `shows` returns the content, or None for no panel. When an answer opens it, `spoken` is said and `on_opened` called.
    """

    def __init__(
        self,
        build: Callable[[Shown], GuidancePanel],
        shows: Callable[[Guidance], Shown | None],
        spoken: Callable[[Shown], str] = lambda _: "",
        on_opened: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._build = build
        self._shows = shows
        self._spoken = spoken
        self._on_opened = on_opened
        self._shown: Shown | None = None
        self._content: GuidancePanel | None = None
        self._layout = text_column(self, spacing=0)
        self.hide()

    def refresh(self, guidance: Guidance) -> None:
        """Show the panel or remove it."""
        shown = self._shows(guidance)
        if shown != self._shown:
            self._remove()
            self._shown = shown
        if shown is None:
            self.hide()
            return
        if self._content is None:
            self._content = self._build(shown)
            self._layout.addWidget(self._content)
            put_in_tab_order(self)
            if self.isVisible():
                self._content.show()  # at once, not with the next event
        self._content.refresh(guidance)
        if self.isHidden():
            around = self.parentWidget()
            self._layout.setEnabled(around is not None and around.isVisible())  # else it is laid out for no size
            if around is not None and (row := around.layout()) is not None:
                self.resize(row.contentsRect().width(), self.height())  # as wide as it will be, not as it was made
            self.show()
            self._layout.setEnabled(True)
            if self.isVisible() and self.updatesEnabled():  # else an earlier answer is being shown, which is not news
                say(self, self._spoken(shown))
                self._on_opened()

    def _remove(self) -> None:
        if self._content is not None:
            self._content.hide()
            self._layout.removeWidget(self._content)
            self._content.setParent(None)
            self._content.deleteLater()
            self._content = None


def ordinary_line(line: OrdinaryLine) -> QLabel:
    """Return a line that is no red flag on its own, with the note that balances it."""
    return label(f"• {line.text} {line.note}".strip(), selectable=True)


def part_button(part: FlagPart, name: str, navigation: RedFlagNavigation) -> QPushButton:
    """Return the button that opens a part."""
    return button(part.show_label or part.title, name, lambda: navigation.to_part(part.tier), narrow=True)
