"""Help lines by country, with a search, below the person's own contacts; the country is not guessed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.content.help_lines import Country, HelpLines, search_help_lines
from evolve_desktop.gui.help_lines.contacts_panel import ContactsPanel
from evolve_desktop.gui.help_lines.country_card import CountryCard
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.combo_box import ComboBox, labelled
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import heading, label, link_button, show_text
from evolve_desktop.gui.widgets.lazy_view import RefreshWhenSeen
from evolve_desktop.gui.widgets.line_fields import SearchField
from evolve_desktop.gui.widgets.scroll_page import ScrollPage
from evolve_desktop.settings import Preferences


class HelpLinesView(QWidget):
    """Shows the lines of the chosen country or of every country, or those found by the search, in any country.

    `today` tells which lines were checked too long ago; `keep_requested` asks to turn saving on, which own contacts
    need. The search is forgotten as soon as the page is left.
    """

    storage_requested = Signal()

    def __init__(self, lines: HelpLines, preferences: Preferences, autosave: Autosave, today: date) -> None:
        super().__init__()
        self._lines = lines
        self._preferences = preferences
        self._today = today
        self._cards: dict[str, CountryCard] = {}
        self._shown: tuple[Country, ...] = ()
        self._column = ScrollPage(lines.title)
        self._own = ContactsPanel(lines, autosave)
        self._own.storage_requested.connect(self.storage_requested)
        self._search = SearchField("help-search", self.tr("Search all countries"))
        lazy = RefreshWhenSeen(self, self._refresh)
        self._search.textChanged.connect(lazy.request)
        self._search.typing_paused.connect(self._on_paused)
        self._found = label("", "muted")
        self._found.setObjectName("help-found")
        self._show_all = link_button(self.tr("Clear the search and see all again"), "help-show-all", self._on_show_all)
        self._chooser = ComboBox("country", lines.country_label)
        self._chooser.activated.connect(self._on_country)
        self._list = QVBoxLayout()
        self._build()
        preferences.subscribe(lazy.request)
        lazy.request()

    @property
    def is_writing(self) -> bool:
        """Whether a contact is being written that is not saved."""
        return self._own.is_writing

    def focus_first(self) -> None:
        """Move the focus to the first number, or to the choice of a country if none was chosen."""
        self._search.clear()
        self._column.go_to_start()
        is_chosen = self._chooser.currentIndex() > 0 and self._shown
        target = self._own.first or (self._cards[self._shown[0].id].reaches[0] if is_chosen else self._chooser)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Forget the search and the contact being written."""
        self._search.forget()
        self._own.forget()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the search, whatever is shown next."""
        super().hideEvent(event)
        if not event.spontaneous():  # the window itself is still there
            self._search.forget()

    def _build(self) -> None:
        body, lines = self._column.body, self._lines
        self._column.add(heading(lines.title, "title", level=1), label(lines.intro), self._own, self._search)
        self._column.add(labelled(lines.country_label, self._chooser), self._found, self._show_all)
        self._column.add(label(" ".join((*lines.notes, *lines.screen_notes)), "muted"))
        self._list.setSpacing(body.spacing())
        body.addLayout(self._list)
        body.addStretch(1)
        column(self, self._column)

    def _refresh(self) -> None:
        country_id = self._preferences.settings.country
        names = {country.id: country.name for country in self._lines.countries}
        self._chooser.show_choices({"": self._lines.not_set, **names}, country_id)
        wanted = self._search.query
        shown = search_help_lines(self._lines, wanted) if wanted else self._lines.shown(country_id)
        show_text(self._found, self._result(shown) if wanted else "")
        self._show_all.setVisible(bool(wanted) and not shown)
        if shown != self._shown:
            self._shown = shown
            self._show_cards()

    def _result(self, shown: tuple[Country, ...]) -> str:
        count = sum(len(country.emergency) + len(country.lines) for country in shown)
        return self.tr("Lines found: {count}").format(count=count) if shown else self.tr("No line has these words.")

    def _show_cards(self) -> None:
        """Show the cards of the countries to show, each made once, in the order of the content."""
        every = self._lines.shown("")
        wanted = {country.id: country for country in self._shown}
        made = [country for country in every if country.id in wanted and country.id not in self._cards]
        self._cards |= {country.id: CountryCard(self._lines, country, self._today) for country in made}
        cards = [(country.id, self._cards[country.id]) for country in every if country.id in self._cards]
        for place, (country_id, card) in enumerate(cards):
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
            if country_id in wanted:
                card.show_lines(wanted[country_id])
            card.setVisible(country_id in wanted)
        if made:
            before: QWidget = self._chooser
            for reach in (reach for _, card in cards for reach in card.reaches):
                QWidget.setTabOrder(before, reach)
                before = reach

    def _on_country(self) -> None:
        """Show the chosen country and end the search."""
        self._search.clear()
        self._preferences.change(self._preferences.settings.with_country(self._chooser.chosen))

    def _on_paused(self) -> None:
        announce(self._found, self._found.text())

    def _on_show_all(self) -> None:
        self._search.clear()
        self._search.setFocus()
