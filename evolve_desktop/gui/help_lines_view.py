"""Help lines by country, the emergency number first and large, each with its source and date."""

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from evolve_desktop.content.help_lines import Country, HelpLine, HelpLines, Way
from evolve_desktop.gui.widgets.chooser import Chooser, labelled
from evolve_desktop.gui.widgets.column import Column
from evolve_desktop.gui.widgets.heading import heading
from evolve_desktop.gui.widgets.texts import box, label
from evolve_desktop.settings import Preferences


class HelpLinesView(QWidget):
    """The lines of the country that the person chose, or of every country; nothing is guessed from the locale."""

    def __init__(self, lines: HelpLines, preferences: Preferences, today: date) -> None:
        """Build the page around the lines; `today` tells which of them were checked too long ago."""
        super().__init__()
        self._lines = lines
        self._preferences = preferences
        self._today = today
        self._shown: tuple[Country, ...] = ()
        self._reaches: list[QWidget] = []
        self._cards = QWidget()
        self._chooser = Chooser("country", lines.country_label)
        self._chooser.activated.connect(self._on_country)
        self._column = Column(lines.title)
        self._build()
        preferences.subscribe(self._refresh)
        self._refresh()

    def focus_first(self) -> None:
        """Go to the first number of the chosen country, or to the choice of a country where there is none yet."""
        self._column.verticalScrollBar().setValue(0)
        is_chosen = self._chooser.currentIndex() > 0 and self._reaches
        target = self._reaches[0] if is_chosen else self._chooser
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the cards, which nobody needed before."""
        super().showEvent(event)
        self._refresh()

    def _build(self) -> None:
        body = self._column.body
        body.addWidget(heading(self._lines.title, "title", level=1))
        body.addWidget(label(self._lines.intro))
        body.addWidget(labelled(self._lines.country_label, self._chooser))
        body.addWidget(label(" ".join((*self._lines.notes, *self._lines.screen_notes)), "muted"))
        body.addWidget(self._cards)
        body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)

    def _refresh(self) -> None:
        country_id = self._preferences.settings.country
        names = {country.id: country.name for country in self._lines.countries}
        self._chooser.show_choices({"": self._lines.not_set, **names}, country_id)
        shown = self._lines.shown(country_id)
        if not self.isVisible() or shown == self._shown:
            return
        self._shown = shown
        self._show_cards()

    def _on_country(self) -> None:
        self._preferences.change(self._preferences.settings.with_country(self._chooser.chosen))

    def _show_cards(self) -> None:
        self._reaches = []
        cards = QWidget()
        layout = QVBoxLayout(cards)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._column.body.spacing())
        for country in self._shown:
            layout.addWidget(self._card(country))
        self._column.body.replaceWidget(self._cards, cards)
        self._cards.hide()
        self._cards.deleteLater()
        self._cards = cards
        cards.show()
        for before, after in zip([self._chooser, *self._reaches], self._reaches, strict=False):
            QWidget.setTabOrder(before, after)

    def _card(self, country: Country) -> QWidget:
        frame, inside = box("card")
        frame.setObjectName(country.id)
        inside.addWidget(heading(country.name))
        for number, emergency in enumerate(country.emergency, start=1):
            before, after = f"{self._lines.emergency_label} ", f" {emergency.label}".rstrip()
            way = Way(before=before, reach=emergency.number, after=after)
            inside.addLayout(self._way(way, f"{country.id}-emergency-{number}", country.name))
        if country.emergency:
            inside.addWidget(label(country.emergency_source, "small"))
        if country.no_emergency:
            inside.addWidget(label(country.no_emergency))
        for line in country.lines:
            self._add_line(inside, line)
        return frame

    def _add_line(self, inside: QVBoxLayout, line: HelpLine) -> None:
        inside.addSpacing(inside.spacing())
        inside.addWidget(label(line.name, "strong"))
        for number, way in enumerate(self._lines.ways(line), start=1):
            inside.addLayout(self._way(way, f"{line.id}-{number}", line.name))
        if line.details:
            inside.addWidget(label(" · ".join(line.details)))
        inside.addWidget(label(f"{line.source_type} · {self._lines.dated(line, self._today)}", "small"))

    def _way(self, way: Way, name: str, whose: str) -> QHBoxLayout:
        reach = _Reach(way.reach, name, f"{whose}: {way.words}")
        self._reaches.append(reach)
        row = QHBoxLayout()
        if way.before.strip():
            row.addWidget(label(way.before.strip()))
        row.addWidget(reach, stretch=0 if way.after.strip() else 1)
        if way.after.strip():
            row.addWidget(label(way.after.strip()))
            row.addStretch(1)
        return row


class _Reach(QLabel):
    """A number or address by itself; Tab and a double click select the whole of it, never a few of its digits."""

    def __init__(self, text: str, name: str, accessible_name: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setProperty("role", "number")
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        """Select all where the text would be entered at its start, or a word of it be taken."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.setSelection(0, len(self.text()))
            return True
        is_handled = super().event(event)
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setSelection(0, len(self.text()))
        return is_handled
