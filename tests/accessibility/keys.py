"""The keyboard, as the X server has it: real key presses for whatever window has the focus."""

import subprocess
from dataclasses import dataclass

from tests.accessibility.bus import Bus

SECONDS = 20


@dataclass(frozen=True, slots=True)
class Keys:
    """Presses keys by the names that X gives them."""

    bus: Bus

    def press(self, *keys: str) -> None:
        """Press one after the other."""
        self._xdotool("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "15", text)

    def turn_to(self, title: str) -> str:
        """Wait for a window of this title, and give it the focus, as a window manager would; return its number."""
        window = self._xdotool("search", "--sync", "--onlyvisible", "--name", f"^{title}$").split()[-1]
        self._xdotool("windowfocus", "--sync", window)
        return window

    def title(self, window: str) -> str:
        """Return the title of a window, as the task bar has it."""
        return self._xdotool("getwindowname", window).strip()

    def _xdotool(self, *arguments: str) -> str:
        told = subprocess.run(
            ["xdotool", *arguments],  # noqa: S607  (the one that the system has)
            env=self.bus.environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=SECONDS,
        )
        return told.stdout
