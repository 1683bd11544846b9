"""The bar below My page: what was done, and copying, saving and printing."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal

from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.services.desktop import open_file, show_folder
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.bottom_bar import BottomBar
from evolve_desktop.gui.widgets.buttons import wrapped_check
from evolve_desktop.gui.widgets.card import Button, Card
from evolve_desktop.gui.widgets.labels import label


class PageBar(BottomBar):
    """Copies, saves and prints the document shown, and tells the result; the session holds the choice of more sides.

    `paper_requested` comes from the button that a narrow window has in the place of the paper. What was saved can be
    opened while that is shown, and is not remembered; copying has only its place in the menu then.
    """

    paper_requested = Signal()
    reflection_requested = Signal()
    print_requested = Signal()
    save_requested = Signal()
    copy_requested = Signal()

    def __init__(self, advice: str, session: Session) -> None:
        super().__init__()
        self._file: Path | None = None
        quiet: list[Button] = [
            (self.tr("Open"), "open-saved", lambda: self._on_file(open_file)),
            (self.tr("Show in folder"), "show-saved", lambda: self._on_file(show_folder)),
            (self.tr("See the paper"), "see-paper", self.paper_requested),
            (self.tr("What this says back"), "page-to-reflection", self.reflection_requested),
            (self.tr("Copy as text"), "copy-text", self.copy_requested),
        ]
        usual: list[Button] = [
            (self.tr("Save as PDF…"), "save-pdf", self.save_requested),
            (self.tr("Print…"), "print", self.print_requested),
        ]
        self._open, self._show, self._see_paper, _, self._copy, *_ = self.add_ways(quiet, usual)
        self._session = session
        self._advice = advice
        self._long = Card("notice")
        self._sides = label("", "strong")
        self._sides.setObjectName("sides")
        self._more = wrapped_check("more-pages", self.tr("That is fine: use more than one side."))
        self._more.clicked.connect(self._on_more)
        self._long.add(self._sides, self._more)
        self._long.hide()
        self.body.insertWidget(0, self._long)
        self.tell("")

    def tell(self, sentence: str, file: Path | None = None) -> None:
        """Show and say what an action has done, and offer to open the file that it has made."""
        super().tell(sentence)
        self._file = file
        for way in (self._open, self._show):
            way.setVisible(file is not None)
        self._copy.setVisible(file is None)

    def offer_paper(self, *, offered: bool) -> None:
        """Offer the paper, which a narrow window does not show beside the page."""
        self._see_paper.setVisible(offered)

    def show_sharing_advice(self, *, shown: bool) -> None:
        """Show the advice about those who may see it, which only the page for the therapist needs."""
        self.show_words(self._advice if shown else "")

    def show_sides(self, count: int, *, is_long: bool) -> None:
        """Say how many sides there are if there are more than usual, and let the person choose."""
        self._sides.setText(
            self.tr("This takes %n sides of paper. Nothing is cut. A shorter page is easier to talk about.", "", count)
        )
        self._more.show_checked(checked=self._session.check_in.plan.more_pages)
        has_become_long = is_long and self._long.isHidden()
        self._long.setVisible(is_long)
        if has_become_long:
            announce(self._sides, self._sides.text())

    def _on_more(self) -> None:
        plan = self._session.check_in.plan
        self._session.plan(msgspec.structs.replace(plan, more_pages=self._more.is_checked))

    def _on_file(self, show: Callable[[Path], str]) -> None:
        """Have the desktop show the file, and say it if that fails."""
        file = self._file
        if file is not None and (problem := show(file)):
            self.tell(problem, file)
