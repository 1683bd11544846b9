"""How check-ins are called: by their day, and by a number where one day has several."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.gui.services.locale import format_day

translate = QCoreApplication.translate


def names_of(check_ins: Sequence[CheckIn]) -> dict[str, str]:
    """Return a name for each id; `check_ins` stand newest first, and the oldest of a day is its number 1.

    A check-in does not know its time of day.
    """
    left = Counter(check_in.started for check_in in check_ins)
    is_shared = {day for day, count in left.items() if count > 1}
    names = {}
    for check_in in check_ins:
        day = check_in.started
        name = format_day(day)
        if day in is_shared:
            name = translate("HistoryView", "{day}, number {number}").format(day=name, number=left[day])
        names[check_in.id] = name
        left[day] -= 1
    return names
