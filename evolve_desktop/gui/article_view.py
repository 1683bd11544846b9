"""The article, section by section, in the seed's own words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from evolve_desktop.content.article import Article, Block, BlockKind, Section
from evolve_desktop.gui.widgets.column import Column
from evolve_desktop.gui.widgets.texts import label, set_kind, set_property

_ROLES = {1: "title", 2: "heading", 3: "strong"}
_TOP_LINE = 60


class ArticleView(QWidget):
    """Shows the article; `section_reached` follows the reader's scrolling into another section."""

    section_reached = Signal()

    def __init__(self, article: Article, publisher: str) -> None:
        """Build a frame for each section."""
        super().__init__()
        self._column = Column(article.title)
        self._frames = {section.id: _section_frame(section) for section in article.sections}
        self._section = article.sections[0].id
        for index, frame in enumerate(self._frames.values()):
            self._column.body.addWidget(frame)
            if index == 0:
                self._column.body.addWidget(label(publisher, "small"))
        self._column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar(article))
        layout.addWidget(self._column)
        self._column.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def section(self) -> str:
        """The id of the section being read."""
        return self._section

    def show_section(self, section_id: str) -> None:
        """Scroll to a section and mark it."""
        self._column.reveal(self._frames[section_id])
        self._mark(section_id)

    def _bar(self, article: Article) -> QFrame:
        bar = QFrame()
        set_kind(bar, "bar")
        contents = QToolButton()
        contents.setObjectName("contents")
        contents.setText(self.tr("Contents"))
        set_kind(contents, "menu")
        contents.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(contents)
        for section in article.sections:
            action = menu.addAction(section.heading)
            action.triggered.connect(lambda _=False, chosen=section.id: self.show_section(chosen))
        contents.setMenu(menu)
        row = QHBoxLayout(bar)
        row.addWidget(contents)
        row.addStretch(1)
        return bar

    def _on_scrolled(self, top: int) -> None:
        reached = self._section
        for section_id, frame in self._frames.items():
            if frame.y() <= top + _TOP_LINE:
                reached = section_id
        if reached != self._section:
            self._mark(reached)
            self.section_reached.emit()

    def _mark(self, section_id: str) -> None:
        self._section = section_id
        for other, frame in self._frames.items():
            set_property(frame, "marked", other == section_id)


def _section_frame(section: Section) -> QFrame:
    frame = QFrame()
    frame.setObjectName(f"section-{section.id}")
    set_kind(frame, "section")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(14, 4, 8, 4)
    layout.setSpacing(8)
    layout.addWidget(label(section.heading, _ROLES[section.level], selectable=True))
    for block in section.blocks:
        layout.addLayout(_block_row(block))
    return frame


def _block_row(block: Block) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    if block.kind is BlockKind.BULLET:
        row.addWidget(label("•"), alignment=Qt.AlignmentFlag.AlignTop)
    text = f"{block.lead} {block.text}" if block.lead else block.text
    row.addWidget(label(text, selectable=True), stretch=1)
    return row
