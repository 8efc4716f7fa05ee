"""What all records share: the frozen base model and the field types that read text.

A field type raises :class:`pydantic_core.PydanticCustomError` with a finding code as its type and
a message for the person who has to mend the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from .. import edtf
from ..edtf import Edtf


class Model(BaseModel):
    """A record or a part of one: immutable, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Record(Model):
    """A record that has an id of its own: its file's name, or its key in a shared file."""

    id: str = Field(exclude=True)


@dataclass(frozen=True, slots=True)
class PointsTo:
    """Marks a field that holds the id of a record of ``kind``; "cite" is the key of one of the record's own sources."""

    kind: str


@dataclass(frozen=True, slots=True)
class IsProse:
    """Marks a field that holds contributed text."""


def fail(code: str, message: str) -> PydanticCustomError:
    """An error of a field type, to be raised; braces in ``message`` stand for themselves."""
    return PydanticCustomError(code, message.replace("{", "{{").replace("}", "}}"))


ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
MAX_ID: Final = 80


def is_id(text: str) -> bool:
    """Whether the text can be a record's id."""
    return len(text) <= MAX_ID and ID.fullmatch(text) is not None


def _id(value: Any) -> Any:
    if isinstance(value, str) and not is_id(value):
        raise fail(
            "F305", f"'{_short(value)}' is not an id: ids are lower-case words, a-z and 0-9, joined by single hyphens"
        )
    return value


def _text(value: Any) -> Any:
    if isinstance(value, str):
        if not value.strip():
            raise fail("F306", "is empty: write a text, or leave the field out")
        return value.strip()
    return value


def _line(value: Any) -> Any:
    value = _text(value)
    return " ".join(value.split()) if isinstance(value, str) else value


def _number(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,20})?", value):
            raise fail("F305", f"'{_short(value)}' is not a number")
        return float(value)
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{1,9}", value, re.ASCII):
            raise fail("F305", f"'{_short(value)}' is not a whole number")
        return int(value)
    return value


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"


class _EdtfType:
    """Lets a field be an :class:`~mkdocs_timeline.edtf.Edtf`, written as text."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.chain_schema(
            [core_schema.str_schema(), core_schema.no_info_plain_validator_function(cls._parse)],
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        point = r"\d{4}(-\d{2}(-\d{2})?)?~?"
        return {"type": "string", "pattern": f"^{point}(/{point})?$"}

    @staticmethod
    def _parse(value: str) -> Edtf:
        try:
            return edtf.parse(value)
        except edtf.EdtfError as error:
            raise fail(error.code, str(error)) from None


Id = Annotated[str, BeforeValidator(_id)]
"""An id."""

ActorId = Annotated[Id, PointsTo("actors")]
EventId = Annotated[Id, PointsTo("events")]
PhaseId = Annotated[Id, PointsTo("phases")]
PlaceId = Annotated[Id, PointsTo("places")]
PublisherId = Annotated[Id, PointsTo("publishers")]
SourceId = Annotated[Id, PointsTo("sources")]
TopicId = Annotated[Id, PointsTo("topics")]
CiteKey = Annotated[Id, PointsTo("cite")]
"""The key of a source of the same record."""

Line = Annotated[str, BeforeValidator(_line), Field(max_length=300)]
"""A short text without line breaks and without markup."""

Prose = Annotated[str, BeforeValidator(_text), Field(max_length=40_000), IsProse()]
"""Plain Markdown with ``[@key]`` for sources and ``[[id]]`` for records: see :mod:`mkdocs_timeline.prose`."""

Date = Annotated[Edtf, _EdtfType]
"""A date of the subset of EDTF that :mod:`mkdocs_timeline.edtf` reads."""

Number = Annotated[float, BeforeValidator(_number)]
Whole = Annotated[int, BeforeValidator(_whole)]

Names = dict[str, Line]
"""Names by language code (ISO 639-1), own script first."""
