"""An X screen in memory that measures the time from the start of a program until it first draws."""

import ctypes
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

SECONDS = 60
_WIDTH, _HEIGHT = 1280, 800
_LOOK_EVERY = 0.002
_ALL_PLANES = ctypes.c_ulong(-1)
_WHOLE_PIXELS = 2


class _Image(ctypes.Structure):
    """The beginning of Xlib's XImage."""

    _fields_ = (
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.POINTER(ctypes.c_char)),
    )


class Screen:
    """A connection to an X screen that is black until a program draws on it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XGetImage.restype = ctypes.POINTER(_Image)
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(name.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))

    def milliseconds_until_drawn(self, command: Sequence[str | Path], home: Path) -> float:
        """Start a program, wait until it first draws, and end it; its files go into `home`."""
        plain = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
        self._wait(drawn=False)
        start = time.monotonic()
        with subprocess.Popen(command, env={**plain, "DISPLAY": self.name}, cwd=home) as program:
            self._wait(drawn=True)
            took = time.monotonic() - start
            program.terminate()
        return took * 1000

    def wait_until_drawn(self) -> None:
        """Return as soon as a program has drawn."""
        self._wait(drawn=True)

    def _wait(self, *, drawn: bool) -> None:
        end = time.monotonic() + SECONDS
        while self._is_drawn() != drawn:
            if time.monotonic() > end:
                raise TimeoutError("nothing was drawn" if drawn else "the last window does not go")
            time.sleep(_LOOK_EVERY)

    def _is_drawn(self) -> bool:
        """Whether the middle line of pixels is drawn on."""
        middle = (0, _HEIGHT // 2, _WIDTH, 1)
        image = self._x.XGetImage(self._display, self._root, *middle, _ALL_PLANES, _WHOLE_PIXELS)
        drawn = any(image.contents.data[: _WIDTH * 4])
        self._x.XDestroyImage(image)
        return drawn


@contextmanager
def screen() -> Iterator[Screen]:
    """Start an X server that draws into memory, and stop it at the end."""
    reading, writing = os.pipe()
    size = f"{_WIDTH}x{_HEIGHT}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, pass_fds=[writing], stdout=quiet, stderr=quiet) as server:
        os.close(writing)
        try:
            with os.fdopen(reading, encoding="ascii") as number:
                name = f":{number.readline().strip()}"
            yield Screen(name)
        finally:
            server.terminate()
