"""Sources: a page a publisher with everything of it that the record uses, and an index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from .. import cldr, words
from ..models import RELIABILITIES, Publisher
from .context import Context, Page, Writer, described
from .events import record_actions


def pages(context: Context) -> Iterator[Page]:
    dataset = context.dataset
    used = [publisher for publisher in dataset.publishers.values() if dataset.uses[publisher.id]]
    yield context.page(
        "sources/",
        "index.html.jinja",
        title="Sources",
        description=f"Who stands behind the record: {len(used)} publishers, each with its reliability, the reason for it, and every page of it that is cited.",
        boost=None,
        view=lambda page: _index(page, used),
    )
    for publisher in dataset.publishers.values():
        yield context.page(
            f"sources/{publisher.id}/",
            "publisher.html.jinja",
            title=publisher.name,
            description=f"{publisher.name} ({described(publisher)}): {publisher.reliability} reliability. {publisher.why}",
            boost=0.3,
            view=partial(_view, publisher=publisher),
        )


def _index(page: Writer, used: list[Publisher]) -> dict[str, Any]:
    dataset = page.context.dataset
    groups = []
    for level in RELIABILITIES:
        rows = [
            {
                "name": publisher.name,
                "href": page.link("publishers", publisher.id),
                "text": words.capital(described(publisher)),
                "count": words.count(len(dataset.uses[publisher.id]), "use"),
            }
            for publisher in sorted(used, key=lambda publisher: (-len(dataset.uses[publisher.id]), publisher.name))
            if publisher.reliability == level
        ]
        groups.append({"id": level, "name": f"{words.capital(level)} reliability", "rows": rows})
    pages = {cited.source.address for event in dataset.events.values() for cited in dataset.cited(event.sources)}
    return {
        "lead": f"{len(pages):,} pages of {len(used)} publishers. A publisher's reliability is judged once, with the reason; a source counts no higher than who wrote it and who carries it.",
        "groups": groups,
    }


def _view(page: Writer, publisher: Publisher) -> dict[str, Any]:
    uses = page.context.dataset.uses[publisher.id]
    rows: dict[str, dict[str, Any]] = {}
    for use in uses:
        source = use.cited.source
        details = [cldr.language(source.lang), source.kind]
        if source.published:
            details.append(words.short_date_words(source.published, year=True))
        if source.publisher != publisher.id:
            details.append(f"written by {use.cited.publisher.name}")
        elif use.cited.via:
            details.append(f"carried by {use.cited.via.name}")
        row = rows.setdefault(
            source.address,
            {
                "href": source.address,
                "lang": source.lang,
                "title": source.title,
                "facts": ", ".join(details),
                "uses": [],
            },
        )
        href = page.link(use.kind, use.record.id)
        row["uses"].append({"name": use.record.title, "href": href, "says": page.line(use.cited.says)})
    kinds = Counter(use.cited.source.kind for use in uses)
    facts = [
        {"name": "Kind", "value": words.capital(described(publisher))},
        {"name": "State-controlled", "value": publisher.state_controlled},
        {"name": "Reliability", "value": words.capital(publisher.reliability)},
    ]
    if publisher.hosts:
        facts.append({"name": "Hosts", "value": ", ".join(publisher.hosts)})
    if kinds:
        facts.append(
            {"name": "Used as", "value": ", ".join(f"{kind} ({count})" for kind, count in kinds.most_common())}
        )
    return {
        "trail": [{"name": "Sources", "href": page.to("sources/")}],
        "publisher": publisher,
        "described": described(publisher),
        "rows": list(rows.values()),
        "facts": facts,
        "actions": record_actions(page, "publishers", publisher.id, publisher.name),
    }
