"""Every action of the window as a QAction, made once: menus, buttons and the table of shortcuts read the same ones."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar, Union

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from evolve_desktop.gui.widgets.labels import utf16_length
from evolve_desktop.settings import LOCK_AFTER, Settings, Theme

_Key = QKeySequence.StandardKey
_AS_TYPED = str.maketrans({"\N{PARAGRAPH SEPARATOR}": "\n", "\N{NO-BREAK SPACE}": " "})
T = TypeVar("T")


class Shortcut(msgspec.Struct, frozen=True):
    """What is done, and the keys to press for it."""

    does: str
    press: str


class Menu(msgspec.Struct, frozen=True):
    """A menu's title and its entries: an action, a menu inside it, or None for a separator."""

    title: str
    entries: Sequence[Union[QAction, "Menu", None]]


class LanguageChoice(msgspec.Struct, frozen=True):
    """The languages to choose from: what each calls itself, by its tag, and the present one.

    `review` says who has checked the words of one, or that nobody has. `on_chosen` is called after the choice of any;
    `open_pack` asks for words of another publisher.
    """

    names: Mapping[str, str]
    present: str
    review: Callable[[str], str] = lambda _language: ""
    on_chosen: Callable[[], None] = lambda: None
    open_pack: Callable[[], None] = lambda: None


