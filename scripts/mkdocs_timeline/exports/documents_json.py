"""All documents as JSON, provision by provision."""

from __future__ import annotations

from typing import Final

from ..dataset import Dataset
from ..site import Site
from .events_json import source
from .jsons import LICENCE, VERSION, to_bytes

PATH: Final = "data/documents.json"
ABOUT: Final = "Agreements, drafts and proposals, provision by provision, with both sides' wordings and numbers."


def export(dataset: Dataset, site: Site) -> bytes:
    rows = [
        {
            "id": document.id,
            "title": document.title,
            "label": document.label,
            "date": {
                "edtf": document.date.text,
                "start": document.date.start.isoformat(),
                "end": document.date.stop.isoformat(),
            },
            "status": document.status,
            "parties": list(document.parties),
            "event": document.event,
            "series": document.series,
            "symbol": document.symbol or None,
            "pax": document.pax or None,
            "summary": document.summary,
            "provisions": [
                {
                    "topic": provision.topic,
                    "title": provision.title,
                    "state": provision.state,
                    "text": provision.text,
                    "by": dict(provision.by),
                    "numbers": [
                        {
                            "what": item.what,
                            "unit": item.unit,
                            "by": dict(item.by),
                            "note": item.note,
                            "cite": list(item.cite),
                        }
                        for item in provision.numbers
                    ],
                    "cite": list(provision.cite),
                }
                for provision in document.provisions
            ],
            "sources": [source(cited) for cited in dataset.cited(document.sources)],
            "url": site.absolute(f"documents/{document.id}/"),
        }
        for document in dataset.documents.values()
    ]
    return to_bytes({"version": VERSION, "licence": LICENCE, "documents": rows})
