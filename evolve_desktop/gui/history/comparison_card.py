"""Two check-ins side by side: two columns of replies with dates, neither of them the better one."""

from collections.abc import Sequence

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.comparison import compare
from evolve_desktop.content.checklist import Checklist
from evolve_desktop.gui.history.check_in_names import names_of
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.combo_box import ComboBox, labelled
from evolve_desktop.gui.widgets.labels import heading, label, show_text
from evolve_desktop.gui.widgets.reading_table import ReadingTable

_NAME_LENGTH = 34  # a long weekday and month, and a number


class ComparisonCard(Card):
    """Compares any two check-ins; at first the newest with the one before."""

    def __init__(self, checklist: Checklist) -> None:
        super().__init__()
        self._checklist = checklist
        self._check_ins: dict[str, CheckIn] = {}
        self._earlier = ComboBox("compare-earlier", self.tr("Compare: first day"))
        self._later = ComboBox("compare-later", self.tr("Compare: second day"))
        self._moved_back = label()
        self._moved_back.setObjectName("moved-back")
        self._table = ReadingTable(self.tr("Compare two days"), "comparison")
        self.add(heading(self.tr("Compare two days")))
        for words, chooser in ((self.tr("First"), self._earlier), (self.tr("Second"), self._later)):
            chooser.setMinimumContentsLength(_NAME_LENGTH)
            chooser.activated.connect(self._refresh)
            self.add(labelled(words, chooser))
        self.add(self._table, self._moved_back)

    def show_check_ins(self, check_ins: Sequence[CheckIn]) -> None:
        """Offer these check-ins, newest first; the card is hidden if there are fewer than two."""
        is_new = not self._check_ins
        self._check_ins = {check_in.id: check_in for check_in in check_ins}
        days = names_of(check_ins)
        self.setVisible(len(check_ins) > 1)
        if len(check_ins) < 2:  # noqa: PLR2004  (it takes two to compare)
            self._check_ins = {}
            return
        newest, before = check_ins[0].id, check_ins[1].id
        self._earlier.show_choices(days, before if is_new else self._earlier.chosen)
        self._later.show_choices(days, newest if is_new else self._later.chosen)
        self._refresh()

    def _refresh(self) -> None:
        pairs = compare(self._checklist, self._check_ins[self._earlier.chosen], self._check_ins[self._later.chosen])
        header = (self.tr("Line"), self._earlier.currentText(), self._later.currentText())
        rows = [(pair.item.text, self._called(pair.before), self._called(pair.after)) for pair in pairs]
        self._table.show_rows(header, rows)
        has_moved_back = any(pair.has_moved_back for pair in pairs)
        show_text(self._moved_back, self._checklist.moved_back if has_moved_back else "")

    def _called(self, reply: Reply | None) -> str:
        words = self._checklist.replies
        return reply.called(words) if reply else words.unanswered
