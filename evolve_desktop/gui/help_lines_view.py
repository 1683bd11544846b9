"""Help lines by country, the emergency number first, each with its source and date."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.content.help_lines import Country, HelpLine, HelpLines
from evolve_desktop.gui.widgets.column import Column
from evolve_desktop.gui.widgets.texts import box, label


class HelpLinesView(QWidget):
    """Every country of the pack; nothing is guessed from the system's locale."""

    def __init__(self, lines: HelpLines, today: date) -> None:
        """Build a card for each country; `today` tells which lines were checked too long ago."""
        super().__init__()
        self._lines = lines
        self._today = today
        self._column = Column(lines.title)
        self._column.body.addWidget(label(lines.title, "title"))
        for sentence in (lines.intro, *lines.notes):
            self._column.body.addWidget(label(sentence))
        for country in (*lines.countries, lines.anywhere):
            self._column.body.addWidget(self._card(country))
        self._column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)

    def _card(self, country: Country) -> QWidget:
        frame, inside = box("card")
        inside.addWidget(label(country.name, "heading"))
        for emergency in country.emergency:
            text = f"{self._lines.emergency_label}: {emergency.number} {emergency.label}".strip()
            inside.addWidget(label(text, "number", selectable=True))
        if country.no_emergency:
            inside.addWidget(label(country.no_emergency))
        for line in country.lines:
            inside.addWidget(label(line.name, "strong"))
            inside.addWidget(label(_contact(line), "number", selectable=True))
            details = " · ".join(
                text for text in (line.hours, line.cost, line.languages, line.for_whom, line.limits) if text
            )
            if details:
                inside.addWidget(label(details))
            inside.addWidget(label(self._lines.dated(line, self._today), "small"))
        return frame


def _contact(line: HelpLine) -> str:
    text = f"{line.text_word} → {line.text}" if line.text_word else line.text
    texts = [text] if line.text and line.text not in line.call else []
    return " · ".join([*line.call, *texts, *([line.chat] if line.chat else [])])
