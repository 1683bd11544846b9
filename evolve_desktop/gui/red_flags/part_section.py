"""One of the three parts of the red flags, to read or to hide; parts two and three begin hidden."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from evolve_desktop.checkin.guidance import NEXT_PART, Guidance, guide
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import About, Pack
from evolve_desktop.content.red_flags import FlagPart, Step, StepUp
from evolve_desktop.gui.red_flags.flag_card import FlagCard, FlagReplyRow
from evolve_desktop.gui.red_flags.panel import Collapsible, Panel, RedFlagNavigation, badge, part_button, step_line
from evolve_desktop.gui.red_flags.unsafe_panel import UnsafePanel
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.labels import card_frame, heading, label


class StepUpCard(Panel):
    """Stands apart from the next steps, so that it stays for as long as its answer counts."""

    def __init__(self, step_up: StepUp, onward: FlagPart, session: Session, ways: RedFlagNavigation) -> None:
        """Take the question, and the part it may lead to."""
        super().__init__()
        self._onward = onward.tier
        self._row = FlagReplyRow(step_up.id, step_up.question, session)
        self._then = label(step_up.then)
        self._button = part_button(onward, f"{step_up.id}-onward", ways)
        frame, inside = card_frame("card")
        question = label(step_up.question, "lead")
        set_buddy(question, self._row.choices)
        for widget in (question, self._row, self._then, self._button):
            inside.addWidget(widget)
        self.hold(frame)

    def refresh(self, guidance: Guidance) -> None:
        """Show the reply, and the way on where it leads on."""
        self._row.refresh(guidance)
        for widget in (self._then, self._button):
            widget.setVisible(self._onward in guidance.suggested)


class NextSteps(Panel):
    """Steps, words to use, and signs; a word with the therapist is left out where it may not be safe."""

    def __init__(self, part: FlagPart, about: About) -> None:
        """Build a label for each line."""
        super().__init__()
        self._about = about
        self._shown: list[tuple[Step, QWidget]] = []
        frame, self._inside = card_frame("hint")
        frame.setObjectName(f"next-{part.tier.value}")
        text = part.what_next
        self._inside.addWidget(heading(text.title, "strong", level=3))
        self._inside.addWidget(label(text.intro))
        self._add(text.steps, "• {}")
        self._scripts = text.scripts
        self._scripts_label = label(text.scripts_label, "strong")
        self._inside.addWidget(self._scripts_label)
        self._add(text.scripts, "{}")
        self._add(text.signs, "• {}")
        self.hold(frame)

    def refresh(self, guidance: Guidance) -> None:
        """Show the lines that may stand."""
        for step, widget in self._shown:
            widget.setVisible(guidance.may_show(step))
        self._scripts_label.setVisible(any(map(guidance.may_show, self._scripts)))

    def _add(self, steps: Iterable[Step], form: str) -> None:
        for step in steps:
            widget = step_line(step, form, self._about)
            self._inside.addWidget(widget)
            self._shown.append((step, widget))


class PartContent(Panel):
    """The lines stand first and what they open below them, but for the choices directly under "unsafe"."""

    def __init__(self, part: FlagPart, pack: Pack, session: Session, ways: RedFlagNavigation) -> None:
        """Build a card for each line; what they open is built when it is first shown."""
        super().__init__()
        below = Panel()
        below.setAccessibleName(part.what_next.title)
        show_next = partial(ways.reveal, below)
        lines: list[Panel] = []
        for flag in part.flags:
            lines.append(FlagCard(flag, part, session, badge=badge(flag, pack.about), show_next=show_next))
            if flag.unsafe:
                lines.append(_unsafe(pack, session, ways))
        steps = partial(NextSteps, part, pack.about)
        opened = [Collapsible(steps, lambda now: part.tier in now.advising, part.what_next.title)]
        if part.step_up and part.tier in NEXT_PART:
            step_up, onward = part.step_up, pack.red_flags.part(NEXT_PART[part.tier])
            question = partial(StepUpCard, step_up, onward, session, ways)
            opened.insert(0, Collapsible(question, lambda now: step_up in now.step_ups, step_up.question))
        below.hold(*opened)
        self.hold(*lines, below)
        self._guided = (*lines, *opened)

    def refresh(self, guidance: Guidance) -> None:
        """Show the replies and what they open."""
        for widget in self._guided:
            widget.refresh(guidance)


def _unsafe(pack: Pack, session: Session, ways: RedFlagNavigation) -> Collapsible:
    build = partial(UnsafePanel, pack, session, ways)
    return Collapsible(build, lambda now: now.unsafe_is_open, pack.red_flags.unsafe.intro)


class PartSection(Panel):
    """The title, the content note and the button always stand; the lines come and go with the button."""

    def __init__(self, part: FlagPart, pack: Pack, session: Session, ways: RedFlagNavigation) -> None:
        """Build what always stands."""
        super().__init__()
        self._part = part
        self._pack = pack
        self._session = session
        self._is_read = not part.content_note
        self._button = QPushButton()
        self._button.setObjectName(f"show-part-{part.tier.value}")
        self._button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(lambda: self._read(is_read=not self._is_read))
        self.setFocusProxy(self._button)
        self._lines = Collapsible(partial(PartContent, part, pack, session, ways), lambda _: self._is_read)
        note = [label(part.content_note)] if part.content_note else []
        self.hold(heading(part.title), *note, self._button, self._lines)

    def open(self) -> None:
        """Show the lines."""
        self._read(is_read=True)

    def refresh(self, guidance: Guidance) -> None:
        """Show the lines or hide them, and say on the button what it does."""
        show = self._part.show_label or self.tr("Show this part")
        text = self.tr("Hide this part") if self._is_read else show
        self._button.setText(text)
        self._button.setAccessibleName(f"{text}: {self._part.title}")
        self._lines.refresh(guidance)

    def _read(self, *, is_read: bool) -> None:
        self._is_read = is_read
        self.refresh(guide(self._pack.red_flags, self._session.check_in))
