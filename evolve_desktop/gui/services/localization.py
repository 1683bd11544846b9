"""Everything that follows language and country: the translation, dates and times, and the usual size of paper."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLibraryInfo, QLocale, QTime, QTranslator
from PySide6.QtWidgets import QApplication

from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.content.window_words import WindowWords
from evolve_desktop.errors import Sentence
from evolve_desktop.gui.widgets.localized import western_digits
from evolve_desktop.languages import SOURCE

_LETTER_COUNTRIES = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)  # the Unicode CLDR's list of territories with US Letter


class WindowLanguage:
    """What is said in the window's language: our words, Qt's own, the direction of writing, dates and numbers.

    `translations` is the folder of our words, `evolve_<language>.qm`.
    """

    def __init__(self, app: QApplication, translations: Path) -> None:
        self._app = app
        self._translations = translations
        self._installed: list[QTranslator] = []

    def speak(self, language: str, words: WindowWords | None = None) -> None:
        """Speak this language (a BCP 47 tag) from now on, by the words of a pack from outside if it has some.

        What nobody has translated stays in the source's English.
        """
        self.forget()
        locale = QLocale(language)
        found = [
            self._loaded(locale, "qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            self._loaded(locale, "evolve", str(self._translations)),
            words and PackTranslator(words, language, self._app),
        ]
        self._installed = [translator for translator in found if translator]
        for translator in self._installed:  # the last one is asked first
            self._app.installTranslator(translator)
        self._app.setLayoutDirection(locale.textDirection())
        _set_default(locale)

    def forget(self) -> None:
        """Speak the source's English."""
        for former in self._installed:
            self._app.removeTranslator(former)
        self._installed = []

    def _loaded(self, locale: QLocale, name: str, folder: str) -> QTranslator | None:
        translator = QTranslator(self._app)
        return translator if translator.load(locale, name, "_", folder) else None


class PackTranslator(QTranslator):
    """Translates by the words that a pack from outside has brought."""

    def __init__(self, words: WindowWords, language: str, parent: QApplication) -> None:
        super().__init__(parent)
        self._words, self._language = words, language

    def isEmpty(self) -> bool:
        """Return that there are words."""
        return False

    def translate(self, context: str, text: str, _comment: str | None = None, n: int = -1) -> str | None:
        """Return the translation of a sentence of the window, or None."""
        found = self._words.say(context, text, self._language, n)
        return found if found != text else None


def _set_default(locale: QLocale) -> None:
    """Write dates and numbers in the window's language, as the person's country does; as before if it is the same."""
    if locale.language() in {QLocale().language(), QLocale.Language.C}:
        return
    system = QLocale.system()
    spoken = QLocale.Language.English if system.language() is QLocale.Language.C else system.language()
    same = locale.language() is spoken
    QLocale.setDefault(system if same else QLocale(locale.language(), locale.script(), system.territory()))


def format_day(day: date) -> str:
    """Return a date in words, as the person's country writes it."""
    return western_digits(QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat))


def format_time(moment: datetime | QTime) -> str:
    """Return the time of day, as the person's country writes it."""
    time = moment if isinstance(moment, QTime) else QTime(moment.hour, moment.minute)
    return western_digits(QLocale().toString(time, QLocale.FormatType.ShortFormat))


def names_of(languages: Iterable[str], translations: Path) -> dict[str, str]:
    """Return what each language calls itself, by its tag."""
    return {language: _name_of(language, translations) for language in languages}


def _name_of(language: str, translations: Path) -> str:
    """Each language translates "English" by its own name."""
    words = QTranslator()
    words.load(f"evolve_{language}", str(translations))
    english = Sentence("English")
    return words.translate("Errors", english) or (
        english if language == SOURCE else QLocale(language).nativeLanguageName()
    )


def default_paper(locale: QLocale) -> Paper:
    """Return Letter for the locales that use it, A4 for all others."""
    is_imperial = locale.measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if is_imperial else paper_of_territory(QLocale.territoryToCode(locale.territory()))


def paper_of_territory(code: str) -> Paper:
    """Return the usual paper of a country, by its two letters."""
    return Paper.LETTER if code in _LETTER_COUNTRIES else Paper.A4
