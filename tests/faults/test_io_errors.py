"""Every call to the system that touches the vault fails in turn."""

import functools
import shutil
import subprocess
import sys

import pytest

from tests.faults.conftest import Effort
from tools.fault_injection.io_errors import ERRORS, fail_in_turn
from tools.fault_injection.results import Tally

pytestmark = pytest.mark.faults


@functools.cache
def _can_inject() -> bool:
    if shutil.which("strace") is None:
        return False
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        command = ["strace", "-e", "inject=fsync:error=EIO", "-o", "/dev/null", "-p", str(process.pid)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            said = tracer.stderr.readline() if tracer.stderr else ""
            process.communicate(b"\n")
    return "attached" in said


@pytest.mark.parametrize("job", ["keep", "save", "key", "restore", "reopen", "back up", "erase"])
def test_whatever_call_fails_nothing_is_lost_and_the_person_is_told(job: str, effort: Effort) -> None:
    if not _can_inject():
        pytest.skip("strace cannot attach to a process here, and no other tool makes its calls fail")
    tally = Tally(job)
    fail_in_turn([job], ERRORS, tally, every=False, stride=effort.stride_of_calls)
    assert tally.failures == []
    assert tally.noticed > 5 // effort.stride_of_calls
    assert tally.tries == tally.noticed + tally.acknowledged
