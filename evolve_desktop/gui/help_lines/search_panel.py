"""The search in the help lines of all countries, and the cards of those that it finds."""

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.content.help_lines import Country, HelpLines, search_help_lines
from evolve_desktop.gui.help_lines.country_card import CountryCard
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import label, link_button, show_text
from evolve_desktop.gui.widgets.line_fields import SearchField


class SearchPanel(QWidget):
    """Shows the lines that are found, in any country; without a search every country, or none.

    `shown` follows every change of what was found.
    """

    shown = Signal()

    def __init__(self, lines: HelpLines, today: date) -> None:
        super().__init__()
        self._lines = lines
        self._today = today
        self._shows_all = False
        self._cards: dict[str, CountryCard] = {}
        self._found: tuple[Country, ...] = ()
        self._search = SearchField("help-search", self.tr("Search all countries"))
        self._search.textChanged.connect(self._on_typed)
        self._search.typing_paused.connect(self._on_paused)
        self._result = label("", "muted")
        self._result.setObjectName("help-found")
        self._clear = link_button(self.tr("Clear the search and see all again"), "help-show-all", self._on_clear)
        self._holder = QWidget()
        self._list = column(self._holder, spacing=14)
        column(self, self._search, self._result, self._clear, self._holder, spacing=14)

    def show_all(self, *, is_wanted: bool) -> None:
        """Show every country, or none, while nothing is searched for."""
        self._shows_all = is_wanted
        if is_wanted and not self._cards:
            QTimer.singleShot(0, self, self._refresh)  # many cards: what stands above is painted first
        else:
            self._refresh()

    def clear(self) -> None:
        """End the search."""
        self._search.clear()

    def forget(self) -> None:
        """End the search; Undo brings nothing back."""
        self._search.forget()

    def _refresh(self) -> None:
        wanted = self._search.query
        every = self._lines.shown("") if self._shows_all else ()
        found = search_help_lines(self._lines, wanted) if wanted else every
        show_text(self._result, self._said(found) if wanted else "")
        self._clear.setVisible(bool(wanted) and not found)
        if found != self._found:
            self._found = found
            self._show_cards()

    def _said(self, found: tuple[Country, ...]) -> str:
        count = sum(len(country.emergency) + len(country.lines) for country in found)
        return self.tr("Lines found: {count}").format(count=count) if found else self.tr("No line has these words.")

    def _show_cards(self) -> None:
        """Show the cards of the countries to show, each made once, in the order of the content."""
        every = self._lines.shown("")
        wanted = {country.id: country for country in self._found}
        made = [country for country in every if country.id in wanted and country.id not in self._cards]
        self._cards |= {country.id: CountryCard(self._lines, country, self._today) for country in made}
        cards = [(country.id, self._cards[country.id]) for country in every if country.id in self._cards]
        self._holder.hide()  # many cards are laid out once
        for place, (country_id, card) in enumerate(cards):
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
            if country_id in wanted:
                card.show_lines(wanted[country_id])
            card.setVisible(country_id in wanted)
        self._holder.setVisible(bool(wanted))
        before: QWidget = self._clear
        for reach in (reach for _, card in cards for reach in card.reaches if made):
            QWidget.setTabOrder(before, reach)
            before = reach

    def _on_typed(self) -> None:
        self._refresh()
        if self._search.query:
            self.shown.emit()

    def _on_paused(self) -> None:
        announce(self._result, self._result.text())

    def _on_clear(self) -> None:
        self._search.clear()
        self._search.setFocus()
