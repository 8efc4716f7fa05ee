"""All events as a calendar (RFC 5545): each a day or a span of days."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from .. import prose
from ..dataset import Dataset
from ..site import Site

PATH: Final = "data/events.ics"
ABOUT: Final = "All events as a calendar (iCalendar)."

_ROOM: Final = 74
"""Octets of a line: one fewer than section 3.1 allows."""


def export(dataset: Dataset, site: Site) -> bytes:
    stamp = f"{site.built:%Y%m%d}T000000Z" if site.built else "19700101T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//mkdocs-timeline//events//EN",
        f"X-WR-CALNAME:{_text(site.name)}",
    ]
    for event in dataset.events.values():
        lines += [
            "BEGIN:VEVENT",
            f"UID:{event.id}@mkdocs-timeline",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{event.date.start:%Y%m%d}",
            f"DTEND;VALUE=DATE:{event.date.stop + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(event.title)}",
            f"DESCRIPTION:{_text(prose.without_marks(event.summary))}",
            f"CATEGORIES:{event.phase},{event.kind}",
            f"URL:{site.absolute(f'events/{event.id}/')}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return b"".join(_fold(line) + b"\r\n" for line in [*lines, "END:VCALENDAR"])


def _text(value: str) -> str:
    """A TEXT value (section 3.3.11): backslash, semicolon, comma and line feed escaped."""
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> bytes:
    """Lines of at most 75 octets (section 3.1), never cut inside a letter."""
    parts, rest = [], line.encode()
    while len(rest) > _ROOM:
        end = _ROOM
        while rest[end] & 0xC0 == 0x80:  # inside a letter (RFC 3629, section 3)
            end -= 1
        parts.append(rest[:end])
        rest = b" " + rest[end:]
    return b"\r\n".join([*parts, rest])
