"""An event: the record that everything else refers to."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BeforeValidator, Field

from .base import ActorId, CiteKey, Date, EventId, Id, Line, Model, PhaseId, PlaceId, Prose, Record, TopicId
from .source import AnySource

Kind = Literal[
    "talks", "call", "visit", "summit", "proposal", "agreement", "statement", "decision", "ceasefire", "corridor",
    "evacuation", "exchange", "battlefield", "sanction", "resolution", "publication", "incident",
]  # fmt: skip
KINDS: Final[tuple[str, ...]] = get_args(Kind)

Importance = Literal["landmark", "major", "minor"]
Confidence = Literal["high", "medium", "low"]
Review = Literal["imported", "read"]
Relation = Literal["continues", "answers", "carries-out", "breaks", "revises", "reports"]

MAX_LABEL: Final = 28

_AMOUNT = re.compile(r"(-?\d+(?:\.\d+)?)(?:/(-?\d+(?:\.\d+)?))?(~?)", re.ASCII)


class Amount(str):
    """A figure's value as written: a number, a range ``a/b``, a trailing ``~`` for about; anything else is words."""

    __slots__ = ()

    @property
    def bounds(self) -> tuple[float, float] | None:
        """Lower and upper bound, the same for a single number; None for words."""
        match = _AMOUNT.fullmatch(self)
        return (float(match[1]), float(match[2] or match[1])) if match else None

    @property
    def is_approximate(self) -> bool:
        return self.bounds is not None and self.endswith("~")


def _amount(value: Any) -> Any:
    return Amount(" ".join(value.split())) if isinstance(value, str) else value


class Figure(Model):
    """A number, who gave it, and as of when."""

    what: Line = Field(description="What is counted, such as 'people evacuated through corridors'.")
    value: Annotated[str, BeforeValidator(_amount)] = Field(
        min_length=1,
        description="A number, a/b for a range, a trailing ~ for about; what is none of these is taken as words.",
    )
    unit: Line = Field("", description="Unit, where 'what' does not say it.")
    by: Line = Field(description="Who gave the number: an actor's or publisher's id, or words where it is neither.")
    as_of: Date | None = Field(None, description="The day the number stands for.")
    cite: tuple[CiteKey, ...] = Field((), description="Keys of the sources that carry the number.")


class Position(Model):
    """What a party wanted or refused, on one topic, at the date of the event."""

    party: ActorId = Field(
        description="Actor whose position it is: a state, an organisation, or a person who speaks for nobody else."
    )
    said_by: ActorId | None = Field(None, description="The person or body who stated it.")
    topic: TopicId = Field(description="Key of topics.yml.")
    position: Prose = Field(description="The position in one or two sentences, in own words.")
    cite: tuple[CiteKey, ...] = Field((), description="Keys of the sources that carry it.")


class Dispute(Model):
    """A claim on which accounts differ."""

    claim: Prose = Field(description="What is contested, as the side that claims it would put it.")
    by: Prose = Field(description="Who makes the claim.")
    against: Prose = Field(description="Who disputes it, and what they say instead.")
    note: Prose = Field("", description="What else is known about it.")
    settled: Prose = Field("no", description="'no', or how it was settled.")

    @property
    def is_open(self) -> bool:
        return self.settled == "no"


class Member(Model):
    """Somebody who took part for a party."""

    actor: ActorId = Field(description="Id of the person.")
    role: Line = Field("", description="What the person was there as.")


class Delegation(Model):
    """Who took part for one party."""

    party: ActorId = Field(description="Id of the state or organisation.")
    members: tuple[Member, ...] = Field(description="The people named by the sources.")
    note: Prose = Field("", description="What the sources leave open about the list.")
    cite: tuple[CiteKey, ...] = Field((), description="Keys of the sources that name them.")


class Related(Model):
    """A link to another event."""

    event: EventId = Field(description="Id of the other event.")
    kind: Relation = Field(
        alias="as",
        description="How this event stands to the other: it continues, answers, carries out, breaks, revises or reports it.",
    )


class Event(Record):
    """One thing that happened, was said or was published, with its sources."""

    title: Line = Field(max_length=140, description="What happened, in one line.")
    label: Line = Field(
        "",
        description=f"Short name for the chart, at most {MAX_LABEL} characters; landmarks and major events have one.",
    )
    date: Date = Field(description="When, in EDTF: a day, a month, a year, a/b for a span, ~ for about.")
    phase: PhaseId = Field(description="The phase it belongs to.")
    also: tuple[PhaseId, ...] = Field((), description="Other phases it sheds light on.")
    kind: Kind = Field(description="What sort of event it is.")
    importance: Importance = Field(description="landmark, major or minor.")
    place: PlaceId | None = Field(None, description="Where: a key of places.yml.")
    actors: tuple[ActorId, ...] = Field(
        description="Who took part or is spoken of: ids of people, states and organisations."
    )
    mediators: tuple[ActorId, ...] = Field((), description="Who mediated, hosted or carried messages.")
    topics: tuple[TopicId, ...] = Field((), description="What it was about: keys of topics.yml.")
    delegations: tuple[Delegation, ...] = Field((), description="For talks: who sat there for each party, where known.")
    summary: Prose = Field(
        description="What happened, who took part, what each side said: two to five sentences in own words."
    )
    outcome: Prose = Field("", description="What came of it, in one sentence.")
    figures: tuple[Figure, ...] = Field((), description="Numbers, each with who gave it and when.")
    positions: tuple[Position, ...] = Field((), description="What each party wanted or refused.")
    disputes: tuple[Dispute, ...] = Field((), description="Where accounts differ.")
    related: tuple[Related, ...] = Field(
        (), description="Events it continues, answers, carries out, breaks, revises or reports."
    )
    theme: Id | None = Field(None, description="A theme of its phase, where the phase has themes.")
    sources: tuple[AnySource, ...] = Field(description="What the record rests on; each statement cites one of these.")
    confidence: Confidence = Field(
        description="high: two independent sources of high or medium reliability; medium: one; low: one side's claim, or a source of low reliability."
    )
    review: Review = Field(description="imported, or read: whether a person has read the record against its sources.")
    formerly: tuple[Id, ...] = Field((), description="Ids the record had before; they redirect here.")

    @property
    def phases(self) -> tuple[str, ...]:
        return (self.phase, *self.also)

    @property
    def is_prominent(self) -> bool:
        """Landmark or major: needs a label and two independent sources."""
        return self.importance != "minor"
