"""Everything that follows language and country: the translation, dates and times, the usual paper."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt, QTime, QTranslator
from PySide6.QtWidgets import QApplication

from evolve_desktop.checkin.page_plan import Paper

_LETTER_COUNTRIES = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)  # the Unicode CLDR's list of territories with US Letter


def install_translator(app: QApplication, language: str, translations: Path) -> QTranslator | None:
    """Translate the window by `evolve_<language>.qm` and turn it right to left if the language is written so.

    `language` is a BCP 47 tag. Returns None if there is no such file: the window then speaks the source's English.
    Dates and times still follow the system.
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
    """Return a date in words, as the system writes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def format_time(moment: datetime | QTime) -> str:
    """Return the time of day, as the system writes it."""
    time = moment if isinstance(moment, QTime) else QTime(moment.hour, moment.minute)
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def default_paper(locale: QLocale) -> Paper:
    """Return Letter for the locales that use it, A4 for all others."""
    is_imperial = locale.measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if is_imperial else paper_of_territory(QLocale.territoryToCode(locale.territory()))


def paper_of_territory(code: str) -> Paper:
    """Return the usual paper of a country, by its two letters."""
    return Paper.LETTER if code in _LETTER_COUNTRIES else Paper.A4
