"""Processes that are killed in the middle: what they acknowledged is there."""

from pathlib import Path

import pytest

from tests.faults.conftest import Effort
from tools.fault_injection.kills import kill_key_changes, kill_saves
from tools.fault_injection.results import Tally

pytestmark = pytest.mark.faults


def test_kills_in_saves_lose_nothing_that_was_acknowledged(folder: Path, effort: Effort) -> None:
    tally = Tally("saves")
    kill_saves(folder, effort.kills_in_saves, tally)
    assert tally.failures == []
    assert tally.tries == effort.kills_in_saves
    assert tally.acknowledged > effort.kills_in_saves


def test_after_kills_in_key_changes_the_old_or_the_new_passphrase_opens_everything(
    tmp_path: Path, effort: Effort
) -> None:
    tally = Tally("key changes")
    kill_key_changes(tmp_path, effort.kills_in_key_changes, tally)
    assert tally.failures == []
    assert tally.tries == effort.kills_in_key_changes
    assert tally.acknowledged < effort.kills_in_key_changes
