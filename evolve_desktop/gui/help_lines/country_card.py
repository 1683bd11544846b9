"""The card of one country: its emergency numbers first, then its help lines, each with its source and date."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evolve_desktop.content.help_lines import Country, HelpLine, HelpLines, Way
from evolve_desktop.gui.help_lines.phone_label import PhoneLabel, ShrinkingLabel, way_row
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.labels import heading, label

_SPACING = 8


class CountryCard(Card):
    """Shows a country or some of its lines; `reaches` are its numbers and addresses in reading order.

    `today` tells which lines were checked too long ago.
    """

    def __init__(self, lines: HelpLines, country: Country, today: date) -> None:
        super().__init__()
        self._lines = lines
        self._blocks: dict[str, QWidget] = {}
        self.reaches: list[PhoneLabel] = []
        self.setObjectName(country.id)
        self.add(heading(country.name))
        self._add_emergency(country, today)
        for line in country.lines:
            self._blocks[line.id] = self._block(line, today)
            self.add(self._blocks[line.id])

    def show_lines(self, country: Country) -> None:
        """Show only the lines of this country, which may be a search result."""
        wanted = {line.id for line in country.lines}
        for line_id, block in self._blocks.items():
            block.setVisible(line_id in wanted)

    def _add_emergency(self, country: Country, today: date) -> None:
        for number, way in enumerate(self._lines.emergency_ways(country), start=1):
            self.body.addLayout(self._way(way, f"{country.id}-emergency-{number}", country.name))
        if country.emergency:
            self.add(label(self._lines.emergency_source(country, today), "small"))
        if country.no_emergency:
            self.add(label(country.no_emergency))

    def _block(self, line: HelpLine, today: date) -> QWidget:
        block = QWidget()
        inside = QVBoxLayout(block)
        inside.setContentsMargins(0, _SPACING, 0, 0)
        inside.setSpacing(_SPACING)
        inside.addWidget(label(line.name, "strong"))
        for number, way in enumerate(self._lines.ways(line), start=1):
            inside.addLayout(self._way(way, f"{line.id}-{number}", line.name))
        if line.details:
            inside.addWidget(label(" · ".join(line.details)))
        inside.addWidget(label(f"{line.source_type} · {self._lines.dated(line, today)}", "small"))
        return block

    def _way(self, way: Way, name: str, whose: str) -> QHBoxLayout:
        kind = PhoneLabel if way.after.strip() else ShrinkingLabel
        reach = kind(way.reach, name, f"{whose}: {way.words}")
        self.reaches.append(reach)
        return way_row(way.before, reach, way.after)
