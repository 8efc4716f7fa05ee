"""What nobody knows, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import words
from .context import Context, Page, Writer, name_of


def pages(context: Context) -> Iterator[Page]:
    questions = context.dataset.questions
    yield context.page(
        "questions/",
        "questions.html.jinja",
        title="What nobody knows",
        description=f"{words.count(len(questions), 'open question')} about the negotiations, each with what is known, who says what, and what would settle it.",
        boost=1.5,
        view=_view,
    )


def _view(page: Writer) -> dict[str, Any]:
    dataset = page.context.dataset
    rows = []
    for question in dataset.questions.values():
        cited = dataset.cited(question.sources)
        rows.append(
            {
                "id": question.id,
                "title": question.title,
                "number": dataset.phases[question.phase].order,
                "phase": page.phase(question.phase),
                "known": page.noted(question.known, cited),
                "settle": page.noted(question.settle, cited),
                "as_of": words.date_words(question.as_of),
                "events": [
                    {"name": name_of(dataset.events[id]), "href": page.link("events", id)} for id in question.events
                ],
            }
        )
    return {"rows": rows}
