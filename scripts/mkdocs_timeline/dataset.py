"""The record as pages, exports and the chart use it: immutable, in order, cross-referenced once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from . import weigh
from .checks.references import LINKED_KINDS
from .load import Records
from .models import (
    Actor,
    Band,
    Correction,
    Document,
    Event,
    Phase,
    Place,
    Position,
    Publisher,
    Question,
    Related,
    SourceFields,
    Story,
    Topic,
    Wanted,
)
from .models.source import AnySource

_TOLD: Final = (*LINKED_KINDS, "publishers", "battlefield", "questions")
"""Kinds whose records have an address in the site."""


class Cited(NamedTuple):
    """A source as one record uses it: its number there, what it supports, who stands behind it, what it is worth."""

    number: int
    key: str
    says: str
    source: SourceFields
    publisher: Publisher
    via: Publisher | None
    standing: str


class Use(NamedTuple):
    """One use of a source by one record, seen from its publisher."""

    kind: str
    record: Any
    cited: Cited


class Held(NamedTuple):
    """A position and the event at which it was stated."""

    event: Event
    position: Position


@dataclass(frozen=True)
class Dataset:
    """All records, each kind by id in its own order: events by date, phases by number, the others by name."""

    publishers: Mapping[str, Publisher]
    places: Mapping[str, Place]
    topics: Mapping[str, Topic]
    shared: Mapping[str, SourceFields]
    actors: Mapping[str, Actor]
    phases: Mapping[str, Phase]
    events: Mapping[str, Event]
    documents: Mapping[str, Document]
    stories: Mapping[str, Story]
    battlefield: Mapping[str, Band]
    questions: Mapping[str, Question]
    wanted: Mapping[str, Wanted]
    corrections: tuple[Correction, ...]
    files: Mapping[tuple[str, str], str]
    """Path (from the data folder) of each record's file, by kind and id."""

    def cited(self, sources: Iterable[AnySource]) -> tuple[Cited, ...]:
        """The sources of a record, numbered from 1."""
        found = []
        for number, use in enumerate(sources, 1):
            source = weigh.resolve(use, self.shared)  # type: ignore[arg-type]
            assert source is not None, use.key
            found.append(
                Cited(
                    number,
                    use.key,
                    use.says,
                    source,
                    self.publishers[source.publisher],
                    self.publishers[source.via] if source.via else None,
                    weigh.standing(source, self.publishers) or "low",
                )
            )
        return tuple(found)

    @cached_property
    def independent(self) -> Mapping[str, int]:
        """How many independent sources each event has."""

        def count(event: Event) -> int:
            return len(weigh.independent((cited.source for cited in self.cited(event.sources)), self.publishers))

        return MappingProxyType({id: count(event) for id, event in self.events.items()})

    @cached_property
    def key_events(self) -> frozenset[str]:
        """The handful that carries the record: the steps of its first story, else the phases' own choice."""
        for story in self.stories.values():
            return frozenset(step.event for step in story.steps)
        return frozenset(id for phase in self.phases.values() for id in phase.key_events)

    def find(self, target: str) -> tuple[str, Any] | None:
        """Kind and record that ``[[target]]`` or a correction's ``record`` means."""
        kind, slash, id = target.partition("/")
        if slash:
            return (kind, getattr(self, kind)[id]) if kind in _TOLD and id in getattr(self, kind) else None
        return next(
            ((kind, getattr(self, kind)[target]) for kind in LINKED_KINDS if target in getattr(self, kind)), None
        )

    @cached_property
    def by_phase(self) -> Mapping[str, tuple[Event, ...]]:
        """Events of each phase, those that it shares with another included."""
        return _index(self.events.values(), lambda event: event.phases, self.phases)

    @cached_property
    def by_actor(self) -> Mapping[str, tuple[Event, ...]]:
        return _index(self.events.values(), people_of, self.actors)

    @cached_property
    def by_mediator(self) -> Mapping[str, tuple[Event, ...]]:
        return _index(self.events.values(), lambda event: event.mediators, self.actors)

    @cached_property
    def by_place(self) -> Mapping[str, tuple[Event, ...]]:
        return _index(self.events.values(), lambda event: (event.place,) if event.place else (), self.places)

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[Event, ...]]:
        return _index(self.events.values(), lambda event: event.topics, self.topics)

    @cached_property
    def positions(self) -> tuple[Held, ...]:
        """All positions of the events, in their order."""
        return tuple(Held(event, position) for event in self.events.values() for position in event.positions)

    @cached_property
    def positions_by(self) -> Mapping[str, tuple[Held, ...]]:
        """The positions of each actor, held or said."""
        return _index(self.positions, lambda row: filter(None, (row.position.party, row.position.said_by)), self.actors)

    @cached_property
    def positions_on(self) -> Mapping[str, tuple[Held, ...]]:
        return _index(self.positions, lambda row: (row.position.topic,), self.topics)

    @cached_property
    def uses(self) -> Mapping[str, tuple[Use, ...]]:
        """Every use of a source, by its publisher and by its carrier."""
        found: dict[str, list[Use]] = defaultdict(list)
        for kind in ("events", "documents", "phases", "questions", "battlefield"):
            for record in getattr(self, kind).values():
                for cited in self.cited(record.sources):
                    for name in dict.fromkeys((cited.source.publisher, cited.source.via)):
                        if name:
                            found[name].append(Use(kind, record, cited))
        return MappingProxyType({name: tuple(found[name]) for name in self.publishers})

    @cached_property
    def referred(self) -> Mapping[str, tuple[tuple[Event, Related], ...]]:
        """The events that name an event as related, each with how it stands to it."""
        found: dict[str, list[tuple[Event, Related]]] = defaultdict(list)
        for event in self.events.values():
            for related in event.related:
                found[related.event].append((event, related))
        return MappingProxyType({id: tuple(rows) for id, rows in found.items()})

    @cached_property
    def members(self) -> Mapping[str, tuple[Actor, ...]]:
        """The actors that speak for or are part of an actor."""
        return _index(self.actors.values(), lambda actor: (actor.party,) if actor.party else (), self.actors)

    @cached_property
    def documents_of(self) -> Mapping[str, tuple[Document, ...]]:
        """The documents of each event."""
        return _index(
            self.documents.values(), lambda document: (document.event,) if document.event else (), self.events
        )


