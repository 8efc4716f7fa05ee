"""Mending: what is mechanical and nothing else; comments stay, the data stays what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_timeline import fix, load, read
from mkdocs_timeline.load import KINDS

from .conftest import BASE

ACTOR = "name: Ukraine\nnames: {uk: Україна}\nkind: state\n"

CASES = {
    "nothing to mend": (ACTOR, ACTOR),
    "byte order mark": ("\ufeff" + ACTOR, ACTOR),
    "line ends of Windows": (ACTOR.replace("\n", "\r\n"), ACTOR),
    "line ends of old Macs": (ACTOR.replace("\n", "\r"), ACTOR),
    "spaces at line ends": (ACTOR.replace("\n", " \t\n"), ACTOR),
    "no line feed at the end": (ACTOR.rstrip("\n"), ACTOR),
    "empty lines at the end": (ACTOR + "\n\n", ACTOR),
    "order of fields": ("kind: state\nnames: {uk: Україна}\nname: Ukraine\n", ACTOR),
    "a field that nobody knows stays, at the end": ("nam: x\nkind: state\nname: Ukraine\n", "name: Ukraine\nkind: state\nnam: x\n"),
    "comments stay above their fields": (
        "# About the file.\n# Two lines.\nkind: state # a word\n# About the name.\nname: Ukraine\n# The end.\n",
        "# About the file.\n# Two lines.\n# About the name.\nname: Ukraine\nkind: state # a word\n# The end.\n",
    ),
    "an empty line stays with the field above it": (
        "kind: state\n\nname: Ukraine\nnote: >\n  One.\n\n  Two.\n",
        "name: Ukraine\nkind: state\n\nnote: >\n  One.\n\n  Two.\n",
    ),
    "tracking parameters": (
        "name: Ukraine\nkind: state\nnote: See https://a.example/x?utm_source=b&id=7 and https://a.example/?fbclid=c.\n",
        "name: Ukraine\nkind: state\nnote: See https://a.example/x?id=7 and https://a.example/\n",
    ),
    "spaces that a block keeps": ("name: Ukraine\nkind: state\nnote: |\n  One. \n  Two.\n", "name: Ukraine\nkind: state\nnote: |\n  One.\n  Two.\n"),
    "a word that stands at the start of a line inside a text": (
        "kind: state\nnote: |\n  name: not a field\nname: Ukraine\n",
        "name: Ukraine\nkind: state\nnote: |\n  name: not a field\n",
    ),
}  # fmt: skip


def mend(text: str) -> str:
    return fix.mend(text.encode(), KINDS["actors"]).decode()


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_what_is_mechanical_is_mended(before: str, after: str) -> None:
    assert mend(before) == after


@pytest.mark.parametrize("before", [before for before, _ in CASES.values()], ids=CASES)
def test_mending_twice_is_mending_once(before: str) -> None:
    assert mend(mend(before)) == mend(before)


@pytest.mark.parametrize(
    "raw",
    [
        b"name: [\n  \n",
        b"name: Ukraine \n\tkind: state\n",
        b"kind: state \nname: Ukraine\nname: Ukraine\n",
        b"kind: &a state \nname: *a\n",
        "name: Україна \n".encode("cp1251"),
        b"kind: state \n--- \nname: Ukraine\n",
        b"",
        b" \n",
    ],
    ids=["not YAML", "a tab", "a field twice", "an anchor", "another encoding", "two documents", "empty", "a space"],
)
def test_what_can_not_be_read_stays_to_the_byte(raw: bytes) -> None:
    assert fix.mend(raw, KINDS["actors"]) == raw


def test_the_order_stays_where_ordering_would_change_the_data() -> None:
    """A text between quotation marks may look like fields: taken apart there, the file would say something else."""
    text = 'kind: state\nnote: "one\nname: two"\nname: Ukraine\n'
    assert read.parse(mend(text))[0] == read.parse(text)[0]


@pytest.mark.parametrize("path", sorted(BASE.rglob("*.yml")), ids=lambda path: path.relative_to(BASE).as_posix())
def test_a_mended_file_of_the_record_says_the_same(path: Path) -> None:
    kind = next(kind for kind in KINDS.values() if kind.matches(path.relative_to(BASE).as_posix()))
    raw = path.read_bytes()
    mended = fix.mend(raw.replace(b"\n", b" \r\n"), kind)
    assert read.parse(mended.decode())[0] == read.parse(raw.decode())[0]


def test_a_folder_is_mended_file_by_file_and_the_unreadable_ones_are_left(data: Path) -> None:
    (data / "actors/ukraine.yml").write_bytes(b"kind: state\r\nname: Ukraine\r\n")
    (data / "actors/russia.yml").write_bytes(b"name: [ \r\n")
    (data / "actors/notes.txt").write_bytes(b"kind: state \r\n")
    assert fix.fix(data) == ["actors/ukraine.yml"]
    assert (data / "actors/ukraine.yml").read_bytes() == b"name: Ukraine\nkind: state\n"
    assert (data / "actors/russia.yml").read_bytes() == b"name: [ \r\n"
    assert (data / "actors/notes.txt").read_bytes() == b"kind: state \r\n"
    assert fix.fix(data) == []
    assert sorted(path.name for path in data.rglob("*") if path.name.startswith(".")) == []


def test_a_link_is_not_followed(data: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_bytes(b"kind: state \r\nname: X\r\n")
    (data / "actors/ukraine.yml").unlink()
    (data / "actors/ukraine.yml").symlink_to(outside)
    assert fix.fix(data) == []
    assert outside.read_bytes() == b"kind: state \r\nname: X\r\n"


def test_a_file_is_written_whole_or_not_at_all(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = data / "actors/ukraine.yml"
    path.write_bytes(b"kind: state \r\nname: Ukraine\r\n")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        fix.fix(data)
    assert path.read_bytes() == b"kind: state \r\nname: Ukraine\r\n"
    assert [item.name for item in path.parent.iterdir() if "partial" in item.name] == []


def test_the_mended_record_has_the_findings_of_the_first_but_the_mended_ones(data: Path) -> None:
    path = data / "actors/ukraine.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = {finding.code for finding in load.load(data, "data").findings}
    fix.fix(data)
    assert (before, load.load(data, "data").findings) == ({"Y103"}, [])
