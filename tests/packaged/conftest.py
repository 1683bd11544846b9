"""The built executables, a clean place to start them from, and a screen without a screen."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaged.program import PROGRAMS, Program


@pytest.fixture(params=PROGRAMS)
def program(request: pytest.FixtureRequest, tmp_path: Path) -> Program:
    path = PROGRAMS[str(request.param)]
    assert path.is_file(), f"{path} is not there: run `make build` first"
    built = Program(path, tmp_path)
    built.home.chmod(0o700)
    built.temporary.mkdir()
    return built


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """Start an X server that draws into memory, and name it."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, pass_fds=[writing], stdout=quiet, stderr=quiet) as server:
        os.close(writing)
        with os.fdopen(reading, encoding="ascii") as number:
            yield f":{number.readline().strip()}"
        server.terminate()
