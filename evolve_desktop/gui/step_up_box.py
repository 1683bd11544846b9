"""The question whose answer may lead on to the next part."""

from evolve_desktop.checkin.guidance import Guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.red_flags import FlagPart, StepUp
from evolve_desktop.gui.flag_row import FlagRow
from evolve_desktop.gui.guided import Guided
from evolve_desktop.gui.part_button import part_button
from evolve_desktop.gui.ways import Ways
from evolve_desktop.gui.widgets.accessibility import make_label
from evolve_desktop.gui.widgets.labels import box, label


class StepUpBox(Guided):
    """Stands apart from the next steps, so that it stays for as long as its answer counts."""

    def __init__(self, step_up: StepUp, onward: FlagPart, session: Session, ways: Ways) -> None:
        """Take the question, and the part it may lead to."""
        super().__init__()
        self._onward = onward.tier
        self._row = FlagRow(step_up.id, step_up.question, session)
        self._then = label(step_up.then)
        self._button = part_button(onward, f"{step_up.id}-onward", ways)
        frame, inside = box("card")
        question = label(step_up.question, "lead")
        make_label(question, self._row.choices)
        for widget in (question, self._row, self._then, self._button):
            inside.addWidget(widget)
        self.hold(frame)

    def refresh(self, guidance: Guidance) -> None:
        """Show the reply, and the way on where it leads on."""
        self._row.refresh(guidance)
        for widget in (self._then, self._button):
            widget.setVisible(self._onward in guidance.suggested)
