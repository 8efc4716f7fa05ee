"""Sources: what a statement rests on."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from .base import Date, Id, Line, Model, Prose, PublisherId, Record, SourceId, fail

SourceKind = Literal["primary", "news", "analysis", "reference"]


class SourceFields(Model):
    """A page, paper or document, as one record or several cite it.

    Its address is ``url``, or follows by rule from ``symbol`` (United Nations) or ``doi``.
    """

    url: Line = Field("", description="Address of the page: http or https, without tracking parameters.")
    symbol: Line = Field(
        "", description="Symbol of a United Nations document, such as S/RES/2202 (2015); gives the address."
    )
    doi: Line = Field("", description="Digital object identifier of a paper, such as 10.1000/182; gives the address.")
    title: Line = Field(description="The page's own title; in [brackets] where the title itself was not seen.")
    authors: tuple[Line, ...] = Field((), description="Who signed it, where that matters: papers, books, essays.")
    publisher: PublisherId = Field(
        description="Who wrote it: a key of publishers.yml, which gives the source its reliability."
    )
    via: PublisherId | None = Field(
        None, description="Who carries it, where that is somebody else: a key of publishers.yml."
    )
    published: Date | None = Field(None, description="Date of publication.")
    lang: Line = Field(description="Language of the page: ISO 639-1, two letters.")
    kind: SourceKind = Field(
        description="primary (a side's own text, a document, an eyewitness), news, analysis or reference."
    )
    archived: Line = Field("", description="Address of an archived copy, only one that was seen.")

    @model_validator(mode="after")
    def _has_address(self) -> Any:
        if not (self.url or self.symbol or self.doi):
            raise fail("F301", "needs an address: url, or symbol of a UN document, or doi")
        return self

    @property
    def address(self) -> str:
        if self.url:
            return self.url
        if self.symbol:
            return "https://undocs.org/" + self.symbol.replace(" ", "")
        return "https://doi.org/" + self.doi


class OwnSource(SourceFields):
    """A source that one record alone uses."""

    key: Id = Field(description="Short name, unique within the record; cited as [@key].")
    says: Prose = Field(description="What this page supports, in one sentence.")


class SharedSource(SourceFields, Record):
    """A source that several records use, kept in sources.yml under its key."""


class SourceUse(Model):
    """A shared source, as one record uses it; cited by the shared source's key."""

    ref: SourceId = Field(description="Key of a source in sources.yml.")
    says: Prose = Field(description="What this page supports here, in one sentence.")

    @property
    def key(self) -> str:
        return self.ref


def _which(value: Any) -> str:
    shared = "ref" in value if isinstance(value, dict) else isinstance(value, SourceUse)
    return "shared source" if shared else "source"


AnySource = Annotated[
    Annotated[OwnSource, Tag("source")] | Annotated[SourceUse, Tag("shared source")],
    Discriminator(_which),
]
