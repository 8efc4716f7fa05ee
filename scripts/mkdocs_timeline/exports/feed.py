"""What changed, as an Atom feed (RFC 4287): corrections first, then the newest events."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from .. import prose
from ..dataset import Dataset
from ..site import Site

PATH: Final = "data/feed.xml"
ABOUT: Final = "Corrections and the newest events, as an Atom feed."
_EVENTS: Final = 40


def export(dataset: Dataset, site: Site) -> bytes:
    updated = f"{site.built.isoformat() if site.built else '1970-01-01'}T00:00:00Z"
    home = site.absolute("")
    # Numbered from the oldest, so that an entry keeps its id when others come (section 4.2.6).
    entries = [
        _entry(
            f"{home}corrections/#{len(dataset.corrections) - number}",
            f"Corrected: {correction.record}",
            f"{correction.date.stop.isoformat()}T00:00:00Z",
            site.absolute("corrections/"),
            f"{prose.without_marks(correction.what)} {prose.without_marks(correction.why)}",
        )
        for number, correction in enumerate(dataset.corrections)
    ]
    newest = list(dataset.events.values())[-_EVENTS:]
    entries += [
        _entry(
            site.absolute(f"events/{event.id}/"),
            event.title,
            f"{event.date.stop.isoformat()}T00:00:00Z",
            site.absolute(f"events/{event.id}/"),
            prose.without_marks(event.summary),
        )
        for event in reversed(newest)
    ]
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{escape(site.name)}</title>\n<id>{escape(home)}</id>\n<updated>{updated}</updated>\n"
        f"<author><name>{escape(site.name)}</name></author>\n<rights>CC BY 4.0</rights>\n"
        f"<link href={quoteattr(home)}/>\n<link rel={quoteattr('self')} href={quoteattr(site.absolute(PATH))}/>\n"
    )
    return (text + "".join(entries) + "</feed>\n").encode()


def _entry(id: str, title: str, updated: str, link: str, summary: str) -> str:
    return (
        f"<entry><id>{escape(id)}</id><title>{escape(title)}</title><updated>{updated}</updated>"
        f"<link href={quoteattr(link)}/><summary>{escape(summary)}</summary></entry>\n"
    )
