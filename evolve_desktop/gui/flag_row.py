"""The four replies to a red flag or to a question that leads further."""

from evolve_desktop.checkin.check_in import FlagReply
from evolve_desktop.checkin.guidance import Guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.guided import Guided
from evolve_desktop.gui.widgets.choice_row import ChoiceRow


class FlagRow(Guided):
    """*No, Not sure, Yes* and, set apart, *Skip*; `choices` is what the question names."""

    def __init__(self, flag_id: str, question: str, session: Session) -> None:
        """Take the id to answer, and the question for screen readers."""
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
        self.hold(self.choices)

    def refresh(self, guidance: Guidance) -> None:  # noqa: ARG002  (a reply stands in the answers themselves)
        """Show the reply."""
        self.choices.show_value(self._session.check_in.flags.get(self._id))

    def _on_chosen(self) -> None:
        value = self.choices.value
        self._session.flag(self._id, value if isinstance(value, FlagReply) else None)
