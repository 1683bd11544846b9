"""The paper that every sheet is laid out for, and the size of the print."""

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.widgets.accessibility import make_label
from evolve_desktop.gui.widgets.buttons import wrapped_check
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.labels import heading


class PaperForm(QWidget):
    """Reads the layout from the session and writes it there."""

    def __init__(self, session: Session) -> None:
        """Build the switches; the caller refreshes them."""
        super().__init__()
        self._session = session
        papers = [(Paper.A4, self.tr("A4")), (Paper.LETTER, self.tr("Letter"))]
        self._paper = ChoiceRow("paper", self.tr("Paper"), papers, can_clear=False)
        self._paper.chosen.connect(self._on_paper)
        self._large = wrapped_check("large-print", self.tr("Large print. It may take two sides."))
        self._large.clicked.connect(self._on_large)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        title = heading(self.tr("Paper"), "part")
        make_label(title, self._paper)
        body.addWidget(title)
        body.addWidget(self._paper)
        body.addWidget(self._large)

    def refresh(self) -> None:
        """Make everything equal to the session."""
        plan = self._session.check_in.plan
        self._paper.show_value(plan.paper)
        self._large.show_checked(checked=plan.large_print)

    def _on_paper(self) -> None:
        paper = self._paper.value
        if isinstance(paper, Paper):
            self._session.plan(msgspec.structs.replace(self._session.check_in.plan, paper=paper))

    def _on_large(self) -> None:
        plan = self._session.check_in.plan
        self._session.plan(msgspec.structs.replace(plan, large_print=self._large.is_checked))
