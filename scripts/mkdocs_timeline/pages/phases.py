"""A page a phase: what it has to answer, its narrative, all its events."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from .. import prose, words
from ..models import Document, Phase
from .context import Context, Page, Writer, name_of
from .events import record_actions
from .timeline import small


def pages(context: Context) -> Iterator[Page]:
    phases = context.dataset.phases
    yield context.page(
        "phases/",
        "index.html.jinja",
        title="Phases",
        description="The phases of the negotiations: " + "; ".join(phase.short for phase in phases.values()) + ".",
        boost=None,
        view=lambda page: {
            "lead": "The record is told in " + words.count(len(phases), "phase") + ".",
            "groups": [{"name": "", "rows": [phase_card(page, phase) for phase in phases.values()]}],
        },
    )
    for phase in phases.values():
        yield context.page(
            f"phases/{phase.id}/",
            "phase.html.jinja",
            title=phase.title,
            description=prose.without_marks(phase.summary),
            names=(phase.short,),
            boost=2,
            view=partial(_view, phase=phase),
        )


def phase_card(page: Writer, phase: Phase) -> dict[str, Any]:
    return {
        "name": phase.short,
        "href": page.link("phases", phase.id),
        "number": phase.order,
        "text": prose.without_marks(phase.question),
        "count": words.count(len(page.context.dataset.by_phase[phase.id]), "event"),
    }


def _with_status(document: Document) -> str:
    name = name_of(document)
    return name if document.status in name else f"{name}, {document.status}"


def _view(page: Writer, phase: Phase) -> dict[str, Any]:
    dataset = page.context.dataset
    cited = dataset.cited(phase.sources)
    events = dataset.by_phase[phase.id]
    own = [event for event in events if event.phase == phase.id]
    shared = len(events) - len(own)
    one = sum(dataset.independent[event.id] < 2 for event in own)
    documents = {document.id: document for event in events for document in dataset.documents_of[event.id]}
    disputes = sum(len(event.disputes) for event in own)
    view: dict[str, Any] = {
        "phase": phase,
        "period": words.capital(words.date_words(phase.period)),
        "summary": page.noted(phase.summary, cited),
        "siblings": [{**page.phase(id), "here": id == phase.id} for id in dataset.phases],
        "sections": [
            {
                "id": words.anchor("section", section.heading),
                "heading": section.heading,
                "body": page.noted(section.body, cited),
            }
            for section in phase.sections
        ],
        "themes": [
            {
                "id": theme.id,
                "title": theme.title,
                "covers": page.noted_line(theme.covers, cited),
                "status": [
                    {"date": "As of " + words.date_words(line.date), "text": page.noted_line(line.text, cited)}
                    for line in phase.status
                    if line.theme == theme.id
                ],
                "events": sum(event.theme == theme.id for event in own),
                "href": "#events",
            }
            for theme in phase.themes
        ],
        "key_events": [page.row(dataset.events[id]) for id in phase.key_events],
        "questions": [
            {"name": question.title, "href": page.to(f"questions/#{id}")}
            for id, question in dataset.questions.items()
            if question.phase == phase.id
        ],
        "rows": [page.row(event) for event in events],
        # One lane: what other phases share with this one stands in it too.
        "small": small(
            page,
            tuple(event.model_copy(update={"phase": phase.id}) for event in events),
            page.timeline(phase=phase.id),
            phase.period,
        ),
        "documents": [
            {"name": _with_status(document), "href": page.link("documents", document.id)}
            for document in documents.values()
        ],
        "facts": [
            {
                "name": "Events",
                "value": f"{len(own)}, and {shared} shared with other phases" if shared else str(len(own)),
                "href": "#events",
            },
            {
                "name": "Accounts differ",
                "value": words.count(disputes, "point"),
                "href": page.to(f"disputes/#{phase.id}"),
            },
        ],
        "one_source": f"Fewer than two independent sources carry {one} of the {len(own)} events here. Such events are marked wherever they appear."
        if one
        else "",
        "actions": record_actions(page, "phases", phase.id, phase.title),
    }
    view["contents"] = [
        {"id": id, "name": name}
        for id, name, shown in (
            ("in-brief", "In brief", True),
            ("key-events", "Read first", phase.key_events),
            *((section["id"], section["heading"], True) for section in view["sections"]),
            ("themes", "Strands", view["themes"]),
            ("questions", "What nobody knows", view["questions"]),
            ("events", f"All {words.count(len(events), 'event')}", True),
            ("notes", "Notes", page.notes),
        )
        if shown
    ]
    return view
