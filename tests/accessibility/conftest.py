"""The real app on a real accessibility bus, and a reader who knows only what is told there."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.accessibility.bus import Bus, running_bus, what_is_missing
from tests.accessibility.reader import Reader

Start = Callable[[], "subprocess.Popen[str]"]


@pytest.fixture(scope="session")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bus]:
    if why := what_is_missing():
        pytest.skip(why)
    with running_bus(tmp_path_factory.mktemp("home")) as started:
        yield started


@pytest.fixture
def reader(bus: Bus) -> Iterator[Reader]:
    met = Reader(bus)
    yield met
    met.leave()


@contextmanager
def starting(bus: Bus, reader: Reader, folder: Path) -> Iterator[Start]:
    """Yield what starts the app over and over on the same data, past the welcome; whatever still runs is stopped."""
    running: list[subprocess.Popen[str]] = []

    def start_app() -> "subprocess.Popen[str]":
        running.append(bus.start_app(folder))
        if not (folder / "check-ins").exists():
            reader.press("start")
        return running[-1]

    try:
        yield start_app
    finally:
        for app in running:
            app.kill()
            app.communicate()


@pytest.fixture
def start(bus: Bus, reader: Reader, tmp_path: Path) -> Iterator[Start]:
    with starting(bus, reader, tmp_path) as start_app:
        yield start_app
