"""One red flag: its text, the row of replies, and its source."""

from collections.abc import Callable

from evolve_desktop.checkin.check_in import FlagReply
from evolve_desktop.checkin.red_flag_guidance import Guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.red_flags import FlagPart, RedFlag
from evolve_desktop.gui.red_flags.guidance_panel import GuidancePanel
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.labels import label, link_button


class FlagReplyRow(GuidancePanel):
    """*No, Not sure, Yes* and, set apart, *Skip*; `question` is the accessible name of `choices`."""

    def __init__(self, flag_id: str, question: str, session: Session) -> None:
        super().__init__()
        self._id = flag_id
        self._session = session
        choices = [
            (FlagReply.NO, self.tr("No")),
            (FlagReply.NOT_SURE, self.tr("Not sure")),
            (FlagReply.YES, self.tr("Yes")),
            (FlagReply.SKIP, self.tr("Skip")),
        ]
        self.choices = ChoiceRow(flag_id, question, choices, apart=1)
        self.choices.chosen.connect(self._on_chosen)
        self.set_content(self.choices)

    def refresh(self, guidance: Guidance) -> None:  # noqa: ARG002  (the reply is in the session)
        """Show the reply."""
        self.choices.show_value(self._session.check_in.flags.get(self._id))

    def _on_chosen(self) -> None:
        value = self.choices.value
        self._session.flag(self._id, value if isinstance(value, FlagReply) else None)


class FlagCard(GuidancePanel):
    """A card that links to the next steps of its part, by `show_next`, once its flag is raised."""

    def __init__(
        self, flag: RedFlag, part: FlagPart, session: Session, *, badge: str, show_next: Callable[[], None]
    ) -> None:
        super().__init__()
        self._flag = flag
        self._tier = part.tier
        self._session = session
        self._row = FlagReplyRow(flag.id, flag.text, session)
        self._next = link_button(part.what_next.title, f"{flag.id}-next", show_next)
        text = label(flag.text, "lead")
        set_buddy(text, self._row.choices)
        note = [label(flag.note, "muted")] if flag.note else []
        self.hold_card(text, *note, self._row, self._next, label(badge, "small"))

    def refresh(self, guidance: Guidance) -> None:
        """Show the reply, and the link if the flag is raised."""
        self._row.refresh(guidance)
        is_raised = self._session.check_in.is_raised(self._flag.id)
        self._next.setVisible(is_raised and self._tier in guidance.advising)
