"""The article, section by section, with its find bar."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from evolve_desktop.content.article import Article, ArticleBlock, BlockKind, Section
from evolve_desktop.gui.article.find_bar import FindBar, bar_button
from evolve_desktop.gui.widgets.buttons import ToolButton
from evolve_desktop.gui.widgets.flow_layout import column, set_margins
from evolve_desktop.gui.widgets.labels import heading, label, set_property, set_role
from evolve_desktop.gui.widgets.scroll_page import ScrollPage
from evolve_desktop.gui.widgets.text_layout import TextLayout

_ROLES = {1: "title", 2: "heading", 3: "strong"}
_WIDEST = 72
_TOP_LINE = 60
_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse


class ArticleView(QWidget):
    """Shows the article, its foot in small as the line of its publisher, who is named there if it has none.

    `section_changed` is emitted when the reader comes to another section.

    `smaller_requested` and `larger_requested` ask for another text size.
    """

    section_changed = Signal()
    smaller_requested = Signal()
    larger_requested = Signal()

    def __init__(self, article: Article, publisher: str, translated: str = "") -> None:
        super().__init__()
        self._column = ScrollPage(article.title, _WIDEST)
        self._column.setObjectName("article")
        self._column.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._column.setMinimumHeight(1)  # it scrolls, and is no reason to cut the bars around it
        self._section = article.sections[0].id
        *others, last = article.sections
        under = {article.sections[0].id: translated}
        self._frames = {
            section.id: _section_frame(section, section.blocks, under.get(section.id, "")) for section in others
        }
        ending = " ".join(block.text for block in article.foot) or publisher
        self._frames[last.id] = _section_frame(
            last, last.blocks[: len(last.blocks) - len(article.foot)], under.get(last.id, ""), ending
        )
        for frame in self._frames.values():
            self._column.body.addWidget(frame)
        self._column.body.addStretch(1)
        self._find = FindBar([text for frame in self._frames.values() for text in _texts(frame)])
        column(self, self._bar(article), self._find, self._column, spacing=0)
        self._find.found.connect(self._on_found)
        self._column.verticalScrollBar().actionTriggered.connect(self._on_scrolled_by_hand)

    @property
    def section(self) -> str:
        """The id of the section being read."""
        return self._section

    @property
    def place(self) -> tuple[str, float]:
        """The id of the section at the top and its share that is scrolled out; no id at the very start."""
        frame, share = self._column.at_top() or (None, 0.0)
        return next((section for section, other in self._frames.items() if other is frame), ""), min(1, max(0, share))

    def go_to(self, section_id: str, share: float) -> None:
        """Go back to a place, unless the article does not have this section."""
        if section_id in self._frames:
            self._column.go_to(self._frames[section_id], share)
            self._mark(section_id)

    def follow(self, section_id: str) -> None:
        """Mark the section of the line in use, and bring its heading into view; a heading in view stays where it is."""
        frame = self._frames.get(section_id)
        if frame is not None:
            self._column.show_start(frame)
            self._set_mark(section_id)

    def show_section(self, section_id: str) -> None:
        """Scroll to a section and mark it, even if the article ends too soon to bring it to the top."""
        self._column.reveal(self._frames[section_id])
        self._mark(section_id)

    def take_focus(self) -> None:
        """Take the focus, so that keys scroll the article."""
        self._column.setFocus()

    def forget(self) -> None:
        """Forget the search."""
        self._find.forget()

    def show_find(self) -> None:
        """Open the find bar."""
        self._find.open()

    def step_find(self, by: int) -> None:
        """Show the match `by` places on, or back."""
        self._find.step(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the search with Escape also while the text has the focus."""
        if event.key() == Qt.Key.Key_Escape and self._find.isVisible():
            self._find.finish()
            return
        super().keyPressEvent(event)

    def _bar(self, article: Article) -> QFrame:
        bar = QFrame()
        set_role(bar, "bar")
        row = QHBoxLayout(bar)
        row.addWidget(self._contents(article))
        row.addWidget(bar_button("find", self.tr("Find"), self.tr("Find in the article"), self.show_find))
        row.addStretch(1)
        row.addWidget(bar_button("smaller-text", self.tr("A-"), self.tr("Smaller text"), self.smaller_requested))
        row.addWidget(bar_button("larger-text", self.tr("A+"), self.tr("Larger text"), self.larger_requested))
        return bar

    def _contents(self, article: Article) -> QToolButton:
        contents = ToolButton()
        contents.setObjectName("contents")
        contents.setText(self.tr("Contents"))
        contents.setAccessibleName(self.tr("Contents of the article"))
        set_role(contents, "menu")
        contents.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(contents)
        menu.setObjectName("contents-menu")
        for section in article.sections:
            action = menu.addAction(section.heading)
            action.triggered.connect(lambda _=False, chosen=section.id: self._on_chosen(chosen))
        contents.setMenu(menu)
        return contents

    def _on_chosen(self, section_id: str) -> None:
        self.show_section(section_id)
        self._column.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_found(self) -> None:
        text, share = self._find.match
        self._column.bring_near(text, share)
        self._mark(next(section for section, frame in self._frames.items() if frame.isAncestorOf(text)))

    def _on_scrolled_by_hand(self) -> None:
        """Mark the section after keys, wheel and bar, which trigger an action; `show_section` only sets the value."""
        bar = self._column.verticalScrollBar()
        top = bar.sliderPosition()
        if top == bar.value():
            return
        line = top + self._reading_line(top)
        self._mark([section for section, frame in self._frames.items() if frame.y() <= line][-1])

    def _reading_line(self, top: int) -> int:
        """Return how far below the top the reader is: near it, but on the last page down to the end of the article."""
        height, end = self._column.viewport().height(), self._column.verticalScrollBar().maximum()
        last_page = min(height, end)
        return max(_TOP_LINE, round(height * (1 - (end - top) / last_page)))

    def _mark(self, section_id: str) -> None:
        if self._set_mark(section_id):
            self.section_changed.emit()

    def _set_mark(self, section_id: str) -> bool:
        """Mark a section alone, and return whether it is another one than before."""
        for other, frame in self._frames.items():
            set_property(frame, "marked", other == section_id)
        is_other, self._section = section_id != self._section, section_id
        return is_other


