"""What changed between two data folders, in words that a reviewer can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import words
from .load import KINDS, Records, load

_LONG = 60
_SHOWN = 12


def diff(old: Path, new: Path) -> str:
    """The changes as Markdown lines, by kind and record; contributed text is shown as plain words.

    Raises:
        NotADirectoryError: when one of them is not a folder.
    """
    before, after = load(old, "old"), load(new, "new")
    lines = [line for kind in KINDS for line in _kind(kind, before, after)]
    unread = [finding for finding in after.findings if finding.is_error]
    if unread:
        lines.append(
            f"- {words.count(len(unread), 'file or record', 'files or records')} could not be read and {'is' if len(unread) == 1 else 'are'} not compared"
        )
    return "\n".join(lines or ["Nothing changed in the data."]) + "\n"


def _kind(kind: str, before: Records, after: Records) -> Iterator[str]:
    one, other = before.of(kind), after.of(kind)
    former = {
        old: id
        for id, entry in other.items()
        for old in getattr(entry.record, "formerly", ())
        if old in one and old not in other
    }
    for id in sorted(other.keys() - one.keys()):
        was = next((old for old, now in former.items() if now == id), None)
        yield f"- **{kind}/{id}** " + (f"renamed from {was}" if was else f"added: {_text(_title(other[id].record))}")
    for id in sorted(one.keys() - other.keys() - former.keys()):
        unread = id in (after.known[kind] or ())
        yield f"- **{kind}/{id}** " + (
            "can't be read any more" if unread else f"removed: {_text(_title(one[id].record))}"
        )
    for id in sorted(one.keys() & other.keys()):
        changes = list(_fields(one[id].record, other[id].record))
        if changes:
            more = len(changes) - _SHOWN
            yield f"- **{kind}/{id}** " + "; ".join(changes[:_SHOWN]) + (f"; and {more} more" if more > 0 else "")


def _title(record: Any) -> str:
    return str(getattr(record, "title", "") or getattr(record, "name", "") or getattr(record, "record", ""))


def _fields(before: Any, after: Any) -> Iterator[str]:
    for name, field in type(after).model_fields.items():
        if field.exclude:
            continue
        one, other = getattr(before, name), getattr(after, name)
        if one != other:
            yield from _change(field.alias or name, one, other)


def _change(name: str, one: Any, other: Any) -> Iterator[str]:
    if isinstance(one, tuple) and isinstance(other, tuple):
        gone = [item for item in one if item not in other]
        come = [item for item in other if item not in one]
        yield from (f"{name}: {_item(item)} taken out" for item in gone)
        yield from (f"{name}: {_item(item)} added" for item in come)
        if not gone and not come:
            yield f"{name}: order changed"
    elif not one:
        yield f"{name} added: {_text(other)}"
    elif not other:
        yield f"{name} taken out"
    elif len(str(one)) <= _LONG and len(str(other)) <= _LONG and not isinstance(one, dict):
        yield f"{name}: {_text(one)} → {_text(other)}"
    else:
        yield f"{name} rewritten ({len(str(one).split())} → {len(str(other).split())} words)"


def _item(item: Any) -> str:
    for name in ("key", "ref", "event", "actor", "what", "claim", "heading", "party", "role", "topic"):
        if value := getattr(item, name, None):
            return _text(value)
    return _text(item)


def _text(value: Any) -> str:
    """Contributed text in a code span: no link, no mention, no markup."""
    text = re.sub(r"[^\w .,:;/~+()'’“”–-]", " ", " ".join(str(value).split()))
    return f"`{text[:_LONG]}{'…' if len(text) > _LONG else ''}`"
