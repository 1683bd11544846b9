"""Earlier check-ins: open one, compare two in words, follow one line over time, search the notes, delete with undo."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.wording import Wording
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.history.check_in_card import CheckInCard
from evolve_desktop.gui.history.check_in_finder import CheckInFinder
from evolve_desktop.gui.history.comparison_card import ComparisonCard
from evolve_desktop.gui.history.item_history_card import ItemHistoryCard
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.check_in_names import CheckInNames
from evolve_desktop.gui.widgets.announcements import announce, focus_and_say
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.dynamic_list import BETWEEN_CARDS, DynamicList
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import button, heading, label, link_button, show_text
from evolve_desktop.gui.widgets.lazy_view import LazyView
from evolve_desktop.gui.widgets.line_fields import SearchField
from evolve_desktop.gui.widgets.refresh_when_seen import RefreshWhenSeen
from evolve_desktop.gui.widgets.scroll_page import BETWEEN_PARTS, ScrollPage
from evolve_desktop.gui.widgets.undo_key import UndoKey, undo_key_name

_AT_ONCE = 10


class _Comparisons(QWidget):
    """Two days side by side, and one line over time."""

    def __init__(self, pack: Pack, wording: Wording | None) -> None:
        super().__init__()
        self._two_days = ComparisonCard(pack, wording)
        self._one_line = ItemHistoryCard(pack.checklist, wording)
        column(self, self._two_days, self._one_line, spacing=BETWEEN_PARTS)

    def show_check_ins(self, check_ins: Sequence[CheckIn], names: CheckInNames) -> None:
        """Offer these check-ins by name, newest first."""
        self._two_days.show_check_ins(check_ins, names)
        self._one_line.show_check_ins(check_ins)


class HistoryView(QWidget):
    """Lists the saved check-ins, newest first.

    `opened` is emitted after a check-in was opened, `new_requested` when the open one is to be deleted;
    `storage_requested` asks to turn saving on.
    """

    opened = Signal()
    new_requested = Signal()
    storage_requested = Signal()

    def __init__(self, pack: Pack, session: Session, autosave: Autosave) -> None:
        super().__init__()
        self._pack = pack
        self._session = session
        self._autosave = autosave
        self._cards: dict[str, CheckInCard] = {}
        self._kept: tuple[CheckIn, ...] = ()
        self._names = CheckInNames(())
        self._shown_limit = _AT_ONCE
        self._finder = CheckInFinder(self)
        self._finder.changed.connect(self._on_found)
        self._is_to_announce = False
        self._more = link_button("", "earlier-more", self._on_more)
        self._deleted: tuple[CheckIn, int] | None = None
        self._empty = label()
        self._keep = button(self.tr("Keep my check-ins…"), "earlier-keep", self.storage_requested, narrow=True)
        self._search = SearchField("earlier-search", self.tr("Search in your own words"))
        self._search.textChanged.connect(self._on_search)
        self._search.typing_paused.connect(self._on_paused)
        self._undo = Card("notice")
        self._gone = label()
        self._back = link_button(self.tr("Undo"), "undo-delete", self._on_undo)
        self._undo.add(self._gone, self._back)
        self.undo_key = UndoKey(self, lambda: self._deleted is not None, self._on_undo)
        self._list = DynamicList(BETWEEN_CARDS)
        self._comparisons = LazyView(self._build_comparisons, after_paint=True)
        self._build()
        autosave.changed.connect(RefreshWhenSeen(self, self._refresh).request)
        self._refresh()  # before it is shown: each card would be laid out twice

    def forget(self) -> None:
        """Forget the search, the deleted check-in and the list."""
        self._deleted = None
        self._search.forget()
        self._gone.clear()
        self._finder.forget()
        self._show(())

    def showEvent(self, event: QShowEvent) -> None:
        """Build the comparisons once the page is painted, if they stand below all that is seen of it."""
        super().showEvent(event)
        self._comparisons.build_soon()

    def _build(self) -> None:
        title = self.tr("Earlier")
        page = ScrollPage(title)
        page.add(heading(title, "title", level=1), self._empty, self._keep, self._search, self._undo)
        page.add(self._list, self._more, self._comparisons)
        page.body.addStretch(1)
        column(self, page)

    def _build_comparisons(self) -> _Comparisons:
        comparisons = _Comparisons(self._pack, self._session.wording)
        comparisons.show_check_ins(self._kept, self._names)
        return comparisons

    def _refresh(self) -> None:
        self._show(tuple(sorted(self._autosave.check_ins, key=lambda check_in: check_in.order)[::-1]))

    def _show(self, kept: tuple[CheckIn, ...]) -> None:
        """Show these check-ins, newest first."""
        self._kept, self._names = kept, CheckInNames(kept)
        self._keep.setVisible(self._autosave.state is SaveState.OFF)
        self._search.setVisible(bool(kept))
        self._undo.setVisible(self._deleted is not None)
        self._finder.look(kept, self._search.query)
        self._show_found()
        if self._comparisons.is_built or 0 < len(kept) < _AT_ONCE:
            self._comparisons.widget.show_check_ins(kept, self._names)

    def _show_found(self) -> None:
        """Show the newest of those found."""
        found = self._finder.found
        shown = found[: self._shown_limit]
        for check_in in shown:  # first, for what a card has anew takes its place in the tab order with the list
            if check_in.id in self._cards:
                self._fill(self._cards[check_in.id], check_in)
        cards = {f"{check_in.started} {check_in.id}": partial(self._make_card, check_in) for check_in in shown}
        self._list.show_widgets(cards)  # a card names its day, which may change
        self._cards = {check_in.id: self._cards[check_in.id] for check_in in shown}
        show_text(self._empty, self._why_empty())
        self._more.setText(self.tr("Show {count} older ones").format(count=min(_AT_ONCE, len(found) - len(shown))))
        self._more.setVisible(len(found) > len(shown))

    def _why_empty(self) -> str:
        """Return why no check-in is shown; nothing while the search goes on."""
        if self._autosave.state is SaveState.OFF:
            return self.tr(
                "Nothing is kept. What you answer is gone when the window closes, unless you choose to keep it."
            )
        if not self._kept:
            return self.tr("Nothing here yet. Your first check-in appears as soon as you answer a line.")
        is_none_found = self._finder.is_complete and not self._finder.found
        return self.tr("No check-in holds these words.") if is_none_found else ""

    def _on_search(self) -> None:
        self._is_to_announce = False
        self._finder.look(self._kept, self._search.query)
        self._show_found()

    def _on_found(self) -> None:
        self._show_found()
        if self._is_to_announce:
            self._on_paused()

    def _on_paused(self) -> None:
        """Announce the result in a pause, not at each key, and not before all check-ins were searched."""
        self._is_to_announce = not self._finder.is_complete
        if not self._is_to_announce:
            found = self.tr("Found: {count}").format(count=len(self._finder.found))
            announce(self._search, found if self._finder.found else self._empty.text())

    def _on_more(self) -> None:
        self._shown_limit += _AT_ONCE
        self._show_found()

    def _make_card(self, check_in: CheckIn) -> CheckInCard:
        card = CheckInCard(
            check_in,
            self._session,
            self._pack.page,
            on_open=partial(self._on_open, check_in.id),
            on_delete=partial(self._on_delete, check_in.id),
        )
        self._cards[check_in.id] = card
        self._fill(card, check_in)
        return card

    def _fill(self, card: CheckInCard, check_in: CheckIn) -> None:
        is_open = check_in.id == self._session.check_in.id
        total = len(self._pack.checklist.items)
        card.show_check_in(check_in, self._names[check_in.id], total, is_open=is_open)

    def _on_open(self, check_in_id: str) -> None:
        check_in = next(other for other in self._autosave.check_ins if other.id == check_in_id)
        self._session.start_new(check_in)
        self._refresh()
        self.opened.emit()

    def _on_delete(self, check_in_id: str) -> None:
        ids = [check_in.id for check_in in self._autosave.check_ins]
        place = ids.index(check_in_id)
        check_in = self._autosave.check_ins[place]
        self._deleted = (check_in, place)
        gone = self.tr("Deleted: {day}.").format(day=self._names[check_in_id])
        undo = self.tr("{keys} brings it back.").format(keys=undo_key_name())
        self._gone.setText(f"{gone} {undo} {self._pack.keeping.deleted}")
        if check_in_id == self._session.whole.id:
            self.new_requested.emit()
        self._autosave.delete(check_in_id)
        focus_and_say(self._back, self._gone.text())

    def _on_undo(self) -> None:
        if self._deleted is not None:
            (check_in, place), self._deleted = self._deleted, None
            self._autosave.restore(check_in, place)
            card = self._cards.get(check_in.id)
            if card is not None and card.isVisible():  # else it is not among the newest, or not found by the search
                card.take_focus()
