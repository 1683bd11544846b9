"""An id tells when the check-in was begun; ids of another kind tell nothing."""

import uuid
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.check_in_id import begun_at, new_id

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@given(st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.just(UTC)))  # noqa: DTZ001
def test_the_moment_comes_back_to_the_millisecond(moment: datetime) -> None:
    told = begun_at(new_id(moment))
    assert told is not None
    assert abs(told / 1000 - moment.timestamp()) < 0.002


def test_an_id_is_a_uuid_of_version_7_and_no_two_are_alike() -> None:
    ids = {new_id(NOON) for _ in range(100)}
    assert len(ids) == 100
    for made in ids:
        assert (uuid.UUID(made).version, uuid.UUID(made).variant) == (7, uuid.RFC_4122)
        assert begun_at(made) == NOON.timestamp() * 1000


OURS = "019ab5f8-1e00-7a3b-8c2d-4e5f60718293"


@pytest.mark.parametrize(
    "other", ["a", "4f1c9a3b2d7e6f50", "9b2e3f64-5a1c-4d7b-8e90-1f2a3b4c5d6e", OURS.upper(), f"{OURS}-1", ""]
)
def test_an_id_of_another_kind_tells_no_moment(other: str) -> None:
    assert begun_at(other) is None


def test_before_1970_there_is_no_moment_to_tell() -> None:
    assert begun_at(new_id(datetime(1960, 1, 1, tzinfo=UTC))) == 0


def test_the_order_is_the_day_and_then_the_moment_wherever_that_was() -> None:
    tokyo, los_angeles = timezone(timedelta(hours=9)), timezone(timedelta(hours=-8))
    day = date(2026, 11, 24)
    first = CheckIn(id=new_id(datetime(2026, 11, 24, 23, 30, tzinfo=tokyo)), started=day)
    second = CheckIn(id=new_id(datetime(2026, 11, 24, 10, 0, tzinfo=los_angeles)), started=day)
    dated_back = CheckIn(id=new_id(NOON + timedelta(days=9)), started=date(2026, 11, 23))
    old = CheckIn(id="old", started=day)
    assert sorted([second, old, first, dated_back], key=lambda check_in: check_in.order) == [
        dated_back,
        old,
        first,
        second,
    ]
