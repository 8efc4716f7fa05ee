"""From data to YAML in the house style: the order of the reference, folded prose, short lists in one line.

What is written here reads back as the same data (:mod:`mkdocs_timeline.read`).
"""

from __future__ import annotations

import textwrap
from typing import Any, Final

from . import read
from .models.base import IsProse, Model
from .models.walk import field_mark, inner_model

WIDTH: Final = 110
_FOLD_FROM: Final = 76
"""Prose longer than this is folded."""


def emit(data: dict[str, Any], model: type[Model], indent: int = 0) -> str:
    """A record of ``model`` as YAML lines; fields in the model's order, unknown ones last; empty ones left out.

    ``data`` holds strings, lists and dicts only, as :func:`mkdocs_timeline.read.parse` gives them.
    """
    fields = {field.alias or name: field for name, field in model.model_fields.items() if not field.exclude}
    order = {name: position for position, name in enumerate(fields)}
    lines: list[str] = []
    for key in sorted(
        (key for key in data if data[key] not in ("", [], {})), key=lambda key: order.get(key, len(order))
    ):
        lines += _field(key, data[key], fields.get(key), indent)
    return "\n".join(lines) + "\n"


def emit_map(records: dict[str, dict[str, Any]], model: type[Model]) -> str:
    """A file that maps ids to records."""
    return "\n".join(f"{id}:\n{emit(data, model, 2)}" for id, data in records.items())


def _field(key: str, value: Any, field: Any, indent: int) -> list[str]:
    pad = " " * indent
    head = f"{pad}{key}:"
    if isinstance(value, str):
        is_prose = field is not None and isinstance(field_mark(field), IsProse)
        return _prose(head, value, indent) if is_prose else [f"{head} {scalar(value)}"]
    inner = inner_model(field.annotation) if field is not None else None
    if isinstance(value, dict):
        return _mapping(head, value, inner, indent)
    if all(isinstance(item, str) for item in value):
        return _flow(head, [scalar(item, flow=True) for item in value], "[]", indent)
    return [head, *(line for item in value for line in _item(item, inner, indent + 2))]


def _item(item: dict[str, Any], model: type[Model] | None, indent: int) -> list[str]:
    """One item of a list of parts: in one line where it fits, else a field a line."""
    pad = " " * indent
    short = _inline(item)
    if short is not None and len(pad) + 2 + len(short) <= WIDTH:
        return [f"{pad}- {short}"]
    body = emit(item, model or Model, indent + 2).rstrip("\n").split("\n")
    return [f"{pad}- {body[0].lstrip()}", *body[1:]]


def _inline(item: dict[str, Any]) -> str | None:
    """A part as ``{key: value, …}``, where it is short and flat enough."""
    parts = []
    for key, value in item.items():
        if isinstance(value, list) and all(isinstance(inner, str) for inner in value):
            parts.append(f"{key}: [{', '.join(scalar(inner, flow=True) for inner in value)}]")
        elif isinstance(value, str) and "\n" not in value:
            parts.append(f"{key}: {scalar(value, flow=True)}")
        else:
            return None
    return "{" + ", ".join(parts) + "}"


def _mapping(head: str, value: dict[str, Any], model: type[Model] | None, indent: int) -> list[str]:
    if all(isinstance(inner, str) for inner in value.values()):
        pairs = [f"{scalar(key, flow=True)}: {scalar(inner, flow=True)}" for key, inner in value.items()]
        return _flow(head, pairs, "{}", indent)
    return [head, *(line for key, inner in value.items() for line in _field(key, inner, None, indent + 2))]


def _flow(head: str, parts: list[str], brackets: str, indent: int) -> list[str]:
    one_line = f"{head} {brackets[0]}{', '.join(parts)}{brackets[1]}"
    if len(one_line) <= WIDTH:
        return [one_line]
    pad = " " * (indent + 2)
    lines, line = [f"{head} {brackets[0]}"], pad
    for position, part in enumerate(parts):
        piece = part + ("," if position < len(parts) - 1 else "")
        if line != pad and len(line) + 1 + len(piece) > WIDTH:
            lines.append(line)
            line = pad
        line += (" " if line != pad else "") + piece
    return [*lines, line, " " * indent + brackets[1]]


def _prose(head: str, text: str, indent: int) -> list[str]:
    pad = " " * (indent + 2)
    if "\n- " in text or text.startswith("- "):
        return [f"{head} |", *(pad + line if line else "" for line in text.split("\n"))]
    paragraphs = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
    if len(paragraphs) == 1 and len(head) + 1 + len(text) <= max(_FOLD_FROM, WIDTH - 20):
        return [f"{head} {scalar(paragraphs[0])}"]
    lines = [f"{head} >"]
    for position, paragraph in enumerate(paragraphs):
        lines += [""] * (position > 0)
        lines += textwrap.wrap(
            paragraph, WIDTH, initial_indent=pad, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False
        )
    return lines


def scalar(text: str, *, flow: bool = False) -> str:
    """One line of text as YAML: plain where that reads back the same, else quoted."""
    text = " ".join(text.split())
    if _is_plain(text, flow):
        return text
    return (
        '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' if "'" in text or "’" in text else "'" + text + "'"
    )


def _is_plain(text: str, flow: bool) -> bool:
    if not text or (flow and set(text) & set(",[]{}")):
        return False
    try:
        data = read.parse(f"[{text}]" if flow else f"key: {text}")[0]
    except read.ReadError:
        return False
    return bool(data == ([text] if flow else {"key": text}))
