"""The window can speak another language: every sentence of it goes through the translation."""

import ast
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import (
    QApplication,
)

from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.content.window_words import WindowWords
from evolve_desktop.errors import UsageError
from evolve_desktop.gui.services.localization import WindowLanguage, default_paper, format_day
from evolve_desktop.gui.widgets.localized import localized
from tools.translations import (
    PACKS,
    Message,
    collect,
    compiled,
    lacking,
    languages,
    make_pseudo,
    said_kinds,
    untranslated,
    words_of,
)

CHECKOUT = Path(__file__).parents[2]
I18N = CHECKOUT / "resources" / "i18n"
BY_DESIGN = {"Evolve", "Evolve Desktop ", "Fusion", "Lato", "Source Serif Pro", "Errors", "English", "Language", "Get"}
BY_DESIGN |= {"Close", "Introspect", "ReadAll", '<node name="(\\w+)"'}
BY_DESIGN |= {"Control Panel\\International", "Library", "Preferences", "DefaultPaperID"}
"""Names of the app, a style, typefaces, English, calls on D-Bus, the system's settings, the same everywhere."""
_KEYS = ("Ctrl+", "Shift+")
_SENTENCE = re.compile(r"[A-Za-z]{2,}\W* [A-Za-z]|^[A-Z][a-z]+")
_TRANSLATES = ("tr", "translate")
FILLED = (ast.JoinedStr, ast.BinOp)


@pytest.fixture(scope="module")
def trial_language(tmp_path_factory: pytest.TempPathFactory, messages: list[Message]) -> Path:
    """Return the file of the trial language: longer, accented, in brackets."""
    return make_pseudo(tmp_path_factory.mktemp("i18n"), messages)


@pytest.fixture(scope="module")
def nodes() -> dict[Path, list[ast.AST]]:
    """Return all that stands in each module of the window."""
    modules = sorted((CHECKOUT / "evolve_desktop" / "gui").rglob("*.py"))
    return {module: list(ast.walk(ast.parse(module.read_text(encoding="utf-8")))) for module in modules}


def plain_sentences(module: Path, nodes: list[ast.AST]) -> Iterator[str]:
    """Yield each English text in a module that neither documents it nor goes through the translation."""
    passed = {id(part) for node in nodes for part in _passed(node)}
    for node in nodes:
        text = node.value if isinstance(node, ast.Constant) and id(node) not in passed else None
        if isinstance(text, str) and _SENTENCE.search(text) and not text.startswith(_KEYS) and text not in BY_DESIGN:
            yield f"{module.name}:{getattr(node, 'lineno', 0)} {text}"


