"""Checks by golden files: a case in golden/checks/NAME.txt is a change to the small record (changes.py) and the findings it gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mkdocs_timeline import checks, load
from mkdocs_timeline.codes import READING
from mkdocs_timeline.finding import report

from .changes import apply
from .conftest import BASE, TESTS

CASES = sorted((TESTS / "golden" / "checks").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case_gives_its_findings(case: Path, tmp_path: Path, regenerate: bool) -> None:
    changes, _, expected = case.read_text("utf-8").partition("== findings\n")
    shutil.copytree(BASE, tmp_path / "data")
    apply(changes, tmp_path / "data")
    found = report(checks.check(load.load(tmp_path / "data", "data")))
    if regenerate:
        case.write_text(f"{changes}== findings\n{found}", "utf-8")
    assert found == expected


def test_every_code_has_a_golden_case_or_a_test_of_its_bytes() -> None:
    by_bytes = {"Y101", "Y102", "Y103", "Y113", "Y115", "N205"}
    shown = {word for case in CASES for word in case.read_text("utf-8").partition("== findings\n")[2].split()}
    assert set(READING | checks.CODES) - shown - by_bytes == set()


def test_the_small_record_is_without_findings() -> None:
    assert report(checks.check(load.load(BASE, "data"))) == ""


def test_a_mistake_in_one_file_does_not_hide_those_in_another(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "data")
    (tmp_path / "data/actors/ukraine.yml").write_text("name: [", "utf-8")
    (tmp_path / "data/actors/russia.yml").write_text("nam: Russia\nkind: state\n", "utf-8")
    (tmp_path / "data/places.yml").write_text("", "utf-8")
    codes = [(finding.path, finding.code) for finding in checks.check(load.load(tmp_path / "data", "data"))]
    assert codes == [
        ("data/actors/russia.yml", "F302"),
        ("data/actors/ukraine.yml", "Y106"),
        ("data/places.yml", "Y111"),
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"\xef\xbb\xbfname: Ukraine\nkind: state\n", "1:1: error Y102"),
        (b"name: Ukraine\r\nkind: state\r\n", "1:14: error Y103"),
        ("name: Україна\nkind: state\n".encode("cp1251"), "1:7: error Y101"),
        ("name: Ukraine\n".encode("utf-16"), "1:1: error Y101"),
        (b"name: Ukraine\x00\nkind: state\n", "1:14: error Y104"),
        (b"#" * 1_000_001, "1:1: error Y113"),
        (b"name: " + b"[" * 5000, "1:18: error Y113"),
    ],
    ids=["byte order mark", "CRLF", "another encoding", "UTF-16", "a null byte", "too large", "too deep"],
)
def test_bytes_that_are_no_text_give_one_finding(data: Path, raw: bytes, expected: str) -> None:
    (data / "actors/ukraine.yml").write_bytes(raw)
    found = checks.check(load.load(data, "data"))
    assert [finding.text().startswith(f"data/actors/ukraine.yml:{expected}") for finding in found] == [True]


def test_a_link_is_not_followed(data: Path) -> None:
    (data / "actors/ukraine.yml").unlink()
    (data / "actors/ukraine.yml").symlink_to("/etc/passwd")
    assert "N205" in {finding.code for finding in checks.check(load.load(data, "data"))}


def test_a_file_name_cannot_forge_a_finding(data: Path) -> None:
    (data / "actors" / "x\n::error file=a::b.yml").write_text("name: X", "utf-8")
    text = report(checks.check(load.load(data, "data")), "github")
    assert text.count("\n") == 1
    assert text.startswith("::error file=data/actors/x\\x0a\\x3a\\x3aerror")
