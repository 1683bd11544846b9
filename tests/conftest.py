"""Fixtures that tests of every package share."""

import gc
import importlib
import os
import pickle
import random
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, groupby, zip_longest
from pathlib import Path

import pytest
from hypothesis import settings

from evolve_desktop import resource_paths
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from tests.x_server import x_server

# A busy computer is no fault of ours: no deadline.
settings.register_profile("short", deadline=None, max_examples=30)
settings.register_profile("long", deadline=None)

LONG = pytest.mark.long_form

_PREPARE = Path(__file__).parents[1] / "tools" / "prepare_system.sh"
_MUCH = 50_000
_WAITING = ("test_orca.py", "test_other_languages.py", "accessibility", "faults", "whole")
_EXECUTABLES = ("test_same_bytes.py", "test_installing.py", "test_single_file.py")
_SHORT = ("test_bundle.py", "test_manifest.py", "test_libraries.py")  # each process has its next file at hand already
_LONGEST_FIRST = (*_EXECUTABLES, *_SHORT, *_WAITING, "vault", "gui")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-expected", action="store_true", help="write the expected texts of the page anew")
    effort = "how much each test of faults tries, and how many examples each test of a property"
    parser.addoption("--faults", choices=["short", "long"], default="short", help=effort)
    anew = random.SystemRandom().randrange(10**6)
    parser.addoption("--seed", type=int, default=anew, help="play these random events in the window again")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile(config.getoption("--faults"))


def pytest_report_header(config: pytest.Config) -> str:
    return f"random events in the window: --seed={config.getoption('--seed')}"


def pytest_collection(session: pytest.Session) -> None:
    """Import a share of the tests before all are collected: each process compiles its own, and finds the rest compiled.

    Pytest compiles each assertion to say what failed, which takes 8 s for all tests; several processes that collected
    in one order would all compile everything.
    """
    config = session.config
    worker = getattr(config, "workerinput", None)
    if worker is None:
        return
    places = [config.invocation_params.dir / argument.partition("::")[0] for argument in config.args]
    files = [file.relative_to(config.rootpath) for place in places for file in sorted(place.rglob("test_*.py"))]
    for file in files[int(worker["workerid"].removeprefix("gw")) :: worker["workercount"]]:
        importlib.import_module(".".join(file.with_suffix("").parts))


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: who asks a screen reader waits for it most of the time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only the long form tries, and begin with what takes longest.

    What waits for a screen reader, or for an app that starts, is spread evenly, so that others work meanwhile.
    """
    if config.getoption("--faults") != "long":
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("long_form")])
        items[:] = [item for item in items if not item.get_closest_marker("long_form")]
    order = [*_LONGEST_FIRST, ""]
    items.sort(key=lambda item: next(place for place, name in enumerate(order) if not name or name in item.path.parts))
    files = [list(tests) for _file, tests in groupby(items, key=lambda item: item.path)]
    waiting = [tests for tests in files if not {*_WAITING}.isdisjoint(tests[0].path.parts)]
    working = [tests for tests in files if {*_WAITING}.isdisjoint(tests[0].path.parts)]
    some = max(1, round(len(working) / max(1, len(waiting))))
    mixed = chain.from_iterable(zip_longest(waiting, *(working[one::some] for one in range(some)), fillvalue=[]))
    items[:] = chain.from_iterable(mixed)


def pytest_collection_finish() -> None:
    """Leave the tests and all that was imported for them out of every later collection of garbage: it is quicker."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the line that brings what the skipped tests lack of this system, if it lacks something."""
    if sys.platform != "linux" or not terminalreporter.stats.get("skipped"):
        return
    asked = subprocess.run([_PREPARE, "line"], capture_output=True, text=True, check=False)
    if asked.stdout:
        terminalreporter.write_line(f"Fewer tests are skipped after: {asked.stdout.strip()}")


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(resource_paths.content_pack())


@pytest.fixture(scope="session", autouse=True)
def _toml_is_parsed_once() -> Iterator[None]:
    """Parse each text once, which is most of reading a pack; who asks again gets another copy of what was found."""
    parse = tomllib.loads
    parsed = lru_cache(maxsize=100)(lambda text: pickle.dumps(parse(text)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tomllib, "loads", lambda text: pickle.loads(parsed(text)))  # noqa: S301  (our own)
        yield


@pytest.fixture(scope="session")
def checkout() -> Path:
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with what is installed: no isolation, no network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=checkout, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(autouse=True)
def _garbage_is_collected_here() -> Iterator[None]:
    """Keep collection out of second threads, as the app does: docs/decisions/0008-garbage-in-one-thread.md."""
    gc.disable()
    yield
    if sum(gc.get_count()) > _MUCH:
        gc.collect()


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """Yield the name of a display that all tests of a process share."""
    with x_server() as (_server, display):
        yield display
