"""The shapes of the kinds of events, drawn once for lists, pictures and the chart.

Each is in a box from -8 to 8 around the event's point, at the size of a landmark (radius 6);
``fill`` and ``stroke`` are SVG path data, ``stroke`` to be drawn 1.45 wide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Shape:
    """Path data of a kind's mark, and the family it is listed under."""

    family: str
    fill: str = ""
    stroke: str = ""


def _ring(radius: float) -> str:
    return f"M{-radius} 0a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0z"


MET, PAPER, SAID, GROUND, FORCE = "They met", "On paper", "Said and decided", "Agreed on the ground", "Force"

SHAPES: Final[dict[str, Shape]] = {
    "talks": Shape(MET, fill=_ring(5.2)),
    "summit": Shape(MET, fill=_ring(2.3), stroke=_ring(5.1)),
    "call": Shape(MET, stroke=_ring(4.4)),
    "visit": Shape(MET, fill="M-4.4 -5.4L5.8 0L-4.4 5.4z"),
    "proposal": Shape(PAPER, stroke="M0 -5.7L5.7 0L0 5.7L-5.7 0z"),
    "agreement": Shape(PAPER, fill="M0 -6.4L6.4 0L0 6.4L-6.4 0z"),
    "publication": Shape(PAPER, stroke="M-4 -5.2H1.4L4 -2.6V5.2H-4zM1.2 -5V-2.4H3.8"),
    "statement": Shape(SAID, fill="M-5.6 -4.6H5.6V2.8H-0.4L-3.6 6V2.8H-5.6z"),
    "decision": Shape(SAID, fill="M-4.7 -4.7H4.7V4.7H-4.7z"),
    "resolution": Shape(SAID, fill="M-2 -2H2V2H-2z", stroke="M-4.8 -4.8H4.8V4.8H-4.8z"),
    "sanction": Shape(SAID, stroke="M-4.6 -4.6H4.6V4.6H-4.6zM-4.4 4.4L4.4 -4.4"),
    "ceasefire": Shape(GROUND, fill="M-4.4 -5.2H-1.2V5.2H-4.4zM1.2 -5.2H4.4V5.2H1.2z"),
    "corridor": Shape(GROUND, stroke="M-4.8 -5L-0.4 0L-4.8 5M0.4 -5L4.8 0L0.4 5"),
    "evacuation": Shape(GROUND, fill="M-5.8 -1.5H-0.2V-5L6 0L-0.2 5V1.5H-5.8z"),
    "exchange": Shape(GROUND, fill="M-5.8 -4.6L0 0L5.8 -4.6V4.6L0 0L-5.8 4.6z"),
    "battlefield": Shape(FORCE, stroke="M-4.6 -4.6L4.6 4.6M4.6 -4.6L-4.6 4.6"),
    "incident": Shape(FORCE, fill="M0 -5.8L5.6 4.4H-5.6z"),
}

FAMILIES: Final[dict[str, list[str]]] = {
    family: [kind for kind, shape in SHAPES.items() if shape.family == family]
    for family in (MET, PAPER, SAID, GROUND, FORCE)
}

RADIUS: Final = {"landmark": 6.0, "major": 4.7, "minor": 3.8}
"""Size of the mark by importance, in CSS pixels."""
