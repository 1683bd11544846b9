"""The commands without a window: the files that a person names are read and written as they expect, or left alone."""

import fcntl
import json
import os
import shutil
import stat
from datetime import date
from pathlib import Path

import pytest

from evolve_desktop import resource_paths
from evolve_desktop.cli import main
from evolve_desktop.commands import check_content
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.vault.diary_json import MAX_EXPORT
from tests.limits import no_file_larger_than
from tests.pdf import words_of

ANSWERS = Path(__file__).parent / "data" / "answers.json"


def page(answers: Path, pdf: Path) -> int:
    return main(["page", str(answers), "--pdf", str(pdf)])


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "page.pdf"


def test_a_page_is_typeset_for_the_persons_eyes_only(pdf: Path) -> None:
    assert page(ANSWERS, pdf) == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(pdf.stat().st_mode) == 0o600
    assert list(pdf.parent.iterdir()) == [pdf]


@pytest.mark.parametrize("reply", ["no", "yes"])
def test_a_page_after_danger_was_named_has_no_red_flag(reply: str, pdf: Path, tmp_path: Path, pack: Pack) -> None:
    answers = tmp_path / "answers.json"
    one = {"id": "a", "started": "2026-11-24", "flags": {"R06": "yes", "X01": reply}, "plan": {"flags": ["R06"]}}
    answers.write_text(json.dumps({"version": 2, "check_ins": [one]}))
    assert page(answers, pdf) == 0
    assert (pack.red_flags.flag("R06").text in words_of(pdf)) is (reply == "no")


def test_a_page_that_does_not_fit_on_the_disk_leaves_the_older_one_as_it_was(
    pdf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf.write_bytes(b"older")
    with no_file_larger_than(3000):
        assert page(ANSWERS, pdf) == 2
    assert capsys.readouterr().err == f"evolve-desktop: {pdf}: could not be written: File too large\n"
    assert pdf.read_bytes() == b"older"
    assert list(pdf.parent.iterdir()) == [pdf]


def test_answers_are_read_and_the_page_is_written_through_a_link(pdf: Path, tmp_path: Path) -> None:
    answers, link, target = tmp_path / "answers.json", tmp_path / "link.pdf", tmp_path / "elsewhere" / "target.pdf"
    answers.symlink_to(ANSWERS)
    target.parent.mkdir()
    target.write_bytes(b"older")
    link.symlink_to(target)
    assert page(answers, link) == 0
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"%PDF")
    assert not pdf.exists()


def test_a_page_can_be_written_into_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDWR)
    os.set_blocking(reading, False)
    try:
        size = 1024 * 1024
        fcntl.fcntl(reading, fcntl.F_SETPIPE_SZ, size)
        assert page(ANSWERS, pipe) == 0
        assert os.read(reading, size).startswith(b"%PDF")
    finally:
        os.close(reading)


