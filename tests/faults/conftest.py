"""How much each fault test tries: little in `make test`, much in `.ci/run`, most in `make torture`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.forks import Forks
from tests.gui.conftest import _content_is_read_once, answers, packs, runs, short  # noqa: F401  (fixtures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """The size of each fault test; with a stride of 3 every third call fails."""

    kills_in_saves: int
    kills_in_key_changes: int
    variants_of_a_cut: int
    variants_in_place: int
    stride_of_calls: int
    damages: int
    events: int
    ways_to_lock: int


EFFORTS = {
    "short": Effort(
        kills_in_saves=15,
        kills_in_key_changes=8,
        variants_of_a_cut=1,
        variants_in_place=10,
        stride_of_calls=16,
        damages=90,
        events=50,
        ways_to_lock=1,
    ),
    "long": Effort(
        kills_in_saves=150,
        kills_in_key_changes=50,
        variants_of_a_cut=3,
        variants_in_place=60,
        stride_of_calls=1,
        damages=500,
        events=500,
        ways_to_lock=4,
    ),
}


@pytest.fixture(scope="session")
def effort(request: pytest.FixtureRequest) -> Effort:
    return EFFORTS[request.config.getoption("--faults")]


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    """Start the app in forks of one process that has imported it."""
    made = Forks()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"
