"""Random clicks, keys and words in the real window; and that whoever plays them notices what goes wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import LONG
from tests.faults.conftest import Effort

pytestmark = pytest.mark.faults
CHECKOUT = Path(__file__).parent.parent.parent
RAISES = "desktop.autosave.changed.connect(lambda: {}['nothing'])"
WARNS = "desktop.autosave.changed.connect(lambda: QVBoxLayout(desktop.window))"
# Without a lock: who unlocks is shown what the disk holds, and goes on with that.
LOSES = "Vault.save = lambda self, diary: None; VaultController.can_lock = property(lambda self: False)"


def play(*command: str) -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, *command]
    return subprocess.run(whole, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=600)


def play_in_worse_window(how: str) -> str:
    """Play in a window that something was done to, until that is noticed; return what was printed."""
    code = f"""
import sys
from PySide6.QtWidgets import QVBoxLayout
from tools.fault_injection import events
from evolve_desktop.gui.storage.vault_controller import VaultController
from evolve_desktop.vault.vault import Vault

def spoil(desktop):
    {how}

sys.exit(events.main(["2000", "1"], spoil))
"""
    played = play("-c", code)
    assert played.returncode == 1, played.stdout + played.stderr
    return played.stdout


@pytest.mark.parametrize("part", [0, pytest.param(1, marks=LONG)])
def test_random_events_raise_nothing_warn_of_nothing_and_lose_nothing(
    request: pytest.FixtureRequest, part: int, effort: Effort
) -> None:
    seed = int(request.config.getoption("--seed")) + part
    played = play("-m", "tools.fault_injection.events", str(effort.events), str(seed))
    assert played.returncode == 0, f"--seed={seed}\n{played.stdout}{played.stderr}"


def test_an_exception_in_a_slot_is_noticed() -> None:
    assert "KeyError: 'nothing'" in play_in_worse_window(RAISES)


def test_a_warning_of_qt_is_noticed() -> None:
    assert "Qt: QLayout: Attempting to add QLayout" in play_in_worse_window(WARNS)


@LONG
def test_a_change_that_is_not_on_the_disk_is_noticed() -> None:
    assert "what was kept last is not what the vault holds" in play_in_worse_window(LOSES)
