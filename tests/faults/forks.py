"""Starts of the app that share its imports: a process imports them once, and forks for each start.

All else is a start's own: Qt, environment, open files, signals, and an end like that of any Python. A test that depends
on how Python itself begins, as another user or with other settings, starts a process of its own.
"""

import gc
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import IO, Protocol

from evolve_desktop import resource_paths
from evolve_desktop.content import loader

CHECKOUT = Path(__file__).parents[2]
SECONDS = 60
_LONGEST = 100_000  # bytes of a wish
_IMPORTED = ("evolve_desktop.cli", "evolve_desktop.app", "tests.gui.person", "tools.window_tour")


class Running(Protocol):
    """A started program, as `subprocess.Popen` is one."""

    stdout: IO[str] | None
    returncode: int | None

    def communicate(self, input: None = None, timeout: float | None = None) -> tuple[str, str]: ...  # noqa: A002
    def send_signal(self, sig: int) -> None: ...
    def kill(self) -> None: ...


class Fork:
    """A program in a fork; there is one at a time."""

    def __init__(self, server: socket.socket, pid: int, stdout: IO[str], errors: IO[bytes]) -> None:
        self._server, self._errors = server, errors
        self.pid = pid
        self.stdout: IO[str] | None = stdout
        self.returncode: int | None = None

    def send_signal(self, sig: int) -> None:
        """Send a signal, unless the program has ended."""
        if self.returncode is None:
            os.kill(self.pid, sig)

    def kill(self) -> None:
        """End the program at once."""
        self.send_signal(signal.SIGKILL)

    def communicate(self, input: None = None, timeout: float | None = None) -> tuple[str, str]:  # noqa: A002  (Popen's)
        """Wait for the end, and return what was printed and not read yet; raises TimeoutError if it does not come."""
        del input
        if self.stdout is None or self.stdout.closed:
            return "", ""
        if self.returncode is None:
            self._wait(timeout)
        with self.stdout as stdout, self._errors as errors:
            printed = os.pread(errors.fileno(), _LONGEST, 0) if errors.readable() else b""
            return stdout.read(), printed.decode(errors="replace")

    def _wait(self, timeout: float | None) -> None:
        self._server.settimeout(timeout)
        try:
            self.returncode = int(self._server.recv(_LONGEST))
        except TimeoutError:
            self.kill()
            self._wait(SECONDS)
            raise


class Forks:
    """The process that has imported the app; it begins with the first start."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._server: socket.socket | None = None

    def start(self, *program: str, environment: Mapping[str, str] | None = None, log: Path | None = None) -> Running:
        """Start `-m` a module or `-c` a code, with its arguments; `log` is a place for its standard error.

        Only Linux forks what uses Qt: elsewhere it is a process from its beginning.
        """
        inherited = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **(environment or {})}
        if sys.platform != "linux":
            command, pipe = [sys.executable, *program], subprocess.PIPE
            return subprocess.Popen(command, cwd=CHECKOUT, env=inherited, stdout=pipe, stderr=pipe, text=True)
        server = self._server or self._begin()
        reading, writing = os.pipe()
        errors = log.open("wb") if log else tempfile.TemporaryFile()  # noqa: SIM115  (the fork closes it)
        wish = json.dumps({"program": program, "environment": inherited}).encode()
        socket.send_fds(server, [wish], [writing, errors.fileno()])
        os.close(writing)
        server.settimeout(SECONDS)
        pid = int(server.recv(_LONGEST))
        return Fork(server, pid, os.fdopen(reading, errors="replace"), errors)

    def close(self) -> None:
        """Let the process end."""
        if self._server is not None and self._process is not None:
            self._server.close()
            self._process.wait(SECONDS)

    def _begin(self) -> socket.socket:
        self._server, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", "tests.faults.forks", str(theirs.fileno())]
        with theirs:
            handed = [theirs.fileno()]
            self._process = subprocess.Popen(command, cwd=CHECKOUT, pass_fds=handed, stdin=subprocess.DEVNULL)
        return self._server


def _serve(client: socket.socket) -> bytes:
    """Fork for each wish; return it in the fork, and nothing once there is nobody left to wish anything."""
    while True:
        wish, handles, _, _ = socket.recv_fds(client, _LONGEST, 2)
        if not wish:
            return b""
        pid = os.fork()
        if not pid:
            os.dup2(handles[0], 1)
            os.dup2(handles[1], 2)
        for handle in handles:
            os.close(handle)
        if not pid:
            return wish
        client.send(str(pid).encode())
        client.send(str(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])).encode())


def _run(program: list[str], environment: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()  # which Python asks for as it begins only
    option, what, *sys.argv[1:] = program
    if option == "-m":
        runpy.run_module(what, run_name="__main__", alter_sys=True)
    else:
        exec(what, {"__name__": "__main__"})  # noqa: S102  (as `python -c` does)


def _read_content_once() -> None:
    """Read the pack that ships once for all starts; one that is given is read by the start itself."""
    ships = resource_paths.content_pack()
    load, pack = loader.load_pack, loader.load_pack(ships)
    loader.load_pack = lambda folder: pack if folder == ships else load(folder)


def _main(descriptor: int) -> None:
    for module in _IMPORTED:
        import_module(module)
    _read_content_once()
    gc.freeze()
    with socket.socket(fileno=descriptor) as client:
        wish = _serve(client)
    if wish:
        _run(**json.loads(wish))


if __name__ == "__main__":
    _main(int(sys.argv[1]))
