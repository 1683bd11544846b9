"""Says that answers of the open check-in were given to other words, and leads to where they stand."""

from collections.abc import Callable

from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.labels import label, link_button


class AnswersApart(Card):
    """Hidden unless something in the open check-in stands apart from the present lines."""

    def __init__(self, session: Session, on_show: Callable[[], None]) -> None:
        super().__init__("hint")
        self.setObjectName("answers-apart")
        self._session = session
        sentence = self.tr(
            "Some answers of this check-in were given to lines in other words. "
            "They are kept as they were. You find them under “Earlier”, each under its own words."
        )
        self.add(label(sentence), link_button(self.tr("Show them under “Earlier”"), "show-answers-apart", on_show))
        self.hide()  # until it has its place

    def refresh(self) -> None:
        """Show the session."""
        self.setVisible(bool(self._session.check_in.older))
