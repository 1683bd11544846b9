"""Where nothing is kept yet: what keeping means, and the two ways to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from evolve_desktop.content.app_text import KeepingText
from evolve_desktop.gui.keeping.new_passphrase import NewPassphrase
from evolve_desktop.gui.widgets.labels import box, label, link_button


class KeepForm(QWidget):
    """`keep_wanted` follows either way; `passphrase` is empty for the one without, `with_code` asks for a code."""

    keep_wanted = Signal()

    def __init__(self, text: KeepingText) -> None:
        """Take what is said about keeping."""
        super().__init__()
        self.passphrase = ""
        self._new = NewPassphrase("keep-passphrase")
        self._new.entered.connect(self._on_keep)
        keep = QPushButton(self.tr("Keep, locked with this passphrase"))
        keep.setObjectName("keep-locked")
        keep.setProperty("primary", True)  # noqa: FBT003  (Qt's own order)
        keep.clicked.connect(self._on_keep)
        frame, body = box("card")
        for sentence in text.what:
            body.addWidget(label(f"• {sentence}"))
        body.addWidget(label(text.lost, "strong"))
        for sentence in (text.shared, text.watched):
            body.addWidget(label(sentence, "muted"))
        for widget in (self._new, keep):
            body.addWidget(widget)
        body.addWidget(label(text.open_file, "muted"))
        body.addWidget(link_button(self.tr("Keep without a passphrase"), "keep-open", self._on_keep_open))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    @property
    def with_code(self) -> bool:
        """Whether a recovery code is wanted."""
        return bool(self.passphrase) and self._new.with_code

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase = ""
        self._new.clear()

    def _on_keep(self) -> None:
        if self._new.can_be_used():
            self.passphrase = self._new.text
            self.keep_wanted.emit()

    def _on_keep_open(self) -> None:
        self.passphrase = ""
        self.keep_wanted.emit()
