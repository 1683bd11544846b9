"""Everything that cannot be read is refused in one plain sentence with its reason."""

import json

import pytest

from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.text_cleaning import clean
from evolve_desktop.errors import DiaryError, NewerDiaryError
from evolve_desktop.vault.diary_json import MAX_EXPORT, from_json, to_json
from tests.wordings import FIRST_WORDS

ENTRY = '"id": "one", "started": "2026-11-24"'


def diary_of(entry: str) -> bytes:
    return f'{{"version": 1, "check_ins": [{{{ENTRY}, {entry}}}]}}'.encode()


def refusal(data: bytes) -> str:
    with pytest.raises(DiaryError) as refused:
        from_json(data)
    message = str(refused.value)
    assert message.startswith("These answers cannot be read: ")
    assert message.endswith(". Nothing was changed. Please choose another copy.")
    assert "\n" not in message
    return message.removeprefix("These answers cannot be read: ").partition(". Nothing")[0]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "line 1, column 1, is not valid JSON"),
        (b'{"version": 1,\n "check_ins": [}', "line 2, column 16, is not valid JSON"),
        (b'{"version": 1} {}', "line 1, column 16, is not valid JSON"),
        (b'{"version": 1, "check_ins": []', "line 1, column 31, is not valid JSON"),
        (b'{"version": 1, "a": "\x01"}', "line 1, column 22, is not valid JSON"),
        (b"%PDF-1.7\xff", "they are not UTF-8 text"),
        (b"\xff\xfe{\x00}\x00", "they are not UTF-8 text"),
        (b"[]", "they are not a JSON object"),
        (b"null", "they are not a JSON object"),
        (b'{"version": NaN}', "NaN is not a number that JSON allows"),
        (b'{"version": -Infinity}', "-Infinity is not a number that JSON allows"),
        (b'{"version": ' + b"9" * 5000 + b"}", "they hold a number that is too long"),
        (b"[" * 100_000, "they are nested too deeply"),
        (b'{"a":' * 100_000, "they are nested too deeply"),
        (b'{"version": 1, "check_ins": [], "version": 1}', "the field version stands there twice"),
        (b"{}", "the field version is missing"),
        (b'{"version": "1"}', "the field version is not a whole number from 1 on"),
        (b'{"version": true}', "the field version is not a whole number from 1 on"),
        (b'{"version": 1.0}', "the field version is not a whole number from 1 on"),
        (b'{"version": 0}', "the field version is not a whole number from 1 on"),
        (b'{"version": 1, "check_ins": {}}', "check_ins: Expected `array`, got `object`"),
        (b'{"version": 1, "score": 7}', "the whole: Object contains unknown field `score`"),
        (b'{"version": 1, "\\ud800": 7}', "they hold half of a character"),
    ],
)
def test_what_is_not_a_diary_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ('"score": 7', "check_ins[0]: Object contains unknown field `score`"),
        (
            '"answers": {"C01": {"reply": "perhaps"}}',
            "check_ins[0].answers[...].reply: is not one of the allowed values",
        ),
        ('"answers": {"C01": {"reply": 3}}', "check_ins[0].answers[...].reply: Expected `str | null`, got `int`"),
        ('"answers": {"C01": {"rating": 3}}', "check_ins[0].answers[...]: Object contains unknown field `rating`"),
        ('"answers": {"C01": {}, "C01": {}}', "the field C01 stands there twice"),
        ('"flags": {"R01": "maybe"}', "check_ins[0].flags[...]: is not one of the allowed values"),
        ('"unsafe": "a secret"', "check_ins[0].unsafe: is not one of the allowed values"),
        ('"unsafe": "\\ud800"', "they hold half of a character"),
        (
            '"plan": {"bring": ["C01", "C02", "C03", "C04"]}',
            "check_ins[0].plan: more lines are picked than the page has room for",
        ),
        ('"plan": {"also": ["one"]}', "check_ins[0].plan: `also` holds two lines and `questions` three"),
        ('"plan": {"paper": "a3"}', "check_ins[0].plan.paper: is not one of the allowed values"),
    ],
)
def test_a_wrong_field_is_named(entry: str, reason: str) -> None:
    assert refusal(diary_of(entry)) == reason


@pytest.mark.parametrize("key", ["C 01", "", "C01\\u0000", "\\ud800", "\\u202eC01", "C01\\n"])
@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ('"answers": {"%s": {"reply": "yes"}}', "answers"),
        ('"flags": {"%s": "yes"}', "flags"),
        ('"plan": {"bring": ["%s"]}', "plan.bring[0]"),
    ],
)
def test_an_id_with_other_characters_is_refused(entry: str, field: str, key: str) -> None:
    assert refusal(diary_of(entry % key)) == f"check_ins[0].{field}: is not an id of letters, digits and hyphens"


@pytest.mark.parametrize("started", ["2026-02-30", "24.11.2026", "2026-11-24T10:00:00", "", 20261124])
def test_a_day_that_is_none_is_refused(started: str | int) -> None:
    plain = {"version": 1, "check_ins": [{"id": "one", "started": started}]}
    assert refusal(json.dumps(plain).encode()).startswith("check_ins[0].started: ")


