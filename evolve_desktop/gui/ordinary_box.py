"""What can feel hard and is no red flag on its own."""

from evolve_desktop.checkin.guidance import Guidance
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.guided import Guided
from evolve_desktop.gui.sourced import ordinary_line
from evolve_desktop.gui.widgets.labels import box, heading, label


class OrdinaryBox(Guided):
    """The whole list, with what balances it; it asks whether one can talk with the therapist, so it may have to go."""

    def __init__(self, pack: Pack) -> None:
        """Build the list."""
        super().__init__()
        check = pack.red_flags
        frame, inside = box("card")
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
