"""How check-ins are called: by their day; where one day has several, with the time or else a number."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDateTime

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.check_in_id import begun_at
from evolve_desktop.gui.services.locale import format_day, format_time

translate = QCoreApplication.translate


def names_of(check_ins: Sequence[CheckIn]) -> dict[str, str]:
    """Return a name for each id; `check_ins` stand newest first, and the oldest of a day is its number 1."""
    days: defaultdict[date, list[CheckIn]] = defaultdict(list)
    for check_in in reversed(check_ins):
        days[check_in.started].append(check_in)
    names = {id_: name for day, group in days.items() for id_, name in _names_of_day(day, group).items()}
    return {check_in.id: names[check_in.id] for check_in in check_ins}


def name_of(check_in: CheckIn, check_ins: Sequence[CheckIn]) -> str:
    """Return the name of one check-in among others, which may hold it or not."""
    of_day = [other for other in check_ins if other.started == check_in.started]
    if all(other.id != check_in.id for other in of_day):
        of_day.append(check_in)
    return names_of(sorted(of_day, key=lambda one: one.order)[::-1])[check_in.id]


def _names_of_day(day: date, check_ins: Sequence[CheckIn]) -> dict[str, str]:
    """Return a name for each check-in of one day, which all have a time or all a number."""
    name = format_day(day)
    if len(check_ins) == 1:
        return {check_ins[0].id: name}
    times = [_time(check_in) for check_in in check_ins]
    if all(times) and max(Counter(times).values()) == 1:
        timed = translate("HistoryView", "{day}, {time}")
        return {one.id: timed.format(day=name, time=time) for one, time in zip(check_ins, times, strict=True)}
    numbered = translate("HistoryView", "{day}, number {number}")
    return {one.id: numbered.format(day=name, number=number) for number, one in enumerate(check_ins, start=1)}


def _time(check_in: CheckIn) -> str:
    """Return the time at which a check-in was begun, empty if that is not known, or its day was another one here."""
    milliseconds = begun_at(check_in.id)
    if milliseconds is None:
        return ""
    moment = QDateTime.fromMSecsSinceEpoch(milliseconds)
    return format_time(moment.time()) if moment.date().toPython() == check_in.started else ""
