"""Dates and times as the person's own system writes them."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime


def written_day(day: date) -> str:
    """Return a date in words."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def written_time(moment: datetime) -> str:
    """Return the time of day."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
