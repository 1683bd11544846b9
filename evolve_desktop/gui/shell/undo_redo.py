"""Undo and redo: each goes to the place of what it changed, and says what that was."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QWidget

from evolve_desktop.checkin.change import Change, ChangePlace
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.services.actions import Actions
from evolve_desktop.gui.services.documents import DocumentKind
from evolve_desktop.gui.services.localization import format_day
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.widgets.focus import ensure_visible, focus_first
from evolve_desktop.gui.widgets.lazy_view import LazyView
from evolve_desktop.gui.widgets.undo_key import UndoKey

if TYPE_CHECKING:
    from evolve_desktop.gui.help_lines.help_lines_view import HelpLinesView

_TABS = {ChangePlace.RED_FLAGS: Tab.RED_FLAGS, ChangePlace.EARLIER: Tab.EARLIER}
_BESIDE_PAPER = frozenset({"paper", "large-print"})
_LONGEST = 60


class UndoRedo(QObject):
    """Steps back and forth in the session; nothing changes out of sight or unsaid."""

    def __init__(self, session: Session, tabs: MainTabs, help_lines: "LazyView[HelpLinesView]") -> None:
        super().__init__(tabs)
        self._session, self._tabs, self._help_lines = session, tabs, help_lines
        self._actions: Actions | None = None

    def follow(self, actions: Actions, *changes: SignalInstance) -> None:
        """Grey the actions while there is nothing to undo or to redo."""
        self._actions = actions
        self._session.subscribe(self._enable)
        for changed in changes:
            changed.connect(self._enable)  # a method of a QObject: the connection ends with it, as the actions do
        self._enable()

    def _enable(self) -> None:
        if self._actions is not None:
            self._actions.undo.setEnabled(self.can_undo)
            self._actions.redo.setEnabled(self._session.can_redo)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back, or something to bring back on the page in view."""
        return self._session.can_undo or self._page_undo is not None

    @property
    def _page_undo(self) -> UndoKey | None:
        pages = (self._tabs.history, self._help_lines)
        return next((page.widget.undo_key for page in pages if page.is_built and page.widget.undo_key.is_ready), None)

    def undo(self) -> None:
        """Bring back what was deleted on the page in view, or else take the last step back."""
        if (page_undo := self._page_undo) is not None:
            page_undo.undo()
            return
        change = self._session.undo()
        if change is not None:
            self._say(change, self.tr("Undone on {page}: {what}"), self.tr("Undone. Open now: {day}"))

    def redo(self) -> None:
        """Do again what was undone."""
        change = self._session.redo()
        if change is not None:
            self._say(change, self.tr("Done again on {page}: {what}"), self.tr("Done again. Open now: {day}"))

    def _say(self, change: Change, changed: str, opened: str) -> None:
        """Go to the change, and say it in one of the two sentences."""
        control = self._go_to(change)
        if not change.name:
            sentence = opened.format(day=format_day(self._session.check_in.started))
        else:
            sentence = changed.format(page=self._tabs.tab.title, what=self._called(change, control))
        self._tabs.tell(sentence)

    def _called(self, change: Change, control: QWidget | None) -> str:
        """Return the name of the control, but not of a red flag: its words may come as a blow."""
        name = ""
        if control is not None and change.place is not ChangePlace.RED_FLAGS:
            name = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
        if not name:
            return self.tr("one answer")
        return name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip()}…"

    def _go_to(self, change: Change) -> QWidget | None:
        """Show the page, and give the focus to the control, which is returned unless it is out of sight."""
        control = self._find(_seen_on_page(change.name)) if self._tabs.tab is Tab.MY_PAGE else None
        if change.place is ChangePlace.EARLIER:  # it stands on top of the next check-in, too
            control = self._find((change.name, f"write-{change.name}"))
        if control is None:
            self._show(change)
            line_id = change.name.split("-", maxsplit=1)[0]  # an empty note is out of sight: its line stands for it
            control = self._find((change.name, f"write-{change.name}", line_id))
        if control is not None:
            _take_focus(control)
            ensure_visible(control)
        return control

    def _show(self, change: Change) -> None:
        """Show the page of the change, and the paper for a choice that stands beside it."""
        is_step = self._tabs.tab is Tab.CHECK_IN and self._tabs.checkin.has_step(change.name)
        if change.place is ChangePlace.CHECK_IN or is_step:
            self._tabs.show_line(change.name)
        elif change.place is ChangePlace.MY_PAGE:
            self._tabs.show_document(DocumentKind.MY_PAGE)
        else:
            self._tabs.show_tab(_TABS[change.place])
        if change.name in _BESIDE_PAPER:
            self._tabs.show_paper()

    def _find(self, names: tuple[str, ...]) -> QWidget | None:
        """Return the first control of these names that is in sight."""
        found = (widget for name in names if name for widget in self._tabs.findChildren(QWidget, name))
        return next((widget for widget in found if widget.isVisible()), None)


def _seen_on_page(name: str) -> tuple[str, ...]:
    """Return the controls that show a line's note or *Bring* on My page, which then stays in front."""
    line_id, _, part = name.partition("-")
    return {"note": (f"{line_id}-print-note",), "bring": (f"{line_id}-work-on", f"{line_id}-helps")}.get(part, ())


def _take_focus(control: QWidget) -> None:
    """Move the focus into the control unless it is there already."""
    focus = control.window().focusWidget()
    if focus is not None and (focus is control or control.isAncestorOf(focus)):
        return
    if control.focusPolicy() & Qt.FocusPolicy.TabFocus:
        control.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        focus_first(control)
