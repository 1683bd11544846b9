"""Two check-ins side by side: two columns of replies with dates, neither of them the better one."""

from collections.abc import Sequence
from datetime import date

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.comparison import ComparedLine, Said, compare, text_of
from evolve_desktop.checkin.wording import Wording
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.services.check_in_names import CheckInNames
from evolve_desktop.gui.services.localization import format_day
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.combo_box import ComboBox, labelled_rows
from evolve_desktop.gui.widgets.labels import heading, label, show_text
from evolve_desktop.gui.widgets.reading_table import ReadingTable

_NAME_LENGTH = 34  # a long weekday and month, and a number


class ComparisonCard(Card):
    """Compares any two check-ins; at first the newest with the one before."""

    def __init__(self, pack: Pack, wording: Wording | None) -> None:
        super().__init__()
        self._checklist, self._page, self._wording = pack.checklist, pack.page, wording
        self._check_ins: dict[str, CheckIn] = {}
        self._earlier = ComboBox("compare-earlier", self.tr("Compare: first day"))
        self._later = ComboBox("compare-later", self.tr("Compare: second day"))
        self._moved_back = label()
        self._moved_back.setObjectName("moved-back")
        self._table = ReadingTable(self.tr("Compare two days"), "comparison")
        self.add(heading(self.tr("Compare two days")))
        for chooser in (self._earlier, self._later):
            chooser.setMinimumContentsLength(_NAME_LENGTH)
            chooser.activated.connect(self._refresh)
        days = labelled_rows([(self.tr("First"), self._earlier), (self.tr("Second"), self._later)])
        self.add(days, self._table, self._moved_back)

    def show_check_ins(self, check_ins: Sequence[CheckIn], names: CheckInNames) -> None:
        """Offer these check-ins by name, newest first; the card is hidden if there are fewer than two."""
        is_new = not self._check_ins
        self._check_ins = {check_in.id: check_in for check_in in check_ins}
        self.setVisible(len(check_ins) > 1)
        if len(check_ins) < 2:  # noqa: PLR2004  (it takes two to compare)
            self._check_ins = {}
            return
        newest, before = check_ins[0].id, check_ins[1].id
        self._earlier.show_choices(names, before if is_new else self._earlier.chosen)
        self._later.show_choices(names, newest if is_new else self._later.chosen)
        self._refresh()

    def _refresh(self) -> None:
        earlier, later = self._check_ins[self._earlier.chosen], self._check_ins[self._later.chosen]
        pairs = compare(self._checklist, earlier, later, self._wording)
        header = (self.tr("Line"), self._earlier.currentText(), self._later.currentText())
        days = earlier.started, later.started
        self._table.show_rows(header, [self._row(pair, *days) for pair in pairs])
        has_moved_back = any(pair.has_moved_back for pair in pairs)
        show_text(self._moved_back, self._checklist.moved_back if has_moved_back else "")

    def _row(self, pair: ComparedLine, before: date, after: date) -> tuple[str, str, str]:
        """Return the line and the two replies; a line that is no present one with where its words are from."""
        text = pair.text
        if pair.item is None:
            said, day = (pair.later, after) if pair.later.wording else (pair.earlier, before)
            title = said.wording.words.title if said.wording else ""
            text = f"{text}\n{self._page.origin_of(title, format_day(day))}"
        return text, self._called(pair, pair.earlier), self._called(pair, pair.later)

    def _called(self, pair: ComparedLine, said: Said) -> str:
        """Return a reply in the words of its day, below the line's own words if the row has others."""
        if said.reply is None:
            return self._checklist.replies.unanswered if said.was_asked else self.tr("Not asked")
        reply = said.reply.called(said.wording.words.replies if said.wording else self._checklist.replies)
        own = text_of(pair.line, said.wording, pair.text)
        return reply if own == pair.text else f"{own}\n{reply}"
