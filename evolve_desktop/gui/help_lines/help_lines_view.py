"""Urgent help: numbers first, then the choice of a country, the own contacts, and a search in all countries."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from evolve_desktop.content.help_lines import Country, HelpLines
from evolve_desktop.gui.help_lines.contacts_panel import ContactsPanel
from evolve_desktop.gui.help_lines.country_card import CountryCard
from evolve_desktop.gui.help_lines.emergency_table import EmergencyTable
from evolve_desktop.gui.help_lines.search_panel import SearchPanel
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.card import action_card
from evolve_desktop.gui.widgets.combo_box import ComboBox, labelled
from evolve_desktop.gui.widgets.flow_layout import FlowLayout, column
from evolve_desktop.gui.widgets.focus import ensure_visible
from evolve_desktop.gui.widgets.labels import heading, label, link_button, show_text
from evolve_desktop.gui.widgets.refresh_when_seen import RefreshWhenSeen
from evolve_desktop.gui.widgets.scroll_page import ScrollPage
from evolve_desktop.settings import Preferences

_WIDEST = 110
_AFTER_TOP = 1


class HelpLinesView(QWidget):
    """Shows the numbers of the chosen country, or the emergency numbers of every country; the country is not guessed.

    `today` tells which lines were checked too long ago. `closed` follows *Back* and Escape, `card_requested` asks for
    the wallet card. The search is forgotten as soon as the page is left.
    """

    closed = Signal()
    card_requested = Signal()

    def __init__(self, lines: HelpLines, preferences: Preferences, autosave: Autosave, today: date) -> None:
        super().__init__()
        self._lines, self._preferences, self._today = lines, preferences, today
        self._page = ScrollPage(lines.title, _WIDEST)
        self._back = link_button(self.tr("Back"), "help-back", self.closed.emit)
        self._to_choice = link_button(self.tr("Choose your country"), "help-to-choice", self._on_to_choice)
        self._chooser = ComboBox("country", lines.country_label)
        self._chooser.activated.connect(self._on_country)
        self._choice = labelled(lines.country_label, self._chooser)
        self._country: Country | None = None
        self._numbers: list[CountryCard | EmergencyTable] = []
        self._own = ContactsPanel(lines, autosave)
        self.undo_key = self._own.undo_key
        self._card_choice = label(lines.card_choice, "muted")
        self._search = SearchPanel(lines, today)
        self._search.shown.connect(lambda: self._page.reveal(self._search))
        self._build()
        self._lazy = RefreshWhenSeen(self, self._refresh)
        preferences.subscribe(self._lazy.request)
        self._lazy.request()

    @property
    def is_writing(self) -> bool:
        """Whether a contact is being written that is not saved."""
        return self._own.is_writing

    def focus_first(self) -> None:
        """Move the focus to the first number of the country, or to the way to the choice if none was chosen."""
        self._lazy.catch_up()
        self._search.clear()
        self._page.go_to_start()
        target = self._numbers[0].reaches[0] if self._country and self._numbers[0].reaches else self._to_choice
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, unless a contact is half written."""
        if event.key() == Qt.Key.Key_Escape and not self._own.is_writing:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        lines = self._lines
        top = QWidget()
        links = FlowLayout(top, spacing=16)
        title = heading(lines.title, "title", level=1)
        title.setWordWrap(False)
        for widget in (self._back, title, self._to_choice):
            links.addWidget(widget)
        show_card = (self.tr("See the card…"), "help-card", self.card_requested)
        card, inside = action_card(lines.card_title, [lines.card_notice], [show_card])
        card.setObjectName("help-card-offer")
        inside.insertWidget(2, self._card_choice)
        notes = label(" ".join((*lines.notes, *lines.screen_notes)), "muted")
        self._page.add(top, self._choice, label(lines.intro), notes, self._own, card, self._search)
        self._page.body.addStretch(1)
        column(self, self._page)

    def _refresh(self) -> None:
        country_id = self._preferences.settings.country
        names = {country.id: country.name for country in self._lines.countries}
        self._chooser.show_choices({"": self._lines.not_set, **names}, country_id)
        country = self._lines.country(country_id) if country_id in names else None
        if not self._numbers or country != self._country:
            self._country = country
            self._show_numbers()
        self._to_choice.setVisible(country is None)
        show_text(self._card_choice, "" if country else self._lines.card_choice)
        self._search.show_all(is_wanted=country is None)

    def _show_numbers(self) -> None:
        """Show the chosen country with what serves anywhere, below the choice; or the table, above it."""
        for former in self._numbers:
            self._page.body.removeWidget(former)
            former.hide()
            former.deleteLater()
        if self._country is None:
            self._numbers = [EmergencyTable(self._lines)]
        else:
            shown = self._lines.shown(self._country.id)
            self._numbers = [CountryCard(self._lines, country, self._today) for country in shown]
        self._page.body.removeWidget(self._choice)
        order = [*self._numbers, self._choice] if self._country is None else [self._choice, *self._numbers]
        for place, widget in enumerate(order, start=_AFTER_TOP):
            self._page.body.insertWidget(place, widget)
            widget.show()
        self._put_in_tab_order()

    def _put_in_tab_order(self) -> None:
        reaches: Iterable[QWidget] = [reach for numbers in self._numbers for reach in numbers.reaches]
        order = [*reaches, self._chooser] if self._country is None else [self._chooser, *reaches]
        for first, second in pairwise([self._back, self._to_choice, *order]):
            QWidget.setTabOrder(first, second)

    def _on_to_choice(self) -> None:
        self._chooser.setFocus(Qt.FocusReason.OtherFocusReason)
        ensure_visible(self._chooser)

    def _on_country(self) -> None:
        """Show the chosen country, whose numbers come into view and are said; end the search."""
        self._search.clear()
        self._preferences.change(self._preferences.settings.with_country(self._chooser.chosen))
        self._page.go_to_start()
        if self._country and self._numbers[0].reaches:
            announce(self._chooser, self._numbers[0].reaches[0].accessibleName())
