"""Ends the app after saving when the system says so: by a signal (TERM, HUP, INT), or as the person's session ends."""

import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import Protocol

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

from evolve_desktop.errors import print_error

_NAMES = ("SIGTERM", "SIGHUP", "SIGINT")
_MANY = 64


class SessionManager(Protocol):
    """The part of QSessionManager that is needed here."""

    def allowsInteraction(self) -> bool:
        """Return whether the app may ask the person something now."""

    def cancel(self) -> None:
        """Ask the system not to end the session."""

    def release(self) -> None:
        """Let the next app ask."""


class SessionEnd(QObject):
    """`save` returns why it failed, or an empty string. `may_end` saves, and asks the person only if it is passed True.

    A signal can come between any two instructions, so its number goes through a pipe to the event loop, also to that of
    a dialog. Windows sends no signals; there and elsewhere the session's end comes through Qt.
    """

    def __init__(self, app: QGuiApplication, *, save: Callable[[], str], may_end: Callable[[bool], bool]) -> None:
        super().__init__(app)
        self._save = save
        self._may_end = may_end
        self._pipe: tuple[int, int] | None = None
        self._has_ended = False
        app.commitDataRequest.connect(self.save_before)

    def listen(self) -> None:
        """Receive the signals from now on; one that was ignored before, as by nohup, stays ignored."""
        if os.name == "nt":
            return
        self._pipe = reading, writing = os.pipe()
        os.set_blocking(reading, False)
        os.set_blocking(writing, False)
        notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._on_signal)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for name in _NAMES:
            number = getattr(signal, name)
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _leave_to_pipe)

    def finish(self) -> None:
        """Save once more after the event loop has ended by a signal: keys may have waited behind it."""
        if self._has_ended:
            reason = self._save()
            if reason:
                print_error(reason)

    def _on_signal(self) -> None:
        if self._pipe is not None:
            os.read(self._pipe[0], _MANY)
        self._has_ended = True
        try:
            self._save()
        finally:
            QGuiApplication.exit()  # not quit(), which asks the window first

    def save_before(self, manager: SessionManager) -> None:
        """Save before the session ends; stop its end if the person wants to go back."""
        can_ask = manager.allowsInteraction()
        if not self._may_end(can_ask):
            manager.cancel()
        if can_ask:
            manager.release()


def _leave_to_pipe(number: int, frame: FrameType | None) -> None:
    """Do nothing: without a handler in Python, the number would not go through the pipe."""
    del number, frame
