"""What can feel hard and is no red flag on its own."""

from evolve_desktop.checkin.guidance import Guidance
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import ComplaintRoute
from evolve_desktop.gui.red_flags.panel import Panel, ordinary_line
from evolve_desktop.gui.widgets.labels import card_frame, heading, label


class OrdinaryCard(Panel):
    """The whole list, with what balances it; it asks whether one can talk with the therapist, so it may have to go."""

    def __init__(self, pack: Pack) -> None:
        """Build the list."""
        super().__init__()
        check = pack.red_flags
        frame, inside = card_frame("card")
        frame.setObjectName("ordinary")
        inside.addWidget(heading(check.ordinary_title))
        inside.addWidget(label(check.ordinary_lead))
        for line in check.ordinary:
            inside.addWidget(ordinary_line(line, pack.about))
        inside.addWidget(label(check.ordinary_close))
        self.hold(frame)

    def refresh(self, guidance: Guidance) -> None:
        """Leave the list out where nothing may suggest a word with the therapist."""
        self.setVisible(guidance.may_suggest_therapist)


class ComplaintsCard(Panel):
    """Every route with its source; one that was not verified reads as it stands, a search and no more."""

    def __init__(self, pack: Pack) -> None:
        """Build the list."""
        super().__init__()
        check = pack.red_flags
        frame, self._inside = card_frame("card")
        frame.setObjectName("complaints")
        self._inside.addWidget(heading(check.complaints_title))
        self._inside.addWidget(label(check.complaints_intro))
        for route in check.complaints:
            self._add(route)
        self.hold(frame)

    def _add(self, route: ComplaintRoute) -> None:
        self._inside.addWidget(label(route.place, "strong"))
        self._inside.addWidget(label(route.route, selectable=True))
        if route.source:
            self._inside.addWidget(label(route.source, "small"))
