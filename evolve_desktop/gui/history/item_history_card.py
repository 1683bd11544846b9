"""One line over time: its reply day by day, with the note of that day."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.comparison import lines_apart, over_time, text_of
from evolve_desktop.checkin.wording import Wording
from evolve_desktop.content.checklist import Checklist
from evolve_desktop.gui.services.localization import format_day
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.combo_box import ComboBox, labelled
from evolve_desktop.gui.widgets.labels import breakable, heading, label
from evolve_desktop.gui.widgets.reading_order import in_order
from evolve_desktop.gui.widgets.text_layout import text_column

_DAYS = 100


class ItemHistoryCard(Card):
    """Follows the chosen line through the check-ins."""

    def __init__(self, checklist: Checklist, wording: Wording | None) -> None:
        super().__init__()
        self._checklist, self._wording = checklist, wording
        self._apart: dict[str, tuple[str, Wording]] = {}
        self._check_ins: Sequence[CheckIn] = ()
        self._chooser = ComboBox("history-item", self.tr("One line over time"))
        self._chooser.setMinimumContentsLength(44)
        self._chooser.activated.connect(self._refresh)
        self._days = label()
        self._days.setObjectName("history")
        holder = QWidget()
        text_column(holder, self._days)  # lays out as many lines as rarely as it can
        self.add(heading(self.tr("One line over time")), labelled(self.tr("Line"), self._chooser), holder)

    def show_check_ins(self, check_ins: Sequence[CheckIn]) -> None:
        """Follow the line through these check-ins."""
        self._check_ins = check_ins
        self._apart = {f"{line} {own.key}": (line, own) for line, own in lines_apart(check_ins, self._wording)}
        choices = {item.id: item.text for item in self._checklist.items}
        title = self.tr("{line} (“{title}”)")
        for name, (line, own) in self._apart.items():
            choices[name] = title.format(line=text_of(line, own), title=own.words.title)
        self._chooser.show_choices(choices, self._chooser.chosen)
        self.setVisible(bool(check_ins))
        self._refresh()

    def _refresh(self) -> None:
        line, wording = self._apart.get(self._chooser.chosen, (self._chooser.chosen, self._wording))
        text = text_of(line, wording)
        moments = over_time(line, self._check_ins, wording)
        older = len(moments) - _DAYS
        lines = [self.tr("{count} older days are not shown.").format(count=older)] if older > 0 else []
        for moment in moments[-_DAYS:]:
            words = moment.wording.words.replies if moment.wording else self._checklist.replies
            reply = moment.reply.called(words) if moment.reply else words.unanswered
            lines.append(f"{format_day(moment.day)}: {reply}")
            if (own := text_of(line, moment.wording, text)) != text:
                lines.append(f"    “{own}”")
            lines += [f"    {breakable(line)}" for line in moment.note.splitlines()]
        self._days.setText(in_order("\n".join(lines) or self.tr("You have not answered this line yet.")))
