"""Scrolls the article to the section in use on the red flags and My page, and My page to the section being read."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.article.article_view import ArticleView
from evolve_desktop.gui.widgets.focus import ensure_visible, is_written_in


class SectionFollower(QObject):
    """Marks the section of the control in use, after each answer and wherever the focus goes.

    All red flags belong to one section; on My page, a control is named after its line. The check-in, whose lines stand
    by section, does this itself.
    """

    def __init__(
        self, pack: Pack, session: Session, article: ArticleView, *, red_flags: QWidget, page: QWidget
    ) -> None:
        super().__init__(article)
        self._article = article
        self._red_flags, self._page = red_flags, page
        self._red_flag_section = pack.red_flags.section
        self._section_of_line = {item.id: item.section for item in pack.checklist.items}
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        session.subscribe(lambda: self._lead(QApplication.focusWidget()))
        article.section_changed.connect(self._on_section)

    def _on_focus(self, _former: QWidget | None, focus: QWidget | None) -> None:
        self._lead(focus)

    def _lead(self, control: QWidget | None) -> None:
        self._article.follow(self._section_of(control) if control is not None else "")

    def _section_of(self, control: QWidget) -> str:
        if self._red_flags.isAncestorOf(control):
            return self._red_flag_section
        return self._line_section(control) if self._page.isAncestorOf(control) else ""

    def _line_section(self, control: QWidget) -> str:
        return self._section_of_line.get(control.objectName().partition("-")[0], "")

    def _on_section(self) -> None:
        """Bring the first line of the section being read into view on My page, unless somebody writes there."""
        if is_written_in(self._page):
            return
        section = self._article.section
        buttons = (found for found in self._page.findChildren(QAbstractButton) if found.isVisible())
        first = next((found for found in buttons if self._line_section(found) == section), None)
        if first is not None:
            ensure_visible(first)
