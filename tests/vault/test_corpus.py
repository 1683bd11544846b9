"""What the fuzzer found worth keeping is read once more in every test run."""

from pathlib import Path

import pytest

from tools.fault_injection.fuzz_targets import TARGETS

CORPUS = Path(__file__).parent.parent / "data" / "corpus"


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_every_find_of_the_fuzzer_ends_with_a_value_or_a_sentence(target: str) -> None:
    finds = sorted((CORPUS / target).iterdir())
    assert len(finds) >= 3
    for find in finds:
        TARGETS[target](find.read_bytes())
