"""A help line checked over six months ago, or from a source over five years old, is named with the reason."""

from datetime import date

import msgspec
import pytest

from evolve_desktop.content.help_line_ages import find_aged, find_doubtful
from evolve_desktop.content.help_lines import HelpLines
from evolve_desktop.content.pack import Pack

TODAY = date(2026, 11, 29)
OLD_SOURCE, OLD_CHECK = "more than five years ago", "more than six months ago"


def only(pack: Pack, country: dict[str, str], line: dict[str, str]) -> HelpLines:
    """Return the lines with one country of one line, changed so."""
    found = pack.help_lines.country("ph")
    one = msgspec.structs.replace(found.lines[0], **{"source_date": "undated", **line})
    changed = msgspec.structs.replace(found, lines=(one,), **{"emergency_source_date": "undated", **country})
    anywhere = msgspec.structs.replace(pack.help_lines.anywhere, lines=())
    return msgspec.structs.replace(pack.help_lines, countries=(changed,), anywhere=anywhere)


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({"source_date": "undated"}, []),
        ({"source_date": "2021-11-29"}, []),
        ({"source_date": "2021-11-28"}, [f"its source is of 2021-11-28, {OLD_SOURCE}"]),
        ({"source_date": "2021-12"}, []),
        ({"source_date": "2021-11"}, [f"its source is of 2021-11, {OLD_SOURCE}"]),
        ({"source_date": "2022"}, []),
        ({"source_date": "2021"}, [f"its source is of 2021, {OLD_SOURCE}"]),
        ({"checked_on": "2026-05-29"}, []),
        ({"checked_on": "2026-05-28"}, [f"was last checked on 2026-05-28, {OLD_CHECK}"]),
        ({"checked_on": "20260528"}, [f"was last checked on 20260528, {OLD_CHECK}"]),
        (
            {"checked_on": "2026-05-01", "source_date": "2018"},
            [f"was last checked on 2026-05-01, {OLD_CHECK}", f"its source is of 2018, {OLD_SOURCE}"],
        ),
    ],
)
def test_a_line_is_named_for_each_reason(pack: Pack, changes: dict[str, str], reasons: list[str]) -> None:
    named = [f"L-PH-2, NCMH crisis hotline: {reason}" for reason in reasons]
    assert list(find_aged(only(pack, {}, changes), TODAY)) == named


def test_the_emergency_numbers_of_a_country_age_too(pack: Pack) -> None:
    aged = only(pack, {"emergency_source_date": "2019", "emergency_checked_on": "2026-01-01"}, {})
    assert list(find_aged(aged, TODAY)) == [
        f"ph, emergency 911: was last checked on 2026-01-01, {OLD_CHECK}",
        f"ph, emergency 911: its source is of 2019, {OLD_SOURCE}",
    ]


def test_a_line_found_anywhere_ages_too(pack: Pack) -> None:
    late = date(2029, 4, 2)
    assert any(named.startswith("L-ANY-1, findahelpline.com: ") for named in find_aged(pack.help_lines, late))
    assert not any(named.startswith("L-ANY-1") for named in find_aged(pack.help_lines, TODAY))


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"source_date": "2025-11-29"}, False),
        ({"source_date": "2025-11-28"}, True),
        ({"source_date": "2025-11-28", "checked_on": "2026-10-01"}, False),
        ({"source_date": "2020"}, False),
        ({"source_date": "undated"}, False),
    ],
)
def test_a_source_older_than_a_year_is_a_doubt_until_it_is_too_old(
    pack: Pack, changes: dict[str, str], *, doubt: bool
) -> None:
    found = list(find_doubtful(only(pack, {}, changes), TODAY))
    assert bool(found) is doubt
    if doubt:
        assert found[0].endswith("its source is of 2025-11-28, more than a year ago, and nobody has checked it since")
