"""Faults that only a whole pack can have, each reported in a line."""

import pytest

from tests.content.conftest import Change, Faults

Case = tuple[str, str, str, tuple[str, ...]]

SECTIONS = (
    "why-trust-matters-in-therapy, the-role-of-trust-in-mental-health, how-to-build-trust-with-your-therapist, "
    "be-honest-even-about-your-hesitations, give-it-time, ask-questions, notice-red-flags, "
    "remember-therapists-are-human-too, what-if-you-struggle-to-trust, tips-if-youre-feeling-stuck, the-takeaway"
)

WHOLE: tuple[Case, ...] = (
    (
        "checklist.toml",
        'id = "C02"',
        'id = "C01"',
        ("checklist.toml: items[1].id: 'C01' is already the id in checklist.toml: items[0].id",),
    ),
    (
        "red_flags.toml",
        'id = "R01"',
        'id = "C01"',
        ("red_flags.toml: parts[0].flags[0].id: 'C01' is already the id in checklist.toml: items[0].id",),
    ),
    (
        "article.md",
        "## The Takeaway",
        "## Give it time!",
        (
            "article.md: sections[10].id: 'give-it-time' is already the id in article.md: sections[4].id",
            "checklist.toml: items[C09].section: the article has no section 'the-takeaway', only "
            + SECTIONS.replace("the-takeaway", "give-it-time"),
        ),
    ),
    (
        "checklist.toml",
        'section = "give-it-time"',
        'section = "take-it-slow"',
        (f"checklist.toml: items[C02].section: the article has no section 'take-it-slow', only {SECTIONS}",),
    ),
    (
        "red_flags.toml",
        'section = "notice-red-flags"',
        'section = "mind-the-gap"',
        (f"red_flags.toml: section: the article has no section 'mind-the-gap', only {SECTIONS}",),
    ),
    (
        "checklist.toml",
        'article_words = "confidentiality"',
        'article_words = "secrecy"',
        ("checklist.toml: items[C12].article_words: the article does not say 'secrecy'",),
    ),
    (
        "checklist.toml",
        '[[parts]]\npart = "A"',
        '[[parts]]\npart = "B"',
        (
            "checklist.toml: parts: 'A' stands here 0 times, not once",
            "checklist.toml: parts: 'B' stands here 2 times, not once",
        ),
    ),
    (
        "red_flags.toml",
        "tier = 2",
        "tier = 3",
        (
            "red_flags.toml: parts: 2 stands here 0 times, not once",
            "red_flags.toml: parts: 3 stands here 2 times, not once",
            "red_flags.toml: parts[1].what_next: part three sends nobody to the therapist",
        ),
    ),
    (
        "red_flags.toml",
        'content_note = "The next lines name sexual',
        'content_note = "" # "',
        ("red_flags.toml: parts[2].content_note: is missing",),
    ),
    (
        "red_flags.toml",
        'show_label = "Show part two"\n',
        "",
        ("red_flags.toml: parts[1].show_label: is missing",),
    ),
    (
        "red_flags.toml",
        'meaning = "danger"',
        'meaning = "not saying"',
        (
            "red_flags.toml: unsafe.choices: 'danger' stands here 0 times, not once",
            "red_flags.toml: unsafe.choices: 'not saying' stands here 2 times, not once",
        ),
    ),
    (
        "red_flags.toml",
        'ordinary = "N04"',
        'ordinary = "N14"',
        ("red_flags.toml: unsafe.choices[0].ordinary: no ordinary line has the id 'N14'",),
    ),
    (
        "red_flags.toml",
        "verified = false",
        "verified = true",
        ("red_flags.toml: complaints[5].source: is missing",),
    ),
    (
        "help_lines.toml",
        'emergency_source = "health.wyo.gov, 988 page"\n',
        "",
        ("help_lines.toml: countries[us].emergency_source: is missing",),
    ),
    (
        "help_lines.toml",
        'emergency_source_date = "undated"\n',
        'emergency_source_date = "undated"\nemergency_checked_on = "24 Nov"\n',
        (
            "help_lines.toml: countries[us].emergency_checked_on: needs emergency_review_by beside it",
            "help_lines.toml: countries[us].emergency_checked_on: '24 Nov' is not a date such as '2026-11-24'",
        ),
    ),
    (
        "help_lines.toml",
        'emergency = [{ number = "911" }]\n',
        "",
        ("help_lines.toml: countries[us].emergency: is missing, and no_emergency does not say why",),
    ),
    (
        "help_lines.toml",
        'no_emergency = "Call your local emergency number."\n',
        "",
        ("help_lines.toml: anywhere.emergency: is missing, and no_emergency does not say why",),
    ),
    (
        "help_lines.toml",
        'call = ["800-656-4673"]\n',
        "",
        ("help_lines.toml: countries[us].lines[L-US-2]: needs call, text or chat",),
    ),
    (
        "help_lines.toml",
        'source_date = "2024-11-04"',
        'source_date = "2024-11-04"\nchecked_on = "2026-11-24"',
        ("help_lines.toml: countries[gb].lines[L-GB-2].checked_on: needs checked_by and review_by beside it",),
    ),
    (
        "help_lines.toml",
        'source_date = "2024-11-04"',
        'source_date = "2024-11-04"\nchecked_on = "24 Nov"\nchecked_by = "A. Reader"\nreview_by = "2027-02-30"',
        (
            "help_lines.toml: countries[gb].lines[L-GB-2].checked_on: '24 Nov' is not a date such as '2026-11-24'",
            "help_lines.toml: countries[gb].lines[L-GB-2].review_by: '2027-02-30' is not a date such as '2026-11-24'",
        ),
    ),
    (
        "help_lines.toml",
        'checked_label = "Checked on {date}."',
        'checked_label = "Checked."',
        ("help_lines.toml: checked_label: needs {date} once, and no other braces",),
    ),
    (
        "help_lines.toml",
        'source_label = "From a public page dated {date}."',
        'source_label = "From a public page dated {date}, {date.__class__}."',
        ("help_lines.toml: source_label: needs {date} once, and no other braces",),
    ),
    (
        "pack.toml",
        'date = "{day} {month} {year}"',
        'date = "{day:>999999999} {month} {year}"',
        ("pack.toml: page.date: needs {day} and {month} and {year} once, and no other braces",),
    ),
    (
        "pack.toml",
        'origin = "From “{title}”, {date}"',
        'origin = "From “{title}”"',
        ("pack.toml: page.origin: needs {title} and {date} once, and no other braces",),
    ),
    (
        "pack.toml",
        'use = "please read"',
        'use = "read aloud"',
        (
            "pack.toml: page.uses: 'read aloud' stands here 2 times, not once",
            "pack.toml: page.uses: 'please read' stands here 0 times, not once",
        ),
    ),
)


