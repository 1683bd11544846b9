"""One red flag: its text, the row of replies, what the answer opens, and its source."""

from collections.abc import Callable, Sequence

from evolve_desktop.checkin.check_in import FlagReply
from evolve_desktop.checkin.red_flag_guidance import Guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.red_flags import RedFlag
from evolve_desktop.gui.red_flags.guidance_panel import GuidancePanel, RedFlagNavigation
from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.announcements import say
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.focus import focus_first, has_focus_inside
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
    """A card with the panels that its answer opens, directly below the replies.

    If next steps stand in another row, `elsewhere` returns their title, and a link with this title has them here.
    """

    def __init__(  # noqa: PLR0913  (each is a piece of the card)
        self,
        flag: RedFlag,
        session: Session,
        *,
        badge: str,
        opened: Sequence[GuidancePanel],
        elsewhere: Callable[[], str],
        navigation: RedFlagNavigation,
    ) -> None:
        super().__init__()
        self._row = FlagReplyRow(flag.id, flag.text, session)
        self._opened = opened
        self._elsewhere = elsewhere
        self._id = flag.id
        self._navigation = navigation
        self._next = link_button("", f"{flag.id}-next", self._on_next)
        self._next.hide()
        text = label(flag.text, "lead")
        set_buddy(text, self._row.choices)
        note = [label(flag.note, "muted")] if flag.note else []
        self.hold_card(text, *note, self._row, *opened, self._next, label(badge, "small"))

    def refresh(self, guidance: Guidance) -> None:
        """Show the reply and what it opens."""
        self._row.refresh(guidance)
        for panel in self._opened:
            panel.refresh(guidance)
        title, was_shown = self._elsewhere(), not self._next.isHidden()
        self._next.setText(title)
        self._next.setVisible(bool(title))
        if title and not was_shown and has_focus_inside(self):
            say(self._next, title)
            self._navigation.on_opened([self._next])

    def _on_next(self) -> None:
        focus_first(self._row)  # the link goes
        self._navigation.open_in(self._id)
