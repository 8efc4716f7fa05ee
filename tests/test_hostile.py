"""Contributed text can't harm: hostile files are refused with their findings, and hostile words that pass are only words.

hostile/refused/NAME.txt
    changes to the small record and their findings, in the form of changes.py. In names and lines ``\\x1b`` stands
    for a byte and ``\\*1000{text}`` for the text so many times; a file that holds ``-> TARGET`` becomes a link there.
hostile/texts/NAME.yml
    a text that goes into every field of every kind of record (hostile/record.yml), with the code that prose refuses
    it with; everything else has to show it as it is typed. The site and the exports made of all of them are compared
    with twins that hold plain words: hostile words must change no element, attribute, column or property.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import pytest

from mkdocs_timeline import checks, load
from mkdocs_timeline.load import KINDS
from mkdocs_timeline.models import SourceUse
from mkdocs_timeline.models.base import Model
from mkdocs_timeline.models.walk import inner_model

from .changes import apply
from .conftest import ROOT, TESTS
from .hostile import inert, record
from .hostile.record import RECORD, Text

REFUSED = sorted((TESTS / "hostile" / "refused").glob("*.txt"))
TEXTS = record.texts()
OWN_PAGES = ("events/2022-06-01-", "actors/", "places/", "topics/", "sources/", "documents/", "phases/")

Check = Callable[[Path], int]


@pytest.fixture(scope="module")
def check() -> Iterator[Check]:
    """Runs ``timeline check`` beside a folder ``data`` under the limits; gives its exit code."""
    command = [sys.executable, "-m", "tests.hostile.limited"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout

        def run(folder: Path) -> int:
            assert process.stdin and process.stdout
            process.stdin.write(f"{folder}\n")
            process.stdin.flush()
            return int(process.stdout.readline())

        yield run
        process.stdin.close()


def unescape(folder: Path) -> None:
    """Put bytes, repetitions and links in place of what stands for them in names and contents."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file():
            raw = path.read_bytes()
            if raw.startswith(b"-> "):
                path.unlink()
                path.symlink_to(raw[3:-1].decode())
            elif b"\\" in raw:
                path.write_bytes(_unescaped(raw))
        if b"\\" in bytes(path):
            path.rename(path.parent / _unescaped(path.name.encode()).decode("utf-8", "surrogateescape"))


def _unescaped(raw: bytes) -> bytes:
    raw = re.sub(rb"\\\*(\d+)\{([^}]*)\}", lambda match: match[2] * int(match[1]), raw)
    return re.sub(rb"\\x([0-9a-f]{2})", lambda match: bytes.fromhex(match[1].decode()), raw)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.stem)
def test_a_hostile_file_is_refused_with_its_findings(case: Path, data: Path, check: Check, regenerate: bool) -> None:
    changes, _, expected = case.read_text("utf-8").partition("== findings\n")
    apply(changes, data)
    unescape(data)
    code = check(data.parent)
    printed = (data.parent / "printed").read_text("utf-8")
    found = re.sub(r"^\d+ errors?, \d+ warnings?\n", "", printed, flags=re.MULTILINE)
    if regenerate:
        case.write_text(f"{changes}== findings\n{found}", "utf-8")
    assert (code, found) == (1, expected)


def test_what_is_neither_file_nor_folder_is_not_opened(data: Path, check: Check) -> None:
    os.mkfifo(data / "actors" / "x.yml")
    assert check(data.parent) == 1
    assert "data/actors/x.yml:1:1: error N205 is not a plain file" in (data.parent / "printed").read_text("utf-8")


@pytest.mark.parametrize("text", [text for text in TEXTS if text.refused], ids=lambda text: text.name)
def test_prose_refuses_the_text_wherever_it_stands(text: Text, tmp_path: Path) -> None:
    record.write(tmp_path / "data", [replace(text, prose=text.line)])
    found = [finding.code for finding in checks.check(load.load(tmp_path / "data", "data")) if finding.is_error]
    fields = sum(leaf.startswith("PROSE") for _, leaf in record.leaves(RECORD))
    assert found == [text.refused] * fields


def test_every_field_of_every_kind_is_in_the_hostile_record() -> None:
    missing = []

    def compare(model: type[Model], data: Any, where: str) -> None:
        for name, field in model.model_fields.items():
            shown = field.alias or name
            if field.exclude:
                continue
            if shown not in data:
                missing.append(f"{where}.{shown}")
            elif inner := inner_model(field.annotation):
                for item in data[shown]:
                    compare(SourceUse if "ref" in item else inner, item, f"{where}.{shown}")

    for kind in KINDS.values():
        data = next(data for path, data in RECORD.items() if kind.matches(path))
        compare(
            kind.model, data if kind.layout == "file" else data["NAME" if kind.layout == "mapping" else 0], kind.name
        )
    assert missing == []


CLOSED = [
    (path, location)
    for path, data in RECORD.items()
    for location, leaf in record.leaves(data)
    if not leaf.startswith(("LINE", "PROSE"))
]


@pytest.mark.parametrize(
    ("path", "location"), CLOSED, ids=lambda part: part if isinstance(part, str) else "-".join(map(str, part))
)
def test_a_field_that_takes_no_free_text_refuses_it(path: str, location: tuple[str | int, ...], tmp_path: Path) -> None:
    changed = deepcopy(RECORD)
    *way, last = location
    reduce(getitem, way, changed[path])[last] = '"><b onclick=x>{{x}}'
    record.write(tmp_path / "data", [Text("case", "Words", "Words")], changed)
    assert any(finding.is_error for finding in checks.check(load.load(tmp_path / "data", "data")))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The twin of the hostile site, with plain words."""
    return record.site_of(tmp_path_factory.mktemp("plain"), [text.plain for text in TEXTS])


def test_hostile_words_change_nothing_but_words(hostile: Path, plain: Path) -> None:
    """No element, attribute, comment, column, row, property or key more or less than with plain words."""
    names = {path.relative_to(plain).as_posix() for path in plain.rglob("*") if path.is_file()}
    assert {path.relative_to(hostile).as_posix() for path in hostile.rglob("*") if path.is_file()} == names
    changed = [
        name
        for name in sorted(names)
        if inert.shape(name, (hostile / name).read_bytes()) != inert.shape(name, (plain / name).read_bytes())
    ]
    assert changed == []


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_hostile_words_are_shown_as_they_were_typed(text: Text, hostile: Path, plain: Path) -> None:
    for folder in OWN_PAGES:
        shown, expected = (
            _letters(inert.read((built / f"{folder}{text.name}/index.html").read_text("utf-8")).text)
            for built in (hostile, plain)
        )
        for field in ("line", "prose"):
            wanted = expected.count(_letters(getattr(text.plain, field)))
            assert wanted > 0
            assert shown.count(_letters(getattr(text, field))) >= wanted, f"{folder}{text.name} {field}"


def _letters(text: str) -> str:
    """What is to compare of a text: not its spaces and case, not the marks that Markdown takes for emphasis, lists and escapes."""
    return re.sub(r"[\s*_\\+-]", "", text).casefold()


def test_no_page_holds_a_mark_that_a_template_engine_would_take(hostile: Path) -> None:
    pages = {path.relative_to(hostile).as_posix(): path.read_text("utf-8") for path in hostile.rglob("*.html")}
    assert [name for name, html in pages.items() if re.search(r"\{[{%#]", html)] == []
