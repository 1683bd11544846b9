"""What to do next once a line of a part is raised."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.guidance import Guidance
from evolve_desktop.content.pack import About
from evolve_desktop.content.red_flags import FlagPart, Step
from evolve_desktop.gui.guided import Guided
from evolve_desktop.gui.sourced import step_line
from evolve_desktop.gui.widgets.labels import box, heading, label


class NextBox(Guided):
    """Steps, words to use, and signs; a word with the therapist is left out where it may not be safe."""

    def __init__(self, part: FlagPart, about: About) -> None:
        """Build a label for each line."""
        super().__init__()
        self._about = about
        self._shown: list[tuple[Step, QWidget]] = []
        frame, self._inside = box("hint")
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
