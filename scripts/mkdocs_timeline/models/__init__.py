"""The records of the data folder, typed: one model a kind, one field description a field.

The descriptions are the codebook: the field reference, the editors' schemas and ``timeline new`` are made from them.
"""

from .document import Document, Provision, Quantity
from .event import KINDS, MAX_LABEL, Amount, Delegation, Dispute, Event, Figure, Member, Position, Related
from .narrative import Band, Correction, Phase, Question, Section, Status, Step, Story, Theme, Wanted
from .source import AnySource, OwnSource, SharedSource, SourceFields, SourceUse
from .vocabulary import RELIABILITIES, Actor, Place, Publisher, Role, Topic

__all__ = [
    "KINDS", "MAX_LABEL", "RELIABILITIES", "Actor", "Amount", "AnySource", "Band", "Correction", "Delegation", "Dispute",
    "Document", "Event", "Figure", "Member", "OwnSource", "Phase", "Place", "Position", "Provision", "Publisher", "Quantity",
    "Question", "Related", "Role", "Section", "SharedSource", "SourceFields", "SourceUse", "Status", "Step", "Story",
    "Theme", "Topic", "Wanted",
]  # fmt: skip
