"""The command line: what goes where, and with which exit code: 0 fine, 1 errors in the data, 2 could not run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_timeline.exports import FORMATS
from mkdocs_timeline.finding import Finding, report

from .conftest import BASE, Edit, Timeline

SUSPENDED = "events/2022/2022-05-17-talks-suspended.yml"


@pytest.fixture
def config(tmp_path: Path) -> None:
    """A site's configuration beside the record, and one hand-written page."""
    (tmp_path / "mkdocs.yml").write_text("site_name: The record\nplugins: [search, timeline]\n", "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text("# About\n", "utf-8")


@pytest.fixture
def broken(edit: Edit) -> None:
    edit(SUSPENDED, "kind: statement", "kind: statemant")
    edit("actors/turkiye.yml", "kind: state", "kind: sate")


# Exit codes


@pytest.mark.usefixtures("config")
@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--fix"],
        ["check", "--format", "json"],
        ["docs", "out"],
        ["export", "out"],
        ["export", "out", "--format", "events.ics"],
        ["diff", "data", "data"],
        ["stats"],
        ["new", "actor", "--name", "Switzerland", "--kind", "state"],
        ["--help"],
        ["check", "--help"],
    ],
    ids=" ".join,
)
def test_a_good_run_ends_with_0_and_a_quiet_error_stream(timeline: Timeline, arguments: list[str]) -> None:
    code, _, errors = timeline(*arguments)
    assert (code, errors) in [(0, ""), (0, "0 errors, 0 warnings\n")]


