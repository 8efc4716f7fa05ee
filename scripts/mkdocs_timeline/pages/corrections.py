"""What was corrected, when and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import words
from .context import Context, Page, Writer, name_of


def pages(context: Context) -> Iterator[Page]:
    yield context.page(
        "corrections/",
        "corrections.html.jinja",
        title="Corrections",
        description="What was corrected in the record, when and why, and how to report an error.",
        boost=0.5,
        view=_view,
    )


def _view(page: Writer) -> dict[str, Any]:
    dataset = page.context.dataset
    rows = []
    for item in dataset.corrections:
        found = dataset.find(item.record)
        record = (
            {"name": name_of(found[1]), "href": page.link(found[0], found[1].id)}
            if found
            else {"name": item.record, "href": ""}
        )
        rows.append(
            {
                "date": words.date_words(item.date),
                "record": record,
                "what": page.line(item.what),
                "why": page.line(item.why),
            }
        )
    return {"rows": rows}
