"""The sheet as it lies on the table: what stands where, in millimeters, and in which order it is read aloud."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import pairwise

import msgspec
import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.checkin.page_plan import PagePlan, Paper
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.wording import wording_of
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.page_text import PageUse
from evolve_desktop.document.forms import build_empty_form
from evolve_desktop.document.model import Document
from evolve_desktop.document.my_page import build_my_page
from evolve_desktop.document.private_page import build_private_page
from tests.document.conftest import PdfOf

POINTS = 72 / 25.4  # in a millimeter
LAYOUTS = [PagePlan(paper=paper, large_print=large) for paper in Paper for large in (False, True)]
NAMES = ["A4", "A4 in large print", "Letter", "Letter in large print"]


@dataclass(frozen=True)
class Word:
    """A word with its box on the side, in millimeters from its top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Side:
    """A side of paper with its words, and with each drawn line as (left, right, distance from the top)."""

    words: tuple[Word, ...]
    rules: tuple[tuple[float, float, float], ...]

    def place(self, phrase: str) -> Word:
        """Return the first word of the phrase."""
        wanted = phrase.split()
        for at, word in enumerate(self.words):
            if [other.text for other in self.words[at : at + len(wanted)]] == wanted:
                return word
        raise AssertionError(phrase)

    def below(self, phrase: str) -> list[float]:
        """Return how far from the top each line below the phrase is."""
        return [top for _, _, top in self.rules if top > self.place(phrase).bottom]

    def crossed(self) -> list[str]:
        """Return the words that a line touches."""
        return [
            word.text
            for word in self.words
            for left, right, top in self.rules
            if word.top < top < word.bottom and left < word.right and word.left < right
        ]


@pytest.fixture(scope="module")
def sides(poppler: Callable[..., str], pdf_of: PdfOf) -> Callable[[Document], list[Side]]:
    """Return the sides of a document with the words and lines on each."""

    @cache
    def measure(document: Document) -> list[Side]:
        data = pdf_of(document).data
        told = poppler(data, "pdftotext", "-bbox").split("<page ")[1:]
        with pikepdf.open(BytesIO(data)) as pdf:
            return [Side(_words(page), _rules(drawn)) for page, drawn in zip(told, pdf.pages, strict=True)]

    return measure


def _words(page: str) -> tuple[Word, ...]:
    boxes = re.findall(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*)</word>', page)
    return tuple(Word(html.unescape(text), *(float(edge) / POINTS for edge in edges)) for *edges, text in boxes)


def _rules(page: pikepdf.Page) -> tuple[tuple[float, float, float], ...]:
    """Return the horizontal lines of a page, each of which Typst draws from a place of its own."""
    found, height = [], float(page.mediabox[3])
    left = top = 0.0
    for step in pikepdf.parse_content_stream(page):
        numbers = [float(number) for number in step.operands] if str(step.operator) in {"cm", "l"} else []
        if str(step.operator) == "cm":
            left, top = numbers[4] / POINTS, (height - numbers[5]) / POINTS
        elif numbers and numbers[1] == 0 and numbers[0] > 100:
            found.append((left, left + numbers[0] / POINTS, top))
    return tuple(found)


@pytest.fixture(scope="module")
def my_page(pack: Pack, sides: Callable[[Document], list[Side]]) -> Callable[..., list[Side]]:
    """Return the sides of My page for a check-in, on the paper and in the print of a plan."""

    def measure(check_in: CheckIn, layout: PagePlan = LAYOUTS[0]) -> list[Side]:
        plan = msgspec.structs.replace(check_in.plan, paper=layout.paper, large_print=layout.large_print)
        return sides(build_my_page(pack, check_in.with_plan(plan)))

    return measure


@pytest.fixture(scope="module")
def typical(empty: CheckIn) -> CheckIn:
    """Return a check-in as a person may bring it: every part has one or two lines."""
    check_in = empty.with_reply("C03", Reply.NOT_YET).with_reply("C13", Reply.A_LITTLE).with_reply("C16", Reply.YES)
    plan = msgspec.structs.replace(
        check_in.plan,
        main_topic="I nodded about the homework, and had not understood it. I was afraid to say so.",
        also=("the break over the holidays", ""),
        helping=("C16",),
        bring=("C13", "C03"),
        questions=("Can you tell me more about why we do the breathing?", "", ""),
        would_help=("H1", "H4"),
        use=PageUse.READ_ALOUD,
    )
    return check_in.with_plan(plan)


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
@pytest.mark.parametrize("kind", ["one_line", "typical", "full"])
def test_what_we_agreed_has_six_lines_or_more_down_to_the_foot(
    pack: Pack, my_page: Callable[..., list[Side]], request: pytest.FixtureRequest, kind: str, layout: PagePlan
) -> None:
    side = my_page(request.getfixturevalue(kind), layout)[-1]
    lines = side.below(pack.page.agreed)
    assert 6 <= len(lines) <= 12
    assert min(after - before for before, after in pairwise(lines)) >= 7
    if side.place(pack.page.agreed) != side.words[0]:
        assert 2 < side.place("My own words.").top - lines[-1] < 9
    assert side.crossed() == []


