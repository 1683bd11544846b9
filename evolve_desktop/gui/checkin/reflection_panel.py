"""The reflection at the end of the checklist: strengths first, nothing counted, nothing ranked."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtWidgets import QLabel

from evolve_desktop.checkin.reflection import Reflection, reflect
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.checklist import Checklist, Item
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.services.page_picks import PagePicks
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.labels import heading, label, link_button, show_text
from evolve_desktop.gui.widgets.pick_list import Pick, PickList


def reflection_of(pack: Pack, session: Session, picks: PagePicks) -> Reflection:
    """Return the reflection on the open check-in; "you could tell your therapist" is left out after a warning."""
    reflection = reflect(pack.checklist, session.check_in)
    may_tell = reflection.is_all_yes and picks.guidance.may_suggest_therapist
    return msgspec.structs.replace(reflection, is_all_yes=may_tell)


class ReflectionPanel(Card):
    """Shows a reflection; hidden while nothing is answered. `on_red_flags` is called by the quiet link."""

    def __init__(self, checklist: Checklist, on_red_flags: Callable[[], None]) -> None:
        super().__init__()
        self._checklist = checklist
        self.setObjectName("reflection")
        self._message = self._add(label("", "lead"))
        self._offer = self._add(label(checklist.red_flag_offer))
        self._link = link_button(checklist.red_flag_link, "reflection-red-flags", on_red_flags)
        self.add(self._link)
        self._here = self._group(checklist.already_here)
        self._starting = self._group(checklist.starting)
        self._to_work_on = PickList(checklist.to_work_on, self.tr("Up to three lines to bring, or none."))
        self.add(self._to_work_on)
        self._show = link_button("", "show-left-out", self._on_show)
        self.add(self._show)
        self._left_out = self._add(label("", "muted"))
        self._left_out.hide()

    def show_reflection(self, reflection: Reflection, picks: Sequence[Pick]) -> None:
        """Show a reflection; `picks` are the lines that can be picked to work on."""
        checklist = self._checklist
        all_yes = checklist.all_yes if reflection.is_all_yes else ""
        show_text(self._message, checklist.all_not_yet if reflection.is_all_not_yet else all_yes)
        self._offer.setVisible(reflection.offers_red_flags)
        self._link.setVisible(reflection.offers_red_flags)
        _show_lines(self._here, reflection.already_here)
        _show_lines(self._starting, reflection.starting)
        lines = [msgspec.structs.replace(pick, name=f"reflection-{pick.name}") for pick in picks if not pick.indented]
        self._to_work_on.show_picks(lines)
        self._left_out.setText(_lines(reflection.left_out))
        self._show_or_hide(is_open=not self._left_out.isHidden() and bool(reflection.left_out))
        self._show.setVisible(bool(reflection.left_out))
        self.setVisible(len(reflection.left_out) < len(checklist.items))

    def _add(self, widget: QLabel) -> QLabel:
        self.add(widget)
        return widget

    def _group(self, title: str) -> tuple[QLabel, QLabel]:
        return self._add(heading(title)), self._add(label())

    def _show_or_hide(self, *, is_open: bool) -> None:
        form = self.tr("Hide: {title}") if is_open else self.tr("Show: {title}")
        self._show.setText(form.format(title=self._checklist.left_out))
        self._left_out.setVisible(is_open)

    def _on_show(self) -> None:
        self._show_or_hide(is_open=self._left_out.isHidden())


def _lines(items: Sequence[Item]) -> str:
    return "\n".join(f"• {item.text}" for item in items)


def _show_lines(group: tuple[QLabel, QLabel], items: Sequence[Item]) -> None:
    heading, lines = group
    heading.setVisible(bool(items))
    show_text(lines, _lines(items))