class Actions(QObject):
    """Makes the actions; whoever holds them connects `triggered` and enables them.

    `tab_titles` are the pages of *View* in their order; `complaints_title` is the name of the places to complain.
    """

    def __init__(
        self,
        tab_titles: Sequence[str],
        complaints_title: str,
        settings: Settings,
        languages: "LanguageChoice",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.language_choice = languages
        self.languages = self._choices(languages.names, languages.present)
        self.tabs = [self._action(title, f"Ctrl+{number}") for number, title in enumerate(tab_titles, start=1)]
        self.themes = self._choices(theme_names(), settings.theme)
        self.lock_after = self._choices(self._lock_after_texts(), settings.lock_after)
        self.menus = (self._file(), self._edit(), self._view(), self._help(complaints_title))

    def shortcuts(self) -> list[tuple[str, list[Shortcut]]]:
        """Return each menu's title with the shortcuts of its actions."""
        return shortcuts_of(self.menus)

    def enable_editing(self, focus: object) -> None:
        """Enable cut, copy, paste and select all as far as the focused widget can do them."""
        field = focus if isinstance(focus, QLineEdit | QPlainTextEdit) else None
        can_read = not isinstance(field, QLineEdit) or field.echoMode() is QLineEdit.EchoMode.Normal
        has_selection = can_read and _has_selection(focus)
        can_write = field is not None and not field.isReadOnly()
        self.cut.setEnabled(can_write and has_selection)
        self.copy.setEnabled(has_selection)
        self.paste.setEnabled(can_write and bool(QApplication.clipboard().text()))
        self.select_all.setEnabled(field is not None or isinstance(focus, QLabel))

    def enable_all_editing(self) -> None:
        """Enable them all, so that their keys reach whatever has the focus."""
        for action in (self.cut, self.copy, self.paste, self.select_all):
            action.setEnabled(True)

    def _file(self) -> Menu:
        self.new_check_in = self._action(self.tr("&New check-in"), _Key.New)
        self.print = self._action(self.tr("&Print…"), _Key.Print)
        self.save_pdf = self._action(self.tr("&Save as PDF…"), _Key.Save)
        self.copy_text = self._action(self.tr("Copy as &text"))
        self.show_for_me = self._action(self.tr("&For me only"))
        self.show_wallet_card = self._action(self.tr("&Wallet card"))
        self.show_empty_form = self._action(self.tr("&Empty form"))
        self.open_pack = self._action(self.tr("&Open a pack…"), slot=self.language_choice.open_pack)
        self.show_storage = self._action(self.tr("&Keep my check-ins…"))
        self.lock = self._action(self.tr("&Lock"), "Ctrl+L")
        self.hide = self._action(self.tr("&Hide"))
        self.quit = self._action(self.tr("&Quit"), "Ctrl+Q")
        output = (self.print, self.save_pdf, self.copy_text)
        documents = (self.show_for_me, self.show_wallet_card, self.show_empty_form)
        storage = (self.show_storage, self.lock, self.hide)
        entries = (
            self.new_check_in,
            None,
            *output,
            None,
            *documents,
            None,
            self.open_pack,
            None,
            *storage,
            None,
            self.quit,
        )
        return Menu(self.tr("&File"), entries)

    def _edit(self) -> Menu:
        self.undo = self._action(self.tr("&Undo"), _Key.Undo)
        self.redo = self._action(self.tr("&Redo"), _Key.Redo)
        self.cut = self._action(self.tr("Cu&t"), _Key.Cut, cut)
        self.copy = self._action(self.tr("&Copy"), _Key.Copy, copy)
        self.paste = self._action(self.tr("&Paste"), _Key.Paste, paste)
        self.select_all = self._action(self.tr("Select &all"), _Key.SelectAll, select_all)
        self.find = self._action(self.tr("&Find in the article…"), _Key.Find)
        self.find_next = self._action(self.tr("Find &next"), _Key.FindNext)
        self.find_previous = self._action(self.tr("Find pre&vious"), _Key.FindPrevious)
        editing = (self.cut, self.copy, self.paste, self.select_all)
        finding = (self.find, self.find_next, self.find_previous)
        return Menu(self.tr("&Edit"), (self.undo, self.redo, None, *editing, None, *finding))

    def _view(self) -> Menu:
        self.next_pane = self._action(self.tr("Next &pane"), "F6")
        self.previous_pane = self._action(self.tr("Pane &before"), "Shift+F6")
        self.open_menu = self._action(self.tr("&Menus"), "F10")
        self.larger_text = self._action(self.tr("&Larger text"), _Key.ZoomIn)
        self.smaller_text = self._action(self.tr("&Smaller text"), _Key.ZoomOut)
        self.usual_text = self._action(self.tr("&Usual text size"), "Ctrl+0")
        self.remember_window = self._action(self.tr("&Remember how the window looks"))
        self.remember_window.setCheckable(True)
        self.one_line = self._action(self.tr("&One line at a time"), "Ctrl+6")
        self.one_line.setCheckable(True)
        panes = (self.next_pane, self.previous_pane, self.open_menu)
        sizes = (self.larger_text, self.smaller_text, self.usual_text)
        choices = (
            Menu(self.tr("&Colors"), tuple(self.themes.values())),
            Menu(self._language_title(), tuple(self.languages.values())),
            Menu(self.tr("Lock when &idle"), tuple(self.lock_after.values())),
        )
        looks = (*sizes, *choices, self.remember_window)
        return Menu(self.tr("&View"), (*self.tabs, None, self.one_line, None, *panes, None, *looks))

    def _help(self, complaints_title: str) -> Menu:
        self.show_help_lines = self._action(self.tr("&Help lines"), _Key.HelpContents)
        self.show_complaints = self._action(complaints_title)
        self.show_welcome = self._action(self.tr("&Welcome"))
        self.show_guide = self._action(self.tr("&Guide and keys"))
        self.report_problem = self._action(self.tr("&Report a problem…"))
        self.show_about = self._action(self.tr("&About"))
        self.about_qt = self._action(self.tr("About &Qt"))
        pages = (self.show_welcome, self.show_guide, self.report_problem)
        entries = (self.show_help_lines, self.show_complaints, None, *pages, None, self.show_about, self.about_qt)
        return Menu(self.tr("&Help"), entries)

    def _language_title(self) -> str:
        """Name the menu in English too: whoever does not read the window's language finds the way out by it."""
        title, english = self.tr("Lan&guage"), "Language"
        return title if plain_text(title) == english else f"{title} ({english})"

    def tell_reviews(self) -> None:
        """Say beside each language who has checked its words."""
        for tag, action in self.languages.items():
            name, review = self.language_choice.names[tag], self.language_choice.review(tag)
            action.setText(f"{name}. {review}" if review else name)

    def _lock_after_texts(self) -> dict[int, str]:
        minutes = self.tr("{count} min")
        return {count: minutes.format(count=count) if count else self.tr("Never") for count in LOCK_AFTER}

    def _action(
        self, text: str, key: QKeySequence.StandardKey | str | None = None, slot: Callable[[], None] | None = None
    ) -> QAction:
        action = QAction(text, self)
        if slot is not None:
            connect(action, slot)
        if isinstance(key, QKeySequence.StandardKey):
            action.setShortcuts(key)  # all that the system has for it
        elif key is not None:
            action.setShortcut(QKeySequence(key))
        return action

    def _choices(self, texts: Mapping[T, str], chosen: T) -> dict[T, QAction]:
        """Return actions of which one is always checked, at first the chosen one."""
        group = QActionGroup(self)
        actions = {value: self._action(text) for value, text in texts.items()}
        for value, action in actions.items():
            action.setCheckable(True)
            action.setChecked(value == chosen)
            group.addAction(action)
        return actions


def shortcuts_of(menus: Sequence[Menu]) -> list[tuple[str, list[Shortcut]]]:
    """Return each menu's title with its shortcuts (the first one of each action), without menus that have none."""
    found = [(plain_text(menu.title), list(_shortcuts(menu))) for menu in menus]
    return [(title, shortcuts) for title, shortcuts in found if shortcuts]


def plain_text(text: str) -> str:
    """Return the text of an action or a menu without the marks of its mnemonic."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))


def connect(action: QAction, slot: Callable[[], object]) -> None:
    """Call the slot without arguments whenever the action is triggered."""
    action.triggered.connect(lambda _checked=False: slot())


def cut() -> None:
    """Cut the selection of the focused field."""
    field = _field()
    if field is not None:
        field.cut()


def copy() -> None:
    """Copy the selection of the focused field or paragraph."""
    field, focus = _field(), QApplication.focusWidget()
    if field is not None:
        field.copy()
    elif isinstance(focus, QLabel) and focus.hasSelectedText():
        QApplication.clipboard().setText(focus.selectedText().translate(_AS_TYPED))


def paste() -> None:
    """Paste into the focused field."""
    field = _field()
    if field is not None:
        field.paste()


def select_all() -> None:
    """Select everything in the focused field or paragraph."""
    field, focus = _field(), QApplication.focusWidget()
    if field is not None:
        field.selectAll()
    elif isinstance(focus, QLabel):
        focus.setSelection(0, _length(focus))


def _field() -> QLineEdit | QPlainTextEdit | None:
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QPlainTextEdit) else None


def _length(paragraph: QLabel) -> int:
    """Return how many positions the words of a label take in Qt, without its tags."""
    is_rich = paragraph.textFormat() is Qt.TextFormat.RichText
    words = QTextDocumentFragment.fromHtml(paragraph.text()).toPlainText() if is_rich else paragraph.text()
    return utf16_length(words)


def _has_selection(focus: object) -> bool:
    if isinstance(focus, QPlainTextEdit):
        return focus.textCursor().hasSelection()
    return isinstance(focus, QLineEdit | QLabel) and focus.hasSelectedText()


def _shortcuts(menu: Menu) -> Iterator[Shortcut]:
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from _shortcuts(entry)
        elif entry is not None and not entry.shortcut().isEmpty():
            keys = entry.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Shortcut(plain_text(entry.text()), keys)


def theme_names() -> dict[Theme, str]:
    """Return what each theme is called in the menu."""
    return {
        Theme.SYSTEM: QCoreApplication.translate("Actions", "As the system"),
        Theme.LIGHT: QCoreApplication.translate("Actions", "Light"),
        Theme.DARK: QCoreApplication.translate("Actions", "Dark"),
        Theme.HIGH_CONTRAST: QCoreApplication.translate("Actions", "High contrast"),
    }
