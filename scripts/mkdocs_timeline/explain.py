"""From what pydantic found wrong with a field to a finding for the person who wrote it."""

from __future__ import annotations

import difflib
import re
from typing import Any

from pydantic_core import ErrorDetails

from .finding import Finding
from .models.base import Model
from .read import Document, Location

_SHARED = "shared source"
_TAGS = ("source", _SHARED, "[key]")
"""Steps of pydantic's locations that are no steps of the file."""

_ASKED = {
    "string_type": "a text",
    "list_type": "a list, each item starting with '- '",
    "tuple_type": "a list, each item starting with '- '",
}


def explain(model: type[Model], document: Document, base: Location, details: ErrorDetails) -> Finding:
    """One finding for one thing that is wrong with a record of ``model`` at ``base``."""
    tagged = details["loc"]
    location = tuple(step for step in tagged if step not in _TAGS)
    name = next((str(step) for step in reversed(location) if isinstance(step, str)), "")
    owner = _owner(model, tagged)
    code, message = _words(owner, name, details)
    if details["type"] == "missing":
        location = location[:-1]
    return document.finding("error", code, message, (*base, *location), key=details["type"] == "extra_forbidden")


def without_echoes(model: type[Model], details: list[ErrorDetails]) -> list[ErrorDetails]:
    """The mistakes without those that only echo another: a required field is missing because its name is mistyped."""
    mistyped = set()
    for detail in details:
        *parent, name = detail["loc"]
        if detail["type"] == "extra_forbidden":
            mistyped |= {(*parent, close) for close in _close_fields(_owner(model, detail["loc"]), str(name))}
    return [detail for detail in details if detail["type"] != "missing" or detail["loc"] not in mistyped]


def named(data: Any) -> str:
    """What a value is, to the person who wrote it."""
    return "a list" if isinstance(data, list) else "fields" if isinstance(data, dict) else "a single text"


def _words(owner: type[Model], name: str, details: ErrorDetails) -> tuple[str, str]:
    """Code and message."""
    kind, given, context = details["type"], details["input"], details.get("ctx", {})
    if kind == "missing" and name == "sources":
        return (
            "S601",
            "has no 'sources': a statement without a source is not published; data/wanted.yml is the place for it",
        )
    if kind == "missing":
        return "F301", f"'{name}' is missing: {_description(owner, name)}"
    if kind == "extra_forbidden":
        close = _close_fields(owner, name)
        hint = f"did you mean '{close[0]}'?" if close else "the fields are " + ", ".join(_field_names(owner))
        return "F302", f"'{name}' is not a field: {hint}"
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", context["expected"])
        close = difflib.get_close_matches(str(given), allowed, 1, 0.5)
        hint = f"did you mean '{close[0]}'? " if close else ""
        return "F303", f"'{_clip(given)}' is not known for '{name}': {hint}one of {', '.join(allowed)}"
    if kind in _ASKED or kind in ("dict_type", "model_type"):
        return "F304", f"'{name}' is {named(given)}: it has to be {_ASKED.get(kind, 'fields')}"
    if kind in ("string_too_long", "too_long"):
        return "F306", f"'{name}' has {len(given)} characters: at most {context['max_length']}"
    if kind in ("string_too_short", "too_short"):
        return "F306", f"'{name}' is empty: write something, or leave the field out"
    if kind == "string_pattern_mismatch":
        return "F305", f"'{_clip(given)}' does not fit '{name}': {_description(owner, name)}"
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = "at least" if kind.startswith("greater") else "at most"
        return "F305", f"'{name}' has to be {bound} {context.get('ge', context.get('le')):g}"
    if re.fullmatch(r"[A-Z]\d{3}", kind):
        subject = f"'{name}' " if name and details["msg"].startswith(("is ", "has ")) else ""
        return kind, subject + details["msg"]
    return "F305", f"'{name}' can't be read: {details['msg']}"


def _clip(value: Any) -> str:
    text = value if isinstance(value, str) else named(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _owner(model: type[Model], tagged: Location) -> type[Model]:
    """The model that the last step of a location is a field of."""
    for step in tagged[:-1]:
        found = _field(model, step) if isinstance(step, str) else None
        inner = _models(found.annotation) if found else []
        if inner:
            model = inner[-1 if _SHARED in tagged else 0]
    return model


def _models(annotation: Any) -> list[type[Model]]:
    """The models that a field may hold, through lists, options and unions."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models(part)]


def _field(model: type[Model], name: str) -> Any:
    return next((field for key, field in model.model_fields.items() if name in (key, field.alias)), None)


def _field_names(model: type[Model]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items() if not field.exclude]


def _close_fields(model: type[Model], name: str) -> list[str]:
    return difflib.get_close_matches(name, _field_names(model), 1)


def _description(model: type[Model], name: str) -> str:
    found = _field(model, name)
    return found.description if found and found.description else "see the field reference"
