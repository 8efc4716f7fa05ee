"""Mends what is mechanical in a file, and nothing else: comments stay, and the data stays what it was.

Byte order mark, line ends, spaces at line ends, a missing last line feed, tracking parameters in addresses, the order of a record's fields.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from . import address, read
from .load import KINDS, Kind

_TOP_KEY = re.compile(r"^([A-Za-z_][\w-]*):(?:\s|$)")
_ADDRESS = re.compile(r"https?://[^\s'\"<>\]},]+")


def fix(folder: Path) -> list[str]:
    """Mend every file of the data folder where that is safe; the paths of those that changed."""
    changed = []
    for path in sorted(folder.rglob("*.yml")):
        if path.is_symlink() or not path.is_file():
            continue
        relative = path.relative_to(folder).as_posix()
        kind = next((kind for kind in KINDS.values() if kind.matches(relative)), None)
        if kind is None or path.stat().st_size > read.MAX_BYTES:
            continue
        before = path.read_bytes()
        after = mend(before, kind)
        if after != before:
            _replace(path, after)
            changed.append(relative)
    return changed


def mend(raw: bytes, kind: Kind[Any]) -> bytes:
    """The file mended; as it was where it can't be read or where mending would change the data."""
    try:
        text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        before = read.parse(text)[0]
    except (UnicodeDecodeError, read.ReadError):
        return raw
    tidy = "\n".join(line.rstrip(" \t") for line in text.split("\n")).rstrip("\n") + "\n"
    tidy = _ADDRESS.sub(lambda match: address.without_tracking(match[0]), tidy)
    steps = [tidy, _ordered(tidy, kind) if kind.layout == "file" else tidy]
    for candidate in reversed(steps):
        try:
            if _same(read.parse(candidate)[0], before):
                return candidate.encode()
        except read.ReadError:
            continue
    return text.encode()


def _same(after: Any, before: Any) -> bool:
    """Whether two data are equal but for tracking parameters and spaces at the ends of lines."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys() and all(_same(after[key], before[key]) for key in before)
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_same, after, before))
    return isinstance(after, str) and isinstance(before, str) and _plain(after) == _plain(before)


def _plain(text: str) -> str:
    """The text as it is compared; a space at a line's end is one between two words where the lines are folded."""
    text = _ADDRESS.sub(lambda match: address.without_tracking(match[0]), text)
    return re.sub(r" (?=\n|$)", "", re.sub(r"[ \t]+", " ", text)).rstrip("\n")


def _ordered(text: str, kind: Kind[Any]) -> str:
    """The record with its fields in the order of the reference; a comment stays above the field it stands above."""
    head, blocks = _blocks(text)
    names = [field.alias or name for name, field in kind.model.model_fields.items()]
    order = {name: position for position, name in enumerate(names)}
    blocks.sort(key=lambda block: order.get(block[0], len(order)))
    return head + "".join(lines for _, lines in blocks)


def _blocks(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first field, and each top-level field with its lines and the comments right above it.

    Comments after the last field are a block without a name.
    """
    head: list[str] = []
    blocks: list[tuple[str, list[str]]] = []
    comments: list[str] = []
    for line in text.splitlines(keepends=True):
        if key := _TOP_KEY.match(line):
            blocks.append((key[1], [*comments, line]))
            comments = []
        elif line.startswith("#"):
            comments.append(line)
        else:
            target = blocks[-1][1] if blocks else head
            target += [*comments, line]
            comments = []
    if blocks and blocks[0][1][0].startswith("#"):
        lines = blocks[0][1]
        first = next(index for index, line in enumerate(lines) if not line.startswith("#"))
        head += lines[:first]
        blocks[0] = blocks[0][0], lines[first:]
    if comments:
        blocks.append(("", comments))  # no field's name: it sorts to the end
    return "".join(head), [(key, "".join(lines)) for key, lines in blocks]


def _replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
