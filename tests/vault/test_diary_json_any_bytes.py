"""Whatever the bytes, a diary is read or refused in a sentence; nothing else ever comes out."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.checkin.text_cleaning import clean
from evolve_desktop.errors import DiaryError
from evolve_desktop.vault.diary_json import from_json

SAMPLE = Path(__file__).parents[1] / "data" / "answers.json"


def is_plain(sentence: str) -> bool:
    return sentence == clean(sentence).replace("\n", " ") != ""


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_refused_in_a_sentence_or_read(data: bytes) -> None:
    refused: list[str] = []
    try:
        from_json(data)
    except DiaryError as error:
        refused.append(str(error))
    assert all(map(is_plain, refused))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(max_size=5), values, max_size=3),
    max_leaves=10,
)
FIELDS = [
    "version",
    "check_ins",
    "id",
    "started",
    "answers",
    "flags",
    "unsafe",
    "plan",
    "C01",
    "reply",
    "note",
    "bring",
    "contacts",
    "name",
    "reach",
]


@given(st.recursive(VALUES, lambda values: st.dictionaries(st.sampled_from(FIELDS), values, max_size=4), max_leaves=8))
def test_json_of_any_shape_is_refused_in_a_sentence_or_read(plain: object) -> None:
    refused: list[str] = []
    for data in (json.dumps(plain), json.dumps({"version": 2, "check_ins": [plain], "contacts": [plain]})):
        try:
            from_json(data.encode())
        except DiaryError as error:
            refused.append(str(error))
    assert all(map(is_plain, refused))


@given(st.data())
def test_one_damaged_byte_is_refused_in_a_sentence_or_read(data: st.DataObject) -> None:
    good = bytearray(SAMPLE.read_bytes())
    good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    refused: list[str] = []
    try:
        from_json(bytes(good))
    except DiaryError as error:
        refused.append(str(error))
    assert all(map(is_plain, refused))
