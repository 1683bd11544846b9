"""Processes that are killed in the middle: what they acknowledged is there."""

from pathlib import Path

from tools.fault_injection.kills import kill_key_changes, kill_saves
from tools.fault_injection.results import Tally


def test_150_kills_in_saves_lose_nothing_that_was_acknowledged(folder: Path) -> None:
    tally = Tally("saves")
    kill_saves(folder, 150, tally)
    assert tally.failures == []
    assert tally.tries == 150
    assert tally.acknowledged > 150


def test_after_50_kills_in_key_changes_the_old_or_the_new_passphrase_opens_everything(tmp_path: Path) -> None:
    tally = Tally("key changes")
    kill_key_changes(tmp_path, 50, tally)
    assert tally.failures == []
    assert tally.tries == 50
    assert tally.acknowledged < 50
