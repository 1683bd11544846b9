"""The rule of danger on paper: every combination of answers, in every document and its copied text."""

from collections.abc import Iterator
from functools import cache

import msgspec
import pytest

from evolve_desktop.checkin import red_flag_guidance
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.red_flag_guidance import Caution, decide_guidance
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.model import Document
from evolve_desktop.document.my_page import build_my_page
from evolve_desktop.document.private_page import build_private_page
from evolve_desktop.document.text import document_text
from tests.document.conftest import PdfOf
from tests.pdf import words_of
from tests.to_therapist import caution, every_combination, forbidden, offenders, shared_sentences


def documents(pack: Pack, check_in: CheckIn) -> tuple[Document, ...]:
    before = CheckIn(id="before", started=check_in.started)
    return (
        build_my_page(pack, check_in, before),
        build_private_page(pack, check_in, "us"),
        build_private_page(pack, check_in, ""),
    )


def found(pack: Pack) -> Iterator[str]:
    """Yield the forbidden sentences in each document, none of which goes on from one block to the next."""

    @cache  # most blocks are the same after many answers
    def among(piece: Document, sentences: frozenset[str]) -> list[str]:
        text = document_text(piece)
        return [sentence for sentence in sentences if sentence in text]

    for check_in in every_combination(pack):
        sentences = forbidden(pack, check_in)
        for document in documents(pack, check_in):
            for blocks in ((), *((block,) for block in document.blocks)):
                yield from among(msgspec.structs.replace(document, blocks=blocks), sentences)


def test_the_sentences_to_look_for_stand_nowhere_else(pack: Pack) -> None:
    assert shared_sentences(pack) == []


def test_every_combination_has_the_caution_that_the_table_names(pack: Pack) -> None:
    decided = [(decide_guidance(pack.red_flags, one).caution, caution(one)) for one in every_combination(pack)]
    assert [pair for pair in decided if pair[0] is not pair[1]] == []
    assert {pair[0] for pair in decided} == set(Caution)


def test_no_document_suggests_a_word_with_the_therapist_after_a_warning(pack: Pack) -> None:
    assert set(found(pack)) == set()


def test_without_the_rule_the_documents_would_suggest_it(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(red_flag_guidance, "_caution", lambda *_: Caution.NONE)
    red_flags = pack.red_flags
    wanted = {red_flags.parts[0].what_next.intro, pack.page.for_me.stop_script, f"- {red_flags.flag('R01').text}"}
    for sentence in found(pack):
        wanted.discard(sentence)
        if not wanted:
            break
    assert wanted == set()


def test_no_pdf_suggests_it_either(pack: Pack, pdf_of: PdfOf) -> None:
    printed: dict[str, tuple[Document, CheckIn]] = {}
    for check_in in every_combination(pack, picks=(True,)):
        if caution(check_in) is not Caution.NONE:
            printed |= {document_text(made): (made, check_in) for made in documents(pack, check_in)[:2]}
    for document, check_in in printed.values():
        words = words_of(pdf_of(document).data)
        assert not [text for text in offenders(pack, check_in, words) if not text.startswith("- ")]
        assert not [id_ for id_ in check_in.plan.flags if pack.red_flags.flag(id_).text in words] or (
            caution(check_in) is Caution.UNSAID
        )