@pytest.mark.parametrize(
    ("name", "reason"),
    [(".", "Is a directory"), ("nowhere/page.pdf", "No such file or directory"), ("x" * 300, "File name too long")],
)
def test_a_page_that_cannot_be_written_says_why(
    name: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert page(ANSWERS, tmp_path / name) == 2
    assert capsys.readouterr().err == f"evolve-desktop: {tmp_path / name}: could not be written: {reason}\n"


def test_answers_that_are_no_file_or_too_large_are_told_in_one_line(
    pdf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    large, circle, pipe = tmp_path / "large.json", tmp_path / "circle", tmp_path / "pipe"
    large.touch()
    os.truncate(large, MAX_EXPORT + 1)
    circle.symlink_to(circle)
    os.mkfifo(pipe)
    reasons = {tmp_path / "nowhere": "is not a file", large / "below": "is not a file", tmp_path: "is not a file"}
    reasons |= {circle: "is not a file", pipe: "is not a file", large: "is larger than 67,108,864 bytes"}
    for answers, reason in reasons.items():
        assert page(answers, pdf) == 2
        assert capsys.readouterr().err == f"evolve-desktop: {answers}: {reason}\n"
    assert not pdf.exists()


def test_answers_with_a_text_that_no_field_takes_are_told_in_one_line(
    pdf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = tmp_path / "answers.json"
    long = {"id": "a", "started": "2026-11-24", "plan": {"main_topic": "x" * 14_500_000}}
    answers.write_text(json.dumps({"version": 2, "check_ins": [long]}))
    assert page(answers, pdf) == 2
    assert capsys.readouterr().err == (
        "evolve-desktop: These answers cannot be read: check_ins[0].plan.main_topic has more than the 20,000 "
        "characters that one text can have. Nothing was changed. Please shorten it there, or choose another copy.\n"
    )
    assert not pdf.exists()


def test_a_pack_is_checked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    content = resource_paths.content_pack()
    assert main(["check-content", str(content)]) == 0
    assert capsys.readouterr().out.startswith(f"{content}: no faults\n")
    assert main(["check-content", str(tmp_path)]) == 1


def test_help_lines_that_are_too_old_are_named_on_the_day_that_asks() -> None:
    content, said = resource_paths.content_pack(), list[str]()
    for day in (None, date(2010, 1, 1)):
        assert check_content(content, said.append, day) == 0
        assert said[0] == f"{content}: no faults"
        said.clear()
    assert check_content(content, said.append, date(2026, 11, 29)) == 1
    assert "help_lines.toml: L-FR-1, 3114: its source is of 2021-09-29, more than five years ago" in said
    (younger,) = [line for line in said if "L-SG-1" in line]
    assert younger.endswith("its source is of 2025-06-18, more than a year ago, and nobody has checked it since")


def test_the_command_asks_for_the_present_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-content", "--today", str(resource_paths.content_pack())]) == 1
    assert "L-BR-1, CVV: its source is of 2018" in capsys.readouterr().out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_answers_that_another_editor_saved_again_are_the_same_answers(
    pdf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    answers = tmp_path / "answers.json"
    answers.write_bytes(ANSWERS.read_text().replace("\n", "\r\n").encode(encoding))
    assert page(answers, pdf) == 0
    assert page(ANSWERS, tmp_path / "plain.pdf") == 0
    assert pdf.stat().st_size == (tmp_path / "plain.pdf").stat().st_size
    answers.write_bytes(b"caf\xe9 {}")
    assert page(answers, pdf) == 2
    assert "they are not UTF-8 text" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_pack_that_another_editor_saved_again_has_no_faults(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, encoding: str
) -> None:
    for path in resource_paths.content_pack().iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_text().replace("\n", "\r\n").encode(encoding))
    assert main(["check-content", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith(f"{tmp_path}: no faults\n")
    assert load_pack(tmp_path) == load_pack(resource_paths.content_pack())


@pytest.fixture
def other_pack(tmp_path: Path) -> Path:
    """Return another pack, which uses the id of a line for other words, and knows nothing of another line."""
    folder = tmp_path / "pack"
    shutil.copytree(resource_paths.content_pack(), folder)
    for name, changes in (
        ("pack.toml", {'id = "evolve-why-trust-matters"': 'id = "another"'}),
        (
            "checklist.toml",
            {"I ask when I don't understand something we do or say.": "I sleep well most nights.", '"C10"': '"C30"'},
        ),
    ):
        text = (folder / name).read_text(encoding="utf-8")
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_page_with_another_pack_prints_the_answers_under_their_own_words(pdf: Path, other_pack: Path) -> None:
    assert main(["page", str(ANSWERS), "--pdf", str(pdf), "--content", str(other_pack)]) == 0
    words = words_of(pdf)
    assert "I sleep well most nights." not in words
    for line in ("I ask when I don't understand something we do or say.", "We move at a pace I can handle."):
        assert line in words
    assert "From “Why Trust Matters in Therapy”, 24 November 2026" in words


def test_a_pick_without_words_is_refused_in_one_sentence(
    pdf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = tmp_path / "answers.json"
    entry = {"id": "a", "started": "2026-11-24", "answers": {"Z01": {"reply": "yes"}}, "plan": {"bring": ["Z01"]}}
    answers.write_text(json.dumps({"version": 3, "check_ins": [entry]}))
    assert page(answers, pdf) == 2
    assert capsys.readouterr().err == (
        "evolve-desktop: The page cannot be made: these answers pick “Z01”, and the present content has no such line.\n"
    )
    assert not pdf.exists()


def test_a_page_has_what_was_agreed_last_time_and_what_has_changed(pdf: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    before = {"id": "a", "started": "2026-11-01", "answers": {"C01": {"reply": "yes"}}, "agreed": "We go slower."}
    plan = {"since": True, "last_agreed": True}
    now = {"id": "b", "started": "2026-11-24", "answers": {"C01": {"reply": "not yet"}}, "plan": plan}
    answers.write_text(json.dumps({"version": 3, "check_ins": [before, now]}))
    assert page(answers, pdf) == 0
    words = words_of(pdf)
    assert "Last time we agreed We go slower." in words
    assert "Yes → Not yet" in words
