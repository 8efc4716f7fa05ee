"""What changed between two data folders, in words that a reviewer can read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from . import prose, words
from .load import KINDS, Entry, Records, load

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


def _entries(kind: str, records: Records) -> Mapping[str, Entry[Any]]:
    """The records of a kind by id; those of a list by date and record, since their place in it changes with every new one."""
    entries = records.of(kind)
    if KINDS[kind].layout != "list":
        return entries
    return {f"{entry.record.date.text} on {_text(entry.record.record)}": entry for entry in entries.values()}


def _kind(kind: str, before: Records, after: Records) -> Iterator[str]:
    one, other = _entries(kind, before), _entries(kind, after)
    former = {
        old: id
        for id, entry in other.items()
        for old in getattr(entry.record, "formerly", ())
        if old in one and old not in other
    }
    for id in sorted(other.keys() - one.keys()):
        was = next((old for old, now in former.items() if now == id), None)
        if was:
            yield f"- **{kind}/{id}** " + _listed([f"renamed from {was}", *_fields(one[was].record, other[id].record)])
        else:
            yield f"- **{kind}/{id}** added: {_text(_title(other[id].record))}"
    for id in sorted(one.keys() - other.keys() - former.keys()):
        unread = id in (after.known[kind] or ())
        yield f"- **{kind}/{id}** " + (
            "can't be read any more" if unread else f"removed: {_text(_title(one[id].record))}"
        )
    for id in sorted(one.keys() & other.keys()):
        changes = list(_fields(one[id].record, other[id].record))
        if changes:
            yield f"- **{kind}/{id}** " + _listed(changes)


def _listed(changes: list[str]) -> str:
    more = len(changes) - _SHOWN
    return "; ".join(changes[:_SHOWN]) + (f"; and {more} more" if more > 0 else "")


def _title(record: Any) -> str:
    return str(getattr(record, "title", "") or getattr(record, "name", "") or getattr(record, "what", ""))


def _fields(before: Any, after: Any) -> Iterator[str]:
    for name, field in type(after).model_fields.items():
        if field.exclude or name == "formerly":
            continue
        one, other = getattr(before, name), getattr(after, name)
        if one != other:
            yield from _change(field.alias or name, one, other)


def _change(name: str, one: Any, other: Any) -> Iterator[str]:
    if isinstance(one, tuple) and isinstance(other, tuple):
        gone = [_item(item) for item in one if item not in other]
        come = [_item(item) for item in other if item not in one]
        for item in dict.fromkeys([*gone, *come]):
            yield f"{name}: {item} " + ("added" if item not in gone else "taken out" if item not in come else "changed")
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
    text = " ".join(re.sub(r"[^\w .,:;/~+()'’“”–-]", " ", prose.without_marks(str(value))).split())
    return f"`{text[:_LONG]}{'…' if len(text) > _LONG else ''}`"
