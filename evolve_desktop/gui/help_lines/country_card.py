"""One country's help lines, its emergency numbers first and large, each line with its source and date."""

from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evolve_desktop.content.help_lines import Country, HelpLine, HelpLines, Way
from evolve_desktop.gui.help_lines.phone_label import PhoneLabel
from evolve_desktop.gui.widgets.labels import heading, label, set_style_class

_MARGIN, _SPACING = 16, 8


class CountryCard(QFrame):
    """Shows a country whole, or some of its lines; `reaches` are its numbers and addresses in reading order."""

    def __init__(self, lines: HelpLines, country: Country, today: date) -> None:
        """Take the words around the lines, the country, and the day: it tells what was checked too long ago."""
        super().__init__()
        self._lines = lines
        self._blocks: dict[str, QWidget] = {}
        self.reaches: list[PhoneLabel] = []
        set_style_class(self, "card")
        self.setObjectName(country.id)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(_SPACING)
        layout.addWidget(heading(country.name))
        self._add_emergency(layout, country)
        for line in country.lines:
            self._blocks[line.id] = self._block(line, today)
            layout.addWidget(self._blocks[line.id])

    def show_lines(self, country: Country) -> None:
        """Show those lines that this country, which may be a part of the whole, has."""
        wanted = {line.id for line in country.lines}
        for line_id, block in self._blocks.items():
            block.setVisible(line_id in wanted)

    def _add_emergency(self, layout: QVBoxLayout, country: Country) -> None:
        for number, emergency in enumerate(country.emergency, start=1):
            before, after = f"{self._lines.emergency_label} ", f" {emergency.label}".rstrip()
            way = Way(before=before, reach=emergency.number, after=after)
            layout.addLayout(self._way(way, f"{country.id}-emergency-{number}", country.name))
        if country.emergency:
            layout.addWidget(label(country.emergency_source, "small"))
        if country.no_emergency:
            layout.addWidget(label(country.no_emergency))

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
        reach = PhoneLabel(way.reach, name, f"{whose}: {way.words}")
        self.reaches.append(reach)
        row = QHBoxLayout()
        if way.before.strip():
            row.addWidget(label(way.before.strip()))
        row.addWidget(reach, stretch=0 if way.after.strip() else 1)
        if way.after.strip():
            row.addWidget(label(way.after.strip()))
            row.addStretch(1)
        return row
