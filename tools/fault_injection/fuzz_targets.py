"""The fuzz targets: reading any bytes must give a value or an error of one sentence for the person."""

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from evolve_desktop import resource_paths
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.content.loader import load_pack
from evolve_desktop.errors import DamagedVaultError, DiaryError, NewerVaultError
from evolve_desktop.vault import export
from evolve_desktop.vault.diary_json import from_export, from_json, to_json
from evolve_desktop.vault.encryption import Sealing
from evolve_desktop.vault.file_header import Mode, split, to_prefix
from evolve_desktop.vault.key_slots import MAX_MEMORY_KIB, MAX_PASSES
from tools.fault_injection.results import Tally
from tools.fault_injection.vault_workload import diary

_PACK = load_pack(resource_paths.content_pack())


def read_header(data: bytes) -> None:
    """Read the bytes as a vault file: accepted headers are bounded and canonical, and a plain file is intact."""
    try:
        header, prefix, content = split(data)
        assert to_prefix(header) == prefix  # noqa: S101  (the fuzzer looks for a failure)
        assert prefix + content == data  # noqa: S101  (see above)
        for slot in header.slots:
            assert slot.passes <= MAX_PASSES and slot.memory_kib <= MAX_MEMORY_KIB  # noqa: PT018, S101  (see above)
        if header.mode is Mode.PLAIN:
            plain = Sealing.plain()
            assert plain.seal(plain.unseal(data)) == data  # noqa: S101  (see above)
    except (DamagedVaultError, NewerVaultError):
        return


def read_diary(data: bytes) -> None:
    """Read the bytes as exported answers: accepted ones survive writing and reading again."""
    try:
        found = from_json(data)
    except DiaryError:
        return
    assert from_json(to_json(found)) == found  # noqa: S101  (see above)


def take_in(data: bytes) -> None:
    """Import the bytes into a diary and export it as text: no earlier entry is lost."""
    mine = diary(1)
    try:
        found = from_export(data)
    except DiaryError:
        return
    both = export.with_import(mine, found)
    assert both.check_ins[: len(mine.check_ins)] == mine.check_ins  # noqa: S101  (see above)
    assert both.contacts == found.contacts  # noqa: S101  (see above)
    assert export.with_import(both, found) == both  # noqa: S101  (see above)
    assert from_json(to_json(both)) == both  # noqa: S101  (see above)
    first_day = min(check_in.started for check_in in both.check_ins).isoformat()
    assert export.diary_text(Diary(check_ins=both.check_ins), _PACK).startswith(first_day)  # noqa: S101  (see above)


TARGETS: dict[str, Callable[[bytes], None]] = {"header": read_header, "diary": read_diary, "import": take_in}


CORPUS = Path(__file__).parent.parent.parent / "tests" / "data" / "corpus"
_RUNS = re.compile(r"Done (\d+) runs")


def is_here() -> bool:
    """Whether atheris is installed; it has no wheel for every system."""
    return importlib.util.find_spec("atheris") is not None


def fuzz(target: str, seconds: int, tally: Tally) -> None:
    """Fuzz one target, beginning with its corpus; new inputs are not added to the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words"
        words.write_text("\n".join(f'"{word}"' for word in sorted(set(_words(json.loads(export.schema()))))))
        finds = Path(folder) / "finds"
        finds.mkdir()
        options = [f"-max_total_time={seconds}", "-max_len=8192", f"-dict={words}", f"-artifact_prefix={folder}/"]
        command = [
            sys.executable,
            "-m",
            "tools.fault_injection.fuzz_runner",
            target,
            str(finds),
            str(CORPUS / target),
            *options,
        ]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    runs = _RUNS.search(done.stderr)
    tally.tries = int(runs[1]) if runs else 0
    if done.returncode:
        tally.failures.append(done.stderr[-2000:])


def _words(schema: object) -> Iterator[str]:
    """Yield every name and value of the schema."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key in {"title", "description", "pattern", "$ref"}:
                continue
            yield str(key)
            yield from _words(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _words(value)
    elif isinstance(schema, str) and schema:
        yield schema
