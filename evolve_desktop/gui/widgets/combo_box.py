"""A combo box that the mouse wheel scrolls past and never changes; it asks for a text when that comes into view."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QListView, QSizePolicy, QWidget

from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import label

_NO_INDEX = QModelIndex()


class _Choices(QAbstractListModel):
    """Texts by id; a text is asked for when it is shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ids: tuple[str, ...] = ()
        self.texts: Mapping[str, str] = {}
        self._is_hidden = False

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Hold other texts."""
        self.beginResetModel()
        self.ids, self.texts = tuple(texts), texts
        self.endResetModel()

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Hide the texts inside the `with`."""
        self._is_hidden = True
        try:
            yield
        finally:
            self._is_hidden = False

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of texts; a text has no rows of its own."""
        return 0 if parent.isValid() or self._is_hidden else len(self.ids)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the text of a row."""
        return self.texts[self.ids[index.row()]] if role == Qt.ItemDataRole.DisplayRole else None


class ComboBox(QComboBox):
    """Shows texts for ids; `activated` is emitted when the person chooses, never by `show_choices`."""

    def __init__(self, name: str, accessible_name: str) -> None:
        super().__init__()
        self._choices = _Choices(self)
        self.setModel(self._choices)
        lines = self.view()
        if isinstance(lines, QListView):
            lines.setUniformItemSizes(True)  # else Qt measures each of thousands of texts
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)

    @property
    def chosen(self) -> str:
        """The chosen id; empty if there is none."""
        index = self.currentIndex()
        return self._choices.ids[index] if index >= 0 else ""

    def show_choices(self, choices: Mapping[str, str], chosen: str) -> None:
        """Offer these texts by id, with `chosen` selected, or the first if there is no such id."""
        if self._choices.texts != choices:
            self._choices.show_texts(choices)
        self.setCurrentIndex(self._choices.ids.index(chosen) if chosen in choices else 0)

    def choose(self, chosen: str) -> None:
        """Choose this id as the person would, if it is offered and not chosen already."""
        if chosen != self.chosen and chosen in self._choices.ids:
            self.setCurrentIndex(self._choices.ids.index(chosen))
            self.activated.emit(self.currentIndex())

    def sizeHint(self) -> QSize:
        """Return the size, which no text decides: Qt would look at every one of them all the same."""
        with self._choices.hidden():
            return super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return half of the preferred width: on a narrow page the texts may be cut, not the page."""
        with self._choices.hidden():
            hint = super().minimumSizeHint()
        return QSize(hint.width() // 2, hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that nothing is chosen by accident."""
        event.ignore()


def labelled(words: str, chooser: ComboBox) -> QWidget:
    """Return the combo box with a label before it."""
    row = QWidget()
    layout = FlowLayout(row)
    name = label(words, "strong")
    name.setWordWrap(False)
    name.setBuddy(chooser)
    layout.addWidget(name)
    layout.addWidget(chooser)
    return row


def labelled_rows(rows: Sequence[tuple[str, ComboBox]]) -> QWidget:
    """Return combo boxes below each other, each with a label before it."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(2, 1)
    for number, (words, chooser) in enumerate(rows):
        name = label(words, "strong")
        name.setBuddy(chooser)
        grid.addWidget(name, number, 0)
        grid.addWidget(chooser, number, 1)
    return holder
