"""Check-ins in the order in which they were begun: one more, one changed, one less."""

from evolve_desktop.checkin.answers import CheckIn


def with_check_in(check_ins: tuple[CheckIn, ...], check_in: CheckIn) -> tuple[CheckIn, ...]:
    """Return them with this one: in the place of the one with its id, or at the end."""
    if all(other.id != check_in.id for other in check_ins):
        return (*check_ins, check_in)
    return tuple(check_in if other.id == check_in.id else other for other in check_ins)


def without(check_ins: tuple[CheckIn, ...], check_in_id: str) -> tuple[CheckIn, ...]:
    """Return them without the one of this id; the same where there is none."""
    return tuple(other for other in check_ins if other.id != check_in_id)
