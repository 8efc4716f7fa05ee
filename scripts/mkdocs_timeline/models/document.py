"""A text that was on the table, provision by provision."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .base import ActorId, CiteKey, Date, EventId, Id, Line, Model, Prose, Record, TopicId
from .source import AnySource

DocumentStatus = Literal["draft", "proposal", "signed", "adopted", "report"]
ProvisionState = Literal["one-wording", "two-wordings", "one-side", "not-in-text", "not-known"]


class Quantity(Model):
    """A number on which the parties' wordings may differ, such as a ceiling on tanks."""

    what: Line = Field(description="What is limited, such as 'tanks'.")
    unit: Line = Field("", description="Unit, where 'what' does not say it.")
    by: dict[ActorId, Line] = Field(description="The number by the party that wrote it into the text.")
    note: Prose = Field("", description="What is uncertain about it.")
    cite: tuple[CiteKey, ...] = Field((), description="Keys of the sources that carry it.")


class Provision(Model):
    """What the text says on one question, paraphrased."""

    topic: TopicId = Field(description="Key of topics.yml.")
    title: Line = Field(
        "", description="Heading of the row, where the topic's name is too wide; rows with one heading are compared."
    )
    state: ProvisionState = Field(description="one-wording, two-wordings, one-side, not-in-text or not-known.")
    text: Prose = Field("", description="The provision in own words.")
    by: dict[ActorId, Prose] = Field({}, description="Where wordings differ: each party's, in own words.")
    numbers: tuple[Quantity, ...] = Field((), description="Ceilings and other numbers, by party.")
    cite: tuple[CiteKey, ...] = Field((), description="Keys of the sources that carry it.")


class Document(Record):
    """An agreement, a draft, a proposal, a resolution or a report."""

    title: Line = Field(description="Name of the text.")
    label: Line = Field("", description="Short name for tables.")
    names: dict[str, Line] = Field({}, description="Its title by language code, where known.")
    aliases: tuple[Line, ...] = Field((), description="Other names, found by search.")
    date: Date = Field(description="Date of the text.")
    status: DocumentStatus = Field(description="draft, proposal, signed, adopted or report.")
    parties: tuple[ActorId, ...] = Field(description="Whose text it is.")
    event: EventId | None = Field(None, description="Event at which it was made, signed or handed over.")
    series: Id | None = Field(None, description="Texts of one series are compared side by side.")
    known: Prose = Field(
        "", description="How its text is known: who published or described it, and when, in a sentence."
    )
    summary: Prose = Field(description="What the text is, how it is known, what became of it.")
    provisions: tuple[Provision, ...] = Field((), description="What it says, question by question.")
    sources: tuple[AnySource, ...] = Field(description="What the record rests on.")
    symbol: Line = Field("", description="United Nations symbol of the text.")
    pax: Line = Field("", description="Number in the PA-X peace agreements database.")
    formerly: tuple[Id, ...] = Field((), description="Ids the record had before; they redirect here.")
