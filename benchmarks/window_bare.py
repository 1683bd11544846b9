"""The smallest window that could show the same: a text browser with the article, and 20 check boxes."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from benchmarks.first_paint import Painted

ARTICLE = Path(__file__).parent.parent / "resources" / "content" / "en" / "article.md"

app = QApplication([])
window = QWidget()
browser = QTextBrowser()
browser.setMarkdown(ARTICLE.read_text(encoding="utf-8"))
boxes = QVBoxLayout()
for number in range(20):
    boxes.addWidget(QCheckBox(f"Line {number}"))
layout = QHBoxLayout(window)
layout.addWidget(browser)
layout.addLayout(boxes)
window.resize(1280, 800)
Painted(window)
window.show()
app.exec()
