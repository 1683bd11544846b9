"""The passphrase or the recovery code, asked for."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.buttons import CheckBox
from evolve_desktop.gui.widgets.labels import label, show_text
from evolve_desktop.gui.widgets.line_fields import SecretField

_SHORTEST_WAIT = 0.2


class UnlockBox(QWidget):
    """`tried` follows Return or the button; after wrong ones the button rests for a while, and says so."""

    tried = Signal()

    def __init__(self, name: str) -> None:
        """Take the beginning of the object names."""
        super().__init__()
        self._field = SecretField(f"{name}-secret", self.tr("Passphrase"))
        self._field.entered.connect(self._on_try)
        self._code = CheckBox(self.tr("This is the recovery code"), f"{name}-is-code")
        self._problem = label("", "strong")
        self._problem.setObjectName(f"{name}-problem")
        self._open = QPushButton(self.tr("Open"))
        self._open.setObjectName(f"{name}-open")
        self._open.setProperty("primary", True)  # noqa: FBT003  (Qt's own order)
        self._open.clicked.connect(self._on_try)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._on_rested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._field, self._code, self._problem, self._open):
            layout.addWidget(widget)
        self._problem.hide()
        self.setFocusProxy(self._field)

    @property
    def secret(self) -> str:
        """What was typed."""
        return self._field.text

    @property
    def is_code(self) -> bool:
        """Whether it is the recovery code."""
        return self._code.isChecked()

    def show_problem(self, sentence: str, wait: float = 0) -> None:
        """Say why it did not open, and go back to the field; the next try has to wait for so many seconds."""
        self._tell(sentence)
        if self.isVisible():  # there are two of these, and a person may have gone on
            self._field.setFocus()
        if wait > _SHORTEST_WAIT:
            self._open.setEnabled(False)
            self._open.setText(self.tr("Open again in {seconds} s").format(seconds=round(wait + 0.5)))
            self._rest.start(round(wait * 1000))

    def clear(self) -> None:
        """Forget what was typed."""
        self._field.clear()
        self._code.setChecked(False)
        self._tell("")

    def _tell(self, problem: str) -> None:
        show_text(self._problem, problem)
        self._field.explain(problem)

    def _on_try(self) -> None:
        if self._open.isEnabled():
            self.tried.emit()

    def _on_rested(self) -> None:
        self._open.setEnabled(True)
        self._open.setText(self.tr("Open"))