@pytest.mark.parametrize("case", WHOLE, ids=[told[0] for *_, told in WHOLE])
def test_a_pack_that_does_not_hold_together_is_refused(case: Case, change: Change, faults: Faults) -> None:
    name, old, new, told = case
    change(name, old, new)
    assert faults() == told


@pytest.mark.parametrize(
    ("old", "hidden", "place"),
    [
        ('frame = "', r"\u0007", "frame: holds the hidden character U+0007"),
        ('prompt = "', r"\u202e", "items[C01].prompt: holds the hidden character U+202E"),
        ('all_not_yet = "', r"\u2067", "all_not_yet: holds the hidden character U+2067"),
        ('all_yes = "', "a\u2028b", "all_yes: holds the hidden character U+2028"),
    ],
)
def test_a_hidden_character_is_named(old: str, hidden: str, place: str, change: Change, faults: Faults) -> None:
    change("checklist.toml", old, old + hidden)
    assert faults() == (f"checklist.toml: {place}",)


def test_a_hidden_character_in_the_article_is_named(change: Change, faults: Faults) -> None:
    change("article.md", "Posted in", "Posted\x0bin")
    assert faults() == ("article.md: sections[the-takeaway].blocks[3].text: holds the hidden character U+000B",)


def test_a_line_that_a_person_has_checked_is_accepted(change: Change, faults: Faults) -> None:
    checked = 'checked_on = "2026-11-24"\nchecked_by = "A. Reader"\nreview_by = "2027-05-24"'
    change("help_lines.toml", 'source_date = "2024-11-04"', f'source_date = "2024-11-04"\n{checked}')
    assert faults() == ()


def test_joiners_accents_and_emoji_are_no_hidden_characters(change: Change, faults: Faults) -> None:
    change("checklist.toml", 'try_label = "', 'try_label = "می\u200cروم e\u0301 👩\u200d💻 ')
    assert faults() == ()
