"""Says in the window's language what a room below the window has said in English."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale

from evolve_desktop.errors import said


def localized(told: object) -> str:
    """Return the sentence, or that of the error, in the window's language; a text of another origin stays as it is."""
    text = told if isinstance(told, str) else str(told)
    return said(text, partial(QCoreApplication.translate, "Errors"), _number)


def _number(value: int) -> str:
    return QLocale().toString(value)
