"""One labelled line for the person's own words, of a bounded length."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.grouping import make_label
from evolve_desktop.gui.widgets.line_edit import LineEdit
from evolve_desktop.gui.widgets.texts import label


class LineField(QWidget):
    """`entered` follows Return, `overfull` every try to write more than the line holds."""

    entered = Signal()
    overfull = Signal()

    def __init__(self, name: str, words: str, longest: int) -> None:
        """Take the object name of the line, the words above it, and how many characters it holds."""
        super().__init__()
        self._line = LineEdit()
        self._line.setMaxLength(longest)
        self._line.setObjectName(name)
        self._line.setAccessibleName(words)
        self._line.returnPressed.connect(self.entered)
        self._line.inputRejected.connect(self.overfull)
        title = label(words, "strong")
        make_label(title, self._line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addWidget(self._line)
        self.setFocusProxy(self._line)

    @property
    def overfull_sentence(self) -> str:
        """What to tell the person when `overfull` is sent."""
        return self.tr("This line holds {count} characters. What is more was left out.").format(
            count=self._line.maxLength()
        )

    @property
    def text(self) -> str:
        """What is in the line."""
        return self._line.text()

    def explain(self, sentence: str) -> None:
        """Take the focus, so that a sentence is said together with the line; an empty one is no longer said."""
        self._line.explain(sentence)

    def show_text(self, text: str) -> None:
        """Make the line say this; Undo brings nothing back of what it said before."""
        self._line.setText(text)
