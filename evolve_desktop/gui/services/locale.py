"""The language of the window, and the way it is written: those of the content that it shows."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt, QTime, QTranslator
from PySide6.QtWidgets import QApplication

from evolve_desktop.checkin.page_plan import Paper


def install_translator(app: QApplication, language: str, translations: Path) -> QTranslator | None:
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


def format_day(day: date) -> str:
    """Return a date in words."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def format_time(moment: datetime) -> str:
    """Return the time of day."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


_OF_LETTERS = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)  # the Unicode CLDR's list of territories with US Letter


def default_paper(locale: QLocale) -> Paper:
    """Return Letter in and around the Americas, as the system's own list has it, and A4 elsewhere."""
    territory = QLocale.territoryToCode(locale.territory())
    is_imperial = locale.measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if is_imperial or territory in _OF_LETTERS else Paper.A4
