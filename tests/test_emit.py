"""Writing records: what is written reads back as the same data, in the house's order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_timeline import models, read
from mkdocs_timeline.emit import WIDTH, emit, scalar
from mkdocs_timeline.load import KINDS

from .conftest import ROOT

FILES = sorted((ROOT / "data").rglob("*.yml"))


def _kind(path: Path) -> object:
    relative = path.relative_to(ROOT / "data").as_posix()
    return next(kind for kind in KINDS.values() if kind.matches(relative))


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.parent.name in ("2022", "actors", "documents", "phases", "stories")][::7],
    ids=lambda path: path.stem,
)
def test_a_record_of_the_project_survives_being_written_anew(path: Path) -> None:
    data = read.parse(path.read_text("utf-8"))[0]
    written = emit(data, _kind(path).model)  # type: ignore[attr-defined]
    assert _stripped(read.parse(written)[0]) == _stripped(data)


def _stripped(data: object) -> object:
    if isinstance(data, dict):
        return {key: _stripped(value) for key, value in data.items() if value not in ("", [], {})}
    if isinstance(data, list):
        return [_stripped(value) for value in data]
    return (
        "\n\n".join(" ".join(part.split()) for part in str(data).split("\n\n"))
        if "\n- " not in str(data)
        else str(data).strip()
    )


line = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"]), min_size=1, max_size=60)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


@given(line)
def test_any_line_of_text_reads_back(text: str) -> None:
    assert read.parse(f"key: {scalar(text)}")[0] == {"key": text}
    assert read.parse(f"key: [{scalar(text, flow=True)}]")[0] == {"key": [text]}


@given(st.lists(line, min_size=1, max_size=12).map(" ".join), st.lists(line, max_size=5))
def test_any_event_reads_back(summary: str, actors: list[str]) -> None:
    data = {
        "summary": summary,
        "title": "A: b",
        "actors": actors or ["x"],
        "figures": [{"what": summary[:30].strip(), "value": "1/2"}],
    }
    assert read.parse(emit(data, models.Event))[0] | {"summary": summary} == data | {"summary": summary}


def test_fields_stand_in_the_order_of_the_reference_and_lines_are_short() -> None:
    written = emit(
        {
            "review": "read",
            "date": "2022-03-29",
            "title": "T",
            "summary": "word " * 60,
            "actors": [f"actor-number-{n}" for n in range(20)],
        },
        models.Event,
    )
    assert [text.split(":")[0] for text in written.splitlines() if text[:1].isalpha()] == [
        "title",
        "date",
        "actors",
        "summary",
        "review",
    ]
    assert max(map(len, written.splitlines())) <= WIDTH
