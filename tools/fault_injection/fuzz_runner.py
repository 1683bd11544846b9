"""Runs one target under atheris: `python -m tools.fault_injection.fuzz_runner TARGET FOLDER… -max_total_time=60`."""

import sys

import atheris  # type: ignore[import-untyped]  # it has no types

with atheris.instrument_imports(include=["evolve_desktop"]):
    from tools.fault_injection.fuzz_targets import TARGETS


def main() -> None:
    """Fuzz until the time is over or a target fails."""
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


main()