def _passed(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may be English: what is translated, docstrings, names of types, and values of enums."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in (*_TRANSLATES, "TypeVar"):
            yield from ast.walk(node)
    elif isinstance(node, ast.FunctionDef):
        arguments = (*node.args.args, *node.args.kwonlyargs)
        annotations = [node.returns, *(argument.annotation for argument in arguments)]
        yield from (part for annotation in annotations if annotation for part in ast.walk(annotation))
    elif isinstance(node, ast.AnnAssign):
        yield from ast.walk(node.annotation)
    elif isinstance(node, ast.ClassDef) and any(
        isinstance(base, ast.Name) and base.id == "Enum" for base in node.bases
    ):
        yield from (part for line in node.body for part in ast.walk(line))


def test_every_sentence_of_the_window_goes_through_the_translation(nodes: dict[Path, list[ast.AST]]) -> None:
    assert len(nodes) > 50
    assert [found for module, inside in nodes.items() for found in plain_sentences(module, inside)] == []


def test_every_sentence_of_the_window_is_spelt_as_in_the_united_states(nodes: dict[Path, list[ast.AST]]) -> None:
    said = []
    for node in chain.from_iterable(nodes.values()):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _TRANSLATES:
            said += [part.value for part in node.args if isinstance(part, ast.Constant)]
    assert len(said) > 200
    assert [text for text in said if re.search(r"(?i)licence|colour|favour|behaviour|grey|centre", str(text))] == []


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    """Return every sentence of the window, collected anew."""
    return collect()


def test_the_english_file_holds_every_sentence_and_each_is_in_a_section(messages: list[Message]) -> None:
    english = words_of("en")
    assert all(message.section for message in messages)
    collected = {(message.section, message.english) for message in messages}
    assert collected == {(name, text) for name, text, _ in english.entries()}, "run `make translations`"


def test_a_sentence_of_the_rooms_below_the_window_is_collected_too(messages: list[Message]) -> None:
    said_below = {message.english for message in messages if message.section == "Errors"}
    assert {
        "Please type a passphrase.",
        "{what_failed}: {reason}. {what_to_do}",
        "No space left on device",
    } <= said_below


def test_no_error_of_the_rooms_below_the_window_has_its_values_in_its_words_already() -> None:
    modules = [path for path in (CHECKOUT / "evolve_desktop").rglob("*.py") if "gui" not in path.parts]
    calls = [
        (module.name, node)
        for module in modules
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in said_kinds()
    ]
    assert len(calls) > 80
    assert [f"{name}:{node.lineno}" for name, node in calls if node.args and isinstance(node.args[0], FILLED)] == []


def test_what_qt_loads_is_made_from_the_words_as_they_are(messages: list[Message], tmp_path: Path) -> None:
    for language in languages():
        made = compiled(messages, words_of(language), language, tmp_path / f"{language}.qm")
        shipped = I18N / f"evolve_{language}.qm"
        assert made.read_bytes() == shipped.read_bytes(), "run `make translations`"


def test_an_untranslated_sentence_is_named(messages: list[Message]) -> None:
    words = WindowWords({"Actions": {"&Hide": "&Ocultar", "&Lock": ""}})
    missing = untranslated(messages, words, "es")
    assert "es: [Actions] &Lock" in missing
    assert "es: [Actions] &Hide" not in missing


def test_no_language_that_ships_lacks_a_sentence(messages: list[Message]) -> None:
    assert lacking(messages) == []


def test_a_sentence_that_is_taken_out_of_a_language_that_ships_is_named(
    messages: list[Message], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(PACKS, tmp_path / "content")
    monkeypatch.setattr("tools.translations.PACKS", tmp_path / "content")
    words = tmp_path / "content" / "ar" / "window.toml"
    text = words.read_text(encoding="utf-8")
    shown = words_of("ar").find("Actions", "&Hide")
    assert text.count(f'"&Hide" = "{shown}"') == 1
    words.write_text(text.replace(f'"&Hide" = "{shown}"', '"&Hide" = ""'), encoding="utf-8")
    assert lacking(messages) == ["ar: [Actions] &Hide"]


def test_english_counts_one_and_more(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(QLocale("en"), "evolve", "_", str(I18N))
    qapp.installTranslator(translator)
    assert QApplication.translate("BackupList", "%n check-ins", "", 1) == "1 check-in"
    assert QApplication.translate("BackupList", "%n check-ins", "", 2) == "2 check-ins"
    qapp.removeTranslator(translator)


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Callable[..., None]]:
    """Return what has the app speak a language; afterwards it speaks English again."""
    usual = QLocale()
    made: list[WindowLanguage] = []

    def speak(language: str, words: WindowWords | None = None, folder: Path = I18N) -> None:
        made.append(WindowLanguage(qapp, folder))
        made[-1].speak(language, words)

    yield speak
    for language in made:
        language.speak("en")
        language.forget()
    QLocale.setDefault(usual)


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", Qt.LayoutDirection.RightToLeft),
        ("he", Qt.LayoutDirection.RightToLeft),
        ("en", Qt.LayoutDirection.LeftToRight),
    ],
)
def test_the_window_runs_as_the_language_of_the_content_is_written(
    qapp: QApplication, spoken: Callable[..., None], language: str, direction: Qt.LayoutDirection
) -> None:
    spoken(language)
    assert qapp.layoutDirection() is direction


def test_the_window_speaks_the_language_of_the_content(spoken: Callable[..., None], trial_language: Path) -> None:
    spoken("eo", folder=trial_language.parent)
    assert QApplication.translate("Actions", "&Hide").startswith("[&Hí")
    assert localized(UsageError("{path}: is not a file", path="a b")).startswith("[a b: íš ñöť")


def test_a_language_that_nobody_translated_is_spoken_in_english(spoken: Callable[..., None]) -> None:
    spoken("xx")
    assert QApplication.translate("MenuBar", "Hide") == "Hide"


def test_qt_says_its_own_words_in_the_window_s_language_too(spoken: Callable[..., None]) -> None:
    spoken("es")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    spoken("en")


def test_the_words_that_a_pack_brings_are_spoken_and_count(spoken: Callable[..., None]) -> None:
    words = WindowWords({"Actions": {"&Hide": "&Cuddio"}, "BackupList": {"%n check-ins": ("%n uno", "%n otros")}})
    spoken("cy", words)
    assert QApplication.translate("Actions", "&Hide") == "&Cuddio"
    assert QApplication.translate("BackupList", "%n check-ins", "", 1) == "1 uno"
    assert QApplication.translate("BackupList", "%n check-ins", "", 3) == "3 otros"
    assert QApplication.translate("Actions", "&Lock") == "&Lock"


@pytest.mark.parametrize(
    ("language", "day", "number"),
    [("es", "martes, 24 de noviembre de 2026", "16.000"), ("ar", "الثلاثاء، 24 نوفمبر 2026", "16٬000")],
)
def test_dates_and_numbers_are_those_of_the_language_with_the_digits_of_telephones(
    spoken: Callable[..., None], language: str, day: str, number: str
) -> None:
    spoken(language)
    assert format_day(date(2026, 11, 24)) == day
    assert number in localized(UsageError("{path}: is larger than {limit} bytes", path="a", limit=16000))


@pytest.mark.parametrize(
    ("locale", "paper"),
    [
        ("en_US", Paper.LETTER),
        ("es_US", Paper.LETTER),
        ("fr_CA", Paper.LETTER),
        ("es_MX", Paper.LETTER),
        ("en_PH", Paper.LETTER),
        ("en_GB", Paper.A4),
        ("de_DE", Paper.A4),
        ("en_AU", Paper.A4),
        ("C", Paper.A4),
    ],
)
def test_the_paper_is_the_usual_one_of_the_place(locale: str, paper: Paper) -> None:
    assert default_paper(QLocale(locale)) is paper