def _texts(frame: QFrame) -> list[QLabel]:
    """Return the texts of a section in reading order, without the bullets."""
    return [text for text in frame.findChildren(QLabel) if text.textInteractionFlags() & _BY_MOUSE]


def _section_frame(section: Section, blocks: Sequence[ArticleBlock], under: str, ending: str = "") -> QFrame:
    """Return a section with its heading, `under` small below it, these blocks, and `ending` small below them."""
    frame = QFrame()
    frame.setObjectName(f"section-{section.id}")
    set_role(frame, "section")
    layout = TextLayout(frame)
    set_margins(layout, start=14, top=4, end=8, bottom=4)
    layout.addWidget(heading(section.heading, _ROLES[section.level], level=section.level, selectable=True))
    if under:
        layout.addWidget(label(under, "small", selectable=True))
    for block in blocks:
        text = _with_bold(block.lead, block.text) if block.lead else label(block.text, selectable=True)
        if block.kind is BlockKind.BULLET:
            layout.add_marked(label("•"), text)
        else:
            layout.addWidget(text)
    if ending:
        layout.addWidget(label(ending, "small", selectable=True))
    return frame


def _with_bold(lead: str, text: str) -> QLabel:
    """Return a label that begins in bold; `<b>` is its only tag, so that nothing in it can open a file."""
    widget = label(selectable=True)
    widget.setTextFormat(Qt.TextFormat.RichText)
    widget.setText(f"<b>{escape(lead)}</b> {escape(text)}")
    return widget
