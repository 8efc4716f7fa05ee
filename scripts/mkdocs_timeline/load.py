"""From a data folder to typed records that know where they stand, and findings about those that can't be read."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Generic, Literal, TypeVar

from pydantic import TypeAdapter, ValidationError

from . import models, read
from .explain import explain, named, without_echoes
from .finding import Finding
from .garbage import uncollected
from .models.base import MAX_ID, Model, is_id
from .models.walk import Rough
from .read import Document

R = TypeVar("R", bound=Model)

Layout = Literal["file", "mapping", "list"]
"""One record a file (its name is the id), one file that maps ids to records, or one that lists them."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[R]):
    """A kind of record: its name in addresses, where it lives, and its model."""

    name: str
    where: str
    layout: Layout
    model: type[R]

    def matches(self, relative: str) -> bool:
        """Whether the file belongs here; for a folder of records, by its folder."""
        if self.layout == "file":
            folder = relative.rpartition("/")[0]
            return folder == self.where or (self.where == "events" and folder.startswith("events/"))
        return relative == self.where


KINDS: Final[dict[str, Kind[Any]]] = {
    kind.name: kind
    for kind in (
        Kind("publishers", "publishers.yml", "mapping", models.Publisher),
        Kind("places", "places.yml", "mapping", models.Place),
        Kind("topics", "topics.yml", "mapping", models.Topic),
        Kind("sources", "sources.yml", "mapping", models.SharedSource),
        Kind("actors", "actors", "file", models.Actor),
        Kind("phases", "phases", "file", models.Phase),
        Kind("events", "events", "file", models.Event),
        Kind("documents", "documents", "file", models.Document),
        Kind("stories", "stories", "file", models.Story),
        Kind("battlefield", "battlefield.yml", "mapping", models.Band),
        Kind("questions", "questions.yml", "mapping", models.Question),
        Kind("wanted", "wanted.yml", "mapping", models.Wanted),
        Kind("corrections", "corrections.yml", "list", models.Correction),
    )
}

MAX_FINDINGS: Final = 40
"""A record with more mistakes than this has one: it is no record."""

