"""What a pack says about who made it: a translation says how, and whether a clinician has checked it."""

import msgspec
import pytest

from evolve_desktop.content.pack import Pack

UNREVIEWED = "No clinician has checked this translation yet."


@pytest.mark.parametrize(
    ("reviewed_by", "said"),
    [("", UNREVIEWED), ("A. Clinician, psychologist", "Checked by: A. Clinician, psychologist")],
)
def test_a_translation_says_that_nobody_has_checked_it_until_somebody_has(
    pack: Pack, reviewed_by: str, said: str
) -> None:
    about = msgspec.structs.replace(
        pack.about, unreviewed=UNREVIEWED, reviewed_label="Checked by:", reviewed_by=reviewed_by
    )
    assert about.review == said


def test_the_pack_in_the_language_of_the_article_is_no_translation(pack: Pack) -> None:
    assert (pack.about.translated, pack.about.review) == ("", "")
