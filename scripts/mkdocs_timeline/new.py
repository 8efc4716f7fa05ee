"""New records: a valid, commented skeleton where it belongs. Nothing is ever overwritten."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from . import address, edtf
from .chart import spellings
from .emit import emit, scalar
from .load import Records
from .models import Actor, Event, SharedSource
from .models.base import is_id
from .models.event import KINDS as EVENT_KINDS

Ask = Callable[[str, str], str]
"""Asks for a field with a hint about it; gives the answer."""


class NewError(Exception):
    """The record can't be made; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be written: its path from the data folder, its text, and whether it is added to a file that exists."""

    path: str
    text: str
    adds: bool = False


def slug(text: str, most: int = 48) -> str:
    """An id made from words: lower-case, without accents, joined by hyphens, cut at a word."""
    plain = unicodedata.normalize("NFD", text.casefold().translate(_LETTERS)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    kept = ""
    for word in words:
        if kept and len(kept) + 1 + len(word) > most:
            break
        kept += ("-" if kept else "") + word[:most]
    return kept


_LETTERS: Final = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "’": "", "'": "", "ʼ": ""})


def event(records: Records, given: Mapping[str, str], ask: Ask) -> Draft:
    """An event, from answers: title, date, phase, kind, actors, url, source_title, lang."""
    title = _line(given, ask, "title", "what happened, in one line")
    date = _checked(given, ask, "date", "2022-03-29, 2022-03, 2022-03-28/2022-03-30, ~ for about", _date)
    phase = _known(records, given, ask, "phase", "phases")
    kind = _one_of(given, ask, "kind", EVENT_KINDS)
    actors = [
        _id(records, "actors", id)
        for id in _list(given, ask, "actors", "names or ids of people and states, with commas")
    ]
    source = _source(records, given, ask)
    start = edtf.parse(date).begin
    day = start.first.isoformat()[: {"year": 7, "month": 7, "day": 10}[start.precision]]
    id = f"{day}-{slug(title) or 'event'}"
    if id in (records.known["events"] or ()):
        raise NewError(f"there is already an event {id}: change that one, or give this a title that tells them apart")
    data = {
        "title": title,
        "date": date,
        "phase": phase,
        "kind": kind,
        "importance": "minor",
        "actors": actors,
        "summary": f"Write here in own words what happened [@{source['key']}]. End every sentence with its source [@{source['key']}].",
        "sources": [source],
        "confidence": "low",
        "review": "read",
    }
    return Draft(f"events/{id[:4]}/{id}.yml", _HEAD_EVENT + emit(data, Event))


_HEAD_EVENT: Final = """\
# Fields that are often wanted: place, also, mediators, topics, outcome, figures, positions, disputes, related.
# All of them are explained at /data/codebook/ on the site. `make check` says what is still missing.
"""


def actor(records: Records, given: Mapping[str, str], ask: Ask) -> Draft:
    """An actor, from answers: name, kind, party, role."""
    name = _line(given, ask, "name", "in English, as its bearer or the United Nations writes it")
    kind = _one_of(given, ask, "kind", ("person", "state", "organisation", "body"))
    party = given.get("party", "")
    id = slug(name)
    if not is_id(id):
        raise NewError(f"'{name}' gives no id: write the name in Latin letters")
    if id in (records.known["actors"] or ()):
        raise NewError(f"there is already an actor {id}: change that one")
    data: dict[str, object] = {"name": name, "kind": kind}
    if party:
        data["party"] = _id(records, "actors", party)
    if role := given.get("role", ""):
        data["roles"] = [{"role": role, **({"party": party} if party else {})}]
    head = "# Names in other languages and other spellings help readers to find it:\n# names: {uk: …, ru: …}\n# aliases: [other spelling, …]\n"
    return Draft(f"actors/{id}.yml", head + emit(data, Actor))


