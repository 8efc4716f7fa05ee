"""What points somewhere points at something."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from .. import prose
from ..finding import Finding
from ..load import KINDS, Entry, Records, is_reserved
from ..models.base import IsProse, PointsTo
from ..models.walk import Rough, leaves
from . import rule

LINKED_KINDS = ("events", "documents", "actors", "places", "topics", "phases")
"""Kinds that ``[[id]]`` reaches, in the order in which an id without a kind is looked up."""

_SINGULAR = {
    "actors": "actor", "places": "place", "topics": "topic", "publishers": "publisher", "sources": "shared source",
    "phases": "phase", "events": "event", "documents": "document",
}  # fmt: skip


def find(target: str, known: dict[str, set[str] | None]) -> tuple[str, str] | None:
    """Kind and id that ``[[target]]`` means, or None where there is no such record."""
    kind, slash, id = target.partition("/")
    if slash:
        return (kind, id) if kind in LINKED_KINDS and id in (known[kind] or ()) else None
    return next(((kind, target) for kind in LINKED_KINDS if target in (known[kind] or ())), None)


def _close(id: str, ids: set[str]) -> str:
    close = difflib.get_close_matches(id, ids, 1, 0.7)
    return f"did you mean '{close[0]}'?" if close else ""


@rule(
    "R501",
    "unknown-id",
    wants="An id names a record that exists.",
    bad="actors: [ukrain]",
    good="actors: [ukraine]",
)
def unknown_id(records: Records) -> Iterator[Finding]:
    explained = {(finding.path, finding.line, finding.column) for finding in records.findings}
    for entry in records.every():
        for leaf in leaves(entry.record):
            if not isinstance(leaf.mark, PointsTo) or leaf.mark.kind == "cite":
                continue
            ids = records.known[leaf.mark.kind]
            if ids is not None and leaf.value not in ids:
                where = KINDS[leaf.mark.kind].where
                hint = _close(leaf.value, ids) or f"add it to data/{where}, or choose one that is there"
                is_key = isinstance(leaf.location[-1], str) and leaf.location[-1] == leaf.value
                message = f"there is no {_SINGULAR[leaf.mark.kind]} '{leaf.value}': {hint}"
                finding = entry.error("R501", message, *leaf.location, key=is_key)
                if (finding.path, finding.line, finding.column) not in explained:
                    yield finding


@rule(
    "R502",
    "unknown-citation",
    wants="A citation names a source of the same record by its key.",
    bad="summary: They met for five hours [@reuter].  # the source's key is reuters",
    good="summary: They met for five hours [@reuters].",
)
def unknown_citation(records: Records) -> Iterator[Finding]:
    for entry in records.every():
        keys = source_keys(entry)
        if not keys and isinstance(entry.record, Rough):
            continue  # that it has no sources has been said
        for leaf in leaves(entry.record):
            if isinstance(leaf.mark, PointsTo):
                cited = [(leaf.value, "")] if leaf.mark.kind == "cite" else []
            else:
                cited = [(key, cite.written) for cite in prose.cites(leaf.value) for key in cite.keys]
            for key, written in cited:
                if key not in keys:
                    hint = _close(key, keys) or (
                        "its keys are " + ", ".join(sorted(keys)) if keys else "it has no sources"
                    )
                    yield entry.error(
                        "R502", f"no source of this record has the key '{key}': {hint}", *leaf.location, needle=written
                    )


def source_keys(entry: Entry[Any]) -> set[str]:
    if isinstance(entry.record, Rough):
        sources = entry.record.data.get("sources")
        own = [source for source in sources if isinstance(source, dict)] if isinstance(sources, list) else []
        return {str(source.get("key", source.get("ref"))) for source in own}
    return {source.key for source in getattr(entry.record, "sources", ())}


def cited_keys(entry: Entry[Any]) -> set[str]:
    """The keys of sources that something in the record cites."""
    keys: set[str] = set()
    for leaf in leaves(entry.record):
        if isinstance(leaf.mark, IsProse):
            keys.update(key for cite in prose.cites(leaf.value) for key in cite.keys)
        elif leaf.mark.kind == "cite":
            keys.add(leaf.value)
    return keys


@rule(
    "R503",
    "uncited-source",
    severity="warning",
    wants="In a record that was read, every source is cited somewhere.",
    bad="summary: They met [@reuters].  # and the second source, bbc, is cited nowhere",
    good="summary: They met [@reuters; @bbc].",
)
def uncited_source(records: Records) -> Iterator[Finding]:
    for kind in ("events", "documents", "phases"):
        for entry in records.of(kind).values():
            if getattr(entry.record, "review", "read") == "imported":
                continue
            cited = cited_keys(entry)
            for index, source in enumerate(entry.record.sources):
                if source.key not in cited:
                    yield entry.warning(
                        "R503", f"the source '{source.key}' is cited nowhere: cite it or leave it out", "sources", index
                    )


@rule(
    "R504",
    "unknown-link",
    wants="A link in a text names a record that exists.",
    bad="summary: They went on from [[2022-02-28-first-roud|the first round]].",
    good="summary: They went on from [[2022-02-28-first-round|the first round]].",
)
def unknown_link(records: Records) -> Iterator[Finding]:
    if any(records.known[kind] is None for kind in LINKED_KINDS):
        return
    everything = {id for kind in LINKED_KINDS for id in records.known[kind] or ()}
    for entry in records.every():
        for leaf in leaves(entry.record):
            if not isinstance(leaf.mark, IsProse):
                continue
            for ref in prose.refs(leaf.value):
                if find(ref.target, records.known) is None:
                    hint = (
                        _close(ref.target.rpartition("/")[2], everything)
                        or "write the id of an event, document, actor, place, topic or phase"
                    )
                    yield entry.error(
                        "R504", f"there is no record '{ref.target}': {hint}", *leaf.location, needle=ref.written
                    )


@rule(
    "R505",
    "twice-in-list",
    wants="A list names a thing once.",
    bad="actors: [ukraine, russia, ukraine]",
    good="actors: [ukraine, russia]",
)
def twice_in_list(records: Records) -> Iterator[Finding]:
    for _, entry in records.all():
        for name in ("actors", "mediators", "topics", "also", "parties", "key_events", "formerly"):
            values = getattr(entry.record, name, ())
            for value, count in Counter(values).items():
                if count > 1:
                    second = [index for index, item in enumerate(values) if item == value][1]
                    yield entry.error("R505", f"'{value}' stands {count} times: keep one", name, second)


@rule(
    "R506",
    "points-at-itself",
    wants="A record does not refer to itself, and its home phase is not among the others.",
    bad="phase: istanbul\nalso: [istanbul, mediators]",
    good="phase: istanbul\nalso: [mediators]",
)
def points_at_itself(records: Records) -> Iterator[Finding]:
    for entry in records.of("events").values():
        event = entry.record
        if event.phase in event.also:
            yield entry.error(
                "R506", f"'{event.phase}' is already the record's phase", "also", event.also.index(event.phase)
            )
        for index, related in enumerate(event.related):
            if related.event == event.id:
                yield entry.error(
                    "R506", "the record is related to itself: name the other event", "related", index, "event"
                )


@rule(
    "R507",
    "key-twice",
    wants="A source's key is used once in a record.",
    bad="sources:\n  - {key: bbc, …}\n  - {key: bbc, …}",
    good="sources:\n  - {key: bbc, …}\n  - {key: bbc-2, …}",
)
def key_twice(records: Records) -> Iterator[Finding]:
    for _, entry in records.all():
        seen: set[str] = set()
        for index, source in enumerate(getattr(entry.record, "sources", ())):
            if source.key in seen:
                yield entry.error(
                    "R507", f"a second source with the key '{source.key}': give it another", "sources", index
                )
            seen.add(source.key)


@rule(
    "R508",
    "id-taken",
    wants="A former id is not in use, is claimed by one record and is no reserved name.",
    bad="formerly: [2022-03-29-istanbul-talks]  # there is a record of that id",
    good="formerly: [2022-03-29-istanbul-round]",
)
def id_taken(records: Records) -> Iterator[Finding]:
    for kind in KINDS:
        claims: dict[str, list[Entry[Any]]] = defaultdict(list)
        for entry in records.of(kind).values():
            for id in getattr(entry.record, "formerly", ()):
                claims[id].append(entry)
                if id in (records.known[kind] or ()):
                    yield entry.error("R508", f"'{id}' is the id of another record: it can't redirect here", "formerly")
                elif is_reserved(id):
                    yield entry.error("R508", f"'{id}' is a reserved name: it can't redirect here", "formerly")
        for id, entries in claims.items():
            for entry in entries[1:]:
                yield entry.error(
                    "R508", f"'{id}' is also claimed by {entries[0].id}: leave it in one of the two", "formerly"
                )


@rule(
    "R509",
    "unknown-theme",
    wants="A theme is one of its phase's.",
    bad="phase: obstacles\ntheme: distrust",
    good="phase: obstacles\ntheme: mistrust",
)
def unknown_theme(records: Records) -> Iterator[Finding]:
    themes = {id: {theme.id for theme in entry.record.themes} for id, entry in records.of("phases").items()}
    uses = [
        *((entry, entry.record.phase, entry.record.theme, ("theme",)) for entry in records.of("events").values()),
        *(
            (entry, id, part.theme, (field, index, "theme"))
            for id, entry in records.of("phases").items()
            for field in ("sections", "status")
            for index, part in enumerate(getattr(entry.record, field))
        ),
    ]
    for entry, phase, theme, location in uses:
        if theme and phase in themes and theme not in themes[phase]:
            have = ", ".join(sorted(themes[phase])) or "none"
            yield entry.error(
                "R509",
                f"'{theme}' is no theme of the phase '{phase}': {_close(theme, themes[phase]) or 'it has ' + have}",
                *location,
            )
