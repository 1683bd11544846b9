"""Decides in which row the next steps stand: they are shown once, however many lines are raised."""

from collections.abc import Mapping

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.red_flag_guidance import Caution, Guidance
from evolve_desktop.content.red_flags import FlagPart, RedFlagCheck, Tier


class OpenRows:
    """Follows the answers: next steps that are open in a row stay there while other lines of the part are raised.

    The next steps of part three move into another part's row if an answer there opens them too, and every next step
    moves into the row where the person asks for it.
    """

    def __init__(self, check: RedFlagCheck) -> None:
        self._parts = {flag.id: part for part in check.parts for flag in part.flags}
        self._unsafe = next((flag.id for part in check.parts for flag in part.flags if flag.unsafe), "")
        self._first: dict[Tier, str] = {}
        self._stop = ""
        self._known: frozenset[str] = frozenset()
        self._opens: Mapping[str, Tier] = {}
        self._asked: frozenset[Tier] = frozenset()

    def follow(self, guidance: Guidance, check_in: CheckIn) -> None:
        """Take note of the present answers."""
        self._opens = guidance.opens
        asked = [part for part in self._parts.values() if part.step_up in guidance.step_ups]
        self._asked = frozenset(part.tier for part in asked)
        for tier in Tier:
            rows = [row for row in guidance.raised if self._parts[row].tier is tier and row != self._unsafe]
            if self._first.get(tier) not in rows:
                self._first[tier] = rows[0] if rows else ""
        causes = self._causes(guidance, asked, check_in)
        if guidance.caution is Caution.DANGER:
            self._follow_stop(causes)
        else:
            self._stop = ""
        self._known = frozenset(causes)

    def steps_in(self, flag_id: str) -> Tier | None:
        """Return the part whose next steps stand in this row, or None."""
        tier = self._opens.get(flag_id)
        if tier is None or flag_id != (self._stop or self._first[tier]):
            return None
        return tier

    def asks_in(self, flag_id: str) -> bool:
        """Whether the question that may lead on to another part stands in this row."""
        tier = self._parts[flag_id].tier
        return tier in self._asked and self._first[tier] == flag_id

    def steps_elsewhere(self, flag_id: str) -> Tier | None:
        """Return the part whose next steps this row opens too, if they stand in another row."""
        return None if self.steps_in(flag_id) else self._opens.get(flag_id)

    def open_in(self, flag_id: str) -> None:
        """Have the next steps stand in this row."""
        if self._stop:
            self._stop = flag_id
        else:
            self._first[self._parts[flag_id].tier] = flag_id

    def _causes(self, guidance: Guidance, asked: list[FlagPart], check_in: CheckIn) -> dict[str, str]:
        """Return the row of each answer that opens something, the gravest first."""
        causes = {"unsafe": self._unsafe} if guidance.help_lines_at_once else {}
        raised = [row for row in guidance.opens if self._parts[row].tier is Tier.STOP]
        causes |= {row: row for row in raised}
        led = [part for part in asked if part.step_up and check_in.is_raised(part.step_up.id)]
        causes |= {f"step-up {part.tier}": self._first[part.tier] for part in led}
        return causes | {row: row for row in guidance.opens if row not in raised}

    def _follow_stop(self, causes: Mapping[str, str]) -> None:
        new = [row for cause, row in causes.items() if cause not in self._known]
        is_elsewhere = bool(new and self._stop) and self._parts[new[0]].tier is not self._parts[self._stop].tier
        if self._stop not in self._opens or is_elsewhere:
            self._stop = next(iter((*new, *causes.values())))
