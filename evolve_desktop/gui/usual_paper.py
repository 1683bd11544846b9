"""The size of paper that is usual where the person lives."""

from PySide6.QtCore import QLocale

from evolve_desktop.checkin.page_plan import Paper

_OF_LETTERS = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)  # the Unicode CLDR's list of territories with US Letter


def usual_paper(locale: QLocale) -> Paper:
    """Return Letter in and around the Americas, as the system's own list has it, and A4 elsewhere."""
    territory = QLocale.territoryToCode(locale.territory())
    is_imperial = locale.measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if is_imperial or territory in _OF_LETTERS else Paper.A4
