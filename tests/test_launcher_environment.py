"""What the launcher of the single file changed in the environment is taken back before anything else reads it."""

import os
import sys

import pytest

from evolve_desktop import launcher_environment

OWN = {"HOME": "/home/anna"}
ADDED = {"EVOLVE_LAUNCHER_PIPE": "-1", "EVOLVE_LAUNCHER_LOCK": "-1", "TMPDIR": "/run/user/1000/evolve-x7d2Qa"}


@pytest.mark.parametrize("former", ["", "/mnt/stick", "/caf\udce9"])
def test_the_folder_for_temporary_files_is_the_former_one(former: str) -> None:
    environment = {**OWN, **ADDED, "EVOLVE_FORMER_TMPDIR": former}
    launcher_environment.restore(environment)
    assert environment == {**OWN, "TMPDIR": former}


def test_where_there_was_none_there_is_none() -> None:
    environment = {**OWN, **ADDED}
    launcher_environment.restore(environment)
    assert environment == OWN


def test_a_start_without_the_launcher_changes_nothing() -> None:
    environment = {**OWN, "TMPDIR": "/mnt/stick"}
    launcher_environment.restore(environment)
    assert environment == {**OWN, "TMPDIR": "/mnt/stick"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("name", ["EVOLVE_LAUNCHER_PIPE", "EVOLVE_LAUNCHER_LOCK"])
def test_a_program_that_the_app_starts_holds_neither_pipe_nor_lock(name: str) -> None:
    reading, writing = os.pipe()
    os.set_inheritable(writing, True)  # noqa: FBT003  (it takes no keyword)
    launcher_environment.restore({name: str(writing)})
    assert not os.get_inheritable(writing)
    os.close(reading)
    os.close(writing)
