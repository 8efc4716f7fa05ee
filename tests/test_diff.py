"""What changed, in words: a case in golden/diff/NAME.txt is a change to the small record (changes.py), as told there and back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mkdocs_timeline.diff import diff

from .changes import apply
from .conftest import BASE, TESTS

CASES = sorted((TESTS / "golden" / "diff").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case_is_told_in_its_words(case: Path, data: Path, regenerate: bool) -> None:
    text = case.read_text("utf-8")
    changes = text.partition("== there\n")[0]
    apply(changes, data)
    told = f"{changes}== there\n{diff(BASE, data)}== back\n{diff(data, BASE)}"
    if regenerate:
        case.write_text(told, "utf-8")
    assert told == text or regenerate


def test_nothing_changed_is_said(data: Path) -> None:
    assert diff(BASE, data) == "Nothing changed in the data.\n"


def test_a_folder_that_is_not_there_is_no_empty_one(data: Path) -> None:
    shutil.rmtree(data)
    with pytest.raises(NotADirectoryError):
        diff(BASE, data)
