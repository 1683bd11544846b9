"""The language of the window, and the way it is written: those of the content that it shows."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication


def speak(app: QApplication, language: str, translations: Path) -> QTranslator | None:
    """Take the words of the window from `evolve_<language>.qm`, where there is one; the English of the source if not.

    `language` is a BCP 47 tag. Dates and times still follow the system. Return what was loaded, None where nothing was.
    """
    locale = QLocale(language)
    if locale.textDirection() is Qt.LayoutDirection.RightToLeft:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    translator = QTranslator(app)
    if not translator.load(locale, "evolve", "_", str(translations)):
        return None
    app.installTranslator(translator)
    return translator
