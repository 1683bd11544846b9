"""Power cuts at every operation of a real job; and two careless ways of writing, which the same cuts must catch."""

import shutil

import pytest

from tools.fault_injection.power_cuts import cut, recorded, recorded_in_place
from tools.fault_injection.results import Tally

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace records what is written; it is not here")


def test_a_power_cut_at_any_moment_loses_nothing_and_leaves_nothing_plain() -> None:
    tally = Tally("cuts")
    cut(*recorded(), tally, variants=3)
    assert tally.failures == []
    assert tally.tries > 500
    assert tally.acknowledged > 10


def test_without_fsync_the_same_cuts_lose_something() -> None:
    tally = Tally("no fsync")
    cut(*recorded(), tally, variants=2, syncs=False)
    assert tally.lost > 0


def test_written_in_place_the_same_cuts_lose_something() -> None:
    tally = Tally("in place")
    cut(*recorded_in_place(), tally, variants=60)
    assert tally.lost > 0
