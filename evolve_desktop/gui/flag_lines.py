"""What a part of the red flags holds: its lines, the question that leads further, and what to do next."""

from functools import partial

from evolve_desktop.checkin.guidance import NEXT_PART, Guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import FlagPart
from evolve_desktop.gui.flag_card import FlagCard
from evolve_desktop.gui.guided import Drawer, Guided
from evolve_desktop.gui.next_box import NextBox
from evolve_desktop.gui.sourced import badge
from evolve_desktop.gui.step_up_box import StepUpBox
from evolve_desktop.gui.unsafe_box import UnsafeBox
from evolve_desktop.gui.ways import Ways


class FlagLines(Guided):
    """The lines stand first and what they open below them, but for the choices directly under "unsafe"."""

    def __init__(self, part: FlagPart, pack: Pack, session: Session, ways: Ways) -> None:
        """Build a card for each line; what they open is built when it is first shown."""
        super().__init__()
        below = Guided()
        below.setAccessibleName(part.what_next.title)
        show_next = partial(ways.reveal, below)
        lines: list[Guided] = []
        for flag in part.flags:
            lines.append(FlagCard(flag, part, session, badge=badge(flag, pack.about), show_next=show_next))
            if flag.unsafe:
                lines.append(_unsafe(pack, session, ways))
        steps = partial(NextBox, part, pack.about)
        opened = [Drawer(steps, lambda now: part.tier in now.advising, part.what_next.title)]
        if part.step_up and part.tier in NEXT_PART:
            step_up, onward = part.step_up, pack.red_flags.part(NEXT_PART[part.tier])
            question = partial(StepUpBox, step_up, onward, session, ways)
            opened.insert(0, Drawer(question, lambda now: step_up in now.step_ups, step_up.question))
        below.hold(*opened)
        self.hold(*lines, below)
        self._guided = (*lines, *opened)

    def refresh(self, guidance: Guidance) -> None:
        """Show the replies and what they open."""
        for widget in self._guided:
            widget.refresh(guidance)


def _unsafe(pack: Pack, session: Session, ways: Ways) -> Drawer:
    build = partial(UnsafeBox, pack, session, ways)
    return Drawer(build, lambda now: now.unsafe_is_open, pack.red_flags.unsafe.intro)
