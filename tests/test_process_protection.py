"""What the process forbids the system to do with its memory; tests/faults/test_memory.py reads it from outside."""

import subprocess
import sys

import pytest

PROTECTED = """
import resource
from evolve_desktop import process_protection

process_protection.protect()
print(resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_there_are_no_core_dumps() -> None:
    told = subprocess.run([sys.executable, "-c", PROTECTED], capture_output=True, text=True, check=True)
    assert told.stdout == "(0, 0)\n"


READABLE = """
import ctypes
from evolve_desktop import process_protection

def told():
    print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), end=" ")

with process_protection.readable():
    told()
told()
process_protection.forbid_reading()
told()
with process_protection.readable():
    told()
told()
try:
    with process_protection.readable():
        raise LookupError
except LookupError:
    told()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process forbid it")
def test_a_process_that_may_not_be_read_can_be_for_a_moment() -> None:
    told = subprocess.run([sys.executable, "-c", READABLE], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["1", "1", "0", "1", "0", "0"]