def source(records: Records, given: Mapping[str, str], ask: Ask) -> Draft:
    """A source that several records share, added to sources.yml."""
    found = _source(records, given, ask)
    key = given.get("key") or slug(f"{found['publisher']} {found['title']}", 40)
    if not is_id(key):
        raise NewError(f"'{key}' is no key: lower-case words, a-z and 0-9, joined by hyphens")
    if key in (records.known["sources"] or ()):
        raise NewError(f"there is already a source {key}: cite it as {{ref: {key}, says: …}}")
    fields = {name: value for name, value in found.items() if name not in ("key", "says")}
    return Draft("sources.yml", f"\n{key}:\n{emit(fields, SharedSource, 2)}", adds=True)


def write(folder: Path, draft: Draft) -> Path:
    """Put a draft where it belongs.

    Raises:
        NewError: when the file exists already.
    """
    path = folder / draft.path
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("a" if draft.adds else "x", encoding="utf-8") as file:
            file.write(draft.text.lstrip("\n") if draft.adds and file.tell() == 0 else draft.text)
    except FileExistsError:
        raise NewError(f"{path} exists: nothing is overwritten") from None
    return path


def _source(records: Records, given: Mapping[str, str], ask: Ask) -> dict[str, str]:
    url = address.without_tracking(_checked(given, ask, "url", "address of the page that says so", _url))
    owners = {host: id for id, entry in records.of("publishers").items() for host in entry.record.hosts}
    publisher = (
        given.get("publisher")
        or address.owner(address.host(url), owners)
        or ask("publisher", f"{address.host(url)} is nobody's yet; id of who wrote it")
    )
    publisher = _id(records, "publishers", publisher)
    title = _line(given, ask, "source_title", "title of the page")
    lang = _line(given, ask, "lang", "its language: en, uk, ru …")
    key = publisher if len(publisher) <= 30 else publisher[:30].rstrip("-")
    return {
        "key": key,
        "url": url,
        "title": title,
        "publisher": publisher,
        "lang": lang,
        "kind": "news",
        "says": "Write here what this page supports.",
    }


def _line(given: Mapping[str, str], ask: Ask, name: str, hint: str) -> str:
    value = " ".join((given.get(name) or ask(name, hint)).split())
    if not value:
        raise NewError(f"'{name}' is needed: {hint}")
    scalar(value)
    return value


def _checked(given: Mapping[str, str], ask: Ask, name: str, hint: str, problem: Callable[[str], str | None]) -> str:
    value = _line(given, ask, name, hint)
    if wrong := problem(value):
        raise NewError(f"{name} {wrong}")
    return value


def _date(value: str) -> str | None:
    try:
        edtf.parse(value)
    except edtf.EdtfError as error:
        return str(error)
    return None


def _url(value: str) -> str | None:
    return address.problem(value)


def _one_of(given: Mapping[str, str], ask: Ask, name: str, allowed: tuple[str, ...]) -> str:
    value = _line(given, ask, name, "one of " + ", ".join(allowed))
    if value not in allowed:
        close = difflib.get_close_matches(value, allowed, 1)
        raise NewError(
            f"'{value}' is not known for {name}: "
            + (f"did you mean '{close[0]}'? " if close else "")
            + "one of "
            + ", ".join(allowed)
        )
    return value


def _known(records: Records, given: Mapping[str, str], ask: Ask, name: str, kind: str) -> str:
    return _id(records, kind, _line(given, ask, name, "one of " + ", ".join(sorted(records.known[kind] or ()))))


def _list(given: Mapping[str, str], ask: Ask, name: str, hint: str) -> list[str]:
    return [part.strip() for part in _line(given, ask, name, hint).split(",") if part.strip()]


def _id(records: Records, kind: str, id: str) -> str:
    """The id, if the record has it or an actor is called so; those that hold the word, or are close, are offered."""
    known = records.known[kind] or set()
    if id in known:
        return id
    for actor, entry in records.of("actors").items() if kind == "actors" else ():
        if id.casefold() in (name.casefold() for name in spellings(entry.record)):
            return actor
    holding = sorted(key for key in known if slug(id) in key.split("-"))
    close = holding[:5] or difflib.get_close_matches(slug(id), known, 3, 0.6)
    where = "`timeline new actor` makes one" if kind == "actors" else f"add it to data/{kind}.yml first"
    raise NewError(f"there is no '{id}' among the {kind}: " + (f"did you mean {', '.join(close)}?" if close else where))