def people_of(event: Event) -> tuple[str, ...]:
    """Everybody an event names: actors, mediators, members of delegations; each once."""
    members = (member.actor for delegation in event.delegations for member in delegation.members)
    return tuple(dict.fromkeys((*event.actors, *event.mediators, *members)))


def _index(records: Iterable[Any], keys: Any, known: Mapping[str, Any]) -> Mapping[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {id: [] for id in known}
    for record in records:
        for key in dict.fromkeys(keys(record)):
            found[key].append(record)
    return MappingProxyType({id: tuple(rows) for id, rows in found.items()})


def build(records: Records) -> Dataset:
    """The dataset of records in which :func:`mkdocs_timeline.checks.check` found no error."""

    def ordered(kind: str, key: Any) -> Mapping[str, Any]:
        found = sorted((entry.record for entry in records.of(kind).values()), key=key)
        return MappingProxyType({record.id: record for record in found})

    def by_name(record: Any) -> tuple[str, str]:
        return getattr(record, "name", None) or record.title, record.id

    def by_date(record: Any) -> tuple[date, date, str]:
        when = record.date if hasattr(record, "date") else record.period
        return *when.order, record.id

    corrections = [entry.record for entry in records.of("corrections").values()]
    return Dataset(
        publishers=ordered("publishers", by_name),
        places=ordered("places", by_name),
        topics=MappingProxyType({id: entry.record for id, entry in records.of("topics").items()}),
        shared=MappingProxyType({id: entry.record for id, entry in records.of("sources").items()}),
        actors=ordered("actors", by_name),
        phases=ordered("phases", lambda phase: (phase.order, phase.id)),
        events=ordered("events", by_date),
        documents=ordered("documents", by_date),
        stories=ordered("stories", lambda story: (story.phase is not None, story.id)),
        battlefield=ordered("battlefield", by_date),
        questions=MappingProxyType({id: entry.record for id, entry in records.of("questions").items()}),
        wanted=ordered("wanted", by_date),
        corrections=tuple(sorted(corrections, key=lambda correction: correction.date.order, reverse=True)),
        files=MappingProxyType(
            {
                (kind, id): entry.document.path.removeprefix(records.shown + "/")
                for kind in records.entries
                for id, entry in records.of(kind).items()
            }
        ),
    )
