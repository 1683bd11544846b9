"""A check-in to keep, a sitting as somebody might have it, and a vault whose keys are cheap to derive."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.content.page_text import PageUse
from evolve_desktop.vault.vault import Vault
from tests.wordings import FIRST
from tools.fault_injection.vault_workload import MARKER, Clock, vault_in


def holds_plain_words(folder: Path) -> bool:
    return any(MARKER.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def check_in() -> CheckIn:
    return CheckIn(id="one", started=date(2026, 11, 24))


@pytest.fixture
def sitting() -> CheckIn:
    """Eight answers, a note that is not to print, three lines to bring, red flags, the one thing to talk about."""
    replies = {
        "C01": Reply.A_LITTLE,
        "C02": Reply.MOSTLY,
        "C03": Reply.NOT_YET,
        "C06": Reply.YES,
        "C08": Reply.NOT_FOR_ME,
        "C10": Reply.NOT_YET,
        "C12": Reply.NOT_YET,
        "C16": Reply.MOSTLY,
    }
    check_in = CheckIn(id="2026-11-24-1", started=date(2026, 11, 24))
    for item_id, reply in replies.items():
        check_in = check_in.with_reply(item_id, reply)
    check_in = check_in.with_note(
        "C03", "I nodded about the homework, and had not understood it.\nThis note is private."
    )
    flags = {"R02": FlagReply.NOT_SURE, "R06": FlagReply.NO, "S07": FlagReply.SKIP}
    for flag_id, flag_reply in flags.items():
        check_in = check_in.with_flag(flag_id, flag_reply)
    check_in = msgspec.structs.replace(check_in, wording=FIRST, agreed="We begin with a look at the plan.")
    return check_in.with_plan(
        PagePlan(
            main_topic="How we choose what to talk about.",
            also=("The break over the holidays", ""),
            helping=("C06",),
            bring=("C10", "C03", "C16"),
            flags=("R02",),
            questions=("Can you tell me more about why we do the breathing?", "", ""),
            would_help=("H1", "H3"),
            use=PageUse.READ_ALOUD,
        )
    )


@pytest.fixture
def doctor() -> Contact:
    return Contact.written("Dr Example, after six", "555-0100")


@pytest.fixture
def diary(sitting: CheckIn, doctor: Contact) -> Diary:
    return Diary(check_ins=(sitting,), contacts=(doctor,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault(folder: Path, clock: Clock) -> Vault:
    return vault_in(folder, clock)
