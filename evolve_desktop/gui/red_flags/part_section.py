"""One of the three parts of the red flags, from its title to its next steps; parts two and three begin hidden."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.red_flag_guidance import NEXT_PART, Guidance, decide_guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import About, Pack
from evolve_desktop.content.red_flags import FlagPart, Step, StepUp
from evolve_desktop.gui.red_flags.flag_card import FlagCard, FlagReplyRow
from evolve_desktop.gui.red_flags.guidance_panel import (
    Collapsible,
    GuidancePanel,
    RedFlagNavigation,
    badge,
    part_button,
    step_line,
)
from evolve_desktop.gui.red_flags.unsafe_panel import UnsafePanel
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.labels import button, heading, label


class PartSection(GuidancePanel):
    """The title, the content note and the button are always shown; the button shows and hides the flags."""

    def __init__(self, part: FlagPart, pack: Pack, session: Session, navigation: RedFlagNavigation) -> None:
        super().__init__()
        self._part = part
        self._pack = pack
        self._session = session
        self._is_open = not part.content_note
        name = f"show-part-{part.tier.value}"
        self._button = button("", name, lambda: self._show(is_open=not self._is_open), narrow=True)
        self.setFocusProxy(self._button)
        self._content = Collapsible(partial(PartContent, part, pack, session, navigation), lambda _: self._is_open)
        note = [label(part.content_note)] if part.content_note else []
        self.set_content(heading(part.title), *note, self._button, self._content)

    def open(self) -> None:
        """Show the flags."""
        self._show(is_open=True)

    def refresh(self, guidance: Guidance) -> None:
        """Show or hide the flags, and name on the button what it does."""
        show = self._part.show_label or self.tr("Show this part")
        text = self.tr("Hide this part") if self._is_open else show
        self._button.setText(text)
        self._button.setAccessibleName(f"{text}: {self._part.title}")
        self._content.refresh(guidance)

    def _show(self, *, is_open: bool) -> None:
        self._is_open = is_open
        self.refresh(decide_guidance(self._pack.red_flags, self._session.check_in))


class PartContent(GuidancePanel):
    """A card for each flag; what they open is below them, but for the choices directly under "unsafe"."""

    def __init__(self, part: FlagPart, pack: Pack, session: Session, navigation: RedFlagNavigation) -> None:
        super().__init__()
        below = GuidancePanel()
        below.setAccessibleName(part.what_next.title)
        show_next = partial(navigation.reveal, below)
        cards: list[GuidancePanel] = []
        for flag in part.flags:
            cards.append(FlagCard(flag, part, session, badge=badge(flag, pack.about), show_next=show_next))
            if flag.unsafe:
                unsafe = partial(UnsafePanel, pack, session, navigation)
                cards.append(Collapsible(unsafe, lambda now: now.unsafe_is_open, pack.red_flags.unsafe.intro))
        steps = partial(NextSteps, part, pack.about)
        opened = [Collapsible(steps, lambda now: part.tier in now.advising, part.what_next.title)]
        if part.step_up and part.tier in NEXT_PART:
            step_up, onward = part.step_up, pack.red_flags.part(NEXT_PART[part.tier])
            question = partial(StepUpCard, step_up, onward, session, navigation)
            opened.insert(0, Collapsible(question, lambda now: step_up in now.step_ups, step_up.question))
        below.set_content(*opened)
        self.set_content(*cards, below)
        self._panels = (*cards, *opened)

    def refresh(self, guidance: Guidance) -> None:
        """Show the replies and what they open."""
        for panel in self._panels:
            panel.refresh(guidance)


class StepUpCard(GuidancePanel):
    """A question that may lead on to another part; apart from the next steps, for it stays while its answer counts."""

    def __init__(self, step_up: StepUp, onward: FlagPart, session: Session, navigation: RedFlagNavigation) -> None:
        super().__init__()
        self._onward = onward.tier
        self._row = FlagReplyRow(step_up.id, step_up.question, session)
        self._then = label(step_up.then)
        self._button = part_button(onward, f"{step_up.id}-onward", navigation)
        question = label(step_up.question, "lead")
        set_buddy(question, self._row.choices)
        self.hold_card(question, self._row, self._then, self._button)

    def refresh(self, guidance: Guidance) -> None:
        """Show the reply, and the button if it leads on."""
        self._row.refresh(guidance)
        for widget in (self._then, self._button):
            widget.setVisible(self._onward in guidance.suggested)


class NextSteps(GuidancePanel):
    """Steps, sentences to use, and signs; a word with the therapist is left out if it may not be safe."""

    def __init__(self, part: FlagPart, about: About) -> None:
        super().__init__()
        text = part.what_next
        steps = self._lines(text.steps, "• {}", about)
        scripts = self._lines(text.scripts, "{}", about)
        signs = self._lines(text.signs, "• {}", about)
        self._scripts = text.scripts
        self._scripts_label = label(text.scripts_label, "strong")
        self._shown = [*steps, *scripts, *signs]
        self.hold_card(
            heading(text.title, "strong", level=3),
            label(text.intro),
            *(widget for _, widget in steps),
            self._scripts_label,
            *(widget for _, widget in (*scripts, *signs)),
            kind="hint",
            name=f"next-{part.tier.value}",
        )

    def refresh(self, guidance: Guidance) -> None:
        """Show the lines that the guidance allows."""
        for step, widget in self._shown:
            widget.setVisible(guidance.may_show(step))
        self._scripts_label.setVisible(any(map(guidance.may_show, self._scripts)))

    @staticmethod
    def _lines(steps: Iterable[Step], form: str, about: About) -> list[tuple[Step, QWidget]]:
        return [(step, step_line(step, form, about)) for step in steps]
