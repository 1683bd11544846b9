"""A screen without a screen, a session bus and an accessibility bus, each stopped when the tests are done."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = Path("/usr/bin/python3")
SECONDS = 20
_QUIET = subprocess.DEVNULL

# The desktop's programs run as an ordinary person's, who may not look into every process, also where root tries this.
AS_A_PERSON: Sequence[str] = (
    ("setpriv", "--bounding-set=-sys_ptrace", "--inh-caps=-sys_ptrace")
    if sys.platform == "linux" and os.geteuid() == 0
    else ()
)


@dataclass(frozen=True, slots=True)
class Bus:
    """Where a program has to be started to be seen and heard."""

    environment: Mapping[str, str]
    home: Path

    def start(self, command: Sequence[str | Path], **more: str) -> subprocess.Popen[str]:
        """Start a program there, which can be talked to by lines."""
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, env={**self.environment, **more}, stdin=pipe, stdout=pipe, stderr=pipe, text=True
        )

    def start_walker(self) -> subprocess.Popen[str]:
        """Start a program that knows of the app only what the bus tells."""
        return self.start([SYSTEM_PYTHON, "-W", "ignore", "-m", "tests.accessibility.walker"])

    def start_app(self, data: Path, *more: str) -> subprocess.Popen[str]:
        """Start the app as a desktop with a screen reader would, its data in a folder of its own."""
        command: list[str | Path] = [sys.executable, "-m", "evolve_desktop", "--data-dir", data, *more]
        quiet = "qt.accessibility.atspi=false"  # a line for each question about what is gone, until the pipe is full
        return self.start(command, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", QT_LOGGING_RULES=quiet)


def what_is_missing() -> str:
    """Return why there can be no bus here; empty where there can."""
    missing = [name for name in ("Xvfb", "dbus-daemon", "xdotool") if shutil.which(name) is None]
    if not LAUNCHER.exists():
        missing.append("at-spi2-core")
    elif not _has_walker():
        missing.append("python3-pyatspi")
    return f"not installed here: {', '.join(missing)}" if missing else ""


def _has_walker() -> bool:
    code = "import gi; gi.require_version('Atspi', '2.0')"
    return (
        SYSTEM_PYTHON.exists()
        and subprocess.run([SYSTEM_PYTHON, "-c", code], capture_output=True, check=False).returncode == 0
    )


@contextmanager
def running_bus(home: Path) -> Iterator[Bus]:
    """Start the screen and the buses; the home is a folder of the tests' own."""
    home.chmod(0o700)
    with _telling(["Xvfb", "-displayfd", "{}", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]) as display:
        plain = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
        folders = {"XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
        own_dialogs = {"QT_QPA_PLATFORMTHEME": "generic"}  # the file dialogs of a portal are not ours to try
        screen = {**plain, **folders, **own_dialogs, "DISPLAY": f":{display}"}
        bus_of_a_person = [*AS_A_PERSON, "dbus-daemon", "--session", "--nofork", "--print-address={}"]
        with _telling(bus_of_a_person, screen) as address:
            environment = {**screen, "DBUS_SESSION_BUS_ADDRESS": address}
            launch: list[str | Path] = [LAUNCHER, "--launch-immediately"]
            with _stopped(subprocess.Popen(launch, env=environment, stdout=_QUIET, stderr=_QUIET)):
                bus = Bus(environment, home)
                # The registry of programs and events sometimes ends while it starts; a walker waits until one stays.
                bus.start_walker().communicate(timeout=SECONDS)
                yield bus


@contextmanager
def _telling(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """Start a program that tells one line about itself through a pipe, whose number stands for `{}`."""
    reading, writing = os.pipe()
    command = [argument.format(writing) for argument in arguments]
    with _stopped(subprocess.Popen(command, env=environment, pass_fds=[writing], stdout=_QUIET, stderr=_QUIET)):
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as told:
            yield told.readline().strip()


@contextmanager
def _stopped(started: subprocess.Popen[bytes]) -> Iterator[None]:
    """Stop a program in the end, gently if it can be."""
    try:
        yield
    finally:
        started.terminate()
        try:
            started.wait(SECONDS)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()
