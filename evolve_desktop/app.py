"""Builds the window from its parts and runs it; the only place that knows them all."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache, partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

import evolve_desktop.gui  # noqa: F401  (first: it makes the imports that follow cheap)
from evolve_desktop import languages, process_protection, resource_paths
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.check_in_id import new_id
from evolve_desktop.checkin.page_plan import PagePlan, Paper
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.wording import wording_of
from evolve_desktop.content.compiled import load_quickly, load_words_late
from evolve_desktop.content.pack import Pack
from evolve_desktop.errors import ContentError, RefusedError, Sentence, UsageError, print_error
from evolve_desktop.gui.services.actions import LanguageChoice
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.crash_handler import CrashHandler
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.services.documents import Documents
from evolve_desktop.gui.services.file_portal import portal_theme
from evolve_desktop.gui.services.gc_timer import GcTimer
from evolve_desktop.gui.services.idle_monitor import IdleMonitor
from evolve_desktop.gui.services.localization import WindowLanguage, default_paper, names_of
from evolve_desktop.gui.services.paper_setting import chosen_paper
from evolve_desktop.gui.services.ports import VaultPort
from evolve_desktop.gui.services.session_end import SessionEnd
from evolve_desktop.gui.services.single_instance import SingleInstance
from evolve_desktop.gui.services.theme import ThemeStyler, lacks_letters
from evolve_desktop.gui.shell.main_window import MainWindow
from evolve_desktop.gui.shell.pack_opener import PackOpener, refusal, refusal_at_start
from evolve_desktop.gui.widgets.localized import localized
from evolve_desktop.pack_choice import chosen_pack, own_pack, read_about, review_of
from evolve_desktop.settings import Preferences, Settings
from evolve_desktop.window_state import FILE_NAME, WindowStateFile

if TYPE_CHECKING:
    from evolve_desktop.document.renderer import DocumentRenderer
    from evolve_desktop.vault.key_slots import KdfCost

_GRID = 8  # pixels between those that tell whether the window is painted
_FEWEST_COLOURS = 3
_SEEN_BY_THEN_MS = 2000  # a desktop that is asked for its colours looks first who asks, and may have to start for it


class LaunchOptions(msgspec.Struct, frozen=True, kw_only=True):
    """All that a window needs from outside: folders, clock, dialogs; only tests lower the `cost` of a key.

    `claim` raises OSError while another running app may be writing to the data folder; `may_write` returns whether no
    other window has it open. The default `state_file` has no path: such a window starts with its usual looks and saves
    none. `compiled` returns where a quick copy of a pack may be.
    """

    content: Path
    compiled: Callable[[Path], Path | None] = lambda _pack: None
    data: Path
    now: Callable[[], datetime]
    dialogs: Dialogs
    state_file: WindowStateFile = msgspec.field(default_factory=WindowStateFile)
    paper: Paper = Paper.A4
    claim: Callable[[], None] = lambda: None
    cost: "KdfCost | None" = None
    may_write: Callable[[], bool] = lambda: True


class RunningApp:
    """The parts of a running app; a window in another language, or of another pack, has all of them anew.

    `on_window` is called with every window that replaces an earlier one. A second start and the end of the session
    outlive a window: they call this class, which asks the present one.
    """

    def __init__(self, app: QApplication, options: LaunchOptions) -> None:
        self._app, self._options = app, options
        self._language = WindowLanguage(app, _translations())
        self._vault = cache(lambda: _vault(options))
        self.on_window: Callable[[MainWindow], None] = lambda _window: None
        pack = self._spoken(options.content)
        self._opener = PackOpener(options.dialogs, read_about)
        found = options.state_file.found
        session = Session(_new_check_in(options), wording_of(pack))
        self._build(pack, session, Preferences(found.settings if found else Settings()))

    def come_forward(self) -> None:
        """Show the present window above the others."""
        self.window.come_forward()

    def save_for_end(self) -> str:
        """Save without a question, and return why that failed, or an empty string."""
        return self.window.save_for_end()

    def may_end_session(self, can_ask: bool) -> bool:  # noqa: FBT001  (as SessionEnd calls it)
        """Save, and return whether the person's session may end."""
        return self.window.may_end_session(can_ask)

    def tell_of_letters(self) -> None:
        """Tell the person, in English too, if no typeface here shows the letters of the window's language."""
        if lacks_letters(self._title):
            sentence = Sentence(
                "No typeface on this computer shows the letters of this language. Please install one that does, then "
                "start again. View > Language has other languages."
            )
            texts = dict.fromkeys((localized(sentence), sentence))
            self._options.dialogs.tell(self.window, "\n\n".join(texts))

    def speak_english(self) -> None:
        """Leave the application as it was before it spoke any language."""
        self._language.speak(languages.SOURCE)
        self._language.forget()

    def show_pack(self, folder: Path) -> None:
        """Show another pack, or the same in another language, at the same place with every answer.

        Raises ContentError, with nothing changed, if the pack has faults.
        """
        window, styler, idle_monitor = self.window, self._styler, self.idle_monitor
        window.setLayoutDirection(window.layoutDirection())  # this one does not turn round
        pack = self._spoken(folder)
        handed_over = window.handover.hand_over()
        self._build(pack, self.session.under(wording_of(pack)), Preferences(self.preferences.settings))
        styler.stop()
        idle_monitor.deleteLater()
        self.window.handover.take_over(handed_over)
        self.on_window(self.window)
        self.tell_of_letters()

    def _spoken(self, folder: Path) -> Pack:
        """Return the pack in a folder, and speak its language from now on."""
        pack = load_quickly(folder, self._options.compiled(folder))
        own = None if languages.is_shipped(folder) else load_words_late(folder, pack.about.language)
        self._language.speak(pack.about.language, own)
        self._folder = folder
        return pack

    def _build(self, pack: Pack, session: Session, preferences: Preferences) -> None:
        options, resources = self._options, resource_paths.resources()
        idle_monitor, autosave = IdleMonitor(self._app), Autosave(session, options.now)
        window = MainWindow(
            pack,
            session,
            autosave=autosave,
            vault=self._vault,
            has_vault=lambda: _has_vault(options, self._vault),
            may_write=options.may_write,
            documents=Documents(cache(lambda: _renderer(pack)), session, preferences, lambda: autosave.diary),
            preferences=preferences,
            dialogs=options.dialogs,
            idle_monitor=idle_monitor,
            new_check_in=partial(_new_check_in, options),
            state_file=options.state_file,
            languages=LanguageChoice(
                _language_names(),
                pack.about.language,
                review_of,
                on_chosen=self._show_chosen_soon,
                open_pack=self._open_pack,
            ),
        )
        styler = ThemeStyler(self._app, window, preferences, resources, views=window.lazy_views)
        styler.apply()
        self.session, self.preferences, self.autosave, self.idle_monitor = session, preferences, autosave, idle_monitor
        self.window, self._styler, self._title = window, styler, pack.article.title

    def _open_pack(self) -> None:
        self._opener.open(self.window, self.preferences)
        self._show_chosen_soon()

    def _show_chosen_soon(self) -> None:
        """Show the chosen pack once the menu that it or its language was chosen in is closed."""
        QTimer.singleShot(0, self.window, self._show_chosen)

    def _show_chosen(self) -> None:
        chosen = chosen_pack(self.preferences.settings)
        if chosen in {None, self._folder}:
            return
        try:
            self.show_pack(chosen)
        except ContentError as error:  # it was without faults a moment ago
            self._options.dialogs.tell(self.window, refusal(error))


