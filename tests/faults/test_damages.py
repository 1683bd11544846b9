"""Damaged files: 500 ways, all noticed, none written to."""

from pathlib import Path

import pytest

from tools.fault_injection.damages import damage
from tools.fault_injection.results import Tally


@pytest.mark.parametrize("passphrase", ["", "rain"], ids=["plain", "sealed"])
def test_500_damages_are_all_noticed_and_told_as_damage(folder: Path, passphrase: str) -> None:
    tally = Tally("damages")
    damage(folder, passphrase, 500, tally)
    assert tally.failures == []
    assert (tally.noticed, tally.silently_wrong) == (500, 0)
