"""What tells the events together: phases, stories, the battlefield, questions, gaps and corrections."""

from __future__ import annotations

from pydantic import Field

from .base import Date, EventId, Id, Line, Model, PhaseId, Prose, Record, Whole
from .event import Kind
from .source import AnySource


class Theme(Model):
    """A strand of a phase."""

    id: Id = Field(description="Short name, used by events' 'theme'.")
    title: Line = Field(description="Name of the theme.")
    covers: Prose = Field(description="What belongs to it.")


class Section(Model):
    """A part of a phase's narrative."""

    heading: Line = Field(description="Heading of the part.")
    theme: Id | None = Field(None, description="Theme the part tells, where it tells one.")
    body: Prose = Field(description="The text, citing sources and events.")


class Status(Model):
    """Where a theme stood on a day."""

    theme: Id = Field(description="A theme of the phase.")
    date: Date = Field(description="As of when.")
    text: Prose = Field(description="What is known to stand, cited.")


class Phase(Record):
    """One of the phases that carry the record."""

    title: Line = Field(description="Title of the phase's page.")
    short: Line = Field(description="Name in lists and lanes.")
    aside: Line = Field("", description="A few words under the short name, for the chart's lane.")
    order: Whole = Field(ge=1, le=6, description="Place among the phases; it also gives the colour.")
    period: Date = Field(description="From when to when.")
    question: Prose = Field(description="What the phase has to answer.")
    summary: Prose = Field(description="The phase in five sentences, cited.")
    themes: tuple[Theme, ...] = Field((), description="Strands of the phase.")
    sections: tuple[Section, ...] = Field((), description="The narrative.")
    status: tuple[Status, ...] = Field((), description="Dated status lines by theme.")
    key_events: tuple[EventId, ...] = Field((), description="Events to read first, in order.")
    sources: tuple[AnySource, ...] = Field((), description="Sources of the narrative itself.")


class Step(Model):
    """A stop of a story."""

    event: EventId = Field(description="The event.")
    sentence: Prose = Field(description="One sentence that leads on.")


class Story(Record):
    """A guided tour: events in order, a sentence each."""

    title: Line = Field(description="Title of the story.")
    intro: Prose = Field(description="What it tells, in a sentence or two.")
    phase: PhaseId | None = Field(None, description="The phase it tells, where it tells one.")
    steps: tuple[Step, ...] = Field(min_length=1, description="The events in order.")


class Band(Record):
    """A phase of the fighting: context for the timeline."""

    title: Line = Field(max_length=40, description="Name of the campaign.")
    short: Line = Field("", max_length=20, description="Shorter name, for phones.")
    period: Date = Field(description="From when to when; ~ where the sources differ.")
    summary: Prose = Field(description="What it was, in a sentence or two, cited.")
    sources: tuple[AnySource, ...] = Field(description="What the extent and the summary rest on.")


class Question(Record):
    """What nobody knows, and what would settle it."""

    title: Line = Field(description="The question.")
    phase: PhaseId = Field(description="The phase it belongs to.")
    events: tuple[EventId, ...] = Field(description="Events it bears on.")
    known: Prose = Field(description="What is known, and who says what, cited.")
    settle: Prose = Field(description="What would settle it.")
    as_of: Date = Field(description="When the record was last searched for an answer.")
    sources: tuple[AnySource, ...] = Field((), description="Sources of this question.")


class Wanted(Record):
    """A record that waits for a source."""

    title: Line = Field(description="What is said to have happened.")
    date: Date = Field(description="When.")
    phase: PhaseId = Field(description="The phase it would belong to.")
    kind: Kind = Field(description="What sort of event it would be.")
    summary: Prose = Field(description="What is looked for; shown as unsourced.")
    needs: Prose = Field(description="What sort of source would do.")


class Correction(Model):
    """What was corrected, when and why."""

    date: Date = Field(description="When the correction was made.")
    record: Line = Field(description="Id of the record, with its kind: events/ID, documents/ID, actors/ID …")
    what: Prose = Field(description="What was wrong and what it says now.")
    why: Prose = Field(description="What showed it.")
