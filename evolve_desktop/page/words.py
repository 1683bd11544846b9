"""Single texts made ready for paper: what a person typed, and a date in words."""

from datetime import date

from evolve_desktop.checkin.text_cleaning import clean
from evolve_desktop.content.page_text import PageText

_BYTE_ORDER_MARK = "\ufeff"  # comes along with pasted text, shows nothing, and has no place in PDF/A


def typed(text: str) -> str:
    """Return what a person typed, without space around it; cleaned again, since a file may be from elsewhere."""
    return clean(text).replace(_BYTE_ORDER_MARK, "").strip()


def written_date(text: PageText, day: date) -> str:
    """Return a date in the words of the pack."""
    written = text.date
    fields = {"{day}": str(day.day), "{month}": text.months[day.month - 1], "{year}": str(day.year)}
    for field, value in fields.items():
        written = written.replace(field, value)
    return written
