"""The earlier copies of what is kept: when each was written, how much it holds, and the way back to one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from evolve_desktop.gui.services.locale import format_day, format_time
from evolve_desktop.gui.services.ports import Backup
from evolve_desktop.gui.widgets.dynamic_list import DynamicList
from evolve_desktop.gui.widgets.labels import label


class BackupList(QWidget):
    """Lists copies, newest first; `restore` is called with the name of the one that shall come back."""

    def __init__(self, restore: Callable[[str], None]) -> None:
        """Take what brings a copy back."""
        super().__init__()
        self._restore = restore
        self._none = label(self.tr("There are no earlier copies."), "muted")
        self._list = DynamicList()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._none)
        layout.addWidget(self._list)
        self.hide()

    def show_copies(self, copies: Sequence[Backup]) -> None:
        """Show these."""
        self._list.show_widgets({copy.name: partial(self._row, copy) for copy in copies})
        self._none.setVisible(not copies)
        self.show()

    def _row(self, copy: Backup) -> QWidget:
        row = QWidget()
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 4, 0, 4)
        words = self.tr("{day}, {time}: {holds}").format(
            day=format_day(copy.written.date()), time=format_time(copy.written), holds=self._holds(copy)
        )
        layout.addWidget(label(words))
        if copy.can_be_restored:
            button = QPushButton(self.tr("Bring this one back"))
            button.setObjectName(f"restore-{copy.name}")
            button.setAccessibleName(self.tr("Bring back: {words}").format(words=words))
            button.clicked.connect(lambda: self._restore(copy.name))
            layout.addWidget(button)
        return row

    def _holds(self, copy: Backup) -> str:
        if not copy.can_be_restored:
            return self.tr("it cannot be read")
        if copy.check_ins is None:
            return self.tr("locked")
        return self.tr("%n check-ins", "", copy.check_ins)
