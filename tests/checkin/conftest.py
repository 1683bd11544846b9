"""An empty check-in, its session, and checklist items for small tests."""

from collections.abc import Callable
from datetime import date

import pytest

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.wording import Wording, wording_of
from evolve_desktop.content.checklist import Item, Part
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.schema import Origin
from tests.wordings import reworded, translated


@pytest.fixture
def empty() -> CheckIn:
    return CheckIn(id="one", started=date(2026, 11, 24))


@pytest.fixture
def session(empty: CheckIn) -> Session:
    return Session(empty)


@pytest.fixture
def new_item() -> Callable[..., Item]:
    def build(item_id: str, *, red_flag_link: bool = False) -> Item:
        return Item(
            id=item_id,
            text=f"The line {item_id}.",
            origin=Origin.ARTICLE,
            source="the article",
            part=Part.A,
            section="give-it-time",
            article_words="Trust",
            prompt="Try this.",
            starter="I'd like to say …",
            red_flag_link=red_flag_link,
        )

    return build


@pytest.fixture(scope="session")
def wording(pack: Pack) -> Wording:
    """Return the words of the built-in pack."""
    return wording_of(pack)


@pytest.fixture(scope="session")
def changed(wording: Wording) -> Wording:
    """Return a later version, in which C03, R03 and the question about "unsafe" say something else."""
    return reworded(wording, C03="I ask for water.", R03="I feel uneasy with my therapist.", unsafe="What is closest?")


@pytest.fixture(scope="session")
def spanish(wording: Wording) -> Wording:
    """Return the built-in pack in another language."""
    return translated(wording)
