"""Shared by the tests of documents: a short and a full check-in, the renderer, and the words of a PDF."""

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
import pytest

from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.page_text import PageUse
from evolve_desktop.document.model import Document
from evolve_desktop.document.renderer import DocumentRenderer, Pdf, Typesetter

Expect = Callable[[str, str], None]
Words = Callable[[bytes], str]
PdfOf = Callable[[Document], Pdf]


@pytest.fixture(scope="session")
def renderer(pack: Pack) -> DocumentRenderer:
    return DocumentRenderer(pack, resource_paths.resources() / "page", resource_paths.fonts())


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    return Typesetter(resource_paths.resources() / "page", resource_paths.fonts())


@pytest.fixture(scope="session")
def pdf_of(typesetter: Typesetter) -> PdfOf:
    """Return the PDF of a document; it is made once, since equal documents give equal bytes."""
    return cache(typesetter.pdf)


@pytest.fixture(scope="session")
def arabic() -> Pack:
    return load_pack(resource_paths.content_pack("ar"))


@pytest.fixture(scope="session")
def empty() -> CheckIn:
    return CheckIn(id="a", started=date(2026, 11, 24))


@pytest.fixture(scope="session")
def one_line(empty: CheckIn) -> CheckIn:
    return empty.with_plan(empty.plan.with_main_topic("I find it hard to say when something hurt."))


@pytest.fixture(scope="session")
def full(empty: CheckIn) -> CheckIn:
    """Return a check-in with every part full of ordinary lines; the note of C05 and the "Yes" of S03 are not ticked."""
    check_in = empty
    for item_id in ("C03", "C08", "C12"):
        check_in = check_in.with_reply(item_id, Reply.NOT_YET).with_note(
            item_id, f"A note about {item_id}, to be read."
        )
    for item_id in ("C02", "C05", "C10", "C16"):
        check_in = check_in.with_reply(item_id, Reply.YES)
    check_in = check_in.with_note("C05", "Nobody else may read this.")
    for flag_id, reply in (("R06", FlagReply.YES), ("S03", FlagReply.YES), ("X01", FlagReply.NO)):
        check_in = check_in.with_flag(flag_id, reply)
    plan = msgspec.structs.replace(
        check_in.plan,
        main_topic="I'd like to talk about how we work together.",
        also=("The letter from my doctor", "Holidays next month"),
        helping=("C02", "C05", "C10", "C16"),
        bring=("C08", "C03", "C12"),
        notes=("C03", "C08", "C12"),
        flags=("R06",),
        questions=("Why do we do this?", "What do you keep private?", "How long does this usually take?"),
        would_help=("H7", "H1", "H2", "H3", "H4", "H5", "H6"),
        use=PageUse.FIRST_POINT,
        name="J. M.",
    )
    return check_in.with_plan(plan)


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Expect:
    """Compare a text with its committed file; `--update-expected` rewrites the file."""
    folder = Path(__file__).parent / "expected"

    def compare(name: str, text: str) -> None:
        path = folder / f"{name}.txt"
        if request.config.getoption("--update-expected"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def poppler(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Return what a program of poppler-utils, run with its options, says about a PDF: its tags, the places of words."""
    path = tmp_path_factory.mktemp("poppler") / "sheet.pdf"

    @cache
    def say(data: bytes, program: str, *options: str) -> str:
        found = shutil.which(program)
        if found is None:
            pytest.skip(f"{program} is not here: it comes with poppler-utils")
        path.write_bytes(data)
        target = ["-"] if program == "pdftotext" else []
        return subprocess.run([found, *options, path, *target], capture_output=True, check=True).stdout.decode()

    return say


@pytest.fixture(scope="session")
def read_aloud(poppler: Callable[..., str]) -> Words:
    """Return the words of a PDF in the order of its tags, as a screen reader reads them, with single spaces."""

    def read(data: bytes) -> str:
        spoken = re.findall(r'^ +"(.*)"$', poppler(data, "pdfinfo", "-struct-text"), re.MULTILINE)
        return " ".join(" ".join(spoken).split())

    return read
