"""Texts of one series side by side, provision by provision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from .. import words
from ..models import Document, Provision
from .context import Context, Page, Writer
from .documents import STATE_WORDS, provision_view

_NOT_KNOWN: Final[dict[str, Any]] = {
    "state": "not-known", "state_words": STATE_WORDS["not-known"], "text": "", "by": [], "numbers": [], "cites": "",
}  # fmt: skip
"""What is shown of a text that has no provision under a heading."""


def series_of(context: Context) -> dict[str, list[Document]]:
    """The series with at least two texts, each in date order; the largest first."""
    series: dict[str, list[Document]] = {}
    for document in context.dataset.documents.values():
        if document.series:
            series.setdefault(document.series, []).append(document)
    full = {id: documents for id, documents in series.items() if len(documents) > 1}
    return dict(sorted(full.items(), key=lambda item: -len(item[1])))


def pages(context: Context) -> Iterator[Page]:
    series = series_of(context)
    if not series:
        return
    first = next(iter(series))
    words_of = context.site.series.get(first, {})
    title = words_of.get("title", "Texts side by side")
    lead = words_of.get("lead", "Paraphrased, provision by provision.")
    yield context.page(
        "documents/compare/",
        "compare.html.jinja",
        title=title,
        description=f"{lead.split('. ')[0].rstrip('.')}. Neutrality, guarantors, the consensus clause, force limits, Crimea, Donbas, language, sanctions: what each text said, with sources.",
        boost=4,
        view=lambda page: {
            "lead": lead,
            "tables": [_table(page, id, documents) for id, documents in series.items()],
            "states": STATE_WORDS,
        },
    )


def row_of(provision: Provision, context: Context) -> str:
    """The heading under which a provision stands; provisions with one heading are compared."""
    return provision.title or context.dataset.topics[provision.topic].title


def _table(page: Writer, id: str, documents: list[Document]) -> dict[str, Any]:
    context = page.context
    headings = list(
        dict.fromkeys(row_of(provision, context) for document in documents for provision in document.provisions)
    )
    cited = {document.id: context.dataset.cited(document.sources) for document in documents}
    columns = [
        {
            "id": document.id,
            "date": words.date_words(document.date, year=False),
            "label": document.label or document.title,
            "title": _described(page, document),
            "href": page.link("documents", document.id),
            "known": page.noted_line(document.known, cited[document.id]) if document.known else "",
        }
        for document in documents
    ]
    rows = [
        {
            "heading": heading,
            "id": words.anchor("on", heading),
            "cells": [_cell(page, heading, document, cited[document.id]) for document in documents],
        }
        for heading in headings
    ]
    return {"id": id, "columns": columns, "rows": rows}


def _cell(page: Writer, heading: str, document: Document, cited: Any) -> dict[str, Any]:
    found = next((provision for provision in document.provisions if row_of(provision, page.context) == heading), None)
    view = provision_view(page, found, cited, noted=True) if found else _NOT_KNOWN
    return view | {"id": f"{words.anchor('on', heading)}-{document.date.start}", "column": document.id}


def _described(page: Writer, document: Document) -> str:
    """Its name where that is short, else what it is and whose."""
    if len(document.title) <= 24:
        return document.title
    whose = words.listed([page.context.dataset.actors[party].name for party in document.parties])
    return f"{words.capital(document.status)} of {whose}"
