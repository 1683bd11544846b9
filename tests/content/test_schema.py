"""Fields that do not fit their record, each with its expected content."""

import pytest

from tests.content.conftest import Change, Faults

Case = tuple[str, str, str, str]

MISFITS: tuple[Case, ...] = (
    (
        "pack.toml",
        'title = "Why Trust Matters in Therapy"',
        "title = 7",
        "about.title: has to be text that is not empty, not 7",
    ),
    (
        "pack.toml",
        'months = ["January", ',
        "months = [",
        "page.months: has to be a list of twelve names of months, not ['February', 'March', ",
    ),
    (
        "pack.toml",
        'id = "H1"',
        'id = "H 1"',
        "page.what_would_help[0].id: has to be an id made of letters, digits and hyphens, such as 'C03', not 'H 1'",
    ),
    (
        "pack.toml",
        'use = "read aloud"',
        'use = "sing"',
        "page.uses[0].use: has to be one of 'read aloud', 'please read', 'first point', not 'sing'",
    ),
    ("pack.toml", 'title = "For me only"\n', "", "page.for_me.title: is missing"),
    ("pack.toml", "[page.for_me]", "[page.for_you]", "page.'for_you': is not a field that is known here"),
    (
        "checklist.toml",
        'frame = "These',
        'frame = " "\nframed = "These',
        "frame: has to be text that is not empty, not ' '",
    ),
    ("checklist.toml", 'source = "The article, step 4, “Notice Red Flags”"\n', "", "items[C04].source: is missing"),
    (
        "checklist.toml",
        'id = "C04"\n',
        'id = "C04"\nid2 = "C"\n',
        "items[C04].'id2': is not a field that is known here",
    ),
    (
        "checklist.toml",
        'origin = "article"',
        'origin = "elsewhere"',
        "items[C01].origin: has to be one of 'article', 'beyond', not 'elsewhere'",
    ),
    ("checklist.toml", "asks = true", "asks = 1", "items[C03].asks: has to be true or false, not 1"),
    (
        "checklist.toml",
        'beyond = "“When',
        'beyond = 2026-11-24 # "“When',
        "items[C12].beyond: has to be text in quotes, not datetime.date(2026, 11, 24)",
    ),
    ("red_flags.toml", "tier = 1", "tier = 4", "parts[0].tier: has to be one of 1, 2, 3, not 4"),
    (
        "red_flags.toml",
        "[parts.step_up]",
        "[[parts.step_up]]",
        "parts[0].step_up: has to be a table, not [{'id': 'U1',",
    ),
    ("red_flags.toml", 'id = "U1"\n', "", "parts[0].step_up.id: is missing"),
    ("red_flags.toml", "texts = [", "texts = 5 # [", "unsafe.choices[0].texts: has to be a list, not 5"),
    (
        "red_flags.toml",
        "parts = [2, 3]",
        "parts = [2, 9]",
        "unsafe.choices[1].parts[1]: has to be one of 1, 2, 3, not 9",
    ),
    (
        "help_lines.toml",
        'emergency = [{ number = "911" }]',
        'emergency = [{ number = "nine" }]',
        "countries[us].emergency[0].number: has to be a phone number of digits, spaces and hyphens, not 'nine'",
    ),
    (
        "help_lines.toml",
        'text = "85258"',
        'text = "8\uff18"',
        "countries[gb].lines[L-GB-2].text: has to be a phone number of digits, spaces and hyphens, not '8\uff18'",
    ),
    (
        "help_lines.toml",
        'source_url = "https://giveusashout.org/about-us/faq"\n',
        "",
        "countries[gb].lines[L-GB-2].source_url: is missing",
    ),
    (
        "help_lines.toml",
        'source_date = "2024-11-04"\n',
        'source_date = ""\n',
        "countries[gb].lines[L-GB-2].source_date: has to be 'undated', or a date such as '2026', '2026-11' or",
    ),
)


@pytest.mark.parametrize("case", MISFITS, ids=[fault.split(":")[0] for *_, fault in MISFITS])
def test_a_field_that_does_not_fit_is_named(case: Case, change: Change, faults: Faults) -> None:
    name, old, new, fault = case
    change(name, old, new)
    assert any(told.startswith(f"{name}: {fault}") for told in faults())


def test_a_value_too_long_for_a_line_is_cut(change: Change, faults: Faults) -> None:
    change("checklist.toml", 'id = "C01"', f'id = "{"x " * 1000}"')
    told = "checklist.toml: items[0].id: has to be an id made of letters, digits and hyphens, such as 'C03', not '"
    assert faults() == (told + ("x " * 30)[:59],)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"C01"', r'"C\u001b[2J\u202e01"'),
        ('prompt = "Start', r'"\u001b[2J\u202e" = "x"' + '\nprompt = "Start'),
    ],
)
def test_what_a_fault_quotes_cannot_disturb_a_terminal(old: str, new: str, change: Change, faults: Faults) -> None:
    change("checklist.toml", old, new)
    assert len(faults()) == 1
    assert faults()[0].isprintable()
