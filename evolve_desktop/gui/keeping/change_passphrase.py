"""Setting, changing or removing the passphrase of check-ins that are kept already."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from evolve_desktop.gui.keeping.new_passphrase import NewPassphrase
from evolve_desktop.gui.widgets.labels import box, heading, label, link_button


class ChangePassphrase(QWidget):
    """Sets or changes the passphrase; `change` is called with it and with whether a recovery code is wanted."""

    def __init__(self, change: Callable[[str, bool], None], remove: Callable[[], None]) -> None:
        """Take what the two buttons do."""
        super().__init__()
        self._change = change
        self._new = NewPassphrase("new-passphrase")
        self._new.entered.connect(self._on_change)
        self._remove = link_button(self.tr("Keep without a passphrase from now on"), "remove-passphrase", remove)
        button = QPushButton(self.tr("Use this passphrase from now on"))
        button.setObjectName("change-passphrase")
        button.clicked.connect(self._on_change)
        frame, body = box("card")
        body.addWidget(heading(self.tr("Passphrase")))
        body.addWidget(label(self.tr("A new passphrase takes the place of the old one, and of its recovery code.")))
        for widget in (self._new, button, self._remove):
            body.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_sealed(self, *, is_sealed: bool) -> None:
        """Offer to remove the passphrase only where there is one."""
        self._remove.setVisible(is_sealed)

    def clear(self) -> None:
        """Forget what was typed."""
        self._new.clear()

    def _on_change(self) -> None:
        if self._new.can_be_used():
            self._change(self._new.text, self._new.with_code)
