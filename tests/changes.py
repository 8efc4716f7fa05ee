"""Changes to the small record, as golden cases write them.

A part "@@ FILE" has lines to take out (-) and to put in (+). Lines that are put in without one taken out go to the end of the file,
which is made where there is none.
"""

from __future__ import annotations

import re
from pathlib import Path


def apply(changes: str, folder: Path) -> None:
    for part in changes.split("@@ ")[1:]:
        name, *lines = part.rstrip("\n").split("\n")
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8") if path.exists() else ""
        for old, new in re.findall(r"((?:-.*\n)*)((?:\+.*\n)*)", "\n".join(lines) + "\n"):
            old, new = (re.sub(r"^.", "", side, flags=re.MULTILINE) for side in (old, new))
            assert old in text, f"{old!r} is not in {name}"
            text = text.replace(old, new, 1) if old else text + new
        path.write_text(text, "utf-8")
