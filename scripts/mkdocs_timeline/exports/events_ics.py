"""All events as a calendar (RFC 5545): each a day or a span of days."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from .. import prose
from ..dataset import Dataset
from ..site import Site

PATH: Final = "data/events.ics"
ABOUT: Final = "All events as a calendar (iCalendar)."


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
    return "".join(_fold(line) + "\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _text(value: str) -> str:
    """A TEXT value (section 3.3.11): backslash, semicolon, comma and line feed escaped."""
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> str:
    """Lines of at most 75 octets (section 3.1), never cut inside a letter."""
    parts: list[str] = []
    part, octets = "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > 74:
            parts.append(part)
            part, octets = " ", 1
        part += letter
        octets += size
    return "\r\n".join([*parts, part])
