"""Before a release the help lines that are too old are named, and a person decides; a machine goes on and says so."""

from datetime import date
from pathlib import Path

import pytest

from tools.release.ask_about_ages import may_release

TODAY = date(2026, 11, 29)


@pytest.fixture
def content(checkout: Path) -> Path:
    return checkout / "resources" / "content"


@pytest.mark.parametrize(("answer", "is_released"), [("yes", True), (" Yes\n", True), ("", False), ("no", False)])
def test_a_person_is_asked_and_decides(
    content: Path, answer: str, *, is_released: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return answer

    assert may_release(content, TODAY, ask) is is_released
    assert len(asked) == 1
    assert "L-FR-1, 3114: its source is of 2021-09-29" in capsys.readouterr().out


def test_where_nothing_is_too_old_nobody_is_asked(content: Path) -> None:
    assert may_release(content, date(2010, 1, 1), lambda _question: pytest.fail("a person was asked"))


def test_where_nobody_can_be_asked_the_release_goes_on_and_says_so(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert may_release(content, TODAY, None)
    said = capsys.readouterr().out
    assert "L-FR-1, 3114" in said
    assert "Nobody is here to be asked" in said


def test_make_release_asks_before_it_builds(checkout: Path) -> None:
    makefile = (checkout / "Makefile").read_text(encoding="utf-8")
    assert "\nrelease: ages build " in makefile
    assert "\nages: $(DEV)\n\t@$(BIN)/python -m tools.release.ask_about_ages resources/content\n" in makefile
