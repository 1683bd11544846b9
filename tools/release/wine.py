"""A Windows of its own in a folder, by Wine."""

import getpass
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_PROGRAMS = Path("/usr/lib/wine")
_AN_HOUR = 3600


class Wine:
    """Runs programs of Windows in a folder.

    `python` is where its interpreter belongs, `system` where its libraries, `local` where a person's programs and data.
    """

    def __init__(self, work: Path) -> None:
        self._prefix = work / "prefix"
        self.python = work / "python" / "python.exe"
        self.local = self._prefix / "drive_c" / "users" / getpass.getuser() / "AppData" / "Local"
        self.system = self._prefix / "drive_c" / "windows" / "system32"

    def boot(self) -> None:
        """Make the disk C: and the registry."""
        self.run(["wineboot", "--init"], self._prefix.parent)

    def run(
        self,
        command: Sequence[str | Path],
        at: Path,
        *,
        may_fail: bool = False,
        environment: Mapping[str, str] | None = None,
    ) -> str:
        """Run a program to its end and return what it says; its output must be a pipe, which Wine can pass on."""
        started = self.start(command, at, environment or {})
        told, _ = started.communicate("\n", timeout=_AN_HOUR)
        if started.returncode and not may_fail:
            raise SystemExit(f"{command[0]} ended with {started.returncode}:\n{told}")
        return told

    def start(self, command: Sequence[str | Path], at: Path, environment: Mapping[str, str]) -> "subprocess.Popen[str]":
        """Start a program."""
        quiet = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=;winedbg.exe=d"}
        return subprocess.Popen(
            [_PROGRAMS / "wine64", *command],
            cwd=at,
            env={**os.environ, "WINEPREFIX": str(self._prefix), **quiet, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )

    def stop(self) -> None:
        """End whatever still runs in this Windows."""
        environment = {**os.environ, "WINEPREFIX": str(self._prefix)}
        subprocess.run([_PROGRAMS / "wineserver64", "--kill"], env=environment, check=False)
