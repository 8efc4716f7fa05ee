"""Puts hostile texts into every field of every kind of record, and plain twins of them for comparison."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

from .. import site

HERE: Final = Path(__file__).parent
BASE: Final = HERE.parent / "golden" / "base"
RECORD: Final[dict[str, Any]] = yaml.safe_load((HERE / "record.yml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Text:
    """A hostile text; ``prose`` is what takes its place where prose refuses it, ``refused`` the code that it is refused with."""

    name: str
    line: str
    prose: str
    refused: str = ""

    @property
    def plain(self) -> Text:
        """Harmless words of the same length and for the same places."""
        return Text(self.name, _words(self.name, self.line), _words(self.name, self.prose))


def texts() -> list[Text]:
    """The cases of texts/: ``text``, and ``prose`` with the code that refuses it there, where prose does."""
    return [_text(path) for path in sorted((HERE / "texts").glob("*.yml"))]


def _text(path: Path) -> Text:
    case = yaml.safe_load(path.read_text("utf-8"))
    refused = case.get("prose", "")
    return Text(path.stem, case["text"], f"The case {path.stem}" if refused else case["text"], refused)


def _words(name: str, text: str) -> str:
    """Plain letters, other ones for each case, for all of ``text`` that is not a space."""
    random = Random(name + text)
    return "".join(letter if letter.isspace() else random.choice("bcdfghjklmnpqrstvwxz") for letter in text)


def write(folder: Path, chosen: Iterable[Text], marked: dict[str, Any] = RECORD) -> None:
    """Write a data folder: the small record, and with it a record of each kind for each text."""
    shutil.copytree(BASE, folder)
    for text in chosen:
        for path, data in marked.items():
            add(folder / path.replace("NAME", text.name), filled(data, text))


def site_of(folder: Path, chosen: Iterable[Text]) -> Path:
    """The site ``hostile`` in the folder, built strictly from its ``data``, which is written with the texts."""
    write(folder / "data", chosen)
    places = {"SITE_URL": "https://example.org/hostile/", "REPO_URL": "https://github.com/example/hostile"}
    done = site.build(folder / "hostile", places | {"TIMELINE_DATA": str(folder / "data")})
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "hostile"


def add(path: Path, data: Any) -> None:
    """Add a record to its file, as YAML that holds every text exactly."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(dump(data))


def dump(data: Any) -> str:
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, default_style='"', sort_keys=False)


def filled(data: Any, text: Text) -> Any:
    """``data`` with its marks replaced."""
    return mapped(data, lambda leaf: fill(leaf, text))


def fill(leaf: str, text: Text) -> str:
    if leaf.startswith("LINE"):
        return text.line[: int(leaf[5:] or 300)].strip()
    return leaf.replace("PROSE", text.prose).replace("NAME", text.name)


def mapped(data: Any, change: Callable[[str], str]) -> Any:
    """``data`` with ``change`` done to every text, keys included."""
    if isinstance(data, dict):
        return {change(key): mapped(value, change) for key, value in data.items()}
    return [mapped(value, change) for value in data] if isinstance(data, list) else change(data)


def leaves(data: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of ``data`` with the keys and indexes that lead to it."""
    if isinstance(data, str):
        yield at, data
    else:
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from leaves(value, (*at, key))