def application() -> QApplication:
    """Start Qt. Its style is named here: setting it later would restore the old one, and load all that Qt has."""
    return QApplication(["evolve-desktop", "-style", "Fusion"])


def build_window(app: QApplication, options: LaunchOptions) -> RunningApp:
    """Build the window, not yet shown, for the content pack in a folder; raises ContentError if the pack has faults."""
    return RunningApp(app, options)


def _translations() -> Path:
    return resource_paths.resources() / "i18n"


@cache
def _language_names() -> Mapping[str, str]:
    return names_of(languages.shipped(), _translations())


def _new_check_in(options: LaunchOptions) -> CheckIn:
    now = options.now()
    return CheckIn(id=new_id(now), started=now.date(), plan=PagePlan(paper=options.paper))


def _vault(options: LaunchOptions) -> VaultPort:
    """Import the vault late: a window without one needs nothing of it."""
    from evolve_desktop.vault.key_slots import KdfCost  # noqa: PLC0415  (see above)
    from evolve_desktop.vault.vault import Vault  # noqa: PLC0415

    return Vault(options.data, options.now, claim=options.claim, cost=options.cost or KdfCost())


def _has_vault(options: LaunchOptions, vault: Callable[[], VaultPort]) -> bool:
    """Whether there is a vault; the window opens without one if the system does not let us look."""
    try:
        return options.data.is_dir() and vault().exists
    except (OSError, RefusedError):
        return False


def _renderer(pack: Pack) -> "DocumentRenderer":
    """Import the renderer late: the first window prints nothing."""
    from evolve_desktop.document.renderer import DocumentRenderer  # noqa: PLC0415  (see above)

    return DocumentRenderer(pack, resource_paths.resources() / "page", resource_paths.fonts())


