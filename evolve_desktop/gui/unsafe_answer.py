"""What one of the four choices behind "unsafe" opens."""

from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.guidance import Guidance
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Step, UnsafeChoice
from evolve_desktop.gui.guided import Guided
from evolve_desktop.gui.part_button import part_button
from evolve_desktop.gui.sourced import ordinary_line
from evolve_desktop.gui.ways import Ways
from evolve_desktop.gui.widgets.labels import label


class UnsafeAnswer(Guided):
    """Lines of text, buttons to the parts named, and a line that is no red flag on its own."""

    def __init__(self, choice: UnsafeChoice, pack: Pack, ways: Ways) -> None:
        """Build what belongs to the choice."""
        super().__init__()
        check = pack.red_flags
        name = f"unsafe-{choice.meaning.name.lower().replace('_', '-')}"
        self._texts: list[tuple[Step, QWidget]] = [(text, label(text.text, selectable=True)) for text in choice.texts]
        self._ordinary = Guided()
        for line in check.ordinary:
            if line.id == choice.ordinary:
                self._ordinary.hold(label(check.ordinary_title, "strong"), ordinary_line(line, pack.about))
        buttons = [part_button(check.part(tier), f"{name}-part-{tier.value}", ways) for tier in choice.parts]
        self.hold(*(widget for _, widget in self._texts), *buttons, self._ordinary)

    def refresh(self, guidance: Guidance) -> None:
        """Show what may stand."""
        for text, widget in self._texts:
            widget.setVisible(guidance.may_show(text))
        self._ordinary.setVisible(guidance.ordinary is not None)
