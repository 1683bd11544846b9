"""Says in the window's language what a package below the window said in English."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale

from evolve_desktop.errors import said

_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


def localized(told: object) -> str:
    """Return the sentence, or that of the error, in the window's language; a text of another origin stays as it is."""
    text = told if isinstance(told, str) else str(told)
    return said(text, partial(QCoreApplication.translate, "Errors"), _number)


def western_digits(text: str) -> str:
    """Return the text with the digits that telephones have: the window and its help lines have one kind only."""
    return text.translate(_WESTERN)


def _number(value: int) -> str:
    """Return a number in groups of three digits, also where no country is known, whose numbers have no groups."""
    locale = QLocale()
    known = QLocale(QLocale.Language.English) if locale.language() is QLocale.Language.C else locale
    return western_digits(known.toString(value))