@pytest.mark.parametrize(
    ("contact", "reason"),
    [
        ({"name": "Ann"}, "contacts[0]: Object missing required field `reach`"),
        ({"name": "Ann", "reach": "1", "age": 7}, "contacts[0]: Object contains unknown field `age`"),
        ({"name": 7, "reach": "1"}, "contacts[0].name: Expected `str`, got `int`"),
        ({"name": "x" * 81, "reach": "1"}, "contacts[0].name: Expected `str` of length <= 80"),
        ({"name": "Ann", "reach": "1" * 161}, "contacts[0].reach: Expected `str` of length <= 160"),
    ],
)
def test_a_contact_that_no_window_could_have_made_is_refused(contact: dict[str, object], reason: str) -> None:
    assert refusal(json.dumps({"version": 2, "contacts": [contact]}).encode()) == reason


def test_two_check_ins_with_one_id_are_refused() -> None:
    data = f'{{"version": 1, "check_ins": [{{{ENTRY}}}, {{{ENTRY}}}]}}'.encode()
    assert refusal(data) == "the whole: two check-ins have the same id"


def test_a_missing_field_is_named() -> None:
    assert refusal(b'{"version": 1, "check_ins": [{"id": "one"}]}') == (
        "check_ins[0]: Object missing required field `started`"
    )


def test_a_file_of_four_times_what_a_vault_holds_is_read_and_one_byte_more_is_not() -> None:
    data = to_json(Diary())
    full = data + b" " * (MAX_EXPORT - len(data))
    assert from_json(full) == Diary()
    assert refusal(full + b" ") == "they are larger than 64 MB"


@pytest.mark.parametrize("version", [4, 10, 10**30])
def test_a_newer_version_is_told_apart_and_left_untouched(version: int) -> None:
    data = json.dumps({"version": version, "what we cannot know": [1.5, None]}).encode()
    with pytest.raises(NewerDiaryError) as refused:
        from_json(data)
    assert str(refused.value) == (
        "These answers were made by a newer version of this app. They were left untouched. "
        "Please use that version to open them."
    )


def test_a_damaged_file_cannot_write_to_the_terminal_nor_at_length() -> None:
    key = "\\u001b[2J\\u202e" + "x" * 10_000
    reason = refusal(diary_of(f'"{key}": 1'))
    assert len(reason) <= 200
    assert reason == clean(reason)


def test_a_refusal_never_repeats_what_stood_in_place_of_an_answer() -> None:
    assert "secret" not in refusal(diary_of('"answers": {"C01": {"reply": "my secret"}}'))


def test_many_keys_are_read_in_good_time() -> None:
    keys = ", ".join(f'"K{number}": {{"reply": "yes"}}' for number in range(100_000))
    assert len(from_json(diary_of(f'"answers": {{{keys}}}')).check_ins[0].answers) == 100_000


def third(entry: str, wordings: str = "{}") -> bytes:
    """Return a diary of version 3 with one check-in."""
    return f'{{"version": 3, "check_ins": [{{{ENTRY}, {entry}}}], "wordings": {wordings}}}'.encode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (third('"wording": "words-1"'), "check_ins[0].wording: names no entry of `wordings`"),
        (third('"wording": 7'), "check_ins[0].wording: names no entry of `wordings`"),
        (third('"wording": ["a"]'), "check_ins[0].wording: names no entry of `wordings`"),
        (third('"wording": {}'), "check_ins[0].wording: names no entry of `wordings`"),
        (third('"other_wordings": {"C01": "b"}'), "check_ins[0].other_wordings[...]: names no entry of `wordings`"),
        (third('"older": [{"line": "C01"}]'), "check_ins[0].older[0]: Object missing required field `wording`"),
        (
            third('"older": [{"score": 1, "line": "C01", "wording": "a"}]'),
            "check_ins[0].older[0]: Object contains unknown field `score`",
        ),
        (third('"agreed": 7'), "check_ins[0].agreed: Expected `str`, got `int`"),
        (third('"agreed": ""', "[]"), "wordings: Expected `object`, got `array`"),
        (third('"agreed": ""', '{"a": {}}'), "wordings[...]: Object missing required field `pack`"),
        (third('"agreed": ""', '{"a b": {}}'), "wordings: is not an id of letters, digits and hyphens"),
        (third('"agreed": ""', "null"), "wordings: Expected `object`, got `null`"),
    ],
)
def test_words_that_are_none_are_refused_and_named(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("pack", "a b", "pack: is not an id of letters, digits and hyphens"),
        ("title", " ", "title: is empty"),
        ("language", "English", "language: is not a language tag"),
        ("version", 3, "version: Expected `str`, got `int`"),
        ("lines", {"C01": None}, "lines[...]: Expected `str`, got `null`"),
        ("lines", {"\u202e": "x"}, "lines: is not an id of letters, digits and hyphens"),
        ("replies", {"yes": "Yes"}, "replies: Object missing required field `not_yet`"),
        ("stop", "X01", "stop: Expected `array`, got `str`"),
        ("score", 1, "Object contains unknown field `score`"),
    ],
)
def test_a_wrong_field_of_the_words_is_named(field: str, value: object, reason: str) -> None:
    words = {**json.loads(FIRST_WORDS.read_bytes()), field: value}
    assert reason in refusal(json.dumps({"version": 3, "wordings": {"a": words}}).encode())
