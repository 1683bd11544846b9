"""Damaged files: all noticed, none written to."""

from pathlib import Path

import pytest

from tests.faults.conftest import Effort
from tools.fault_injection.damages import damage
from tools.fault_injection.results import Tally

pytestmark = pytest.mark.faults


@pytest.mark.parametrize("passphrase", ["", "rain"], ids=["plain", "sealed"])
def test_damages_are_all_noticed_and_told_as_damage(folder: Path, passphrase: str, effort: Effort) -> None:
    tally = Tally("damages")
    damage(folder, passphrase, effort.damages, tally)
    assert tally.failures == []
    assert (tally.noticed, tally.silently_wrong) == (effort.damages, 0)
