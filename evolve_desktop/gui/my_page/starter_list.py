"""The sentences to start from, which My page offers beside its fields."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.widgets.buttons import ToolButton, WrappedButton
from evolve_desktop.gui.widgets.disclosure import Disclosure
from evolve_desktop.gui.widgets.dynamic_list import DynamicList
from evolve_desktop.gui.widgets.flow_layout import column


class StarterList(QWidget):
    """Offers sentences behind a quiet button; hidden if there are none. `use` is called with the chosen one."""

    def __init__(self, name: str, title: str, use: Callable[[str], None]) -> None:
        super().__init__()
        self._use = use
        self._list = DynamicList()
        self._body = Disclosure(name, title, self._list)
        column(self, self._body)

    def show_sentences(self, sentences: Mapping[str, str]) -> None:
        """Offer these sentences, by object name."""
        self._list.show_widgets({name: partial(self._make, name, text) for name, text in sentences.items()})
        self.setVisible(bool(sentences))

    def _make(self, name: str, text: str) -> WrappedButton:
        button = ToolButton()
        button.setText("+")
        starter = WrappedButton(button, name, text)  # the sentence alone is its name: with another it is heard twice
        button.setAccessibleDescription(self.tr("Use this sentence"))
        starter.clicked.connect(partial(self._use, text))
        return starter
