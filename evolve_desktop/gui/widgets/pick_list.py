"""A list of check boxes, each with its effect."""

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtWidgets import QWidget

from evolve_desktop.errors import PickLimitError
from evolve_desktop.gui.widgets.announcements import show_and_say
from evolve_desktop.gui.widgets.buttons import WrappedButton, wrapped_check
from evolve_desktop.gui.widgets.dynamic_list import DynamicList
from evolve_desktop.gui.widgets.flow_layout import column, set_margins
from evolve_desktop.gui.widgets.labels import heading, label, show_text
from evolve_desktop.gui.widgets.localized import localized

_INDENT = 26


class Pick(msgspec.Struct, frozen=True, kw_only=True):
    """One check box; `change` is called with the new state, `indented` puts it in, under the one before.

    `change` may raise PickLimitError, whose sentence is then shown.
    """

    name: str
    text: str
    is_on: bool
    change: Callable[[bool], None]
    indented: bool = False


class PickList(QWidget):
    """Shows picks under a heading and a line of help; hidden if there are none.

    Short ones can stand in columns of `column_width` characters.
    """

    def __init__(self, title: str, help_text: str = "", column_width: int = 0) -> None:
        super().__init__()
        self._picks: dict[str, Pick] = {}
        self._boxes: dict[str, WrappedButton] = {}
        self._list = DynamicList(column_width=column_width)
        self._problem = label("", "strong")
        help_line = [label(help_text, "small")] if help_text else []
        column(self, heading(title, "field"), *help_line, self._list, self._problem, spacing=2).addStretch(1)
        self._problem.hide()

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Show these picks."""
        if not picks and self.isHidden():
            return
        focused = next((name for name in self._picks if self._boxes[name].button.hasFocus()), "")
        self._picks = {pick.name: pick for pick in picks}
        self._list.show_widgets({f"{pick.name} {pick.text}": partial(self._make, pick) for pick in picks})
        for pick in picks:
            self._boxes[pick.name].show_checked(checked=pick.is_on)
        if focused in self._picks:  # its text may have changed, and the box with it
            self._boxes[focused].button.setFocus()
        show_text(self._problem, "")
        self.setVisible(bool(picks))

    def _make(self, pick: Pick) -> WrappedButton:
        box = wrapped_check(pick.name, pick.text)
        if pick.indented:
            set_margins(box, start=_INDENT)
        box.clicked.connect(partial(self._on_clicked, pick.name))
        self._boxes[pick.name] = box
        return box

    def _on_clicked(self, name: str) -> None:
        pick = self._picks[name]
        try:
            pick.change(self._boxes[name].is_checked)
        except PickLimitError as error:
            self._boxes[name].show_checked(checked=pick.is_on)
            show_and_say(self._problem, localized(error))
