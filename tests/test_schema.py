"""The editors' schemas: fresh, and in agreement with the models."""

from __future__ import annotations

import json

import jsonschema
import pytest

from mkdocs_timeline import read
from mkdocs_timeline.schema import schemas

from .conftest import BASE, ROOT

FOLDER = ROOT / "data" / "schema"


def test_the_schemas_in_the_data_folder_are_fresh(regenerate: bool) -> None:
    made = schemas()
    if regenerate:
        FOLDER.mkdir(exist_ok=True)
        for name, content in made.items():
            (FOLDER / name).write_bytes(content)
    assert {path.name: path.read_bytes() for path in FOLDER.glob("*.json")} == made, (
        "run: .venv/bin/pytest tests/test_schema.py --regenerate"
    )


def test_every_data_folder_has_its_schema_in_the_editor_settings() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert {name.removeprefix("./data/schema/") for name in settings} == set(schemas())


@pytest.mark.parametrize("name", ["events", "actors", "documents", "phases", "stories"])
def test_what_the_model_takes_the_schema_takes(name: str) -> None:
    schema = json.loads(schemas()[f"{name}.json"])
    for path in (BASE / name).rglob("*.yml"):
        jsonschema.validate(read.parse(path.read_text("utf-8"))[0], schema)


def test_a_mistyped_field_is_refused_by_the_schema() -> None:
    data = read.parse((BASE / "actors/ukraine.yml").read_text("utf-8"))[0] | {"nmae": "x"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json.loads(schemas()["actors.json"]))
