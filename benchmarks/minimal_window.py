"""The least that could be bundled with the same libraries: an empty window, which loads none that it does not need."""

import sys

from PySide6.QtWidgets import QApplication, QWidget

app = QApplication(["minimal"])
window = QWidget()
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
