"""How check-ins are called: by their day; where one day has several, with the time or else a number."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDateTime

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.check_in_id import begun_at
from evolve_desktop.gui.services.localization import format_day, format_time

translate = QCoreApplication.translate


class CheckInNames(Mapping[str, str]):
    """A name for each id, written when it is asked for: thousands of days would take a while.

    `check_ins` stand newest first, and the oldest of a day is its number 1. Two are equal if they name the same ids in
    the same order by the same days.
    """

    def __init__(self, check_ins: Sequence[CheckIn]) -> None:
        self._days = {check_in.id: check_in.started for check_in in check_ins}
        self._of_day: defaultdict[date, list[CheckIn]] = defaultdict(list)
        for check_in in reversed(check_ins):
            self._of_day[check_in.started].append(check_in)
        self._names: dict[str, str] = {}

    def __getitem__(self, check_in_id: str) -> str:
        """Return the name of a check-in."""
        if check_in_id not in self._names:
            day = self._days[check_in_id]
            self._names |= _names_of_day(day, self._of_day[day])
        return self._names[check_in_id]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids, the newest first."""
        return iter(self._days)

    def __len__(self) -> int:
        """Return the number of check-ins."""
        return len(self._days)

    def __eq__(self, other: object) -> bool:
        """Compare ids and days: no name has to be written for that."""
        return isinstance(other, CheckInNames) and list(self._days.items()) == list(other._days.items())

    __hash__ = None  # type: ignore[assignment]  # as every mapping


def name_of(check_in: CheckIn, check_ins: Sequence[CheckIn]) -> str:
    """Return the name of one check-in among others, which may hold it or not."""
    of_day = [other for other in check_ins if other.started == check_in.started]
    if all(other.id != check_in.id for other in of_day):
        of_day.append(check_in)
    return CheckInNames(sorted(of_day, key=lambda one: one.order)[::-1])[check_in.id]


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
