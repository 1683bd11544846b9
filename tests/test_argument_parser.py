"""The help of the command line and what it says of bad input, all of it in the language that is named."""

import argparse
import re

import pytest

from evolve_desktop import cli
from evolve_desktop.argument_parser import ArgumentParser

NAMES = {"evolve", "COMMAND", "ANSWERS", "Evolve", "Linux", "DIR", "FILE", "OLD", "PDF", "json", "xx", "es"}
OWN = re.compile(r"--?[a-z-]+|\{a4,letter\}|check-content|new-pack|\bpage\b")
"""What is typed, which is the same in every language."""


@pytest.mark.parametrize("command", [[], ["page"], ["check-content"], ["new-pack"]])
def test_nothing_of_the_help_is_english_in_arabic(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--language", "ar", *command, "--help"])
    told = capsys.readouterr().out
    assert told.startswith("الاستعمال: evolve-desktop")
    assert set(re.findall(r"[A-Za-z-]{2,}", OWN.sub("", told))) - NAMES == set()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["page"], "faltan estos argumentos: ANSWERS.json, --pdf"),
        (["new-pack", "a", "b"], "argumentos que no se conocen: b"),
        (["--data-dir"], "argumento --data-dir: le falta un valor"),
        (["--self-check=3"], "argumento --self-check: no admite el valor '3'"),
        (["--re"], "la opción --re puede ser cualquiera de estas: --restore, --remove-desktop-entry"),
    ],
)
def test_bad_input_is_told_in_spanish(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--language", "es", *arguments])
    assert capsys.readouterr().err == f"evolve-desktop: {told}\n"


def test_a_command_that_does_not_exist_is_told_with_those_that_do(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--language", "es", "sing"])
    told = capsys.readouterr().err
    assert told.startswith("evolve-desktop: argumento COMMAND: 'sing' no es una opción válida (hay: ")
    assert "new-pack" in told


def test_a_complaint_of_argparse_that_is_not_known_stays_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    parser = ArgumentParser(say=str.upper, prog="p")
    with pytest.raises(SystemExit):
        parser.error("something else {")
    assert capsys.readouterr().err == "evolve-desktop: SOMETHING ELSE {\n"
    assert isinstance(parser, argparse.ArgumentParser)
