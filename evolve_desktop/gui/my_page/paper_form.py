"""The paper and the size of the print, beside the preview."""

from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.services.plan_field import change_plan
from evolve_desktop.gui.widgets.buttons import CheckBox
from evolve_desktop.gui.widgets.combo_box import ComboBox
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import set_role


class PaperForm(QWidget):
    """Chooses the paper and the large print; the caller refreshes it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._paper = ComboBox("paper", self.tr("Paper"))
        self._paper.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self._paper.setMinimumContentsLength(0)
        self._paper.activated.connect(lambda: change_plan(session, paper=Paper(self._paper.chosen)))
        self._large = CheckBox(self.tr("Large print"), "large-print")
        self._large.setAccessibleDescription(self.tr("It may take two sides."))
        self._large.toggled.connect(self._on_large)
        for control in (self._paper, self._large):
            set_role(control, "quiet")
        row = FlowLayout(self)
        row.addWidget(self._paper)
        row.addWidget(self._large)

    def refresh(self) -> None:
        """Show the session."""
        plan = self._session.check_in.plan
        papers = {Paper.A4.value: self.tr("A4"), Paper.LETTER.value: self.tr("Letter")}
        self._paper.show_choices(papers, plan.paper.value)
        self._large.setChecked(plan.large_print)

    def _on_large(self, is_large: bool) -> None:  # noqa: FBT001  (Qt's signal)
        if self._session.check_in.plan.large_print is not is_large:
            change_plan(self._session, large_print=is_large)
