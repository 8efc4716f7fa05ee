"""The texts that were on the table: a page each, and an index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from .. import prose, words
from ..models import Document, Provision
from .context import Context, Page, Writer, name_of
from .events import record_actions

STATE_WORDS = {
    "one-wording": "one wording",
    "two-wordings": "two wordings",
    "one-side": "one side’s proposal",
    "not-in-text": "not in the text",
    "not-known": "not known",
}
_STATUS = {
    "draft": "Draft",
    "proposal": "Proposal",
    "signed": "Signed text",
    "adopted": "Adopted text",
    "report": "Report",
}


def pages(context: Context) -> Iterator[Page]:
    documents = context.dataset.documents
    yield context.page(
        "documents/",
        "index.html.jinja",
        title="Documents",
        description="The agreements, drafts and proposals of the record, provision by provision, each with its sources.",
        boost=None,
        view=_index,
    )
    for document in documents.values():
        yield context.page(
            f"documents/{document.id}/",
            "document.html.jinja",
            title=document.title,
            description=prose.without_marks(document.summary),
            names=(document.label, *document.names.values(), *document.aliases),
            boost=1.5,
            view=partial(_view, document=document),
        )


def _index(page: Writer) -> dict[str, Any]:
    rows = [
        {
            "name": document.title,
            "href": page.link("documents", document.id),
            "text": f"{words.date_words(document.date)}. {_STATUS[document.status]}.",
            "count": words.count(len(document.provisions), "provision") if document.provisions else "",
        }
        for document in page.context.dataset.documents.values()
    ]
    return {"lead": "Paraphrased, with the sources of every provision.", "groups": [{"name": "", "rows": rows}]}


def _view(page: Writer, document: Document) -> dict[str, Any]:
    dataset = page.context.dataset
    cited = dataset.cited(document.sources)
    facts: list[dict[str, Any]] = [
        {"name": "Date", "value": words.full_date_words(document.date)},
        {"name": "Status", "value": _STATUS[document.status]},
        {"name": "Parties", "links": [page.actor(party) for party in document.parties]},
    ]
    if document.known:
        facts.append({"name": "Known from", "value": page.line(document.known, cited)})
    if document.event:
        event = dataset.events[document.event]
        facts.append({"name": "Event", "links": [{"name": name_of(event), "href": page.link("events", event.id)}]})
    if document.symbol:
        facts.append(
            {
                "name": "UN symbol",
                "links": [{"name": document.symbol, "href": "https://undocs.org/" + document.symbol.replace(" ", "")}],
            }
        )
    if document.pax:
        facts.append({"name": "PA-X number", "value": document.pax})
    if document.aliases:
        facts.append({"name": "Also called", "value": ", ".join(document.aliases)})
    return {
        "trail": [{"name": "Documents", "href": page.to("documents/")}],
        "over": f"{_STATUS[document.status]} · {words.date_words(document.date)}",
        "names": [{"lang": lang, "text": name} for lang, name in document.names.items()],
        "summary": page.prose(document.summary, cited),
        "provisions": [provision_view(page, provision, cited) for provision in document.provisions],
        "compare": page.to("documents/compare/") if document.series else "",
        "source_rows": [page.source(source) for source in cited],
        "facts": facts,
        "actions": record_actions(page, "documents", document.id, document.title),
    }


def provision_view(page: Writer, provision: Provision, cited: Any, *, noted: bool = False) -> dict[str, Any]:
    """A provision as pages show it; ``noted`` where its citations become notes of the page."""
    dataset = page.context.dataset
    line, cites = (page.noted_line, page.notes_for) if noted else (page.line, page.cites)
    parties = list(dict.fromkeys(party for quantity in provision.numbers for party in quantity.by))
    sides = {*provision.by, *parties}
    sole = sides.pop() if provision.state == "one-side" and len(sides) == 1 else None
    return {
        "id": words.anchor("on", provision.title or provision.topic),
        "title": provision.title or dataset.topics[provision.topic].title,
        "state": provision.state,
        "state_words": f"{dataset.actors[sole].name}'s proposal" if sole else STATE_WORDS[provision.state],
        "text": line(provision.text, cited) if provision.text else "",
        "by": [
            {"party": "" if party == sole else dataset.actors[party].name, "text": line(text, cited)}
            for party, text in provision.by.items()
        ],
        "number_parties": [dataset.actors[party].name for party in parties],
        "numbers": [
            {
                "what": words.capital(quantity.what) + (f" ({quantity.unit})" if quantity.unit else ""),
                "note": line(quantity.note, cited) if quantity.note else "",
                "cites": cites(quantity.cite, cited),
                "amounts": [words.amount(quantity.by[party]) if party in quantity.by else "" for party in parties],
                "bars": _bars([quantity.by.get(party, "") for party in parties]),
            }
            for quantity in provision.numbers
        ],
        "cites": cites(provision.cite, cited),
    }


def _bars(numbers: list[str]) -> list[float]:
    """Lengths of bars beside numbers, the longest 30; none where one number is not plain or there is nothing to compare."""
    plain = [float(number) for number in numbers if re.fullmatch(r"\d+(\.\d+)?", number)]
    return [30 * number / max(plain) for number in plain] if len(plain) == len(numbers) > 1 and max(plain) else []
