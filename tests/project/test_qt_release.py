"""Why Qt is held below 6.12: docs/decisions/0001-qt-6.11.md."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

CALLS = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
before = sys.getrefcount(None)
for _ in range(20_000):
    thing.setObjectName("a line")
print(before - sys.getrefcount(None))
"""
MAY_VARY = 100


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be lost from Python 3.12 on")
def test_a_call_that_returns_none_loses_no_reference_to_it() -> None:
    called = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert called.returncode == 0, called.stderr
    assert int(called.stdout) < MAY_VARY


def test_the_project_asks_for_6_11_3_and_not_for_6_12(checkout: Path) -> None:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    (qt,) = (one for one in map(Requirement, project["project"]["dependencies"]) if "PySide6" in one.name)
    assert qt.name == "PySide6-Essentials"
    assert qt.specifier.contains("6.11.3")
    assert not qt.specifier.contains("6.11.2")
    assert not qt.specifier.contains("6.12.0")