@pytest.mark.usefixtures("config", "broken")
@pytest.mark.parametrize("arguments", [["check"], ["docs", "out"], ["export", "out"], ["stats"]], ids=" ".join)
def test_errors_in_the_data_end_with_1_and_all_of_them_are_shown(
    timeline: Timeline, arguments: list[str], tmp_path: Path
) -> None:
    code, out, errors = timeline(*arguments)
    assert code == 1
    assert [line.split(" ")[:3] for line in out.splitlines()] == [
        ["data/actors/turkiye.yml:3:7:", "error", "F303"],
        [f"data/{SUSPENDED}:4:7:", "error", "F303"],
    ]
    assert errors in ("2 errors, 0 warnings\n", "timeline: 2 errors in the data: nothing was written\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "the following arguments are required: command"),
        (["chekc"], "invalid choice: 'chekc'"),
        (["check", "--verbose"], "unrecognized arguments: --verbose"),
        (["check", "--format", "xml"], "invalid choice: 'xml'"),
        (["check", "--data", "nowhere"], "timeline: there is no data folder nowhere: name one with --data"),
        (["check", "--data", "data/topics.yml"], "timeline: there is no data folder data/topics.yml"),
        (["stats", "--data", "nowhere"], "timeline: there is no data folder nowhere"),
        (["docs", "out"], "timeline: there is no configuration mkdocs.yml: name one with --config"),
        (["docs", "out", "--config", "data/corrections.yml"], "timeline: data/corrections.yml is no configuration"),
        (["export", "out", "--format", "events.xls"], "timeline: there is no format events.xls: there are actors.json, "),
        (["diff", "data", "nowhere"], "timeline: there is no data folder nowhere"),
        (["from-issue", "nowhere.md"], "timeline: [Errno 2] No such file or directory: 'nowhere.md'"),
        (["new", "event"], "timeline: --title is needed: what happened, in one line"),
        (["new", "place"], "invalid choice: 'place'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_what_can_not_run_ends_with_2_and_says_why(
    timeline: Timeline, arguments: list[str], said: str, tmp_path: Path
) -> None:
    code, out, errors = timeline(*arguments)
    assert (code, out) == (2, "")
    assert said in errors
    assert "Traceback" not in errors
    assert not (tmp_path / "out").exists()


def test_warnings_alone_end_with_0(timeline: Timeline, edit: Edit) -> None:
    edit("events/2022/2022-04-drafts-pass-between-delegations.yml", " [@copyfarm].\ndisputes", ".\ndisputes")
    code, out, errors = timeline("check")
    assert (code, errors) == (0, "0 errors, 1 warning\n")
    assert out.startswith("data/events/2022/2022-04-drafts-pass-between-delegations.yml:8:10: warning W701 ")


# What is printed


@pytest.mark.usefixtures("broken")
def test_json_has_every_part_of_every_finding(timeline: Timeline) -> None:
    code, out, errors = timeline("check", "--format", "json")
    found = json.loads(out)
    assert (code, errors) == (1, "")
    assert [(row["path"], row["line"], row["column"], row["severity"], row["code"]) for row in found] == [
        ("data/actors/turkiye.yml", 3, 7, "error", "F303"),
        (f"data/{SUSPENDED}", 4, 7, "error", "F303"),
    ]
    assert all(row["message"] for row in found)


@pytest.mark.usefixtures("broken")
def test_github_puts_findings_on_their_lines(timeline: Timeline) -> None:
    _, out, _ = timeline("check", "--format", "github")
    assert [line.split("::")[1] for line in out.splitlines()] == [
        "error file=data/actors/turkiye.yml,line=3,col=7,title=F303",
        f"error file=data/{SUSPENDED},line=4,col=7,title=F303",
    ]


@pytest.mark.parametrize(
    ("path", "message", "line"),
    [
        ("a.yml", "50 % more", "::error file=a.yml,line=1,col=2,title=F305::50 %25 more"),
        ("a.yml", "one\r\n::warning::two", "::error file=a.yml,line=1,col=2,title=F305::one%0D%0A::warning::two"),
        ("a,b:c%\n.yml", "x", "::error file=a%2Cb%3Ac%25%0A.yml,line=1,col=2,title=F305::x"),
        ("a.yml", "%0A", "::error file=a.yml,line=1,col=2,title=F305::%250A"),
    ],
    ids=["a percent sign", "a command on a line of its own", "marks in the path", "an escape already"],
)
def test_no_text_forges_a_command_of_the_workflow(path: str, message: str, line: str) -> None:
    assert report([Finding(path, 1, 2, "error", "F305", message)], "github") == line + "\n"


def test_what_a_contributor_wrote_comes_out_escaped(timeline: Timeline, edit: Edit) -> None:
    edit(SUSPENDED, "kind: statement", 'kind: "50 %\\n::error::x"')
    _, out, _ = timeline("check", "--format", "github")
    assert len(out.splitlines()) == 1
    assert "50 %25" in out


@pytest.mark.parametrize(
    ("folder", "option", "shown"), [(".", "data", "data/"), ("data", ".", ""), ("data/actors", "..", None)]
)
def test_paths_are_those_of_the_current_folder(
    timeline: Timeline, edit: Edit, monkeypatch: pytest.MonkeyPatch, folder: str, option: str, shown: str | None
) -> None:
    edit("actors/turkiye.yml", "kind: state", "kind: sate")
    monkeypatch.chdir(folder)
    _, out, _ = timeline("check", "--data", option)
    path = out.partition(":")[0]
    assert path == f"{shown}actors/turkiye.yml" if shown is not None else Path(path).resolve().name == "turkiye.yml"


def test_the_data_folder_can_come_from_the_environment(
    timeline: Timeline, monkeypatch: pytest.MonkeyPatch, data: Path
) -> None:
    data.rename(data.with_name("elsewhere"))
    monkeypatch.setenv("TIMELINE_DATA", "elsewhere")
    assert timeline("check")[0] == 0


def test_what_was_mended_is_told_beside_the_findings(timeline: Timeline, data: Path) -> None:
    path = data / "actors/turkiye.yml"
    path.write_text("kind: sate \nname: Türkiye\n", "utf-8")
    code, out, errors = timeline("check", "--fix")
    assert (code, errors) == (1, "mended data/actors/turkiye.yml\n1 error, 0 warnings\n")
    assert out.startswith("data/actors/turkiye.yml:2:7: error F303 ")


def test_diff_tells_what_changed(timeline: Timeline, edit: Edit) -> None:
    edit("actors/turkiye.yml", "name: Türkiye", "name: Republic of Türkiye")
    assert timeline("diff", BASE, "data") == (0, "- **actors/turkiye** name: `Türkiye` → `Republic of Türkiye`\n", "")


def test_stats_count_the_record(timeline: Timeline) -> None:
    _, out, _ = timeline("stats")
    lines = [line.split() for line in out.splitlines()]
    assert ["events", "4"] in lines
    assert ["number", "4", "1", "1", "2"] in lines
    assert ["two", "independent", "sources", "75", "%", "100", "%", "100", "%", "50", "%"] in lines
    assert ["Sources:", "10", "uses", "of", "10", "pages"] in lines
    assert lines[-1] == ["Warnings:", "none"]


# Files that are written


@pytest.mark.usefixtures("config")
def test_export_writes_every_file_and_leaves_others_alone(timeline: Timeline, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("mine", "utf-8")
    assert timeline("export", "out") == (0, "", "")
    written = {
        path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()
    }
    records = {f"events/{path.stem}.json" for path in (BASE / "events").rglob("*.yml")}
    assert written == {*FORMATS, *records, "mine.txt"}


def test_export_writes_one_file_when_asked_for_one(timeline: Timeline, tmp_path: Path) -> None:
    assert timeline("export", "out", "--format", "events.csv") == (0, "", "")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["events.csv"]


ANSWERS = """\
### What happened

Delegations speak by video

### When

2022-04-01

### Who took part

Ukraine, Nobody

### First source

https://babel.ua/en/news/9 Talks
"""


def test_an_issue_becomes_a_file_and_notes(timeline: Timeline, data: Path, tmp_path: Path) -> None:
    (tmp_path / "answers.md").write_text(ANSWERS, "utf-8")
    code, out, errors = timeline("from-issue", "answers.md")
    path, *notes = out.splitlines()
    assert (code, errors, path) == (0, "", "data/events/2022/2022-04-01-delegations-speak-by-video.yml")
    assert (tmp_path / path).read_text("utf-8").startswith("title: Delegations speak by video\n")
    assert "- 'Nobody' is nobody the record knows yet: add an actor, or another spelling of one" in notes


def test_answers_that_make_no_record_write_nothing(timeline: Timeline, data: Path, tmp_path: Path) -> None:
    before = sorted(data.rglob("*"))
    (tmp_path / "answers.md").write_bytes(b"### What happened\n\n\xff\xfe\n")
    code, out, errors = timeline("from-issue", "answers.md")
    assert (code, out) == (2, "")
    assert errors == "timeline: the form has not given a date such as 2022-03-29 nor a source with an address\n"
    assert sorted(data.rglob("*")) == before


# As a program


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [str(Path(sys.executable).with_name("timeline")), *arguments]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, timeout=60)


def test_a_console_without_the_letters_is_no_reason_to_fail(edit: Edit, data: Path) -> None:
    edit("actors/turkiye.yml", "kind: state", "kind: держава")
    done = run("check", "--data", str(data), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"1 error, 0 warnings\n")
    assert b"\\u0434\\u0435\\u0440" in done.stdout
