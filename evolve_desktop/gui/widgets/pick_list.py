"""A list of boxes to tick, each with what ticking it does."""

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.errors import PickLimitError
from evolve_desktop.gui.widgets.announcements import show_and_announce
from evolve_desktop.gui.widgets.buttons import WrappedButton, wrapped_check
from evolve_desktop.gui.widgets.dynamic_list import DynamicList
from evolve_desktop.gui.widgets.labels import heading, label, show_text

_STEP_IN = 26


class Pick(msgspec.Struct, frozen=True, kw_only=True):
    """One box: its object name, its words, whether it is ticked, and what to call with the new state.

    `change` may raise PickLimitError, whose sentence is then shown; `belongs` sets the box in, under the one before.
    """

    name: str
    text: str
    is_on: bool
    change: Callable[[bool], None]
    indented: bool = False


class PickList(QWidget):
    """Shows picks under a heading, and nothing at all where there are none."""

    def __init__(self, title: str, help_text: str = "") -> None:
        """Take the heading and a line under it."""
        super().__init__()
        self._picks: dict[str, Pick] = {}
        self._boxes: dict[str, WrappedButton] = {}
        self._list = DynamicList()
        self._problem = label("", "strong")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(heading(title, "part"))
        if help_text:
            layout.addWidget(label(help_text, "muted"))
        layout.addWidget(self._list)
        layout.addWidget(self._problem)
        self._problem.hide()

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Make the boxes equal to these picks."""
        focused = next((name for name in self._picks if self._boxes[name].button.hasFocus()), "")
        self._picks = {pick.name: pick for pick in picks}
        self._list.show_widgets({f"{pick.name} {pick.text}": partial(self._make, pick) for pick in picks})
        for pick in picks:
            self._boxes[pick.name].show_checked(checked=pick.is_on)
        if focused in self._picks:  # its words may have changed, and the box with them
            self._boxes[focused].button.setFocus()
        show_text(self._problem, "")
        self.setVisible(bool(picks))

    def _make(self, pick: Pick) -> WrappedButton:
        box = wrapped_check(pick.name, pick.text)
        if pick.indented:
            box.setContentsMargins(_STEP_IN, 0, 0, 0)
        box.clicked.connect(partial(self._on_clicked, pick.name))
        self._boxes[pick.name] = box
        return box

    def _on_clicked(self, name: str) -> None:
        pick = self._picks[name]
        try:
            pick.change(self._boxes[name].is_checked)
        except PickLimitError as error:
            self._boxes[name].show_checked(checked=pick.is_on)
            show_and_announce(self._problem, str(error))
