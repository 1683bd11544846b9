"""My page: the person's own words for it, a preview of exactly what will be printed, and the way onto paper."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from evolve_desktop.checkin.page_plan import ALSO_LINES, QUESTION_LINES, PagePlan
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.page_text import PageText
from evolve_desktop.errors import PageError
from evolve_desktop.gui.bridge import Bridge
from evolve_desktop.gui.press import Press
from evolve_desktop.gui.widgets.column import Column
from evolve_desktop.gui.widgets.page_preview import PagePreview
from evolve_desktop.gui.widgets.text_field import TextField
from evolve_desktop.gui.widgets.texts import label, show_text

_PAUSE_MS = 150


class PageView(QWidget):
    """The fields of the page beside its preview; asks for print, PDF and copy, and does none itself."""

    print_wanted = Signal()
    save_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, text: PageText, session: Session, bridge: Bridge, press: Press) -> None:
        """Build the fields; the preview is typeset when it is first seen."""
        super().__init__()
        self._session = session
        self._press = press
        self._column = Column(text.title)
        self._fields: list[tuple[TextField, Callable[[PagePlan], str]]] = []
        self._preview = PagePreview()
        self._told = label("", "strong")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.show_preview)
        self._build(text)
        bridge.changed.connect(self._refresh)
        self._refresh()

    def _build(self, text: PageText) -> None:
        self._field(text.main_topic, "main-topic", lambda p: p.main_topic, PagePlan.with_main_topic, 3)
        for i in range(ALSO_LINES):
            title = text.also if i == 0 else ""
            self._field(title, f"also-{i + 1}", partial(_also, i), partial(_with_also, i), 1)
        for i in range(QUESTION_LINES):
            title = text.questions if i == 0 else ""
            self._field(title, f"question-{i + 1}", partial(_question, i), partial(_with_question, i), 1)
        for sentence in (text.before_print, text.before_hand_over):
            self._column.body.addWidget(label(sentence, "small"))
        self._column.body.addWidget(self._told)
        self._column.body.addLayout(self._buttons())
        self._column.body.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column, stretch=1)
        layout.addWidget(self._preview, stretch=1)

    def _field(
        self,
        title: str,
        name: str,
        read: Callable[[PagePlan], str],
        write: Callable[[PagePlan, str], PagePlan],
        lines: int,
    ) -> None:
        if title:
            self._column.body.addWidget(label(title, "heading"))
        field = TextField(name, title or name.replace("-", " "), lines)
        field.edited.connect(lambda: self._on_edited(field, read, write))
        field.overfull.connect(lambda: show_text(self._told, field.overfull_sentence))
        self._fields.append((field, read))
        self._column.body.addWidget(field)

    def _buttons(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        for text, name, signal in (
            (self.tr("Print…"), "print", self.print_wanted),
            (self.tr("Save as PDF…"), "save-pdf", self.save_wanted),
            (self.tr("Copy as text"), "copy-text", self.copy_wanted),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setProperty("primary", name == "save-pdf")
            button.clicked.connect(signal)
            rows.addWidget(button)
        return rows

    def _refresh(self) -> None:
        plan = self._session.check_in.plan
        for field, read in self._fields:
            field.show_text(read(plan))
        self._pause.start()

    def show_preview(self) -> None:
        """Typeset the preview anew, as long as it is seen."""
        if not self.isVisible():
            return
        try:
            sheet = self._press.my_page(self._session.check_in)
        except PageError as error:
            show_text(self._told, str(error))
            return
        self._preview.show_pages(sheet.pages, sheet.text)
        is_long = len(sheet.pages) > sheet.usual_pages
        told = self.tr("This takes {count} sides of paper. Nothing is cut. A shorter page is easier to talk about.")
        show_text(self._told, told.format(count=len(sheet.pages)) if is_long else "")

    def _on_edited(
        self,
        field: TextField,
        read: Callable[[PagePlan], str],
        write: Callable[[PagePlan, str], PagePlan],
    ) -> None:
        plan = self._session.check_in.plan
        self._session.write(field.objectName(), read(plan), write(plan, field.text), field.text)


def _also(index: int, plan: PagePlan) -> str:
    return plan.also[index]


def _with_also(index: int, plan: PagePlan, text: str) -> PagePlan:
    return plan.with_also(index, text)


def _question(index: int, plan: PagePlan) -> str:
    return plan.questions[index]


def _with_question(index: int, plan: PagePlan, text: str) -> PagePlan:
    return plan.with_question(index, text)
