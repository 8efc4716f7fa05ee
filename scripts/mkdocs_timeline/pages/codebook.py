"""The codebook: every field of every record, from the models themselves."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Any, Literal, Union, get_args, get_origin

from ..edtf import Edtf
from ..load import KINDS, Kind
from ..models.base import IsProse, Model, PointsTo
from ..models.walk import field_mark, inner_model
from .context import Context, Page

_LAYOUT = {
    "file": "one record a file in data/{}/; the file's name is its id",
    "mapping": "data/{}, which maps ids to records",
    "list": "data/{}, a list",
}


def pages(context: Context) -> Iterator[Page]:
    yield context.page(
        "data/codebook/",
        "codebook.html.jinja",
        title="Codebook",
        description="Every field of every kind of record: what it holds, in which form, and whether it is required. Made from the models that check the data.",
        boost=0.5,
        view=lambda page: {"kinds": [_kind(kind) for kind in KINDS.values()]},
    )


def _kind(kind: Kind[Any]) -> dict[str, Any]:
    return {
        "name": kind.name,
        "about": (kind.model.__doc__ or "").strip().split("\n\n")[0],
        "where": _LAYOUT[kind.layout].format("events/YYYY" if kind.name == "events" else kind.where),
        "fields": list(_fields(kind.model, "")),
    }


def _fields(model: type[Model], prefix: str) -> Iterator[dict[str, Any]]:
    for name, field in model.model_fields.items():
        if field.exclude:
            continue
        shown = prefix + (field.alias or name)
        yield {"name": shown, "form": form(field), "required": field.is_required(), "about": field.description or ""}
        inner = inner_model(field.annotation)
        if inner is not None:
            yield from _fields(inner, f"{shown}.")


def form(field: Any) -> str:
    """The form of a field in words: "date", "list of ids of actors", "one of …"."""
    mark = field_mark(field)
    return _form(field.annotation, mark)


def _form(annotation: Any, mark: PointsTo | IsProse | None) -> str:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return "one of " + ", ".join(parts)
    if origin in (Union, types.UnionType):
        return _form(next(part for part in parts if part is not type(None)), mark)
    if origin is tuple:
        return "list of " + _plural(_form(parts[0], mark))
    if origin is dict:
        return "fields by language code" if mark is None else "fields by party"
    if hasattr(annotation, "__metadata__"):
        return _form(parts[0], mark)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return "part"
    if isinstance(mark, PointsTo):
        return "key of a source of the record" if mark.kind == "cite" else f"id of {mark.kind}"
    if isinstance(mark, IsProse):
        return "text"
    return {Edtf: "date (EDTF)", float: "number", int: "whole number"}.get(annotation, "one line")


def _plural(form: str) -> str:
    return {"part": "parts", "one line": "lines", "text": "texts"}.get(
        form, form.replace("id of", "ids of").replace("key of a source", "keys of sources")
    )
