"""How the open data writes JSON: readable, in a fixed order, ending with a line feed."""

from __future__ import annotations

import json
from typing import Any, Final

VERSION: Final = "1"
"""Version of the shapes of the open data; it rises when a field changes its meaning or goes."""

LICENCE: Final = "CC-BY-4.0"


def to_bytes(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
