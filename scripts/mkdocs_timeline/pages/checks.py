"""What the checks want: every code of a finding with an example, on one page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..checks import CODES
from ..codes import READING
from .context import Context, Page

_GROUPS = {
    "Y": "Files and YAML",
    "N": "Names of files and ids",
    "F": "Fields",
    "D": "Dates",
    "R": "References",
    "S": "Sources",
    "W": "Writing",
    "E": "Duplicates",
}


def pages(context: Context) -> Iterator[Page]:
    codes = sorted((READING | CODES).values(), key=lambda code: (list(_GROUPS).index(code.code[0]), code.code))
    yield context.page(
        "contributing/checks/",
        "checks.html.jinja",
        title="What the checks want",
        description=f"The {len(codes)} rules that the data is checked against before anything is published, each with an example and how to mend it.",
        boost=0.5,
        view=lambda page: {"groups": _groups(codes)},
    )


def _groups(codes: list[Any]) -> list[dict[str, Any]]:
    found = [
        {"id": letter, "name": name, "codes": [code for code in codes if code.code[0] == letter]}
        for letter, name in _GROUPS.items()
    ]
    return [group for group in found if group["codes"]]