def run(content: Path | None, data: Path, language: str = "", backup: Path | None = None) -> int:
    """Open the window and return its exit code; a second start for the same folder brings the first window forward.

    Without a pack it has that of the language, or of the one chosen earlier, or of the system's first one. It offers to
    restore a `backup`. Raises UserFacingError if no window can be opened.
    """
    process_protection.protect()
    app = _named_application()
    sys.excepthook = CrashHandler(QWidget(), dialogs := Dialogs(), lambda: False).handle  # until there is a window
    instance = SingleInstance(data)
    if not instance.acquire():
        return _leave_to_other(instance, backup)
    state_file = WindowStateFile(data.parent / FILE_NAME)
    settings = state_file.found.settings if state_file.found else Settings()
    options = LaunchOptions(
        content=content or own_pack([language, settings.language, *QLocale.system().uiLanguages()]),
        compiled=resource_paths.compiled_pack,
        data=data,
        now=_now,
        dialogs=dialogs,
        paper=chosen_paper(os.environ) or default_paper(QLocale.system()),
        state_file=state_file,
        claim=instance.claim,
        may_write=instance.acquire,
    )
    opened = Path(settings.pack) if settings.pack and not (content or language) else None
    try:
        return _run_window(app, options, instance, opened, backup)
    finally:
        instance.release()


def build_opened(app: QApplication, options: LaunchOptions, opened: Path | None) -> tuple[RunningApp, str]:
    """Build the window with the pack that was opened earlier, or else with that of the options, and say why."""
    if opened is None:
        return build_window(app, options), ""
    try:
        return build_window(app, msgspec.structs.replace(options, content=opened)), ""
    except ContentError as error:
        return build_window(app, options), refusal_at_start(error)


def _leave_to_other(instance: SingleInstance, backup: Path | None) -> int:
    """Bring the other window forward; raises UsageError if that fails, or if a backup has to be restored there."""
    if not instance.activate_other():
        raise UsageError(instance.unanswered)
    if backup is None:
        return 0
    raise UsageError(
        "Evolve is open already. To bring back {name}, choose “What is kept…” there, "
        "and then “Restore from a backup…”.",
        name=backup.name,
    )


def _run_window(
    app: QApplication, options: LaunchOptions, instance: SingleInstance, opened: Path | None, backup: Path | None
) -> int:
    running, unopened = build_opened(app, options, opened)
    instance.activated.connect(running.come_forward)

    def on_window(window: MainWindow) -> None:
        running.autosave.changed.connect(lambda: running.autosave.state is SaveState.SAVED and instance.acquire())
        sys.excepthook = CrashHandler(window, options.dialogs, window.is_unlocked).handle

    running.on_window = on_window
    on_window(running.window)
    end = SessionEnd(app, save=running.save_for_end, may_end=running.may_end_session)
    end.listen()
    QTimer.singleShot(_SEEN_BY_THEN_MS, process_protection.forbid_reading)
    running.window.fit_to_screen()
    running.window.show()
    running.window.start(backup)
    QTimer.singleShot(0, running.tell_of_letters)
    for refused in filter(None, (instance.refusal, unopened)):
        print_error(refused)
        QTimer.singleShot(0, partial(options.dialogs.tell, running.window, refused))
    code = app.exec()
    end.finish()
    sys.excepthook = sys.__excepthook__
    Shiboken.delete(running.window)  # at its end Python deletes widgets in any order, and a page still shown crashed
    return code


def tell(sentence: str) -> None:
    """Show a sentence in a dialog without a window."""
    _app = QApplication.instance() or _named_application()
    Dialogs().tell(QWidget(), sentence.encode(errors="replace").decode())  # a path in it need not be UTF-8


def _named_application() -> QApplication:
    """Start Qt with the name and the icon of the app."""
    with portal_theme():
        app = application()
    app.setApplicationName("Evolve")
    app.setDesktopFileName(os.environ.get("FLATPAK_ID") or "evolve-desktop")  # the dock finds the icon by it
    app.setWindowIcon(QIcon(str(resource_paths.app_icon())))
    GcTimer(app)
    return app


def paint(content: Path) -> None:
    """Build the window and paint it into a picture; raises ValueError if the picture stays empty. Opens no window."""
    app = QApplication.instance() or application()
    if not isinstance(app, QApplication):
        raise TypeError("Qt runs without windows here")
    options = LaunchOptions(content=content, data=content, now=_now, dialogs=Dialogs())
    picture = build_window(app, options).window.grab().toImage()
    looked_at = product(range(0, picture.width(), _GRID), range(0, picture.height(), _GRID))
    if len({picture.pixel(x, y) for x, y in looked_at}) < _FEWEST_COLOURS:
        raise ValueError("the window stays empty")


def _now() -> datetime:
    """Return the time, in UTC if the computer's time zone is none that exists."""
    try:
        return datetime.now().astimezone()
    except ValueError:
        return datetime.now(UTC)
