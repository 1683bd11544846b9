"""The texts of the guide: each fault names file and field, as in every other text."""

import pytest

from evolve_desktop.content.pack import Pack
from tests.content.conftest import Change, Faults


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('title = "Guide"\n', "title = []\n", "title: has to be text that is not empty, not []"),
        ("[ease]", "[easy]", "'easy': is not a field that is known here"),
        ('does = "Hide the window"', "does = 3", "keys.others[0].does: has to be text that is not empty, not 3"),
        ('before = "None', 'after = "None', "kept.'after': is not a field that is known here"),
        ('others_title = "Anywhere"\n', "", "keys.others_title: is missing"),
    ],
)
def test_a_field_that_does_not_fit_is_named(old: str, new: str, fault: str, change: Change, faults: Faults) -> None:
    change("guide.toml", old, new)
    assert faults()[0] == f"guide.toml: {fault}"


@pytest.mark.parametrize("empty", ["[]", '[" "]', '"one"'])
def test_a_part_needs_a_paragraph(empty: str, change: Change, faults: Faults) -> None:
    change("guide.toml", '[about]\ntitle = "About"\nlines = [', f'[about]\ntitle = "About"\nlines = {empty}\nmore = [')
    assert "guide.toml: about.lines: has to be a list of at least one paragraph, not " in faults()[1]


def test_a_hidden_character_in_the_guide_is_a_fault(change: Change, faults: Faults) -> None:
    change("guide.toml", 'title = "How it goes"', 'title = "How it\\u202e goes"')
    assert faults() == ("guide.toml: steps.title: holds the hidden character U+202E",)


def test_the_guide_tells_of_five_steps_the_licence_of_qt_and_whom_to_send_a_report(pack: Pack) -> None:
    guide = pack.guide
    assert len(guide.steps.lines) == 5
    licences = " ".join(guide.about.lines)
    for words in ("GNU Lesser General Public License, version 3", "change them", "download.qt.io", "NOTICE"):
        assert words in licences
    assert "whoever gave you this app" in guide.report.lines[-1]
