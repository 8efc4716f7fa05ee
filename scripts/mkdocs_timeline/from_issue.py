"""An issue form's answers as a record. Whoever filled it in is trusted with nothing: every answer ends up as quoted text, or is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from . import address, cldr, edtf, read
from .emit import emit
from .load import Records
from .models import KINDS, Event
from .new import slug

MAX_ANSWER: Final = 6_000
_NO_ANSWER: Final = frozenset({"", "_No response_", "None"})

FIELDS: Final = {
    "What happened": "title",
    "When": "date",
    "What sort of event": "kind",
    "Which part of the record": "phase",
    "Who took part": "actors",
    "Tell it": "summary",
    "First source": "source-1",
    "Second source": "source-2",
    "What the sources say": "says",
}
"""The headings of the form (.github/ISSUE_TEMPLATE/suggest-an-event.yml) and what they ask for."""

_HEADING = re.compile(rf"^### ({'|'.join(FIELDS)})[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Result:
    """A record's path from the data folder and its text; what could not be used of the answers, in words."""

    path: str
    text: str
    notes: tuple[str, ...]


class IssueError(Exception):
    """The answers do not make a record; the message says what is missing."""


def answers(body: str) -> dict[str, str]:
    """The answers of a form by field, as GitHub writes them into an issue: a heading a question, then the text."""
    found: dict[str, str] = {}
    parts = _HEADING.split(body.replace("\r\n", "\n").replace("\r", "\n")[: 20 * MAX_ANSWER])
    for heading, text in zip(parts[1::2], parts[2::2], strict=False):
        name = FIELDS[heading]
        answer = read.HIDDEN.sub("", text).strip()[:MAX_ANSWER]
        if name not in found and answer not in _NO_ANSWER:
            found[name] = answer
    return found


def record(body: str, records: Records) -> Result:
    """The event that an issue suggests, as a file that the checks can read.

    Raises:
        IssueError: when there is no title, no date that can be read, or no source.
    """
    given = answers(body)
    notes: list[str] = []
    title = _line(given.get("title", ""))[:140]
    date = _date(given.get("date", ""))
    sources = [
        source
        for name in ("source-1", "source-2")
        if (source := _source(given.get(name, ""), given.get("says", ""), records, notes))
    ]
    missing = [
        name
        for name, value in (
            ("a title", title),
            ("a date such as 2022-03-29", date),
            ("a source with an address", sources),
        )
        if not value
    ]
    if missing:
        raise IssueError("the form has not given " + " nor ".join(missing))
    if len(sources) > 1 and sources[0]["key"] == sources[1]["key"]:
        sources[1]["key"] += "-2"
    keys = "; ".join(f"@{source['key']}" for source in sources)
    data = {
        "title": title,
        "date": date,
        "phase": _choice(given.get("phase", ""), sorted(records.known["phases"] or ()), notes, "part of the record"),
        "kind": _choice(given.get("kind", ""), list(KINDS), notes, "sort of event"),
        "importance": "minor",
        "actors": _actors(given.get("actors", ""), records, notes),
        "summary": f"{_prose(given.get('summary', title))} [{keys}].",
        "sources": sources,
        "confidence": "low",
        "review": "imported",
    }
    start = edtf.parse(date).begin
    day = start.first.isoformat()[: 7 if start.precision != "day" else 10]
    id = f"{day}-{slug(title) or 'suggested-event'}"
    while id in (records.known["events"] or ()):
        id += "-again"
        notes.append("an event of that date and title exists already: compare the two")
    return Result(f"events/{id[:4]}/{id}.yml", emit(data, Event), tuple(notes))


def _line(text: str) -> str:
    """A text as one line of plain words: no markup survives that the checks would refuse."""
    return " ".join(re.sub(r"[<>\[\]{}`|\\]", " ", text).split())


def _prose(text: str) -> str:
    plain = re.sub(r"https?://\S+|www\.\S+", "", text)
    plain = re.sub(r"(?m)^\s*(?:#{1,6}|>|```.*|~~~.*|[-*+])\s*", "", plain)
    plain = re.sub(r"(?i)\b(javascript|vbscript|data):", r"\1 ", plain).replace("8<", "8 ")
    return _line(plain).rstrip(". ") or "Suggested without a description"


def _date(text: str) -> str:
    """The date as the record writes it; also day and month as people do (29.03.2022, 29/03/2022)."""
    text = text.strip()
    if people := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", text):
        text = f"{people[3]}-{int(people[2]):02}-{int(people[1]):02}"
    try:
        return edtf.parse(text).text
    except edtf.EdtfError:
        return ""


def _choice(text: str, allowed: list[str], notes: list[str], what: str) -> str:
    """The id that the form's option begins with."""
    found = next((id for id in allowed if text.split(" ")[0].strip(":,") == id), None)
    if found is None:
        notes.append(f"the {what} was not given, {allowed[0]} stands there for now: choose one of {', '.join(allowed)}")
    return found or allowed[0]


def _actors(text: str, records: Records, notes: list[str]) -> list[str]:
    spellings: dict[str, str] = {}
    for id, entry in records.of("actors").items():
        for name in (id, entry.record.name, *entry.record.names.values(), *entry.record.aliases):
            spellings.setdefault(name.casefold(), id)
    found: list[str] = []
    for part in re.split(r"[,;\n]", text)[:40]:
        name = _line(part)
        known = spellings.get(name.casefold())
        if known and known not in found:
            found.append(known)
        elif name and not known:
            notes.append(f"'{name[:60]}' is nobody the record knows yet: add an actor, or another spelling of one")
    if not found:
        notes.append("nobody who took part was recognised: add the ids of actors")
    return found


def _source(text: str, says: str, records: Records, notes: list[str]) -> dict[str, str] | None:
    match = re.search(r"https?://\S+", text)
    if match is None:
        return None
    url = address.without_tracking(match[0].rstrip(").,;>"))
    if wrong := address.problem(url):
        notes.append(f"an address {wrong}")
        return None
    owners = {host: id for id, entry in records.of("publishers").items() for host in entry.record.hosts}
    owner = address.owner(address.host(url), owners)
    if owner is None:
        notes.append(f"{address.host(url)} is no publisher's host yet: add the publisher to data/publishers.yml")
    lang = next((code for code in re.findall(r"\(([a-z]{2})\)", text) if cldr.is_language(code)), "")
    title = _line(text.replace(match[0], "").replace(f"({lang})", "")) or "[title not given]"
    publisher = owner or slug(address.host(url).removeprefix("www."), 40) or "unknown-publisher"
    return {
        "key": publisher,
        "url": url,
        "title": title[:300],
        "publisher": publisher,
        "lang": lang or "en",
        "kind": "news",
        "says": _prose(says or "What this page supports is still to be said")[:600],
    }
