"""The vocabularies that events refer to: actors, places, topics, publishers."""

from __future__ import annotations

from typing import Final, Literal, get_args

from pydantic import Field

from .base import ActorId, Date, Id, Line, Model, Names, Number, Prose, Record, TopicId

ActorKind = Literal["person", "state", "organisation", "body"]
Reliability = Literal["high", "medium", "low"]
PublisherKind = Literal[
    "agency", "newspaper", "magazine", "broadcaster", "site", "government", "intergovernmental", "organisation",
    "institute", "journal", "reference", "aggregator", "scraper",
]  # fmt: skip

RELIABILITIES: Final[tuple[str, ...]] = get_args(Reliability)
"""From the best down."""


class Role(Model):
    """An office or function that a person held."""

    role: Line = Field(description="The office, such as 'Minister of Defence of Ukraine'.")
    party: ActorId | None = Field(None, description="Actor for whom the person held it.")
    period: Date | None = Field(None, description="From when to when, as far as known.")


class Actor(Record):
    """A person, a state, an organisation, or an organ of one."""

    name: Line = Field(description="Name in English, as its bearer or the United Nations writes it.")
    names: Names = Field({}, description="The name by language code, own script first.")
    aliases: tuple[Line, ...] = Field((), description="Other spellings and names, found by search.")
    kind: ActorKind = Field(description="person, state, organisation, or body (an organ of a state or organisation).")
    party: ActorId | None = Field(None, description="State or organisation it speaks for or is part of.")
    roles: tuple[Role, ...] = Field((), description="Offices at the time, newest first.")
    wikidata: Line = Field("", pattern=r"^(Q[1-9][0-9]*)?$", description="Item in Wikidata, such as Q3874799.")
    note: Prose = Field("", description="What a reader has to know about the name.")
    formerly: tuple[Id, ...] = Field((), description="Ids the record had before; they redirect here.")


class Place(Record):
    """Where something happened: a building, a town, a region."""

    name: Line = Field(description="Name in English, as the United Nations or its bearers write it.")
    names: Names = Field({}, description="The name by language code.")
    aliases: tuple[Line, ...] = Field((), description="Other and older spellings, found by search.")
    city: Line = Field("", description="Town, where the place is not one itself.")
    country: Line = Field(
        pattern=r"^[A-Z]{2}$", description="ISO 3166-1 code; Crimea is UA (General Assembly resolution 68/262)."
    )
    lat: Number = Field(ge=-90, le=90, description="Latitude in decimal degrees.")
    lon: Number = Field(ge=-180, le=180, description="Longitude in decimal degrees.")
    note: Prose = Field("", description="What a reader has to know about the place or its coordinates.")
    formerly: tuple[Id, ...] = Field((), description="Ids the record had before; they redirect here.")


class Topic(Record):
    """A question the talks were about."""

    title: Line = Field(description="Name of the topic.")
    aliases: tuple[Line, ...] = Field((), description="Other words readers use for it, found by search.")
    summary: Prose = Field(description="What the question is, in one paragraph.")
    related: tuple[TopicId, ...] = Field((), description="Neighbouring topics.")
    formerly: tuple[Id, ...] = Field((), description="Ids the record had before; they redirect here.")


class Publisher(Record):
    """Who stands behind a source: judged once, with the reason."""

    name: Line = Field(description="Name of the publisher.")
    kind: PublisherKind = Field(description="What sort of publisher it is.")
    country: Line = Field(
        "", pattern=r"^([A-Z]{2})?$", description="Seat: ISO 3166-1 code; left out for intergovernmental bodies."
    )
    state_controlled: Literal["yes", "no"] = Field(description="Whether a state decides what it publishes.")
    reliability: Reliability = Field(description="high, medium or low.")
    why: Line = Field(description="The reason for that reliability, in one sentence.")
    hosts: tuple[Line, ...] = Field((), description="Host names of its pages.")
    formerly: tuple[Id, ...] = Field((), description="Ids the record had before; they redirect here.")

    @property
    def is_state_controlled(self) -> bool:
        return self.state_controlled == "yes"
