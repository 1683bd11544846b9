"""The person's own contacts as values: cleaned, in order, without duplicates or losses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.checkin import contacts as own
from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.checkin.diary import Diary

ANN, BO, CY = (Contact.written(name, f"555 010{number}") for number, name in enumerate(("Ann", "Bo", "Cy")))
TEXTS = st.text(st.characters(exclude_categories=()), max_size=20)
MANY = st.lists(st.sampled_from([ANN, BO, CY]), unique=True).map(tuple)


def test_what_was_typed_is_cleaned_and_each_text_is_one_line() -> None:
    contact = Contact.written("  Dr\tExample\u202e ", "555\r\n0100\x00, after\u2028six")
    assert contact == Contact(name="Dr Example", reach="555 0100, after six")


@pytest.mark.parametrize(("name", "reach", "is_whole"), [("Ann", "1", True), ("Ann", " ", False), ("\x00", "1", False)])
def test_a_contact_is_whole_once_it_says_who_and_how(name: str, reach: str, is_whole: bool) -> None:  # noqa: FBT001  (a case)
    assert Contact.written(name, reach).is_whole is is_whole


@given(TEXTS, TEXTS)
def test_cleaning_twice_is_cleaning_once_and_never_lengthens(name: str, reach: str) -> None:
    contact = Contact.written(name, reach)
    assert contact.cleaned() == contact
    assert len(contact.name) <= len(name)
    assert len(contact.reach) <= len(reach)


@given(MANY, MANY)
def test_of_two_lists_none_is_lost_and_none_doubled(mine: own.Contacts, theirs: own.Contacts) -> None:
    both = own.merge(mine, theirs)
    assert both[: len(mine)] == mine
    assert set(both) == {*mine, *theirs}
    assert len(both) == len(set(both))


@given(MANY, st.sampled_from([ANN, BO, CY]))
def test_one_that_was_removed_comes_back_in_its_place(contacts: own.Contacts, gone: Contact) -> None:
    left = own.remove(contacts, gone)
    assert gone not in left
    if gone in contacts:
        assert own.restore(left, gone, contacts.index(gone)) == contacts
        assert own.restore(contacts, gone, contacts.index(gone)) == contacts


def test_a_changed_one_keeps_its_place_and_joins_one_like_it() -> None:
    new = Contact.written("Ann", "555 0199")
    assert own.replace((ANN, BO), ANN, new) == (new, BO)
    assert own.replace((ANN, BO), ANN, BO) == (BO,)


def test_contacts_from_elsewhere_that_say_nothing_are_left_out() -> None:
    strange = (Contact(name="\x00", reach=" "), Contact(name="Ann", reach=""), Contact(name=" Ann", reach="\x1b"))
    assert own.clean_all(strange) == (Contact(name="Ann", reach=""),)


def test_all_that_is_kept_changes_as_one_value() -> None:
    empty = CheckIn(id="a", started=date(2026, 11, 24))
    said = empty.with_reply("C01", Reply.YES)
    kept = Diary(contacts=(ANN,)).with_open(empty)
    assert kept == Diary(contacts=(ANN,))
    assert kept.with_open(said) == Diary(check_ins=(said,), contacts=(ANN,))
    assert kept.with_open(said).with_open(empty) == kept
    assert kept.with_open(said).without("a").with_restored(said, 0) == Diary(check_ins=(said,), contacts=(ANN,))
    assert kept.with_contacts((BO,)) == Diary(contacts=(BO,))
