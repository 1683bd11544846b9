"""The built executables do on the command line what the checkout does."""

import subprocess
from pathlib import Path

import pikepdf
import pytest

from evolve_desktop import __version__
from tests.packaged.program import Program, waited_for
from tests.pdf import words_of

ANSWERS = Path(__file__).parents[1] / "data" / "answers.json"

pytestmark = pytest.mark.packaged


def test_it_tells_its_version(program: Program) -> None:
    told = program.run("--version")
    assert (told.returncode, told.stdout, told.stderr) == (0, f"{__version__}\n", "")


def test_it_checks_itself_without_a_screen_and_says_so_line_by_line(program: Program) -> None:
    checked = program.run("--self-check")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    lines = checked.stdout.splitlines()
    assert len(lines) == 4
    assert all(line.startswith("ok ") for line in lines), lines


def test_it_typesets_exactly_the_chosen_lines(program: Program) -> None:
    made = program.run("page", str(ANSWERS), "--pdf", "page.pdf")
    assert (made.returncode, made.stderr) == (0, "")
    words = words_of(program.home / "page.pdf")
    assert "How we choose what to talk about." in words
    assert "understand something we do or say." in words
    assert "This note is private." not in words
    with pikepdf.open(program.home / "page.pdf") as pdf:
        assert len(pdf.pages) == 1


def test_bad_input_is_told_in_one_line(program: Program) -> None:
    told = program.run("page", "nowhere.json", "--pdf", "page.pdf")
    assert told.returncode == 2
    assert len(told.stderr.splitlines()) == 1
    assert "nowhere.json" in told.stderr
    assert not (program.home / "page.pdf").exists()


def test_without_a_screen_it_names_the_check_that_needs_none(program: Program) -> None:
    told = program.run()
    assert told.returncode == 2
    assert len(told.stderr.splitlines()) == 1
    assert "--self-check" in told.stderr


def test_no_command_opens_a_way_to_the_internet(program: Program) -> None:
    for arguments in (["--self-check"], ["page", str(ANSWERS), "--pdf", "page.pdf"]):
        log = program.home / "calls.txt"
        watch = ["strace", "--follow-forks", "--seccomp-bpf", "--trace=network", f"--output={log}"]
        watch += [str(program.path), *arguments]
        subprocess.run(watch, cwd=program.home, env=program.environment(), check=True, capture_output=True)
        calls = log.read_text(encoding="utf-8")
        assert "exited with 0" in calls
        assert "AF_INET" not in calls


def test_it_leaves_nothing_behind(program: Program) -> None:
    program.run("--self-check")
    waited_for(lambda: not list(program.temporary.iterdir()))  # the single file's folder goes after the process
    assert list(program.home.iterdir()) == [program.temporary]
