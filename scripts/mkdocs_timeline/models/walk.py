"""Going through a record's marked fields, wherever they stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from .base import IsProse, Model, PointsTo

Location = tuple[str | int, ...]


class Leaf(NamedTuple):
    """A text inside a record: an id that points somewhere, or prose."""

    location: Location
    value: str
    mark: PointsTo | IsProse


@dataclass(frozen=True, slots=True)
class Rough:
    """What a file says of a record whose form is wrong somewhere: what is right in it can still be followed."""

    model: type[Model]
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    shown: str
    mark: PointsTo | IsProse | None
    key_mark: PointsTo | None
    inner: tuple[type[Model], ...]


def leaves(record: Model | Rough) -> list[Leaf]:
    """Every marked text of ``record``, in field order, with its location in the file."""
    found: list[Leaf] = []
    _add(found, record, ())
    return found


def _add(found: list[Leaf], record: Model | Rough, base: Location) -> None:
    for field in _fields(record.model if isinstance(record, Rough) else type(record)):
        value = record.data.get(field.shown) if isinstance(record, Rough) else getattr(record, field.name)
        if value:
            _add_value(found, value, (*base, field.shown), field)


def _add_value(found: list[Leaf], value: Any, location: Location, field: _Field) -> None:
    if isinstance(value, str):
        if field.mark:
            found.append(Leaf(location, value, field.mark))
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            _add_value(found, item, (*location, index), field)
    elif isinstance(value, dict) and field.inner:
        fits = (model for model in field.inner if value.keys() <= _names(model))
        _add(found, Rough(next(fits, field.inner[0]), value), location)
    elif isinstance(value, dict):
        for key, item in value.items():
            if field.key_mark:
                found.append(Leaf((*location, key), key, field.key_mark))
            _add_value(found, item, (*location, key), field)
    elif isinstance(value, Model):
        _add(found, value, location)


@cache
def _names(model: type[Model]) -> frozenset[str]:
    return frozenset(info.alias or name for name, info in model.model_fields.items())


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
        inner = _inner_models(info.annotation)
        if mark or key_mark or inner:
            key_mark = key_mark if isinstance(key_mark, PointsTo) else None
            found.append(_Field(name, info.alias or name, mark, key_mark, inner))
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
    return next(iter(_inner_models(annotation)), None)


def _inner_models(annotation: Any) -> tuple[type[Model], ...]:
    if isinstance(annotation, type):
        return (annotation,) if issubclass(annotation, Model) else ()
    return tuple(model for part in get_args(annotation) for model in _inner_models(part))
