"""The built executables, and a clean place to start them from."""

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
