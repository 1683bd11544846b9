"""The smallest program to bundle with the same libraries: an empty window that loads only those it needs."""

import sys

from PySide6.QtWidgets import QApplication, QWidget

app = QApplication(["minimal"])
window = QWidget()
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
