"""The list of backups: when each was written, how much it holds, and a button that restores it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.checkin.text_cleaning import clean
from evolve_desktop.gui.services.localization import format_day, format_time
from evolve_desktop.gui.services.ports import Backup
from evolve_desktop.gui.widgets.dynamic_list import DynamicList
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import button, label


class BackupList(QWidget):
    """Lists backups, newest first, and the names of copies that other programs made; `restore` gets the chosen name."""

    def __init__(self, restore: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("copies")
        self._restore = restore
        self._none = label(self.tr("There are no earlier copies."), "muted")
        self._list = DynamicList()
        column(self, self._none, self._list)
        self.hide()

    def show_backups(self, backups: Sequence[Backup] | None) -> None:
        """Show these backups; None hides the list."""
        self.setVisible(backups is not None)
        if backups is not None:
            self._list.show_widgets({backup.name: partial(self._row, backup) for backup in backups})
            self._none.setVisible(not backups)

    def _row(self, backup: Backup) -> QWidget:
        row = QWidget()
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 4, 0, 4)
        sentence = self.tr("{day}, {time}, {name}: {holds}") if backup.is_copy else self.tr("{day}, {time}: {holds}")
        words = sentence.format(
            day=format_day(backup.written.date()),
            time=format_time(backup.written),
            name=clean(backup.name),
            holds=self._content(backup),
        )
        layout.addWidget(label(words))
        if backup.can_be_restored:
            restore = partial(self._restore, backup.name)
            restoring = button(self.tr("Bring this one back"), f"restore-{backup.name}", restore)
            restoring.setAccessibleName(self.tr("Bring back: {words}").format(words=words))
            layout.addWidget(restoring)
        return row

    def _content(self, backup: Backup) -> str:
        if not backup.can_be_restored:
            return self.tr("it cannot be read")
        if backup.check_ins is None:
            return self.tr("locked")
        return self.tr("%n check-ins", "", backup.check_ins)
