"""Random clicks, keys and words in the real window; and that whoever plays them notices what goes wrong."""

import pytest

from tests.conftest import LONG
from tests.faults.conftest import Effort
from tests.faults.forks import Forks

pytestmark = pytest.mark.faults
RAISES = "desktop.autosave.changed.connect(lambda: {}['nothing'])"
WARNS = "desktop.autosave.changed.connect(lambda: QVBoxLayout(desktop.window))"
# Without a lock: who unlocks is shown what the disk holds, and goes on with that.
LOSES = "Vault.save = lambda self, diary: None; VaultController.can_lock = property(lambda self: False)"


def play(forks: Forks, *program: str) -> tuple[int | None, str]:
    """Play, and return the exit code and what was printed."""
    played = forks.start(*program)
    printed = "".join(played.communicate(timeout=600))
    return played.returncode, printed


def play_in_worse_window(forks: Forks, how: str) -> str:
    """Play in a window that something was done to, until that is noticed; return what was printed."""
    program = f"""
import sys
from PySide6.QtWidgets import QVBoxLayout
from tools.fault_injection import events
from evolve_desktop.gui.storage.vault_controller import VaultController
from evolve_desktop.vault.vault import Vault

def spoil(desktop):
    {how}

sys.exit(events.main(["2000", "1"], spoil))
"""
    code, printed = play(forks, "-c", program)
    assert code == 1, printed
    return printed


@pytest.mark.parametrize("part", [0, pytest.param(1, marks=LONG)])
def test_random_events_raise_nothing_warn_of_nothing_and_lose_nothing(
    request: pytest.FixtureRequest, forks: Forks, part: int, effort: Effort
) -> None:
    seed = int(request.config.getoption("--seed")) + part
    code, printed = play(forks, "-m", "tools.fault_injection.events", str(effort.events), str(seed))
    assert code == 0, f"--seed={seed}\n{printed}"


def test_an_exception_in_a_slot_is_noticed(forks: Forks) -> None:
    assert "KeyError: 'nothing'" in play_in_worse_window(forks, RAISES)


@LONG
def test_a_warning_of_qt_is_noticed(forks: Forks) -> None:
    assert "Qt: QLayout: Attempting to add QLayout" in play_in_worse_window(forks, WARNS)


@LONG
def test_a_change_that_is_not_on_the_disk_is_noticed(forks: Forks) -> None:
    assert "what was kept last is not what the vault holds" in play_in_worse_window(forks, LOSES)
