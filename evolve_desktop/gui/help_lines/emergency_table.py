"""The emergency numbers of every country as a table, for a person who has chosen none yet."""

from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from evolve_desktop.content.help_lines import Country, HelpLines
from evolve_desktop.gui.help_lines.phone_label import PhoneLabel, way_row
from evolve_desktop.gui.widgets.accessibility import make_group
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.flow_layout import FlowLayout, column
from evolve_desktop.gui.widgets.labels import heading, label

_NARROWEST = 84  # characters for two columns of countries
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_BETWEEN_NUMBERS, _BETWEEN_ROWS, _BETWEEN_COLUMNS = 14, 4, 24


class EmergencyTable(Card):
    """Shows each country with its numbers, in two columns if the window is wide; `reaches` are the numbers."""

    def __init__(self, lines: HelpLines) -> None:
        super().__init__()
        self.setObjectName("emergency-table")
        make_group(self, lines.emergency_title)
        self.reaches: list[PhoneLabel] = []
        self._lines = lines
        self._is_wide: bool | None = None
        self._rows = [(label(country.name, "strong"), self._numbers(country)) for country in lines.shown("")]
        columns = QHBoxLayout()
        columns.setSpacing(_BETWEEN_COLUMNS)
        self._columns = QGridLayout(), QGridLayout()
        for grid in self._columns:
            grid.setVerticalSpacing(_BETWEEN_ROWS)
            grid.setColumnStretch(0, 2)
            grid.setColumnStretch(1, 3)
            beside = QVBoxLayout()
            beside.addLayout(grid)
            beside.addStretch(1)
            columns.addLayout(beside, stretch=1)
        self.add(heading(lines.emergency_title))
        self.body.addLayout(columns)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the countries in one column or two."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Fill the columns one after the other: the countries read on downwards."""
        is_wide = self.width() >= _NARROWEST * self.fontMetrics().averageCharWidth()
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        height = -(-len(self._rows) // 2) if is_wide else len(self._rows)
        for widget in chain(*self._rows):
            for grid in self._columns:
                grid.removeWidget(widget)
        for place, cells in enumerate(self._rows):
            for cell, widget in enumerate(cells):
                self._columns[place // height].addWidget(widget, place % height, cell, _MIDDLE)

    def _numbers(self, country: Country) -> QWidget:
        """Return the numbers of one country, or the sentence that stands for them."""
        ways = self._lines.emergency_ways(country)
        if not ways:
            return label(country.no_emergency)
        holder = QWidget()
        are_alike = not any(way.after for way in ways)
        numbers: QLayout = FlowLayout(holder, spacing=_BETWEEN_NUMBERS) if are_alike else column(holder, spacing=0)
        for number, way in enumerate(ways, start=1):
            reach = PhoneLabel(way.reach, f"{country.id}-number-{number}", f"{country.name}: {way.reach}{way.after}")
            self.reaches.append(reach)
            pair = QWidget()
            pair.setLayout(way_row("", reach, way.after))
            numbers.addWidget(pair)
        return holder
