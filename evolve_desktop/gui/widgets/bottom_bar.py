"""The bar below a page: where one is, and the ways on, of which one is the usual."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.announcements import say
from evolve_desktop.gui.widgets.card import Button
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import button, label, quiet_button, set_role, show_text
from evolve_desktop.gui.widgets.pair_layout import PairLayout

_FEWEST = 24  # characters of the words beside the buttons; with less room they stand above
_BORDERS = 4  # of a label, in pixels


class BottomBar(QFrame):
    """Shows words and buttons, the last of which is the usual way on.

    The result of an action takes the place of the words until they change. `body` is the layout, where a notice
    can be put above them.
    """

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "foot")
        self._words = label("", "muted")
        self._told = label("", "strong")
        self._told.setObjectName("told")
        words = QWidget()
        stacked = QVBoxLayout(words)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.addWidget(self._words)
        stacked.addWidget(self._told)
        ways = QWidget()
        self._row = FlowLayout(ways)
        self._line = QWidget()
        layout = PairLayout(self._line, lambda: _FEWEST * self.fontMetrics().averageCharWidth())
        layout.addWidget(words)
        layout.addWidget(ways)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 5, 20, 5)
        self.body.addWidget(self._line)
        self._told.hide()
        self._keep_room()

    def add_ways(self, quiet: Sequence[Button], usual: Sequence[Button]) -> list[QPushButton]:
        """Add quiet buttons and then usual ones, and return them in this order."""
        made = [quiet_button(*one) for one in quiet] + [button(*one) for one in usual]
        set_role(made[-1], "primary")
        for way in made:
            self._row.addWidget(way)
        return made

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for two lines of words in any text size, so that the bars of all pages are alike."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._keep_room()

    def _keep_room(self) -> None:
        self._line.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + _BORDERS)

    def show_words(self, words: str) -> None:
        """Say where one is; what was told before goes."""
        self._told.hide()
        show_text(self._words, words)

    def tell(self, sentence: str) -> None:
        """Show and say what an action has done; an empty sentence brings the words back."""
        if not sentence and self._told.isHidden():
            return
        show_text(self._told, sentence)
        say(self._told, sentence, near=self.window())
        self._words.setVisible(not sentence and bool(self._words.text()))
