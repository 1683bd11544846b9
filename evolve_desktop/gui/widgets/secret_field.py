"""A field for a passphrase, hidden unless the person wants to see it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.check_box import CheckBox
from evolve_desktop.gui.widgets.line_edit import LineEdit
from evolve_desktop.gui.widgets.texts import label


class SecretField(QWidget):
    """A labelled line; `entered` follows Return, `edited` every change of the text."""

    entered = Signal()
    edited = Signal()

    def __init__(self, name: str, words: str) -> None:
        """Take the object name of the line, and the words before it."""
        super().__init__()
        self._line = LineEdit()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setObjectName(name)
        self._line.setAccessibleName(words)
        self._line.returnPressed.connect(self.entered)
        self._line.textChanged.connect(self.edited)
        show = CheckBox(self.tr("Show what I type"), f"{name}-show")
        show.setAccessibleName(f"{show.text()}: {words}")
        show.toggled.connect(self._on_show)
        title = label(words, "strong")
        title.setBuddy(self._line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (title, self._line, show):
            layout.addWidget(widget)
        self.setFocusProxy(self._line)

    @property
    def text(self) -> str:
        """What is typed."""
        return self._line.text()

    def explain(self, sentence: str) -> None:
        """Take the focus, so that a sentence is said together with the line; an empty one is no longer said."""
        self._line.explain(sentence)

    def clear(self) -> None:
        """Forget what was typed."""
        self._line.forget()

    def _on_show(self, shown: bool) -> None:  # noqa: FBT001  (Qt's signal)
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
