"""The wheel of the checkout, installed, as the tests of the project itself need it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a folder of its own; what it depends on stays where the tests have it."""
    folder = tmp_path_factory.mktemp("installed")
    install = [sys.executable, "-m", "uv", "pip", "install", "--python", sys.executable, "--no-index", "--no-deps"]
    subprocess.run([*install, "--target", str(folder), str(wheel)], check=True, capture_output=True)
    return folder
