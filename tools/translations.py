"""Collects the texts of the window for translators and compiles their files; `--pseudo` makes a trial language.

`resources/i18n/evolve.ts` holds every sentence, for a new language to start from; `evolve_en.ts` only those that count
something, since English too has one form for one and another for more.
"""

import argparse
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "i18n"
TEMPLATE = "evolve.ts"
PSEUDO = "evolve_eo"
"""The trial language is called Esperanto, since no system is set to that by accident."""

_ACCENTS = str.maketrans("aceghijlnorstuwyzACEGHIJLNORSTUWYZ", "àćéĝĥíĵļñöŕšťüŵýžÀĆÉĜĤÍĴĻÑÖŔŠŤÜŴÝŽ")
_LEFT_AS_IT_IS = re.compile(r"(\{[a-z]+\}|%n|&\w|\([^)]*\*[^)]*\))")
_LONGER = 0.4


def run(tool: str, *arguments: str | Path) -> None:
    """Run one of Qt's tools and show its output only if it fails."""
    command = [Path(sys.executable).parent / f"pyside6-{tool}", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{tool}: {done.stdout}{done.stderr}")


def collect(template: Path, *options: str) -> None:
    """Write every text of the window into a Qt Linguist file; translations in it stay."""
    sources = sorted(path.relative_to(ROOT) for path in (ROOT / "evolve_desktop").rglob("*.py"))
    run("lupdate", *sources, "-locations", "none", "-no-obsolete", "-source-language", "en", *options, "-ts", template)


def pseudo(text: str) -> str:
    """Return the text longer, accented and in brackets, but readable; placeholders stay."""
    parts = _LEFT_AS_IT_IS.split(text)
    accented = "".join(part if index % 2 else part.translate(_ACCENTS) for index, part in enumerate(parts))
    return f"[{accented}{'~' * round(len(text) * _LONGER)}]" if " " not in text else f"[{accented} {_filler(text)}]"


def _filler(text: str) -> str:
    """Return short filler words, so that a long sentence can still wrap."""
    count = max(1, round(len(text) * _LONGER / 5))
    return " ".join(["~~~~"] * count)


def make_pseudo(folder: Path) -> Path:
    """Write the trial language into a folder and return the file for the app to load."""
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / f"{PSEUDO}.ts"
    source.unlink(missing_ok=True)
    collect(source, "-target-language", "eo")
    tree = ET.parse(source)  # noqa: S314  (written by Qt just before)
    for message in tree.iter("message"):
        translation = message.find("translation")
        if translation is None:
            continue
        del translation.attrib["type"]
        forms = translation.findall("numerusform") or [translation]
        for form in forms:
            form.text = pseudo(message.findtext("source", ""))
    tree.write(source, encoding="utf-8", xml_declaration=True)
    made = source.with_suffix(".qm")
    run("lrelease", source, "-qm", made)
    return made


def main() -> None:
    """Update the files of the translators."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pseudo", type=Path, metavar="DIR", help="write the trial language into DIR instead")
    chosen = parser.parse_args().pseudo
    if chosen:
        print(make_pseudo(chosen))
        return
    FOLDER.mkdir(exist_ok=True)
    collect(FOLDER / TEMPLATE)
    collect(FOLDER / "evolve_en.ts", "-target-language", "en", "-pluralonly")
    for source in FOLDER.glob("evolve_*.ts"):
        run("lrelease", source, "-qm", source.with_suffix(".qm"))
        print(source.with_suffix(".qm").relative_to(ROOT))


if __name__ == "__main__":
    main()