@pytest.mark.parametrize("layout", LAYOUTS[::2], ids=NAMES[::2])
def test_a_typical_page_takes_one_side(my_page: Callable[..., list[Side]], typical: CheckIn, layout: PagePlan) -> None:
    assert len(my_page(typical, layout)) == 1


@given(length=st.integers(0, 160), layout=st.sampled_from(LAYOUTS))
@example(40, LAYOUTS[0])  # the lines stand close together; in the next, and so on, they have just moved to a new side
@example(80, LAYOUTS[0])
@example(40, LAYOUTS[1])
@example(56, LAYOUTS[1])
@example(24, LAYOUTS[2])
@example(40, LAYOUTS[2])
@example(16, LAYOUTS[3])
@settings(max_examples=settings().max_examples // 5)
def test_the_lines_to_write_on_never_touch_what_is_above_however_long_it_is(
    pack: Pack, my_page: Callable[..., list[Side]], full: CheckIn, length: int, layout: PagePlan
) -> None:
    sheet = my_page(full.with_plan(full.plan.with_main_topic("more words " * length)), layout)
    assert [side.crossed() for side in sheet] == [[]] * len(sheet)
    lines = sheet[-1].below(pack.page.agreed)
    assert len(lines) >= 3
    assert min(after - before for before, after in pairwise(lines)) >= 7
    assert lines[-1] < sheet[-1].place("My own words.").top


def test_lines_that_would_hardly_fit_stand_at_the_top_of_a_new_side(
    pack: Pack, my_page: Callable[..., list[Side]], full: CheckIn
) -> None:
    last = my_page(full.with_plan(full.plan.with_main_topic("more words " * 80)))[-1]
    assert last.place(pack.page.agreed) == last.words[0]
    assert len(last.below(pack.page.agreed)) == 12


def test_what_helps_stands_beside_what_does_not_yet(
    pack: Pack, my_page: Callable[..., list[Side]], typical: CheckIn
) -> None:
    (side,) = my_page(typical)
    helping, work_on = side.place(pack.page.helping), side.place(pack.page.work_on)
    assert helping.top == pytest.approx(work_on.top)
    assert helping.right < 105 < work_on.left


def test_a_column_without_a_neighbor_has_the_whole_width(
    pack: Pack, my_page: Callable[..., list[Side]], typical: CheckIn
) -> None:
    alone = msgspec.structs.replace(typical.plan, helping=(), bring=("C13",))
    (side,) = my_page(typical.with_plan(alone))
    first, last = (side.place(words) for words in ("I can say what I want", "from me."))
    assert side.place(pack.page.work_on).left < 30
    assert first.top == pytest.approx(last.top)


def test_a_language_from_right_to_left_mirrors_the_columns(
    pack: Pack, pdf_of: PdfOf, sides: Callable[[Document], list[Side]], typical: CheckIn
) -> None:
    mirrored = msgspec.structs.replace(pack, about=msgspec.structs.replace(pack.about, language="ar"))
    page = build_my_page(mirrored, typical)
    (side,) = sides(page)
    assert side.place(pack.page.work_on).right < 105 < side.place(pack.page.helping).left
    assert pdf_of(page).is_standard


def test_the_one_thing_is_the_largest_on_the_sheet_and_larger_where_it_stands_alone(
    my_page: Callable[..., list[Side]], typical: CheckIn, one_line: CheckIn
) -> None:
    (side,), (alone,) = my_page(typical), my_page(one_line)
    topic, other, short = side.place("I nodded"), side.place("Can you tell"), alone.place("I find it hard")
    assert topic.bottom - topic.top > 1.5 * (other.bottom - other.top)
    assert short.bottom - short.top > 1.1 * (topic.bottom - topic.top)


def test_how_to_use_the_page_stands_on_top(pack: Pack, my_page: Callable[..., list[Side]], full: CheckIn) -> None:
    (side,) = my_page(full)
    assert side.place(pack.page.use).top < side.place(pack.page.would_help).top < side.place(pack.page.main_topic).top


def test_a_thin_rule_parts_what_is_wanted_now_from_the_rest(
    pack: Pack, my_page: Callable[..., list[Side]], full: CheckIn
) -> None:
    (side,) = my_page(full)
    above, below = side.place(pack.page.raise_flags), side.place(pack.page.helping)
    assert len([top for _, _, top in side.rules if above.bottom < top < below.top]) == 1


def test_the_parts_are_read_aloud_one_after_the_other_and_the_first_column_first(
    pdf_of: PdfOf, pack: Pack, full: CheckIn, read_aloud: Callable[[bytes], str]
) -> None:
    words, text, plan = read_aloud(pdf_of(build_my_page(pack, full)).data), pack.page, full.plan
    order = [text.title, text.use, text.would_help, text.main_topic, plan.main_topic, text.also, *plan.also]
    order += [text.raise_flags, text.helping, *(pack.checklist.item(item_id).text for item_id in plan.helping)]
    for item_id in plan.bring:
        order += [pack.checklist.item(item_id).text, full.answer(item_id).note]
    order += [text.questions, *plan.questions, text.agreed]
    places = [words.find(said) for said in order]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("paper", list(Paper))
def test_the_empty_form_has_four_boxes_beside_each_line_of_the_checklist(
    pdf_of: PdfOf, pack: Pack, sides: Callable[[Document], list[Side]], paper: Paper
) -> None:
    form = build_empty_form(pack, PagePlan(paper=paper))
    page, checklist = sides(form)
    assert len(page.below(pack.page.agreed)) >= 6
    assert page.crossed() == checklist.crossed() == []
    for item in pack.checklist.items:
        assert checklist.place(" ".join(item.text.split()[:5]))
    with pikepdf.open(BytesIO(pdf_of(form).data)) as pdf:
        steps = "".join(str(step.operator) for step in pikepdf.parse_content_stream(pdf.pages[1]))
    assert steps.count("lclclclc") == 4 * len(pack.checklist.items)  # four sides with round corners
    replies = pack.checklist.replies
    heads = f"{replies.not_yet} {replies.a_little} {replies.mostly} {replies.yes}"
    assert " ".join(word.text for word in checklist.words).count(heads) == len(pack.checklist.parts)


def test_the_number_of_a_help_line_is_larger_than_what_is_said_about_it(
    pack: Pack, sides: Callable[[Document], list[Side]], empty: CheckIn
) -> None:
    side = sides(build_private_page(pack, empty, "us"))[0]
    number, said = side.place("911"), side.place("Emergency")
    assert number.bottom - number.top > 1.2 * (said.bottom - said.top)


@pytest.mark.parametrize("reach", ["someone.with.a.long.name@office.example.org", "w" * 120])
def test_an_address_wider_than_its_column_stands_above_what_is_said_about_it(
    pack: Pack, sides: Callable[[Document], list[Side]], empty: CheckIn, reach: str
) -> None:
    side = sides(build_private_page(pack, empty, "us", (Contact.written("Somebody", reach),)))[0]
    address = [word for word in side.words if len(word.text) > 8 and word.text in reach]
    assert "".join(word.text for word in address) == reach
    assert max(word.bottom for word in address) < side.place("Somebody").top + 1
    assert max(word.right for word in address) < 189


def typefaces(data: bytes) -> set[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        names = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    return {re.sub(r"/\w+\+", "", name).removesuffix("-Identity-H") for name in names}


def test_every_sheet_is_set_in_the_bundled_typeface(pack: Pack, pdf_of: PdfOf, full: CheckIn) -> None:
    sheets = (build_my_page(pack, full), build_private_page(pack, full, "us"), build_empty_form(pack, PagePlan()))
    for sheet in sheets:
        assert typefaces(pdf_of(sheet).data) == {"SourceSerifPro-Regular", "SourceSerifPro-Bold"}, sheet.title


def test_an_arabic_sheet_is_set_in_its_own_typeface_and_a_number_keeps_its_order(
    arabic: Pack, pdf_of: PdfOf, sides: Callable[[Document], list[Side]], empty: CheckIn
) -> None:
    topic = empty.plan.with_main_topic("اتصلت على 0808 808 8000 أمس")
    sheet = build_my_page(arabic, empty.with_plan(topic))
    assert typefaces(pdf_of(sheet).data) == {"Amiri-Regular", "Amiri-Bold"}
    (side,) = sides(sheet)
    groups = [word for word in side.words if word.text.isdigit() and len(word.text) > 2 and word.text != "2026"]
    assert [word.text for word in sorted(groups, key=lambda word: word.left)] == ["0808", "808", "8000"]


def test_on_an_arabic_sheet_a_source_with_an_english_title_reads_from_right_to_left(
    pack: Pack, arabic: Pack, sides: Callable[[Document], list[Side]], empty: CheckIn
) -> None:
    session = Session(empty, wording_of(pack))
    session.reply("C03", Reply.YES)
    session.helping("C03", on=True)
    (side,) = sides(build_my_page(arabic, session.under(wording_of(arabic)).whole))
    (why,) = [word for word in side.words if word.text.endswith("Why")]
    line = [word for word in side.words if abs(word.top - why.top) < 1]
    (matters,) = [word for word in line if word.text == "Matters"]
    (day,) = [word for word in line if word.text == str(empty.started.day)]
    assert day.left < why.left < matters.left
    assert max(word.right for word in line) > 180
