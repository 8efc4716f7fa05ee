"""An issue form's answers as a record: a case in golden/issues/NAME.txt is an issue's text, then the file and notes it gives."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from mkdocs_timeline import checks, from_issue, load
from mkdocs_timeline.models import KINDS

from .conftest import BASE, ROOT, TESTS

CASES = sorted((TESTS / "golden" / "issues").glob("*.txt"))
FORM = ROOT / ".github" / "ISSUE_TEMPLATE" / "suggest-an-event.yml"


@pytest.fixture(scope="module")
def records() -> load.Records:
    return load.load(BASE, "data")


def told(body: str, records: load.Records) -> str:
    try:
        result = from_issue.record(body, records)
    except from_issue.IssueError as error:
        return f"== refused\n{error}\n"
    notes = "".join(f"- {note}\n" for note in result.notes)
    return f"== {result.path}\n{result.text}== notes\n{notes}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case_gives_its_record(case: Path, records: load.Records, regenerate: bool) -> None:
    text = case.read_text("utf-8")
    body = text.partition("\n== ")[0] + "\n"
    found = body + told(body, records)
    if regenerate:
        case.write_text(found, "utf-8")
    assert found == text or regenerate


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_comes_of_any_answers_can_be_read_and_holds_nothing_active(case: Path, data: Path) -> None:
    """What is left to mend is what the notes ask for: actors and publishers that are not there yet."""
    body = case.read_text("utf-8").partition("\n== ")[0]
    try:
        result = from_issue.record(body, load.load(data, "data"))
    except from_issue.IssueError:
        return
    path = data / result.path
    assert path.parent == data / "events" / path.name[:4]
    path.parent.mkdir(exist_ok=True)
    path.write_text(result.text, "utf-8")
    found = {finding.code for finding in checks.check(load.load(data, "data")) if finding.path == f"data/{result.path}"}
    assert found <= {"F301", "R501", "S606"}


def test_line_ends_of_windows_change_nothing(records: load.Records) -> None:
    body = (TESTS / "golden/issues/good.txt").read_text("utf-8").partition("\n== ")[0]
    assert told(body.replace("\n", "\r\n"), records) == told(body, records)


def test_the_headings_of_the_form_are_those_that_are_read() -> None:
    form = yaml.safe_load(FORM.read_text("utf-8"))
    asked = {item["attributes"]["label"]: item["id"] for item in form["body"] if item["type"] != "markdown"}
    assert asked == from_issue.FIELDS


def test_the_form_offers_every_kind_and_phase() -> None:
    form = yaml.safe_load(FORM.read_text("utf-8"))
    options = {item["id"]: item["attributes"]["options"] for item in form["body"] if item["type"] == "dropdown"}
    phases = load.load(ROOT / "data", "data").of("phases")
    assert options["kind"] == list(KINDS)
    assert sorted(option.partition(":")[0] for option in options["phase"]) == sorted(phases)


def test_what_can_not_be_left_out_is_required_in_the_form() -> None:
    form = yaml.safe_load(FORM.read_text("utf-8"))
    required = {item["id"] for item in form["body"] if item.get("validations", {}).get("required")}
    assert {"title", "date", "source-1"} <= required
