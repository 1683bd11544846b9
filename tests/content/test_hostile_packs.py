"""A hostile pack opens nothing outside its folder and gives a clear fault or harmless text."""

import os
import subprocess
import sys
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from evolve_desktop import resource_paths
from evolve_desktop.content.loader import load_pack
from tests.content.conftest import Change, Faults

SECONDS = 20
FILES = ("pack.toml", "article.md", "checklist.toml", "red_flags.toml", "help_lines.toml", "guide.toml")

WATCHED = """
import json, os, sys
from pathlib import Path
from evolve_desktop.content.loader import load_pack
from evolve_desktop.errors import ContentError

load_pack(Path(sys.argv[1]))  # every module it needs is imported now
seen = []
sys.addaudithook(lambda event, args: seen.append((event, args)))
no_follow = getattr(os, "O_NOFOLLOW", 0)  # Windows has none
for line in sys.stdin:
    folder, faults = Path(line.rstrip()), ()
    seen.clear()
    try:
        load_pack(folder)
    except ContentError as error:
        faults = error.faults
    told = tuple(seen)
    attempts = [args for event, args in told if event == "open" and not isinstance(args[0], int)]
    opened = [str(path) for path, _, flags in attempts]
    may_follow = [str(path) for path, _, flags in attempts if no_follow and not flags & no_follow]
    reached = [event for event, _ in told if event.startswith(("os.", "socket.", "subprocess.", "ctypes."))]
    print(json.dumps({"faults": faults, "opened": opened, "may_follow": may_follow, "reached": reached}), flush=True)
"""


class Watched(msgspec.Struct, frozen=True):
    """What loading a pack told, which files it opened, and whether it reached for anything else of the system.

    `may_follow` are the paths that were opened in a way that would lead through a link.
    """

    faults: tuple[str, ...]
    opened: tuple[str, ...]
    may_follow: tuple[str, ...]
    reached: tuple[str, ...]


@pytest.fixture(scope="module")
def watched() -> Iterator[Callable[[Path], Watched]]:
    """Load packs in a process of their own, with an audit hook for every file, socket and program."""
    command = [sys.executable, "-c", WATCHED, str(resource_paths.content_pack())]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, text=True, cwd=resource_paths.resources().parent
    ) as process:
        asking, telling = process.stdin, process.stdout
        assert asking is not None
        assert telling is not None

        def watch(folder: Path) -> Watched:
            asking.write(f"{folder}\n")
            asking.flush()
            patience = threading.Timer(SECONDS, process.kill)
            patience.start()
            told = telling.readline()
            patience.cancel()
            assert told, "it does not end"
            return msgspec.json.decode(told, type=Watched)

        yield watch


def within(folder: Path, *names: str) -> tuple[str, ...]:
    return tuple(str(folder / name) for name in names)


def test_an_honest_pack_opens_its_six_files_and_nothing_else(folder: Path, watched: Callable[[Path], Watched]) -> None:
    assert watched(folder) == Watched(faults=(), opened=within(folder, *FILES), may_follow=(), reached=())


@pytest.mark.parametrize(
    "text",
    [
        "![a](file:///etc/passwd)",
        "<img src='file:///etc/passwd'>",
        r"![a](\\\\server\\share\\picture.png)",
        "<script>alert(1)</script>",
        "[a](https://example.org/?q)",
        "#image('/etc/passwd')",
        "{0.__class__} %s $x",
    ],
)
def test_pictures_links_and_script_in_a_text_are_only_ever_text(
    text: str, folder: Path, change: Change, watched: Callable[[Path], Watched]
) -> None:
    change("checklist.toml", 'frame = "', f'frame = "{text}')
    assert watched(folder) == Watched(faults=(), opened=within(folder, *FILES), may_follow=(), reached=())
    assert load_pack(folder).checklist.frame.startswith(text.replace(r"\\", "\\"))


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("![a](file:///etc/passwd)", "!["),
        (r"![a](\\server\share\picture.png)", "!["),
        ("<img src=file:///etc/passwd>", "<"),
        ("<script>alert(1)</script>", "<"),
        ("[a](//server/share)", "]("),
    ],
)
def test_pictures_links_and_script_in_the_article_are_faults(
    line: str, mark: str, folder: Path, change: Change, watched: Callable[[Path], Watched]
) -> None:
    change("article.md", "Posted in", line)
    fault = f"article.md: line 37: only headings, paragraphs, bullets and numbered steps are shown, not `{mark}`"
    assert watched(folder) == Watched(faults=(fault,), opened=within(folder, *FILES), may_follow=(), reached=())


@pytest.mark.parametrize("name", FILES)
def test_a_link_out_of_the_pack_is_not_followed(
    name: str, folder: Path, tmp_path: Path, watched: Callable[[Path], Watched]
) -> None:
    secret = (folder / name).rename(tmp_path / "secret")
    (folder / name).symlink_to(secret)
    fault = f"{name}: is not an ordinary file"
    assert watched(folder) == Watched(faults=(fault,), opened=within(folder, *FILES), may_follow=(), reached=())


@pytest.mark.parametrize("name", FILES)
def test_a_link_that_is_put_in_at_the_last_moment_is_not_followed(
    name: str, folder: Path, tmp_path: Path, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.open

    def opens_late(path: Path, flags: int, *mode: int) -> int:
        if path == folder / name:
            path.rename(tmp_path / "secret")
            path.symlink_to(tmp_path / "secret")
        return really(path, flags, *mode)

    monkeypatch.setattr(os, "open", opens_late)
    assert faults() == (f"{name}: is not an ordinary file",)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_does_not_make_it_wait(folder: Path, watched: Callable[[Path], Watched]) -> None:
    (folder / "article.md").unlink()
    os.mkfifo(folder / "article.md")
    assert watched(folder).faults == ("article.md: is not an ordinary file",)


def test_a_folder_in_the_place_of_a_file_is_refused(folder: Path, faults: Faults) -> None:
    (folder / "help_lines.toml").unlink()
    (folder / "help_lines.toml").mkdir()
    assert faults() == ("help_lines.toml: is not an ordinary file",)


@pytest.mark.parametrize("name", FILES)
def test_ten_megabytes_are_refused_without_being_read(name: str, folder: Path, faults: Faults) -> None:
    with (folder / name).open("r+b") as file:
        file.truncate(10_000_000)
    tracemalloc.start()
    try:
        told = faults()
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert told == (f"{name}: is larger than 1,000,000 bytes",)
    assert most < 4_000_000


@pytest.mark.parametrize(
    "line", ["a" + ".a" * 1900 + " = 1\n", "[" * 3900 + "\n", "- **" * 900 + "\n", "![<" * 1300 + "\n"]
)
def test_a_file_made_to_keep_the_reader_busy_ends_soon(
    line: str, folder: Path, watched: Callable[[Path], Watched]
) -> None:
    for name in FILES:
        (folder / name).write_text("# Title\n" + line * (60_000 // len(line)), encoding="utf-8")
    assert watched(folder).faults
