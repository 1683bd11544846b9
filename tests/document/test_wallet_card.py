"""The wallet cards: the country's numbers and the own contacts on cards of a bank card's size, and no word cut."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import msgspec
import pikepdf
import pytest

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import MAX_NAME, MAX_REACH, Contact
from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.model import Document, Line, Look
from evolve_desktop.document.renderer import DocumentRenderer, Pdf
from evolve_desktop.document.wallet_card import build_wallet_cards
from tests.document.conftest import PdfOf

ANN = Contact.written("Ann, the clinic after hours", "+44 161 496 0000")
BO = Contact.written("Bo", "bo@example.org")
LONGEST = Contact.written("A" * MAX_NAME, "x" * MAX_REACH)
POINTS_A_MM = 72 / 25.4
Rect = tuple[float, float, float, float]


def entries(pack: Pack, check_in: CheckIn, country_id: str, *contacts: Contact) -> list[Line]:
    blocks = build_wallet_cards(pack, check_in, country_id, contacts).blocks
    return [line for block in blocks if block.look is Look.CARDS for line in block.lines]


def with_layout(check_in: CheckIn, paper: Paper, *, large_print: bool) -> CheckIn:
    return check_in.with_plan(msgspec.structs.replace(check_in.plan, paper=paper, large_print=large_print))


def test_a_country_has_its_emergency_number_its_lines_and_then_the_own_contacts(pack: Pack, empty: CheckIn) -> None:
    found = entries(pack, empty, "nz", ANN)
    assert [line.lead for line in found] == [
        "111",
        "Call 1737\nText 1737",
        "Call 0800 044 334\nText 4334",
        "Online: findahelpline.com",
        ANN.reach,
    ]
    assert found[0].text == "New Zealand · Emergency"
    assert (found[2].text, found[2].note) == ("Safe to talk", "Sexual harm")
    assert found[2].source == "From a public page dated 2018-06-29."
    assert (found[-1].text, found[-1].note) == (ANN.name, "")


def test_the_last_emergency_number_has_the_source_of_all(pack: Pack, empty: CheckIn) -> None:
    found = entries(pack, empty, "za")[:4]
    assert [bool(line.source) for line in found] == [False, False, True, True]
    assert found[2].source.startswith("statuscheck.co.za")
    assert entries(pack, empty, "gb")[0].source == ""


@pytest.mark.parametrize("country_id", ["", "atlantis"])
def test_without_a_known_country_there_are_the_emergency_numbers_of_all(
    pack: Pack, empty: CheckIn, country_id: str
) -> None:
    found = entries(pack, empty, country_id, ANN)
    numbers = [number.number for country in pack.help_lines.countries for number in country.emergency]
    assert [line.lead for line in found] == [*numbers, "Online: findahelpline.com", ANN.reach]
    assert "Singapore · Emergency · police · from a secondary source only" in [line.text for line in found]


def test_the_sheet_says_whom_it_is_for_and_what_a_number_needs_and_no_day(pack: Pack, empty: CheckIn) -> None:
    sheet = build_wallet_cards(pack, empty, "nz")
    assert sheet.title == pack.help_lines.card_title
    assert sheet.blocks[0].lines[0].text == pack.help_lines.card_notice
    assert [line.text for line in sheet.blocks[-1].lines] == list(pack.help_lines.notes)
    assert (sheet.dated, sheet.started, sheet.name) == ("", None, "")


@dataclass(frozen=True)
class Cards:
    """A sheet of cards as a PDF, and the place of each card on each side."""

    document: Document
    pdf: Pdf
    places: list[list[Rect]]


@pytest.fixture(scope="module")
def laid(pdf_of: PdfOf) -> Callable[[Document], Cards]:
    def lay(document: Document) -> Cards:
        pdf = pdf_of(document)
        return Cards(document, pdf, card_places(pdf.data))

    return lay


@pytest.fixture(scope="module", params=["gb", ""])
def country_id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=[(paper, large) for paper in Paper for large in (False, True)], ids=str)
def cards(
    request: pytest.FixtureRequest, pack: Pack, laid: Callable[[Document], Cards], empty: CheckIn, country_id: str
) -> Cards:
    paper, large_print = request.param
    check_in = with_layout(empty, paper, large_print=large_print)
    return laid(build_wallet_cards(pack, check_in, country_id, (ANN, BO if large_print else LONGEST)))


def test_the_file_meets_the_standards_and_its_type_is_at_least_seven_and_a_half_points(cards: Cards) -> None:
    assert cards.pdf.is_standard
    with pikepdf.open(BytesIO(cards.pdf.data)) as opened:
        for page in opened.pages:
            sizes = [step.operands[1] for step in pikepdf.parse_content_stream(page) if str(step.operator) == "Tf"]
            assert min(map(float, sizes)) >= 7.5
            assert max(map(float, sizes)) >= 12


def test_the_cut_marks_stand_at_the_corners_of_cards_of_85_by_54_millimetres(cards: Cards) -> None:
    assert cards.places[0]
    for rects in cards.places:
        for left, top, right, bottom in rects:
            assert (right - left) / POINTS_A_MM == pytest.approx(85, abs=0.1)
            assert (bottom - top) / POINTS_A_MM == pytest.approx(54, abs=0.1)


def test_on_an_arabic_sheet_too_every_word_of_an_entry_is_between_cut_marks(
    arabic: Pack, empty: CheckIn, laid: Callable[[Document], Cards], poppler: Callable[..., str]
) -> None:
    cards = laid(build_wallet_cards(arabic, empty, "us", (ANN,)))
    (places,) = cards.places
    assert all((right - left) / POINTS_A_MM == pytest.approx(85, abs=0.1) for left, _, right, _ in places)
    numbers = {"911", "988", "800-656-4673", "0000"}
    found = {word: place for word, place in words(cards, poppler)[0] if word in numbers}
    assert set(found) == numbers
    assert all(any(is_inside(place, rect) for rect in places) for place in found.values())


def test_every_letter_of_each_entry_is_inside_a_card(
    cards: Cards, pack: Pack, empty: CheckIn, country_id: str, poppler: Callable[..., str]
) -> None:
    found = Counter[str]()
    for side, rects in zip(words(cards, poppler), cards.places, strict=True):
        for word, place in side:
            found.update(word if any(is_inside(place, rect) for rect in rects) else "")
    expected = Counter[str]()
    for line in entries(pack, empty, country_id, ANN, BO if cards.document.large_print else LONGEST):
        expected.update(f"{line.lead}{line.text}{line.note}{line.source}")
    for between in " \n·":
        del expected[between], found[between]
    assert found == expected


def test_an_entry_higher_than_a_card_makes_its_card_higher_and_is_whole(
    pack: Pack, empty: CheckIn, laid: Callable[[Document], Cards], poppler: Callable[..., str]
) -> None:
    check_in = with_layout(empty, Paper.A4, large_print=True)
    cards = laid(build_wallet_cards(pack, check_in, "nz", (LONGEST,)))
    highest = max(cards.places[0], key=lambda rect: rect[3] - rect[1])
    assert highest[3] - highest[1] > 55 * POINTS_A_MM
    inside = "".join(word for side in words(cards, poppler) for word, place in side if is_inside(place, highest))
    assert (inside.count("x"), inside.count("A")) == (MAX_REACH, MAX_NAME)


def test_contacts_of_any_number_go_on_to_further_cards_and_sides(renderer: DocumentRenderer, empty: CheckIn) -> None:
    contacts = tuple(Contact.written(f"Person {number}", f"555 {number:04}") for number in range(120))
    sheet = renderer.wallet_card(empty, "nz", contacts)
    assert len(sheet.pages) == sheet.usual_pages > 1
    assert all(contact.reach in sheet.text for contact in contacts)


def card_places(data: bytes) -> list[list[Rect]]:
    """Return the places of the cards of each side, in points from the top left, as their cut marks say."""
    found = []
    with pikepdf.open(BytesIO(data)) as opened:
        for page in opened.pages:
            height = float(page.mediabox[3])
            lefts, tops = set[float](), set[tuple[float, float]]()
            for x, y, along, across in _strokes(page):
                if abs(along) > abs(across):
                    tops.add((round(x, 1), round(height - y, 1)))
                else:
                    lefts.add(round(x, 1))
            found.append([place for left, right in _pairs(lefts) for place in _column(left, right, tops)])
    return found


def _column(left: float, right: float, tops: set[tuple[float, float]]) -> list[Rect]:
    """Return the cards of one column: their marks along begin half a millimetre outside of it."""
    return [(left, top, right, bottom) for top, bottom in _pairs({y for x, y in tops if left - 3 < x < right + 3})]


def _pairs(places: set[float]) -> list[tuple[float, float]]:
    ordered = sorted(places)
    assert len(ordered) % 2 == 0
    return list(zip(ordered[::2], ordered[1::2], strict=True))


def _strokes(page: pikepdf.Page) -> list[tuple[float, float, float, float]]:
    """Return start and direction of each cut mark: a short line of its own."""
    found, place, start = [], (0.0, 0.0), (0.0, 0.0)
    mark = 2.5 * POINTS_A_MM
    for step in pikepdf.parse_content_stream(page):
        operator, numbers = str(step.operator), [float(n) for n in step.operands if not isinstance(n, pikepdf.Object)]
        if operator == "cm":
            place = numbers[4], numbers[5]
        elif operator == "m":
            start = numbers[0], numbers[1]
        elif operator == "l":
            along, across = numbers[0] - start[0], numbers[1] - start[1]
            if max(abs(along), abs(across)) == pytest.approx(mark, abs=0.01):
                found.append((*place, along, across))
    return found


def words(cards: Cards, poppler: Callable[..., str]) -> list[list[tuple[str, Rect]]]:
    """Return the words of each side with their places, as another program reads them."""
    said = poppler(cards.pdf.data, "pdftotext", "-bbox")
    place = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>'
    return [
        [(word, (float(left), float(top), float(right), float(bottom))) for left, top, right, bottom, word in found]
        for found in (re.findall(place, side) for side in said.split("</page>")[:-1])
    ]


def is_inside(place: Rect, card: Rect) -> bool:
    return place[0] >= card[0] and place[1] >= card[1] and place[2] <= card[2] and place[3] <= card[3]
