"""Going through a record's marked fields, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from .base import IsProse, Model, PointsTo

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text inside a record: an id that points somewhere, or prose."""

    location: Location
    value: str
    mark: PointsTo | IsProse


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    shown: str
    mark: PointsTo | IsProse | None
    key_mark: PointsTo | None


def leaves(record: Model, base: Location = ()) -> Iterator[Leaf]:
    """Every marked text of ``record``, in field order, with its location in the file."""
    for field in _fields(type(record)):
        value = getattr(record, field.name)
        if value:
            yield from _inside(value, (*base, field.shown), field)


def _inside(value: Any, location: Location, field: _Field) -> Iterator[Leaf]:
    if isinstance(value, str):
        if field.mark:
            yield Leaf(location, value, field.mark)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, (*location, index), field)
    elif isinstance(value, dict):
        for key, item in value.items():
            if field.key_mark:
                yield Leaf((*location, key), key, field.key_mark)
            yield from _inside(item, (*location, key), field)
    elif isinstance(value, Model):
        yield from leaves(value, location)


@cache
def _fields(model: type[Model]) -> tuple[_Field, ...]:
    """The fields that can hold a marked text, directly or inside."""
    found = []
    for name, info in model.model_fields.items():
        mark = _mark(info.annotation, info.metadata)
        key_mark = None
        if get_origin(info.annotation) is dict:
            key, item = get_args(info.annotation)
            mark, key_mark = _mark(item, ()), _mark(key, ())
        if mark or key_mark or inner_model(info.annotation):
            found.append(_Field(name, info.alias or name, mark, key_mark if isinstance(key_mark, PointsTo) else None))
    return tuple(found)


def _mark(annotation: Any, metadata: Any) -> PointsTo | IsProse | None:
    marks = [
        item for item in (*metadata, *getattr(annotation, "__metadata__", ())) if isinstance(item, PointsTo | IsProse)
    ]
    marks += [mark for part in get_args(annotation) if (mark := _mark(part, ()))]
    return marks[0] if marks else None


def field_mark(field: Any) -> PointsTo | IsProse | None:
    """The mark of a field of a model (a pydantic ``FieldInfo``)."""
    return _mark(field.annotation, field.metadata)


def inner_model(annotation: Any) -> type[Model] | None:
    """The model that a field holds, through lists, options and unions (the first of them)."""
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Model) else None
    return next((model for part in get_args(annotation) if (model := inner_model(part))), None)