RESERVED_IDS: Final = frozenset({"compare", "new", "embed", "index", "data"})
_DEVICE_NAMES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_UNREADABLE_NAME = re.compile(r"[^\w./ +~,;=@()\[\]-]")


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record and where it stands."""

    record: R
    document: Document
    base: tuple[str | int, ...]

    @property
    def id(self) -> str:
        return getattr(self.record, "id", "")

    def error(self, code: str, message: str, *location: str | int, needle: str = "", key: bool = False) -> Finding:
        return self.document.finding("error", code, message, (*self.base, *location), needle, key=key)

    def warning(self, code: str, message: str, *location: str | int, needle: str = "", key: bool = False) -> Finding:
        return self.document.finding("warning", code, message, (*self.base, *location), needle, key=key)


@dataclass(slots=True)
class Records:
    """All that was read: entries by kind and id, the ids that exist whether or not they could be read, the findings.

    ``known[kind]`` is None where the whole file of that kind could not be read: what refers to it is then not judged.
    """

    shown: str = ""
    """How findings name the data folder."""
    entries: dict[str, dict[str, Entry[Any]]] = field(default_factory=lambda: {name: {} for name in KINDS})
    rough: list[Entry[Any]] = field(default_factory=list)
    """Records whose form is wrong somewhere, as :class:`Rough`."""
    known: dict[str, set[str] | None] = field(default_factory=lambda: {name: set() for name in KINDS})
    findings: list[Finding] = field(default_factory=list)

    def of(self, kind: str) -> Mapping[str, Entry[Any]]:
        return self.entries[kind]

    def all(self) -> Iterator[tuple[str, Entry[Any]]]:
        for kind, entries in self.entries.items():
            for entry in entries.values():
                yield kind, entry

    def every(self) -> Iterator[Entry[Any]]:
        """Entries, and records whose form is wrong, for what can be said of both."""
        yield from (entry for _, entry in self.all())
        yield from self.rough


def load(folder: Path, shown: str) -> Records:
    """Read every record under ``folder``; ``shown`` is how findings name that folder (`data`).

    Raises:
        NotADirectoryError: when ``folder`` is not a folder.
    """
    if not folder.is_dir():
        raise NotADirectoryError(folder)
    records = Records(shown)
    with uncollected():
        for relative, path, problem in _walk(folder):
            name = f"{shown}/{_printable(relative)}" if shown not in ("", ".") else _printable(relative)
            if problem:
                records.findings.append(Finding(name, 1, 1, "error", *problem))
            else:
                _load_file(records, relative, name, path)
    return records


def _walk(folder: Path, prefix: str = "") -> Iterator[tuple[str, Path, tuple[str, str] | None]]:
    """Files in a fixed order, with what is wrong about their place, if anything."""
    for item in sorted(os.scandir(folder / prefix), key=lambda item: item.name):
        relative = prefix + item.name
        path = folder / relative
        if item.is_symlink():
            yield relative, path, ("N205", "is a link: put the file itself here, links are not followed")
        elif item.is_dir():
            if relative not in ("schema",):
                yield from _walk(folder, relative + "/")
        elif not item.is_file():
            yield relative, path, ("N205", "is not a plain file: remove it")
        elif not _ignored(relative):
            yield relative, path, _misplaced(relative)


def _ignored(relative: str) -> bool:
    return relative.endswith(".md") or relative in (".gitattributes", ".editorconfig")


def _misplaced(relative: str) -> tuple[str, str] | None:
    kind = _kind_of(relative)
    stem, dot, extension = relative.rpartition("/")[2].rpartition(".")
    if kind is None or extension != "yml":
        if kind is not None and extension == "yaml":
            return "N204", "ends with .yaml: rename it to .yml"
        close = difflib.get_close_matches(relative, [kind.where for kind in KINDS.values()], 1)
        hint = (
            f"did you mean {close[0]}?"
            if close
            else "the folders are events/YYYY, actors, documents, phases and stories"
        )
        return "N202", f"is no file of the record and would be lost: {hint}"
    if kind.layout != "file":
        return None
    if not dot or not is_id(stem):
        return (
            "N201",
            f"has a name that is no id: lower-case words, a-z and 0-9, joined by single hyphens, at most {MAX_ID} characters, then .yml",
        )
    if is_reserved(stem):
        return "N203", f"'{stem}' is a reserved name: choose another id"
    if kind.name == "events":
        year = re.match(r"(\d{4})-(?:\d{2}-)?(?:\d{2}-)?[a-z0-9]", stem)
        if year is None:
            return "N201", "has a name that does not start with its date: YYYY-MM-DD-words.yml (or YYYY-MM-words.yml)"
        if relative != f"events/{year[1]}/{stem}.yml":
            return "N202", f"is in the wrong folder: move it to events/{year[1]}/"
    return None


def is_reserved(id: str) -> bool:
    """Whether the id is kept for a page of the site, or can't be a folder's name under Windows."""
    return id in RESERVED_IDS or _DEVICE_NAMES.fullmatch(id) is not None


def _kind_of(relative: str) -> Kind[Any] | None:
    by_name = relative.removesuffix(".yaml") + ".yml" if relative.endswith(".yaml") else relative
    return next((kind for kind in KINDS.values() if kind.matches(by_name)), None)


def _printable(relative: str) -> str:
    """A file name that can stand in a finding: no line breaks, no commands for whoever prints it."""
    return _UNREADABLE_NAME.sub(lambda match: "".join(f"\\x{byte:02x}" for byte in os.fsencode(match[0])), relative)


def _load_file(records: Records, relative: str, name: str, path: Path) -> None:
    kind = _kind_of(relative)
    assert kind is not None
    id = path.stem
    if kind.layout == "file":
        _known(records, kind).add(id)
    try:
        size = path.stat().st_size
        document = read.read(name, path.read_bytes() if size <= read.MAX_BYTES else b" " * (read.MAX_BYTES + 1))
    except OSError as error:
        document = Finding(name, 1, 1, "error", "Y115", f"can't be read: {error.strerror}")
    if isinstance(document, Finding):
        records.findings.append(document)
        if kind.layout != "file":
            records.known[kind.name] = None
        return
    expected = list if kind.layout == "list" else dict
    if not isinstance(document.data, expected):
        asked = "a list of records, each starting with '- '" if expected is list else "fields, each 'name: value'"
        records.findings.append(
            document.finding("error", "Y112", f"the file holds {named(document.data)}: it has to hold {asked}")
        )
        if kind.layout != "file":
            records.known[kind.name] = None
        return
    if kind.layout == "file":
        _add(records, kind, id, document, (), document.data)
    elif kind.layout == "list":
        for index, data in enumerate(document.data):
            _add(records, kind, str(index), document, (index,), data)
    elif isinstance(document.data, dict):
        for key, data in document.data.items():
            if is_reserved(key):
                message = f"'{key}' is a reserved name: choose another id"
                records.findings.append(document.finding("error", "N203", message, (key,), key=True))
                continue
            if not is_id(key):
                message = f"'{key[:40]}' is not an id: lower-case words, a-z and 0-9, joined by single hyphens"
                records.findings.append(document.finding("error", "N201", message, (key,), key=True))
                continue
            _known(records, kind).add(key)
            _add(records, kind, key, document, (key,), data)


def _known(records: Records, kind: Kind[Any]) -> set[str]:
    known = records.known[kind.name]
    assert known is not None
    return known


def _add(
    records: Records, kind: Kind[Any], id: str, document: Document, base: tuple[str | int, ...], data: Any
) -> None:
    if not isinstance(data, dict):
        records.findings.append(
            document.finding("error", "F304", f"is {named(data)}: a record is fields, each 'name: value'", base)
        )
        return
    has_id = "id" in kind.model.model_fields
    if has_id and "id" in data:
        message = "'id' is not a field: the record's id is its " + ("file's name" if kind.layout == "file" else "key")
        records.findings.append(document.finding("error", "F302", message, (*base, "id"), key=True))
        data = {key: value for key, value in data.items() if key != "id"}
    try:
        record = _adapter(kind.model).validate_python(data | {"id": id} if has_id else data)
    except ValidationError as error:
        details = without_echoes(kind.model, error.errors(include_url=False))
        records.findings += (explain(kind.model, document, base, detail) for detail in details[:MAX_FINDINGS])
        if len(details) > MAX_FINDINGS:
            message = f"and {len(details) - MAX_FINDINGS} more mistakes in this record: mend these first"
            records.findings.append(document.finding("error", "F307", message, base))
        rough: Any = Rough(kind.model, data)
        records.rough.append(Entry(rough, document, base))
        return
    records.entries[kind.name][id] = Entry(record, document, base)


_adapters: dict[type[Model], TypeAdapter[Any]] = {}


def _adapter(model: type[Model]) -> TypeAdapter[Any]:
    if model not in _adapters:
        _adapters[model] = TypeAdapter(model)
    return _adapters[model]
