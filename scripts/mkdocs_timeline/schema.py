"""JSON Schemas for editors, made from the models: completion, hover help and red lines while one types.

They are written to ``data/schema/`` and published with the open data. What only the whole record can tell (an id that does not
exist, a statement without a source) is the checks' business.
"""

from __future__ import annotations

import json
from typing import Any, Final

from .load import KINDS, Kind

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, bytes]:
    """A schema a kind of record, by file name: for its file, or for the file that holds all of them."""
    return {f"{kind.name}.json": _to_bytes(_of_file(kind)) for kind in KINDS.values()}


def _of_file(kind: Kind[Any]) -> dict[str, Any]:
    record: dict[str, Any] = kind.model.model_json_schema(by_alias=True)
    definitions = record.pop("$defs", {})
    record = _editable(record)
    about = {"$schema": DRAFT, "title": record.get("title", kind.name)}
    inner = {"$defs": {name: _editable(definition) for name, definition in definitions.items()}}
    if kind.layout == "file":
        return about | record | inner
    if kind.layout == "list":
        return about | {"type": "array", "items": record} | inner
    ids = {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80}
    return about | {"type": "object", "propertyNames": ids, "additionalProperties": record} | inner


def _editable(schema: Any) -> Any:
    """The schema as an editor sees the file: the id is not in it, and a plain number is text to the record."""
    if isinstance(schema, list):
        return [_editable(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _editable(value) for key, value in schema.items() if key not in ("default", "title", "properties")}
    if "properties" in schema:
        hidden = {"id"} if _is_injected(schema) else set()
        found["properties"] = {
            name: _editable(inner) for name, inner in schema["properties"].items() if name not in hidden
        }
        found["required"] = [name for name in schema.get("required", []) if name not in hidden]
    if found.get("type") in ("string", "number", "integer") and "enum" not in found and "const" not in found:
        found["type"] = ["string", "number"]
    return found


def _is_injected(schema: dict[str, Any]) -> bool:
    """Whether the record's id is put in by the reader: it has no description, a theme's own id has one."""
    return "description" not in schema["properties"].get("id", {"description": ""})


def _to_bytes(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
