"""Names the help lines that a person should look at again: checked too long ago, or from a source that is too old."""

from collections.abc import Callable, Iterator
from datetime import date

from evolve_desktop.content.help_lines import UNDATED, HelpLines
from evolve_desktop.errors import Sentence

_MONTHS_AFTER_CHECK = 6
_MONTHS_AFTER_SOURCE = 60
_MONTHS_OF_DOUBT = 12

_Reasons = Callable[[str, str, date], Iterator[str]]


def find_aged(lines: HelpLines, today: date) -> Iterator[str]:
    """Yield a line for each help line, and each country's emergency numbers, of such an age: id, name, reason.

    A source that says only its year or month is as old as the first day of it. An undated source has no age.
    """
    return _aged(lines, today, _reasons)


def find_doubtful(lines: HelpLines, today: date) -> Iterator[str]:
    """Yield a line for each that is not of such an age yet, but whose source is older than a year."""
    return _aged(lines, today, _doubts)


def _aged(lines: HelpLines, today: date, reasons: _Reasons) -> Iterator[str]:
    for country in (*lines.countries, lines.anywhere):
        numbers = ", ".join(emergency.number for emergency in country.emergency)
        found = reasons(country.emergency_checked_on, country.emergency_source_date, today)
        yield from (
            Sentence("{id}, emergency {numbers}: {reason}", id=country.id, numbers=numbers, reason=reason)
            for reason in found
        )
        for line in country.lines:
            for reason in reasons(line.checked_on, line.source_date, today):
                yield Sentence("{id}, {name}: {reason}", id=line.id, name=line.name, reason=reason)


def _reasons(checked_on: str, source_date: str, today: date) -> Iterator[str]:
    if checked_on and _is_over(date.fromisoformat(checked_on).isoformat(), _MONTHS_AFTER_CHECK, today):
        yield Sentence("was last checked on {day}, more than six months ago", day=str(checked_on))
    if source_date not in {"", UNDATED} and _is_over(source_date, _MONTHS_AFTER_SOURCE, today):
        yield Sentence("its source is of {day}, more than five years ago", day=str(source_date))


def _doubts(checked_on: str, source_date: str, today: date) -> Iterator[str]:
    is_dated = not checked_on and source_date not in {"", UNDATED}
    if is_dated and _is_over(source_date, _MONTHS_OF_DOUBT, today) and not any(_reasons("", source_date, today)):
        yield Sentence(
            "its source is of {day}, more than a year ago, and nobody has checked it since", day=str(source_date)
        )


def _is_over(day: str, months: int, today: date) -> bool:
    """Return whether more than so many months have passed since an ISO day, or the first day of a month or year."""
    year, month, day_of_month = (*map(int, day.split("-")), 1, 1)[:3]
    limit = 12 * year + month + months
    return (limit, day_of_month) < (12 * today.year + today.month, today.day)
