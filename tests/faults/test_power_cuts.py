"""Power cuts at every operation of a real job; and two careless ways of writing, which the same cuts must catch."""

import shutil
from pathlib import Path

import pytest

from tests.faults.conftest import Effort
from tools.fault_injection.power_cuts import cut, recorded, recorded_in_place
from tools.fault_injection.record import Event
from tools.fault_injection.results import Tally

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace records what is written; it is not here"),
]


@pytest.fixture(scope="module")
def job() -> tuple[Path, list[Event]]:
    return recorded()


def test_a_power_cut_at_any_moment_loses_nothing_and_leaves_nothing_plain(
    job: tuple[Path, list[Event]], effort: Effort
) -> None:
    tally = Tally("cuts")
    cut(*job, tally, variants=effort.variants_of_a_cut)
    assert tally.failures == []
    assert tally.tries > 200 * effort.variants_of_a_cut
    assert tally.acknowledged > 10


def test_without_fsync_the_same_cuts_lose_something(job: tuple[Path, list[Event]], effort: Effort) -> None:
    tally = Tally("no fsync")
    cut(*job, tally, variants=effort.variants_of_a_cut, syncs=False)
    assert tally.lost > 0


def test_written_in_place_the_same_cuts_lose_something(effort: Effort) -> None:
    tally = Tally("in place")
    cut(*recorded_in_place(), tally, variants=effort.variants_in_place)
    assert tally.lost > 0
