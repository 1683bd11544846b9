"""First sentences to take over into a field of one's own words."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.buttons import WrappedButton
from evolve_desktop.gui.widgets.dynamic_list import ChangingList
from evolve_desktop.gui.widgets.labels import label


class StarterList(QWidget):
    """Offers sentences under a quiet heading, and nothing at all where there are none."""

    def __init__(self, title: str, use: Callable[[str], None]) -> None:
        """Take the heading, and what to do with the sentence that is chosen."""
        super().__init__()
        self._use = use
        self._list = ChangingList()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label(title, "quiet-heading"))
        layout.addWidget(self._list)

    def show_sentences(self, sentences: Mapping[str, str]) -> None:
        """Offer these sentences, each under an object name."""
        self._list.show_widgets({name: partial(self._make, name, text) for name, text in sentences.items()})
        self.setVisible(bool(sentences))

    def _make(self, name: str, text: str) -> WrappedButton:
        button = QToolButton()
        button.setText("+")
        starter = WrappedButton(button, name, text)
        button.setAccessibleName(self.tr("Use: {sentence}").format(sentence=text))
        starter.clicked.connect(partial(self._use, text))
        return starter
