"""The paper of a new page is what the person chose in the system's settings, whatever language they speak."""

import json
import os
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.gui.services.paper_setting import macos_paper, posix_paper

START = """
import json, os, sys
from pathlib import Path
from evolve_desktop import app, resource_paths

build = app.build_window

def build_window(*parts):
    running = build(*parts)
    print(running.session.check_in.plan.paper.value, flush=True)
    os._exit(0)

app.build_window = build_window
for setting in json.loads(sys.argv[2]):
    if not os.fork():
        os.environ.update(setting)
        app.run(resource_paths.content_pack(), Path(sys.argv[1]))
    assert os.wait()[1] == 0
"""
SETTINGS = [
    ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, "a4"),
    ({"LANG": "de_DE.UTF-8", "LC_PAPER": "en_US.UTF-8"}, "letter"),
    ({"LANG": "en_US.UTF-8", "LC_MEASUREMENT": "en_US.UTF-8", "LC_PAPER": "en_GB.UTF-8"}, "a4"),
    ({"LANG": "en_US.UTF-8"}, "letter"),
    ({"LANG": "de_DE.UTF-8", "LC_PAPER": "C"}, "a4"),
]


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these have settings of their own")
def test_a_new_page_has_the_paper_of_lc_paper(tmp_path: Path) -> None:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    environment = plain | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    settings = json.dumps([setting for setting, _ in SETTINGS])
    command = [sys.executable, "-c", START, str(tmp_path / "check-ins"), settings]  # all is imported once
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    papers = done.stdout.split()
    assert len(papers) == len(SETTINGS), done.stderr
    for (setting, paper), found in zip(SETTINGS, papers, strict=True):
        assert found == paper, setting


@pytest.mark.parametrize(
    ("setting", "paper"),
    [
        ({}, None),
        ({"LC_PAPER": ""}, None),
        ({"LC_PAPER": "POSIX"}, None),
        ({"LC_PAPER": "es_MX"}, Paper.LETTER),
        ({"LC_PAPER": "de_DE@euro"}, Paper.A4),
        ({"LC_PAPER": "de_DE.UTF-8", "LC_ALL": "en_CA.UTF-8"}, Paper.LETTER),
    ],
)
def test_the_country_of_lc_paper_counts_unless_lc_all_stands_above_it(
    setting: dict[str, str], paper: Paper | None
) -> None:
    assert posix_paper(setting) is paper


@pytest.mark.parametrize(
    ("content", "paper"),
    [
        (plistlib.dumps({"DefaultPaperID": "na-letter"}), Paper.LETTER),
        (plistlib.dumps({"DefaultPaperID": "iso-a4"}, fmt=plistlib.FMT_BINARY), Paper.A4),
        (plistlib.dumps({"DefaultPaperID": "iso-a3"}), None),
        (plistlib.dumps(["iso-a4"]), None),
        (b"garbage", None),
        (b"", None),
    ],
)
def test_macos_keeps_it_in_a_file(tmp_path: Path, content: bytes, paper: Paper | None) -> None:
    path = tmp_path / "preferences.plist"
    assert macos_paper(path) is None
    path.write_bytes(content)
    assert macos_paper(path) is paper
